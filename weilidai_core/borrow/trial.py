"""试算: an amount, a tenor and a method as they were typed, within what can be borrowed now. Pure.

Before submission the room is the estimate, later it is the available limit; both are tried in the same
way. The laws kept here: nothing that was typed raises, it is answered with a named refusal and kept; the
amount shown first is about half of the room, never its maximum; every figure carries its reckoning.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from weilidai_core.apply.counter_offer import Plan
from weilidai_core.basics.money import parse_yuan, yuan_text
from weilidai_core.basics.rates import annual_rate_simple_ppm
from weilidai_core.errors import WeilidaiError
from weilidai_core.product import ProductTerms, terms_on
from weilidai_core.quote.quote import Quote, quote
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.words import RepaymentMethod

FIRST_TENOR = 12
FIRST_METHOD = RepaymentMethod.EQUAL_PRINCIPAL
MOST_PICKS = 4
# Amounts people think in; those that fit are offered beside the slider.
ROUND_AMOUNTS_FEN = tuple(
    yuan * 100 for yuan in (100, 200, 500, 1_000, 2_000, 3_000, 5_000, 8_000, 10_000, 20_000, 50_000, 100_000)
)


@dataclass(frozen=True)
class Room:
    """What can be tried: how much (fen), at which daily rate (ppm), paid out on which day."""

    available_fen: int
    daily_rate_ppm: int
    on: date

    @property
    def terms(self) -> ProductTerms:
        """The product's terms on that day."""
        return terms_on(self.on)

    @property
    def most_fen(self) -> int:
        """The largest amount that can be tried, in fen; 0 where nothing can be borrowed."""
        return self.terms.borrowable_fen(self.available_fen)


@dataclass(frozen=True)
class Trial:
    """One trial: what was typed, what it means, and its quote, or why there is none.

    `amount` is the raw typing; `moved` says that the tenor was changed to one the method offers;
    `bounds_fen` are the lowest, the highest and the step of the slider.
    """

    room: Room
    amount: str
    tenor: int
    method: RepaymentMethod
    moved: Sentence | None
    quote: Quote | None
    refused: WeilidaiError | None

    @property
    def typed(self) -> dict[str, str]:
        """The three entries as text: what a form shows, and what a draft keeps."""
        return {"amount": self.amount, "tenor": str(self.tenor), "method": self.method.value}

    @property
    def plan(self) -> Plan | None:
        """The plan this trial stands for, or None where the amount is refused."""
        if self.quote is None:
            return None
        return Plan(principal_fen=self.quote.principal_fen, tenor=self.tenor, method=self.method)

    @property
    def annual_rate_ppm(self) -> int:
        """The simple annual rate (daily rate × 360) in ppm."""
        return annual_rate_simple_ppm(self.room.daily_rate_ppm)

    @property
    def bounds_fen(self) -> tuple[int, int, int]:
        """The slider's lowest, highest and step, in fen."""
        terms = self.room.terms
        return terms.amount_least_fen, max(self.room.most_fen, terms.amount_least_fen), terms.amount_step_fen

    @property
    def picks_fen(self) -> tuple[int, ...]:
        """At most four round amounts within the room, in fen; none of them is the room's maximum."""
        return tuple(fen for fen in ROUND_AMOUNTS_FEN if fen < self.room.most_fen)[-MOST_PICKS:]

    @property
    def tenors(self) -> tuple[int, ...]:
        """The numbers of instalments offered with the chosen method."""
        return self.room.terms.tenors_for(self.method)


def trial(room: Room, typed: Mapping[str, str]) -> Trial:
    """Try what was typed ("amount" in yuan, "tenor", "method"); whatever is missing has a modest default.

    Never raises: a refusal is in `refused`. A tenor the method does not have becomes the longest one it has.
    """
    method = _method(typed.get("method", ""))
    tenor, moved = _tenor(typed.get("tenor", ""), method=method, terms=room.terms)
    amount = typed.get("amount", first_amount(room))
    try:
        fen = parse_yuan(amount, field="amount")
        room.terms.check_amount(fen, available_fen=room.available_fen)
    except WeilidaiError as refused:
        return Trial(room, amount, tenor, method, moved, None, refused)
    made = quoted(Plan(principal_fen=fen, tenor=tenor, method=method), room)
    return Trial(room, amount, tenor, method, moved, made, None)


def first_amount(room: Room) -> str:
    """The amount shown before anything is typed: half of the room in whole steps, as plain yuan."""
    step = room.terms.amount_step_fen
    half_fen = room.most_fen // 2 // step * step
    return yuan_text(max(half_fen, room.terms.amount_least_fen)).removesuffix(".00")


def under_each_method(tried: Trial) -> tuple[Quote, ...]:
    """The trial's amount and tenor under every method that offers the tenor; empty without a quote."""
    return tuple(
        quoted(plan.model_copy(update={"method": method}), tried.room)
        for plan in _plan_of(tried)
        for method in RepaymentMethod
        if plan.tenor in tried.room.terms.tenors_for(method)
    )


def at_other_tenors(tried: Trial) -> tuple[Quote, ...]:
    """The trial's amount and method at every other tenor of the method; empty without a quote."""
    return tuple(
        quoted(plan.model_copy(update={"tenor": tenor}), tried.room)
        for plan in _plan_of(tried)
        for tenor in tried.tenors
        if tenor != plan.tenor
    )


def quoted(plan: Plan, room: Room) -> Quote:
    """The quote of a plan at the room's rate and day."""
    return _quoted(plan, room.daily_rate_ppm, room.on)


@lru_cache(maxsize=512)
def _quoted(plan: Plan, daily_rate_ppm: int, on: date) -> Quote:
    return quote(
        plan.principal_fen, daily_rate_ppm=daily_rate_ppm, tenor=plan.tenor, method=plan.method, on=on
    )


def _plan_of(tried: Trial) -> tuple[Plan, ...]:
    return (tried.plan,) if tried.plan else ()


def _method(typed: str) -> RepaymentMethod:
    try:
        return RepaymentMethod(typed)
    except ValueError:
        return FIRST_METHOD


def _tenor(typed: str, *, method: RepaymentMethod, terms: ProductTerms) -> tuple[int, Sentence | None]:
    offered = terms.tenors_for(method)
    wanted = next((tenor for tenor in terms.tenors if str(tenor) == typed), FIRST_TENOR)
    if wanted in offered:
        return wanted, None
    longest = max(offered)
    return longest, sentence(
        N_("{method}最长 {longest} 期，已从 {wanted} 期改为 {longest} 期。"),
        method=sentence(method.label),
        longest=longest,
        wanted=wanted,
    )
