"""Asking: a question is kept with what it was understood as, and its answer stays as it was given."""

import pytest

from tests.worlds import do, repay_next, rows, walked
from weilidai_core.events import QuestionAsked
from weilidai_core.help.actions import (
    LONGEST_QUESTION,
    AskServiceDesk,
    QuestionEmpty,
    QuestionTooLong,
    QuestionUnreadable,
)
from weilidai_core.help.intents import Intent
from weilidai_core.help.views import conversation
from weilidai_core.journey import Step
from weilidai_core.store import Store
from weilidai_core.world.views import read_history


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.SIGN)

    outcome = do(world, AskServiceDesk(question="我一共还欠多少"))

    assert outcome.events == (QuestionAsked(question="我一共还欠多少", intent="owed"),)
    turn = conversation(world).turns[0]
    assert (turn.intent, turn.said[0].facts["owed_fen"]) == (Intent.OWED, 3_000_00)


def test_the_same_question_twice_is_two_questions_and_a_double_click_is_one(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    asked = AskServiceDesk(question="利率是多少")

    do(world, asked)
    do(world, asked, key="second")
    do(world, asked, key="second")

    assert conversation(world).asked == 2


def test_an_answer_stays_as_it_was_given(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    do(world, AskServiceDesk(question="我一共还欠多少"))

    repay_next(world)
    do(world, AskServiceDesk(question="我一共还欠多少"))

    before, after = (turn.said[0].facts["owed_fen"] for turn in conversation(world).turns)
    assert isinstance(before, int)
    assert isinstance(after, int)
    assert after < before == 3_000_00


@pytest.mark.parametrize("question", ["", " ", "\n\t", "\u3000"])
def test_nothing_asked_is_refused(store: Store, question: str) -> None:
    world = walked(store, until=Step.WALLET)
    before = rows(store)

    with pytest.raises(QuestionEmpty):
        do(world, AskServiceDesk(question=question))

    assert rows(store) == before


def test_a_question_that_is_too_long_is_refused_with_its_length(store: Store) -> None:
    world = walked(store, until=Step.WALLET)

    with pytest.raises(QuestionTooLong) as refused:
        do(world, AskServiceDesk(question="长" * (LONGEST_QUESTION + 1)))

    assert refused.value.facts == {"longest": LONGEST_QUESTION, "length": LONGEST_QUESTION + 1}
    do(world, AskServiceDesk(question="长" * LONGEST_QUESTION))


@pytest.mark.parametrize(
    "question", ["🙂", "<script>alert(1)</script>", "'; DROP TABLE event; --", "**{x}**", "-1"]
)
def test_anything_may_be_asked_and_is_kept_as_it_was_typed(store: Store, question: str) -> None:
    world = walked(store, until=Step.WALLET)

    do(world, AskServiceDesk(question=question))

    asked = read_history(world)[-1].event
    assert isinstance(asked, QuestionAsked)
    assert asked.question == question
    assert conversation(world).turns[0].intent is Intent.UNKNOWN


@pytest.mark.parametrize("question", ["\0", "when is it due\x1b[31m"])
def test_a_question_with_characters_nobody_can_see_is_refused(store: Store, question: str) -> None:
    with pytest.raises(QuestionUnreadable):
        do(walked(store, until=Step.WALLET), AskServiceDesk(question=question))


def test_before_the_first_question_there_is_a_greeting_and_something_to_ask(store: Store) -> None:
    found = conversation(walked(store, until=Step.WALLET))

    assert found.greeting
    assert found.offered
    assert found.turns == ()
