"""Reasons: specific, at most four, the costliest first, each with its wording."""

from hypothesis import given

from tests.risk.figures import ANYONE, ORDINARY
from weilidai_core.risk.features import Features
from weilidai_core.risk.measures import MEASURES
from weilidai_core.risk.reasons import LEAST_HUNDREDTHS, WORDINGS
from weilidai_core.risk.scorecard import score


def test_it_works() -> None:
    # Lost: record length 11 points of history (5.00), income 20 of capacity (3.64), delay 8 (3.64),
    # use of the card 13 of debt (3.55); the rest cost less.
    told = score(ORDINARY).reasons

    assert [reason.code for reason in told] == [
        "history-months",
        "overdue-1-to-30",
        "income",
        "revolving-use",
    ]
    assert told[0].sentence.facts == {"figure": 30}
    assert told[2].sentence.facts == {"figure_fen": 6_000_00}
    assert told[3].sentence.facts == {"figure_ppm": 400_000}


def test_every_measure_has_its_wording() -> None:
    assert {measure.name for measure in MEASURES} == set(WORDINGS)


def test_someone_without_a_record_is_not_told_of_zero_months() -> None:
    newcomer = ORDINARY.model_copy(update={"history_months": 0})
    first = score(newcomer).reasons[0]

    assert first.sentence.text == WORDINGS["history-months"].none


@given(known=ANYONE)
def test_there_are_at_most_four_and_the_costliest_come_first(known: Features) -> None:
    told = score(known).reasons
    lost = [reason.lost_hundredths for reason in told]

    assert len(told) <= 4
    assert lost == sorted(lost, reverse=True)
    assert all(cost >= LEAST_HUNDREDTHS for cost in lost)
    assert len({reason.code for reason in told}) == len(told)


@given(known=ANYONE)
def test_nothing_that_cost_more_is_left_untold(known: Features) -> None:
    scored = score(known)
    told = {reason.code for reason in scored.reasons}
    least_told = min((reason.lost_hundredths for reason in scored.reasons), default=0)
    untold = [line.lost_hundredths for line in scored.lines if line.measure not in told]

    assert max(untold, default=0) <= max(least_told, LEAST_HUNDREDTHS)
