"""The base of every table, with a registry of its own.

Streamlit evicts project modules when a file changes; with SQLModel's shared registry the second
import would find every table "already defined". One base with its own registry reloads cleanly.
"""

from sqlalchemy import CheckConstraint, MetaData
from sqlalchemy.orm import registry
from sqlmodel import SQLModel

# Named constraints, so that both engines and every migration call them the same.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMES))):
    """Base of all tables. Table models do not validate: requests are validated before they get here."""


def check(name: str, rule: str) -> CheckConstraint:
    """A CHECK constraint that the database enforces, whatever the code does."""
    return CheckConstraint(rule, name=name)
