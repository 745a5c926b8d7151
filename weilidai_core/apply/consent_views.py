"""What the consent page shows: the four documents, their answers, and what refusing means just now.

The laws kept here: agreeing and refusing are equally at hand, before the application is submitted and
at any time after it; what refusing means is said as it is at this moment, not as it once was.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from weilidai_core.apply.actions import DecideConsent
from weilidai_core.apply.application import Application, application_of
from weilidai_core.apply.consent import DOCUMENTS, DocumentTerms
from weilidai_core.apply.refusals import NoApplication
from weilidai_core.events import ConsentGiven, ConsentRefused
from weilidai_core.sentences import N_
from weilidai_core.words import ConsentDocument
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World

_NO_MORE_LOANS = N_("不同意，就不能再借新的；已经借的按合同继续还。")


class Phase(StrEnum):
    """How far the application is, as far as an answer depends on it."""

    APPLYING = "applying"
    REVIEWING = "reviewing"
    DECIDED = "decided"


_AFTERWARDS = {
    Phase.APPLYING: N_("还没有查询您的信用报告；以后可以重新申请。"),
    Phase.REVIEWING: N_("审核会停下来。撤回之前已经做的处理仍然有效；以后可以重新申请。"),
    Phase.DECIDED: N_("撤回之前已经做的处理仍然有效。以后改为同意，就可以再借。"),
}


class Answer(StrEnum):
    """How a document stands."""

    OPEN = "open"
    GIVEN = "given"
    REFUSED = "refused"


@dataclass(frozen=True)
class ConsentView:
    """One document: its wordings (catalogue keys), its answer, and the two requests, equally at hand.

    `mark` stands for this text in this application: who has read it has read nothing else.
    """

    document: ConsentDocument
    title: str
    summary: str
    refusing: str
    afterwards: str
    necessary: bool
    version: str
    sha256: str
    mark: str
    answer: Answer
    give: DecideConsent
    refuse: DecideConsent


@dataclass(frozen=True)
class Consents:
    """The four documents in their order, and how far the application is."""

    phase: Phase
    documents: tuple[ConsentView, ...]

    @property
    def applying(self) -> bool:
        """Whether the application is still to be submitted."""
        return self.phase is Phase.APPLYING

    @property
    def decided(self) -> bool:
        """Whether the application is decided, so that an answer ends it no more."""
        return self.phase is Phase.DECIDED

    @property
    def answered(self) -> int:
        """How many have their answer."""
        return sum(one.answer is not Answer.OPEN for one in self.documents)

    @property
    def complete(self) -> bool:
        """Whether each has its answer, given or refused."""
        return self.answered == len(self.documents)


def consents(world: World) -> Consents:
    """The documents of the latest application, each with its answer so far. Raises `NoApplication`."""
    application = application_of(read_history(world))
    if application is None:
        raise NoApplication
    phase = _phase(application)
    return Consents(phase, tuple(_view(terms, application, phase) for terms in DOCUMENTS))


def _phase(application: Application) -> Phase:
    if application.decided is not None:
        return Phase.DECIDED
    return Phase.APPLYING if application.submitted is None else Phase.REVIEWING


def _view(terms: DocumentTerms, application: Application, phase: Phase) -> ConsentView:
    which, version, sha256 = terms.document, terms.version, terms.sha256
    ends_lending = terms.necessary and phase is Phase.DECIDED
    return ConsentView(
        document=which,
        title=terms.title,
        summary=terms.summary,
        refusing=_NO_MORE_LOANS if ends_lending else terms.refusing,
        afterwards=_AFTERWARDS[phase],
        necessary=terms.necessary,
        version=version,
        sha256=sha256,
        mark=f"{application.number}:{sha256}",
        answer=_answer(application, which),
        give=DecideConsent(document=which, version=version, sha256=sha256, given=True),
        refuse=DecideConsent(document=which, version=version, sha256=sha256, given=False),
    )


def _answer(application: Application, which: ConsentDocument) -> Answer:
    if which not in application.consents:
        return Answer.OPEN
    return Answer.GIVEN if application.has_consent(which) else Answer.REFUSED


@dataclass(frozen=True)
class PastAnswer:
    """One answer to one version of a document, on its simulated day."""

    on: date
    given: bool
    version: str
    sha256: str


@dataclass(frozen=True)
class ConsentPast:
    """One document with every answer to it, the newest first."""

    document: ConsentDocument
    title: str
    necessary: bool
    sensitive: bool
    answers: tuple[PastAnswer, ...]

    @property
    def is_given(self) -> bool:
        """Whether it is agreed to now."""
        return bool(self.answers) and self.answers[0].given


# PIPL 23 and 29: biometrics, and handing data to another, need a consent of their own.
SEPARATE = frozenset({ConsentDocument.FACE, ConsentDocument.PARTNER_BANK})


def consent_history(world: World) -> tuple[ConsentPast, ...]:
    """Every document with every answer that was ever given to it, over all applications."""
    history = read_history(world)
    return tuple(
        ConsentPast(
            document=terms.document,
            title=terms.title,
            necessary=terms.necessary,
            sensitive=terms.document in SEPARATE,
            answers=tuple(
                PastAnswer(
                    each.on, isinstance(each.event, ConsentGiven), each.event.version, each.event.sha256
                )
                for each in reversed(history)
                if isinstance(each.event, ConsentGiven | ConsentRefused)
                and each.event.document is terms.document
            ),
        )
        for terms in DOCUMENTS
    )


def sections_of(text: str) -> tuple[tuple[str, str], ...]:
    """A document's sections, each its heading and its paragraph, as the text itself has them."""
    parts = text.split("\n## ")[1:]
    return tuple((head.strip(), body.strip()) for head, _, body in (part.partition("\n") for part in parts))
