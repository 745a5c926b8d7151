"""Who may see which world: a browser is known by the secret in its cookie, and finds only its own worlds."""

import pytest
from sqlmodel import select

from tests.databases import counted
from tests.worlds import walked
from weilidai_core.journey import Step
from weilidai_core.scenarios.rebuilding import fork
from weilidai_core.store import Store
from weilidai_core.world.actions import make_world
from weilidai_core.world.tables import BrowserRow
from weilidai_core.world.views import visit, world_by_token

ANNA, BEN = "anna's secret", "ben's secret"


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.WALLET, secret=ANNA)

    assert visit(store, ANNA) == world


def test_a_browser_that_comes_for_the_first_time_finds_nothing(store: Store) -> None:
    assert visit(store, ANNA) is None


def test_a_token_picks_one_of_the_browsers_worlds(store: Store) -> None:
    first = walked(store, until=Step.WALLET, secret=ANNA)
    second = walked(store, who="steady", until=Step.WALLET, secret=ANNA)

    assert visit(store, ANNA, token=first.token) == first
    assert visit(store, ANNA) == second


def test_another_browsers_token_is_not_found(store: Store) -> None:
    hers = walked(store, until=Step.WALLET, secret=ANNA)

    assert visit(store, BEN, token=hers.token) is None

    his = walked(store, until=Step.WALLET, secret=BEN)
    assert visit(store, BEN, token=hers.token) == his
    assert visit(store, ANNA, token=his.token) == hers


def test_what_one_browser_has_found_is_not_another_ones_to_find(store: Store) -> None:
    hers = walked(store, until=Step.WALLET, secret=ANNA)
    assert visit(store, ANNA, token=hers.token) == visit(store, ANNA, token=hers.token) == hers

    assert visit(store, BEN, token=hers.token) is None
    assert visit(store, "", token=hers.token) is None


def test_a_world_found_before_is_found_without_asking_the_database(store: Store) -> None:
    hers = walked(store, until=Step.WALLET, secret=ANNA)
    visit(store, ANNA, token=hers.token)

    with counted(store) as asked:
        assert visit(store, ANNA, token=hers.token) == hers

    assert asked == []


def test_a_world_without_a_browser_is_nobodys(store: Store) -> None:
    made_by_the_command_line = walked(store, until=Step.WALLET)

    assert visit(store, ANNA, token=made_by_the_command_line.token) is None


@pytest.mark.parametrize("token", ["", "nonsense", "'; DROP TABLE world; --", "x" * 5000, "🙂", "\0"])
def test_a_token_of_nothing_gives_the_current_world(store: Store, token: str) -> None:
    world = walked(store, until=Step.WALLET, secret=ANNA)

    assert visit(store, ANNA, token=token) == world


def test_a_world_that_has_not_begun_is_not_shown(store: Store) -> None:
    make_world(store, persona="steady", scenario="steady", secret=ANNA)

    assert visit(store, ANNA) is None


def test_a_rebuilt_world_becomes_the_browsers_current_one_and_the_old_one_stays(store: Store) -> None:
    world = walked(store, until=Step.WELCOME, secret=ANNA)

    rebuilt = fork(world, step=1, secret=ANNA)

    assert visit(store, ANNA) == rebuilt
    assert visit(store, ANNA, token=world.token) == world


def test_the_secret_itself_is_kept_nowhere(store: Store) -> None:
    walked(store, until=Step.WALLET, secret=ANNA)

    with store.reading() as session:
        kept = session.exec(select(BrowserRow)).one()
    assert ANNA not in kept.model_dump_json()
    assert len(kept.secret_sha256) == 64


def test_a_world_is_found_by_its_token(store: Store) -> None:
    world = walked(store, until=Step.WALLET)

    assert world_by_token(store, world.token) == world


def test_tokens_are_long_and_never_the_same(store: Store) -> None:
    tokens = {make_world(store, persona="steady", scenario="steady").token for _ in range(20)}

    assert len(tokens) == 20
    assert all(len(token) == 12 for token in tokens)
