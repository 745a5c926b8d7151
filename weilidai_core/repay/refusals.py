"""Why a repayment, a prepayment, a reversal or a plan is refused, each with its facts and what to do next."""

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_


class NoSuchLoanNote(WeilidaiError):
    """Raised when there is no loan note with this number in the world."""

    code = "no-such-loan-note"
    text = N_("没有找到这笔借据。")
    next_step = N_("请从账单里选一笔。")


class AlreadyRepaid(WeilidaiError):
    """Raised when what is to be repaid is no longer owed."""

    code = "already-repaid"
    text = N_("这一期已经还过了，没有重复扣款。")
    next_step = N_("可以在账单里查看。")


class NotYetDue(WeilidaiError):
    """Raised when an instalment is to be repaid before its day."""

    code = "not-yet-due"
    text = N_("第 {number} 期在 {due_on} 到期，当天才能还这一期。")
    next_step = N_("想早还清，可以提前结清整笔借款。")


class RepaymentAmountDiffers(WeilidaiError):
    """Raised when the amount confirmed is not what is due."""

    code = "repayment-amount-differs"
    text = N_("这一期应还 {due_fen}，与刚才确认的金额不一致，没有扣款。")
    next_step = N_("请按更新后的金额再确认一次。")


class NothingDue(WeilidaiError):
    """Raised when a bill is to be paid and none is due."""

    code = "nothing-due"
    text = N_("现在没有到期的账单。")
    next_step = N_("想早点还，可以提前还一部分或提前结清。")


class RepaymentAmountOutside(WeilidaiError):
    """Raised when an amount is not above zero, or more than is due."""

    code = "repayment-amount-outside"
    text = N_("这次可以还 0.01 元到 {most_fen}；{amount_fen} 不在其中，没有扣款。")
    next_step = N_("请改一个金额。还得更多请用提前还款。")
    field = "amount"


class CardShort(WeilidaiError):
    """Raised when the repayment card does not hold what is to be paid from it."""

    code = "card-short"
    text = N_("还款卡里的钱不够付 {amount_fen}（模拟余额 {balance_fen}），没有扣款。")
    next_step = N_("可以少还一些、换一张还款卡，或用转账还款。")
    field = "amount"


class DueFirst(WeilidaiError):
    """Raised when principal is to be repaid ahead while something is due on the note."""

    code = "due-first"
    text = N_("这笔借款有 {due_fen} 已经到期，要先还清，才能提前还后面的。")
    next_step = N_("请先到账单里还款。")


class TooEarlyToPrepay(WeilidaiError):
    """Raised when a loan is to be prepaid on the day of its payout."""

    code = "too-early-to-prepay"
    text = N_("这笔借款今天刚放款，从 {first_on} 起可以提前还，不收违约金。")
    next_step = N_("请明天再来。")


class PrepaymentOutside(WeilidaiError):
    """Raised when a part prepayment covers no more than the interest to the day, or repays everything."""

    code = "prepayment-outside"
    text = N_("提前还一部分，金额要多于到今天的利息 {interest_fen}，少于全部欠款 {owed_fen}。")
    next_step = N_("请改一个金额；想全部还清请用提前结清。")
    field = "amount"


class NoInstalmentToKeep(WeilidaiError):
    """Raised when the instalment is to be kept on a loan that repays its principal only at the end."""

    code = "no-instalment-to-keep"
    text = N_("先息后本的本金在最后一期才还，没有“每期金额不变”这一种。")
    next_step = N_("请选“期数不变”。")


class NoSuchReceipt(WeilidaiError):
    """Raised when a receipt is to be taken back that is not there, or was taken back before."""

    code = "no-such-receipt"
    text = N_("没有找到可以冲正的这笔还款；一笔还款只能冲正一次。")
    next_step = N_("请从还款记录里选一笔。")


class ValueDayOutside(WeilidaiError):
    """Raised when a receipt is to count from a day before the payout, too long ago, or still ahead."""

    code = "value-day-outside"
    text = N_("补记的到账日要在 {earliest_on} 到 {latest_on} 之间。")
    next_step = N_("请改一个日子。")
    field = "day"


class NoSuchCard(WeilidaiError):
    """Raised when the card chosen is not one of the person's, or is the repayment card already."""

    code = "no-such-card"
    text = N_("这张卡不能设为还款卡。")
    next_step = N_("请从列出的卡里选一张。")
    field = "card"


class RepaymentDayOutside(WeilidaiError):
    """Raised when the repayment day chosen is not one that every month has, or is the present one."""

    code = "repayment-day-outside"
    text = N_("还款日要在每月 {first} 号到 {last} 号之间，并且和现在的不同。")
    next_step = N_("请选另一天。")
    field = "day"


class NotWhileDue(WeilidaiError):
    """Raised when the repayment day is to move while a bill is due."""

    code = "not-while-due"
    text = N_("现在有 {due_fen} 已经到期，要先还清，才能改还款日。")
    next_step = N_("请先到账单里还款。")


class NothingOwed(WeilidaiError):
    """Raised when something is asked for that only an open loan can have."""

    code = "nothing-owed"
    text = N_("现在没有欠款。")
    next_step = N_("可以在账单里查看。")


class HardshipUnderWay(WeilidaiError):
    """Raised when a hardship plan is asked for while another case is open."""

    code = "hardship-under-way"
    text = N_("您已经提交过困难申请，正在处理。")
    next_step = N_("有结果会马上告诉您。")


class HardshipMonthsOutside(WeilidaiError):
    """Raised when an extension is asked for or granted for a number of months that is not offered."""

    code = "hardship-months-outside"
    text = N_("可以延期 1 到 {most} 个月。")
    next_step = N_("请改一个月数。")
    field = "months"


class NoHardshipCase(WeilidaiError):
    """Raised when a hardship case is decided that is not open."""

    code = "no-hardship-case"
    text = N_("没有待处理的困难申请。")
    next_step = N_("请先提交申请。")


class NoTryLeft(WeilidaiError):
    """Raised when no further automatic debit is scheduled today."""

    code = "no-try-left"
    text = N_("今天没有要自动扣款的账单，或者今天的几次都试过了。")
    next_step = N_("可以主动还款，或让日历走到明天。")
