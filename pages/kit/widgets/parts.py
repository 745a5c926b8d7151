"""How a widget finds its three files, and the state it left behind in the session."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from pages.kit.i18n import _

HERE = Path(__file__).parent


def made_of(name: str) -> Any:
    """The component of `name`, in a room of its own: its markup, style and script lie beside this module.

    What all of them share, style and script, is put before their own.
    """
    return st.components.v2.component(
        f"weilidai_{name}",
        html=_read(f"{name}.html"),
        css=_read("shared.css") + _read(f"{name}.css"),
        js=_read("shared.js") + _read(f"{name}.js"),
    )


def part_of_page(name: str) -> Any:
    """The component of `name` as a part of the page: markup and script, dressed by the page's own style."""
    return st.components.v2.component(
        f"weilidai_{name}", html=_read(f"{name}.html"), js=_read(f"{name}.js"), isolate_styles=False
    )


def _read(file: str) -> str:
    return (HERE / file).read_text(encoding="utf-8")


def state(key: str, name: str) -> Any:
    """One value a widget reported, None before it has; for the kit's own callbacks."""
    kept = st.session_state.get(key)
    return kept.get(name) if isinstance(kept, Mapping) else None


def key_words() -> dict[str, str]:
    """What the number keys are called, for a widget's data."""
    return {"label": _("数字键"), "back": _("删去一位")}
