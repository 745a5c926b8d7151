"""XIRR of other people's flows: every rate to the digits that can be trusted, and a plain answer without one.

Actual days ÷ 365 is the product's own XIRR. The other day counts (MathWorks prints one loan under five) are
arguments of this test: it hands the product's search the times, in whole units of the year as they count it.
"""

import math
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest

from tests.parity.day_counts import (
    Period,
    actual_actual_isda,
    actual_over,
    thirty_360_bond,
    thirty_360_european,
)
from tests.parity.published_tables import Case
from tests.worked_examples.golden import needs, published
from weilidai_core.language import render
from weilidai_core.quote.rate_of_return import Flow, growth_rates, merged
from weilidai_core.quote.xirr import DAYS_OF_YEAR, XirrAnswer, daily_growth_rates, xirr

PUBLISHED = published("xirr_cases.json")
HAVING_FLOWS = {name: case for name, case in PUBLISHED.items() if "flows" in case["inputs"]}
OUR_DAYS = {name: case for name, case in HAVING_FLOWS.items() if case["inputs"]["day_count"] == "act/365F"}
# How each counts, and into how many whole units it cuts a year.
DAY_COUNTS = {
    "30/360": (thirty_360_bond, 360),
    "30E/360": (thirty_360_european, 360),
    "act/360": (actual_over(360), 360),
    "act/act ISDA": (actual_actual_isda, 365 * 366),
}
OTHER_DAYS = {name: case for name, case in HAVING_FLOWS.items() if case["inputs"]["day_count"] in DAY_COUNTS}
ALL = 68
_NOT_HELD = "the file names a sample of a thousand flows and does not hold it"
LEFT_OUT = dict.fromkeys(["pyxirr_random", "pyxirr_random_1000", "pyxirr_single_redemption"], _NOT_HELD)
# A float carries 15 to 17 digits: the roots found with sixty are met to 1e-13 of 1 + the rate.
EXACT = 1e-13
# What MathWorks prints after the eleventh decimal is its solver's own noise: see the last test.
TRUSTED_DECIMALS = 11

pytestmark = needs(PUBLISHED)


def flows_of(case: Case) -> list[tuple[date, int]]:
    """The flows in whole numbers: some samples have more decimals than a fen, so all are scaled alike."""
    return [
        (date.fromisoformat(on), int(Fraction(amount) * 10**12)) for on, amount in case["inputs"]["flows"]
    ]


def timed(case: Case) -> tuple[list[Flow], int]:
    """The flows at whole units of time, and the units of a year, under the case's own day count."""
    flows = flows_of(case)
    start = min(on for on, _ in flows)
    year_part, units = DAY_COUNTS.get(case["inputs"]["day_count"], (actual_over(DAYS_OF_YEAR), DAYS_OF_YEAR))
    times = [int(year_part(Period(start, on, 1, "DAYS")) * units) for on, _ in flows]
    return merged([Flow(time, fen) for time, (_, fen) in zip(times, flows, strict=True)]), units


def growths(case: Case) -> list[float]:
    """The growth per unit at every rate that is found: by the product's XIRR where the days are its own."""
    if case["inputs"]["day_count"] in DAY_COUNTS:
        return growth_rates(timed(case)[0], guess=lambda: None)
    return daily_growth_rates(flows_of(case))


def rates(case: Case) -> list[float]:
    """Every rate that is found, with all its digits."""
    return [math.expm1(growth * timed(case)[1]) for growth in growths(case)]


def as_printed(text: str) -> float:
    """Half a unit of the last decimal that was printed and can be trusted."""
    decimals = min(len(text.partition(".")[2]), TRUSTED_DECIMALS)
    return 0.5 / 10**decimals


def balance(case: Case, growth: Decimal) -> Decimal:
    """What the flows come to at a growth per unit, in decimals."""
    return sum(((-growth * time).exp() * fen for time, fen in timed(case)[0]), Decimal(0))


def test_every_published_case_is_tested_or_left_out_with_a_reason() -> None:
    assert len(PUBLISHED) == ALL
    assert {*OUR_DAYS, *OTHER_DAYS, *LEFT_OUT} == set(PUBLISHED)
    assert not LEFT_OUT.keys() & {*OUR_DAYS, *OTHER_DAYS}


@pytest.mark.parametrize("name", [name for name, case in OUR_DAYS.items() if "roots_found" in case])
def test_the_rates_are_those_found_with_sixty_digits_and_no_others(name: str) -> None:
    found, expected = rates(OUR_DAYS[name]), [float(rate) for rate in OUR_DAYS[name]["roots_found"]]

    assert len(found) == len(expected)
    assert all(abs(one - two) <= EXACT * (1 + abs(two)) for one, two in zip(found, expected, strict=True))


@pytest.mark.parametrize("name", [name for name, case in HAVING_FLOWS.items() if "roots_found" not in case])
def test_the_rate_is_the_published_one_to_the_printed_digits(name: str) -> None:
    text = HAVING_FLOWS[name]["expected"]["xirr"]

    (found,) = rates(HAVING_FLOWS[name])

    assert abs(found - float(text)) <= as_printed(text)


@pytest.mark.parametrize("name", HAVING_FLOWS)
def test_sixty_digits_say_that_each_rate_balances_the_flows(name: str) -> None:
    case = HAVING_FLOWS[name]
    longest = timed(case)[0][-1].time
    with localcontext() as context:
        context.prec = 60
        for growth in map(Decimal, growths(case)):
            width = Decimal(EXACT) * max(abs(growth), Decimal(1) / longest)
            assert balance(case, growth - width) * balance(case, growth + width) < 0


@pytest.mark.parametrize("name", OUR_DAYS)
def test_one_several_or_none_is_said_plainly(name: str) -> None:
    case = OUR_DAYS[name]
    answers = {0: XirrAnswer.NO_RATE, 1: XirrAnswer.ONE_RATE}

    answer = xirr(flows_of(case))

    count = len(case.get("roots_found", ["one"]))
    assert (answer.answer, len(answer.rates_ppm)) == (answers.get(count, XirrAnswer.SEVERAL_RATES), count)
    assert all("{" not in render(answer.sentence, language) for language in ("zh", "en"))
    assert count < 2 or str(count) in render(answer.sentence, "en")


def test_two_samples_that_their_library_gives_up_have_a_rate() -> None:
    given_up = {name for name, case in OUR_DAYS.items() if not case["verified_by_us"]}

    assert given_up == {"pyxirr_case_30_20", "pyxirr_case_30_45"}
    assert all(len(xirr(flows_of(OUR_DAYS[name])).rates_ppm) == 1 for name in given_up)


@pytest.mark.parametrize("name", [name for name in HAVING_FLOWS if name.startswith("mathworks")])
def test_where_mathworks_last_digits_and_ours_part_sixty_digits_side_with_ours(name: str) -> None:
    case = HAVING_FLOWS[name]
    (ours,) = map(Decimal, growths(case))
    with localcontext() as context:
        context.prec = 60
        theirs = (1 + Decimal(case["expected"]["xirr"])).ln() / timed(case)[1]
        assert abs(balance(case, ours)) < abs(balance(case, theirs)) / 100
