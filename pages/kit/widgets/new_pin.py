"""A new six-digit PIN, entered twice. Law: the first entry stays in the browser until the second is in;
both are heard once, by the callback, and kept nowhere.
"""

from collections.abc import Callable, Mapping

from pages.kit.i18n import _
from pages.kit.widgets.parts import key_words, made_of, state

_new_pin = made_of("new_pin")


def new_pin_entry(
    *, key: str, on_complete: Callable[[str, str], None], refused: str = "", round_number: int = 0
) -> None:
    """Draw six masked boxes, twice in turn; `on_complete(pin, again)` is called after the second time.

    A new `round_number` begins again from the first entry.
    """
    data = {
        "labels": [_("设置 6 位签署 PIN"), _("再输入一次，确认没有输错")],
        "restart": _("重新设置"),
        "refused": refused,
        "round": round_number,
        "keys": key_words(),
    }
    _new_pin(key=key, data=data, on_pins_change=lambda: _hear(key, on_complete))


def _hear(key: str, on_complete: Callable[[str, str], None]) -> None:
    pins = state(key, "pins")
    if isinstance(pins, Mapping):
        on_complete(str(pins.get("pin", "")), str(pins.get("again", "")))
