"""The account as the service desk sees it: a few figures, all derived from the history. Pure."""

from dataclasses import dataclass
from datetime import date

from weilidai_core.apply.application import Application, application_of
from weilidai_core.borrow.available_limit import AvailableLimit, available_limit_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.events import History
from weilidai_core.loan.item import Item
from weilidai_core.repay.position import Position, next_due_on, position
from weilidai_core.words import Outcome
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import profile_of


@dataclass(frozen=True)
class AccountState:
    """What the desk may speak of: amounts in fen, as of the world's day."""

    on: date
    invited: bool
    application: Application | None
    limit: AvailableLimit | None
    notes: tuple[LoanNote, ...]
    owed_fen: int
    next_due_on: date | None
    standing: tuple[Position, ...] = ()

    @property
    def days_past_due(self) -> int:
        """Days past due of the note that has been overdue longest; 0 when nothing is."""
        return max((now.days_past_due for now in self.standing), default=0)

    @property
    def due_items(self) -> tuple[Item, ...]:
        """Everything billed and payable by today, over all notes."""
        return tuple(item for now in self.standing for item in now.due_items)

    @property
    def applying(self) -> bool:
        """Whether an application is open."""
        found = self.application
        return found is not None and found.decided is None and found.ended is None

    @property
    def declined(self) -> bool:
        """Whether the latest application was declined."""
        found = self.application
        return found is not None and found.decided is not None and found.decided.outcome is Outcome.DECLINED


def account_state(history: History) -> AccountState:
    """The account at the end of a history."""
    on = day_of(history)
    notes = loan_notes_of(history)
    standing = tuple(position(note, on=on) for note in notes)
    return AccountState(
        on=on,
        invited=profile_of(history).invited,
        application=application_of(history),
        limit=available_limit_of(history),
        notes=notes,
        owed_fen=sum(now.owed_fen for now in standing),
        next_due_on=next_due_on(notes),
        standing=standing,
    )
