"""入账顺序: how one receipt is split over what has been billed. Pure.

Rule: instalments oldest first; inside one, the parts in the order of the product's terms. What is left when
everything billed is paid is the rest.
"""

from datetime import date
from typing import NamedTuple

from weilidai_core.loan.item import Item
from weilidai_core.words import Component


class Line(NamedTuple):
    """What one instalment got, in fen."""

    number: int
    interest_fen: int
    principal_fen: int
    penalty_fen: int

    @property
    def total_fen(self) -> int:
        """All three together."""
        return self.interest_fen + self.principal_fen + self.penalty_fen


class Allocated(NamedTuple):
    """The items after a receipt, the lines of it, and what was left over."""

    items: tuple[Item, ...]
    lines: tuple[Line, ...]
    rest_fen: int


def allocate(
    amount_fen: int, items: tuple[Item, ...], *, order: tuple[Component, ...], on: date
) -> Allocated:
    """Split an amount over billed items, oldest first."""
    rest, after, lines = amount_fen, [], []
    for item in items:
        got: dict[Component, int] = {}
        for part, unpaid in item.parts_unpaid(order):
            if taken := min(rest, unpaid):
                got[part] = taken
                rest -= taken
        for part, taken in got.items():
            item = item.with_paid(part, taken, on=on)
        after.append(item)
        if got:
            lines.append(line_of(item.number, got))
    return Allocated(tuple(after), tuple(lines), rest)


def waive(penalty_fen: int, interest_fen: int, items: tuple[Item, ...]) -> Allocated:
    """Waive so much penalty and interest, oldest first; what is not owed is not waived."""
    rest = {Component.PENALTY: penalty_fen, Component.INTEREST: interest_fen}
    after, lines = [], []
    for item in items:
        got = {part: min(left, item.unpaid_fen(part)) for part, left in rest.items()}
        for part, taken in got.items():
            rest[part] -= taken
            item = item.with_waived(part, taken)
        after.append(item)
        if any(got.values()):
            lines.append(line_of(item.number, got))
    return Allocated(tuple(after), tuple(lines), sum(rest.values()))


def line_of(number: int, got: dict[Component, int]) -> Line:
    """The line of one instalment."""
    return Line(
        number,
        got.get(Component.INTEREST, 0),
        got.get(Component.PRINCIPAL, 0),
        got.get(Component.PENALTY, 0),
    )
