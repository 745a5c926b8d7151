"""钱包: its balances, the bound card with what really moved on it, and how 微粒贷 stands. Pure views.

Laws: balances are the sample person's own and are touched by nothing here; a loan is paid to the bank
card and repaid from it, so only these movements are shown; the way into 微粒贷 shows the account's
state, never an amount that nobody has granted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from weilidai_core.apply.application import Application
from weilidai_core.apply.identity import mask_card_number, mask_name
from weilidai_core.events import (
    EarlySettlementReceived,
    History,
    LoanDisbursed,
    Refunded,
    RepaymentReceived,
    RepaymentReversed,
)
from weilidai_core.help.account import AccountState, account_state
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.words import RepaymentChannel, RepaymentPurpose
from weilidai_core.world.views import profile_of, read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class Movement:
    """Money that came to the card, or left it (`is_in` tells), in fen, for one loan note."""

    title: str
    on: date
    amount_fen: int
    is_in: bool
    loan_note: str


@dataclass(frozen=True)
class Wallet:
    """The wallet today: balances in fen, the card masked, movements newest first, how 微粒贷 stands."""

    name: str
    initial: str
    opened_on: date
    change_fen: int
    savings_fen: int
    bank: Sentence
    card: str
    card_end: str
    card_count: int
    movements: tuple[Movement, ...]
    loan: Sentence
    has_limit: bool
    has_consents: bool
    owed_fen: int
    next_due_on: date | None


def wallet(world: World) -> Wallet:
    """What the wallet and the page 我 show."""
    history = read_history(world)
    profile = profile_of(history)
    state = account_state(history)
    person, balances = profile.person, profile.wallet
    return Wallet(
        name=mask_name(person.name),
        initial=person.name[:1],
        opened_on=balances.opened_on,
        change_fen=balances.change_fen,
        savings_fen=balances.savings_fen,
        bank=sentence(person.bank_name),
        card=mask_card_number(person.card_number),
        card_end=person.card_number[-4:],
        card_count=balances.card_count,
        movements=movements(history),
        loan=_standing(state),
        has_limit=state.limit is not None,
        has_consents=_has_consents(state.application),
        owed_fen=state.owed_fen,
        next_due_on=state.next_due_on,
    )


def movements(history: History) -> tuple[Movement, ...]:
    """What moved on the bank card, newest first."""
    found: list[Movement] = []
    for each in history:
        match each.event:
            case LoanDisbursed() as paid:
                title = N_("微粒贷放款")
                found.append(
                    Movement(title, each.on, paid.principal_fen, is_in=True, loan_note=paid.loan_note)
                )
            case RepaymentReceived() | EarlySettlementReceived() | RepaymentReversed() as receipt:
                found.extend(_of_receipt(receipt, each.on))
            case Refunded() as refund:
                title = N_("多还退回")
                found.append(
                    Movement(title, each.on, refund.amount_fen, is_in=True, loan_note=refund.loan_note)
                )
            case _:
                pass
    return tuple(reversed(found))


def _of_receipt(
    receipt: RepaymentReceived | EarlySettlementReceived | RepaymentReversed, on: date
) -> Iterator[Movement]:
    """What a receipt moved on the card: nothing where it was sent from elsewhere, or only booked anew."""
    is_back = isinstance(receipt, RepaymentReversed)
    is_anew = receipt.is_rebooked if isinstance(receipt, RepaymentReversed) else bool(receipt.replaces)
    if is_anew or receipt.channel is RepaymentChannel.TRANSFER:
        return
    title = N_("还款退回") if is_back else _RECEIPTS.get(receipt.purpose, N_("还款"))
    yield Movement(title, on, receipt.amount_fen, is_in=is_back, loan_note=receipt.loan_note)


_RECEIPTS = {
    RepaymentPurpose.SETTLE: N_("提前结清"),
    RepaymentPurpose.KEEP_TENOR: N_("提前还款"),
    RepaymentPurpose.KEEP_INSTALMENT: N_("提前还款"),
}


def _standing(state: AccountState) -> Sentence:
    if state.limit is not None:
        return sentence(N_("可借 {available_fen}"), available_fen=state.limit.available_fen)
    if not state.invited:
        return sentence(N_("未受邀"))
    if state.declined:
        return sentence(N_("上次未通过"))
    return _applying(state.application)


def _has_consents(application: Application | None) -> bool:
    # Before submission they are a step of the application; from then on they are kept under 我.
    return application is not None and application.submitted is not None and application.ended is None


def _applying(application: Application | None) -> Sentence:
    if application is None or application.ended is not None:
        return sentence(N_("受邀可用"))
    if application.submitted is not None:
        return sentence(N_("审核中"))
    return sentence(N_("申请未完成"))
