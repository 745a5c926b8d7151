"""Documents to read and agree to, each on its own; and a contract's exact text on the page.

Law: nothing is ticked beforehand, and nothing can be ticked before it was read.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.kit.components.cells import card
from pages.kit.components.markup import esc, md, put
from pages.kit.i18n import _


@dataclass(frozen=True)
class Document:
    """A document card's face: its name, what it is for in one line, whether it was read and agreed to."""

    title: str
    summary: str
    read: bool
    agreed: bool


def document_card(
    document: Document,
    *,
    key: str,
    on_open: Callable[[], None],
    on_agree: Callable[[bool], None],
) -> None:
    """A card with the document behind its title and one checkbox, which waits until it was read."""
    box = f"agree_{key}"
    # The page's truth rules the box: a refused tick does not stay ticked.
    st.session_state[box] = document.agreed
    with card(f"doc-{key}"):
        st.button(
            f"**{md(document.title)}**",
            key=f"cell_blue_doc_{key}",
            icon=":material/description:",
            type="tertiary",
            width="stretch",
            on_click=on_open,
            wrap=True,
        )
        put(f'<p class="wl-doc-summary">{esc(document.summary)}</p>')
        st.checkbox(
            md(
                _("我已阅读并同意{title}").format(title=document.title)
                if document.read
                else _("请先点开上方文件阅读")
            ),
            key=box,
            disabled=not document.read,
            on_change=lambda: on_agree(bool(st.session_state[box])),
        )


def contract_text(text: str, *, label: str) -> None:
    """A text exactly as it is signed, to the character, scrollable by keyboard."""
    put(f'<pre class="wl-contract" tabindex="0" role="region" aria-label="{esc(label)}">{esc(text)}</pre>')
