"""A reading time that has to pass before something can be confirmed. Never a countdown to an offer.

Law: it runs only while what is to be read is on the screen, and nothing is lost when it has passed.
"""

from collections.abc import Callable

from pages.kit.i18n import _
from pages.kit.widgets.parts import made_of

_waiting = made_of("waiting")


def waiting(seconds: int, *, key: str, on_passed: Callable[[], None], passed: bool = False) -> None:
    """Draw the time that is left of `seconds`; `on_passed` is called when it is over."""
    data = {
        "seconds": seconds,
        "passed": passed,
        "todo": _("请先看一遍，还需 {left} 秒"),
        "done": _("阅读时间已到，可以确认了"),
    }
    _waiting(key=key, data=data, on_passed_change=on_passed)
