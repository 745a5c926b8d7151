"""Streamlit's theme, put together once: it would gather it anew from all its options for every run of a page.

That was a quarter of what the server did for a slider step. The options stand in `.streamlit/config.toml` and
do not change while the program runs.
"""

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_MAKE = app_session._populate_theme_msg
_made: dict[str, CustomThemeConfig] = {}


def remember() -> None:
    """From now on the theme is put together at its first use only; for the launcher."""
    app_session._populate_theme_msg = _populate


def _populate(msg: CustomThemeConfig, section: str = "theme") -> None:
    if section not in _made:
        fresh = CustomThemeConfig()
        _MAKE(fresh, section)
        _made[section] = fresh
    # A part without any option stays unset, as Streamlit leaves it.
    if _made[section].ByteSize():
        msg.MergeFrom(_made[section])
