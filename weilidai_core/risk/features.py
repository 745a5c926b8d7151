"""The figures the score looks at, each with its unit and where it comes from.

The law kept here: no name, age, sex, place, contact or friend is among them. Whatever is not here
cannot move the score.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict, NonNegativeInt, PositiveInt

from weilidai_core.world.profile import BureauReport, Profile


class Features(BaseModel):
    """Fifteen whole figures: counts, months, and fen."""

    model_config = ConfigDict(frozen=True)

    overdue_over_30: NonNegativeInt
    overdue_1_to_30: NonNegativeInt
    history_months: NonNegativeInt
    inquiries_6_months: NonNegativeInt
    monthly_income_fen: PositiveInt
    monthly_debt_service_fen: NonNegativeInt
    revolving_limit_fen: NonNegativeInt
    revolving_used_fen: NonNegativeInt
    total_debt_fen: NonNegativeInt
    income_months: NonNegativeInt
    savings_fen: NonNegativeInt
    wallet_months: NonNegativeInt
    utility_months_on_time: NonNegativeInt
    savings_months: NonNegativeInt
    loans_6_months: NonNegativeInt


def features(profile: Profile, *, report: BureauReport, monthly_income_fen: int, on: date) -> Features:
    """The figures of one person on a day; `monthly_income_fen` is the income that counts.

    `income_months` is the longer of provident-fund months and months of takings, whichever source
    has seen the income longest; `savings_fen` is 零钱 and 零钱通 together.
    """
    known = profile.known
    seen_months = [fact.value for fact in (known.provident_fund_months, known.receipts_months) if fact]
    opened = profile.wallet.opened_on
    full_months = (on.year - opened.year) * 12 + on.month - opened.month - (on.day < opened.day)
    return Features(
        overdue_over_30=report.overdue_31_to_90 + report.overdue_over_90,
        overdue_1_to_30=report.overdue_1_to_30,
        history_months=report.history_months,
        inquiries_6_months=report.inquiries_6_months,
        monthly_income_fen=monthly_income_fen,
        monthly_debt_service_fen=report.monthly_debt_service_fen,
        revolving_limit_fen=report.revolving_limit_fen,
        revolving_used_fen=report.revolving_used_fen,
        total_debt_fen=report.total_debt_fen,
        income_months=max(seen_months, default=0),
        savings_fen=profile.wallet.change_fen + profile.wallet.savings_fen,
        wallet_months=max(0, full_months),
        utility_months_on_time=profile.behaviour.utility_months_on_time,
        savings_months=profile.behaviour.savings_months,
        loans_6_months=profile.behaviour.loans_6_months,
    )
