"""The natural key: the same intention has the same key however often it is sent; another one has another."""

import pytest

from tests.worlds import choosing, do, draw, note_of, repay_next, repaying, wait, walked
from weilidai_core.act import ACTIONS, LONGEST_KEY
from weilidai_core.apply.actions import (
    CompleteInformation,
    ConfirmIdentity,
    DecideConsent,
    StartApplication,
    SubmitApplication,
)
from weilidai_core.apply.consent import DOCUMENTS
from weilidai_core.apply.review import RunReviewStage
from weilidai_core.help.actions import AskServiceDesk
from weilidai_core.journey import Step
from weilidai_core.keys import _PARTS, key_of
from weilidai_core.scenarios.personas import persona
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.store import Store
from weilidai_core.world.step import Request
from weilidai_core.world.views import read_history, steps_taken


def test_it_works(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)

    assert key_of(repaying(note_of(world)), read_history(world)) == "repay:JJ20260915-01:1"


def test_every_request_has_its_key() -> None:
    assert set(_PARTS) == set(ACTIONS)


def test_a_whole_life_has_no_key_twice_and_none_too_long(sqlite_store: Store) -> None:
    world = walked(sqlite_store, who="steady", until=Step.REPAY)
    do(world, AskServiceDesk(question="利率是多少"))
    do(world, AskServiceDesk(question="利率是多少"))
    keys = [step.key for step in steps_taken(world)]

    assert len(set(keys)) == len(keys)
    assert all(1 <= len(key) <= LONGEST_KEY for key in keys)


@pytest.mark.parametrize(
    ("until", "request_"),
    [
        (Step.WALLET, StartApplication()),
        (Step.WELCOME, ConfirmIdentity()),
        (
            Step.CONSENT,
            SubmitApplication(amount_fen=1_000_00, tenor=3, method=persona("first-timer").plan.method),
        ),
        (Step.ESTIMATE, RunReviewStage(stage="identity")),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Request) else str(value),
)
def test_a_repeated_click_has_the_first_ones_key_even_when_the_page_was_drawn_again(
    sqlite_store: Store, until: Step, request_: Request
) -> None:
    world = walked(sqlite_store, until=until)
    before = key_of(request_, read_history(world))
    do(world, request_)

    assert key_of(request_, read_history(world)) == before


@pytest.mark.parametrize("number", ["x" * 10_000, "\0", "🙂" * 300, ""])
def test_a_number_from_an_address_may_be_anything(sqlite_store: Store, number: str) -> None:
    history = read_history(walked(sqlite_store, until=Step.SIGN))
    request = SettleEarly(loan_note=number, total_fen=1)

    key = key_of(request, history)

    assert 1 <= len(key) <= LONGEST_KEY
    assert key.isprintable()
    assert key != key_of(request.model_copy(update={"loan_note": number + "x"}), history)


def test_a_repayments_key_stays_when_it_was_made(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    request = repaying(note_of(world))
    before = key_of(request, read_history(world))
    repay_next(world)

    assert key_of(request, read_history(world)) == before
    assert key_of(repaying(note_of(world)), read_history(world)) != before


def test_a_form_that_is_handed_in_again_is_another_act(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.IDENTITY)
    request = CompleteInformation(typed=persona("first-timer").typed)
    before = key_of(request, read_history(world))
    do(world, request)

    assert key_of(request, read_history(world)) != before


def test_each_consent_document_has_a_key_of_its_own(sqlite_store: Store) -> None:
    history = read_history(walked(sqlite_store, until=Step.INFORMATION))
    requests = [
        DecideConsent(document=one.document, version=one.version, sha256=one.sha256, given=True)
        for one in DOCUMENTS
    ]

    assert len({key_of(request, history) for request in requests}) == len(DOCUMENTS)


def test_a_second_drawdown_is_another_act_although_the_plan_is_the_same(sqlite_store: Store) -> None:
    world = walked(sqlite_store, who="first-timer", until=Step.REVIEW)
    do(world, choosing(500_00))
    before = key_of(choosing(500_00), read_history(world))

    assert key_of(choosing(500_00), read_history(world)) == before
    do(world, choosing(500_00))
    assert key_of(choosing(500_00), read_history(world)) != before


def test_settling_has_another_key_each_day(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    request = SettleEarly(loan_note=note_of(world).number, total_fen=1)
    keys = []
    for _ in range(2):
        wait(world, 1)
        keys.append(key_of(request, read_history(world)))

    assert keys[0] != keys[1]


def test_two_notes_instalments_have_different_keys(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    second = draw(world, 500_00)
    history = read_history(world)

    assert key_of(repaying(note_of(world)), history) != key_of(repaying(second), history)
