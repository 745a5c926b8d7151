"""XIRR: the effective annual rate of any dated cash flow, or a plain word on why there is none.

Law: actual days ÷ 365; one rate, several or none are three different answers, and none of them is silent.
"""

import math
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import pyxirr
from pydantic import BaseModel, ConfigDict

from weilidai_core.basics.rates import percent_text
from weilidai_core.quote.rate_of_return import Flow, as_growth, as_ppm, growth_rates, merged, sign_changes
from weilidai_core.sentences import N_, Sentence, sentence

DAYS_OF_YEAR = 365

# Flows that turn several times also balance where nearly all of them vanish: at a growth of 10^65 a year, or
# a loss of all but a hair. Among several rates those are left out: a year may keep 10^-10 and gain 10,000 %.
_LOWEST, _HIGHEST = math.log(1e-10) / DAYS_OF_YEAR, math.log(101) / DAYS_OF_YEAR


class XirrAnswer(StrEnum):
    """What can be said about a cash flow's annual rate."""

    ONE_RATE = "one-rate"
    SEVERAL_RATES = "several-rates"
    ONE_DIRECTION = "one-direction"
    NO_RATE = "no-rate"
    TOO_LARGE = "too-large"


class Xirr(BaseModel):
    """The annual rates in ppm at which a cash flow comes to nothing, the lowest first."""

    model_config = ConfigDict(frozen=True)

    answer: XirrAnswer
    rates_ppm: tuple[int, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """The answer in words."""
        match self.answer:
            case XirrAnswer.ONE_RATE:
                return sentence(
                    N_("按实际天数折算，年化利率（XIRR）是 {rate_ppm}。"), rate_ppm=self.rates_ppm[0]
                )
            case XirrAnswer.SEVERAL_RATES:
                return sentence(
                    N_("有 {count} 个年化利率都说得通：{rates}。收支多次换向时，不能只看其中一个。"),
                    count=len(self.rates_ppm),
                    rates=" · ".join([percent_text(rate) for rate in self.rates_ppm]),
                )
            case XirrAnswer.ONE_DIRECTION:
                return sentence(N_("算不出年化利率：至少要有一天收入、另一天支出。"))
            case XirrAnswer.NO_RATE:
                return sentence(N_("算不出年化利率：没有哪个利率能让这些收支相抵。"))
            case XirrAnswer.TOO_LARGE:
                return sentence(N_("年化利率大得写不出来：折算成一年，超过了 300 位数。"))


def xirr(flows: Sequence[tuple[date, int]]) -> Xirr:
    """The annual rates of dated flows in fen (received above zero, paid below), in any order.

    Σ amount ÷ (1 + rate) ^ (days since the first flow ÷ 365) = 0.
    """
    dated = _dated(flows)
    if not sign_changes(dated):
        return Xirr(answer=XirrAnswer.ONE_DIRECTION)
    try:
        rates = [as_ppm(growth, units=DAYS_OF_YEAR) for growth in _growth_rates(dated, flows)]
    except OverflowError:
        return Xirr(answer=XirrAnswer.TOO_LARGE)
    if not rates:
        return Xirr(answer=XirrAnswer.NO_RATE)
    answer = XirrAnswer.ONE_RATE if len(rates) == 1 else XirrAnswer.SEVERAL_RATES
    return Xirr(answer=answer, rates_ppm=tuple(rates))


def daily_growth_rates(flows: Sequence[tuple[date, int]]) -> list[float]:
    """The logarithmic growth per day at each rate of `xirr`, as exact as the search finds it."""
    return _growth_rates(_dated(flows), flows)


def _dated(flows: Sequence[tuple[date, int]]) -> list[Flow]:
    return merged([Flow(day.toordinal(), amount) for day, amount in flows])


def _growth_rates(dated: Sequence[Flow], flows: Sequence[tuple[date, int]]) -> list[float]:
    # The library is asked first: it is quick, and its answer is taken only if it proves to be a rate.
    days, amounts = [day for day, _ in flows], [float(amount) for _, amount in flows]
    found = growth_rates(dated, guess=lambda: as_growth(pyxirr.xirr(days, amounts), DAYS_OF_YEAR))
    return [growth for growth in found if _LOWEST < growth <= _HIGHEST] or found
