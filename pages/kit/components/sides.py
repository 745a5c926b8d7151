"""Two things beside each other, row by row: what was asked for, and what is on offer."""

from collections.abc import Sequence
from typing import NamedTuple

from pages.kit.components.markup import esc, put


class SideRow(NamedTuple):
    """One row: its name, the left and the right value; `differs` marks what is not the same."""

    label: str
    left: str
    right: str
    differs: bool = False


def sides(left: str, right: str, *, rows: Sequence[SideRow], caption: str) -> None:
    """The table with its two headings; `caption` names it for who cannot see it."""
    drawn = "".join(_row(row) for row in rows)
    put(
        f'<table class="wl-sides"><caption class="wl-hidden">{esc(caption)}</caption>'
        f'<thead><tr><td></td><th scope="col">{esc(left)}</th><th scope="col">{esc(right)}</th></tr></thead>'
        f"<tbody>{drawn}</tbody></table>"
    )


def _row(row: SideRow) -> str:
    kind = ' class="wl-differs"' if row.differs else ""
    return (
        f'<tr{kind}><th scope="row">{esc(row.label)}</th><td class="wl-num">{esc(row.left)}</td>'
        f'<td class="wl-num">{esc(row.right)}</td></tr>'
    )
