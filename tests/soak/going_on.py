"""What somebody does next, forever: a life that never ends, for writers that are to be busy.

Nothing here is chosen by the clock: the same seed in the same world does the same.
"""

from datetime import timedelta
from random import Random

from tests.worlds import choosing, open_drawdown, repaying, signing
from weilidai_core.apply.actions import (
    CompleteInformation,
    ConfirmIdentity,
    DecideConsent,
    StartApplication,
    SubmitApplication,
)
from weilidai_core.apply.application import application_of
from weilidai_core.apply.consent import DOCUMENTS
from weilidai_core.apply.review import RunReviewStage
from weilidai_core.borrow.actions import ConfirmCost, ReadContract
from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.borrow.paperwork import cost_table_of
from weilidai_core.events import History
from weilidai_core.help.actions import AskServiceDesk
from weilidai_core.journey import Step, next_step
from weilidai_core.repay.actions import MOST_ON_CARD_FEN, FundCard
from weilidai_core.repay.card import card_balance_fen
from weilidai_core.repay.day_end import AdvanceDay
from weilidai_core.repay.position import position
from weilidai_core.scenarios.personas import persona
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.trust.actions import tries_left
from weilidai_core.world.clock import day_of
from weilidai_core.world.step import Request
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World

SMALLEST_FEN = 500_00


def next_request(world: World, chance: Random) -> Request:
    """What somebody at this point does next. To sign, the PIN is entered first: a write of its own."""
    history = read_history(world)
    step = next_step(history)
    if step in {Step.COST, Step.CONTRACT, Step.SIGN}:
        return _drawing(world, history, step)
    if available_limit_of(history) is None:
        return _applying(world, history, step)
    return _living(history, chance)


def _applying(world: World, history: History, step: Step) -> Request:
    application, one = application_of(history), persona(world.persona)
    if step is Step.WELCOME or application is None:
        return StartApplication()
    if step is Step.IDENTITY:
        return ConfirmIdentity()
    if step is Step.INFORMATION:
        return CompleteInformation(typed=one.typed)
    if step is Step.CONSENT:
        terms = next(each for each in DOCUMENTS if each.document not in application.consents)
        return DecideConsent(document=terms.document, version=terms.version, sha256=terms.sha256, given=True)
    if step is Step.ESTIMATE:
        plan = one.plan
        return SubmitApplication(amount_fen=plan.principal_fen, tenor=plan.tenor, method=plan.method)
    if application.next_stage is not None:
        return RunReviewStage(stage=application.next_stage)
    return AskServiceDesk(question="为什么没有通过")


def _drawing(world: World, history: History, step: Step) -> Request:
    drawdown = open_drawdown(world)
    if step is Step.COST or drawdown.contract is None:
        table = cost_table_of(drawdown, on=day_of(history))
        return ConfirmCost(drawdown=drawdown.number, sha256=table.sha256)
    if step is Step.CONTRACT:
        return ReadContract(contract=drawdown.contract.contract, sha256=drawdown.contract.sha256)
    if tries_left(world.store, world.id, on=day_of(history)) == 0:
        # Entries that a crash cut short count as tries; tomorrow there are new ones.
        return AdvanceDay(to_on=day_of(history) + timedelta(days=1))
    return signing(world)


def _living(history: History, chance: Random) -> Request:
    today = day_of(history)
    owed = [note for note in loan_notes_of(history) if note.settled_on is None]
    if card_balance_fen(history) < sum(position(note, on=today).owed_fen for note in owed):
        # A life that never ends would one day find its card short, and be refused rightly.
        return FundCard(balance_fen=MOST_ON_CARD_FEN)
    due = [note for note in owed if position(note, on=today).due_row]
    if due:
        return repaying(due[0])
    limit = available_limit_of(history)
    choices: list[Request] = [
        AskServiceDesk(question=f"我一共还欠多少 {chance.randint(1, 9)}"),
        AdvanceDay(to_on=today + timedelta(days=chance.randint(1, 40))),
    ]
    if limit is not None and limit.available_fen >= SMALLEST_FEN:
        choices.append(choosing(SMALLEST_FEN, tenor=chance.choice([3, 6, 12])))
    older = [note for note in owed if note.interest_from < today]
    if older:
        note = chance.choice(older)
        choices.append(SettleEarly(loan_note=note.number, total_fen=position(note, on=today).owed_fen))
    return chance.choice(choices)
