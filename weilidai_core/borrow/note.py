"""借据: one paid-out loan as it stands: its terms, what has moved on it, and what follows from both. Pure.

Its schedule and its balances are reckoned again from its terms and its movements (`loan.replay`), so a row
can never disagree with them. Overdue is not a state but a question about a day.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from weilidai_core.loan.account import Account
from weilidai_core.loan.item import Item, Origin
from weilidai_core.loan.movement import Extended, LoanTerms, Movement
from weilidai_core.loan.replay import account
from weilidai_core.product import terms_on
from weilidai_core.quote.quote import Quote, quote
from weilidai_core.quote.schedule import Row
from weilidai_core.words import Component, RepaymentMethod

# The place of what is only tried out: after everything of its day.
AFTER_ALL = 10**9


@dataclass(frozen=True)
class LoanNote:
    """One loan note; amounts in fen. `movements` are what counts: nothing that was taken back is among them.

    `interest_booked_fen` and `penalty_booked_fen` are what the books have accrued so far, `waived_booked_fen`
    what of each they have waived; `orders` remembers
    the place of every receipt, so that one that is booked anew keeps it.
    """

    number: str
    contract: str
    drawdown: int
    principal_fen: int
    tenor: int
    method: RepaymentMethod
    daily_rate_ppm: int
    interest_from: date
    card: str
    movements: tuple[Movement, ...] = ()
    settled_on: date | None = None
    interest_booked_fen: int = 0
    interest_booked_to: date | None = None
    penalty_booked_fen: int = 0
    waived_booked_fen: tuple[int, int] = (0, 0)
    orders: tuple[tuple[str, int], ...] = ()

    @property
    def quote(self) -> Quote:
        """The schedule as it was signed, and its costs."""
        return _quote(self.principal_fen, self.daily_rate_ppm, self.tenor, self.method, self.interest_from)

    @property
    def terms(self) -> LoanTerms:
        """What was signed, with the product's rules on that day."""
        product = terms_on(self.interest_from)
        return LoanTerms(
            self.principal_fen,
            self.tenor,
            self.method,
            self.daily_rate_ppm,
            self.interest_from,
            product.grace_days,
            product.penalty_times_percent,
            product.allocation_order,
        )

    def account(self, on: date) -> Account:
        """The account on a day."""
        return account(self.terms, self.movements, on)

    def extended(self, months: int, *, on: date) -> Account:
        """The account on a day as it would be with an extension of so many months on that day."""
        return account(self.terms, (*self.movements, Extended(on, AFTER_ALL, months)), on)

    @cached_property
    def latest(self) -> Account:
        """The account right after the last thing that moved on it."""
        days = [movement.value_on for movement in self.movements]
        return self.account(max((self.interest_from, *days)))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The schedule's rows as they stand: those signed, until something draws them up anew."""
        return self.latest.rows

    @property
    def outstanding_fen(self) -> int:
        """Principal not yet repaid."""
        return self.latest.outstanding_fen

    @cached_property
    def paid_items(self) -> tuple[Item, ...]:
        """The instalments that are repaid in full, in turn."""
        billed = (item for item in self.latest.items if item.origin is Origin.INSTALMENT)
        return tuple(item for item in billed if not item.owed_fen)

    @property
    def paid_count(self) -> int:
        """How many instalments are repaid."""
        return len(self.paid_items)

    @property
    def next_row(self) -> Row | None:
        """The first instalment that is not repaid in full, or None when nothing is owed."""
        unpaid = [item for item in self.latest.items if item.owed_fen]
        if unpaid:
            return unpaid[0].row
        return self.latest.plan[0] if self.latest.plan else None

    @property
    def next_due_on(self) -> date | None:
        """The day from which the next unpaid instalment is payable, or None when nothing is owed."""
        days = [item.payable_on for item in self.latest.items if item.owed_fen]
        days += [row.due_on for row in self.latest.plan[:1]]
        return min(days, default=None)

    @property
    def next_fen(self) -> int:
        """What is payable on that day: billed and unpaid, carried there, or the instalment that falls due."""
        day = self.next_due_on
        billed = sum(item.owed_fen for item in self.latest.items if item.payable_on == day)
        return billed + sum(row.total_fen for row in self.latest.plan[:1] if row.due_on == day)

    def paid_fen(self, part: Component) -> int:
        """What came in for one part so far: interest, principal or penalty."""
        return sum(item.paid_fen(part) for item in self.latest.items)

    @property
    def settled_ahead(self) -> bool:
        """Whether it was settled before its last instalment fell due."""
        return self.settled_on is not None and bool(self.latest.closed)

    @property
    def interest_saved_fen(self) -> int:
        """Interest that prepaying and settling ahead have saved so far."""
        return sum(booked.interest_saved_fen for booked in self.latest.booked.values())


@lru_cache(maxsize=2048)
def _quote(principal_fen: int, daily_rate_ppm: int, tenor: int, method: RepaymentMethod, on: date) -> Quote:
    return quote(principal_fen, daily_rate_ppm=daily_rate_ppm, tenor=tenor, method=method, on=on)
