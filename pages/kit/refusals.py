"""A refusal in one breath, for the places that have one line for it."""

from pages.kit.i18n import _
from pages.kit.perform import refusal


def told(field: str | None = None) -> str:
    """What was refused and what to do next, "" where nothing was; with a name, only about that field."""
    found = refusal(field)
    if found is None:
        return ""
    return _("{text}{next_step}").format(text=found.text, next_step=found.next_step).strip()
