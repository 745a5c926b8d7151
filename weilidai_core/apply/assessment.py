"""审核: from what is known and declared to a score and a limit, in one pure step.

The law kept here: the same facts on the same day always give the same answer, and the answer keeps
every figure it was made from.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict

from weilidai_core.apply.credit_limit import LimitDecision, decide_limit
from weilidai_core.apply.decline_reason import Circumstances
from weilidai_core.apply.identity import age_on, born_on
from weilidai_core.apply.income import CountedIncome, counted_income
from weilidai_core.apply.information import Information
from weilidai_core.risk.features import Features, features
from weilidai_core.risk.scorecard import Score, score
from weilidai_core.world.profile import BureauReport, Profile


class Assessment(BaseModel):
    """The income that counts, the figures, the score they give, and the limit that follows."""

    model_config = ConfigDict(frozen=True)

    income: CountedIncome
    circumstances: Circumstances
    features: Features
    score: Score
    limit: LimitDecision


def assess(profile: Profile, *, information: Information, report: BureauReport, on: date) -> Assessment:
    """The assessment of one person on a day, with this credit report."""
    income = counted_income(information.monthly_income_fen, confirmed=profile.known.monthly_income_fen)
    known = features(profile, report=report, monthly_income_fen=income.counted_fen, on=on)
    circumstances = Circumstances(
        on=on,
        age=age_on(born_on(profile.person.id_number), on=on),
        occupation=information.occupation,
        monthly_income_fen=income.counted_fen,
        monthly_debt_service_fen=report.monthly_debt_service_fen,
        longest_overdue_days=report.longest_overdue_days,
        overdue_over_90=report.overdue_over_90,
    )
    scored = score(known)
    return Assessment(
        income=income,
        circumstances=circumstances,
        features=known,
        score=scored,
        limit=decide_limit(scored, known=circumstances),
    )
