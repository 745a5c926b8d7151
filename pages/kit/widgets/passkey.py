"""A passkey: the device's own face, finger or screen lock. Law: its answer is heard once, by the callback."""

from collections.abc import Callable

from pages.kit.i18n import _
from pages.kit.widgets.parts import made_of, state

_passkey = made_of("passkey")


def passkey_entry(
    label: str, *, key: str, options: str, making: bool, on_answer: Callable[[str], None], refused: str = ""
) -> None:
    """Draw the button that asks the device; `on_answer(answer)` gets the device's answer as JSON.

    `options` are the core's, and good for one answer; `making` sets up a new passkey.
    """
    data = {
        "label": label,
        "options": options,
        "making": making,
        "refused": refused,
        "unable": _("这个浏览器不支持通行密钥，请用 PIN 签署。"),
        "there": _("这台设备已经登记过了。"),
        "cancelled": _("设备没有确认，什么都没有发生。可以再试一次，或用 PIN。"),
    }
    _passkey(key=key, data=data, on_answer_change=lambda: on_answer(str(state(key, "answer") or "")))
