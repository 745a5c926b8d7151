"""What has happened, in the past tense: the one history everything else is derived from.

An event is frozen and never edited. A page, the books, a replay and an export all read the same
ones. Amounts are whole fen, rates parts per million a day, dates `datetime.date`.
"""

from datetime import date
from typing import Annotated, NamedTuple

from pydantic import ConfigDict, Field, TypeAdapter

from weilidai_core.events.applying import (
    ApplicationDecided,
    ApplicationEnded,
    ApplicationStarted,
    ApplicationSubmitted,
    ConsentGiven,
    ConsentRefused,
    IdentityConfirmed,
    InformationCompleted,
    InformationCorrected,
    LimitGranted,
    ReviewStageCompleted,
    ScoreGiven,
)
from weilidai_core.events.borrowing import (
    ContractDrawnUp,
    ContractRead,
    ContractSigned,
    CostConfirmed,
    DrawdownAbandoned,
    LoanDisbursed,
    PlanChosen,
)
from weilidai_core.events.collecting import (
    ContactMade,
    ContactWishesChosen,
    DisputeAnswered,
    DisputeOpened,
)
from weilidai_core.events.fact import Fact
from weilidai_core.events.living import (
    DayAdvanced,
    QuestionAsked,
    WorldStarted,
)
from weilidai_core.events.repaying import (
    AllocationLine,
    AutoDebitFailed,
    AutoDebitTried,
    EarlySettlementReceived,
    ExtensionGranted,
    InstalmentFellDue,
    InstalmentOverdue,
    InterestAccrued,
    LoanReopened,
    LoanSettled,
    Overpaid,
    PenaltyAccrued,
    Prepaid,
    Refunded,
    RepaymentDayChanged,
    RepaymentReceived,
    RepaymentReversed,
    WaiverAdjusted,
    WaiverGranted,
)
from weilidai_core.events.standing import (
    BureauNoticeGiven,
    BureauReported,
    CardFunded,
    HardshipAsked,
    HardshipDecided,
    LimitFrozen,
    LimitUnfrozen,
    RepaymentCardChanged,
)
from weilidai_core.events.telling import (
    Delivery,
    Muted,
    NoticePreferencesChanged,
    NoticeSent,
    NoticesRead,
)

Event = Annotated[
    WorldStarted
    | DayAdvanced
    | ApplicationStarted
    | ApplicationEnded
    | IdentityConfirmed
    | InformationCompleted
    | InformationCorrected
    | ConsentGiven
    | ConsentRefused
    | ApplicationSubmitted
    | ReviewStageCompleted
    | ScoreGiven
    | LimitGranted
    | ApplicationDecided
    | PlanChosen
    | DrawdownAbandoned
    | CostConfirmed
    | ContractDrawnUp
    | ContractRead
    | ContractSigned
    | LoanDisbursed
    | InterestAccrued
    | InstalmentFellDue
    | RepaymentReceived
    | EarlySettlementReceived
    | LoanSettled
    | NoticeSent
    | NoticesRead
    | NoticePreferencesChanged
    | ContactMade
    | ContactWishesChosen
    | DisputeOpened
    | DisputeAnswered
    | PenaltyAccrued
    | InstalmentOverdue
    | AutoDebitTried
    | AutoDebitFailed
    | Prepaid
    | Overpaid
    | Refunded
    | RepaymentReversed
    | ExtensionGranted
    | WaiverGranted
    | WaiverAdjusted
    | RepaymentDayChanged
    | LoanReopened
    | HardshipAsked
    | HardshipDecided
    | BureauNoticeGiven
    | BureauReported
    | LimitFrozen
    | LimitUnfrozen
    | RepaymentCardChanged
    | CardFunded
    | QuestionAsked,
    Field(discriminator="kind"),
]

# What cannot be read is not quoted: it may be somebody's.
EVENT: TypeAdapter[Event] = TypeAdapter(Event, config=ConfigDict(hide_input_in_errors=True))


class Recorded(NamedTuple):
    """An event in its place: the `seq`-th of its world, written by step `step` on simulated day `on`."""

    seq: int
    step: int
    on: date
    event: Event


History = tuple[Recorded, ...]

__all__ = [
    "AllocationLine",
    "ApplicationDecided",
    "ApplicationEnded",
    "ApplicationStarted",
    "ApplicationSubmitted",
    "AutoDebitFailed",
    "AutoDebitTried",
    "BureauNoticeGiven",
    "BureauReported",
    "CardFunded",
    "ConsentGiven",
    "ConsentRefused",
    "ContactMade",
    "ContactWishesChosen",
    "ContractDrawnUp",
    "ContractRead",
    "ContractSigned",
    "CostConfirmed",
    "DayAdvanced",
    "Delivery",
    "DisputeAnswered",
    "DisputeOpened",
    "DrawdownAbandoned",
    "EVENT",
    "EarlySettlementReceived",
    "Event",
    "ExtensionGranted",
    "Fact",
    "HardshipAsked",
    "HardshipDecided",
    "History",
    "IdentityConfirmed",
    "InformationCompleted",
    "InformationCorrected",
    "InstalmentFellDue",
    "InstalmentOverdue",
    "InterestAccrued",
    "LimitFrozen",
    "LimitGranted",
    "LimitUnfrozen",
    "LoanDisbursed",
    "LoanReopened",
    "LoanSettled",
    "Muted",
    "NoticePreferencesChanged",
    "NoticeSent",
    "NoticesRead",
    "Overpaid",
    "PenaltyAccrued",
    "PlanChosen",
    "Prepaid",
    "QuestionAsked",
    "Recorded",
    "Refunded",
    "RepaymentCardChanged",
    "RepaymentDayChanged",
    "RepaymentReceived",
    "RepaymentReversed",
    "ReviewStageCompleted",
    "ScoreGiven",
    "WaiverAdjusted",
    "WaiverGranted",
    "WorldStarted",
]
