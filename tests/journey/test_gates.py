"""A page opened before its time leads, in one sentence, to the step that is missing; never in a circle."""

import pytest

from tests.databases import SQLITE, Databases
from tests.worlds import choosing, confirm_cost, do, note_of, plan, repaying, wait, walked
from weilidai_core.apply.actions import DecideConsent, StartApplication
from weilidai_core.apply.consent import document
from weilidai_core.apply.refusals import ReviewStageOutOfTurn
from weilidai_core.apply.review import RunReviewStage
from weilidai_core.borrow.actions import AbandonDrawdown
from weilidai_core.events import History
from weilidai_core.journey import Gate, Step, gate, next_step
from weilidai_core.language import LANGUAGES, render
from weilidai_core.scenarios.personas import PERSONAS
from weilidai_core.store import Store
from weilidai_core.words import ConsentDocument, ReviewStage
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


def stages(history: History) -> list[History]:
    """The history as it stood after each of its steps."""
    ends = [
        index
        for index, each in enumerate(history, 1)
        if history[index : index + 1] == () or history[index].step != each.step
    ]
    return [history[:end] for end in ends]


def refusing_consent(store: Store) -> World:
    """A first-timer who refuses the credit report, whose application ends by that, and who begins again."""
    world = walked(store, until=Step.INFORMATION)
    report = document(ConsentDocument.CREDIT_REPORT)
    do(
        world,
        DecideConsent(document=report.document, version=report.version, sha256=report.sha256, given=False),
    )
    do(world, StartApplication())
    return world


def changing_plans(store: Store) -> World:
    """A borrower with a drawdown given up, one that lapsed with the day, one confirmed; then a repayment."""
    world = walked(store, who="steady", until=Step.SIGN, plan=plan(2_000_00))
    do(world, choosing())
    do(world, AbandonDrawdown(drawdown=2))
    do(world, choosing())
    wait(world, 1)
    do(world, choosing())
    confirm_cost(world)
    wait(world, 60)
    do(world, repaying(note_of(world)))
    return world


@pytest.fixture(scope="module")
def every_stage(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> list[History]:
    """Every stage of everyone's walk, and of two that take side paths."""
    made = Databases(tmp_path_factory.mktemp("walks"), request)
    store = made.store(SQLITE)
    walks = [walked(store, who=one.name, until=Step.SETTLE) for one in PERSONAS]
    walks += [refusing_consent(store), changing_plans(store)]
    found = [stage for world in walks for stage in stages(read_history(world))]
    made.remove()
    return found


def gates(step: Step, every_stage: list[History]) -> list[tuple[History, Gate]]:
    """Every stage at which a step is shut, and where it leads."""
    return [(stage, found) for stage in every_stage if (found := gate(step, stage)) is not None]


def test_it_works(every_stage: list[History]) -> None:
    begun = every_stage[0]

    assert gate(Step.WALLET, begun) is None
    shut = gate(Step.SIGN, begun)
    assert shut is not None
    assert shut.lead_to is Step.WELCOME


@pytest.mark.parametrize("step", Step)
def test_a_gate_leads_to_a_step_that_is_open(step: Step, every_stage: list[History]) -> None:
    for stage, shut in gates(step, every_stage):
        assert gate(shut.lead_to, stage) is None, f"{step} → {shut.lead_to}"
        assert shut.lead_to is not step


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gate_says_why_in_both_languages(step: Step, language: str, every_stage: list[History]) -> None:
    for said in {
        shut.because.model_dump_json(): shut.because for _, shut in gates(step, every_stage)
    }.values():
        text = render(said, language)
        assert text
        assert (text == said.text) == (language == "zh")


def test_continuing_always_leads_to_an_open_step(every_stage: list[History]) -> None:
    assert [next_step(stage) for stage in every_stage if gate(next_step(stage), stage) is not None] == []


def test_every_step_opens_at_some_stage(every_stage: list[History]) -> None:
    assert [step for step in Step if all(gate(step, stage) for stage in every_stage)] == []


def test_continuing_follows_the_walk(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)

    path = list(dict.fromkeys(next_step(stage) for stage in stages(read_history(world))))

    assert path == [
        Step.WELCOME,
        Step.IDENTITY,
        Step.INFORMATION,
        Step.CONSENT,
        Step.ESTIMATE,
        Step.REVIEW,
        Step.RESULT,
        Step.COST,
        Step.CONTRACT,
        Step.SIGN,
        Step.HOME,
    ]


@pytest.mark.parametrize(
    ("until", "step", "lead_to"),
    [
        (Step.WALLET, Step.IDENTITY, Step.WELCOME),
        (Step.WELCOME, Step.CONSENT, Step.IDENTITY),
        (Step.IDENTITY, Step.ESTIMATE, Step.INFORMATION),
        (Step.CONSENT, Step.REVIEW, Step.ESTIMATE),
        (Step.ESTIMATE, Step.INFORMATION, Step.REVIEW),
        (Step.ESTIMATE, Step.RESULT, Step.REVIEW),
        (Step.REVIEW, Step.IDENTITY, Step.RESULT),
        (Step.REVIEW, Step.SIGN, Step.RESULT),
        (Step.RESULT, Step.CONTRACT, Step.COST),
        (Step.COST, Step.SIGN, Step.CONTRACT),
        (Step.CONTRACT, Step.BILLS, None),
        (Step.CONTRACT, Step.PAID, Step.SIGN),
        (Step.SIGN, Step.SIGN, Step.HOME),
        (Step.SIGN, Step.REPAY, None),
    ],
)
def test_a_page_before_its_time_leads_to_the_step_that_is_missing(
    sqlite_store: Store, until: Step, step: Step, lead_to: Step | None
) -> None:
    found = gate(step, read_history(walked(sqlite_store, until=until)))

    assert (found.lead_to if found else None) == lead_to


def test_who_was_declined_is_led_to_the_result(sqlite_store: Store) -> None:
    history = read_history(walked(sqlite_store, who="indebted", until=Step.REVIEW))

    assert {step: found.lead_to for step in Step if (found := gate(step, history))} == dict.fromkeys(
        [step for step in Step if gate(step, history)], Step.RESULT
    )
    assert gate(Step.RESULT, history) is None


def test_an_ended_application_leads_to_a_new_one(sqlite_store: Store) -> None:
    world = refusing_consent(sqlite_store)
    ended = stages(read_history(world))[-2]

    shut = gate(Step.CONSENT, ended)

    assert shut is not None
    assert shut.lead_to is Step.WELCOME
    assert next_step(read_history(world)) is Step.IDENTITY


def test_an_application_ended_during_its_review_is_not_reviewed_any_further(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.ESTIMATE)
    do(world, RunReviewStage(stage=ReviewStage.IDENTITY))
    report = document(ConsentDocument.CREDIT_REPORT)
    do(
        world,
        DecideConsent(document=report.document, version=report.version, sha256=report.sha256, given=False),
    )

    with pytest.raises(ReviewStageOutOfTurn):
        do(world, RunReviewStage(stage=ReviewStage.DEVICE))
    shut = gate(Step.REVIEW, read_history(world))
    assert shut is not None
    assert shut.lead_to is Step.WELCOME
