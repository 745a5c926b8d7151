"""What has happened, in the past tense: the one history everything else is derived from.

An event is frozen and never edited. A page, the books, a replay and an export all read the same
ones. Amounts are whole fen, rates parts per million a day, dates `datetime.date`.
"""

from datetime import date
from typing import Annotated, NamedTuple

from pydantic import Field, TypeAdapter

from weilidai_core.events.applying import (
    ApplicationDecided,
    ApplicationEnded,
    ApplicationStarted,
    ApplicationSubmitted,
    ConsentGiven,
    ConsentRefused,
    IdentityConfirmed,
    InformationCompleted,
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
from weilidai_core.events.fact import Fact
from weilidai_core.events.living import (
    DayAdvanced,
    QuestionAsked,
    WorldStarted,
)
from weilidai_core.events.repaying import (
    EarlySettlementReceived,
    InstalmentFellDue,
    InterestAccrued,
    LoanSettled,
    RepaymentReceived,
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
    | QuestionAsked
    | NoticeSent
    | NoticesRead
    | NoticePreferencesChanged,
    Field(discriminator="kind"),
]

EVENT: TypeAdapter[Event] = TypeAdapter(Event)


class Recorded(NamedTuple):
    """An event in its place: the `seq`-th of its world, written by step `step` on simulated day `on`."""

    seq: int
    step: int
    on: date
    event: Event


History = tuple[Recorded, ...]

__all__ = [
    "ApplicationDecided",
    "ApplicationEnded",
    "ApplicationStarted",
    "ApplicationSubmitted",
    "ConsentGiven",
    "ConsentRefused",
    "ContractDrawnUp",
    "ContractRead",
    "ContractSigned",
    "CostConfirmed",
    "DayAdvanced",
    "Delivery",
    "DrawdownAbandoned",
    "EVENT",
    "EarlySettlementReceived",
    "Event",
    "Fact",
    "History",
    "IdentityConfirmed",
    "InformationCompleted",
    "InstalmentFellDue",
    "InterestAccrued",
    "LimitGranted",
    "LoanDisbursed",
    "LoanSettled",
    "Muted",
    "NoticePreferencesChanged",
    "NoticeSent",
    "NoticesRead",
    "PlanChosen",
    "QuestionAsked",
    "Recorded",
    "RepaymentReceived",
    "ReviewStageCompleted",
    "ScoreGiven",
    "WorldStarted",
]
