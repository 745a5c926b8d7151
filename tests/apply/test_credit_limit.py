"""The first limit: its arithmetic to the fen, its bounds, and that a better band never gets less."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.risk.figures import ANYONE, ORDINARY, SOLVENT
from weilidai_core.apply.credit_limit import (
    BANDS,
    Band,
    LimitDecision,
    band_of,
    decide_limit,
    instalment_room_fen,
)
from weilidai_core.apply.decline_reason import Circumstances
from weilidai_core.risk.features import Features
from weilidai_core.risk.scorecard import Score, score
from weilidai_core.world.profile import Occupation

STEP_FEN = 50_00
CAP_FEN = 10_000_00


def circumstances(known: Features, **other: object) -> Circumstances:
    facts: dict[str, object] = {
        "on": date(2026, 9, 15),
        "age": 30,
        "occupation": Occupation.EMPLOYEE,
        "monthly_income_fen": known.monthly_income_fen,
        "monthly_debt_service_fen": known.monthly_debt_service_fen,
        "longest_overdue_days": 0,
        "overdue_over_90": 0,
    }
    return Circumstances.model_validate(facts | other)


def scored(hundredths: int) -> Score:
    return score(ORDINARY).model_copy(update={"hundredths": hundredths})


def limit_at(hundredths: int, **other: object) -> LimitDecision:
    return decide_limit(scored(hundredths), known=circumstances(ORDINARY, **other))


def test_it_works() -> None:
    # Score 70.00 is band C: 0.6 × 6,000 = 3,600, which is less than the room and the cap.
    decision = decide_limit(score(ORDINARY), known=circumstances(ORDINARY))

    assert (decision.band, decision.limit_fen, decision.daily_rate_ppm) == (Band.C, 3_600_00, 400)
    assert decision.decided_by == "income-multiple"
    # Room: 6,000 / 2 − 900 = 2,100 a month; 2,100 × (1 − 1.015^−12) / 0.015 = 22,905.76…
    assert [bound.amount_fen for bound in decision.bounds] == [3_600_00, 22_905_76, 10_000_00]


@pytest.mark.parametrize(
    ("hundredths", "band"),
    [
        (100_00, "A"),
        (88_00, "A"),
        (87_99, "B"),
        (78_00, "B"),
        (77_99, "C"),
        (68_00, "C"),
        (67_99, "D"),
        (58_00, "D"),
        (57_99, "E"),
        (48_00, "E"),
        (47_99, "F"),
        (0, "F"),
    ],
)
def test_a_band_begins_exactly_at_its_threshold(hundredths: int, band: str) -> None:
    assert band_of(hundredths).value == band


@pytest.mark.parametrize(
    ("hundredths", "limit_fen", "rate_ppm"),
    [
        (90_00, 9_000_00, 200),
        (80_00, 6_000_00, 300),
        (70_00, 3_600_00, 400),
        (60_00, 1_800_00, 450),
        (50_00, 600_00, 500),
        (40_00, 0, 0),
    ],
)
def test_each_band_has_its_multiple_and_its_rate(hundredths: int, limit_fen: int, rate_ppm: int) -> None:
    decision = limit_at(hundredths)

    assert (decision.limit_fen, decision.daily_rate_ppm) == (limit_fen, rate_ppm)


def test_a_first_limit_is_capped() -> None:
    decision = limit_at(90_00, monthly_income_fen=50_000_00)

    assert (decision.limit_fen, decision.decided_by) == (CAP_FEN, "first-limit-cap")


def test_what_can_be_repaid_each_month_sets_the_limit_when_it_is_the_least() -> None:
    # 3,000 − 2,900 = 100 a month; × 10.9075… = 1,090.75, in steps of 50: 1,050.
    decision = limit_at(90_00, monthly_debt_service_fen=2_900_00)

    assert (decision.limit_fen, decision.decided_by) == (1_050_00, "instalment-room")


def test_a_limit_below_fifty_yuan_is_not_opened_and_says_so() -> None:
    decision = limit_at(90_00, monthly_debt_service_fen=2_996_00)

    assert decision.limit_fen == 0
    assert decision.reasons[0].code == "instalment-room-too-small"
    assert decision.advice


def test_a_low_band_is_declined_with_what_made_it_low_and_never_with_the_score_itself() -> None:
    poor = ORDINARY.model_copy(update={"overdue_over_30": 3, "overdue_1_to_30": 6, "history_months": 2})
    low = score(poor).model_copy(update={"hundredths": 40_00})
    decision = decide_limit(low, known=circumstances(poor))

    assert decision.decided_by == "score"
    assert decision.reasons == low.reasons
    assert decision.reasons[0].code == "overdue-over-30"


def test_the_room_is_the_present_value_of_twelve_instalments() -> None:
    monthly = Fraction(15, 1000)
    worth = (1 - (1 + monthly) ** -12) / monthly

    assert instalment_room_fen(1_000_00, daily_rate_ppm=500) == int(1_000_00 * worth) == 10_907_50
    assert instalment_room_fen(0, daily_rate_ppm=500) == 0
    assert instalment_room_fen(-1, daily_rate_ppm=500) == 0


@given(known=ANYONE | SOLVENT)
def test_a_limit_is_nothing_or_whole_steps_of_fifty_up_to_ten_thousand(known: Features) -> None:
    decision = decide_limit(score(known), known=circumstances(known))

    assert decision.limit_fen == 0 or 50_00 <= decision.limit_fen <= CAP_FEN
    assert decision.limit_fen % STEP_FEN == 0
    assert decision.is_opened is (decision.daily_rate_ppm > 0)
    assert 1 <= len(decision.reasons) <= 4


@given(known=SOLVENT)
def test_an_open_limit_is_the_least_of_its_three_bounds(known: Features) -> None:
    decision = decide_limit(score(known), known=circumstances(known))
    assume(decision.is_opened)
    least = min(bound.amount_fen for bound in decision.bounds)

    assert least - STEP_FEN < decision.limit_fen <= least


@given(known=ANYONE | SOLVENT, one=st.integers(0, 100_00), other=st.integers(0, 100_00))
def test_a_better_band_never_gets_less_nor_pays_more(known: Features, one: int, other: int) -> None:
    worse, better = (
        decide_limit(scored(hundredths), known=circumstances(known)) for hundredths in sorted((one, other))
    )

    assert better.limit_fen >= worse.limit_fen
    if worse.is_opened:
        assert better.daily_rate_ppm <= worse.daily_rate_ppm


@given(known=ANYONE | SOLVENT, more=st.integers(0, 10_000_00))
def test_more_debt_never_raises_the_limit(known: Features, more: int) -> None:
    heavier = known.model_copy(update={"monthly_debt_service_fen": known.monthly_debt_service_fen + more})

    assert (
        decide_limit(score(heavier), known=circumstances(heavier)).limit_fen
        <= decide_limit(score(known), known=circumstances(known)).limit_fen
    )


@given(known=ANYONE | SOLVENT, more=st.integers(0, 10_000_00))
def test_more_income_never_lowers_the_limit(known: Features, more: int) -> None:
    richer = known.model_copy(update={"monthly_income_fen": known.monthly_income_fen + more})

    assert (
        decide_limit(score(richer), known=circumstances(richer)).limit_fen
        >= decide_limit(score(known), known=circumstances(known)).limit_fen
    )


def test_the_table_itself_goes_one_way() -> None:
    rows = list(BANDS.values())

    assert rows == sorted(rows, key=lambda row: -row.score_from_hundredths)
    assert [row.multiple_tenths for row in rows] == [15, 10, 6, 3, 1, 0]
    assert [row.daily_rate_ppm for row in rows[:5]] == [200, 300, 400, 450, 500]
