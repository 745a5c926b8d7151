"""默克尔树: the hash tree of RFC 6962 and RFC 9162 (section 2.1), SHA-256. Pure.

A leaf is SHA-256(0x00 ‖ entry), an inner node SHA-256(0x01 ‖ left ‖ right). Every complete subtree has one
hash for ever, named (level, place): it covers the leaves from place × 2^level on, 2^level of them. Root and
proofs of any size are made of those, so each needs no more than O(log n) of them.
"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

HASH_BYTES = 32


class Node(NamedTuple):
    """The name of a complete subtree."""

    level: int
    place: int


class Span(NamedTuple):
    """The leaves from `first` up to `end`, that one not included."""

    first: int
    end: int


EMPTY_ROOT = sha256().digest()


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two neighbours."""
    return sha256(b"\x01" + left + right).digest()


def complete(span: Span) -> list[Node]:
    """The complete subtrees that a span is made of, from the left, each smaller than the one before."""
    first, end = span
    found = []
    while first < end:
        level = (end - first).bit_length() - 1
        found.append(Node(level, first >> level))
        first += 1 << level
    return found


def fold(hashes: Sequence[bytes]) -> bytes:
    """The hash of a span, from the hashes of its complete subtrees."""
    if not hashes:
        return EMPTY_ROOT
    together = hashes[-1]
    for left in reversed(hashes[:-1]):
        together = node_hash(left, together)
    return together


def grow(size: int, peaks: list[bytes], leaf: bytes) -> Iterator[tuple[Node, bytes]]:
    """Put one leaf hash behind `size` others; `peaks`, the tree's complete subtrees, are brought up to date.

    Gives every complete subtree that this leaf completes, itself first.
    """
    node, value = Node(0, size), leaf
    yield node, value
    while node.place & 1:
        node, value = Node(node.level + 1, node.place >> 1), node_hash(peaks.pop(), value)
        yield node, value
    peaks.append(value)


def inclusion_spans(index: int, size: int) -> list[Span]:
    """The neighbours of a leaf on its way to the root, from the leaf upwards (RFC 9162, 2.1.3.1)."""
    if not 0 <= index < size:
        raise ValueError("no such leaf in a tree of this size")
    return [beside for _, beside in _way_to(index, size)][::-1]


def consistency_spans(old: int, size: int) -> list[Span]:
    """What shows that the first `old` leaves are still the first of `size` (RFC 9162, 2.1.4.1)."""
    if not 0 < old <= size:
        raise ValueError("no such older tree")
    found: list[Span] = []
    here, whole = Span(0, size), True
    while here.end != old:
        middle = here.first + (1 << ((here.end - here.first - 1).bit_length() - 1))
        if old <= middle:
            found.append(Span(middle, here.end))
            here = Span(here.first, middle)
        else:
            found.append(Span(here.first, middle))
            here, whole = Span(middle, here.end), False
    if not whole:
        found.append(here)
    return found[::-1]


def _way_to(index: int, size: int) -> Iterator[tuple[Span, Span]]:
    here = Span(0, size)
    while here.end - here.first > 1:
        middle = here.first + (1 << ((here.end - here.first - 1).bit_length() - 1))
        left, right = Span(here.first, middle), Span(middle, here.end)
        here, beside = (left, right) if index < middle else (right, left)
        yield here, beside


def is_included(entry: bytes, *, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether the path leads from this entry, at this index, to the root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, value = index, size - 1, leaf_hash(entry)
    for beside in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            value = node_hash(beside, value)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            value = node_hash(value, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and value == root


def is_consistent(*, old: int, old_root: bytes, size: int, root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the tree of `size` begins with the whole tree of `old` leaves (RFC 9162, 2.1.4.2)."""
    if not 0 < old <= size:
        return False
    if old == size:
        return not path and old_root == root
    hashes = list(path) if old & (old - 1) else [old_root, *path]
    if not hashes:
        return False
    place, last = old - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = now = hashes[0]
    for beside in hashes[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            before, now = node_hash(beside, before), node_hash(beside, now)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            now = node_hash(now, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and before == old_root and now == root


Hashes = Callable[[Sequence[Node]], Sequence[bytes]]


def prove(spans: Sequence[Span], hashes: Hashes) -> list[bytes]:
    """The hash of each span; all that is needed is asked for at once."""
    wanted = [complete(span) for span in spans]
    found = iter(hashes([node for nodes in wanted for node in nodes]))
    return [fold([next(found) for _ in nodes]) for nodes in wanted]
