"""The base of every event."""

from pydantic import BaseModel, ConfigDict


class Fact(BaseModel):
    """Base of every event: frozen, and refuses a field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
