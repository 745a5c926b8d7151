"""综合融资成本明示表: every figure that is confirmed is a figure that was shown."""

from datetime import date

import pytest

from weilidai_core.borrow.cost_table import CostTable, cost_table
from weilidai_core.product import terms_on
from weilidai_core.quote.quote import quote
from weilidai_core.words import RepaymentMethod

DAY = date(2026, 9, 15)


def table(
    amount_fen: int = 12_000_00,
    *,
    ppm: int = 400,
    tenor: int = 12,
    method: RepaymentMethod = RepaymentMethod.EQUAL_PRINCIPAL,
    on: date = DAY,
) -> CostTable:
    """The cost table of a loan."""
    return cost_table(
        quote(amount_fen, daily_rate_ppm=ppm, tenor=tenor, method=method, on=on), terms=terms_on(on)
    )


def test_it_works() -> None:
    found = table()

    assert found.fees_fen == 0
    assert found.penalty_daily_rate_ppm == 600
    assert found.penalty_annual_rate_ppm == 216_000


def test_a_day_late_costs_the_penalty_rate_on_the_first_principal() -> None:
    # 1,000 yuan × 0.06 % = 0.60 yuan.
    assert table().penalty_a_day_fen == 60


def test_where_the_first_instalment_repays_nothing_the_whole_principal_is_meant() -> None:
    # 12,000 yuan × 0.06 % = 7.20 yuan.
    assert table(method=RepaymentMethod.INTEREST_FIRST).penalty_a_day_fen == 7_20


@pytest.mark.parametrize(("ppm", "penalty_ppm"), [(200, 300), (450, 675), (301, 452), (500, 750)])
def test_the_penalty_is_one_and_a_half_times_the_rate(ppm: int, penalty_ppm: int) -> None:
    assert table(ppm=ppm).penalty_daily_rate_ppm == penalty_ppm


def test_the_same_figures_have_the_same_digest() -> None:
    assert table().sha256 == table().sha256
    assert len(table().sha256) == 64


@pytest.mark.parametrize(
    "other",
    [
        {"amount_fen": 12_000_50},
        {"ppm": 401},
        {"tenor": 10},
        {"method": RepaymentMethod.EQUAL_INSTALMENT},
        {"on": date(2026, 9, 16)},
    ],
)
def test_any_other_figure_gives_another_digest(other: dict[str, object]) -> None:
    assert table(**other).sha256 != table().sha256  # type: ignore[arg-type]


def test_the_reading_time_is_the_products() -> None:
    assert table().reading_seconds == terms_on(DAY).reading_seconds > 0
