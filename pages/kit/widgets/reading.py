"""A document to be read to its end. Law: nothing counts as read before its end was on the screen."""

from collections.abc import Callable

from pages.kit.i18n import _
from pages.kit.widgets.parts import made_of

_reading = made_of("reading")


def reading(
    html: str, *, key: str, label: str, on_read: Callable[[], None], read: bool = False, height: str = "44vh"
) -> None:
    """Draw the document; `on_read` is called when its end has been reached, and again until `read` says so.

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
    _reading(key=key, data=data, on_read_change=on_read)
