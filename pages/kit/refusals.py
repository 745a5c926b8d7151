"""A refusal as pages show it: a note of its own, or one line under a field."""

from pages.kit.components.text import refusal_note
from pages.kit.i18n import _
from pages.kit.perform import refusal


def told(field: str | None = None) -> str:
    """What was refused and what to do next, "" where nothing was; with a name, only about that field."""
    found = refusal(field)
    if found is None:
        return ""
    return _("{text}{next_step}").format(text=found.text, next_step=found.next_step).strip()


def show_refusal() -> None:
    """The last refusal of this page as a note, nothing where nothing was refused."""
    found = refusal()
    if found is not None:
        refusal_note(found.text, next_step=found.next_step)
