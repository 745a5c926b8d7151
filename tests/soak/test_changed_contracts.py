"""A signed contract, changed in one byte a thousand times over: told every time, without any receipt.

Nothing is left that could not be told: the last signature covers all of the file but itself, and what lies
there has to be what comes out when it is built again from its verified parts.
"""

import random

import pytest

from tests.databases import Databases
from tests.papers.reading import changed, last_gap
from tests.worlds import note_of, walked
from weilidai_core.journey import Step
from weilidai_core.papers.filing import signed_contract
from weilidai_core.trust.authority import authority
from weilidai_core.trust.verification import NotGenuine, verified

CHANGES, PARTS = 1000, 4


def is_told(paper: bytes) -> bool:
    """Whether the check notices."""
    try:
        verified(paper, root=authority().root)
    except NotGenuine:
        return True
    return False


@pytest.mark.parametrize("part", range(PARTS))
def test_every_changed_byte_is_told(databases: Databases, part: int) -> None:
    world = walked(databases.store("sqlite"), until=Step.SIGN)
    paper = signed_contract(world, note_of(world).contract).content
    chance = random.Random(part)
    start, end = last_gap(paper)
    places = [chance.randrange(len(paper)) for _ in range(CHANGES // PARTS)]
    places += [chance.randrange(start, end) for _ in range(CHANGES // PARTS)]

    missed = [at for at in places if not is_told(changed(paper, at, by=chance.randrange(1, 256)))]

    assert is_told(paper) is False
    assert missed == []
