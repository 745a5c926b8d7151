"""XIRR of dated flows that others published: every case on actual days ÷ 365, hard ones and hopeless ones.

Left out: four cases under another day count (30/360, 30E/360, actual/360, actual/actual), which a plain XIRR
does not answer, and three whose flows the file names but does not hold.
"""

import math
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.worked_examples.golden import needs, published
from weilidai_core.quote.xirr import DAYS_OF_YEAR, XirrAnswer, daily_growth_rates, xirr

PUBLISHED = published("xirr_cases.json")
CASES = {
    name: case
    for name, case in PUBLISHED.items()
    if "flows" in case["inputs"] and case["inputs"]["day_count"] == "act/365F"
}
LEFT_OUT = {
    "mathworks_30/360",
    "mathworks_30E/360",
    "mathworks_act/360",
    "mathworks_act/act ISDA",
    "pyxirr_random",
    "pyxirr_random_1000",
    "pyxirr_single_redemption",
}
# The published figures carry eight to seventeen digits; what is told apart is parts per million.
AS_PRINTED = 5e-9

pytestmark = needs(PUBLISHED)


def flows_of(case: dict[str, Any]) -> list[tuple[date, int]]:
    """The flows in whole numbers: the samples carry more decimals than a fen has, so they are scaled."""
    return [
        (date.fromisoformat(on), int(Fraction(amount) * 10**12)) for on, amount in case["inputs"]["flows"]
    ]


def published_rates(case: dict[str, Any]) -> list[float]:
    """Every rate that balances the flows: those found with sixty digits where the file has them."""
    if "roots_found" in case:
        return [float(rate) for rate in case["roots_found"]]
    return [float(case["expected"]["xirr"])]


def test_only_the_named_cases_are_left_out() -> None:
    assert set(PUBLISHED) - set(CASES) == LEFT_OUT


@pytest.mark.parametrize("name", CASES)
def test_every_published_rate_is_found_and_no_other(name: str) -> None:
    expected = published_rates(CASES[name])

    found = [math.expm1(growth * DAYS_OF_YEAR) for growth in daily_growth_rates(flows_of(CASES[name]))]

    assert found == pytest.approx(expected, rel=AS_PRINTED, abs=AS_PRINTED)


@pytest.mark.parametrize("name", CASES)
def test_the_answer_names_how_many_rates_there_are(name: str) -> None:
    names = {0: XirrAnswer.NO_RATE, 1: XirrAnswer.ONE_RATE}

    answer = xirr(flows_of(CASES[name])).answer

    assert answer is names.get(len(published_rates(CASES[name])), XirrAnswer.SEVERAL_RATES)


@pytest.mark.parametrize("name", ["pyxirr_case_30_20", "pyxirr_case_30_45"])
def test_two_cases_marked_hopeless_have_a_rate(name: str) -> None:
    # The library that they come from compares with a fixed tolerance and gives up; sixty digits find one.
    if name in CASES:
        assert (CASES[name]["verified_by_us"], CASES[name]["expected"]["xirr"]) == (False, None)
        assert len(xirr(flows_of(CASES[name])).rates_ppm) == 1
