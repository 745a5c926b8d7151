"""The hash tree agrees with the standard's own vector, with an independent tree, and with no forgery."""

import random
from hashlib import sha256

import pytest
from pymerkle import InmemoryTree, verify_consistency

from weilidai_core.trust.transparency.tree import (
    EMPTY_ROOT,
    Node,
    Span,
    complete,
    consistency_spans,
    fold,
    grow,
    inclusion_spans,
    is_consistent,
    is_included,
    leaf_hash,
    prove,
)

LARGEST = 130


class Tree:
    """A tree in memory, as the database keeps it: every complete subtree by its name."""

    def __init__(self, entries: list[bytes]) -> None:
        self.nodes: dict[Node, bytes] = {}
        self.peaks: list[bytes] = []
        for index, entry in enumerate(entries):
            self.nodes.update(grow(index, self.peaks, leaf_hash(entry)))

    def hashes(self, nodes: list[Node]) -> list[bytes]:
        return [self.nodes[node] for node in nodes]

    def root(self, size: int) -> bytes:
        return fold(self.hashes(complete(Span(0, size))))

    def inclusion(self, index: int, size: int) -> list[bytes]:
        return prove(inclusion_spans(index, size), self.hashes)

    def consistency(self, old: int, size: int) -> list[bytes]:
        return prove(consistency_spans(old, size), self.hashes)


ENTRIES = [f"entry {index}".encode() for index in range(LARGEST)]


@pytest.fixture(scope="module")
def tree() -> Tree:
    """A tree of as many leaves as these tests look at."""
    return Tree(ENTRIES)


@pytest.fixture(scope="module")
def oracle() -> InmemoryTree:
    """The same leaves in somebody else's tree."""
    return InmemoryTree.init_from_entries(ENTRIES)


def test_it_works(tree: Tree) -> None:
    path = tree.inclusion(5, 11)

    assert is_included(ENTRIES[5], index=5, size=11, path=path, root=tree.root(11))


def test_the_vector_of_certificate_transparency() -> None:
    inputs = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ]  # fmt: skip
    tree = Tree([bytes.fromhex(one) for one in inputs])

    assert tree.root(1).hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert tree.root(8).hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    assert [one.hex() for one in tree.consistency(1, 1)] == []
    assert [one.hex() for one in tree.inclusion(0, 8)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert [one.hex() for one in tree.consistency(6, 8)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_an_empty_tree_has_the_standards_root() -> None:
    assert Tree([]).root(0) == EMPTY_ROOT == sha256(b"").digest()


def test_every_root_is_that_of_an_independent_tree(tree: Tree, oracle: InmemoryTree) -> None:
    assert [tree.root(size) for size in range(1, LARGEST + 1)] == [
        oracle.get_root(size) for size in range(1, LARGEST + 1)
    ]


def test_every_inclusion_proof_is_that_of_an_independent_tree(tree: Tree, oracle: InmemoryTree) -> None:
    for size in range(1, LARGEST + 1):
        root = tree.root(size)
        for index in range(size):
            path = tree.inclusion(index, size)
            theirs = oracle.prove_inclusion(index + 1, size)
            assert path == theirs.path[1:]
            assert is_included(ENTRIES[index], index=index, size=size, path=path, root=root)


def test_every_consistency_pair_is_agreed_on_with_an_independent_tree(
    tree: Tree, oracle: InmemoryTree
) -> None:
    # Its proofs are of another form than the standard's: each side's proof is judged by the other's roots.
    theirs = {size: oracle.get_root(size) for size in range(1, LARGEST + 1)}
    for size in range(1, LARGEST + 1):
        for old in range(1, size + 1):
            path = tree.consistency(old, size)
            assert is_consistent(old=old, old_root=theirs[old], size=size, root=theirs[size], path=path)
            verify_consistency(tree.root(old), tree.root(size), oracle.prove_consistency(old, size))


@pytest.mark.parametrize(("index", "size"), [(-1, 1), (0, 0), (1, 1), (8, 8)])
def test_there_is_no_proof_for_a_leaf_that_is_not_there(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="no such leaf"):
        inclusion_spans(index, size)
    assert not is_included(b"", index=index, size=size, path=[], root=leaf_hash(b""))


@pytest.mark.parametrize(("old", "size"), [(0, 1), (2, 1), (-1, 1)])
def test_there_is_no_proof_for_a_tree_that_never_was(old: int, size: int) -> None:
    with pytest.raises(ValueError, match="no such older tree"):
        consistency_spans(old, size)
    assert not is_consistent(old=old, old_root=EMPTY_ROOT, size=size, root=EMPTY_ROOT, path=[])


def _changed(chance: random.Random, path: list[bytes]) -> list[bytes]:
    """A path that is not this one: a bit flipped, one left out, one too many, two changed about."""
    changed, way = list(path), chance.randrange(4)
    if way == 0 and changed:
        place = chance.randrange(len(changed))
        bits = bytearray(changed[place])
        bits[chance.randrange(32)] ^= 1 << chance.randrange(8)
        changed[place] = bytes(bits)
    elif way == 1 and changed:
        changed.pop(chance.randrange(len(changed)))
    elif way == 2 and len(changed) > 1:
        first, second = chance.sample(range(len(changed)), 2)
        changed[first], changed[second] = changed[second], changed[first]
    else:
        changed.insert(chance.randrange(len(changed) + 1), chance.randbytes(32))
    return changed


def test_ten_thousand_forged_proofs_are_refused(tree: Tree) -> None:
    chance = random.Random(9162)
    roots = {size: tree.root(size) for size in range(1, LARGEST + 1)}
    accepted = []
    for number in range(5_000):
        size = chance.randint(2, LARGEST)
        index, other = chance.randrange(size), chance.randrange(size + 3)
        path = tree.inclusion(index, size)
        forged = [
            (ENTRIES[index], index, size, _changed(chance, path), roots[size]),
            (ENTRIES[index] + b"!", index, size, path, roots[size]),
            (ENTRIES[index], other, size, path, roots[size]),
            (ENTRIES[index], index, size, path, roots[size - 1]),
        ][number % 4]
        entry, at, of, way, root = forged
        if (at, of, way, root) == (index, size, path, roots[size]) and entry == ENTRIES[index]:
            continue
        if is_included(entry, index=at, size=of, path=way, root=root):
            accepted.append(forged)
    for number in range(5_000):
        size = chance.randint(2, LARGEST)
        old = chance.randint(1, size - 1)
        path = tree.consistency(old, size)
        before, now, way = [
            (roots[old], roots[size], _changed(chance, path)),
            (chance.randbytes(32), roots[size], path),
            (roots[old], chance.randbytes(32), path),
            (roots[max(1, old - 1)] if old > 1 else EMPTY_ROOT, roots[size], path),
        ][number % 4]
        if is_consistent(old=old, old_root=before, size=size, root=now, path=way):
            accepted.append((old, size, way))

    assert accepted == []


def test_a_proof_is_good_for_one_index_only(tree: Tree) -> None:
    for size in range(1, 70):
        root = tree.root(size)
        for index in range(size):
            path = tree.inclusion(index, size)
            good = [
                at for at in range(size + 2)
                if is_included(ENTRIES[index], index=at, size=size, path=path, root=root)
            ]  # fmt: skip
            assert good == [index]
