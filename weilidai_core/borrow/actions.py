"""What someone can do to borrow: choose a plan, confirm its cost, read and sign the contract.

Drawing up the contract and paying out are reactions: they follow of themselves, in the same
transaction as the act that caused them.
"""

from weilidai_core.apply.application import application_of
from weilidai_core.apply.consent import DOCUMENTS
from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.contract import contract_number, loan_note_number
from weilidai_core.borrow.drawdown import Drawdown, drawdowns_of, open_drawdown_of
from weilidai_core.borrow.paperwork import cost_table_of, drawn_up
from weilidai_core.borrow.refusals import (
    ConsentWithdrawn,
    ContractChanged,
    ContractNotRead,
    CostAlreadyConfirmed,
    CostChanged,
    CostNotConfirmed,
    LimitIsFrozen,
    NoLimitYet,
    NotThisDrawdown,
    SignatureNotFound,
)
from weilidai_core.borrow.tables import ContractRow, LoanNoteRow
from weilidai_core.events import (
    ContractDrawnUp,
    ContractRead,
    ContractSigned,
    CostConfirmed,
    DayAdvanced,
    DrawdownAbandoned,
    LoanDisbursed,
    PlanChosen,
)
from weilidai_core.product import terms_on
from weilidai_core.sentences import sentence
from weilidai_core.trust.actions import find_authorisation
from weilidai_core.trust.pin import Authorised
from weilidai_core.words import RepaymentMethod
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request


class ChoosePlan(Request):
    """Begin a drawdown with this plan; the rate is the limit's own."""

    amount_fen: int
    tenor: int
    method: RepaymentMethod


class ConfirmCost(Request):
    """Confirm the 综合融资成本明示表 whose figures have this digest."""

    drawdown: int
    sha256: str


class ReadContract(Request):
    """Say that the contract with this digest was read to its end."""

    contract: str
    sha256: str


class SignContract(Request):
    """Sign exactly this text, with evidence that the secret was checked for it."""

    contract: str
    authorised: Authorised


class AbandonDrawdown(Request):
    """Give up a drawdown that is not signed."""

    drawdown: int


def choose_plan(doing: Doing, request: ChoosePlan) -> None:
    """Begin a drawdown; one that was open and unsigned is given up for it.

    Raises `NoLimitYet`, `LimitIsFrozen`, `ConsentWithdrawn`, `TenorNotOffered`, `NothingBorrowable`,
    `AmountNotBorrowable`.
    """
    limit = available_limit_of(doing.history)
    if limit is None:
        raise NoLimitYet
    if limit.is_frozen:
        raise LimitIsFrozen
    _check_consents(doing)
    terms = terms_on(doing.on)
    terms.check_tenor(request.tenor, method=request.method)
    terms.check_amount(request.amount_fen, available_fen=limit.available_fen)
    before = open_drawdown_of(doing.history)
    if before is not None:
        doing.record(DrawdownAbandoned(drawdown=before.number))
    doing.record(
        PlanChosen(
            drawdown=len(drawdowns_of(doing.history)) + 1,
            principal_fen=request.amount_fen,
            tenor=request.tenor,
            method=request.method,
            daily_rate_ppm=limit.daily_rate_ppm,
        )
    )


def confirm_cost(doing: Doing, request: ConfirmCost) -> None:
    """Confirm the cost table. Raises `NotThisDrawdown`, `CostAlreadyConfirmed`, `CostChanged`."""
    drawdown = _open(doing, request.drawdown)
    if drawdown.cost is not None:
        raise CostAlreadyConfirmed
    if cost_table_of(drawdown, on=doing.on).sha256 != request.sha256:
        raise CostChanged
    doing.record(CostConfirmed(drawdown=drawdown.number, sha256=request.sha256))


def draw_up_contract(doing: Doing, confirmed: CostConfirmed) -> None:
    """Reaction to a confirmed cost: the contract's exact text comes into being."""
    drawdown = _open(doing, confirmed.drawdown)
    made = drawn_up(
        doing.history, drawdown, number=contract_number(drawdown.number, on=doing.on), on=doing.on
    )
    doing.session.add(
        ContractRow(
            world_id=doing.world_id,
            number=made.number,
            sha256=made.sha256,
            text=doing.seal(made.text, place=f"contract.text:{made.number}"),
        )
    )
    doing.session.flush()
    doing.record(
        ContractDrawnUp(
            drawdown=drawdown.number, contract=made.number, drawn_up_on=made.drawn_up_on, sha256=made.sha256
        )
    )


def read_contract(doing: Doing, request: ReadContract) -> None:
    """Note that the contract was read. Raises `NotThisDrawdown`, `CostNotConfirmed`, `ContractChanged`."""
    _of_contract(doing, request.contract, request.sha256)
    doing.record(ContractRead(contract=request.contract, sha256=request.sha256))


def sign_contract(doing: Doing, request: SignContract) -> None:
    """Sign the contract.

    Raises `NotThisDrawdown`, `CostNotConfirmed`, `ContractChanged`, `ContractNotRead`,
    `ConsentWithdrawn`, `SignatureNotFound`, `LimitIsFrozen`, and the amount's refusals if the limit
    has shrunk meanwhile.
    """
    authorised = request.authorised
    drawdown = _of_contract(doing, request.contract, authorised.sha256)
    if drawdown.read is None:
        raise ContractNotRead
    _check_consents(doing)
    evidence = find_authorisation(doing.session, doing.world_id, authorised.evidence_id)
    if evidence is None or evidence.sha256 != authorised.sha256:
        raise SignatureNotFound
    limit = available_limit_of(doing.history)
    if limit is None:
        raise NoLimitYet
    if limit.is_frozen:
        raise LimitIsFrozen
    terms_on(doing.on).check_amount(drawdown.plan.principal_fen, available_fen=limit.available_fen)
    doing.record(
        ContractSigned(
            contract=request.contract,
            sha256=authorised.sha256,
            method=authorised.method,
            evidence_id=authorised.evidence_id,
        )
    )


def disburse(doing: Doing, signed: ContractSigned) -> None:
    """Reaction to a signature: the loan is paid out to the bound card, once."""
    drawdown = next(each for each in drawdowns_of(doing.history) if each.signed == signed)
    plan = drawdown.plan
    note = loan_note_number(drawdown.number, on=doing.on)
    doing.session.add(
        LoanNoteRow(
            world_id=doing.world_id, number=note, contract=signed.contract, principal_fen=plan.principal_fen
        )
    )
    doing.session.flush()
    application = application_of(doing.history)
    identity = application.identity if application else None
    doing.record(
        LoanDisbursed(
            drawdown=drawdown.number,
            loan_note=note,
            contract=signed.contract,
            principal_fen=plan.principal_fen,
            tenor=plan.tenor,
            method=plan.method,
            daily_rate_ppm=plan.daily_rate_ppm,
            interest_from=doing.on,
            card=identity.card if identity else "",
        )
    )


def abandon_drawdown(doing: Doing, request: AbandonDrawdown) -> None:
    """Give up an unsigned drawdown. Raises `NotThisDrawdown`."""
    doing.record(DrawdownAbandoned(drawdown=_open(doing, request.drawdown).number))


def let_quote_lapse(doing: Doing, _: DayAdvanced) -> None:
    """Reaction to a new day: a plan that was not signed lapses, since its dates are yesterday's."""
    drawdown = open_drawdown_of(doing.history)
    if drawdown is not None:
        doing.record(DrawdownAbandoned(drawdown=drawdown.number))


def _check_consents(doing: Doing) -> None:
    application = application_of(doing.history)
    for terms in DOCUMENTS:
        if terms.necessary and (application is None or not application.has_consent(terms.document)):
            raise ConsentWithdrawn(document=sentence(terms.title))


def _open(doing: Doing, number: int) -> Drawdown:
    drawdown = open_drawdown_of(doing.history)
    if drawdown is None or drawdown.number != number:
        raise NotThisDrawdown
    return drawdown


def _of_contract(doing: Doing, contract: str, sha256: str) -> Drawdown:
    drawdown = open_drawdown_of(doing.history)
    if drawdown is None:
        raise NotThisDrawdown
    if drawdown.contract is None:
        raise CostNotConfirmed
    if (drawdown.contract.contract, drawdown.contract.sha256) != (contract, sha256):
        raise ContractChanged
    return drawdown
