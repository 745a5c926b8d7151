"""Writing the log: leaves go in with what they are about, in the same transaction, or not at all.

Law: the log has one head and its writers queue (`Store.writing`), so its leaves are numbered without a gap.
No action of a person is here: `act` writes the log for every one of them.
"""

import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from weilidai_core.errors import WeilidaiError
from weilidai_core.events import ContractSigned, History
from weilidai_core.sentences import N_
from weilidai_core.trust.transparency.checkpoint import (
    SEED_BYTES,
    Checkpoint,
    decoded,
    encoded,
    public_key_of,
    signed,
    verifier_key,
)
from weilidai_core.trust.transparency.logged import (
    FILE_KEPT,
    KEY_CHANGED,
    SALT_BYTES,
    canonical,
    entry_of,
    is_logged,
    text_of,
    text_of_file,
)
from weilidai_core.trust.transparency.tree import HASH_BYTES, fold, grow, leaf_hash
from weilidai_core.vault.made_once import KeyDamaged, made_once

KEY_FILE = "log.key"
KEY_SETTING = "WEILIDAI_LOG_KEY"


class LogKeyChanged(WeilidaiError):
    """Raised when the log's signing key is not the one that the log has been signed with so far."""

    code = "log-key-changed"
    text = N_("日志的签名密钥和这份日志对不上，刚才的操作没有生效。")
    next_step = N_("请放回原来的 {name}；真的丢了，运行 weilidai log new-key。")
    for_operator = True


class About(NamedTuple):
    """What a leaf is about: an event's place in its world, the kind of thing, the text that is logged."""

    seq: int
    kind: str
    text: str


class Head(NamedTuple):
    """How far the log has come."""

    origin: str
    public_key: str
    size: int
    peaks: list[bytes]

    @property
    def root(self) -> bytes:
        """The root over all leaves."""
        return fold(self.peaks)

    @property
    def checkpoint(self) -> Checkpoint:
        """What is signed."""
        return Checkpoint(self.origin, self.size, self.root)


def signing_key() -> bytes:
    """The log's signing key, made at the first start. Raises the refusals of `made_once`."""
    seed = made_once(KEY_FILE, lambda: secrets.token_bytes(SEED_BYTES), setting=KEY_SETTING)
    if len(seed) != SEED_BYTES:
        raise KeyDamaged(name=KEY_FILE)
    return seed


def head_of(session: Session) -> Head | None:
    """How far the log has come; None before its first leaf."""
    row = run(session, "SELECT origin, public_key, size, peaks FROM log_head").fetchone()
    return Head(row[0], row[1], row[2], _cut(bytes(row[3]))) if row else None


def open_log(session: Session) -> Head:
    """The log's head, begun if there is none: a name of its own, and the key that signs it."""
    head = head_of(session)
    if head is None:
        origin = f"weilidai-demo/{secrets.token_hex(6)}"
        head = Head(origin, encoded(public_key_of(signing_key())), 0, [])
        run(
            session,
            "INSERT INTO log_head (id, origin, public_key, size, peaks) VALUES (1, ?, ?, 0, ?)",
            [(origin, head.public_key, b"")],
        )
    return head


def printed_key(session: Session) -> str:
    """The log's public key as a contract prints it: what a receipt is checked against."""
    head = open_log(session)
    return printed(head.origin, head.public_key)


def log_events(session: Session, world_id: int, recorded: History) -> None:
    """Log what an act recorded, as far as it is logged; a signature is sealed with a checkpoint at once."""
    abouts = [
        About(each.seq, each.event.kind, text_of(each.event, on=each.on))
        for each in recorded
        if is_logged(each.event)
    ]
    if abouts:
        append(session, world_id, abouts)
    if any(isinstance(each.event, ContractSigned) for each in recorded):
        keep_checkpoint(session)


def log_file(session: Session, world_id: int, *, seq: int, name: str, sha256: str, on: date) -> None:
    """Log a file that the event number `seq` brought forth, so that a receipt can be for its bytes.

    To be called in the transaction that keeps the file. One file for each event.
    """
    append(session, world_id, [About(seq, FILE_KEPT, text_of_file(name, sha256=sha256, on=on))])


def append(session: Session, world_id: int | None, abouts: Sequence[About]) -> None:
    """Append leaves, each with a salt of its own; what a rebuilt world has from its parent gets none."""
    standing = _standing(session, world_id, min(each.seq for each in abouts))
    abouts = [each for each in abouts if not _is_there(each, standing.get((each.seq, each.kind)))]
    if not abouts:
        return
    head = open_log(session)
    size, peaks = head.size, head.peaks
    leaves, salts, nodes = [], [], []
    for about in abouts:
        salt = secrets.token_bytes(SALT_BYTES)
        entry = entry_of(salt, about.text)
        leaves.append((size, entry, world_id, about.seq, about.kind))
        salts.append((size, salt))
        nodes += [(node.level, node.place, value) for node, value in grow(size, peaks, leaf_hash(entry))]
        size += 1
    run(session, "INSERT INTO log_leaf (leaf, entry, world_id, seq, kind) VALUES (?, ?, ?, ?, ?)", leaves)
    run(session, "INSERT INTO log_salt (leaf, salt) VALUES (?, ?)", salts)
    run(session, "INSERT INTO log_node (level, place, hash) VALUES (?, ?, ?)", nodes)
    run(session, "UPDATE log_head SET size = ?, peaks = ?", [(size, b"".join(peaks))])


def keep_checkpoint(session: Session) -> str:
    """Sign the log as it stands and keep the note, once for each size. Raises `LogKeyChanged`."""
    head = open_log(session)
    kept = run(
        session,
        "SELECT note FROM log_checkpoint WHERE size = ? AND public_key = ?",
        [(head.size, head.public_key)],
    ).fetchone()
    if kept is not None:
        return str(kept[0])
    note = sign_head(head)
    run(
        session,
        "INSERT INTO log_checkpoint (size, public_key, note) VALUES (?, ?, ?)",
        [(head.size, head.public_key, note)],
    )
    return note


def sign_head(head: Head) -> str:
    """The head as a signed note. Raises `LogKeyChanged`."""
    seed = signing_key()
    if encoded(public_key_of(seed)) != head.public_key:
        raise LogKeyChanged(name=KEY_FILE)
    return signed(head.checkpoint, seed)


def change_key(session: Session) -> str:
    """Go on with the key that is there now, after the old one was lost; the change is itself a leaf.

    Receipts handed out before go on being checked with the old public key. Returns the new printed key.
    """
    head = open_log(session)
    public_key = encoded(public_key_of(signing_key()))
    if public_key != head.public_key:
        key = printed(head.origin, public_key)
        run(session, "UPDATE log_head SET public_key = ?", [(public_key,)])
        append(session, None, [About(0, KEY_CHANGED, canonical({"key": key, "kind": KEY_CHANGED}))])
    return printed(head.origin, public_key)


def inherit_leaves(session: Session, *, parent_id: int, world_id: int, until_seq: int) -> None:
    """Let a rebuilt world stand on its parent's leaves, up to that event: the same past has one leaf."""
    for table in ("log_leaf", "log_reuse"):
        run(
            session,
            f"INSERT INTO log_reuse (world_id, seq, kind, leaf) SELECT {int(world_id)}, seq, kind, leaf"  # noqa: S608
            f" FROM {table} WHERE world_id = ? AND seq <= ?",
            [(parent_id, until_seq)],
        )


def stand_on(session: Session, *, parent_id: int, world_id: int, seq: int, kind: str) -> None:
    """Let a rebuilt world stand on one more leaf of its parent, written after it was rebuilt."""
    known = run(
        session,
        "SELECT leaf FROM log_reuse WHERE world_id = ? AND seq = ? AND kind = ?",
        [(world_id, seq, kind)],
    ).fetchone()
    for table in ("log_leaf", "log_reuse"):
        if known is None:
            run(
                session,
                f"INSERT INTO log_reuse (world_id, seq, kind, leaf) SELECT {int(world_id)}, seq, kind, leaf"  # noqa: S608
                f" FROM {table} WHERE world_id = ? AND seq = ? AND kind = ?",
                [(parent_id, seq, kind)],
            )


def forget_salts(session: Session, world_id: int) -> None:
    """Remove the salts of a world's leaves: the tree stays whole, what it says of this world is gone."""
    run(
        session,
        "DELETE FROM log_salt WHERE leaf IN (SELECT leaf FROM log_leaf WHERE world_id = ?)",
        [(world_id,)],
    )


def _standing(
    session: Session, world_id: int | None, since_seq: int
) -> dict[tuple[int, str], tuple[bytes, bytes]]:
    """What a rebuilt world has of its parent: entry and salt by place and kind."""
    rows = run(
        session,
        "SELECT log_reuse.seq, log_reuse.kind, entry, salt FROM log_reuse"
        " JOIN log_leaf ON log_leaf.leaf = log_reuse.leaf JOIN log_salt ON log_salt.leaf = log_reuse.leaf"
        " WHERE log_reuse.world_id = ? AND log_reuse.seq >= ?",
        [(world_id, since_seq)],
    ).fetchall()
    return {(seq, kind): (bytes(entry), bytes(salt)) for seq, kind, entry, salt in rows}


def _is_there(about: About, found: tuple[bytes, bytes] | None) -> bool:
    return found is not None and entry_of(found[1], about.text) == found[0]


def run(session: Session, statement: str, rows: Sequence[tuple[Any, ...]] = ()) -> Any:
    """Run one plain statement of the log, once or for every row, in the session's transaction.

    Straight on the driver: the log is written in every act, and building a statement anew, or wrapping its
    rows, costs several times what running it does. A failure is SQLAlchemy's own, as everywhere else.
    """
    connection = session.connection()
    dialect = connection.dialect
    if dialect.paramstyle != "qmark":
        statement = statement.replace("?", "%s")
    cursor = connection.connection.cursor()
    failure: type[Exception] = dialect.loaded_dbapi.Error
    try:
        if len(rows) > 1:
            cursor.executemany(statement, rows)
        else:
            cursor.execute(statement, rows[0] if rows else ())
    except failure as error:
        raise DBAPIError.instance(statement, None, error, failure, dialect=dialect) from error
    return cursor


def _cut(peaks: bytes) -> list[bytes]:
    return [peaks[start : start + HASH_BYTES] for start in range(0, len(peaks), HASH_BYTES)]


def printed(origin: str, public_key: str) -> str:
    """A public key as it is printed and handed round."""
    return verifier_key(origin, decoded(public_key))
