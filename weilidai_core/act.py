"""The one way to do anything: `act(world, request, key=…)`.

Law: one transaction per act. It holds the events, the balanced postings, the log's leaves,
everything that follows of itself, and the step; or, when a rule refuses, nothing at all. The same key
gives the stored outcome again; the same key with another body is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, select

from weilidai_core.apply import actions as apply
from weilidai_core.apply import review
from weilidai_core.borrow import actions as borrow
from weilidai_core.collection import actions as collection
from weilidai_core.events import Event, History
from weilidai_core.help import actions as help_
from weilidai_core.ledger.actions import post
from weilidai_core.logbook import act_line
from weilidai_core.notices import actions as notices
from weilidai_core.reactions import react
from weilidai_core.repay import actions as repay
from weilidai_core.repay import correcting, day_end, hardship, repayment_day
from weilidai_core.settle import actions as settle
from weilidai_core.store.history import append, history_of
from weilidai_core.store.world_keys import seal_of
from weilidai_core.trust.transparency.actions import log_events
from weilidai_core.world import actions as living
from weilidai_core.world.clock import day_of
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import KeyUsedOtherwise, Request, canonical
from weilidai_core.world.tables import StepRow, sealed_request
from weilidai_core.world.world import World

LONGEST_KEY = 255

ACTIONS: dict[type[Request], Callable[[Doing, Any], None]] = {
    living.StartWorld: living.start_world,
    day_end.AdvanceDay: day_end.advance_day,
    day_end.AdvanceToNextDue: day_end.advance_to_next_due,
    day_end.AdvanceUntilOverdue: day_end.advance_until_overdue,
    day_end.WaitForAutoDebit: day_end.wait_for_auto_debit,
    apply.StartApplication: apply.start_application,
    apply.ConfirmIdentity: apply.confirm_identity,
    apply.CompleteInformation: apply.complete_information,
    apply.CorrectInformation: apply.correct_information,
    apply.DecideConsent: apply.decide_consent,
    apply.SubmitApplication: apply.submit_application,
    review.RunReviewStage: review.run_review_stage,
    borrow.ChoosePlan: borrow.choose_plan,
    borrow.ConfirmCost: borrow.confirm_cost,
    borrow.ReadContract: borrow.read_contract,
    borrow.SignContract: borrow.sign_contract,
    borrow.AbandonDrawdown: borrow.abandon_drawdown,
    repay.RepayInstalment: repay.repay_instalment,
    repay.Repay: repay.repay,
    repay.PrepayPart: repay.prepay_part,
    repay.ChangeRepaymentCard: repay.change_repayment_card,
    repay.FundCard: repay.fund_card,
    correcting.ReverseRepayment: correcting.reverse_repayment,
    correcting.BackdateRepayment: correcting.backdate_repayment,
    hardship.AskHardship: hardship.ask_hardship,
    hardship.DecideHardship: hardship.decide_hardship,
    repayment_day.ChangeRepaymentDay: repayment_day.change_repayment_day,
    settle.SettleEarly: settle.settle_early,
    help_.AskServiceDesk: help_.ask_service_desk,
    collection.OpenDispute: collection.open_dispute,
    collection.ChooseContactWishes: collection.choose_contact_wishes,
    notices.ReadNotices: notices.read_notices,
    notices.ChooseNoticePreferences: notices.choose_notice_preferences,
}

REQUESTS: dict[str, type[Request]] = {request.__name__: request for request in ACTIONS}


@dataclass(frozen=True)
class Outcome:
    """What an act did: its events, and whether it had been done before under the same key."""

    step: int
    events: tuple[Event, ...]
    repeated: bool


def act(world: World, request: Request, *, key: str) -> Outcome:
    """Do what `request` asks in `world`, once for each `key` (1 to 255 characters).

    Raises the named refusals of the action, `KeyUsedOtherwise`, `WorldErased`, and `DatabaseNotUsable`.
    """
    if not 1 <= len(key) <= LONGEST_KEY:
        raise ValueError("a key has 1 to 255 characters")
    with act_line(type(request).__name__, world.id) as line:
        outcome = _act(world, request, key)
        line.step, line.repeated = outcome.step, outcome.repeated
    return outcome


def _act(world: World, request: Request, key: str) -> Outcome:
    store = world.store
    with store.writing() as session:
        history = history_of(store, session, world.id)
        before = session.exec(
            select(StepRow).where(StepRow.world_id == world.id, StepRow.key == key)
        ).one_or_none()
        if before is not None:
            if before.fingerprint != seal_of(session, world.id).mark(canonical(request)):
                raise KeyUsedOtherwise
            return Outcome(before.number, _events_of(history, before.number), repeated=True)
        doing = Doing(session=session, world_id=world.id, step=_next_step(history), history=history)
        ACTIONS[type(request)](doing, request)
        react(doing)
        _write(doing, request, key)
    store.remember(world.id, doing.history)
    return Outcome(doing.step, tuple(each.event for each in doing.recorded), repeated=False)


def _write(doing: Doing, request: Request, key: str) -> None:
    """The step, its events, the books and the log, in the act's own transaction."""
    session: Session = doing.session
    seal = seal_of(session, doing.world_id)
    body = f'{{"kind":"{type(request).__name__}","body":{request.model_dump_json()}}}'
    session.add(
        StepRow(
            world_id=doing.world_id,
            number=doing.step,
            key=key,
            fingerprint=seal.mark(canonical(request)),
            on=day_of(doing.history),
            request=sealed_request(seal, body, world_id=doing.world_id, number=doing.step),
        )
    )
    append(session, doing.world_id, tuple(doing.recorded))
    session.flush()
    for each in doing.recorded:
        post(session, doing.world_id, each)
    log_events(session, doing.world_id, tuple(doing.recorded))


def _next_step(history: History) -> int:
    return history[-1].step + 1 if history else 1


def _events_of(history: History, step: int) -> tuple[Event, ...]:
    return tuple(each.event for each in history if each.step == step)
