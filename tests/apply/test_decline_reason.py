"""Declines: which rule applies when, and that each says kindly what would help."""

from datetime import date

import pytest

from tests.risk.figures import ORDINARY
from weilidai_core.apply.credit_limit import decide_limit
from weilidai_core.apply.decline_reason import Circumstances, decline_reasons
from weilidai_core.language import render
from weilidai_core.risk.scorecard import score
from weilidai_core.world.profile import Occupation

FINE = Circumstances(
    on=date(2026, 9, 15),
    age=30,
    occupation=Occupation.EMPLOYEE,
    monthly_income_fen=10_000_00,
    monthly_debt_service_fen=0,
    longest_overdue_days=0,
    overdue_over_90=0,
)


def codes(**changed: object) -> list[str]:
    return [reason.code for reason in decline_reasons(FINE.model_copy(update=changed))]


def test_it_works() -> None:
    assert codes() == []
    assert codes(occupation=Occupation.STUDENT) == ["student"]


@pytest.mark.parametrize(("age", "declined"), [(17, True), (18, False), (60, False), (61, True)])
def test_age_lies_between_eighteen_and_sixty(age: int, declined: bool) -> None:
    assert codes(age=age) == (["age"] if declined else [])


def test_debt_service_of_55_percent_is_the_last_that_is_accepted() -> None:
    assert codes(monthly_debt_service_fen=5_500_00) == []
    assert codes(monthly_debt_service_fen=5_500_01) == ["high-debt"]


def test_the_share_that_is_told_is_never_the_accepted_one() -> None:
    (reason,) = decline_reasons(FINE.model_copy(update={"monthly_debt_service_fen": 5_500_01}))

    assert reason.sentence.facts["share_ppm"] == 550_001


@pytest.mark.parametrize(
    ("longest", "over_90", "declined"), [(60, 0, False), (61, 0, True), (0, 1, True), (91, 1, True)]
)
def test_serious_recent_overdue_is_declined(longest: int, over_90: int, declined: bool) -> None:
    found = codes(longest_overdue_days=longest, overdue_over_90=over_90)

    assert found == (["recent-overdue"] if declined else [])


def test_every_rule_in_the_way_is_told_and_the_student_first() -> None:
    everything = {
        "occupation": Occupation.STUDENT,
        "age": 17,
        "longest_overdue_days": 70,
        "monthly_debt_service_fen": 9_000_00,
    }

    assert codes(**everything) == ["student", "age", "recent-overdue", "high-debt"]


def test_a_decline_wins_over_any_score() -> None:
    best = score(ORDINARY).model_copy(update={"hundredths": 100_00})
    decision = decide_limit(best, known=FINE.model_copy(update={"occupation": Occupation.STUDENT}))

    assert (decision.limit_fen, decision.daily_rate_ppm, decision.bounds) == (0, 0, ())
    assert decision.decided_by == "student"


def test_every_decline_says_in_both_languages_what_would_help() -> None:
    everything = FINE.model_copy(
        update={
            "occupation": Occupation.STUDENT,
            "age": 61,
            "overdue_over_90": 1,
            "monthly_debt_service_fen": 9_000_00,
        }
    )

    for reason in decline_reasons(everything):
        assert reason.helps
        for lang in ("zh", "en"):
            assert render(reason.sentence, lang)
            assert render(reason.helps, lang)
