"""申请: where an application stands, folded from the history. Pure; nothing here is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from weilidai_core.events import (
    ApplicationDecided,
    ApplicationEnded,
    ApplicationStarted,
    ApplicationSubmitted,
    ConsentGiven,
    ConsentRefused,
    History,
    IdentityConfirmed,
    InformationCompleted,
    LimitGranted,
    ReviewStageCompleted,
    ScoreGiven,
)
from weilidai_core.words import ConsentDocument, ReviewStage


@dataclass(frozen=True)
class Application:
    """One application as it stands; `ended` and `decided` are None while it is open."""

    number: int
    started_on: date
    identity: IdentityConfirmed | None = None
    information: InformationCompleted | None = None
    consents: Mapping[ConsentDocument, ConsentGiven | ConsentRefused] = field(default_factory=dict)
    submitted: ApplicationSubmitted | None = None
    stages: tuple[ReviewStageCompleted, ...] = ()
    score: ScoreGiven | None = None
    limit: LimitGranted | None = None
    decided: ApplicationDecided | None = None
    decided_on: date | None = None
    ended: ApplicationEnded | None = None

    @property
    def consents_answered(self) -> bool:
        """Whether every document has its answer, given or refused."""
        return len(self.consents) == len(ConsentDocument)

    @property
    def next_stage(self) -> ReviewStage | None:
        """The review stage that comes next; None before submission, after the last one and once ended."""
        if self.submitted is None or self.decided is not None or self.ended is not None:
            return None
        done = {stage.stage for stage in self.stages}
        return next((stage for stage in ReviewStage if stage not in done), None)

    def has_consent(self, document: ConsentDocument) -> bool:
        """Whether the document was agreed to, and not refused since."""
        return isinstance(self.consents.get(document), ConsentGiven)


def application_of(history: History) -> Application | None:
    """The latest application in a history, or None where none was begun."""
    current: Application | None = None
    for each in history:
        event = each.event
        if isinstance(event, ApplicationStarted):
            current = Application(number=event.application, started_on=each.on)
        elif current is not None:
            current = _after(current, event, each.on)
    return current


def _after(now: Application, event: object, on: date) -> Application:
    match event:
        case IdentityConfirmed():
            return replace(now, identity=event)
        case InformationCompleted():
            return replace(now, information=event)
        case ConsentGiven() | ConsentRefused():
            return replace(now, consents={**now.consents, event.document: event})
        case ApplicationSubmitted():
            return replace(now, submitted=event)
        case ReviewStageCompleted():
            return replace(now, stages=(*now.stages, event))
        case ScoreGiven():
            return replace(now, score=event)
        case LimitGranted():
            return replace(now, limit=event)
        case ApplicationDecided():
            return replace(now, decided=event, decided_on=on)
        case ApplicationEnded():
            return replace(now, ended=event)
        case _:
            return now
