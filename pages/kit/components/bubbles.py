"""A conversation with the service desk, and the chips that ask its questions."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from pages.kit.components.markup import esc, md, put
from pages.kit.i18n import _


class Bubble(NamedTuple):
    """One thing said; `mine` is the applicant's. Line breaks are kept."""

    text: str
    mine: bool = False


def bubbles(said: Sequence[Bubble], *, when: str = "") -> None:
    """The conversation, oldest first; new lines are announced."""
    head = f'<p class="wl-when">{esc(when)}</p>' if when else ""
    drawn = "".join(_bubble(bubble) for bubble in said)
    put(f'{head}<div class="wl-chat" role="log" aria-live="polite" tabindex="0">{drawn}</div>')


def _bubble(bubble: Bubble) -> str:
    who, sign = (_("我"), _("我")) if bubble.mine else (_("客服"), _("微"))
    return (
        f'<div class="wl-said{" wl-mine" if bubble.mine else ""}"><i aria-hidden="true">{esc(sign)}</i>'
        f'<p><span class="wl-hidden">{esc(who)}</span>{esc(bubble.text)}</p></div>'
    )


def chips(options: Sequence[tuple[str, str]], *, key: str, on_click: Callable[[str], None]) -> None:
    """Quick questions as (key, label); a tap calls `on_click(key)`."""
    with st.container(key=f"chips-{key}", horizontal=True, gap="small"):
        for name, label in options:
            st.button(md(label), key=f"chip_{key}_{name}", on_click=on_click, args=(name,), wrap=True)
