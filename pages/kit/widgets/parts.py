"""How a widget finds its three files, and the state it left behind in the session."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from pages.kit.i18n import _

HERE = Path(__file__).parent


def made_of(name: str) -> Any:
    """The component of `name`: its markup, style and script lie beside this module.

    What all of them share, style and script, is put before their own.
    """
    parts = {kind: (HERE / f"{name}.{kind}").read_text(encoding="utf-8") for kind in ("html", "css", "js")}
    shared = {kind: (HERE / f"shared.{kind}").read_text(encoding="utf-8") for kind in ("css", "js")}
    return st.components.v2.component(
        f"weilidai_{name}",
        html=parts["html"],
        css=shared["css"] + parts["css"],
        js=shared["js"] + parts["js"],
    )


def state(key: str, name: str) -> Any:
    """One value a widget reported, None before it has; for the kit's own callbacks."""
    kept = st.session_state.get(key)
    return kept.get(name) if isinstance(kept, Mapping) else None


def key_words() -> dict[str, str]:
    """What the number keys are called, for a widget's data."""
    return {"label": _("数字键"), "back": _("删去一位")}
