"""Reading and appending a world's history: the one place where its events are sealed and opened."""

from typing import Any

from sqlalchemy import and_, bindparam, select
from sqlmodel import Session

from weilidai_core.events import EVENT, History, Recorded
from weilidai_core.store.engine import Store
from weilidai_core.store.tables import EventRow, WorldKeyRow
from weilidai_core.store.world_keys import WorldErased, seal_of, seal_with
from weilidai_core.vault.sealing import Seal

_EVENT = EventRow.__table__.c  # type: ignore[attr-defined]
_KEY = WorldKeyRow.__table__.c  # type: ignore[attr-defined]
# Built once and run below the object mapper: every rerun of every page asks it several times. The world's key
# comes in the same breath: without it there is nothing to read, remembered or not.
_NEWER = (
    select(_KEY.sealed, _EVENT.seq, _EVENT.step, _EVENT.on, _EVENT.body)
    .join_from(
        WorldKeyRow.__table__,  # type: ignore[attr-defined]
        EventRow.__table__,  # type: ignore[attr-defined]
        and_(_EVENT.world_id == _KEY.world_id, _EVENT.seq > bindparam("last")),
        isouter=True,
    )
    .where(_KEY.world_id == bindparam("world"))
    .order_by(_EVENT.seq)
)


def history_of(store: Store, session: Session, world_id: int) -> History:
    """Every event of a world, oldest first; only what is new since the last look is read.

    Raises `WorldErased`, `KeysLost`, `SealBroken`.
    """
    known = store.remembered(world_id)
    last = known[-1].seq if known else 0
    rows = session.connection().execute(_NEWER, {"world": world_id, "last": last}).all()
    try:
        seal = seal_with(session, world_id, rows[0].sealed if rows else None)
    except WorldErased:
        # Another process may have erased it: what this one still remembers goes as well.
        store.forget(world_id)
        raise
    return known + tuple(opened(row, seal, world_id=world_id) for row in rows if row.seq is not None)


def opened(row: Any, seal: Seal, *, world_id: int) -> Recorded:
    """One event as it was recorded. Raises `SealBroken`, and pydantic's own error for what is no event."""
    body = seal.open(row.body, place=_place(world_id, row.seq))
    return Recorded(row.seq, row.step, row.on, EVENT.validate_json(body))


def append(session: Session, world_id: int, recorded: History) -> None:
    """Write events; they are numbered without a gap, which the unique key of the table enforces.

    Raises `WorldErased`, `KeysLost`.
    """
    seal = seal_of(session, world_id)
    for each in recorded:
        session.add(
            EventRow(
                world_id=world_id,
                seq=each.seq,
                step=each.step,
                on=each.on,
                kind=each.event.kind,
                body=seal.close(each.event.model_dump_json().encode(), place=_place(world_id, each.seq)),
            )
        )


def _place(world_id: int, seq: int) -> str:
    return f"event.body:{world_id}:{seq}"
