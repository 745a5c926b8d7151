"""What has been billed on a loan note: an instalment, or the interest to the day of a prepayment."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from weilidai_core.quote.schedule import Row
from weilidai_core.words import Component


class Origin(StrEnum):
    """Why something was billed: its day came, it was paid ahead, or an extension carried it on."""

    INSTALMENT = "instalment"
    PREPAYMENT = "prepayment"
    CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class Item:
    """One billed amount and what came in for it, in fen; `left` is its principal over time (see penalty).

    `row` says what was charged and how it was reckoned; `moved_fen` is principal that an extension spread
    anew. Penalty is to the day of the account.
    """

    row: Row
    origin: Origin
    payable_on: date
    left: tuple[tuple[date, int], ...]
    penalty_fen: int = 0
    moved_fen: int = 0
    paid: dict[Component, int] = field(default_factory=dict)
    waived: dict[Component, int] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The instalment's number in the schedule."""
        return self.row.number

    def charged_fen(self, part: Component) -> int:
        """What was billed of one part."""
        if part is Component.PENALTY:
            return self.penalty_fen
        return (
            self.row.interest_fen if part is Component.INTEREST else self.row.principal_fen - self.moved_fen
        )

    def paid_fen(self, part: Component) -> int:
        """What came in for one part."""
        return self.paid.get(part, 0)

    def unpaid_fen(self, part: Component) -> int:
        """What is still to be paid of one part."""
        return self.charged_fen(part) - self.paid.get(part, 0) - self.waived.get(part, 0)

    @property
    def owed_fen(self) -> int:
        """What is still to be paid in all."""
        return sum(self.unpaid_fen(part) for part in Component)

    @property
    def is_billed_open(self) -> bool:
        """Whether principal or interest is still to be paid: what makes an instalment overdue."""
        return self.unpaid_fen(Component.PRINCIPAL) + self.unpaid_fen(Component.INTEREST) > 0

    def with_paid(self, part: Component, amount_fen: int, *, on: date) -> "Item":
        """The same item after so much came in for one part."""
        left = self.left
        if part is Component.PRINCIPAL:
            left = (*left, (on, left[-1][1] - amount_fen))
        return replace(self, paid={**self.paid, part: self.paid_fen(part) + amount_fen}, left=left)

    def with_waived(self, part: Component, amount_fen: int) -> "Item":
        """The same item after so much of one part was waived."""
        return replace(self, waived={**self.waived, part: self.waived.get(part, 0) + amount_fen})

    def parts_unpaid(self, order: tuple[Component, ...]) -> Iterator[tuple[Component, int]]:
        """What is still to be paid, part by part in the order of the terms."""
        for part in order:
            if unpaid := self.unpaid_fen(part):
                yield part, unpaid
