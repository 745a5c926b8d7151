"""From a tap to an erased world: the tab lets go of it and begins anew, with the receipt on the screen."""

import streamlit as st

from pages.kit import session
from pages.kit.components.sheets import close_sheet
from pages.kit.navigation import go
from pages.kit.perform import keep_refusal
from pages.kit.session import Key
from weilidai_core.logbook import fault_of
from weilidai_core.personal_data.actions import erase_world
from weilidai_core.world.world import World


def erase_now(world: World) -> None:
    """Erase a world for good and lead to what is left of it; for `on_click`."""
    try:
        erase_world(world)
    except Exception as refused:
        keep_refusal(fault_of(refused, place="erase"))
        return
    # What this tab kept of it goes as well: what was typed, and what its fields held.
    kept = {key: session.get(key) for key in (Key.SECRET, Key.LANGUAGE, Key.ELDER, Key.PAGE)}
    st.session_state.clear()
    for key, value in kept.items():
        if value is not None:
            session.put(key, value)
    if "w" in st.query_params:
        del st.query_params["w"]
    close_sheet()
    go("erased")
