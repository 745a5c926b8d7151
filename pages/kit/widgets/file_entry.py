"""One file from the device. Law: it is heard once, by the callback, and kept nowhere."""

import base64
import binascii
from collections.abc import Callable

from pages.kit.i18n import _
from pages.kit.widgets.parts import made_of, state

_file = made_of("file_entry")


def file_entry(label: str, *, key: str, most: int, on_file: Callable[[bytes], None]) -> None:
    """Draw the button; `on_file(content)` is called with what was chosen, at most `most` bytes."""
    data = {"label": label, "most": most, "too_large": _("这个文件太大了，不会是这里签出的合同。")}
    _file(key=key, data=data, on_file_change=lambda: _hear(key, on_file))


def _hear(key: str, on_file: Callable[[bytes], None]) -> None:
    try:
        on_file(base64.b64decode(str(state(key, "file") or ""), validate=True))
    except binascii.Error:
        # No browser of ours sends that: it counts as a file that nobody can read.
        on_file(b"")
