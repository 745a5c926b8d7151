"""The launcher: one ASGI app for `streamlit run app.py` and `uvicorn app:app`.

The entry script lies in `pages/`, so no page file is a sibling of the main script and none is ever
served without the frame and its guards.
"""

import streamlit as st

from pages.kit import http

app = st.App("pages/main.py", middleware=http.MIDDLEWARE, routes=http.ROUTES)
