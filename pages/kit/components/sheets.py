"""The bottom sheet: a dialog that comes up from the foot of the phone.

Focus stays inside, Esc closes it, focus returns where it was: all from Streamlit's own dialog. Inside a
sheet use callbacks only; a callback that calls `go` or `close_sheet` closes it.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.kit import navigation, session
from pages.kit.i18n import _
from pages.kit.session import Key


def sheet(
    title: str,
    draw: Callable[..., None],
    *,
    args: tuple[Any, ...] = (),
    on_dismiss: Callable[[], None] | None = None,
) -> None:
    """Open a sheet now; `draw(*args)` draws its content. One at a time."""

    def body() -> None:
        if navigation.pending() or session.take(Key.LEAVE_SHEET):
            # A sheet reruns alone; leaving it is the whole page's business.
            st.rerun()
        with st.container(key="sheet", gap=None):
            draw(*args)
        st.button(
            _("关闭"),
            key="sheet_close",
            icon=":material/close:",
            type="tertiary",
            on_click=_leave,
            args=(on_dismiss,),
        )

    # What closed the sheet before must not close this one: a page change leaves the wish unread.
    session.take(Key.LEAVE_SHEET)
    # A sheet reruns alone: once it is gone, the page behind it is drawn anew with what was done in it.
    st.dialog(title, on_dismiss=on_dismiss or "rerun")(body)()


def close_sheet() -> None:
    """Close the open sheet after this click; for `on_click` inside it."""
    session.put(Key.LEAVE_SHEET, True)


def _leave(on_dismiss: Callable[[], None] | None) -> None:
    if on_dismiss:
        on_dismiss()
    close_sheet()
