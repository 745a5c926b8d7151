"""A world that lives in memory: the same actions and reactions as `act`, without a database beside them.

For laws about money over many lives; what the database adds (one transaction, keys, triggers) has tests of
its own.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, cast

from tests.invariants.loan_laws import books_of
from weilidai_core.act import ACTIONS
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import (
    Event,
    History,
    LimitGranted,
    LoanDisbursed,
    PlanChosen,
    Recorded,
    WorldStarted,
)
from weilidai_core.ledger.accounts import Account
from weilidai_core.reactions import react
from weilidai_core.repay.actions import FundCard
from weilidai_core.repay.day_end import AdvanceDay
from weilidai_core.scenarios.personas import persona
from weilidai_core.words import RepaymentMethod
from weilidai_core.world.clock import day_of
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request


@dataclass
class MemoryWorld:
    """One person's history; it begins on `first_day` with a limit, a full card, and no loan."""

    first_day: date = date(2026, 9, 15)
    history: History = field(default=())

    def __post_init__(self) -> None:
        profile = persona("first-timer").profile.model_dump(mode="json")
        self.happen(WorldStarted(persona="first-timer", first_day=self.first_day, profile=profile))
        self.happen(
            LimitGranted.model_construct(kind="limit-granted", limit_fen=100_000_00, daily_rate_ppm=500)
        )

    @property
    def on(self) -> date:
        """The simulated day."""
        return day_of(self.history) if self.history else self.first_day

    @property
    def notes(self) -> tuple[LoanNote, ...]:
        """The loan notes."""
        return loan_notes_of(self.history)

    def happen(self, event: Event) -> None:
        """Let something have happened."""
        place = len(self.history) + 1
        self.history = (*self.history, Recorded(place, place, self.on, event))

    def lend(
        self,
        principal_fen: int = 12_000_00,
        *,
        tenor: int = 12,
        ppm: int = 400,
        method: RepaymentMethod = RepaymentMethod.EQUAL_PRINCIPAL,
    ) -> str:
        """Pay a loan out today; its number."""
        drawdown = len(self.notes) + 1
        number = f"JJ-{drawdown}"
        self.happen(
            PlanChosen(
                drawdown=drawdown,
                principal_fen=principal_fen,
                tenor=tenor,
                method=method,
                daily_rate_ppm=ppm,
            )
        )
        self.happen(
            LoanDisbursed(
                drawdown=drawdown,
                loan_note=number,
                contract="HT",
                principal_fen=principal_fen,
                tenor=tenor,
                method=method,
                daily_rate_ppm=ppm,
                interest_from=self.on,
                card="9999 **** 0018",
            )
        )
        return number

    def do(self, request: Request) -> None:
        """Do what is asked, whole, or raise its refusal with nothing changed."""
        doing = Doing(session=cast(Any, None), world_id=1, step=len(self.history) + 1, history=self.history)
        ACTIONS[type(request)](doing, request)
        react(doing)
        self.history = doing.history

    def tries(self, request: Request) -> bool:
        """Whether a request was done; a refusal is named and changes nothing."""
        try:
            self.do(request)
        except WeilidaiError:
            return False
        return True

    def wait(self, days: int) -> None:
        """Let days pass, whatever happens."""
        self.do(AdvanceDay(to_on=self.on + timedelta(days=days)))

    def card_holds(self, balance_fen: int) -> None:
        """Set the card's simulated balance."""
        self.do(FundCard(balance_fen=balance_fen))

    def happened(self, kind: type[Any]) -> list[Any]:
        """Every event of a kind, oldest first."""
        return [each.event for each in self.history if isinstance(each.event, kind)]

    def balances(self, loan_note: str = "") -> Counter[Account]:
        """The books: debit less credit by account, of one note or of all; every entry balances."""
        return books_of(self.history, loan_note)
