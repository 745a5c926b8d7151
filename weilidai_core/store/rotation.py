"""换钥匙: a new key on the ring, every world's own key sealed with it; no data are touched.

Steps that survive being interrupted: the new key is on the disk before anything is sealed with it, and an
old key leaves the ring only when nothing is sealed with it any more.
"""

from dataclasses import dataclass

from sqlmodel import Session, col, delete, select

from weilidai_core.store.engine import Store
from weilidai_core.store.tables import VaultKeyRow
from weilidai_core.store.world_keys import marks_of, seal_keys_anew
from weilidai_core.vault.key_ring import add_key, only_newest


@dataclass(frozen=True)
class Rotation:
    """What a rotation did: the number of the key in use now, and how many worlds' keys were sealed anew."""

    number: int
    worlds: int


def rotate(store: Store, *, forget_old: bool = False) -> Rotation:
    """Put a new key on the ring and seal every world's key with it; with `forget_old` the others go.

    A newer key that the environment already gives is taken instead of a new one. Back-ups from before can
    be read only with the old keys. Raises `KeysInEnvironment`, `KeysLost`, `KeysWrong`, `KeyNotKept`.
    """
    store.keys.forget()
    with store.writing() as session:
        marks = marks_of(session.connection())
        ring = store.keys.ring(makes=not marks)
        ring.check(marks)
        if ring.newest in marks:
            ring = add_key(ring)
        session.add(VaultKeyRow(number=ring.newest, mark=ring.mark(ring.newest)))
        session.flush()
        changed = seal_keys_anew(session, ring)
    store.keys.forget()
    if forget_old:
        _forget_old(store)
    store.write_over_old_pages()
    return Rotation(number=ring.newest, worlds=changed)


def _forget_old(store: Store) -> None:
    with store.writing() as session:
        ring = store.keys.ring()
        session.exec(delete(VaultKeyRow).where(col(VaultKeyRow.number) != ring.newest))
    only_newest(ring)
    store.keys.forget()


def known_keys(session: Session) -> tuple[int, ...]:
    """The numbers of the keys that this database knows."""
    return tuple(session.exec(select(VaultKeyRow.number).order_by(col(VaultKeyRow.number))).all())
