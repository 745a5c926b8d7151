"""综合融资成本: the same loan's cost under each name that lenders use, side by side.

Law: every rate is named after how it was reckoned, and all of them come from the rows alone. Interest is
all that this product charges, so the cost of the loan is its interest.
"""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from weilidai_core.basics.money import round_half_up
from weilidai_core.basics.rates import MILLION, DailyRate
from weilidai_core.quote.rate_of_return import periodic_rate_ppm
from weilidai_core.quote.schedule import Row
from weilidai_core.quote.xirr import xirr

# The two year lengths of the simple rate: the trade's habit, and the calendar's.
SIMPLE_YEARS = (360, 365)


class Cost(BaseModel):
    """What a loan costs in fen, and its annual rate in parts per million under four names.

    simple 360 / 365: the daily rate × 360 or × 365, no compounding; irr: the rate per instalment × 12;
    xirr: the effective annual rate on the actual days ÷ 365.
    """

    model_config = ConfigDict(frozen=True)

    total_interest_fen: int
    total_payable_fen: int
    first_payment_fen: int
    largest_payment_fen: int
    last_payment_fen: int
    annual_rate_simple_360_ppm: int
    annual_rate_simple_365_ppm: int
    annual_rate_irr_ppm: int
    annual_rate_xirr_ppm: int


def cost_of(rows: Sequence[Row]) -> Cost:
    """The cost of a loan whose rows these are."""
    principal = rows[0].opening_fen
    payments = [row.total_fen for row in rows]
    flows = [(rows[0].interest_from, principal), *[(row.due_on, -row.total_fen) for row in rows]]
    over_360, over_365 = [_simple_rate_ppm(rows, year) for year in SIMPLE_YEARS]
    return Cost(
        total_interest_fen=sum(payments) - principal,
        total_payable_fen=sum(payments),
        first_payment_fen=payments[0],
        largest_payment_fen=max(payments),
        last_payment_fen=payments[-1],
        annual_rate_simple_360_ppm=over_360,
        annual_rate_simple_365_ppm=over_365,
        annual_rate_irr_ppm=periodic_rate_ppm([principal, *[-paid for paid in payments]], times=12),
        # Money in once, and out ever after: there is always exactly one rate.
        annual_rate_xirr_ppm=xirr(flows).rates_ppm[0],
    )


def _simple_rate_ppm(rows: Sequence[Row], year: int) -> int:
    """The daily rate × the days of a year, in ppm.

    A loan that is not priced by the day has no daily rate of its own: there it is the interest paid for each
    fen owed for one day, so that a flat fee shows what it costs on the principal actually outstanding.
    """
    rate = rows[0].rate
    if isinstance(rate, DailyRate):
        return round_half_up(rate.per_day.numerator * year * MILLION, rate.per_day.denominator)
    interest = sum([row.interest_fen for row in rows])
    return round_half_up(interest * year * MILLION, sum([row.opening_fen * row.days for row in rows]))
