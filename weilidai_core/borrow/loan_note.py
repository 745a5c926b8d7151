"""借据: one paid-out loan as it stands, folded from the history. Pure; nothing here is stored.

Its schedule is drawn up again from its terms, so a row can never disagree with them. Outstanding is
what was paid out less what came back; overdue is not a state but a question about a day.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from weilidai_core.events import (
    EarlySettlementReceived,
    History,
    LoanDisbursed,
    LoanSettled,
    RepaymentReceived,
)
from weilidai_core.quote.quote import Quote, quote
from weilidai_core.quote.schedule import Row
from weilidai_core.words import RepaymentMethod


@dataclass(frozen=True)
class LoanNote:
    """One loan note; amounts in fen, `paid` holds the numbers of the instalments repaid in turn."""

    number: str
    contract: str
    drawdown: int
    principal_fen: int
    tenor: int
    method: RepaymentMethod
    daily_rate_ppm: int
    interest_from: date
    card: str
    paid: tuple[RepaymentReceived, ...] = ()
    settled_early: EarlySettlementReceived | None = None
    settled_on: date | None = None

    @property
    def quote(self) -> Quote:
        """The schedule and its costs, from the terms the note was signed on."""
        return _quote(self.principal_fen, self.daily_rate_ppm, self.tenor, self.method, self.interest_from)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The schedule's rows."""
        return self.quote.rows

    @property
    def outstanding_fen(self) -> int:
        """Principal not yet repaid."""
        early = self.settled_early.principal_fen if self.settled_early else 0
        return self.principal_fen - sum(each.principal_fen for each in self.paid) - early

    @property
    def next_row(self) -> Row | None:
        """The first instalment that is not repaid, or None when nothing is owed."""
        if self.settled_on is not None:
            return None
        return self.rows[len(self.paid)] if len(self.paid) < self.tenor else None

    @property
    def interest_paid_to(self) -> date:
        """The day up to which interest is repaid (that day not counted)."""
        return self.rows[len(self.paid) - 1].due_on if self.paid else self.interest_from


@lru_cache(maxsize=2048)
def _quote(principal_fen: int, daily_rate_ppm: int, tenor: int, method: RepaymentMethod, on: date) -> Quote:
    return quote(principal_fen, daily_rate_ppm=daily_rate_ppm, tenor=tenor, method=method, on=on)


def loan_notes_of(history: History) -> tuple[LoanNote, ...]:
    """Every loan note in the order of payout."""
    notes: dict[str, LoanNote] = {}
    for each in history:
        match each.event:
            case LoanDisbursed() as paid_out:
                fields = paid_out.model_dump(exclude={"kind", "loan_note"})
                notes[paid_out.loan_note] = LoanNote(number=paid_out.loan_note, **fields)
            case RepaymentReceived() as repaid:
                note = notes[repaid.loan_note]
                notes[repaid.loan_note] = replace(note, paid=(*note.paid, repaid))
            case EarlySettlementReceived() as early:
                notes[early.loan_note] = replace(notes[early.loan_note], settled_early=early)
            case LoanSettled() as settled:
                notes[settled.loan_note] = replace(notes[settled.loan_note], settled_on=each.on)
            case _:
                pass
    return tuple(notes.values())
