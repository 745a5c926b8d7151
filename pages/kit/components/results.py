"""How a step ended: result pages, receipts, and the states in which there is nothing to show."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from pages.kit.components.figures import Fact, key_values
from pages.kit.components.markup import esc, lines, put

Ending = Literal["success", "counter", "declined", "waiting"]
_SIGNS = {
    "success": "check",
    "counter": "swap_horiz",
    "declined": "priority_high",
    "waiting": "hourglass_top",
}


def result_hero(kind: Ending, *, title: str, text: str = "", amount: str = "", rate: str = "") -> None:
    """The head of a result page: sign, sentence, and the amount where there is one (annual rate under it)."""
    put(
        lines(
            f'<div class="wl-result wl-{kind}" role="status">',
            f'<i class="wl-icon" aria-hidden="true">{_SIGNS[kind]}</i><h2>{esc(title)}</h2>',
            f'<strong class="wl-num">{esc(amount)}</strong>' if amount else "",
            f'<span class="wl-pill">{esc(rate)}</span>' if rate else "",
            f"<p>{esc(text)}</p>" if text else "",
            "</div>",
        )
    )


def receipt(title: str, *, amount: str, facts: Sequence[Fact]) -> None:
    """A paid slip: what, how much, and every figure it is made of."""
    put(f'<div class="wl-receipt"><p>{esc(title)}</p><strong class="wl-num">{esc(amount)}</strong></div>')
    key_values(facts)


def empty_state(title: str, *, text: str = "", icon: str = "inbox") -> None:
    """Nothing here yet, and what would bring something here."""
    put(_state("wl-empty", icon, title, text))


def error_state(title: str, *, next_step: str = "") -> None:
    """Something did not work: what, and what to do next."""
    put(_state("wl-empty wl-error-state", "error", title, next_step))


def loading_state(title: str, *, rows: int = 3) -> None:
    """Grey lines in the place of what is still on its way; a screen reader hears `title`."""
    put(
        f'<div class="wl-skeleton" role="status"><span class="wl-hidden">{esc(title)}</span>'
        f"{'<i></i>' * rows}</div>"
    )


def toast(text: str) -> None:
    """A short confirmation that goes away by itself."""
    st.toast(esc(text), duration="short")


def _state(kind: str, icon: str, title: str, text: str) -> str:
    told = f"<p>{esc(text)}</p>" if text else ""
    role = "alert" if "error" in kind else "status"
    return (
        f'<div class="{kind}" role="{role}"><i class="wl-icon" aria-hidden="true">{esc(icon)}</i>'
        f"<h2>{esc(title)}</h2>{told}</div>"
    )
