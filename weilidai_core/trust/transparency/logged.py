"""Which events are logged, and as what. Pure.

Law: consent, limit, contract, payout, every movement of money, what is done about a debt, and the
withdrawal of any of it are logged; a new kind
of event is decided here, or a test fails. What is logged is the event's canonical JSON behind a salt, so
that a leaf says nothing to whoever does not hold both.
"""

import hashlib
import json
from datetime import date

from weilidai_core import events
from weilidai_core.events import Event, Fact

SALT_BYTES = 16
FILE_KEPT = "file-kept"
KEY_CHANGED = "log-key-changed"

LOGGED: frozenset[type[Fact]] = frozenset(
    {
        events.ConsentGiven,
        events.ConsentRefused,
        events.ApplicationDecided,
        events.LimitGranted,
        events.LimitFrozen,
        events.LimitUnfrozen,
        events.CostConfirmed,
        events.ContractDrawnUp,
        events.ContractSigned,
        events.LoanDisbursed,
        events.InterestAccrued,
        events.PenaltyAccrued,
        events.RepaymentReceived,
        events.EarlySettlementReceived,
        events.Prepaid,
        events.Overpaid,
        events.Refunded,
        events.RepaymentReversed,
        events.ExtensionGranted,
        events.WaiverGranted,
        events.WaiverAdjusted,
        events.RepaymentDayChanged,
        events.RepaymentCardChanged,
        events.HardshipDecided,
        events.BureauNoticeGiven,
        events.BureauReported,
        events.LoanSettled,
        events.LoanReopened,
        events.ContactMade,
        events.DisputeOpened,
        events.DisputeAnswered,
    }
)

# Nobody's right or duty changes by these, and what they lead to is logged itself.
NOT_LOGGED: frozenset[type[Fact]] = frozenset(
    {
        events.WorldStarted,
        events.DayAdvanced,
        events.ApplicationStarted,
        events.ApplicationEnded,
        events.IdentityConfirmed,
        events.InformationCompleted,
        events.InformationCorrected,
        events.ApplicationSubmitted,
        events.ReviewStageCompleted,
        events.ScoreGiven,
        events.PlanChosen,
        events.DrawdownAbandoned,
        events.ContractRead,
        events.InstalmentFellDue,
        events.InstalmentOverdue,
        events.AutoDebitTried,
        events.AutoDebitFailed,
        events.HardshipAsked,
        events.CardFunded,
        events.QuestionAsked,
        events.NoticeSent,
        events.NoticesRead,
        events.NoticePreferencesChanged,
        events.ContactWishesChosen,
    }
)


def is_logged(event: Event) -> bool:
    """Whether an event is logged."""
    return type(event) in LOGGED


def text_of(event: Event, *, on: date) -> str:
    """What is logged of an event: its canonical JSON with its day; the same in every world."""
    return canonical({**event.model_dump(mode="json"), "on": on.isoformat()})


def text_of_file(name: str, *, sha256: str, on: date) -> str:
    """What is logged of a file that someone takes along: its name and its SHA-256."""
    return canonical({"kind": FILE_KEPT, "name": name, "on": on.isoformat(), "sha256": sha256})


def canonical(content: dict[str, object]) -> str:
    """JSON with its keys in order and no blank, so that the same facts are the same characters."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def entry_of(salt: bytes, text: str) -> bytes:
    """The 32 bytes that are the leaf's entry. Raises ValueError for a salt of another length."""
    if len(salt) != SALT_BYTES:
        # Else characters could move between salt and text without changing the digest.
        raise ValueError("a salt has 16 bytes")
    return hashlib.sha256(salt + text.encode()).digest()
