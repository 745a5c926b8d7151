"""Fields that are kept while they are typed, each with where its value comes from and its refusal.

Law: the draft rules what is shown; a value from a source says so; the sentence that refuses a field
stands at the field.
"""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

import streamlit as st

from pages.kit.components.markup import esc, lines, md, put
from pages.kit.i18n import _

# Long enough not to run at every key, short enough that a refresh loses nothing.
TYPING_PAUSE = "0.35s"


# Which keyboard a phone brings up.
Kind = Literal["default", "phone"]


class Entry(NamedTuple):
    """One field: its widget key, label, what stands in it, where that comes from, why it is refused."""

    key: str
    label: str
    value: str
    source: str = ""
    refused: str = ""


def written(
    entry: Entry,
    *,
    on_change: Callable[[str], None],
    hint: str = "",
    kind: Kind = "default",
) -> None:
    """A line to type in; `on_change` gets the text after each pause in typing."""
    _show(entry.key, entry.value)
    with st.container(key=_ground(entry), gap=None):
        st.text_input(
            md(entry.label),
            key=entry.key,
            type=kind,
            icon="",
            placeholder=hint,
            autocomplete="off",
            live=TYPING_PAUSE,
            on_change=lambda: on_change(st.session_state[entry.key] or ""),
        )
        _under(entry)


def chosen(entry: Entry, *, options: Mapping[str, str], on_change: Callable[[str], None]) -> None:
    """One of a list that opens; "" is "not chosen yet"."""
    _show(entry.key, entry.value if entry.value in options else None)
    with st.container(key=_ground(entry), gap=None):
        st.selectbox(
            md(entry.label),
            list(options),
            format_func=lambda name: options[name],
            key=entry.key,
            placeholder=_("请选择"),
            on_change=lambda: on_change(st.session_state[entry.key] or ""),
        )
        _under(entry)


def _show(key: str, value: str | None) -> None:
    # Once only: from then on the field is the truth. A run that is overtaken by faster typing would
    # write over it with what it read before.
    if key not in st.session_state:
        st.session_state[key] = value


def _ground(entry: Entry) -> str:
    return f"field-{entry.key}-refused" if entry.refused else f"field-{entry.key}"


def _under(entry: Entry) -> None:
    told = lines(
        f'<p class="wl-refused" role="alert">{esc(entry.refused)}</p>' if entry.refused else "",
        f'<p class="wl-source">{esc(entry.source)}</p>' if entry.source else "",
    )
    if told:
        put(told)
