"""The laws of `tests.invariants.laws` in random lives on both engines; `make soak` lives ten times more."""

import pytest

from tests.databases import Databases
from tests.invariants.laws import laws_hold
from tests.invariants.life import live
from tests.invariants.lives import WISHES
from tests.worlds import walked
from weilidai_core.act import ACTIONS
from weilidai_core.store import Store
from weilidai_core.world.actions import StartWorld

LIVES = 30


def test_it_works(store: Store) -> None:
    world = walked(store)

    laws_hold(world)


def test_every_kind_of_act_may_be_wished_for() -> None:
    assert set(WISHES) == set(ACTIONS) - {StartWorld}


@pytest.mark.timeout(600)
def test_every_life_keeps_the_laws(databases: Databases, engine: str) -> None:
    live(databases, engine, lives=LIVES)
