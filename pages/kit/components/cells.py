"""List cells and the white grounds they lie on. Law: a cell that can be tapped is a real button."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Literal, NamedTuple

import streamlit as st

from pages.kit.components.markup import esc, lines, md, put

Tone = Literal["blue", "green", "amber", "red", "grey"]


class Icon(NamedTuple):
    """A Material Symbols name and its tone."""

    name: str
    tone: Tone = "blue"


def card(key: str) -> AbstractContextManager[Any]:
    """A white card with margins; what is drawn inside lies on it. `key` is unique on its page, ASCII."""
    return st.container(key=f"card-{key}", gap=None)


def group(key: str) -> AbstractContextManager[Any]:
    """A full-width white ground for cells, with hairlines between them."""
    return st.container(key=f"group-{key}", gap=None)


def cell(
    label: str,
    *,
    key: str,
    icon: Icon | None = None,
    value: str = "",
    hint: str = "",
    on_click: Callable[[], None] | None = None,
) -> None:
    """One row: icon, label with a hint under it, value, chevron.

    A callback with arguments is given as `functools.partial(go, "wallet")`. Without a callback the row
    is text and has no chevron.
    """
    if on_click is None:
        put(_still(label, value, hint, icon))
        return
    told = f"**{md(label)}**" + (f" *{md(value)}*" if value else "") + (f" ~~{md(hint)}~~" if hint else "")
    st.button(
        told,
        key=f"cell_{icon.tone if icon else 'plain'}_{key}",
        icon=f":material/{icon.name}:" if icon else None,
        type="tertiary",
        width="stretch",
        on_click=on_click,
        wrap=True,
    )


def _still(label: str, value: str, hint: str, icon: Icon | None) -> str:
    return lines(
        '<div class="wl-cell">',
        f'<span class="wl-icon wl-{icon.tone}" aria-hidden="true">{esc(icon.name)}</span>' if icon else "",
        f"<b>{esc(label)}</b>",
        f"<em>{esc(value)}</em>" if value else "",
        f"<small>{esc(hint)}</small>" if hint else "",
        "</div>",
    )
