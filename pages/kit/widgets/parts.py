"""How a widget finds its three files, and the state it left behind in the session."""

from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent


def made_of(name: str) -> Any:
    """The component of `name`: its markup, style and script lie beside this module."""
    parts = {kind: (HERE / f"{name}.{kind}").read_text(encoding="utf-8") for kind in ("html", "css", "js")}
    shared = (HERE / "shared.css").read_text(encoding="utf-8")
    return st.components.v2.component(
        f"weilidai_{name}", html=parts["html"], css=shared + parts["css"], js=parts["js"]
    )


def state(key: str, name: str) -> Any:
    """One value a widget reported, None before it has; for the kit's own callbacks."""
    kept = st.session_state.get(key) or {}
    return kept.get(name)
