"""The line to the server: where it broke and another server answers now, that one draws the page at once.

Law: after a crash a tap does what it says, without a refresh.
"""

import secrets

import streamlit as st

from pages.kit import session
from pages.kit.session import Key
from pages.kit.widgets.parts import made_of

# This process, for as long as it lives: what it knows of its tabs is gone with it.
SERVER = secrets.token_hex(8)

_line = made_of("line")


def line() -> None:
    """Watch over the line of this tab; nothing is to be seen of it."""
    if not session.get(Key.TAB):
        session.put(Key.TAB, secrets.token_hex(8))
    seconds = st.get_option("server.disconnectedSessionTTL")
    data = {"server": SERVER, "tab": session.get(Key.TAB), "seconds": seconds}
    _line(key="line", data=data, on_found_change=lambda: None)
