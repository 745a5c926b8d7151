"""What the log shows: how far it has come, proofs, receipts, and whether it still holds together.

Everything here only reads. A proof asks for all of its hashes at once, and needs no more than a few dozen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlmodel import Session

from weilidai_core.errors import WeilidaiError
from weilidai_core.events import ContractSigned, History
from weilidai_core.sentences import N_
from weilidai_core.store import Store
from weilidai_core.trust.transparency.actions import Head, head_of, printed, run, sign_head
from weilidai_core.trust.transparency.checkpoint import encoded
from weilidai_core.trust.transparency.logged import FILE_KEPT, text_of
from weilidai_core.trust.transparency.receipt import FORM, LoggedText, Receipt, written
from weilidai_core.trust.transparency.tree import (
    Node,
    Span,
    complete,
    consistency_spans,
    fold,
    inclusion_spans,
    prove,
)


class NoReceipt(WeilidaiError):
    """Raised when there is nothing to show for a contract: not signed, from before the log, or erased."""

    code = "no-receipt"
    text = N_("这份合同没有回执：还没有签署，或者登记用的盐已经随个人信息一起删除。")
    next_step = N_("之前下载过的回执仍然可以核对。")
    field = "contract"


@dataclass(frozen=True)
class LogState:
    """The log as anyone may see it: its name, its key, its size, its newest checkpoint."""

    origin: str
    key: str
    size: int
    root: str
    note: str


def log_state(store: Store) -> LogState | None:
    """The log as it stands, freshly signed; None before its first leaf. Raises `LogKeyChanged`."""
    with store.reading() as session:
        head = head_of(session)
    if head is None or not head.size:
        return None
    return LogState(
        head.origin, printed(head.origin, head.public_key), head.size, encoded(head.root), sign_head(head)
    )


def log_key(store: Store) -> str:
    """The log's public key as papers print it; "" before the log's first leaf."""
    with store.reading() as session:
        head = head_of(session)
    return printed(head.origin, head.public_key) if head else ""


def signature_receipt(store: Store, world_id: int, history: History, *, contract: str) -> Receipt:
    """The receipt of the signature on a contract's text, the one that was read on the screen.

    Raises `NoReceipt` and `LogKeyChanged`.
    """
    signature = next(
        (
            each
            for each in history
            if isinstance(each.event, ContractSigned) and each.event.contract == contract
        ),
        None,
    )
    if signature is None:
        raise NoReceipt
    with store.reading() as session:
        text = text_of(signature.event, on=signature.on)
        return _receipt(session, world_id, seq=signature.seq, kind=signature.event.kind, text=text)


def file_receipt(store: Store, world_id: int, *, seq: int, text: str) -> Receipt:
    """The receipt of a file that was logged with `log_file` beside event `seq`, as `text_of_file` says it.

    Raises `NoReceipt` and `LogKeyChanged`.
    """
    with store.reading() as session:
        return _receipt(session, world_id, seq=seq, kind=FILE_KEPT, text=text)


def _receipt(session: Session, world_id: int, *, seq: int, kind: str, text: str) -> Receipt:
    found = leaf_about(session, world_id, seq=seq, kind=kind)
    head = head_of(session)
    if found is None or head is None:
        raise NoReceipt
    leaf, salt = found
    then = run(
        session,
        "SELECT size, public_key, note FROM log_checkpoint WHERE size > ? ORDER BY size, id LIMIT 1",
        [(leaf,)],
    ).fetchone()
    if then is None:
        raise NoReceipt
    size, note = _newest(session, head, public_key=then[1])
    return Receipt(
        form=FORM,
        key=printed(head.origin, then[1]),
        entry=LoggedText(salt=encoded(salt), text=text),
        index=leaf,
        path=written(inclusion(session, leaf, size)),
        checkpoint=note,
        signed_checkpoint=then[2],
        consistency=written(consistency(session, then[0], size)),
    )


def _newest(session: Session, head: Head, *, public_key: str) -> tuple[int, str]:
    if public_key == head.public_key:
        return head.size, sign_head(head)
    # The key was changed since: the newest that the old one has signed, so that one key checks both.
    row = run(
        session,
        "SELECT size, note FROM log_checkpoint WHERE public_key = ? ORDER BY size DESC LIMIT 1",
        [(public_key,)],
    ).fetchone()
    return row[0], row[1]


def leaf_about(session: Session, world_id: int, *, seq: int, kind: str) -> tuple[int, bytes] | None:
    """The leaf about one thing in a world, its own or its parent's, and its salt; None without either."""
    for table in ("log_leaf", "log_reuse"):
        row = run(
            session,
            f"SELECT leaf, salt FROM {table} JOIN log_salt USING (leaf)"  # noqa: S608 (one of two names)
            " WHERE world_id = ? AND seq = ? AND kind = ?",
            [(world_id, seq, kind)],
        ).fetchone()
        if row is not None:
            return row[0], bytes(row[1])
    return None


def root_at(session: Session, size: int) -> bytes:
    """The root over the first `size` leaves."""
    return fold(_hashes(session, complete(Span(0, size))))


def inclusion(session: Session, leaf: int, size: int) -> list[bytes]:
    """The way from a leaf to the root over the first `size` leaves."""
    return prove(inclusion_spans(leaf, size), lambda nodes: _hashes(session, nodes))


def consistency(session: Session, old: int, size: int) -> list[bytes]:
    """The proof that the first `old` leaves are still the first of `size`."""
    return prove(consistency_spans(old, size), lambda nodes: _hashes(session, nodes))


def _hashes(session: Session, nodes: Sequence[Node]) -> list[bytes]:
    if not nodes:
        return []
    rows: Any = run(session, _asking_for(len(nodes)), [tuple(number for node in nodes for number in node)])
    found = {(level, place): bytes(value) for level, place, value in rows}
    return [found[node] for node in nodes]


@cache
def _asking_for(count: int) -> str:
    # The cross join makes both engines look each one up, where they would else read the whole table.
    return (
        f"WITH wanted (level, place) AS (VALUES {', '.join(['(?, ?)'] * count)})"  # noqa: S608
        " SELECT log_node.level, log_node.place, hash FROM wanted CROSS JOIN log_node"
        " WHERE log_node.level = wanted.level AND log_node.place = wanted.place"
    )
