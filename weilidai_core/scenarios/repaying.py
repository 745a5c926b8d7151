"""The scenarios of a loan's life: due, paid, short, overdue, helped, ahead, settled, taken back."""

from weilidai_core.apply.counter_offer import Plan
from weilidai_core.journey import Step
from weilidai_core.scenarios.happenings import (
    auto_debit,
    bill_due,
    bill_paid,
    card_holds,
    days_pass,
    hardship_asked,
    hardship_granted,
    last_receipt_reversed,
    overdue,
    prepaid,
    second_loan,
)
from weilidai_core.scenarios.scene import Scenario
from weilidai_core.sentences import N_
from weilidai_core.words import RepaymentMethod, RepaymentPurpose

HELD_ENOUGH_FEN = 5_000_00
_HALF = Plan(principal_fen=4_000_00, tenor=12, method=RepaymentMethod.EQUAL_PRINCIPAL)

_OVERDUE = (
    (1, N_("逾期第 1 天，还在宽限期")),
    (3, N_("逾期 3 天，额度冻结")),
    (4, N_("逾期 4 天，征信报送之前")),
    (30, N_("逾期 30 天")),
    (91, N_("逾期 91 天")),
)

REPAYING: tuple[Scenario, ...] = (
    Scenario(
        name="bill-due",
        title=N_("账单今天到期"),
        persona="first-timer",
        until=Step.SIGN,
        opens=Step.BILLS,
        then=(bill_due,),
    ),
    Scenario(
        name="bill-paid",
        title=N_("账单刚还清"),
        persona="first-timer",
        until=Step.SIGN,
        opens=Step.BILLS,
        then=(bill_due, bill_paid),
    ),
    Scenario(
        name="card-short",
        title=N_("自动扣款失败：卡里钱不够"),
        persona="gig-worker",
        until=Step.SIGN,
        opens=Step.BILLS,
        then=(card_holds(50_00), bill_due, auto_debit),
    ),
    Scenario(
        name="card-short-then-paid",
        title=N_("自动扣款失败，当晚补上"),
        persona="gig-worker",
        until=Step.SIGN,
        opens=Step.BILLS,
        then=(card_holds(50_00), bill_due, auto_debit, card_holds(HELD_ENOUGH_FEN), auto_debit),
    ),
    *(
        Scenario(
            name=f"overdue-{days}",
            title=title,
            persona="gig-worker",
            until=Step.SIGN,
            opens=Step.BILLS,
            then=overdue(days),
        )
        for days, title in _OVERDUE
    ),
    Scenario(
        name="hardship-asked",
        title=N_("困难申请正在处理"),
        persona="gig-worker",
        until=Step.SIGN,
        opens=Step.BILLS,
        then=(*overdue(15), hardship_asked),
    ),
    Scenario(
        name="hardship-granted",
        title=N_("困难申请通过：延期，罚息减免"),
        persona="gig-worker",
        until=Step.SIGN,
        opens=Step.LOAN_NOTE,
        then=(*overdue(31), hardship_asked, hardship_granted),
    ),
    Scenario(
        name="prepaid-keep-tenor",
        title=N_("提前还了一部分，期数不变"),
        persona="steady",
        until=Step.SIGN,
        opens=Step.LOAN_NOTE,
        then=(days_pass(10), prepaid(RepaymentPurpose.KEEP_TENOR, principal_fen=3_000_00)),
    ),
    Scenario(
        name="prepaid-keep-instalment",
        title=N_("提前还了一部分，每期金额不变"),
        persona="steady",
        until=Step.SIGN,
        opens=Step.LOAN_NOTE,
        then=(days_pass(10), prepaid(RepaymentPurpose.KEEP_INSTALMENT, principal_fen=3_000_00)),
    ),
    Scenario(
        name="two-notes",
        title=N_("两笔借款，账单各自到期"),
        persona="steady",
        until=Step.SIGN,
        opens=Step.BILLS,
        then=(days_pass(7), second_loan(3_000_00, tenor=6), bill_due),
        plan=_HALF,
    ),
    Scenario(
        name="settled-in-time",
        title=N_("按期还清最后一期"),
        persona="first-timer",
        until=Step.SIGN,
        opens=Step.SETTLED,
        then=(days_pass(366),),
    ),
    Scenario(
        name="reversed",
        title=N_("还款被银行退回，已冲正"),
        persona="first-timer",
        until=Step.SIGN,
        opens=Step.BILLS,
        then=(bill_due, bill_paid, days_pass(1), last_receipt_reversed),
    ),
    Scenario(
        name="back-on-track",
        title=N_("逾期还清，额度恢复"),
        persona="gig-worker",
        until=Step.SIGN,
        opens=Step.HOME,
        then=(*overdue(4), card_holds(HELD_ENOUGH_FEN), bill_paid),
    ),
)
