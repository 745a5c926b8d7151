"""The settings that speed and privacy rest on, as Streamlit itself reads them; one is undocumented."""

import pytest
from streamlit import config
from streamlit.config import ConfigOption

from tests.house.sources import ROOT

SETTINGS = [
    # Hidden, and half of the latency: a forced garbage collection after every run of a page.
    ("runner.postScriptGC", False),
    # Hidden, too: what was kept could be forgotten on one side (Cached ForwardMsg MISS).
    ("global.minCachedMessageSize", 1e12),
    # No telemetry.
    ("browser.gatherUsageStats", False),
    # Hidden: nobody else's page may send this one messages.
    ("client.allowedOrigins", []),
    # A stack trace is never shown to an applicant.
    ("client.showErrorDetails", "none"),
    ("client.toolbarMode", "minimal"),
    # Nobody else on the network sees a demonstration that runs on someone's own machine.
    ("server.address", "localhost"),
    # The fonts come from pages/static.
    ("server.enableStaticServing", True),
]


@pytest.fixture(scope="module")
def options() -> dict[str, ConfigOption]:
    """Streamlit's options after it has read this project's own file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return config.get_config_options(force_reparse=True)


@pytest.mark.parametrize(("name", "value"), SETTINGS)
def test_streamlit_still_knows_the_setting_and_holds_our_value(
    name: str, value: object, options: dict[str, ConfigOption]
) -> None:
    assert name in options, f"{name} is gone from this version of Streamlit"
    assert config.get_option(name) == value
    assert options[name].where_defined.endswith("config.toml")
