"""What borrowing refuses, each by its name."""

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_


class NoLimitYet(WeilidaiError):
    """Raised when there is no credit limit to draw on."""

    code = "no-limit-yet"
    text = N_("还没有获得额度，暂时不能借款。")
    next_step = N_("请先完成申请。")


class ConsentWithdrawn(WeilidaiError):
    """Raised when something new is to be lent while a necessary consent is withdrawn."""

    code = "consent-withdrawn"
    text = N_("您已撤回《{document}》，不能再借新的；已经借的按合同继续还。")
    next_step = N_("想再借，可以在授权页重新同意。")


class NotThisDrawdown(WeilidaiError):
    """Raised when the drawdown meant is not the one under way: finished, lapsed or replaced."""

    code = "not-this-drawdown"
    text = N_("这笔借款的方案已经失效或已经完成，刚才的操作没有生效。")
    next_step = N_("请从借款首页看当前进度。")


class CostChanged(WeilidaiError):
    """Raised when the confirmed figures are not the drawdown's own."""

    code = "cost-changed"
    text = N_("费用明细已经更新，刚才的确认没有生效。")
    next_step = N_("请重新看一遍明示表再确认。")


class CostAlreadyConfirmed(WeilidaiError):
    """Raised when a cost table is confirmed that was confirmed before: its contract exists already."""

    code = "cost-already-confirmed"
    text = N_("综合融资成本已经确认过了，合同已经出具。")
    next_step = N_("请接着看合同。")


class CostNotConfirmed(WeilidaiError):
    """Raised when a contract is wanted before the cost table was confirmed."""

    code = "cost-not-confirmed"
    text = N_("合同要在确认综合融资成本之后才出具。")
    next_step = N_("请先看明示表。")


class ContractChanged(WeilidaiError):
    """Raised when the text meant is not the drawdown's contract."""

    code = "contract-changed"
    text = N_("合同文本与当前这笔借款不一致，没有签署。")
    next_step = N_("请重新打开合同。")


class ContractNotRead(WeilidaiError):
    """Raised when a contract is to be signed that was not read to its end."""

    code = "contract-not-read"
    text = N_("合同还没有读到末尾，不能签署。")
    next_step = N_("请先读完合同。")


class SignatureNotFound(WeilidaiError):
    """Raised when there is no evidence that the PIN was checked for this text."""

    code = "signature-not-found"
    text = N_("没有找到这份合同的签署凭据，没有签署。")
    next_step = N_("请重新输入 PIN。")


class LimitIsFrozen(WeilidaiError):
    """Raised when money is to be drawn while the limit is frozen."""

    code = "limit-frozen"
    text = N_("额度因逾期暂时冻结，现在不能再借。")
    next_step = N_("把逾期的账单还清，额度马上恢复。")
