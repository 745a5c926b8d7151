"""The score: what it is made of, that it adds up, and that a worse figure never raises it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.risk.figures import ANYONE, MORE_IS_BETTER, MORE_IS_WORSE, ORDINARY
from weilidai_core.risk.features import Features
from weilidai_core.risk.measures import MEASURES, Factor
from weilidai_core.risk.scorecard import (
    WEIGHTS,
    ScorecardWrong,
    check_scorecard,
    points_text,
    score,
    weight_ppm,
)


def test_it_works() -> None:
    # Reckoned by hand: history 32 + 18 + 17 + 9 = 76; debt 30 + 22 + 18 = 70 (15 % of income, 40 % of the
    # card, 3.4 months rounded up to 4); capacity 30 + 15 + 10 = 55; behaviour 22 + 22 + 14 + 12 = 70.
    # (50×76 + 30×70 + 20×55 + 10×70) / 110 = 7,700 / 110 = 70.00
    scored = score(ORDINARY)

    assert [factor.score for factor in scored.factors] == [76, 70, 55, 70]
    assert scored.hundredths == 70_00
    # Exact parts are 3454.54…, 1909.09…, 1000 and 636.36…; the largest remainder takes the missing hundredth.
    assert [factor.contribution_hundredths for factor in scored.factors] == [3455, 1909, 1000, 636]


def test_the_weights_are_those_of_the_source_and_normalised_from_110() -> None:
    assert list(WEIGHTS.values()) == [50, 30, 20, 10]
    assert [weight_ppm(factor) for factor in Factor] == [454_545, 272_727, 181_818, 90_909]


def test_the_best_figures_score_one_hundred() -> None:
    best = Features(
        overdue_over_30=0,
        overdue_1_to_30=0,
        history_months=120,
        inquiries_6_months=0,
        monthly_income_fen=30_000_00,
        monthly_debt_service_fen=0,
        revolving_limit_fen=10_000_00,
        revolving_used_fen=0,
        total_debt_fen=0,
        income_months=60,
        savings_fen=100_000_00,
        wallet_months=120,
        utility_months_on_time=12,
        savings_months=12,
        loans_6_months=0,
    )

    assert score(best).hundredths == 100_00
    assert score(best).reasons == ()


@pytest.mark.parametrize("weight", [9, 11])
def test_weights_that_do_not_add_up_to_110_fail_loudly(weight: int) -> None:
    with pytest.raises(ScorecardWrong, match="not to 110"):
        check_scorecard({**WEIGHTS, Factor.BEHAVIOUR: weight}, MEASURES)


def test_points_that_do_not_add_up_to_100_fail_loudly() -> None:
    with pytest.raises(ScorecardWrong, match="not to 100"):
        check_scorecard(WEIGHTS, MEASURES[1:])


def test_a_staircase_that_turns_back_fails_loudly() -> None:
    first, *others = MEASURES
    turned = first._replace(steps=((0, 32), (1, 10), (2, 20)))

    with pytest.raises(ScorecardWrong, match="out of order"):
        check_scorecard(WEIGHTS, (turned, *others))


def test_no_card_is_neither_the_best_nor_the_worst() -> None:
    without = ORDINARY.model_copy(update={"revolving_limit_fen": 0, "revolving_used_fen": 0})
    line = next(line for line in score(without).lines if line.measure == "revolving-use")

    assert line.figure is None
    assert 0 < line.points < line.best


def test_a_burden_is_rounded_up() -> None:
    # 10 % of 6,000 is 600; one fen more is the next step, never the same.
    at_the_step = ORDINARY.model_copy(update={"monthly_debt_service_fen": 600_00})
    above_it = ORDINARY.model_copy(update={"monthly_debt_service_fen": 600_01})

    assert score(above_it).hundredths < score(at_the_step).hundredths


def test_points_are_shown_with_two_decimals() -> None:
    assert points_text(70_05) == "70.05"


@given(known=ANYONE)
def test_the_contributions_add_up_to_the_score_exactly(known: Features) -> None:
    scored = score(known)

    assert sum(factor.contribution_hundredths for factor in scored.factors) == scored.hundredths
    assert 0 <= scored.hundredths <= 100_00
    for factor in scored.factors:
        assert abs(factor.contribution_hundredths * 110 - factor.weight * factor.score * 100) < 110


@given(known=ANYONE)
def test_each_factor_is_the_sum_of_its_lines(known: Features) -> None:
    scored = score(known)

    for factor in scored.factors:
        lines = [line for line in scored.lines if line.factor is factor.factor]
        assert sum(line.points for line in lines) == factor.score
        assert sum(line.best for line in lines) == 100


@given(known=ANYONE, name=st.sampled_from(MORE_IS_WORSE), more=st.integers(1, 50_000_00))
def test_a_worse_figure_never_raises_the_score(known: Features, name: str, more: int) -> None:
    worse = known.model_copy(update={name: getattr(known, name) + more})

    assert score(worse).hundredths <= score(known).hundredths


@given(known=ANYONE, name=st.sampled_from(MORE_IS_BETTER), more=st.integers(1, 50_000_00))
def test_a_better_figure_never_lowers_the_score(known: Features, name: str, more: int) -> None:
    better = known.model_copy(update={name: getattr(known, name) + more})

    assert score(better).hundredths >= score(known).hundredths


@given(known=ANYONE)
def test_the_same_figures_always_give_the_same_score(known: Features) -> None:
    assert score(known) == score(known.model_copy())


def test_every_figure_is_known_to_be_good_or_bad() -> None:
    # The card's limit has no direction of its own: it only matters together with what is used of it.
    assert {*MORE_IS_WORSE, *MORE_IS_BETTER, "revolving_limit_fen"} == set(Features.model_fields)
