"""A document to be read to its end. Law: nothing counts as read before its end was on the screen."""

from collections.abc import Callable

from pages.kit.i18n import _
from pages.kit.widgets.parts import made_of, state

_reading = made_of("reading")


def reading(
    html: str, *, key: str, label: str, on_read: Callable[[], None], read: bool = False, height: str = "44vh"
) -> None:
    """Draw the document; `on_read` is called once, when its end has been reached.

    `html` is the kit's or the core's own markup with every value escaped; nothing a person typed.
    """
    data = {
        "html": html,
        "label": label,
        "read": read,
        "height": height,
        "todo_label": _("请滑动到底部以完成阅读"),
        "done_label": _("已读完全文"),
        "jump_label": _("跳到文末"),
    }
    _reading(key=key, data=data, default={"read": read}, on_read_change=lambda: _tell(key, on_read))


def _tell(key: str, on_read: Callable[[], None]) -> None:
    if state(key, "read"):
        on_read()
