"""Reading and appending a world's history."""

from sqlalchemy import bindparam, select
from sqlmodel import Session

from weilidai_core.events import EVENT, History, Recorded
from weilidai_core.store.engine import Store
from weilidai_core.store.tables import EventRow

_EVENT = EventRow.__table__.c  # type: ignore[attr-defined]
# Built once and run below the object mapper: every rerun of every page asks it several times.
_NEWER = (
    select(_EVENT.seq, _EVENT.step, _EVENT.on, _EVENT.body)
    .where(_EVENT.world_id == bindparam("world"), _EVENT.seq > bindparam("last"))
    .order_by(_EVENT.seq)
)


def history_of(store: Store, session: Session, world_id: int) -> History:
    """Every event of a world, oldest first; only what is new since the last look is read."""
    known = store.remembered(world_id)
    last = known[-1].seq if known else 0
    rows = session.connection().execute(_NEWER, {"world": world_id, "last": last}).all()
    if not rows:
        return known
    fresh = tuple(Recorded(row.seq, row.step, row.on, EVENT.validate_json(row.body)) for row in rows)
    return known + fresh


def append(session: Session, world_id: int, recorded: History) -> None:
    """Write events; they are numbered without a gap, which the unique key of the table enforces."""
    for each in recorded:
        session.add(
            EventRow(
                world_id=world_id,
                seq=each.seq,
                step=each.step,
                on=each.on,
                kind=each.event.kind,
                body=each.event.model_dump_json(),
            )
        )
