"""The base of every event."""

from pydantic import ConfigDict

from weilidai_core.vault.personal import Discreet


class Fact(Discreet):
    """Base of every event: frozen, and refuses a field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
