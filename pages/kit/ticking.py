"""Slow work in real steps: each tick takes one, draws what it found, and leaves when none is left.

A fragment that runs again by itself; nothing waits on the server between two ticks. Law: drawing a page
never takes a step, so a refresh shows exactly where the work stands.
"""

from collections.abc import Callable

import streamlit as st

from pages.kit.in_words import in_words
from pages.kit.navigation import go

_DRAWN = "wl_ticking_drawn"


def step_by_step(draw: Callable[[], None], *, step: Callable[[], bool], seconds: float, then: str) -> None:
    """Draw now; every so many seconds take a step and draw again; open page `then` when `step` finds none."""
    st.session_state[_DRAWN] = False

    @st.fragment(run_every=seconds)
    def tick() -> None:
        with st.container(key="ticking", gap=None), in_words():
            if st.session_state.get(_DRAWN) and not step():
                go(then)
                st.rerun()
            st.session_state[_DRAWN] = True
            draw()

    tick()
