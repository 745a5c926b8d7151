"""每个世界自己的钥匙: kept sealed with the ring; who writes or reads personal data asks here for the seal.

Laws: personal data are sealed with their world's own key and nothing else; erasing a world destroys its
key and stays done; a rotation seals the keys anew and touches no data. A process unlocks a key once.
"""

from collections import OrderedDict
from datetime import date
from threading import Lock

from sqlalchemy import Connection, select
from sqlmodel import Session, col

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_
from weilidai_core.store.tables import VaultKeyRow, WorldKeyRow
from weilidai_core.vault.key_ring import KeyRing, KeysLost, make_ring, number_of, read_ring, shown_place
from weilidai_core.vault.sealing import Seal, new_key

SEALS_KEPT = 512


class WorldErased(WeilidaiError):
    """Raised when the data of a world are asked for after they were erased."""

    code = "world-erased"
    text = N_("这个演示的资料已经清空，找不回来了。")
    next_step = N_("可以从头开始一个新的演示。")


class WorldKeys:
    """The key ring of one store, and the seals that this process has unlocked."""

    def __init__(self) -> None:
        self._ring: KeyRing | None = None
        self._seals: OrderedDict[str, Seal] = OrderedDict()
        self._lock = Lock()

    def unlock(self, connection: Connection) -> None:
        """See that the ring is the one this database was sealed with. Nothing is made before it is needed.

        Raises `KeysLost`, `KeysWrong`, and the refusals of a key file.
        """
        marks = marks_of(connection)
        ring = read_ring()
        if ring is None and marks:
            raise KeysLost(number=str(min(marks)), place=shown_place())
        if ring is not None:
            ring.check(marks)
        self._ring = ring

    def forget(self) -> None:
        """Read the ring anew when it is next needed."""
        with self._lock:
            self._ring = None
            self._seals.clear()

    def seal(self, world_id: int, wrapped: str) -> Seal:
        """The seal of a world whose key is kept like this. Raises `KeysLost`, `SealBroken`."""
        with self._lock:
            known = self._seals.get(wrapped)
            if known is not None:
                self._seals.move_to_end(wrapped)
                return known
        made = Seal(self._with(number_of(wrapped)).unwrap(wrapped, place=_place(world_id)))
        with self._lock:
            self._seals[wrapped] = made
            while len(self._seals) > SEALS_KEPT:
                self._seals.popitem(last=False)
        return made

    def ring(self, *, makes: bool = False) -> KeyRing:
        """The ring; `makes` where nothing is sealed yet, else raises `KeysLost` where there is none."""
        ring = self._ring or (make_ring() if makes else read_ring())
        if ring is None:
            raise KeysLost(number="1", place=shown_place())
        self._ring = ring
        return ring

    def _with(self, number: int) -> KeyRing:
        """The ring; read again where another process has put a new key on it."""
        if number not in self.ring().keys:
            self._ring = None
        return self.ring()


def give_key(session: Session, world_id: int) -> None:
    """Give a new world its own key. Raises `KeysLost`, `KeysWrong`, and the refusals of a key file."""
    marks = marks_of(session.connection())
    ring = _keys(session).ring(makes=not marks)
    ring.check(marks)
    if ring.newest not in marks:
        session.add(VaultKeyRow(number=ring.newest, mark=ring.mark(ring.newest)))
    session.add(WorldKeyRow(world_id=world_id, sealed=ring.wrap(new_key(), place=_place(world_id))))


def seal_of(session: Session, world_id: int) -> Seal:
    """The seal of a world's personal data, for this transaction. Raises `WorldErased`, `KeysLost`."""
    known: Seal | None = _seals(session).get(world_id)
    if known is not None:
        return known
    kept = select(col(WorldKeyRow.sealed)).where(col(WorldKeyRow.world_id) == world_id)
    return seal_with(session, world_id, session.execute(kept).scalar_one_or_none())


def seal_with(session: Session, world_id: int, sealed: str | None) -> Seal:
    """The same, for who has read the world's key in another query. Raises `WorldErased`, `KeysLost`."""
    if sealed is None:
        raise WorldErased
    made = _seals(session)[world_id] = _keys(session).seal(world_id, sealed)
    return made


def destroy_key(session: Session, world_id: int, *, on: date) -> None:
    """Erase a world: without its key nothing of what it sealed can be read again. Raises `WorldErased`."""
    row = session.get(WorldKeyRow, world_id)
    if row is None or row.sealed is None:
        raise WorldErased
    row.sealed, row.erased_on = None, on
    _seals(session).pop(world_id, None)


def seal_keys_anew(session: Session, ring: KeyRing) -> int:
    """Seal every world's key with the newest key of the ring; how many were changed. Touches no data."""
    changed = 0
    for row in session.execute(select(WorldKeyRow).where(col(WorldKeyRow.sealed).is_not(None))).scalars():
        if row.sealed is not None and number_of(row.sealed) != ring.newest:
            place = _place(row.world_id)
            row.sealed = ring.wrap(ring.unwrap(row.sealed, place=place), place=place)
            changed += 1
    return changed


def marks_of(connection: Connection) -> dict[int, str]:
    """The keys that a database knows: their numbers, and what each is known by."""
    rows = connection.execute(select(col(VaultKeyRow.number), col(VaultKeyRow.mark)))
    return {row.number: row.mark for row in rows}


def _seals(session: Session) -> dict[int, Seal]:
    seals: dict[int, Seal] = session.info.setdefault("seals", {})
    return seals


def _keys(session: Session) -> WorldKeys:
    keys: WorldKeys = session.info["keys"]
    return keys


def _place(world_id: int) -> str:
    return f"world_key.sealed:{world_id}"
