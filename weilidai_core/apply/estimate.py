"""额度试算的范围: what the first limit may be, before the credit report is read.

The same policy is run twice, once with a cautious report and once with the best report there is; the
truth is never above the upper end, and may lie below the lower end or be a decline. Both are said.
The law kept here: the range comes from what is known of this person, and the product's ceiling
is shown as the product's, never as bait.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict

from weilidai_core.apply.assessment import assess
from weilidai_core.apply.income import CountedIncome
from weilidai_core.apply.information import Information
from weilidai_core.product import terms_on
from weilidai_core.risk.reasons import Reason
from weilidai_core.sentences import N_
from weilidai_core.world.profile import BureauReport, Profile

NOT_A_PROMISE = N_("这是查询信用报告之前的估计，不是承诺；实际额度可能更低，也可能不能开通。")
RATE_NOTE = N_(
    "试算按本产品的最高利率：年化利率（单利）{annual_ppm}，日利率 {rate_ppm}。审核后的利率不会更高。"
)
CEILING_NOTE = N_("本产品的总上限是 {ceiling_fen}，首次额度最高 {first_fen}。")


class Estimate(BaseModel):
    """The range in fen, the rate used for trying amounts, and what the range rests on.

    `declined` is not empty when no credit report could change the answer; the range is then 0–0.
    """

    model_config = ConfigDict(frozen=True)

    low_fen: int
    high_fen: int
    indicative_daily_rate_ppm: int
    ceiling_fen: int
    income: CountedIncome
    declined: tuple[Reason, ...]

    @property
    def is_possible(self) -> bool:
        """Whether any credit report at all could lead to a limit."""
        return self.high_fen > 0


def estimate(profile: Profile, *, information: Information, on: date) -> Estimate:
    """The estimated range of the first limit, the credit report unread."""
    product = terms_on(on)
    hopeful = assess(profile, information=information, report=BEST_REPORT, on=on)
    cautious = assess(
        profile, information=information, report=cautious_report(hopeful.income.counted_fen), on=on
    )
    high_fen = hopeful.limit.limit_fen
    # The range speaks of a limit that is opened; that it may not be is said in words beside it.
    low_fen = min(high_fen, max(cautious.limit.limit_fen, product.amount_least_fen))
    return Estimate(
        low_fen=low_fen,
        high_fen=high_fen,
        indicative_daily_rate_ppm=product.daily_rate_most_ppm,
        ceiling_fen=product.amount_most_fen,
        income=hopeful.income,
        declined=() if high_fen else hopeful.limit.reasons,
    )


# The optimistic end: no report can earn more points in history or debt, or leave more room.
BEST_REPORT = BureauReport(
    accounts=3,
    history_months=120,
    overdue_1_to_30=0,
    overdue_31_to_90=0,
    overdue_over_90=0,
    longest_overdue_days=0,
    revolving_limit_fen=50_000_00,
    revolving_used_fen=0,
    monthly_debt_service_fen=0,
    total_debt_fen=0,
    inquiries_6_months=0,
)


def cautious_report(monthly_income_fen: int) -> BureauReport:
    """The pessimistic end, declared: a short file, two small delays, a card at 80 %, 30 % debt service.

    It is poor but not one that a decline rule would stop; a worse one exists, and the screen says so.
    """
    return BureauReport(
        accounts=2,
        history_months=6,
        overdue_1_to_30=2,
        overdue_31_to_90=0,
        overdue_over_90=0,
        longest_overdue_days=15,
        revolving_limit_fen=10 * monthly_income_fen,
        revolving_used_fen=8 * monthly_income_fen,
        monthly_debt_service_fen=monthly_income_fen * 30 // 100,
        total_debt_fen=12 * monthly_income_fen,
        inquiries_6_months=5,
    )
