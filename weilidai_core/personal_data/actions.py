"""清空: the end of a world's personal data; its books, its numbers and its days stay.

Law: what cannot be read by anyone is erased. A world's own key is destroyed, its drafts and its PIN go, and
the database's old pages are written over; events and steps stay where they are, sealed for good, so that the
ledger and the log still add up. This is no act: an act leaves a step, and a step needs the key.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, delete, select

from weilidai_core.ledger.tables import JournalEntryRow
from weilidai_core.store import Store
from weilidai_core.store.history import history_of
from weilidai_core.store.tables import EventRow, WorldKeyRow
from weilidai_core.store.world_keys import destroy_key
from weilidai_core.trust.tables import PasskeyRow, PinRow
from weilidai_core.trust.transparency.actions import forget_salts
from weilidai_core.world.clock import day_of
from weilidai_core.world.tables import BrowserRow, DraftRow, WorldRow
from weilidai_core.world.world import World


@dataclass(frozen=True)
class Erased:
    """An erased world: on which of its days, and how many sealed events and book entries stay."""

    token: str
    on: date
    events: int
    entries: int


def erase_world(world: World) -> None:
    """Erase one world for good. Raises `WorldErased` where it was erased before."""
    _erase(world.store, [world.id])


def erase_browser(store: Store, secret: str) -> int:
    """Erase every world of the browser whose cookie holds `secret`; how many there were."""
    with store.reading() as session:
        worlds = session.exec(
            select(WorldKeyRow.world_id)
            .join(WorldRow, col(WorldRow.id) == col(WorldKeyRow.world_id))
            .join(BrowserRow, col(BrowserRow.id) == col(WorldRow.browser_id))
            .where(BrowserRow.secret_sha256 == _digest(secret), col(WorldKeyRow.sealed).is_not(None))
        ).all()
    _erase(store, worlds)
    return len(worlds)


def erased_worlds(store: Store, secret: str) -> tuple[Erased, ...]:
    """What is left of the worlds that this browser has erased, the newest first."""
    with store.reading() as session:
        rows = session.exec(
            select(WorldRow, WorldKeyRow)
            .join(WorldKeyRow, col(WorldRow.id) == col(WorldKeyRow.world_id))
            .join(BrowserRow, col(BrowserRow.id) == col(WorldRow.browser_id))
            .where(BrowserRow.secret_sha256 == _digest(secret), col(WorldKeyRow.sealed).is_(None))
            .order_by(col(WorldRow.id).desc())
        ).all()
        return tuple(
            Erased(
                token=row.token,
                on=key.erased_on,
                events=_count(session, EventRow, row.id),
                entries=_count(session, JournalEntryRow, row.id),
            )
            for row, key in rows
            if key.erased_on is not None
        )


def _erase(store: Store, worlds: Iterable[int]) -> None:
    worlds = tuple(worlds)
    if not worlds:
        return
    with store.writing() as session:
        for world_id in worlds:
            destroy_key(session, world_id, on=_last_day(store, session, world_id))
            session.exec(delete(DraftRow).where(col(DraftRow.world_id) == world_id))
            session.exec(delete(PasskeyRow).where(col(PasskeyRow.world_id) == world_id))
            session.exec(delete(PinRow).where(col(PinRow.world_id) == world_id))
            forget_salts(session, world_id)
    for world_id in worlds:
        store.forget(world_id)
    store.write_over_old_pages()


def _last_day(store: Store, session: Session, world_id: int) -> date:
    history = history_of(store, session, world_id)
    # A world that never began holds nothing; any day will do.
    return day_of(history) if history else date.min


def _count(session: Session, table: type[EventRow] | type[JournalEntryRow], world_id: int | None) -> int:
    return session.exec(select(func.count()).select_from(table).where(table.world_id == world_id)).one()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
