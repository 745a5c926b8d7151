"""Rates: what a loan costs per day, per month or per instalment, as exact fractions.

Law: a rate is never a float. Inside a reckoning it is a `Fraction`; where it is kept or shown it is a whole
number of parts per million (`*_ppm`; 0.05 % = 500 ppm).
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from weilidai_core.basics.money import round_half_up
from weilidai_core.basics.typed_text import FullWidthTyped, half_width, is_full_width
from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_

MILLION = 1_000_000
DAYS_OF_SIMPLE_YEAR = 360

# Percent with at most four decimals is a whole number of parts per million.
_PERCENT_DECIMALS = 4
_LONGEST_PERCENT_DIGITS = 3
_PERCENT = re.compile(r"(?P<sign>-?)(?P<whole>[0-9]+)(?:\.(?P<part>[0-9]+))? ?%")


class RateMissing(WeilidaiError):
    """Raised when no rate was typed."""

    code = "rate-missing"
    text = N_("还没有填写利率。")
    next_step = N_("请连同百分号一起写，例如 0.05%。")


class RateUnreadable(WeilidaiError):
    """Raised when what was typed is not a percentage with its sign."""

    code = "rate-unreadable"
    text = N_("看不懂这个利率。")
    next_step = N_("请连同百分号一起写，例如 0.05%。")


class RateNegative(WeilidaiError):
    """Raised when a rate is below zero."""

    code = "rate-negative"
    text = N_("利率不能是负数。")
    next_step = N_("请连同百分号一起写，例如 0.05%。")


class RateTooHigh(WeilidaiError):
    """Raised when a rate would take more than the whole amount each day, month or instalment."""

    code = "rate-too-high"
    text = N_("利率不能超过 {highest_ppm}。")
    next_step = N_("检查一下是否多输了几位。")


class RateTooFine(WeilidaiError):
    """Raised when a rate has more than four decimals of a percent, that is, parts of a ppm."""

    code = "rate-too-fine"
    text = N_("利率小数点后最多 {decimals} 位。")
    next_step = N_("请连同百分号一起写，例如 0.05%。")


class RateTooLong(WeilidaiError):
    """Raised when a rate has more digits than any loan's could."""

    code = "rate-too-long"
    text = N_("利率太长了，整数部分最多 {longest} 位。")
    next_step = N_("检查一下是否多输了几位。")


@dataclass(frozen=True, slots=True)
class DailyRate:
    """日利率: interest on the outstanding principal for each actual day."""

    per_day: Fraction

    @classmethod
    def of_ppm(cls, daily_rate_ppm: int) -> "DailyRate":
        """The rate of so many parts per million a day."""
        return cls(Fraction(daily_rate_ppm, MILLION))


@dataclass(frozen=True, slots=True)
class MonthlyRate:
    """年利率 ÷ 12: the same interest on the outstanding principal for every month, however long."""

    per_year: Fraction


@dataclass(frozen=True, slots=True)
class FlatFee:
    """每期手续费: the same part of the first principal every instalment, however much is repaid already."""

    per_instalment: Fraction


Rate = DailyRate | MonthlyRate | FlatFee


def fraction_of(rate: Rate) -> Fraction:
    """The bare fraction of a rate, in its own unit: per day, per year or per instalment."""
    if isinstance(rate, DailyRate):
        return rate.per_day
    return rate.per_year if isinstance(rate, MonthlyRate) else rate.per_instalment


def ppm(rate: Fraction) -> int:
    """A fraction in parts per million, half up."""
    return round_half_up(rate.numerator * MILLION, rate.denominator)


def of_ppm(rate_ppm: int) -> Fraction:
    """Parts per million as a fraction."""
    return Fraction(rate_ppm, MILLION)


def annual_rate_simple_ppm(daily_rate_ppm: int) -> int:
    """年化利率（单利）: the daily rate × 360, no compounding, as lenders of the field announce it (ppm)."""
    return daily_rate_ppm * DAYS_OF_SIMPLE_YEAR


def percent_text(rate_ppm: int) -> str:
    """A rate as a percentage with all its four decimals, for files and other programs: 10.8000%."""
    sign = "-" if rate_ppm < 0 else ""
    whole, part = divmod(abs(rate_ppm), 10**_PERCENT_DECIMALS)
    return f"{sign}{whole}.{part:0{_PERCENT_DECIMALS}d}%"


def parse_percent(typed: str, *, field: str | None = None) -> Fraction:
    """The rate that was typed as a percentage, exactly: "0.05%" is 1/2000.

    The sign is asked for because 0.05 alone could mean five percent. `field` is carried by the refusal:
    RateMissing, RateUnreadable, RateNegative, RateTooFine, RateTooLong, FullWidthTyped.
    """
    plain = half_width(typed)
    if not plain:
        raise RateMissing(field=field)
    read = _PERCENT.fullmatch(plain)
    if read is None:
        raise RateUnreadable(field=field)
    whole, part = read["whole"].lstrip("0"), read["part"] or ""
    if read["sign"]:
        raise RateNegative(field=field)
    if len(whole) > _LONGEST_PERCENT_DIGITS:
        raise RateTooLong(field=field, longest=_LONGEST_PERCENT_DIGITS)
    if len(part) > _PERCENT_DECIMALS:
        raise RateTooFine(field=field, decimals=_PERCENT_DECIMALS)
    if is_full_width(typed):
        raise FullWidthTyped(field=field, half_width=plain)
    return Fraction(int(whole + part or "0"), 100 * 10 ** len(part))
