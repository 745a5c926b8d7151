"""提前结清: what settles a loan note on a day, and what that saves. Pure.

Rule: outstanding principal plus interest to the day, no fee, from the day after the payout on (public
product pages agree on all three).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.errors import WeilidaiError
from weilidai_core.repay.position import position
from weilidai_core.sentences import N_


class TooEarlyToSettle(WeilidaiError):
    """Raised when a loan is to be settled on the day of its payout: the shortest loan lasts one day."""

    code = "too-early-to-settle"
    text = N_("这笔借款今天刚放款，从 {first_on} 起可以提前结清，不收违约金。")
    next_step = N_("请明天再来。")


@dataclass(frozen=True)
class EarlySettlement:
    """What settles a note on a day, in fen; `saved_fen` is the interest that will not be charged."""

    loan_note: str
    on: date
    principal_fen: int
    interest_fen: int
    interest_days: int
    saved_fen: int
    instalments_left: int
    penalty_fen: int = 0

    @property
    def total_fen(self) -> int:
        """Principal, interest and penalty together."""
        return self.principal_fen + self.interest_fen + self.penalty_fen


def first_settlement_on(note: LoanNote) -> date:
    """The first day on which a note can be settled early: the shortest loan lasts one day."""
    return note.interest_from + timedelta(days=1)


def early_settlement(note: LoanNote, *, on: date) -> EarlySettlement:
    """The early settlement of a note on a day. Raises `TooEarlyToSettle`."""
    first_on = first_settlement_on(note)
    if on < first_on:
        raise TooEarlyToSettle(first_on=first_on)
    now = position(note, on=on)
    account = now.account
    return EarlySettlement(
        loan_note=note.number,
        on=on,
        principal_fen=now.outstanding_fen,
        interest_fen=now.interest_to_day_fen,
        interest_days=now.interest_days,
        saved_fen=sum(row.interest_fen for row in account.plan) - account.running_interest_fen,
        instalments_left=len([item for item in account.items if item.owed_fen]) + len(account.plan),
        penalty_fen=now.penalty_to_day_fen,
    )
