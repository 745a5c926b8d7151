"""The declared scenarios: each is walked, never inserted, and opens a page that may be shown."""

import pytest

from tests.worlds import walked
from weilidai_core.audit import audit
from weilidai_core.events import ApplicationDecided, LoanSettled
from weilidai_core.journey import Step, gate
from weilidai_core.language import LANGUAGES, translator
from weilidai_core.scenarios.personas import PERSONAS, Expected, persona
from weilidai_core.scenarios.scenarios import SCENARIOS, ScenarioUnknown, play, scenario
from weilidai_core.scenarios.walking import STEPS, StepUnknown, Walk, start, walk
from weilidai_core.store import Store
from weilidai_core.world.views import read_history

everyone = pytest.mark.parametrize("who", [one.name for one in PERSONAS])


def test_it_works(store: Store) -> None:
    world = play(store, scenario("first-timer-settled"))

    assert (world.persona, world.scenario) == ("first-timer", "first-timer-settled")
    assert any(isinstance(each.event, LoanSettled) for each in read_history(world))


@pytest.mark.parametrize("name", [one.name for one in SCENARIOS])
def test_every_scenario_opens_a_page_that_may_be_shown(sqlite_store: Store, name: str) -> None:
    one = scenario(name)

    assert gate(one.opens, read_history(play(sqlite_store, one))) is None
    assert audit(sqlite_store).is_clean


def test_names_are_unique_and_every_title_is_in_both_languages() -> None:
    assert len({one.name for one in SCENARIOS}) == len(SCENARIOS)
    assert all(translator("en").gettext(one.title) != one.title for one in SCENARIOS)
    assert set(LANGUAGES) == {"zh", "en"}


def test_everyone_has_a_scenario_that_begins_at_the_wallet() -> None:
    assert {one.name for one in PERSONAS} <= {one.name for one in SCENARIOS if one.until is Step.WALLET}


@pytest.mark.parametrize("name", ["nobody", "", "first-timer ", "'; DROP TABLE world; --"])
def test_an_unknown_scenario_is_refused(name: str) -> None:
    with pytest.raises(ScenarioUnknown):
        scenario(name)


def test_a_second_drawdown_has_something_left_to_borrow(sqlite_store: Store) -> None:
    world = play(sqlite_store, scenario("second-drawdown"))

    assert gate(Step.QUOTE, read_history(world)) is None


@everyone
def test_a_walk_ends_as_expected_of_the_person(sqlite_store: Store, who: str) -> None:
    one = persona(who)
    world = start(sqlite_store, one)

    reached = walk(Walk(world, one, one.plan), until=Step.SETTLE)

    decided = [each.event for each in read_history(world) if isinstance(each.event, ApplicationDecided)]
    assert (reached is Step.SETTLE) == (one.expected in {Expected.GRANTED, Expected.COUNTER_OFFERED})
    assert [event.outcome.value for event in decided] == (
        [] if one.expected is Expected.NOT_INVITED else [one.expected.value]
    )


@pytest.mark.parametrize("until", STEPS)
def test_a_walk_stops_where_it_is_told(sqlite_store: Store, until: Step) -> None:
    one = persona("first-timer")
    world = start(sqlite_store, one)

    assert walk(Walk(world, one, one.plan), until=until) is until


@pytest.mark.parametrize("until", [step for step in Step if step not in STEPS])
def test_a_walk_to_a_page_that_asks_for_no_act_is_refused(sqlite_store: Store, until: Step) -> None:
    one = persona("first-timer")

    with pytest.raises(StepUnknown):
        walk(Walk(start(sqlite_store, one), one, one.plan), until=until)


def test_a_walk_that_is_taken_again_repeats_nothing(sqlite_store: Store) -> None:
    one = persona("first-timer")
    world = walked(sqlite_store, until=Step.ESTIMATE)
    before = read_history(world)

    walk(Walk(world, one, one.plan), until=Step.WELCOME)

    assert read_history(world) == before
