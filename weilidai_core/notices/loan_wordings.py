"""The wordings of a loan's life: paid out, due, repaid, overdue, settled.

Pattern of every SMS: the fictional lender, the masked name, what happened, amount and day, one thing to do
inside the app, 模拟短信. No link, no threat, nobody else's name.
"""

from datetime import time

from weilidai_core.notices.wording import MORNING, Wording
from weilidai_core.sentences import N_
from weilidai_core.words import Notice, Topic

LOAN_WORDINGS: dict[Notice, Wording] = {
    Notice.LOAN_DISBURSED: Wording(
        topic=Topic.RECEIPT,
        at=time(11),
        title=N_("借款已放款"),
        inbox=N_(
            "{amount_fen} 已转到尾号 {card_end} 的卡（模拟）。年化利率（单利）{annual_rate_ppm}，分 {tenor} 期还，"
            "第一期 {due_on} 还 {first_fen}。次日起可以提前还，不收违约金。"
        ),
        push=N_("{amount_fen} 已到账（模拟），第一期 {due_on} 还。"),
        sms=N_(
            "【星河示例银行】{name}，您借的 {amount_fen} 已转到尾号 {card_end} 的卡，第一期 {due_on} 还 {first_fen}。"
            "还款计划在借据里。（模拟短信）"
        ),
        leads_to="loan_note",
    ),
    Notice.DUE_IN_3_DAYS: Wording(
        topic=Topic.REMINDER,
        at=MORNING,
        title=N_("3 天后还款"),
        inbox=N_(
            "第 {number}/{tenor} 期 {due_on} 应还 {amount_fen}：本金 {principal_fen}，利息 {interest_fen}。"
            "到期日从尾号 {card_end} 的卡扣款，请提前备足。"
        ),
        inbox_with_penalty=N_(
            "第 {number}/{tenor} 期 {due_on} 应还 {amount_fen}：本金 {principal_fen}，利息 {interest_fen}，"
            "罚息 {penalty_fen}。到期日从尾号 {card_end} 的卡扣款，请提前备足。"
        ),
        push=N_("{due_on} 应还 {amount_fen}，请在尾号 {card_end} 的卡里备足。"),
        sms=N_(
            "【星河示例银行】{name}，第 {number}/{tenor} 期 {due_on} 应还 {amount_fen}，请在尾号 {card_end} 的卡里备足。"
            "明细在账单里。（模拟短信）"
        ),
        voice=N_(
            "您好，这里是星河示例银行的模拟语音提醒。您的第 {number} 期还款在 {due_on}，金额 {amount_fen}。"
            "请提前在扣款卡里备足。谢谢，再见。"
        ),
        leads_to="bills",
    ),
    Notice.DUE_TOMORROW: Wording(
        topic=Topic.REMINDER,
        at=MORNING,
        title=N_("明天还款"),
        inbox=N_(
            "第 {number}/{tenor} 期明天（{due_on}）应还 {amount_fen}，从尾号 {card_end} 的卡扣款。"
            "如果这个月有困难，现在就可以申请协商还款。"
        ),
        push=N_("明天应还 {amount_fen}，请看看尾号 {card_end} 的卡够不够。"),
        sms=N_(
            "【星河示例银行】{name}，明天（{due_on}）应还 {amount_fen}，从尾号 {card_end} 的卡扣款。"
            "明细在账单里。（模拟短信）"
        ),
        leads_to="bills",
    ),
    Notice.DUE_TODAY: Wording(
        topic=Topic.DUE,
        at=MORNING,
        title=N_("今天是还款日"),
        inbox=N_(
            "第 {number}/{tenor} 期今天应还 {amount_fen}：本金 {principal_fen}，利息 {interest_fen}。"
            "从尾号 {card_end} 的卡扣款，也可以自己到账单里还。"
        ),
        inbox_with_penalty=N_(
            "第 {number}/{tenor} 期今天应还 {amount_fen}：本金 {principal_fen}，利息 {interest_fen}，"
            "罚息 {penalty_fen}。从尾号 {card_end} 的卡扣款，也可以自己到账单里还。"
        ),
        push=N_("今天应还 {amount_fen}。"),
        sms=N_(
            "【星河示例银行】{name}，第 {number}/{tenor} 期今天应还 {amount_fen}，从尾号 {card_end} 的卡扣款，"
            "也可在账单里自己还。（模拟短信）"
        ),
        voice=N_(
            "您好，这里是星河示例银行的模拟语音提醒。您的第 {number} 期今天应还 {amount_fen}。"
            "请确认扣款卡里的钱够用。谢谢，再见。"
        ),
        leads_to="bills",
    ),
    Notice.REPAYMENT_RECEIVED: Wording(
        topic=Topic.RECEIPT,
        at=time(11),
        title=N_("还款已入账"),
        inbox=N_(
            "收到还款 {amount_fen}（模拟）：本金 {principal_fen}，利息 {interest_fen}，罚息 {penalty_fen}。"
            "这笔借款还剩本金 {outstanding_fen}。"
        ),
        push=N_("收到还款 {amount_fen}，还剩本金 {outstanding_fen}。"),
        sms=N_(
            "【星河示例银行】{name}，{paid_on} 收到您的还款 {amount_fen}，还剩本金 {outstanding_fen}。"
            "明细在账单里。（模拟短信）"
        ),
        leads_to="loan_note",
    ),
    Notice.AUTO_DEBIT_FAILED: Wording(
        topic=Topic.DUE,
        at=time(10, 30),
        title=N_("自动扣款没有成功"),
        inbox=N_(
            "{due_on} 应还 {amount_fen}，尾号 {card_end} 的卡余额不足，没有扣到款。"
            "今天 24:00 前存够钱或自己还，都不算逾期。"
        ),
        push=N_("应还 {amount_fen} 没有扣到款，今天 24:00 前都可以还。"),
        sms=N_(
            "【星河示例银行】{name}，{due_on} 应还的 {amount_fen} 没有扣到款，尾号 {card_end} 的卡余额不足。"
            "今天 24:00 前可在账单里还。（模拟短信）"
        ),
        voice=N_(
            "您好，这里是星河示例银行的模拟语音提醒。您今天应还的 {amount_fen} 没有扣到款。"
            "今天二十四点前，可以在手机应用的账单里还。谢谢，再见。"
        ),
        leads_to="bills",
    ),
    Notice.OVERDUE: Wording(
        topic=Topic.OVERDUE,
        at=MORNING,
        title=N_("有一期已经逾期"),
        inbox=N_(
            "从 {due_on} 起应还的 {amount_fen} 还没有还，已逾期 {overdue_days} 天。逾期本金按正常利率的 {penalty_percent}% 计息。"
            "今天一共应还 {owed_fen}，晚一天多 {one_more_day_fen}。有困难可以申请协商还款，对金额有疑问可以提出异议。"
        ),
        push=N_("逾期 {overdue_days} 天，今天还清这一期要 {owed_fen}。"),
        sms=N_(
            "【星河示例银行】{name}，{due_on} 应还的款已逾期 {overdue_days} 天，今天应还 {owed_fen}。"
            "可在账单里还，有困难可申请协商。（模拟短信）"
        ),
        voice=N_(
            "您好，这里是星河示例银行的模拟语音提醒。您有一期还款已经逾期，今天应还 {owed_fen}。"
            "有困难可以在手机应用里申请协商还款。谢谢，再见。"
        ),
        leads_to="bills",
    ),
    Notice.BEFORE_BUREAU_REPORT: Wording(
        topic=Topic.OVERDUE,
        at=MORNING,
        title=N_("征信报送之前告知您"),
        inbox=N_(
            "到 {report_on} 仍未还清逾期的 {owed_fen}，这次逾期会作为不良信息报送征信系统（模拟，不会真的报送）。"
            "在那之前还清就不报送。对金额有疑问可以提出异议，有困难可以申请协商还款。"
        ),
        push=N_("{report_on} 前还清 {owed_fen}，就不会报送征信（模拟）。"),
        sms=N_(
            "【星河示例银行】{name}，逾期的 {owed_fen} 到 {report_on} 仍未还清，将报送征信（模拟，不会真的报送）。"
            "还清或提出异议请看消息。（模拟短信）"
        ),
        leads_to="bureau_report",
    ),
    Notice.SETTLED: Wording(
        topic=Topic.RECEIPT,
        at=time(11),
        title=N_("借款已结清"),
        inbox=N_("借据 {loan_note} 已在 {paid_on} 全部还清，不再产生利息。还款日历里剩下的日子会取消。"),
        push=N_("借据 {loan_note} 已全部还清。"),
        sms=N_(
            "【星河示例银行】{name}，借据 {loan_note} 已在 {paid_on} 全部还清。结清凭据在借据里。（模拟短信）"
        ),
        leads_to="settled",
    ),
}
