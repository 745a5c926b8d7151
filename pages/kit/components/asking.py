"""The line in which a question to the service desk is typed, above the tabs.

Law: a question that is refused stays in the line, with the sentence that refuses it.
"""

from collections.abc import Callable

import streamlit as st

from pages.kit.components.buttons import footer
from pages.kit.components.markup import esc, md, put
from pages.kit.i18n import _

_TYPED = "question"


def question_line(label: str, *, on_ask: Callable[[str], bool], hint: str, refused: str = "") -> None:
    """Draw the line; `on_ask(text)` says whether the question was taken, and then the line is emptied."""
    with footer(), st.container(key="asking", gap=None):
        if refused:
            put(f'<p class="wl-refused" role="alert">{esc(refused)}</p>')
        with (
            st.form("asking_form", border=False),
            st.container(key="asking-row", horizontal=True, gap="small"),
        ):
            st.text_input(md(label), key=_TYPED, placeholder=hint, label_visibility="collapsed")
            st.form_submit_button(
                _("发送"),
                key="send",
                icon=":material/arrow_upward:",
                type="primary",
                on_click=_ask,
                args=(on_ask,),
            )


def _ask(on_ask: Callable[[str], bool]) -> None:
    if on_ask(st.session_state.get(_TYPED) or ""):
        st.session_state[_TYPED] = ""
