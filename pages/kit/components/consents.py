"""A document to agree to or refuse: its card, and its text as a paper to be read.

Laws: neither answer is chosen beforehand; both lie beside each other in the same size; what refusing
means is said before it is chosen; the Chinese text is the one that is agreed to.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

import streamlit as st

from pages.kit.components.cells import card
from pages.kit.components.markup import esc, md, put
from pages.kit.components.text import chip
from pages.kit.i18n import _, lang
from pages.kit.widgets import reading
from weilidai_core.apply.consent import document_text
from weilidai_core.apply.consent_views import Answer, ConsentView


def consent_card(
    one: ConsentView, *, read: bool, on_open: Callable[[], None], answers: Mapping[Answer, Callable[[], None]]
) -> None:
    """The document behind its title, whether it was read, and its two answers, each with what it does."""
    choice = f"answer_{one.document}"
    # The history rules what is chosen: a tap that only opened the document does not stay.
    st.session_state[choice] = None if one.answer is Answer.OPEN else one.answer
    words = {Answer.REFUSED: _("不同意"), Answer.GIVEN: _("同意")}
    title = _("《{title}》").format(title=_(one.title))
    tag = chip(_("必需"), kind="warn") if one.necessary else chip(_("可选"))
    tag += chip(_("已读"), kind="success") if read else chip(_("未读"))
    with card(f"doc-{one.document}"):
        st.button(
            f"**{md(title)}**",
            key=f"cell_blue_doc_{one.document}",
            icon=":material/description:",
            type="tertiary",
            width="stretch",
            on_click=on_open,
            wrap=True,
        )
        put(f'<p class="wl-doc-summary">{tag}{esc(_(one.summary))}</p>')
        st.segmented_control(
            md(title),
            list(words),
            format_func=lambda answer: words[answer],
            key=choice,
            label_visibility="collapsed",
            width="stretch",
            on_change=lambda: answers.get(st.session_state[choice], _nothing)(),
        )
        put(f'<p class="wl-doc-refusing">{esc(_(one.refusing))}</p>')


def consent_paper(one: ConsentView, *, read: bool, on_read: Callable[[], None]) -> None:
    """The whole document to be read to its end, in the chosen language, the original folded below."""
    text = _markup(document_text(one.document, lang=lang()))
    if lang() != "zh":
        original = _markup(document_text(one.document, lang="zh"))
        remark, summary = _("您同意的是中文原文，它在文末。"), _("中文原文")
        folded = f"<details><summary>{esc(summary)}</summary>{original}</details>"
        text = f"<p><b>{esc(remark)}</b></p>{text}{folded}"
    version = esc(_("版本 {version} · 中文原文的 SHA-256：").format(version=one.version))
    foot = f"<p><small>{version}{_in_eights(one.sha256)}</small></p>"
    reading(text + foot, key=f"paper_{one.document}", label=_(one.title), on_read=on_read, read=read)


def pair() -> AbstractContextManager[Any]:
    """A ground for two buttons of the same size beside each other."""
    return st.container(key="pair", gap=None)


def _nothing() -> None:
    """Taking an answer back is no answer; what was answered stays."""


def _markup(text: str) -> str:
    # Headings and paragraphs are all the documents use; their own title is the sheet's.
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return "".join(_part(part) for part in parts if not part.startswith("# "))


def _part(part: str) -> str:
    if part.startswith("## "):
        return f"<h2>{esc(part.removeprefix('## '))}</h2>"
    return f"<p>{esc(part)}</p>"


def _in_eights(hash_: str) -> str:
    # A hash has no spaces to break at.
    return "<wbr>".join(hash_[at : at + 8] for at in range(0, len(hash_), 8))
