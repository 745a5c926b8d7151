"""日志审计: the log reckoned again from its rows: one tree, its checkpoints, and what its leaves say.

Nothing that was stored is trusted: every leaf hash, every node and every root is made anew. Where a salt was
erased, the leaf still belongs to the tree, but nobody can say any more what it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session

from weilidai_core.events import History
from weilidai_core.store import Store
from weilidai_core.trust.transparency.actions import head_of, printed, run
from weilidai_core.trust.transparency.checkpoint import NotGenuine, read
from weilidai_core.trust.transparency.logged import entry_of, is_logged, text_of
from weilidai_core.trust.transparency.tree import fold, grow, leaf_hash


@dataclass(frozen=True)
class LogAudit:
    """What was looked at and what was found broken; clean when nothing was."""

    leaves: int
    checkpoints: int
    erased: int
    broken: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        """Whether everything held."""
        return not self.broken


def audit_log(store: Store) -> LogAudit:
    """Reckon the whole tree again and check every checkpoint that was ever handed out."""
    with store.reading() as session:
        return audited(session)


def audited(session: Session) -> LogAudit:
    """The same in a session that is open already."""
    tree = _Tree(session)
    broken = [*tree.found(), *_checkpoints(session, tree)]
    erased = len(tree.roots) - 1 - run(session, "SELECT COUNT(*) FROM log_salt").fetchone()[0]
    checkpoints = run(session, "SELECT COUNT(*) FROM log_checkpoint").fetchone()[0]
    return LogAudit(len(tree.roots) - 1, checkpoints, erased, tuple(broken))


class _Tree:
    """The tree as its entries make it, compared with what is stored."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.peaks: list[bytes] = []
        # The root after each leaf: what a checkpoint of that size must say.
        self.roots = [fold([])]
        self.gaps: list[str] = []
        self.nodes: dict[tuple[int, int], bytes] = {}
        for leaf, entry in run(session, "SELECT leaf, entry FROM log_leaf ORDER BY leaf"):
            if leaf != len(self.roots) - 1:
                self.gaps.append(f"leaf {leaf} stands where leaf {len(self.roots) - 1} belongs")
            self.nodes.update(grow(len(self.roots) - 1, self.peaks, leaf_hash(bytes(entry))))
            self.roots.append(fold(self.peaks))

    def found(self) -> Iterator[str]:
        """Where the rows differ from the tree."""
        yield from self.gaps
        kept = {
            (level, place): bytes(value)
            for level, place, value in run(self.session, "SELECT level, place, hash FROM log_node")
        }
        for name in sorted(kept.keys() | self.nodes.keys()):
            if kept.get(name) != self.nodes.get(name):
                yield f"the hash at level {name[0]}, place {name[1]} is not that of the leaves under it"
        head = head_of(self.session)
        size = len(self.roots) - 1
        if (head.size if head else 0) != size:
            yield f"the head says {head.size if head else 0} leaves, there are {size}"
        elif head and head.root != self.roots[-1]:
            yield "the head's root is not that of the leaves"


def _checkpoints(session: Session, tree: _Tree) -> Iterator[str]:
    head = head_of(session)
    for size, public_key, note in run(session, "SELECT size, public_key, note FROM log_checkpoint"):
        try:
            signed = read(note, key=printed(head.origin if head else "", public_key))
        except NotGenuine:
            yield f"the checkpoint of size {size} is not signed by its key"
            continue
        if signed.size != size or size >= len(tree.roots) or signed.root != tree.roots[size]:
            yield f"the checkpoint of size {size} was signed over other leaves"


def disagreements(session: Session, world_id: int, history: History) -> Iterator[str]:
    """Where the log does not say what happened in a world; events from before the log began are no matter."""
    leaves = {
        (seq, kind): (bytes(entry), bytes(salt) if salt else None)
        for table in ("log_reuse", "log_leaf")
        for seq, kind, entry, salt in run(session, _SAID[table], [(world_id,)])
    }
    early = {row[0] for row in run(session, _EARLY, [(world_id,)])}
    for each in history:
        if not is_logged(each.event) or each.seq in early:
            continue
        found = leaves.get((each.seq, each.event.kind))
        if found is None:
            yield f"event {each.seq} is not in the log"
        elif found[1] is not None and entry_of(found[1], text_of(each.event, on=each.on)) != found[0]:
            yield f"event {each.seq} is not what the log says"
    there = {each.seq for each in history}
    for seq, kind, _entry, salt in run(session, _SAID["log_leaf"], [(world_id,)]):
        if salt and seq not in there:
            yield f"the log says {kind} happened as event {seq}, which is not there"


_SAID = {
    "log_leaf": "SELECT seq, kind, entry, salt FROM log_leaf LEFT JOIN log_salt USING (leaf)"
    " WHERE world_id = ?",
    "log_reuse": "SELECT log_reuse.seq, log_reuse.kind, entry, salt FROM log_reuse"
    " JOIN log_leaf ON log_leaf.leaf = log_reuse.leaf LEFT JOIN log_salt ON log_salt.leaf = log_reuse.leaf"
    " WHERE log_reuse.world_id = ?",
}
# What comes before the first event that has a leaf was there before the log.
_EARLY = (
    "SELECT seq FROM event WHERE world_id = ? AND id < COALESCE((SELECT event.id FROM log_leaf"
    " JOIN event ON event.world_id = log_leaf.world_id AND event.seq = log_leaf.seq"
    " ORDER BY log_leaf.leaf LIMIT 1), 9000000000)"
)
