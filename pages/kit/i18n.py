"""The language of the page: one way to put a sentence into it.

The address decides first (`?lang=en`), then what this tab was switched to, then the browser's last
choice (a cookie the page sets by itself), then Chinese.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

from pages.kit import session
from weilidai_core.language import LANGUAGES, render, translator
from weilidai_core.sentences import N_, Sentence

__all__ = ["LANGUAGES", "N_", "TAGS", "_", "in_one_language", "lang", "ngettext", "say", "switch_language"]

_drawing: ContextVar[str] = ContextVar("_drawing", default="")

TAGS = {"zh": "zh-CN", "en": "en"}


def lang() -> str:
    """The chosen language: "zh" or "en"."""
    drawing = _drawing.get()
    if drawing:
        return drawing
    chosen = session.get(session.Key.LANGUAGE)
    if chosen in LANGUAGES:
        return str(chosen)
    for wish in (session.address("lang"), session.cookie(session.LANGUAGE_COOKIE)):
        if wish in LANGUAGES:
            session.put(session.Key.LANGUAGE, wish)
            return wish
    return "zh"


@contextmanager
def in_one_language() -> Iterator[None]:
    """Ask for the language once for all that is drawn inside; a page is written in one of them.

    A page says a hundred sentences, and each would ask the session again.
    """
    token = _drawing.set(lang())
    try:
        yield
    finally:
        _drawing.reset(token)


def switch_language(language: str) -> None:
    """Speak another language from now on, here and in this browser's next tabs; for `on_click`."""
    session.put(session.Key.LANGUAGE, language)
    st.query_params["lang"] = language


def _(msgid: str) -> str:
    """The sentence in the chosen language; facts are put in afterwards with `.format(name=…)`."""
    return translator(lang()).gettext(msgid)


def ngettext(one: str, many: str, count: int) -> str:
    """The wording for a count; Chinese uses the same for all."""
    return translator(lang()).ngettext(one, many, count)


def say(sentence: Sentence | None) -> str:
    """A sentence of the core in the chosen language, its facts written by their units; "" for none."""
    return render(sentence, lang()) if sentence else ""
