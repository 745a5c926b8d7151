"""Entries of a form. Law: the draft rules what is shown, typing is kept even where it is refused,
and the sentence that refuses it stands at its field.

Every callback gets the plain value; the page keeps it in the draft.
"""

from collections.abc import Callable, Mapping

import streamlit as st

from pages.kit.components.markup import esc, md, put
from pages.kit.i18n import _


def choice(
    label: str, *, options: Mapping[str, str], value: str, key: str, on_change: Callable[[str], None]
) -> None:
    """One of a few, always one (tenor, method): a radio group of equal parts; `options` is value → words."""
    st.session_state[key] = value
    with st.container(key=f"choice-{key}", gap=None):
        st.segmented_control(
            md(label),
            list(options),
            format_func=lambda name: md(options[name]),
            key=key,
            required=True,
            width="stretch",
            on_change=lambda: on_change(st.session_state[key]),
        )


def select(
    label: str, *, options: Mapping[str, str], value: str, key: str, on_change: Callable[[str], None]
) -> None:
    """One of many from a list that opens; "" is "not chosen yet"."""
    st.session_state[key] = value if value in options else None
    with st.container(key=f"field-{key}", gap=None):
        st.selectbox(
            md(label),
            list(options),
            format_func=lambda name: options[name],
            key=key,
            placeholder=_("请选择"),
            filter_mode=None,
            on_change=lambda: on_change(st.session_state[key] or ""),
        )


def field(
    label: str,
    *,
    value: str,
    key: str,
    on_change: Callable[[str], None],
    hint: str = "",
    refused: str = "",
) -> None:
    """A line to type in; `refused` is the sentence under it, announced, and the typing stays."""
    st.session_state[key] = value
    with st.container(key=f"field-{key}-refused" if refused else f"field-{key}", gap=None):
        st.text_input(
            md(label), key=key, placeholder=hint or None, on_change=lambda: on_change(st.session_state[key])
        )
        if refused:
            put(f'<p class="wl-refused" role="alert">{esc(refused)}</p>')


def check(
    label: str, *, value: bool, key: str, on_change: Callable[[bool], None], disabled: bool = False
) -> None:
    """One thing to agree to; never ticked beforehand."""
    st.session_state[key] = value
    st.checkbox(
        md(label), key=key, disabled=disabled, on_change=lambda: on_change(bool(st.session_state[key]))
    )
