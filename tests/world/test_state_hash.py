"""The state hash: the same acts give the same state on any machine, in any database, on either engine."""

from datetime import date

import pytest

from tests.databases import ENGINES, POSTGRESQL, SQLITE, Databases
from tests.worlds import do, hash_of, plan, walked
from weilidai_core.help.actions import AskServiceDesk
from weilidai_core.journey import Step
from weilidai_core.repay.actions import RepayInstalment
from weilidai_core.scenarios.personas import PERSONAS, persona
from weilidai_core.store import Store
from weilidai_core.world.step import canonical, state_hash
from weilidai_core.world.views import read_history

UNINVITED = "756f15c5fbbd44cfad77d9827e990162e0123e019f269e6f0500a85a180414b0"


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.WELCOME)

    assert hash_of(world) == state_hash(read_history(world))
    assert len(hash_of(world)) == 64


@pytest.mark.parametrize("who", [one.name for one in PERSONAS])
def test_a_journey_ends_in_the_same_state_in_any_fresh_database(databases: Databases, who: str) -> None:
    stores = [databases.store(engine) for engine in (SQLITE, SQLITE, POSTGRESQL, POSTGRESQL)]

    assert len({hash_of(walked(store, who=who, until=Step.SETTLE)) for store in stores}) == 1


def test_the_hash_is_the_one_it_was_on_the_machine_it_was_first_reckoned_on(sqlite_store: Store) -> None:
    # It changes with what is recorded, with the people, and with Faker's lists; never with the machine.
    assert hash_of(walked(sqlite_store, who="uninvited", until=Step.WALLET)) == UNINVITED


def test_other_worlds_and_the_row_numbers_do_not_show_in_it(store: Store) -> None:
    first = walked(store, until=Step.SETTLE)
    walked(store, who="steady", until=Step.REVIEW)

    assert hash_of(walked(store, until=Step.SETTLE)) == hash_of(first)


def test_every_step_changes_it(store: Store) -> None:
    hashes = [hash_of(walked(store, until=step)) for step in (Step.WALLET, Step.WELCOME, Step.IDENTITY)]

    assert len(set(hashes)) == 3


@pytest.mark.parametrize(
    "other",
    [{"on": date(2026, 9, 16)}, {"plan": plan(2_950_00)}, {"plan": plan(tenor=10)}],
    ids=["another day", "another amount", "another tenor"],
)
def test_another_life_has_another_hash(sqlite_store: Store, other: dict[str, object]) -> None:
    same = walked(sqlite_store, until=Step.SETTLE)

    assert hash_of(walked(sqlite_store, until=Step.SETTLE, **other)) != hash_of(same)  # type: ignore[arg-type]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_question_in_any_script_hashes_the_same(databases: Databases, engine: str) -> None:
    asked = AskServiceDesk(question="利率？ 🙂 'quoted' \\ é")
    hashes = set()
    for name in (engine, SQLITE):
        world = walked(databases.store(name), until=Step.WALLET)
        do(world, asked)
        hashes.add(hash_of(world))

    assert len(hashes) == 1


def test_a_request_tells_kind_and_content_apart() -> None:
    one = RepayInstalment(loan_note="JJ", number=1, total_fen=1)

    assert canonical(one) == canonical(one.model_copy())
    assert canonical(one) != canonical(one.model_copy(update={"total_fen": 2}))


def test_the_sample_peoples_first_days_are_declared_and_not_todays(sqlite_store: Store) -> None:
    begun = {one.name: walked(sqlite_store, who=one.name, until=Step.WALLET) for one in PERSONAS}

    assert all(read_history(world)[0].on == persona(who).first_day for who, world in begun.items())
