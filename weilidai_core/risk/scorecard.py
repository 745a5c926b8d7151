"""信用评分: four factors, each out of 100, weighed 50 / 30 / 20 / 10 and normalised from 110.

This is an illustration in the shape the product's source describes; it is not FICO's score nor any
bank's, and the screen says so. The source's weights add up to 110 %, so each is divided by 110
(45.45 / 27.27 / 18.18 / 9.09). The laws kept here: whole-number arithmetic only; the contributions
add up to the score exactly; a worse figure never raises it.
"""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from weilidai_core.basics.money import round_half_up
from weilidai_core.risk.features import Features
from weilidai_core.risk.measures import MEASURES, Factor, Measure, Unit
from weilidai_core.risk.reasons import Reason, Shortfall, reasons
from weilidai_core.sentences import N_

WEIGHTS: Mapping[Factor, int] = {
    Factor.HISTORY: 50,
    Factor.DEBT: 30,
    Factor.CAPACITY: 20,
    Factor.BEHAVIOUR: 10,
}
WEIGHTS_TOTAL = 110

ILLUSTRATIVE = N_("这是演示用的评分，不是 FICO 分，也不是任何银行的评分。")
WEIGHTS_NOTE = N_(
    "原文的四个权重是 50、30、20、10，合计 110，不是 100。这里各除以 110，约为 45.45、27.27、18.18、9.09。"
)


class ScorecardWrong(ValueError):
    """Raised when the declared weights or points do not add up; a mistake in our table, not a refusal."""


class Line(BaseModel):
    """One measure of the breakdown: its figure, its points of the best possible, what it cost.

    `points` and `best` are points of the factor; `lost_hundredths` are hundredths of a point of
    the whole score.
    """

    model_config = ConfigDict(frozen=True)

    measure: str
    factor: Factor
    label: str
    unit: Unit
    figure: int | None
    points: int
    best: int
    lost_hundredths: int


class FactorScore(BaseModel):
    """One factor: its score out of 100, its weight of 110, and its part of the whole score."""

    model_config = ConfigDict(frozen=True)

    factor: Factor
    label: str
    score: int
    weight: int
    weight_ppm: int
    contribution_hundredths: int


class Score(BaseModel):
    """A score from 0 to 100 in hundredths of a point, and everything it was made of."""

    model_config = ConfigDict(frozen=True)

    hundredths: int
    factors: tuple[FactorScore, ...]
    lines: tuple[Line, ...]
    reasons: tuple[Reason, ...]


def score(known: Features) -> Score:
    """The score of these figures: Σ weight × factor score ÷ 110, half up to a hundredth."""
    marked = [(measure, measure.figure(known)) for measure in MEASURES]
    lines = tuple(_line(measure, figure) for measure, figure in marked)
    by_factor = {factor: sum(line.points for line in lines if line.factor is factor) for factor in WEIGHTS}
    weighed = [WEIGHTS[factor] * points * 100 for factor, points in by_factor.items()]
    total = round_half_up(sum(weighed), WEIGHTS_TOTAL)
    contributions = _largest_remainder(total, weighed, WEIGHTS_TOTAL)
    return Score(
        hundredths=total,
        factors=tuple(
            FactorScore(
                factor=factor,
                label=factor.label,
                score=points,
                weight=WEIGHTS[factor],
                weight_ppm=weight_ppm(factor),
                contribution_hundredths=contribution,
            )
            for (factor, points), contribution in zip(by_factor.items(), contributions, strict=True)
        ),
        lines=lines,
        reasons=reasons(
            [
                Shortfall(measure, figure, line.lost_hundredths)
                for (measure, figure), line in zip(marked, lines, strict=True)
            ]
        ),
    )


def weight_ppm(factor: Factor) -> int:
    """The normalised weight of a factor in parts per million: 50 of 110 is 454,545."""
    return round_half_up(WEIGHTS[factor] * 1_000_000, WEIGHTS_TOTAL)


def points_text(hundredths: int) -> str:
    """Hundredths of a point as points with two decimals: 74.55."""
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def check_scorecard(weights: Mapping[Factor, int], measures: Sequence[Measure]) -> None:
    """The weights add up to 110, each factor's best points to 100, and no staircase turns back.

    Raises ScorecardWrong.
    """
    if sum(weights.values()) != WEIGHTS_TOTAL or set(weights) != set(Factor):
        raise ScorecardWrong(f"the weights add up to {sum(weights.values())}, not to {WEIGHTS_TOTAL}")
    for factor in Factor:
        best = sum(measure.best for measure in measures if measure.factor is factor)
        if best != 100:
            raise ScorecardWrong(f"the points of {factor} add up to {best}, not to 100")
    for measure in measures:
        bounds = [bound for bound, _ in measure.steps]
        points = [earned for _, earned in measure.steps]
        in_order = bounds == sorted(set(bounds), reverse=measure.more_is_better)
        if not in_order or points != sorted(points, reverse=True):
            raise ScorecardWrong(f"the steps of {measure.name} are out of order")
        if not 0 <= measure.unknown <= measure.best or min(points) < 0:
            raise ScorecardWrong(f"the points of {measure.name} are out of bounds")


def _line(measure: Measure, figure: int | None) -> Line:
    points = measure.points(figure)
    return Line(
        measure=measure.name,
        factor=measure.factor,
        label=measure.label,
        unit=measure.unit,
        figure=figure,
        points=points,
        best=measure.best,
        lost_hundredths=round_half_up(WEIGHTS[measure.factor] * (measure.best - points) * 100, WEIGHTS_TOTAL),
    )


def _largest_remainder(total: int, numerators: Sequence[int], denominator: int) -> list[int]:
    """Whole parts that add up to `total`, each within one of its exact quotient."""
    parts = [numerator // denominator for numerator in numerators]
    by_remainder = sorted(range(len(parts)), key=lambda place: -(numerators[place] % denominator))
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts


check_scorecard(WEIGHTS, MEASURES)
