"""The theme that is put together once is the one that Streamlit puts together each time."""

import pytest
from streamlit import config
from streamlit.config import CustomThemeCategories
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from pages.kit import theme_once

SECTIONS = ("theme", *(f"theme.{each.value}" for each in CustomThemeCategories))


@pytest.mark.parametrize("section", SECTIONS)
def test_it_is_the_same(monkeypatch: pytest.MonkeyPatch, section: str) -> None:
    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    theirs, first, again = CustomThemeConfig(), CustomThemeConfig(), CustomThemeConfig()
    app_session._populate_theme_msg(theirs, section)

    theme_once.remember()
    for message in (first, again):
        app_session._populate_theme_msg(message, section)

    assert theirs == first == again
    assert (section == "theme") is bool(theirs.primary_color)


def test_a_part_without_options_stays_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    config.get_config_options()
    theme_once.remember()
    whole = CustomThemeConfig()

    app_session._populate_theme_msg(whole.dark, "theme.dark")

    assert not whole.HasField("dark")
