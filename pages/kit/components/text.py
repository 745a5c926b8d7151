"""Words on a page: section heads, paragraphs, notes, chips, the small print."""

from typing import Literal

from pages.kit.components.markup import esc, lines, put
from pages.kit.i18n import _

Kind = Literal["info", "success", "warn", "error", "quiet"]


def section(title: str, *, note: str = "") -> None:
    """A heading: grey above a group of cells, bold inside a card; `note` stands at its right."""
    put(f'<div class="wl-section"><h2>{esc(title)}</h2>{f"<span>{esc(note)}</span>" if note else ""}</div>')


def paragraph(text: str, *, small: bool = False) -> None:
    """Running text under the nav bar or in a card."""
    put(f'<p class="wl-text{" wl-small" if small else ""}">{esc(text)}</p>')


def note(kind: Kind, text: str, *, title: str = "") -> None:
    """A boxed remark; an error is announced to a screen reader at once."""
    role = "alert" if kind == "error" else "note"
    head = f"<b>{esc(title)}</b>" if title else ""
    put(f'<div class="wl-note wl-{kind}" role="{role}">{head}<p>{esc(text)}</p></div>')


def refusal_note(sentence: str, *, next_step: str = "") -> None:
    """What was refused and what to do next; the typing stays where it is."""
    put(
        lines(
            '<div class="wl-note wl-error" role="alert">',
            f"<p>{esc(sentence)}</p>",
            f"<p>{esc(next_step)}</p>" if next_step else "",
            "</div>",
        )
    )


def chip(text: str, *, kind: Kind = "quiet") -> str:
    """A status chip as HTML, for a row of another component."""
    return f'<span class="wl-chip wl-{kind}">{esc(text)}</span>'


def disclaimer(text: str = "") -> None:
    """The small print at the end of a page."""
    told = text or _("模拟演示 · 不构成贷款要约 · 请勿填写真实个人信息")
    put(f'<p class="wl-disclaimer">{esc(told)}</p>')
