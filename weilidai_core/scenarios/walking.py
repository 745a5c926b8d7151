"""Walking the journey without a browser: each step done as the sample person would do it, through `act`.

Nothing here writes anything itself, so what a walk reaches is what a person can reach.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from weilidai_core.act import act
from weilidai_core.apply.actions import (
    CompleteInformation,
    ConfirmIdentity,
    DecideConsent,
    StartApplication,
    SubmitApplication,
)
from weilidai_core.apply.application import application_of
from weilidai_core.apply.consent import DOCUMENTS
from weilidai_core.apply.counter_offer import Plan
from weilidai_core.apply.review import RunReviewStage
from weilidai_core.borrow.actions import ChoosePlan, ConfirmCost, ReadContract, SignContract
from weilidai_core.borrow.drawdown import open_drawdown_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.borrow.paperwork import cost_table_of
from weilidai_core.errors import WeilidaiError
from weilidai_core.journey import Step
from weilidai_core.keys import key_of
from weilidai_core.repay.actions import RepayInstalment
from weilidai_core.repay.day_end import AdvanceDay
from weilidai_core.scenarios.personas import Persona
from weilidai_core.sentences import N_
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.settle.early_settlement import early_settlement
from weilidai_core.store import Store
from weilidai_core.trust.actions import authorise, has_pin, set_pin
from weilidai_core.words import Outcome
from weilidai_core.world.actions import StartWorld, make_world
from weilidai_core.world.step import Request
from weilidai_core.world.views import read_history, today
from weilidai_core.world.world import World

DAYS_BEFORE_SETTLING = 10


class StepUnknown(WeilidaiError):
    """Raised when a journey is to go as far as a step that it does not have."""

    code = "step-unknown"
    text = N_("旅程里没有“{step}”这一步。")
    next_step = N_("可以选：{known}。")
    field = "until"


@dataclass(frozen=True)
class Walk:
    """Who walks, asking for which plan, in which world."""

    world: World
    persona: Persona
    plan: Plan

    def do(self, request: Request) -> None:
        """Do one thing under its natural key."""
        act(self.world, request, key=key_of(request, read_history(self.world)))


def start(
    store: Store,
    persona: Persona,
    *,
    scenario: str | None = None,
    on: date | None = None,
    secret: str | None = None,
) -> World:
    """A new world of a sample person, begun on their first day (or on `on`)."""
    world = make_world(store, persona=persona.name, scenario=scenario or persona.name, secret=secret)
    first = StartWorld(persona=persona.name, first_day=on or persona.first_day, profile=persona.profile)
    act(world, first, key="start-world")
    return world


def walk(walking: Walk, *, until: Step) -> Step:
    """Go step by step as far as `until`; returns the last step reached.

    A person who is not invited stays at the wallet, and one who is declined at the result. Raises
    `StepUnknown` for a step that a walk does not have.
    """
    if until not in STEPS:
        raise StepUnknown(step=until, known=", ".join(STEPS))
    reached = Step.WALLET
    for step in STEPS:
        if step is not Step.WALLET:
            if not _can_go_on(walking, step):
                break
            _TAKING[step](walking)
            reached = step
        if step is until:
            break
    return reached


def _can_go_on(walking: Walk, step: Step) -> bool:
    if step is Step.WELCOME:
        return walking.persona.profile.invited
    application = application_of(read_history(walking.world))
    decided = application.decided if application else None
    if decided is None:
        return True
    if decided.outcome is Outcome.DECLINED:
        return step is Step.RESULT
    return step not in {Step.IDENTITY, Step.INFORMATION, Step.CONSENT, Step.ESTIMATE, Step.REVIEW}


def _welcome(walking: Walk) -> None:
    walking.do(StartApplication())


def _identity(walking: Walk) -> None:
    walking.do(ConfirmIdentity())


def _information(walking: Walk) -> None:
    walking.do(CompleteInformation(typed=walking.persona.typed))


def _consent(walking: Walk) -> None:
    for terms in DOCUMENTS:
        walking.do(
            DecideConsent(document=terms.document, version=terms.version, sha256=terms.sha256, given=True)
        )


def _estimate(walking: Walk) -> None:
    plan = walking.plan
    walking.do(SubmitApplication(amount_fen=plan.principal_fen, tenor=plan.tenor, method=plan.method))


def _review(walking: Walk) -> None:
    while (application := application_of(read_history(walking.world))) and application.next_stage:
        walking.do(RunReviewStage(stage=application.next_stage))


def _result(walking: Walk) -> None:
    application = application_of(read_history(walking.world))
    decided, asked = (application.decided, application.submitted) if application else (None, None)
    if decided is None or asked is None or decided.outcome is Outcome.DECLINED:
        return
    walking.do(ChoosePlan(amount_fen=decided.offered_fen, tenor=asked.tenor, method=asked.method))


def _cost(walking: Walk) -> None:
    drawdown = open_drawdown_of(read_history(walking.world))
    if drawdown is not None:
        table = cost_table_of(drawdown, on=today(walking.world))
        walking.do(ConfirmCost(drawdown=drawdown.number, sha256=table.sha256))


def _contract(walking: Walk) -> None:
    drawdown = open_drawdown_of(read_history(walking.world))
    if drawdown is not None and drawdown.contract is not None:
        walking.do(ReadContract(contract=drawdown.contract.contract, sha256=drawdown.contract.sha256))


def _sign(walking: Walk) -> None:
    drawdown = open_drawdown_of(read_history(walking.world))
    if drawdown is None or drawdown.contract is None:
        return
    world, pin = walking.world, walking.persona.pin
    if not has_pin(world.store, world.id):
        set_pin(world.store, world.id, pin=pin, again=pin)
    authorised = authorise(world.store, world.id, pin=pin, sha256=drawdown.contract.sha256, on=today(world))
    walking.do(SignContract(contract=drawdown.contract.contract, authorised=authorised))


def draw_down(walking: Walk, plan: ChoosePlan) -> None:
    """Another drawdown within the limit, from the plan to the payout."""
    walking.do(plan)
    for step in (Step.COST, Step.CONTRACT, Step.SIGN):
        _TAKING[step](walking)


def _repay(walking: Walk) -> None:
    note = _open_note(walking.world)
    row = note.next_row if note else None
    if note is None or row is None:
        return
    if row.due_on > today(walking.world):
        walking.do(AdvanceDay(to_on=row.due_on))
    walking.do(RepayInstalment(loan_note=note.number, number=row.number, total_fen=row.total_fen))


def _settle(walking: Walk) -> None:
    note = _open_note(walking.world)
    if note is None:
        return
    walking.do(AdvanceDay(to_on=today(walking.world) + timedelta(days=DAYS_BEFORE_SETTLING)))
    owed = early_settlement(note, on=today(walking.world))
    walking.do(SettleEarly(loan_note=note.number, total_fen=owed.total_fen))


def _open_note(world: World) -> LoanNote | None:
    return next((note for note in loan_notes_of(read_history(world)) if note.settled_on is None), None)


_TAKING: dict[Step, Callable[[Walk], None]] = {
    Step.WELCOME: _welcome,
    Step.IDENTITY: _identity,
    Step.INFORMATION: _information,
    Step.CONSENT: _consent,
    Step.ESTIMATE: _estimate,
    Step.REVIEW: _review,
    Step.RESULT: _result,
    Step.COST: _cost,
    Step.CONTRACT: _contract,
    Step.SIGN: _sign,
    Step.REPAY: _repay,
    Step.SETTLE: _settle,
}

STEPS: tuple[Step, ...] = (Step.WALLET, *_TAKING)
