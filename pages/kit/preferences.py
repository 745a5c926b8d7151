"""What a person sets for the screen itself: language and letter size. Both stay with the browser."""

import streamlit as st

from pages.kit import session
from pages.kit.i18n import lang, switch_language
from pages.kit.session import Key

__all__ = ["elder", "lang", "set_elder", "switch_language"]


def elder() -> bool:
    """Whether large letters are on (适老化): the address first, then this tab, then the browser's cookie."""
    kept = session.get(Key.ELDER)
    if kept is None:
        kept = (session.address("elder") or session.cookie(session.ELDER_COOKIE)) == "1"
        session.put(Key.ELDER, kept)
    return bool(kept)


def set_elder(on: bool) -> None:
    """Large letters on or off from now on; for a callback."""
    session.put(Key.ELDER, on)
    st.query_params["elder"] = "1" if on else "0"
