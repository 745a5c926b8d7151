"""额度: the first credit limit and its daily rate, or a decline with its reasons.

The policy is one table and three amounts; the smallest of the three is the limit:
  income multiple    the band's multiple × the counted income
  instalment room    what 12 instalments of (half the income − monthly debt service) can repay
  first-limit cap    10,000 yuan
in whole steps of 50 yuan; below 50 yuan nothing is opened. The laws kept here: a limit is 0 or lies in
50–10,000 yuan; a better band never gets less; a decline names what is in the way and what would help.
"""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from weilidai_core.apply.decline_reason import Circumstances, decline_reasons
from weilidai_core.basics.rates import annual_rate_simple_ppm, of_ppm
from weilidai_core.product import ProductTerms, terms_on
from weilidai_core.risk.reasons import MOST_REASONS, Reason
from weilidai_core.risk.scorecard import Score, points_text
from weilidai_core.sentences import N_, Sentence

FIRST_LIMIT_MOST_FEN = 10_000_00
ROOM_INSTALMENTS = 12
ROOM_INCOME_PERCENT = 50
DAYS_PER_INSTALMENT = 30


class Band(StrEnum):
    """评分档, best first."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class BandTerms(NamedTuple):
    """From which score the band begins (hundredths of a point), its income multiple in tenths, its rate."""

    score_from_hundredths: int
    multiple_tenths: int
    daily_rate_ppm: int


BANDS = {
    Band.A: BandTerms(88_00, 15, 200),
    Band.B: BandTerms(78_00, 10, 300),
    Band.C: BandTerms(68_00, 6, 400),
    Band.D: BandTerms(58_00, 3, 450),
    Band.E: BandTerms(48_00, 1, 500),
    # Nothing is opened in F, so its rate is never charged.
    Band.F: BandTerms(0, 0, 500),
}


class LimitBound(BaseModel):
    """One of the three amounts: what it came to in fen, and how it was reckoned."""

    model_config = ConfigDict(frozen=True)

    code: str
    label: str
    amount_fen: int
    reckoning: Sentence


class LimitDecision(BaseModel):
    """The limit in fen (0: not opened), the daily rate (0 when not opened), and everything behind them.

    `bounds` are the three amounts (empty when a decline rule applied before any was reckoned),
    `decided_by` is the code of the smallest. `reasons` are at most four; `advice` says what helps.
    """

    model_config = ConfigDict(frozen=True)

    limit_fen: int
    daily_rate_ppm: int
    band: Band
    score_hundredths: int
    bounds: tuple[LimitBound, ...]
    decided_by: str
    reasons: tuple[Reason, ...]

    @property
    def is_opened(self) -> bool:
        """Whether there is a limit at all."""
        return self.limit_fen > 0

    @property
    def reason_sentences(self) -> tuple[Sentence, ...]:
        """The reasons in words."""
        return tuple(reason.sentence for reason in self.reasons)

    @property
    def advice(self) -> tuple[Sentence, ...]:
        """What would help, in the order of the reasons, each said once."""
        said = [reason.helps for reason in self.reasons if reason.helps]
        return tuple(helps for place, helps in enumerate(said) if helps not in said[:place])


def decide_limit(score: Score, *, known: Circumstances) -> LimitDecision:
    """The first limit of someone with this score in these circumstances; refuses by a limit of 0."""
    band = band_of(score.hundredths)
    if declined := decline_reasons(known):
        return _closed(score, band=band, decided_by=declined[0].code, reasons=declined)
    product = terms_on(known.on)
    bounds = _bounds(band, known=known, product=product)
    smallest = min(bounds, key=lambda bound: bound.amount_fen)
    step = product.amount_step_fen
    limit_fen = smallest.amount_fen // step * step
    if band is Band.F:
        # "The score is too low" is no reason: what made it low is.
        return _closed(score, band=band, decided_by="score", reasons=score.reasons, bounds=bounds)
    if limit_fen < product.amount_least_fen:
        too_small = _too_small(smallest, least_fen=product.amount_least_fen)
        return _closed(
            score, band=band, decided_by=smallest.code, reasons=(too_small, *score.reasons), bounds=bounds
        )
    return LimitDecision(
        limit_fen=limit_fen,
        daily_rate_ppm=BANDS[band].daily_rate_ppm,
        band=band,
        score_hundredths=score.hundredths,
        bounds=bounds,
        decided_by=smallest.code,
        reasons=(_banded(score, band=band), _decided(smallest), *score.reasons)[:MOST_REASONS],
    )


def band_of(score_hundredths: int) -> Band:
    """The best band whose threshold the score reaches."""
    return next(band for band, terms in BANDS.items() if score_hundredths >= terms.score_from_hundredths)


def instalment_room_fen(monthly_fen: int, *, daily_rate_ppm: int) -> int:
    """The principal that 12 instalments of `monthly_fen` repay, at 30 days each; whole fen, rounded down.

    Present value of an annuity, exactly: Σ monthly ÷ (1 + 30 × daily rate)^k for k = 1 … 12.
    """
    if monthly_fen <= 0:
        return 0
    growth = 1 + DAYS_PER_INSTALMENT * of_ppm(daily_rate_ppm)
    worth = sum((1 / growth**number for number in range(1, ROOM_INSTALMENTS + 1)), Fraction(0))
    return int(monthly_fen * worth)


def _bounds(band: Band, *, known: Circumstances, product: ProductTerms) -> tuple[LimitBound, ...]:
    income_fen, debt_fen = known.monthly_income_fen, known.monthly_debt_service_fen
    tenths = BANDS[band].multiple_tenths
    half_fen = income_fen * ROOM_INCOME_PERCENT // 100
    # Reckoned at the product's highest rate for everyone: room does not grow because a rate is low.
    rate_ppm = product.daily_rate_most_ppm
    return (
        LimitBound(
            code="income-multiple",
            label=N_("收入倍数"),
            amount_fen=income_fen * tenths // 10,
            reckoning=Sentence(
                text=N_("计入的月收入 {income_fen} × {band} 档的 {multiple} 倍"),
                facts={"income_fen": income_fen, "band": band.value, "multiple": _tenths_text(tenths)},
            ),
        ),
        LimitBound(
            code="instalment-room",
            label=N_("还款余力"),
            amount_fen=instalment_room_fen(half_fen - debt_fen, daily_rate_ppm=rate_ppm),
            reckoning=Sentence(
                text=N_(
                    "收入的一半 {half_fen} 减去每月还债 {debt_fen}，每月剩 {left_fen}，"
                    "按 {instalments} 期、年化利率 {annual_ppm} 折成本金"
                ),
                facts={
                    "half_fen": half_fen,
                    "debt_fen": debt_fen,
                    "left_fen": max(0, half_fen - debt_fen),
                    "instalments": ROOM_INSTALMENTS,
                    "annual_ppm": annual_rate_simple_ppm(rate_ppm),
                },
            ),
        ),
        LimitBound(
            code="first-limit-cap",
            label=N_("首次额度上限"),
            amount_fen=FIRST_LIMIT_MOST_FEN,
            reckoning=Sentence(
                text=N_("首次额度最高 {cap_fen}，按时还款之后才会再调整"),
                facts={"cap_fen": FIRST_LIMIT_MOST_FEN},
            ),
        ),
    )


def _tenths_text(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}"


def _closed(
    score: Score,
    *,
    band: Band,
    decided_by: str,
    reasons: tuple[Reason, ...],
    bounds: tuple[LimitBound, ...] = (),
) -> LimitDecision:
    return LimitDecision(
        limit_fen=0,
        daily_rate_ppm=0,
        band=band,
        score_hundredths=score.hundredths,
        bounds=bounds,
        decided_by=decided_by,
        reasons=reasons[:MOST_REASONS],
    )


def _banded(score: Score, *, band: Band) -> Reason:
    return Reason(
        code="band",
        sentence=Sentence(
            text=N_(
                "评分 {points}（满分 100），属于 {band} 档：年化利率（单利）{annual_ppm}，日利率 {rate_ppm}。"
            ),
            facts={
                "points": points_text(score.hundredths),
                "band": band.value,
                "annual_ppm": annual_rate_simple_ppm(BANDS[band].daily_rate_ppm),
                "rate_ppm": BANDS[band].daily_rate_ppm,
            },
        ),
    )


_DECIDED = {
    "income-multiple": N_("额度由收入和评分档决定：{reckoning}。"),
    "instalment-room": N_("额度由每月还得起的钱决定：{reckoning}。"),
    "first-limit-cap": N_("额度已到首次上限：{reckoning}。"),
}


def _decided(bound: LimitBound) -> Reason:
    return Reason(
        code=bound.code, sentence=Sentence(text=_DECIDED[bound.code], facts={"reckoning": bound.reckoning})
    )


def _too_small(bound: LimitBound, *, least_fen: int) -> Reason:
    return Reason(
        code=f"{bound.code}-too-small",
        sentence=Sentence(
            text=N_("算出的额度不足 {least_fen}，所以没有开通：{reckoning}。"),
            facts={"least_fen": least_fen, "reckoning": bound.reckoning},
        ),
        helps=Sentence(text=N_("先还掉一部分现有的债，或等收入提高后再申请。")),
    )
