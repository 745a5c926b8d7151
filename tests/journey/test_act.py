"""`act`: one transaction for each act, once for each key, and nothing at all when a rule refuses."""

import pytest

from tests.worlds import choosing, do, hash_of, note_of, repaying, rows, wait, walked
from weilidai_core import act as acting
from weilidai_core.act import ACTIONS, LONGEST_KEY, REQUESTS, act
from weilidai_core.apply.actions import ConfirmIdentity, StartApplication
from weilidai_core.audit import audit
from weilidai_core.borrow.refusals import NoLimitYet
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import ApplicationStarted, IdentityConfirmed, LoanDisbursed, NoticeSent
from weilidai_core.help.actions import AskServiceDesk
from weilidai_core.journey import Step
from weilidai_core.repay.actions import RepayInstalment
from weilidai_core.repay.day_end import AdvanceDay
from weilidai_core.store import Store, open_store
from weilidai_core.world.actions import StartWorld, WorldAlreadyStarted
from weilidai_core.world.step import KeyUsedOtherwise
from weilidai_core.world.views import profile_of, read_history, steps_taken, today


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.WALLET)

    outcome = act(world, StartApplication(), key="begin")

    assert outcome.events == (ApplicationStarted(application=1),)
    assert (outcome.step, outcome.repeated) == (2, False)
    assert read_history(world)[-1].event == outcome.events[0]


def test_every_request_has_its_action() -> None:
    assert {request.__name__ for request in ACTIONS} == set(REQUESTS)


def test_an_act_writes_its_step_with_its_key_and_the_day(store: Store) -> None:
    world = walked(store, until=Step.WALLET)

    act(world, StartApplication(), key="begin")

    step = steps_taken(world)[-1]
    assert (step.number, step.key, step.on) == (2, "begin", today(world))


def test_a_refusal_writes_nothing(store: Store) -> None:
    world = walked(store, until=Step.WELCOME)
    before = rows(store)

    with pytest.raises(NoLimitYet):
        act(world, choosing(), key="too soon")

    assert rows(store) == before


def test_after_a_refusal_the_same_key_may_do_it(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    note = note_of(world)
    with pytest.raises(WeilidaiError, match="not-yet-due"):
        act(world, repaying(note), key="repay")
    do(world, AdvanceDay(to_on=note.rows[0].due_on))

    assert act(world, repaying(note), key="repay").repeated is False


def test_the_same_key_gives_the_stored_outcome_and_writes_nothing(store: Store) -> None:
    world = walked(store, until=Step.WELCOME)
    first = act(world, ConfirmIdentity(), key="who I am")
    before, state = rows(store), hash_of(world)

    again = act(world, ConfirmIdentity(), key="who I am")

    assert (again.step, again.events, again.repeated) == (first.step, first.events, True)
    assert (rows(store), hash_of(world)) == (before, state)


def test_the_stored_outcome_holds_what_followed_of_itself_too(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    signed = steps_taken(world)[-1]
    request = REQUESTS["SignContract"].model_validate_json(signed.request.partition('"body":')[2][:-1])

    again = act(world, request, key=signed.key)

    assert again.repeated
    assert [type(event) for event in again.events][-2:] == [LoanDisbursed, NoticeSent]


def test_a_stored_outcome_stays_after_later_steps(store: Store) -> None:
    world = walked(store, until=Step.ESTIMATE)

    again = act(world, StartApplication(), key=steps_taken(world)[1].key)

    assert (again.step, again.events, again.repeated) == (2, (ApplicationStarted(application=1),), True)


def test_the_same_key_with_another_content_is_refused_and_writes_nothing(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    act(world, AskServiceDesk(question="利率是多少"), key="ask")
    before = rows(store)

    with pytest.raises(KeyUsedOtherwise):
        act(world, AskServiceDesk(question="额度是多少"), key="ask")

    assert rows(store) == before


def test_the_same_key_with_another_kind_of_act_is_refused(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    act(world, StartApplication(), key="one")

    with pytest.raises(KeyUsedOtherwise):
        act(world, ConfirmIdentity(), key="one")


def test_a_key_belongs_to_one_world(store: Store) -> None:
    one, other = walked(store, until=Step.WALLET), walked(store, until=Step.WALLET)
    act(one, StartApplication(), key="begin")

    assert act(other, StartApplication(), key="begin").repeated is False


@pytest.mark.parametrize("key", ["", "x" * (LONGEST_KEY + 1)])
def test_a_key_has_1_to_255_characters(sqlite_store: Store, key: str) -> None:
    world = walked(sqlite_store, until=Step.WALLET)

    with pytest.raises(ValueError, match="1 to 255"):
        act(world, StartApplication(), key=key)


@pytest.mark.parametrize("key", ["1", "x" * LONGEST_KEY, "借款 🙂'; DROP TABLE event; --"])
def test_any_other_key_does(store: Store, key: str) -> None:
    world = walked(store, until=Step.WALLET)

    act(world, StartApplication(), key=key)

    assert act(world, StartApplication(), key=key).repeated


def test_a_world_begins_once(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    history = read_history(world)

    with pytest.raises(WorldAlreadyStarted):
        act(
            world,
            StartWorld(persona=world.persona, first_day=today(world), profile=profile_of(history)),
            key="again",
        )


def test_a_fault_in_the_middle_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    world = walked(store, until=Step.SIGN)
    do(world, AdvanceDay(to_on=note_of(world).rows[0].due_on))
    before, state = rows(store), hash_of(world)

    def failing(*_: object) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as patched:
        patched.setattr(acting, "post", failing)
        with pytest.raises(RuntimeError):
            do(world, repaying(note_of(world)))
    assert (rows(store), hash_of(world)) == (before, state)

    do(world, repaying(note_of(world)))
    assert audit(store).is_clean


def test_a_fault_in_what_follows_of_itself_leaves_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = walked(store, until=Step.WELCOME)
    before = rows(store)

    def failing(*_: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(acting, "react", failing)
    with pytest.raises(RuntimeError):
        act(world, ConfirmIdentity(), key="who I am")

    assert rows(store) == before


def test_another_process_sees_what_was_done_and_does_not_repeat_it(store: Store) -> None:
    world = walked(store, until=Step.WELCOME)
    elsewhere = Store(store.url)
    same = type(world)(elsewhere, world.id, world.token, world.persona, world.scenario)
    assert len(read_history(same)) == 2

    act(world, ConfirmIdentity(), key="who I am")

    assert isinstance(read_history(same)[-1].event, IdentityConfirmed)
    assert act(same, ConfirmIdentity(), key="who I am").repeated
    elsewhere.close()


def test_a_database_is_opened_once_in_a_process(store: Store) -> None:
    assert open_store(store.url) is store


def test_an_act_happens_on_the_worlds_own_day(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    first = today(world)
    wait(world, 40)

    act(world, StartApplication(), key="begin")

    assert (read_history(world)[-1].on - first).days == 40


def test_an_instalment_that_does_not_exist_is_refused_by_name(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    nonsense = RepayInstalment(loan_note="JJ00000000-99", number=1, total_fen=1)

    with pytest.raises(WeilidaiError, match="no-such-loan-note"):
        act(world, nonsense, key="nonsense")
