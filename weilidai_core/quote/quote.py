"""试算: one loan asked about, with every row and every figure that the screen may be asked to explain.

Law: a quote changes nothing, and is complete: nothing on a screen about a loan is reckoned anywhere else.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict

from weilidai_core.basics.rates import DailyRate, annual_rate_simple_ppm
from weilidai_core.quote.cost import Cost, cost_of
from weilidai_core.quote.schedule import Row, schedule
from weilidai_core.sentences import N_, Sentence, sentence
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

    @property
    def annual_rate_ppm(self) -> int:
        """The simple annual rate (daily rate × 360) in ppm."""
        return annual_rate_simple_ppm(self.daily_rate_ppm)

    @property
    def reckonings(self) -> tuple[Sentence, ...]:
        """How the annual rate, the first instalment, the interest and the total come about."""
        first, cost = self.rows[0], self.cost
        return (
            sentence(
                N_("年化利率（单利）{annual_ppm} = 日利率 {rate_ppm} × 360 天"),
                annual_ppm=self.annual_rate_ppm,
                rate_ppm=self.daily_rate_ppm,
            ),
            sentence(
                N_("首期应还 {total_fen} = 本金 {principal_fen} + 利息 {interest_fen}"),
                total_fen=first.total_fen,
                principal_fen=first.principal_fen,
                interest_fen=first.interest_fen,
            ),
            sentence(
                N_("利息合计 {interest_fen} = {tenor} 期利息相加"),
                interest_fen=cost.total_interest_fen,
                tenor=self.tenor,
            ),
            sentence(
                N_("还款总额 {payable_fen} = 借款 {principal_fen} + 利息 {interest_fen}"),
                payable_fen=cost.total_payable_fen,
                principal_fen=self.principal_fen,
                interest_fen=cost.total_interest_fen,
            ),
        )


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
