"""What each factor of the score is made of: one declared table of measures and their points.

Within a factor the best points of its measures add up to 100. A table is a staircase: the first
step that the figure reaches gives the points. The laws kept here (tested): no step breaks the
order, so that a worse figure never earns more; and nothing in the table is about who someone is.
The thresholds are this product's own illustration, no lender's.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from weilidai_core.risk.features import Features
from weilidai_core.sentences import N_


class Factor(StrEnum):
    """The four factors, in the order of their weights."""

    HISTORY = "history"
    DEBT = "debt"
    CAPACITY = "capacity"
    BEHAVIOUR = "behaviour"

    @property
    def label(self) -> str:
        """The catalogue key of the factor's name."""
        return _FACTOR_LABELS[self]


_FACTOR_LABELS = {
    Factor.HISTORY: N_("信用历史"),
    Factor.DEBT: N_("负债"),
    Factor.CAPACITY: N_("还款能力"),
    Factor.BEHAVIOUR: N_("行为特征"),
}


class Unit(StrEnum):
    """What a measure's figure counts; the value is the fact's name in a sentence."""

    COUNT = "figure"
    SHARE = "figure_ppm"
    MONEY = "figure_fen"


class Measure(NamedTuple):
    """One figure and the points it earns.

    `more_is_better`: each step is (at least, points); otherwise (at most, points). A figure that
    reaches no step earns nothing. `unknown` is earned where there is no figure at all.
    """

    name: str
    factor: Factor
    label: str
    unit: Unit
    figure: Callable[[Features], int | None]
    more_is_better: bool
    steps: tuple[tuple[int, int], ...]
    unknown: int = 0

    @property
    def best(self) -> int:
        """The most points this measure can earn."""
        return self.steps[0][1]

    def points(self, figure: int | None) -> int:
        """The points a figure earns, from 0 to `best`."""
        if figure is None:
            return self.unknown
        for bound, points in self.steps:
            if figure >= bound if self.more_is_better else figure <= bound:
                return points
        return 0


def _share_ppm(part: int, whole: int) -> int:
    """A part of a whole in parts per million, rounded up: a burden is never made to look smaller."""
    return -(-part * 1_000_000 // whole)


def _revolving_use_ppm(known: Features) -> int | None:
    if known.revolving_limit_fen:
        return _share_ppm(known.revolving_used_fen, known.revolving_limit_fen)
    # No card at all says nothing; a debt without a limit is beyond any limit.
    return 2_000_000 if known.revolving_used_fen else None


def _percent(*steps: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    return tuple((bound * 10_000, points) for bound, points in steps)


def _yuan(*steps: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    return tuple((bound * 100, points) for bound, points in steps)


MEASURES = (
    Measure(
        "overdue-over-30",
        Factor.HISTORY,
        N_("近 24 个月逾期超过 30 天"),
        Unit.COUNT,
        lambda known: known.overdue_over_30,
        False,
        ((0, 32), (1, 10)),
    ),
    Measure(
        "overdue-1-to-30",
        Factor.HISTORY,
        N_("近 24 个月逾期 1 到 30 天"),
        Unit.COUNT,
        lambda known: known.overdue_1_to_30,
        False,
        ((0, 26), (1, 18), (2, 11), (4, 4)),
    ),
    Measure(
        "history-months",
        Factor.HISTORY,
        N_("信用记录长度（月）"),
        Unit.COUNT,
        lambda known: known.history_months,
        True,
        ((84, 28), (60, 25), (36, 21), (24, 17), (12, 12), (6, 7), (1, 4)),
    ),
    Measure(
        "inquiries",
        Factor.HISTORY,
        N_("近 6 个月审批查询"),
        Unit.COUNT,
        lambda known: known.inquiries_6_months,
        False,
        ((1, 14), (2, 12), (3, 9), (5, 5), (8, 2)),
    ),
    Measure(
        "debt-service",
        Factor.DEBT,
        N_("每月还债占收入"),
        Unit.SHARE,
        lambda known: _share_ppm(known.monthly_debt_service_fen, known.monthly_income_fen),
        False,
        _percent((0, 40), (10, 36), (20, 30), (30, 22), (40, 12), (50, 4)),
    ),
    Measure(
        "revolving-use",
        Factor.DEBT,
        N_("信用卡额度使用"),
        Unit.SHARE,
        _revolving_use_ppm,
        False,
        _percent((10, 35), (30, 30), (50, 22), (70, 12), (90, 5)),
        24,
    ),
    Measure(
        "total-debt",
        Factor.DEBT,
        N_("债务相当于几个月收入"),
        Unit.COUNT,
        lambda known: -(-known.total_debt_fen // known.monthly_income_fen),
        False,
        ((0, 25), (3, 22), (6, 18), (12, 13), (24, 7), (36, 3)),
    ),
    Measure(
        "income",
        Factor.CAPACITY,
        N_("计入的月收入"),
        Unit.MONEY,
        lambda known: known.monthly_income_fen,
        True,
        _yuan((20_000, 50), (12_000, 44), (8_000, 38), (5_000, 30), (3_500, 22), (2_000, 12), (0, 5)),
    ),
    Measure(
        "income-months",
        Factor.CAPACITY,
        N_("有来源证明的收入（月）"),
        Unit.COUNT,
        lambda known: known.income_months,
        True,
        ((36, 25), (24, 20), (12, 15), (6, 10), (1, 6)),
    ),
    Measure(
        "savings",
        Factor.CAPACITY,
        N_("零钱和零钱通"),
        Unit.MONEY,
        lambda known: known.savings_fen,
        True,
        _yuan((60_000, 25), (30_000, 21), (10_000, 16), (3_000, 10), (500, 5)),
    ),
    Measure(
        "wallet-months",
        Factor.BEHAVIOUR,
        N_("钱包开通（月）"),
        Unit.COUNT,
        lambda known: known.wallet_months,
        True,
        ((60, 30), (36, 22), (12, 14), (0, 6)),
    ),
    Measure(
        "utilities",
        Factor.BEHAVIOUR,
        N_("近 12 个月按时缴水电费（月）"),
        Unit.COUNT,
        lambda known: known.utility_months_on_time,
        True,
        ((12, 30), (11, 26), (10, 22), (8, 14), (6, 8)),
    ),
    Measure(
        "savings-months",
        Factor.BEHAVIOUR,
        N_("近 12 个月使用零钱通（月）"),
        Unit.COUNT,
        lambda known: known.savings_months,
        True,
        ((12, 20), (9, 17), (6, 14), (3, 9), (1, 5)),
    ),
    Measure(
        "new-loans",
        Factor.BEHAVIOUR,
        N_("近 6 个月新借款（笔）"),
        Unit.COUNT,
        lambda known: known.loans_6_months,
        False,
        ((0, 20), (1, 17), (2, 12), (3, 7), (5, 3)),
    ),
)
