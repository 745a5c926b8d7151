"""还款计划: what is due on which day, and why.

Law: principal adds up exactly and the last balance is zero, because the last row takes the remainder; every
row carries its own reckoning (what was owed, the rate, the days).
"""

from datetime import date
from itertools import repeat
from operator import add, sub
from typing import NamedTuple

from weilidai_core.basics.calendar import day_in_range, due_dates
from weilidai_core.basics.rates import (
    MILLION,
    DailyRate,
    FlatFee,
    MonthlyRate,
    Rate,
    RateNegative,
    RateTooHigh,
    fraction_of,
    ppm,
)
from weilidai_core.errors import WeilidaiError
from weilidai_core.quote.instalment import spread
from weilidai_core.quote.interest import charges
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.words import RepaymentMethod

SHORTEST_TENOR, LONGEST_TENOR = 1, 360


class PrincipalNotPositive(WeilidaiError):
    """Raised when there is nothing to lend."""

    code = "principal-not-positive"
    text = N_("借款金额要大于 0。")
    next_step = N_("请输入金额，例如 10000。")


class TenorOutOfRange(WeilidaiError):
    """Raised when the number of instalments cannot be reckoned with."""

    code = "tenor-out-of-range"
    text = N_("期数要在 {shortest} 到 {longest} 之间。")
    next_step = N_("换一个期数，再试一次。")


class Row(NamedTuple):
    """One instalment with its reckoning: `charged_fen` × `rate` (× `days` where the rate is daily)."""

    number: int
    interest_from: date
    due_on: date
    days: int
    opening_fen: int
    principal_fen: int
    interest_fen: int
    total_fen: int
    outstanding_fen: int
    charged_fen: int
    rate: Rate

    @property
    def reckoning(self) -> Sentence:
        """How this row's interest came about, in figures."""
        facts = {
            "charged_fen": self.charged_fen,
            "rate_ppm": ppm(fraction_of(self.rate)),
            "interest_fen": self.interest_fen,
        }
        if isinstance(self.rate, DailyRate):
            return sentence(
                N_("{charged_fen} × {rate_ppm} × {days} 天 = {interest_fen}"), days=self.days, **facts
            )
        if isinstance(self.rate, MonthlyRate):
            return sentence(N_("{charged_fen} × {rate_ppm} ÷ 12 个月 = {interest_fen}"), **facts)
        return sentence(N_("借款本金 {charged_fen} × {rate_ppm} = {interest_fen}"), **facts)


def schedule(
    principal_fen: int, *, rate: Rate, tenor: int, method: RepaymentMethod, on: date
) -> tuple[Row, ...]:
    """The `tenor` monthly rows of a loan of `principal_fen` paid out `on`.

    Raises PrincipalNotPositive, TenorOutOfRange, RateNegative, RateTooHigh, DayOutOfRange.
    """
    if principal_fen <= 0:
        raise PrincipalNotPositive
    if not SHORTEST_TENOR <= tenor <= LONGEST_TENOR:
        raise TenorOutOfRange(shortest=SHORTEST_TENOR, longest=LONGEST_TENOR)
    if not 0 <= (part := fraction_of(rate)).numerator <= part.denominator:
        raise RateNegative if part.numerator < 0 else RateTooHigh(highest_ppm=MILLION)
    due = due_dates(day_in_range(on), tenor)
    starts = [on, *due[:-1]]
    days = [end.toordinal() - start.toordinal() for start, end in zip(starts, due, strict=True)]
    openings, parts, interest = spread(principal_fen, charges(rate, days), method)
    # The columns in the order of Row's fields; so a loan of twelve rows is built in some microseconds.
    columns = (
        range(1, tenor + 1),
        starts,
        due,
        days,
        openings,
        parts,
        interest,
        map(add, parts, interest),
        map(sub, openings, parts),
        repeat(principal_fen, tenor) if isinstance(rate, FlatFee) else openings,
        repeat(rate, tenor),
    )
    return tuple(map(Row._make, zip(*columns, strict=True)))
