"""The estimate: a range from what is known before the report, and never a promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weilidai_core.apply.assessment import assess
from weilidai_core.apply.estimate import BEST_REPORT, cautious_report, estimate
from weilidai_core.apply.information import check_information
from weilidai_core.scenarios.personas import PERSONAS, Persona, persona
from weilidai_core.world.profile import BureauReport, Occupation

REPORTS = st.builds(
    BureauReport,
    accounts=st.integers(1, 9),
    history_months=st.integers(0, 300),
    overdue_1_to_30=st.integers(0, 6),
    overdue_31_to_90=st.integers(0, 3),
    overdue_over_90=st.integers(0, 2),
    longest_overdue_days=st.integers(0, 30),
    revolving_limit_fen=st.integers(0, 100_000_00),
    revolving_used_fen=st.integers(0, 50_000_00),
    monthly_debt_service_fen=st.integers(0, 9_000_00),
    total_debt_fen=st.integers(50_000_00, 300_000_00),
    inquiries_6_months=st.integers(0, 12),
)


def test_it_works() -> None:
    first_timer = persona("first-timer")
    found = estimate(
        first_timer.profile, information=check_information(first_timer.typed), on=first_timer.first_day
    )

    assert (found.low_fen, found.high_fen) == (650_00, 9_750_00)
    assert found.indicative_daily_rate_ppm == 500
    assert found.ceiling_fen == 200_000_00
    assert found.is_possible


def test_a_student_is_told_before_any_credit_report_is_read() -> None:
    student = persona("student")
    found = estimate(student.profile, information=check_information(student.typed), on=student.first_day)

    assert not found.is_possible
    assert (found.low_fen, found.high_fen) == (0, 0)
    assert [reason.code for reason in found.declined] == ["student"]


def test_an_income_too_small_for_any_limit_is_told_at_once() -> None:
    gig_worker = persona("gig-worker")
    information = check_information(gig_worker.typed).model_copy(update={"monthly_income_fen": 20_00})
    found = estimate(gig_worker.profile, information=information, on=gig_worker.first_day)

    assert not found.is_possible
    assert found.declined


def test_someone_in_debt_is_not_declined_before_the_report_is_read() -> None:
    indebted = persona("indebted")
    found = estimate(indebted.profile, information=check_information(indebted.typed), on=indebted.first_day)

    assert found.is_possible
    assert found.declined == ()


@pytest.mark.parametrize("one", PERSONAS, ids=lambda one: one.name)
def test_what_is_granted_lies_in_the_range_that_was_shown(one: Persona) -> None:
    information = check_information(one.typed)
    found = estimate(one.profile, information=information, on=one.first_day)
    limit = assess(one.profile, information=information, report=one.profile.bureau, on=one.first_day).limit

    assert limit.limit_fen == 0 or found.low_fen <= limit.limit_fen <= found.high_fen


@given(one=st.sampled_from(PERSONAS), report=REPORTS)
def test_no_report_leads_above_the_upper_end(one: Persona, report: BureauReport) -> None:
    information = check_information(one.typed)
    found = estimate(one.profile, information=information, on=one.first_day)
    limit = assess(one.profile, information=information, report=report, on=one.first_day).limit

    assert limit.limit_fen <= found.high_fen


@given(
    one=st.sampled_from(PERSONAS),
    income=st.integers(1, 1_000_000_00),
    occupation=st.sampled_from(Occupation),
)
def test_a_range_has_its_ends_in_order_and_in_whole_steps(
    one: Persona, income: int, occupation: Occupation
) -> None:
    information = check_information(one.typed).model_copy(
        update={"monthly_income_fen": income, "occupation": occupation}
    )
    found = estimate(one.profile, information=information, on=one.first_day)

    assert 0 <= found.low_fen <= found.high_fen <= 10_000_00
    assert found.low_fen % 50_00 == found.high_fen % 50_00 == 0
    assert found.is_possible is not bool(found.declined)


@given(income=st.integers(1, 1_000_000_00))
def test_the_cautious_report_is_poorer_than_the_best_and_holds_together(income: int) -> None:
    assert cautious_report(income).monthly_debt_service_fen >= BEST_REPORT.monthly_debt_service_fen
