"""The repayment schedule as bars and as rows.

Bars are plain HTML: they follow the slider without a chart library. Law: every row can open its
reckoning (balance × rate × days).
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from pages.kit.components.markup import esc, lines, put
from pages.kit.i18n import _

State = Literal["ahead", "due", "paid", "overdue"]
_MOST_LABELS = 12


class Bar(NamedTuple):
    """One instalment as a bar: principal below, interest on top (fen); `title` is read out for it."""

    number: int
    principal_fen: int
    interest_fen: int
    state: State = "ahead"


class Line(NamedTuple):
    """One instalment as a row; `reckoning` opens under it, `state` marks what is paid or due."""

    title: str
    day: str
    total: str
    split: str
    reckoning: str = ""
    state: State = "ahead"


def schedule_bars(bars: Sequence[Bar], *, summary: str) -> None:
    """The bars with their legend; `summary` is what a screen reader is told instead."""
    tallest = max((bar.principal_fen + bar.interest_fen for bar in bars), default=0) or 1
    # With many instalments only every n-th number fits under its bar.
    every = -(-len(bars) // _MOST_LABELS)
    drawn = "".join(_bar(bar, tallest, bar.number % every == 0 or every == 1) for bar in bars)
    # Paid, due and overdue bars have colours of their own, which are named where they are there.
    named = {"": _("本金"), "wl-interest": _("利息")} | {
        f"wl-{state}": name for state, name in _states().items() if any(bar.state == state for bar in bars)
    }
    legend = "".join(f'<span class="{kind}">{esc(name)}</span>' for kind, name in named.items())
    put(
        lines(
            f'<div class="wl-legend" aria-hidden="true">{legend}</div>',
            f'<div class="wl-bars" role="img" aria-label="{esc(summary)}">{drawn}</div>',
        )
    )


def _bar(bar: Bar, tallest: int, numbered: bool) -> str:
    # Parts in ten thousand are enough for a picture; the figures stand in the rows.
    principal, interest = (part * 10_000 // tallest / 100 for part in (bar.principal_fen, bar.interest_fen))
    return (
        f'<div class="wl-bar wl-{bar.state}"><s style="height:{interest}%"></s>'
        f'<i style="height:{principal}%"></i><u>{bar.number if numbered else ""}</u></div>'
    )


def _states() -> dict[State, str]:
    return {"paid": _("已还"), "due": _("待还"), "overdue": _("已逾期")}


def schedule_rows(rows: Sequence[Line]) -> None:
    """The instalments, each with its day, split and state; a tap opens its reckoning."""
    # Their number is what the browser reserves room by, while they lie below the screen and are not drawn.
    put(f'<div class="wl-rows" style="--rows:{len(rows)}">{"".join(_line(row) for row in rows)}</div>')


def _line(row: Line) -> str:
    states = _states()
    kind = {"paid": "success", "due": "info", "overdue": "error", "ahead": ""}[row.state]
    mark = f'<span class="wl-chip wl-{kind}">{esc(states[row.state])}</span>' if kind else ""
    face = (
        f'<b>{esc(row.title)}{mark}</b><b class="wl-num">{esc(row.total)}</b>'
        f"<span>{esc(row.day)}</span><span>{esc(row.split)}</span>"
    )
    if not row.reckoning:
        return f'<div class="wl-row wl-{row.state}">{face}</div>'
    return (
        f'<details class="wl-row wl-{row.state}"><summary>{face}</summary>'
        f"<p>{esc(row.reckoning)}</p></details>"
    )
