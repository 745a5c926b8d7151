"""Which sheet the last click asked for, and which of its views is shown.

A callback cannot open a sheet, only a page's script can: the callback asks, the script opens it once.
"""

from pages.kit import session

_SHEET, _VIEW = "asked_sheet", "asked_view"


def ask(sheet: str, view: str = "") -> None:
    """Ask for a sheet of this page, at one of its views; for `on_click`."""
    session.keep_typed(_SHEET, sheet)
    turn(view)


def asked() -> str:
    """The sheet to open in this run, "" for none; told once, for the open sheet then stays by itself."""
    found = session.typed(_SHEET)
    session.forget_typed(_SHEET)
    return found


def turn(view: str) -> None:
    """Show another view of the open sheet; for `on_click` inside it."""
    session.keep_typed(_VIEW, view)


def view() -> str:
    """The view of the open sheet."""
    return session.typed(_VIEW)
