"""The launcher: one ASGI app for `streamlit run app.py` and `uvicorn app:app`.

The entry script lies in `pages/`, so no page file is a sibling of the main script and none is ever
served without the frame and its guards.
"""

import streamlit as st

from pages.kit import shell
from pages.kit.serving import (
    by_turns,
    copied_once,
    http,
    introduced_once,
    lab_door,
    sent_whole,
    streamlit_log,
    warm,
)
from weilidai_core.logbook import open_logbook

open_logbook()
streamlit_log.quieten()
introduced_once.remember()
copied_once.share_parents()
sent_whole.hold_together()
by_turns.take_turns()
warm.warm_up()
lab_door.announce()
app = st.App("pages/main.py", middleware=http.MIDDLEWARE, routes=http.ROUTES, on_script_error=shell.fail)
