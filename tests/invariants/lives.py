"""Random lives: at every moment something that somebody might ask for next, sensible or not."""

from collections.abc import Callable
from datetime import time, timedelta

from hypothesis import strategies as st

from tests.worlds import choosing
from weilidai_core.apply.actions import (
    CompleteInformation,
    ConfirmIdentity,
    CorrectInformation,
    DecideConsent,
    StartApplication,
    SubmitApplication,
)
from weilidai_core.apply.application import application_of
from weilidai_core.apply.consent import DOCUMENTS, document
from weilidai_core.apply.review import RunReviewStage
from weilidai_core.borrow.actions import AbandonDrawdown, ChoosePlan, ConfirmCost, ReadContract, SignContract
from weilidai_core.borrow.drawdown import drawdowns_of, open_drawdown_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of, receipts_booked
from weilidai_core.borrow.paperwork import cost_table_of
from weilidai_core.collection.actions import ChooseContactWishes, OpenDispute
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import History, Muted
from weilidai_core.help.actions import AskServiceDesk
from weilidai_core.journey import Step, next_step
from weilidai_core.notices.actions import ChooseNoticePreferences, ReadNotices
from weilidai_core.repay.actions import ChangeRepaymentCard, FundCard, PrepayPart, Repay, RepayInstalment
from weilidai_core.repay.bill import billed_fen
from weilidai_core.repay.card import cards_of
from weilidai_core.repay.correcting import BackdateRepayment, ReverseRepayment
from weilidai_core.repay.day_end import AdvanceDay, AdvanceToNextDue, AdvanceUntilOverdue, WaitForAutoDebit
from weilidai_core.repay.hardship import AskHardship, DecideHardship, open_case
from weilidai_core.repay.position import next_due_on, position
from weilidai_core.repay.repayment_day import ChangeRepaymentDay
from weilidai_core.scenarios.personas import PERSONAS, persona
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.trust.actions import authorise
from weilidai_core.trust.pin import Authorised, evidence_of
from weilidai_core.words import (
    CallWindow,
    Channel,
    DisputeAbout,
    HardshipReason,
    RepaymentChannel,
    RepaymentMethod,
    RepaymentPurpose,
    ReviewStage,
    Topic,
)
from weilidai_core.world.clock import day_of
from weilidai_core.world.step import Request
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World

# Those who are granted a limit have most to do, so most lives are theirs.
PEOPLE = st.one_of(
    st.sampled_from(["first-timer", "shopkeeper", "steady", "gig-worker"]),
    st.sampled_from([one.name for one in PERSONAS]),
)
BEGINNINGS = st.sampled_from([Step.WALLET, Step.CONSENT, Step.REVIEW, Step.COST, Step.SIGN, Step.REPAY])
LENGTHS = st.integers(5, 25)

METHODS = st.sampled_from(RepaymentMethod)
TENORS = st.sampled_from([3, 5, 6, 10, 12, 20, 24, 4])
AMOUNTS = st.one_of(st.integers(1, 20).map(lambda steps: steps * 50_00), st.integers(-1, 12_000_00))
NUMBERS = st.integers(0, 3)


@st.composite
def wishes(draw: st.DrawFn, world: World) -> Request:
    """What is asked for next in a world: mostly what comes next of itself, sometimes anything at all."""
    history = read_history(world)
    sensible = draw(st.integers(0, 3)) > 0
    wish = draw(st.sampled_from(sensible_wishes(history) if sensible else tuple(WISHES)))
    return WISHES[wish](draw, world, history)


def sensible_wishes(history: History) -> tuple[type[Request], ...]:
    """What somebody at this point would do."""
    applying: dict[Step, tuple[type[Request], ...]] = {
        Step.WELCOME: (StartApplication,),
        Step.IDENTITY: (ConfirmIdentity,),
        Step.INFORMATION: (CompleteInformation,),
        Step.CONSENT: (DecideConsent,),
        Step.ESTIMATE: (SubmitApplication,),
        Step.REVIEW: (RunReviewStage,),
        Step.COST: (ConfirmCost,),
        Step.CONTRACT: (ReadContract,),
        Step.SIGN: (SignContract,),
    }
    if (step := next_step(history)) in applying:
        return applying[step]
    notes, today = loan_notes_of(history), day_of(history)
    if not notes:
        return (ChoosePlan, AdvanceDay)
    due_on = next_due_on(notes)
    if due_on is not None and due_on <= today:
        if open_case(history) is not None:
            return (DecideHardship, Repay)
        return (RepayInstalment, Repay, Repay, WaitForAutoDebit, AdvanceDay, FundCard, SettleEarly, *RARELY)
    return (ChoosePlan, AdvanceDay, AdvanceToNextDue, PrepayPart, PrepayPart, FundCard, SettleEarly, *RARELY)


RARELY: tuple[type[Request], ...] = (ReverseRepayment, BackdateRepayment, AskHardship, ChangeRepaymentDay)


def _information(_: st.DrawFn, world: World, __: History) -> Request:
    return CompleteInformation(typed=persona(world.persona).typed)


def _correction(draw: st.DrawFn, world: World, __: History) -> Request:
    employer = draw(st.sampled_from(["样例新单位", "🙂", ""]))
    return CorrectInformation(typed=persona(world.persona).typed.model_copy(update={"employer": employer}))


def _consent(draw: st.DrawFn, _: World, history: History) -> Request:
    application = application_of(history)
    answered = application.consents if application else {}
    open_ones = [terms.document for terms in DOCUMENTS if terms.document not in answered]
    terms = document(draw(st.sampled_from(open_ones or [terms.document for terms in DOCUMENTS])))
    given = draw(st.integers(0, 9)) > 0
    return DecideConsent(document=terms.document, version=terms.version, sha256=terms.sha256, given=given)


def _submit(draw: st.DrawFn, _: World, __: History) -> Request:
    return SubmitApplication(amount_fen=draw(AMOUNTS), tenor=draw(TENORS), method=draw(METHODS))


def _stage(draw: st.DrawFn, _: World, history: History) -> Request:
    application = application_of(history)
    coming = application.next_stage if application else None
    return RunReviewStage(stage=coming or draw(st.sampled_from(ReviewStage)))


def _plan(draw: st.DrawFn, _: World, __: History) -> Request:
    return choosing(draw(AMOUNTS), tenor=draw(TENORS), method=draw(METHODS))


def _cost(draw: st.DrawFn, _: World, history: History) -> Request:
    drawdown = open_drawdown_of(history)
    if drawdown is None:
        return ConfirmCost(drawdown=draw(NUMBERS), sha256="0" * 64)
    return ConfirmCost(drawdown=drawdown.number, sha256=cost_table_of(drawdown, on=day_of(history)).sha256)


def _read(_: st.DrawFn, __: World, history: History) -> Request:
    number, sha256 = _latest_contract(history)
    return ReadContract(contract=number, sha256=sha256)


def _sign(draw: st.DrawFn, world: World, history: History) -> Request:
    number, sha256 = _latest_contract(history)
    pin = persona(world.persona).pin if draw(st.integers(0, 9)) else "135790"
    try:
        authorised = authorise(world.store, world.id, pin=pin, sha256=sha256, on=day_of(history))
    except WeilidaiError:
        authorised = Authorised(method="pin", evidence_id=evidence_of(sha256), sha256=sha256)
    return SignContract(contract=number, authorised=authorised)


def _abandon(draw: st.DrawFn, _: World, history: History) -> Request:
    drawdown = open_drawdown_of(history)
    return AbandonDrawdown(drawdown=drawdown.number if drawdown else draw(NUMBERS))


def _advance(draw: st.DrawFn, _: World, history: History) -> Request:
    days = draw(st.one_of(st.integers(1, 40), st.integers(-1, 1200)))
    return AdvanceDay(to_on=day_of(history) + timedelta(days=days))


def _repay(draw: st.DrawFn, _: World, history: History) -> Request:
    note = _some_note(draw, history)
    row = note.next_row if note else None
    if note is None or row is None:
        return RepayInstalment(loan_note=note.number if note else "JJ", number=draw(NUMBERS), total_fen=1)
    due = position(note, on=day_of(history)).due_items
    off = draw(st.sampled_from([0, 0, 0, 0, 0, 1]))
    owed_fen = due[0].owed_fen if due else row.total_fen
    return RepayInstalment(loan_note=note.number, number=row.number, total_fen=owed_fen + off)


def _pay(draw: st.DrawFn, _: World, history: History) -> Request:
    notes = loan_notes_of(history)
    due_fen = billed_fen(notes, on=day_of(history))
    amount = draw(st.one_of(st.just(due_fen), st.integers(1, max(1, due_fen)), st.integers(-1, 3_000_00)))
    some = draw(st.sampled_from([(), tuple(note.number for note in notes[:1]), ("JJ",)]))
    channel = draw(st.sampled_from(RepaymentChannel))
    return Repay(amount_fen=amount, loan_notes=some, channel=channel)


def _prepay(draw: st.DrawFn, _: World, history: History) -> Request:
    note = _some_note(draw, history)
    purpose = draw(st.sampled_from(RepaymentPurpose))
    if note is None:
        return PrepayPart(loan_note="JJ", amount_fen=1, purpose=purpose)
    owed_fen = position(note, on=day_of(history)).owed_fen
    return PrepayPart(loan_note=note.number, amount_fen=draw(st.integers(0, owed_fen + 1)), purpose=purpose)


def _reverse(draw: st.DrawFn, _: World, history: History) -> Request:
    receipts = [receipt.number for receipt in receipts_booked(history)]
    reason = draw(st.sampled_from(["bounced", "mistaken"]))
    return ReverseRepayment(receipt=draw(st.sampled_from([*receipts, "HK"])), reason=reason)


def _backdate(draw: st.DrawFn, _: World, history: History) -> Request:
    note = _some_note(draw, history)
    on = day_of(history)
    owed_fen = position(note, on=on).owed_fen if note else 0
    return BackdateRepayment(
        loan_note=note.number if note else "JJ",
        amount_fen=draw(st.one_of(st.integers(1, max(1, owed_fen)), st.integers(-1, 400_00))),
        value_on=on - timedelta(days=draw(st.integers(-1, 61))),
    )


def _decide_hardship(draw: st.DrawFn, _: World, history: History) -> Request:
    case = open_case(history)
    return DecideHardship(
        case=case.case if case else 1,
        granted=draw(st.integers(0, 3)) > 0,
        months=draw(st.integers(0, 4)),
        waives_penalty=draw(st.booleans()),
    )


def _card(draw: st.DrawFn, _: World, history: History) -> Request:
    return ChangeRepaymentCard(card=draw(st.sampled_from([*cards_of(history), "9999"])))


def _fund(draw: st.DrawFn, _: World, __: History) -> Request:
    return FundCard(balance_fen=draw(st.one_of(st.integers(0, 500_00), st.integers(-1, 20_000_00))))


def _overdue(draw: st.DrawFn, _: World, __: History) -> Request:
    return AdvanceUntilOverdue(days_past_due=draw(st.sampled_from([1, 3, 4, 30, 91, 0])))


def _settle(draw: st.DrawFn, _: World, history: History) -> Request:
    note = _some_note(draw, history)
    if note is None:
        return SettleEarly(loan_note="JJ", total_fen=1)
    off = draw(st.sampled_from([0, 0, 0, 0, 0, -1]))
    return SettleEarly(loan_note=note.number, total_fen=position(note, on=day_of(history)).owed_fen + off)


def _ask(draw: st.DrawFn, _: World, __: History) -> Request:
    return AskServiceDesk(question=draw(st.sampled_from(["我一共还欠多少", "🙂", " ", "利率是多少"])))


def _some_note(draw: st.DrawFn, history: History) -> LoanNote | None:
    notes = loan_notes_of(history)
    owed = [note for note in notes if note.settled_on is None]
    due = [note for note in owed if position(note, on=day_of(history)).due_row]
    return draw(st.sampled_from(due or owed or notes)) if notes else None


def _latest_contract(history: History) -> tuple[str, str]:
    for drawdown in reversed(drawdowns_of(history)):
        if drawdown.contract is not None:
            return drawdown.contract.contract, drawdown.contract.sha256
    return "HT", "0" * 64


def _notices(draw: st.DrawFn, _: World, __: History) -> Request:
    some = st.builds(Muted, topic=st.sampled_from(Topic), channel=st.sampled_from(Channel))
    hours = st.integers(0, 23).map(time)
    return ChooseNoticePreferences(
        muted=tuple(draw(st.lists(some, max_size=3))), quiet_from=draw(hours), quiet_to=draw(hours)
    )


Wish = Callable[[st.DrawFn, World, History], Request]

WISHES: dict[type[Request], Wish] = {
    StartApplication: lambda draw, world, history: StartApplication(),
    ConfirmIdentity: lambda draw, world, history: ConfirmIdentity(),
    CompleteInformation: _information,
    CorrectInformation: _correction,
    DecideConsent: _consent,
    SubmitApplication: _submit,
    RunReviewStage: _stage,
    ChoosePlan: _plan,
    ConfirmCost: _cost,
    ReadContract: _read,
    SignContract: _sign,
    AbandonDrawdown: _abandon,
    AdvanceDay: _advance,
    RepayInstalment: _repay,
    SettleEarly: _settle,
    Repay: _pay,
    PrepayPart: _prepay,
    ChangeRepaymentCard: _card,
    FundCard: _fund,
    ReverseRepayment: _reverse,
    BackdateRepayment: _backdate,
    AskHardship: lambda draw, world, history: AskHardship(
        reason=draw(st.sampled_from(HardshipReason)), months=draw(st.integers(0, 4))
    ),
    DecideHardship: _decide_hardship,
    ChangeRepaymentDay: lambda draw, world, history: ChangeRepaymentDay(day=draw(st.integers(0, 31))),
    AdvanceToNextDue: lambda draw, world, history: AdvanceToNextDue(),
    AdvanceUntilOverdue: _overdue,
    WaitForAutoDebit: lambda draw, world, history: WaitForAutoDebit(),
    AskServiceDesk: _ask,
    ReadNotices: lambda draw, world, history: ReadNotices(numbers=(draw(st.integers(0, 9)),)),
    ChooseNoticePreferences: _notices,
    OpenDispute: lambda draw, world, history: OpenDispute(about=draw(st.sampled_from(DisputeAbout))),
    ChooseContactWishes: lambda draw, world, history: ChooseContactWishes(
        window=draw(st.sampled_from(CallWindow)), picks_up=draw(st.booleans())
    ),
}
