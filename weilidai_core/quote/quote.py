"""试算: one loan asked about, with every row and every figure that the screen may be asked to explain.

Law: a quote changes nothing, and is complete: nothing on a screen about a loan is reckoned anywhere else.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict

from weilidai_core.basics.rates import DailyRate
from weilidai_core.quote.cost import Cost, cost_of
from weilidai_core.quote.schedule import Row, schedule
from weilidai_core.words import RepaymentMethod


class Quote(BaseModel):
    """A loan as it would be: what was asked, its rows, and what it costs."""

    model_config = ConfigDict(frozen=True)

    principal_fen: int
    daily_rate_ppm: int
    tenor: int
    method: RepaymentMethod
    on: date
    rows: tuple[Row, ...]
    cost: Cost


def quote(principal_fen: int, *, daily_rate_ppm: int, tenor: int, method: RepaymentMethod, on: date) -> Quote:
    """The quote for `principal_fen` paid out `on`, at a daily rate in ppm (0.05 % = 500).

    Raises PrincipalNotPositive, TenorOutOfRange, RateNegative, RateTooHigh, DayOutOfRange; what a product
    offers (its smallest amount, its tenors) is the product's own rule.
    """
    rows = schedule(principal_fen, rate=DailyRate.of_ppm(daily_rate_ppm), tenor=tenor, method=method, on=on)
    return Quote(
        principal_fen=principal_fen,
        daily_rate_ppm=daily_rate_ppm,
        tenor=tenor,
        method=method,
        on=on,
        rows=rows,
        cost=cost_of(rows),
    )
