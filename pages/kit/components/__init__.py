"""What pages are drawn with, one module per noun; pages import from here."""

from pages.kit.components.bubbles import Bubble, bubbles, chips
from pages.kit.components.buttons import footer, primary, secondary
from pages.kit.components.cells import Icon, Status, card, cell, document_cell, group
from pages.kit.components.choices import choice
from pages.kit.components.figures import Fact, amount_hero, balance_card, figures, key_values
from pages.kit.components.progress import Moment, reached, review_stages, steps_bar, timeline
from pages.kit.components.results import (
    empty_state,
    error_state,
    loading_state,
    receipt,
    result_hero,
    toast,
)
from pages.kit.components.schedule import Bar, Line, schedule_bars, schedule_rows
from pages.kit.components.sheets import close_sheet, sheet
from pages.kit.components.text import chip, disclaimer, note, paragraph, refusal_note, section

__all__ = [
    "Bar",
    "Bubble",
    "Fact",
    "Icon",
    "Line",
    "Moment",
    "Status",
    "amount_hero",
    "balance_card",
    "bubbles",
    "card",
    "cell",
    "chip",
    "chips",
    "choice",
    "close_sheet",
    "disclaimer",
    "document_cell",
    "empty_state",
    "error_state",
    "figures",
    "footer",
    "group",
    "key_values",
    "loading_state",
    "note",
    "paragraph",
    "primary",
    "reached",
    "receipt",
    "refusal_note",
    "result_hero",
    "review_stages",
    "schedule_bars",
    "schedule_rows",
    "secondary",
    "section",
    "sheet",
    "steps_bar",
    "timeline",
    "toast",
]
