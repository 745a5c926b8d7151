"""The random lives of `tests.invariants`, ten times as many on each engine, in parts side by side."""

import pytest

from tests.databases import Databases
from tests.invariants.life import live

LIVES, PARTS = 300, 3


@pytest.mark.parametrize("part", range(PARTS))
def test_every_life_keeps_the_laws(databases: Databases, engine: str, part: int) -> None:
    live(databases, engine, lives=LIVES // PARTS)
