"""The natural key of each request: the same intention has the same key, however often it is sent.

A second click, a second tab or a retry after a lost answer carries the key of the first, so `act`
gives the stored outcome instead of doing it again. Pages reckon the key when they draw a button, not
when it is pressed. Pure.
"""

import hashlib
from collections.abc import Callable
from typing import Any

from weilidai_core.act import LONGEST_KEY
from weilidai_core.apply.actions import (
    CompleteInformation,
    ConfirmIdentity,
    CorrectInformation,
    DecideConsent,
    StartApplication,
    SubmitApplication,
)
from weilidai_core.apply.application import application_of
from weilidai_core.apply.review import RunReviewStage
from weilidai_core.borrow.actions import AbandonDrawdown, ChoosePlan, ConfirmCost, ReadContract, SignContract
from weilidai_core.borrow.drawdown import drawdowns_of
from weilidai_core.collection.actions import ChooseContactWishes, OpenDispute
from weilidai_core.events import (
    AutoDebitTried,
    ConsentGiven,
    ConsentRefused,
    ContactWishesChosen,
    DisputeOpened,
    EarlySettlementReceived,
    Fact,
    HardshipAsked,
    History,
    InformationCompleted,
    InformationCorrected,
    NoticePreferencesChanged,
    QuestionAsked,
    RepaymentReceived,
    RepaymentReversed,
)
from weilidai_core.help.actions import AskServiceDesk
from weilidai_core.notices.actions import ChooseNoticePreferences, ReadNotices
from weilidai_core.repay.actions import ChangeRepaymentCard, FundCard, PrepayPart, Repay, RepayInstalment
from weilidai_core.repay.correcting import BackdateRepayment, ReverseRepayment
from weilidai_core.repay.day_end import AdvanceDay, AdvanceToNextDue, AdvanceUntilOverdue, WaitForAutoDebit
from weilidai_core.repay.hardship import AskHardship, DecideHardship
from weilidai_core.repay.repayment_day import ChangeRepaymentDay
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.world.actions import StartWorld
from weilidai_core.world.clock import day_of
from weilidai_core.world.step import Request

Parts = tuple[Any, ...]


def key_of(request: Request, history: History) -> str:
    """The key of a request made at this point of a history; always one that `act` takes."""
    key = ":".join(str(part) for part in _PARTS[type(request)](request, history))
    if len(key) <= LONGEST_KEY and key.isprintable():
        return key
    # The number of a note or a contract may come from an address and be anything; its digest is a key too.
    return hashlib.sha256(key.encode()).hexdigest()


def _application(history: History) -> int:
    application = application_of(history)
    return application.number if application else 0


def _starting(_: StartApplication, history: History) -> Parts:
    application = application_of(history)
    is_open = application is not None and not application.ended and not application.decided
    return ("start-application", _application(history) + (0 if is_open else 1))


def _consenting(request: DecideConsent, history: History) -> Parts:
    answers = _count(history, ConsentGiven, ConsentRefused)
    return ("consent", _application(history), request.document, answers)


def _taken_back(history: History) -> Parts:
    """What tells a payment from the one before it that came back: nothing where none ever did."""
    count = _count(history, RepaymentReversed)
    return (f"again-{count}",) if count else ()


def _count(history: History, *kinds: type[Fact]) -> int:
    return sum(isinstance(each.event, kinds) for each in history)


def _receipts(history: History) -> int:
    return _count(history, RepaymentReceived, EarlySettlementReceived)


_PARTS: dict[type[Request], Callable[[Any, History], Parts]] = {
    StartWorld: lambda request, history: ("start-world",),
    StartApplication: _starting,
    ConfirmIdentity: lambda request, history: ("identity", _application(history)),
    CompleteInformation: lambda request, history: (
        "information",
        _application(history),
        _count(history, InformationCompleted),
    ),
    CorrectInformation: lambda request, history: ("correction", _count(history, InformationCorrected) + 1),
    DecideConsent: _consenting,
    SubmitApplication: lambda request, history: ("submit", _application(history)),
    RunReviewStage: lambda request, history: ("review", _application(history), request.stage),
    ChoosePlan: lambda request, history: ("plan", len(drawdowns_of(history)) + 1),
    ConfirmCost: lambda request, history: ("cost", request.drawdown),
    ReadContract: lambda request, history: ("read", request.contract),
    SignContract: lambda request, history: ("sign", request.contract),
    AbandonDrawdown: lambda request, history: ("abandon", request.drawdown),
    RepayInstalment: lambda request, history: (
        "repay",
        request.loan_note,
        request.number,
        *_taken_back(history),
    ),
    SettleEarly: lambda request, history: (
        "settle",
        request.loan_note,
        day_of(history),
        *_taken_back(history),
    ),
    Repay: lambda request, history: ("pay", day_of(history), _receipts(history)),
    PrepayPart: lambda request, history: ("prepay", request.loan_note, day_of(history), _receipts(history)),
    ChangeRepaymentCard: lambda request, history: ("card", len(history)),
    FundCard: lambda request, history: ("fund", len(history)),
    ReverseRepayment: lambda request, history: ("reverse", request.receipt),
    BackdateRepayment: lambda request, history: ("backdate", request.loan_note, _receipts(history)),
    AskHardship: lambda request, history: ("ask-hardship", _count(history, HardshipAsked) + 1),
    DecideHardship: lambda request, history: ("decide-hardship", request.case),
    ChangeRepaymentDay: lambda request, history: ("repayment-day", len(history)),
    AdvanceToNextDue: lambda request, history: ("next-due", day_of(history)),
    AdvanceUntilOverdue: lambda request, history: ("overdue", day_of(history), request.days_past_due),
    WaitForAutoDebit: lambda request, history: (
        "auto-debit",
        _count(history, AutoDebitTried),
    ),
    AdvanceDay: lambda request, history: ("day", day_of(history), request.to_on),
    OpenDispute: lambda request, history: ("dispute", _count(history, DisputeOpened) + 1),
    ChooseContactWishes: lambda request, history: ("wishes", _count(history, ContactWishesChosen) + 1),
    ReadNotices: lambda request, history: ("read-notices", *request.numbers),
    ChooseNoticePreferences: lambda request, history: (
        "notice-preferences",
        _count(history, NoticePreferencesChanged) + 1,
    ),
    AskServiceDesk: lambda request, history: ("question", _count(history, QuestionAsked) + 1),
}
