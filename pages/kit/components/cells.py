"""List cells and the white grounds they lie on. Law: a cell that can be tapped is a real button."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Literal, NamedTuple

import streamlit as st

from pages.kit.components.markup import esc, lines, md, put
from pages.kit.components.text import Kind
from pages.kit.i18n import _

Tone = Literal["main", "good", "warm", "danger", "quiet"]
# The style knows a tone by its colour; a page names what it means, never the colour.
_COLOURS: dict[Tone, str] = {
    "main": "blue",
    "good": "green",
    "warm": "amber",
    "danger": "red",
    "quiet": "grey",
}


class Icon(NamedTuple):
    """A Material Symbols name and what its tone means: main, good, warm, danger, quiet."""

    name: str
    tone: Tone = "main"

    @property
    def colour(self) -> str:
        """The tone as the style knows it."""
        return _COLOURS[self.tone]


class Status(NamedTuple):
    """A state in a word, as a coloured chip in a row: 已还 (success), 今天到期 (info), 已逾期 (error)."""

    text: str
    kind: Kind = "quiet"


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
    value: str | Status = "",
    hint: str = "",
    on_click: Callable[[], None] | None = None,
) -> None:
    """One row: icon, label with a hint under it, a value or a status chip at the right, chevron.

    A callback with arguments is given as `functools.partial(go, "wallet")`. Without a callback the row
    is text and has no chevron.
    """
    if on_click is None:
        put(_still(label, value, hint, icon))
        return
    told = f"**{md(label)}**" + _right(value) + (f" ~~{md(hint)}~~" if hint else "")
    # The colour of a chip is told by the key: a button's label carries no class.
    coloured = f"_is_{value.kind}" if isinstance(value, Status) else ""
    st.button(
        told,
        key=f"cell_{icon.colour if icon else 'plain'}_{key}{coloured}",
        icon=f":material/{icon.name}:" if icon else None,
        type="tertiary",
        width="stretch",
        on_click=on_click,
        wrap=True,
    )


def document_cell(
    title: str, *, key: str, on_open: Callable[[], None], read: bool | None = None, hint: str = ""
) -> None:
    """A document in a list, 《title》, that opens; `read` marks it 已读 or 未读 (None: neither)."""
    states: dict[bool | None, str | Status] = {
        True: Status(_("已读"), "success"),
        False: Status(_("未读"), "warn"),
        None: "",
    }
    cell(
        _("《{title}》").format(title=title),
        key=key,
        icon=Icon("description"),
        hint=hint,
        value=states[read],
        on_click=on_open,
    )


def _right(value: str | Status) -> str:
    # Code is what a label's Markdown has left for a chip; in it nothing needs to be made harmless.
    if isinstance(value, Status):
        return f" `{value.text.replace('`', ' ')}`"
    return f" *{md(value)}*" if value else ""


def _still(label: str, value: str | Status, hint: str, icon: Icon | None) -> str:
    if isinstance(value, Status):
        right = f'<code class="wl-{value.kind}">{esc(value.text)}</code>'
    else:
        right = f"<em>{esc(value)}</em>" if value else ""
    return lines(
        '<div class="wl-cell">',
        f'<span class="wl-icon wl-{icon.colour}" aria-hidden="true">{esc(icon.name)}</span>' if icon else "",
        f"<b>{esc(label)}</b>",
        right,
        f"<small>{esc(hint)}</small>" if hint else "",
        "</div>",
    )
