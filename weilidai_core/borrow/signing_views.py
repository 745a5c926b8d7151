"""What the pages from the cost table to the payout show: every figure ready, each with its reckoning.

The laws kept here: what is confirmed is what was shown (its digest goes with it), the text that is read is
the text that is signed, and nobody's card or number is shown in full.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import select

from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.cost_table import CostTable
from weilidai_core.borrow.drawdown import Drawdown, drawdowns_of, open_drawdown_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.borrow.paperwork import cost_table_of, drawn_up
from weilidai_core.borrow.refusals import ContractChanged, NotThisDrawdown
from weilidai_core.borrow.tables import ContractRow, opened_text
from weilidai_core.events import ContractDrawnUp, History
from weilidai_core.product import LENDER
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.store.world_keys import seal_of
from weilidai_core.trust.actions import has_pin, tries_left
from weilidai_core.trust.passkeys import passkeys
from weilidai_core.trust.pin import ATTEMPTS_A_DAY, PinLocked
from weilidai_core.words import SigningMethod
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import profile_of, read_history
from weilidai_core.world.world import World

SHORT_DIGEST = 12


@dataclass(frozen=True)
class AnnualRate:
    """One annual rate by its name, and how it was reckoned."""

    name: str
    rate_ppm: int
    reckoning: Sentence


@dataclass(frozen=True)
class CostView:
    """The 综合融资成本明示表 of the drawdown under way, and what confirming it must carry."""

    drawdown: int
    sha256: str
    confirmed: bool
    lender: Sentence
    table: CostTable
    annual_rates: tuple[AnnualRate, ...]
    interest_reckoning: Sentence
    penalty_reckoning: Sentence


@dataclass(frozen=True)
class ContractView:
    """The contract under way in the language it is read in; `sha256` is of `signed_text`, the Chinese."""

    drawdown: int
    number: str
    sha256: str
    text: str
    signed_text: str
    is_read: bool

    @property
    def short_sha256(self) -> str:
        """The beginning of the digest."""
        return shortened(self.sha256)

    @property
    def file_name(self) -> str:
        """The name under which the signed text is saved."""
        return f"{self.number}.zh.md"


@dataclass(frozen=True)
class SignView:
    """What a signature agrees to, and whether a PIN can be given for it today."""

    drawdown: int
    contract: str
    sha256: str
    table: CostTable
    pin_is_set: bool
    locked: PinLocked | None
    unlocks_on: date
    passkeys: int

    @property
    def short_sha256(self) -> str:
        """The beginning of the digest."""
        return shortened(self.sha256)


@dataclass(frozen=True)
class PaidView:
    """A payout: the loan note, where the money went, and what is due first."""

    note: LoanNote
    bank: Sentence
    signed_on: date
    by_passkey: bool
    annual_rate_ppm: int
    first_due_on: date
    first_total_fen: int
    first_principal_fen: int
    first_interest_fen: int
    first_reckoning: Sentence


def cost(world: World) -> CostView:
    """The cost table of the drawdown under way. Raises `NotThisDrawdown`."""
    history = read_history(world)
    drawdown = _under_way(history)
    table = cost_table_of(drawdown, on=day_of(history))
    return CostView(
        drawdown=drawdown.number,
        sha256=table.sha256,
        confirmed=drawdown.cost is not None,
        lender=sentence(LENDER),
        table=table,
        annual_rates=_annual_rates(table),
        interest_reckoning=sentence(
            N_("每期利息 = 剩余本金 × 日利率 × 实际天数，{tenor} 期相加。第 1 期：{first}"),
            tenor=table.quote.tenor,
            first=table.quote.rows[0].reckoning,
        ),
        penalty_reckoning=sentence(
            N_("第 1 期本金 {principal_fen} × {penalty_ppm} × 1 天。1.5 倍里已经含了正常利息，不计复利。"),
            principal_fen=table.overdue_principal_fen,
            penalty_ppm=table.penalty_daily_rate_ppm,
        ),
    )


def _annual_rates(table: CostTable) -> tuple[AnnualRate, ...]:
    quoted, cost_ = table.quote, table.quote.cost
    return (
        AnnualRate(
            N_("单利（日利率 × 360）"),
            cost_.annual_rate_simple_360_ppm,
            sentence(N_("{daily_ppm} × 360。不计复利，同业常用。"), daily_ppm=quoted.daily_rate_ppm),
        ),
        AnnualRate(
            N_("单利（日利率 × 365）"),
            cost_.annual_rate_simple_365_ppm,
            sentence(N_("{daily_ppm} × 365。不计复利，按一整年的天数。"), daily_ppm=quoted.daily_rate_ppm),
        ),
        AnnualRate(
            N_("内部收益率（IRR × 12）"),
            cost_.annual_rate_irr_ppm,
            sentence(
                N_("借到 {principal_fen}，{tenor} 期共还 {payable_fen}：使两边相等的每期利率 × 12。"),
                principal_fen=quoted.principal_fen,
                tenor=quoted.tenor,
                payable_fen=cost_.total_payable_fen,
            ),
        ),
        AnnualRate(
            N_("实际年利率（XIRR）"),
            cost_.annual_rate_xirr_ppm,
            sentence(N_("同样的借还，按每一笔的实际日期折算成一年，含复利，所以看起来最高。")),
        ),
    )


def contract(world: World, *, lang: str) -> ContractView:
    """The contract under way, to be read in `lang`. Raises `NotThisDrawdown`, `ContractChanged`."""
    history = read_history(world)
    drawdown = _under_way(history)
    made = _made(drawdown)
    signed_text = contract_text(world, made.contract)
    return ContractView(
        drawdown=drawdown.number,
        number=made.contract,
        sha256=made.sha256,
        text=reading_copy(world, made.contract, lang=lang),
        signed_text=signed_text,
        is_read=drawdown.read is not None,
    )


def contract_text(world: World, number: str) -> str:
    """A contract's exact Chinese text, as it was stored when drawn up. Raises `ContractChanged`."""
    with world.store.reading() as session:
        row = session.exec(
            select(ContractRow).where(ContractRow.world_id == world.id, ContractRow.number == number)
        ).one_or_none()
        if row is None:
            raise ContractChanged
        return opened_text(row, seal_of(session, world.id))


def reading_copy(world: World, number: str, *, lang: str) -> str:
    """A contract in `lang`: its exact text in Chinese, else the reading copy. Raises `ContractChanged`."""
    if lang == "zh":
        return contract_text(world, number)
    history = read_history(world)
    for drawdown in drawdowns_of(history):
        made = drawdown.contract
        if made is not None and made.contract == number:
            return drawn_up(history, drawdown, number=number, on=made.drawn_up_on, lang=lang).text
    raise ContractChanged


def sign(world: World) -> SignView:
    """What is about to be signed. Raises `NotThisDrawdown`."""
    history = read_history(world)
    drawdown, on = _under_way(history), day_of(history)
    made = _made(drawdown)
    pin_is_set = has_pin(world.store, world.id)
    is_locked = pin_is_set and tries_left(world.store, world.id, on=on) == 0
    return SignView(
        drawdown=drawdown.number,
        contract=made.contract,
        sha256=made.sha256,
        table=cost_table_of(drawdown, on=on),
        pin_is_set=pin_is_set,
        locked=PinLocked(tries=ATTEMPTS_A_DAY) if is_locked else None,
        unlocks_on=on + timedelta(days=1),
        passkeys=passkeys(world.store, world.id),
    )


def paid(world: World, *, number: str = "") -> PaidView:
    """The payout of a loan note, the latest one where none is named. Raises `NotThisDrawdown`."""
    history = read_history(world)
    notes = [note for note in loan_notes_of(history) if number in ("", note.number)]
    if not notes:
        raise NotThisDrawdown
    note = notes[-1]
    drawdown = drawdowns_of(history)[note.drawdown - 1]
    first = note.rows[0]
    return PaidView(
        note=note,
        bank=sentence(profile_of(history).person.bank_name),
        signed_on=drawdown.signed_on or note.interest_from,
        by_passkey=drawdown.signed is not None and drawdown.signed.method is SigningMethod.PASSKEY,
        annual_rate_ppm=note.quote.cost.annual_rate_simple_360_ppm,
        first_due_on=first.due_on,
        first_total_fen=first.total_fen,
        first_principal_fen=first.principal_fen,
        first_interest_fen=first.interest_fen,
        first_reckoning=first.reckoning,
    )


def shortened(sha256: str) -> str:
    """The beginning of a digest: enough to compare by eye."""
    return f"{sha256[:SHORT_DIGEST]}…"


def _under_way(history: History) -> Drawdown:
    drawdown = open_drawdown_of(history)
    if drawdown is None or available_limit_of(history) is None:
        raise NotThisDrawdown
    return drawdown


def _made(drawdown: Drawdown) -> ContractDrawnUp:
    if drawdown.contract is None:
        raise NotThisDrawdown
    return drawdown.contract
