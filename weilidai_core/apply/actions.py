"""What an applicant can do: begin, confirm who they are, complete, agree or refuse, submit.

Refusing what an application cannot do without ends it, and a decline that no credit report could
change comes before anyone is asked to let their report be read.
"""

from datetime import date

from weilidai_core.apply.application import Application, application_of
from weilidai_core.apply.consent import (
    LANGUAGES_OF_TEXTS,
    DocumentTerms,
    document,
    document_sha256,
    document_text,
)
from weilidai_core.apply.estimate import estimate
from weilidai_core.apply.identity import check_identity
from weilidai_core.apply.information import Information, TypedInformation, check_information
from weilidai_core.apply.refusals import (
    AlreadySubmitted,
    ConsentMissing,
    ConsentOutdated,
    DeviceNotSupported,
    InformationMissing,
    NoApplication,
    NotInvited,
    TooSoonToApply,
)
from weilidai_core.apply.tables import ConsentRow, ConsentTextRow
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
    InformationCorrected,
)
from weilidai_core.product import terms_on
from weilidai_core.words import ConsentDocument, Outcome, RepaymentMethod
from weilidai_core.world.actions import forget_drafts
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request
from weilidai_core.world.views import profile_of

AGAIN_AFTER_DAYS = 30


class StartApplication(Request):
    """Open 微粒贷 and begin an application."""


class ConfirmIdentity(Request):
    """Confirm that the wallet's verified identity is to be used."""


class CompleteInformation(Request):
    """Hand in the information form, as it was typed."""

    typed: TypedInformation


class CorrectInformation(Request):
    """Put right what was handed in, as it was typed; the loan's purpose stays what the contract says."""

    typed: TypedInformation


class DecideConsent(Request):
    """Agree to, or refuse, one version of one document."""

    document: ConsentDocument
    version: str
    sha256: str
    given: bool


class SubmitApplication(Request):
    """Submit the application with the plan that is asked for."""

    amount_fen: int
    tenor: int
    method: RepaymentMethod


def start_application(doing: Doing, _: StartApplication) -> None:
    """Begin an application. Raises the refusals of `check_start`."""
    doing.record(ApplicationStarted(application=check_start(doing.history, on=doing.on)))


def check_start(history: History, *, on: date) -> int:
    """The number that an application begun on this day would have.

    Raises `NotInvited`, `DeviceNotSupported`, `AlreadySubmitted`, `TooSoonToApply`.
    """
    profile = profile_of(history)
    if not profile.invited:
        raise NotInvited
    if not profile.device.ok:
        raise DeviceNotSupported(system=profile.device.system, version=profile.device.version)
    before = application_of(history)
    if before is not None and before.ended is None:
        if before.decided is None or before.decided.outcome is not Outcome.DECLINED:
            raise AlreadySubmitted
        waited = (on - (before.decided_on or on)).days
        if waited < AGAIN_AFTER_DAYS:
            raise TooSoonToApply(days=AGAIN_AFTER_DAYS - waited)
    return before.number + 1 if before else 1


def confirm_identity(doing: Doing, _: ConfirmIdentity) -> None:
    """Check the wallet's identity and keep its masked form. Raises the refusals of `check_identity`."""
    application = _open(doing)
    masked = check_identity(profile_of(doing.history).person, on=doing.on)
    doing.record(
        IdentityConfirmed(
            application=application.number,
            name=masked.name,
            id_number=masked.id_number,
            mobile=masked.mobile,
            card=masked.card_number,
            age=masked.age,
        )
    )


def complete_information(doing: Doing, request: CompleteInformation) -> None:
    """Check the form and keep it. Raises `InformationRefused` with every field's refusal at once."""
    application = _open(doing)
    information = check_information(request.typed)
    doing.record(InformationCompleted(application=application.number, **information.model_dump()))
    forget_drafts(doing.session, doing.world_id, forms=("information",))


def correct_information(doing: Doing, request: CorrectInformation) -> None:
    """更正: keep what is right now; a decision that was made is not made again.

    Raises `InformationMissing` before the form was handed in, and `InformationRefused`.
    """
    application = application_of(doing.history)
    if application is None or application.information is None:
        raise InformationMissing
    information = check_information(request.typed)
    doing.record(InformationCorrected(application=application.number, **information.model_dump()))
    forget_drafts(doing.session, doing.world_id, forms=("correction",))


def decline_before_consent(doing: Doing, completed: InformationCompleted) -> None:
    """Reaction: when no credit report could lead to a limit, decline now and ask for no consent."""
    application = _open(doing)
    found = estimate(profile_of(doing.history), information=information_of(application), on=doing.on)
    if found.is_possible:
        return
    doing.record(
        ApplicationDecided(
            application=completed.application,
            outcome=Outcome.DECLINED,
            offered_fen=0,
            reasons=tuple(reason.sentence for reason in found.declined),
            advice=tuple(reason.helps for reason in found.declined if reason.helps),
        )
    )


def decide_consent(doing: Doing, request: DecideConsent) -> None:
    """Keep the answer to one document, at any time; withdrawing is as easy as giving.

    Refusing a necessary one ends an application that is not yet decided; what was decided before
    stays valid, but nothing new is lent. Raises `NoApplication`, and `ConsentOutdated` where the
    text is not the one in force.
    """
    application = application_of(doing.history)
    if application is None or application.ended is not None:
        raise NoApplication
    current = document(request.document)
    if (request.version, request.sha256) != (current.version, current.sha256):
        raise ConsentOutdated
    body = request.model_dump(exclude={"given"})
    doing.record(ConsentGiven(**body) if request.given else ConsentRefused(**body))
    _keep_answer(doing, current, given=request.given)
    if not request.given and current.necessary and application.decided is None:
        doing.record(ApplicationEnded(application=application.number, because=request.document))


def _keep_answer(doing: Doing, terms: DocumentTerms, *, given: bool) -> None:
    """The answer as a row of its own; the database refuses one to a text that is not there word for word."""
    for lang in LANGUAGES_OF_TEXTS:
        sha256 = document_sha256(terms.document, lang=lang)
        if doing.session.get(ConsentTextRow, sha256) is None:
            text = document_text(terms.document, lang=lang)
            doing.session.add(
                ConsentTextRow(
                    sha256=sha256, document=terms.document, version=terms.version, lang=lang, body=text
                )
            )
    doing.session.flush()
    answer = ConsentRow(
        world_id=doing.world_id,
        seq=doing.history[-1].seq,
        text_sha256=terms.sha256,
        given=given,
        on=doing.on,
    )
    doing.session.add(answer)


def submit_application(doing: Doing, request: SubmitApplication) -> None:
    """Submit with a plan inside the estimate.

    Raises `InformationMissing`, `ConsentMissing`, `TenorNotOffered` and the amount's refusals.
    """
    application = _open(doing)
    if application.identity is None or application.information is None:
        raise InformationMissing
    if not application.consents_answered:
        raise ConsentMissing
    found = estimate(profile_of(doing.history), information=information_of(application), on=doing.on)
    terms = terms_on(doing.on)
    terms.check_tenor(request.tenor, method=request.method)
    terms.check_amount(request.amount_fen, available_fen=found.high_fen)
    doing.record(
        ApplicationSubmitted(
            application=application.number,
            amount_fen=request.amount_fen,
            tenor=request.tenor,
            method=request.method,
            daily_rate_ppm=found.indicative_daily_rate_ppm,
        )
    )
    forget_drafts(doing.session, doing.world_id, forms=("estimate",))


def information_of(application: Application) -> Information:
    """The completed information as its own type. Raises `InformationMissing`."""
    if application.information is None:
        raise InformationMissing
    return Information.model_validate(application.information.model_dump(exclude={"kind", "application"}))


def _open(doing: Doing) -> Application:
    application = application_of(doing.history)
    if application is None or application.ended is not None:
        raise NoApplication
    if application.submitted is not None or application.decided is not None:
        raise AlreadySubmitted
    return application
