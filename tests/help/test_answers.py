"""The service desk's answers: the account's own figures, in every state there is, and never made up."""

import pytest

from tests.databases import SQLITE, Databases
from tests.worlds import choosing, do, draw, plan, repay_next, wait, walked
from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.events import History
from weilidai_core.help.account import AccountState, account_state
from weilidai_core.help.answers import Said, answer, greeting
from weilidai_core.help.intents import QUESTIONS, Intent, offered
from weilidai_core.journey import Step
from weilidai_core.language import LANGUAGES, render, translator
from weilidai_core.repay.position import next_due_on, position
from weilidai_core.scenarios.personas import PERSONAS
from weilidai_core.sentences import Sentence
from weilidai_core.settle.early_settlement import early_settlement
from weilidai_core.store import Store
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import read_history


def ends_of_steps(history: History) -> list[History]:
    """The history after each of its steps."""
    ends = {each.step: index for index, each in enumerate(history, 1)}
    return [history[:end] for end in ends.values()]


@pytest.fixture(scope="module")
def every_state(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> list[History]:
    """Every state of everyone's walk, and of a life with several loans."""
    made = Databases(tmp_path_factory.mktemp("walks"), request)
    store = made.store(SQLITE)
    worlds = [walked(store, who=one.name, until=Step.SETTLE) for one in PERSONAS]
    several = walked(store, until=Step.SIGN, plan=plan(1_000_00, tenor=3))
    wait(several, 7)
    draw(several, 500_00)
    repay_next(several)
    do(several, choosing(500_00))
    wait(several, 2)
    found = [state for world in [*worlds, several] for state in ends_of_steps(read_history(world))]
    made.remove()
    return found


def said(intent: Intent, history: History) -> Said:
    """The answer to a question in a state."""
    return answer(intent, account_state(history))


def facts(told: Said) -> dict[str, object]:
    """Every fact of an answer by its name."""
    return {name: fact for one in told for name, fact in one.facts.items()}


def sentences(one: Sentence) -> list[Sentence]:
    """A sentence and those inside it."""
    inner = [fact for fact in one.facts.values() if isinstance(fact, Sentence)]
    return [one, *(each for fact in inner for each in sentences(fact))]


def test_it_works(sqlite_store: Store) -> None:
    history = read_history(walked(sqlite_store, until=Step.SIGN))

    assert (
        render(said(Intent.OWED, history)[0], "zh")
        == "截至今天一共 ¥3,000.00：剩余本金 ¥3,000.00，到今天的利息 ¥0.00。"
    )


def test_every_question_that_is_offered_has_an_answer(every_state: list[History]) -> None:
    for history in every_state:
        state = account_state(history)
        unknown = answer(Intent.UNKNOWN, state)
        for question in offered(state):
            assert answer(question.intent, state) not in ((), unknown), question.intent


def test_every_question_is_answered_even_where_it_is_not_offered(every_state: list[History]) -> None:
    for history in every_state:
        for question in QUESTIONS:
            assert said(question.intent, history)


def test_every_question_is_offered_in_some_state(every_state: list[History]) -> None:
    found = {question.intent for history in every_state for question in offered(account_state(history))}

    assert found == {question.intent for question in QUESTIONS}


def test_a_person_is_always_among_what_is_offered(every_state: list[History]) -> None:
    for history in every_state:
        assert Intent.HUMAN in {question.intent for question in offered(account_state(history))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_is_whole_in_both_languages(every_state: list[History], language: str) -> None:
    catalogue = translator("en")
    told = {
        one.model_dump_json(): one
        for history in every_state
        for intent in Intent
        for one in (*said(intent, history), *greeting(account_state(history)))
    }
    for one in told.values():
        text = render(one, language)
        assert not set("{}") & set(text)
        for each in sentences(one):
            assert catalogue.gettext(each.text) != each.text


def test_what_is_owed_is_the_positions_sum(every_state: list[History]) -> None:
    for history in every_state:
        notes, on = loan_notes_of(history), day_of(history)
        owed = sum(position(note, on=on).owed_fen for note in notes)
        found = facts(said(Intent.OWED, history))
        assert found.get("owed_fen", 0) == owed
        if owed:
            assert found["principal_fen"] == sum(note.outstanding_fen for note in notes)
            parts = found["interest_fen"], found.get("penalty_fen", 0)
            assert sum(parts) == owed - sum(note.outstanding_fen for note in notes)


def test_the_next_bill_is_the_schedules(every_state: list[History]) -> None:
    for history in every_state:
        notes = loan_notes_of(history)
        due_on, found = next_due_on(notes), facts(said(Intent.NEXT_DUE, history))
        rows = [row for note in notes if (row := note.next_row) and row.due_on == due_on]
        assert found.get("due_on") == due_on
        assert found.get("total_fen", 0) == sum(row.total_fen for row in rows)


def test_settling_costs_what_settling_takes(every_state: list[History]) -> None:
    for history in every_state:
        on = day_of(history)
        wanted = [
            early_settlement(note, on=on).total_fen
            for note in loan_notes_of(history)
            if note.settled_on is None and on > note.interest_from
        ]
        told = said(Intent.SETTLE, history)
        assert [one.facts["owed_fen"] for one in told if "owed_fen" in one.facts] == wanted


def test_the_limit_and_the_rate_are_the_accounts_own(every_state: list[History]) -> None:
    for history in every_state:
        limit = available_limit_of(history)
        found, rate = facts(said(Intent.LIMIT, history)), facts(said(Intent.RATE, history))
        if limit is None:
            assert found == {}
            assert "daily_rate_ppm" not in rate
        else:
            assert found == {
                "limit_fen": limit.limit_fen,
                "used_fen": limit.used_fen,
                "available_fen": limit.available_fen,
            }
            assert rate == {
                "annual_ppm": limit.daily_rate_ppm * 360,
                "daily_rate_ppm": limit.daily_rate_ppm,
            }


@pytest.mark.parametrize("who", ["indebted", "student", "recently-overdue"])
def test_who_was_declined_hears_the_reasons_of_the_decision(sqlite_store: Store, who: str) -> None:
    history = read_history(walked(sqlite_store, who=who, until=Step.REVIEW))
    state = account_state(history)
    assert state.application is not None
    assert state.application.decided is not None

    told = answer(Intent.DECLINED, state)

    assert state.application.decided.reasons
    assert all(reason in told for reason in state.application.decided.reasons)


def test_who_is_not_invited_is_warned_and_told_why(sqlite_store: Store) -> None:
    state = account_state(read_history(walked(sqlite_store, who="uninvited", until=Step.WALLET)))

    assert [question.intent for question in offered(state)][:3] == [
        Intent.SCAM,
        Intent.HUMAN,
        Intent.INVITATION,
    ]
    assert "96110" in "".join(render(one, "zh") for one in answer(Intent.SCAM, state))


def test_nobody_is_asked_for_a_code_or_a_transfer(every_state: list[History]) -> None:
    told = render(greeting(account_state(every_state[0]))[0], "zh")

    assert "不会索要验证码" in told


def test_the_unknown_is_said_to_be_unknown(every_state: list[History]) -> None:
    state: AccountState = account_state(every_state[0])

    assert facts(answer(Intent.UNKNOWN, state)) == {}
    assert "猜" in answer(Intent.UNKNOWN, state)[0].text
