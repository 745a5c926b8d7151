"""Keeps the newest of a growing page in sight, as a conversation does."""

from pages.kit.widgets.parts import made_of

_latest = made_of("latest")


def latest(count: int, *, key: str) -> None:
    """The end of what has grown: scrolled into sight when drawn and whenever `count` changes."""
    _latest(key=key, data={"count": count})
