"""Figures: the large amount, the three beside each other, the rows with their "why?".

Laws: the annual rate stands before any other rate; figures are tabular; every figure can open the
reckoning behind it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pages.kit.components.markup import esc, lines, put
from pages.kit.i18n import _


class Fact(NamedTuple):
    """One labelled figure; `why` is the reckoning behind it, opened by a tap; `strong` is the sum.

    What opens is a reckoning unless `asks` calls it otherwise.
    """

    label: str
    value: str
    why: str = ""
    strong: bool = False
    asks: str = ""


def amount_hero(label: str, *, amount: str, rate: str = "", note: str = "") -> None:
    """The largest figure of the page on blue, the annual rate pill first under it.

    `rate` is a whole phrase with the annual rate in it; the page gives amounts without ¥.
    """
    put(
        lines(
            '<div class="wl-hero"><p>',
            esc(label),
            f'</p><strong class="wl-num" role="status">{esc(amount)}</strong>',
            f'<span class="wl-pill">{esc(rate)}</span>' if rate else "",
            f"<small>{esc(note)}</small>" if note else "",
            "</div>",
        )
    )


def balance_card(facts: Sequence[Fact]) -> None:
    """The wallet's green card: one or two balances beside each other."""
    cells = "".join(
        f'<div><dt>{esc(f.label)}</dt><dd class="wl-num">{esc(f.value)}</dd></div>' for f in facts
    )
    put(f'<dl class="wl-balance">{cells}</dl>')


def figures(facts: Sequence[Fact]) -> None:
    """Two or three figures beside each other, announced when they change."""
    cells = "".join(
        f'<div><dt>{esc(f.label)}</dt><dd class="wl-num">{esc(f.value)}</dd></div>' for f in facts
    )
    put(f'<div role="status"><dl class="wl-figures">{cells}</dl></div>')


def key_values(facts: Sequence[Fact], *, title: str = "") -> None:
    """Labelled rows; one with a `why` opens its reckoning in place, without a round trip."""
    head = f'<div class="wl-section"><h2>{esc(title)}</h2></div>' if title else ""
    put(head + f'<div class="wl-facts">{"".join(_row(fact) for fact in facts)}</div>')


def _row(fact: Fact) -> str:
    figure = f'<span>{esc(fact.label)}</span><b class="wl-num">{esc(fact.value)}</b>'
    kind = "wl-fact wl-strong" if fact.strong else "wl-fact"
    if not fact.why:
        return f'<div class="{kind}">{figure}</div>'
    question = esc(fact.asks or _("怎么算的"))
    ask = f'<i class="wl-why">{question}</i>'
    return (
        f'<details class="{kind}"><summary><span>{esc(fact.label)}{ask}</span>'
        f'<b class="wl-num">{esc(fact.value)}</b></summary><p>{esc(fact.why)}</p></details>'
    )
