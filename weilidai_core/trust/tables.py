"""The PIN's hash, every attempt at it, and what was authorised with it. The PIN itself is nowhere."""

from datetime import date
from typing import Annotated

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlmodel import Field

from weilidai_core.store.table import Table, check
from weilidai_core.vault import personal


class PinRow(Table, table=True):
    """A world's PIN, as its argon2id hash."""

    __tablename__ = "pin"

    world_id: int = Field(primary_key=True, foreign_key="world.id")
    argon2: Annotated[str, personal.PIN] = Field(max_length=200, repr=False)


class PinAttemptRow(Table, table=True):
    """One attempt, spent before the PIN is looked at, so that parallel guesses gain nothing."""

    __tablename__ = "pin_attempt"

    id: int | None = Field(default=None, primary_key=True)
    world_id: int = Field(foreign_key="world.id", index=True)
    on: date


class AuthorisationRow(Table, table=True):
    """The evidence that one exact text was authorised: by what, when, over which SHA-256."""

    __tablename__ = "authorisation"
    __table_args__ = (
        UniqueConstraint("world_id", "evidence_id"),
        check("digest_is_sha256", "length(sha256) = 64"),
    )

    id: int | None = Field(default=None, primary_key=True)
    world_id: int = Field(foreign_key="world.id")
    evidence_id: str = Field(max_length=40)
    method: str = Field(max_length=10)
    sha256: str = Field(max_length=64)
    attempt_id: int
    on: date


class PasskeyRow(Table, table=True):
    """A passkey that was set up: the device's name for it, and its public key. Nothing of a face."""

    __tablename__ = "passkey"
    __table_args__ = (UniqueConstraint("world_id", "credential_id"),)

    id: int | None = Field(default=None, primary_key=True)
    world_id: int = Field(foreign_key="world.id")
    credential_id: Annotated[str, personal.PASSKEY] = Field(max_length=1400)
    public_key: bytes = Field(sa_type=LargeBinary, repr=False)


class SpentChallengeRow(Table, table=True):
    """A challenge that was answered, once for all; with the answer where it is evidence of signing."""

    __tablename__ = "spent_challenge"
    __table_args__ = (check("challenge_is_sha256", "length(challenge) = 64"),)

    challenge: str = Field(primary_key=True, max_length=64)
    world_id: int = Field(foreign_key="world.id", index=True)
    purpose: str = Field(max_length=20)
    evidence_id: str = Field(default="", max_length=40)
    answer: Annotated[str, personal.EVIDENCE] = Field(default="", repr=False)
