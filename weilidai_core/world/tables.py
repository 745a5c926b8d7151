"""A browser, the worlds it may open, the steps taken in them, and what was typed but not sent."""

from datetime import date
from typing import Annotated

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from weilidai_core.store.table import Table, check
from weilidai_core.vault import personal
from weilidai_core.vault.sealing import Seal


class BrowserRow(Table, table=True):
    """One browser, known only by the hash of the secret in its cookie."""

    __tablename__ = "browser"

    id: int | None = Field(default=None, primary_key=True)
    secret_sha256: Annotated[str, personal.BROWSER] = Field(max_length=64, unique=True, repr=False)
    world_id: int | None = None


class WorldRow(Table, table=True):
    """One applicant's private universe. Its day and its state are derived from its events."""

    __tablename__ = "world"
    __table_args__ = (check("steps_reused_not_negative", "parent_steps >= 0"),)

    id: int | None = Field(default=None, primary_key=True)
    token: str = Field(max_length=24, unique=True)
    browser_id: int | None = Field(default=None, foreign_key="browser.id", index=True)
    persona: str = Field(max_length=40)
    scenario: str = Field(max_length=60)
    parent_id: int | None = Field(default=None, foreign_key="world.id")
    parent_steps: int = 0


class StepRow(Table, table=True):
    """One act that was carried out: its request (sealed), its key, and the day it was taken on.

    The fingerprint tells equal requests by the world's own key, so that nothing can be guessed from it.
    """

    __tablename__ = "step"
    __table_args__ = (
        UniqueConstraint("world_id", "number"),
        UniqueConstraint("world_id", "key"),
        check("number_from_one", "number >= 1"),
    )

    id: int | None = Field(default=None, primary_key=True)
    world_id: int = Field(foreign_key="world.id")
    number: int
    key: str = Field(max_length=255)
    fingerprint: str = Field(max_length=64)
    on: date
    request: Annotated[str, personal.REQUEST] = Field(repr=False)


class DraftRow(Table, table=True):
    """What someone has typed and not yet sent: theirs to change, sealed, kept across a refresh."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("world_id", "form"),)

    id: int | None = Field(default=None, primary_key=True)
    world_id: int = Field(foreign_key="world.id")
    form: str = Field(max_length=40)
    body: Annotated[str, personal.DRAFT] = Field(repr=False)


def sealed_request(seal: Seal, request: str, *, world_id: int, number: int) -> str:
    """A step's request as its row keeps it."""
    return seal.close(request.encode(), place=_place(world_id, number))


def opened_request(row: StepRow, seal: Seal) -> str:
    """A step's request: {"kind": …, "body": …}. Raises `SealBroken`."""
    return seal.open(row.request, place=_place(row.world_id, row.number)).decode()


def _place(world_id: int, number: int) -> str:
    return f"step.request:{world_id}:{number}"
