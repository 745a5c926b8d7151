"""The texts that can be agreed to, and every answer to one: a consent to an unknown text cannot be kept."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from weilidai_core.store.table import Table, check


class ConsentTextRow(Table, table=True):
    """One version of one document in one language, word for word, by its SHA-256; never changed."""

    __tablename__ = "consent_text"
    __table_args__ = (
        check("digest_is_sha256", "length(sha256) = 64"),
        check("language_known", "lang IN ('zh', 'en')"),
        UniqueConstraint("document", "version", "lang"),
    )

    sha256: str = Field(primary_key=True, max_length=64)
    document: str = Field(max_length=40)
    version: str = Field(max_length=20)
    lang: str = Field(max_length=2)
    body: str


class ConsentRow(Table, table=True):
    """One answer: to which text, on which day. A withdrawal is a row of its own, never a change."""

    __tablename__ = "consent"
    __table_args__ = (UniqueConstraint("world_id", "seq"),)

    id: int | None = Field(default=None, primary_key=True)
    world_id: int = Field(foreign_key="world.id")
    seq: int
    text_sha256: str = Field(foreign_key="consent_text.sha256", max_length=64)
    given: bool
    on: date
