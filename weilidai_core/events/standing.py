"""What follows from being overdue or in need: hardship, the credit bureau, the limit, the repayment card."""

from datetime import date
from typing import Literal

from weilidai_core.events.fact import Fact
from weilidai_core.vault import personal
from weilidai_core.words import HardshipReason


class HardshipAsked(Fact):
    """困难申请: somebody asked for a plan, with the reason and for how many months."""

    kind: Literal["hardship-asked"] = "hardship-asked"
    case: int
    reason: HardshipReason
    months: int


class HardshipDecided(Fact):
    """What was decided on a hardship case: granted with these months and this waiver, or not."""

    kind: Literal["hardship-decided"] = "hardship-decided"
    case: int
    granted: bool
    months: int = 0
    waives_penalty: bool = False


class BureauNoticeGiven(Fact):
    """征信提示: before anything negative is reported, the person is told (征信业管理条例, art. 15)."""

    kind: Literal["bureau-notice-given"] = "bureau-notice-given"
    loan_note: str
    days_past_due: int
    overdue_fen: int
    reports_on: date


class BureauReported(Fact):
    """征信报送（模拟）: the overdue loan note, or that it is no longer overdue, was reported."""

    kind: Literal["bureau-reported"] = "bureau-reported"
    loan_note: str
    days_past_due: int
    overdue_fen: int


class LimitFrozen(Fact):
    """额度冻结: nothing can be drawn until it is lifted."""

    kind: Literal["limit-frozen"] = "limit-frozen"
    reason: Literal["overdue"] = "overdue"


class LimitUnfrozen(Fact):
    """额度解冻: what the limit was frozen for is over."""

    kind: Literal["limit-unfrozen"] = "limit-unfrozen"
    reason: Literal["overdue"] = "overdue"


class RepaymentCardChanged(Fact):
    """还款卡变更: what is due is taken from this card from now on; masked."""

    kind: Literal["repayment-card-changed"] = "repayment-card-changed"
    card: personal.Card


class CardFunded(Fact):
    """The simulated balance of the repayment card is this now, in fen."""

    kind: Literal["card-funded"] = "card-funded"
    card: personal.Card
    balance_fen: int
