"""The six-digit PIN. Law: it is heard once, by the callback, and kept nowhere.

A trigger value lives for the run it fires in and is never written into the session.
"""

from collections.abc import Callable

from pages.kit.widgets.parts import key_words, made_of, state

PIN_DIGITS = 6
_pin = made_of("pin")


def pin_entry(
    label: str,
    *,
    key: str,
    on_complete: Callable[[str], None],
    refused: str = "",
    round_number: int = 0,
    focus: bool = True,
) -> None:
    """Draw six masked boxes; `on_complete(pin)` is called when all six digits are in.

    A new `round_number` empties the boxes (after a refusal, or when the PIN is asked for again).
    """
    data = {"label": label, "refused": refused, "round": round_number, "focus": focus, "keys": key_words()}
    _pin(key=key, data=data, on_pin_change=lambda: _hear(key, on_complete))


def _hear(key: str, on_complete: Callable[[str], None]) -> None:
    on_complete(str(state(key, "pin") or ""))
