"""Entries of a form that are chosen, not typed. Law: the draft rules what is shown.

Every callback gets the plain value; the page keeps it in the draft.
"""

from collections.abc import Callable, Mapping

import streamlit as st

from pages.kit.components.markup import md


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
            # A browser may send that nothing is chosen; then it stays as it was.
            on_change=lambda: on_change(st.session_state[key] or value),
        )
