"""Text into HTML and into labels. Law: whatever came from a person or a table is escaped here."""

import re
from collections.abc import Callable
from contextvars import ContextVar
from html import escape

import streamlit as st

_MARKDOWN = re.compile(r"([\\`*_\[\]~$<>#|!])")


def esc(text: str) -> str:
    """Text made harmless for HTML."""
    return _bound(escape(text, quote=True))


def _bound(text: str) -> str:
    # The dot between two parts stays with the first: no line begins with it.
    return text.replace(" · ", "\u00a0· ")


def md(text: str) -> str:
    """Text made harmless for a Streamlit label, which is Markdown; colons would start an icon."""
    return _bound(_MARKDOWN.sub(r"\\\1", text).replace(":", r"\:").replace("\n", " "))


_piece: ContextVar[list[str] | None] = ContextVar("_piece", default=None)


def put(html: str) -> None:
    """Draw HTML of our own; every value in it has gone through `esc`."""
    piece = _piece.get()
    if piece is None:
        st.html(html)
    else:
        piece.append(html)


def html_of(draw: Callable[[], None]) -> str:
    """The HTML that `draw` puts, as text and not on the page."""
    drawn: list[str] = []
    token = _piece.set(drawn)
    try:
        draw()
    finally:
        _piece.reset(token)
    return "".join(drawn)


def lines(*parts: str) -> str:
    """HTML fragments as one piece, empty ones left out."""
    return "".join(part for part in parts if part)
