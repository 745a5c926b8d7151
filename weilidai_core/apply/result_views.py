"""审核与结果: what the review page and the result page show, every figure ready in it.

The law kept here: what is shown was decided by the review and is read from the history, not reckoned
again; only the plan is quoted anew, at the rate that was granted and from today.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from weilidai_core.apply.actions import AGAIN_AFTER_DAYS
from weilidai_core.apply.application import Application, application_of
from weilidai_core.apply.counter_offer import Plan
from weilidai_core.apply.credit_limit import LimitBound, LimitDecision
from weilidai_core.apply.refusals import NoApplication
from weilidai_core.apply.review import STAGE_LABELS
from weilidai_core.basics.rates import annual_rate_simple_ppm
from weilidai_core.events import ApplicationSubmitted
from weilidai_core.quote.quote import Quote, quote
from weilidai_core.risk.measures import Factor
from weilidai_core.risk.scorecard import Line, Score, points_text, weight_ppm
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.words import Outcome, ReviewStage
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class MeasureView:
    """One measure of a factor: its name, its figure in words, its points of the best possible."""

    label: str
    figure: Sentence
    points: int
    best: int


@dataclass(frozen=True)
class FactorView:
    """One factor: its weight (of 110, and in ppm normalised), its score of 100, what it contributed.

    `contribution` and `most` are points of the whole score as text with two decimals; the same two in
    hundredths of a point are for a figure.
    """

    label: str
    weight: int
    weight_ppm: int
    score: int
    contribution: str
    most: str
    contribution_hundredths: int
    most_hundredths: int
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True)
class ScoreView:
    """The score of 100 as text with two decimals, and its four factors."""

    points: str
    factors: tuple[FactorView, ...]


@dataclass(frozen=True)
class StageView:
    """One stage of the review: its name, what it weighs, what it found (None until it ran)."""

    label: str
    influence: Sentence
    finding: Sentence | None
    is_next: bool
    passed: bool


@dataclass(frozen=True)
class ReviewView:
    """The review as it stands; `next_stage` is None when it is over."""

    stages: tuple[StageView, ...]
    percent: int
    next_stage: ReviewStage | None
    score: ScoreView | None


@dataclass(frozen=True)
class ResultView:
    """The decision: the limit and its annual rate, the plan asked for and the one on offer, and why.

    `asked` is quoted at the rate of the trial, `offered` at the rate granted (both from today); `bounds` are
    the amounts the limit is the smallest of. A decline has no limit, bounds or offer, but says from which
    day one may apply again.
    """

    outcome: Outcome
    limit_fen: int
    annual_rate_ppm: int
    daily_rate_ppm: int
    reasons: tuple[Sentence, ...]
    advice: tuple[Sentence, ...]
    bounds: tuple[LimitBound, ...]
    decided_by: str
    score: ScoreView | None
    asked: Quote | None
    offered: Quote | None
    again_on: date | None

    @property
    def plan(self) -> Plan | None:
        """The plan on offer, or None when declined."""
        made = self.offered
        return Plan(principal_fen=made.principal_fen, tenor=made.tenor, method=made.method) if made else None


def review(world: World) -> ReviewView:
    """The review of the latest application. Raises `NoApplication` where none was begun."""
    application = _latest(world)
    found = {stage.stage: stage for stage in application.stages}
    stages = tuple(
        StageView(
            label=STAGE_LABELS[stage],
            influence=_influence(stage),
            finding=found[stage].finding if stage in found else None,
            is_next=stage is application.next_stage,
            passed=stage not in found or found[stage].passed,
        )
        for stage in ReviewStage
    )
    return ReviewView(
        stages=stages,
        percent=100 * len(found) // len(stages),
        next_stage=application.next_stage,
        score=_score(application),
    )


def result(world: World) -> ResultView:
    """The decision about the latest application. Raises `NoApplication` where there is none yet."""
    application, on = _latest(world), day_of(read_history(world))
    decided, granted, asked = application.decided, application.limit, application.submitted
    if decided is None:
        raise NoApplication
    declined = decided.outcome is Outcome.DECLINED
    decision = LimitDecision.model_validate(granted.decision) if granted else None
    rate_ppm = granted.daily_rate_ppm if granted else 0
    return ResultView(
        outcome=decided.outcome,
        limit_fen=granted.limit_fen if granted else 0,
        annual_rate_ppm=annual_rate_simple_ppm(rate_ppm),
        daily_rate_ppm=rate_ppm,
        reasons=decided.reasons,
        advice=tuple({said.model_dump_json(): said for said in decided.advice}.values()),
        bounds=decision.bounds if decision else (),
        decided_by=decision.decided_by if decision else "",
        score=_score(application),
        asked=_quoted(asked, asked.amount_fen, asked.daily_rate_ppm, on) if asked else None,
        offered=_quoted(asked, decided.offered_fen, rate_ppm, on) if asked and granted else None,
        again_on=_again_on(application) if declined else None,
    )


def _latest(world: World) -> Application:
    application = application_of(read_history(world))
    if application is None:
        raise NoApplication
    return application


def _again_on(application: Application) -> date | None:
    decided_on = application.decided_on
    return decided_on + timedelta(days=AGAIN_AFTER_DAYS) if decided_on else None


def _quoted(asked: ApplicationSubmitted, amount_fen: int, rate_ppm: int, on: date) -> Quote:
    return quote(amount_fen, daily_rate_ppm=rate_ppm, tenor=asked.tenor, method=asked.method, on=on)


def _influence(stage: ReviewStage) -> Sentence:
    """What a stage weighs in the decision; the weights are the normalised ones."""
    match stage:
        case ReviewStage.IDENTITY | ReviewStage.DEVICE:
            return sentence(N_("必须通过，不计分"))
        case ReviewStage.CREDIT_REPORT:
            return sentence(
                N_("用于信用历史（权重 {history_ppm}）和负债（权重 {debt_ppm}）"),
                history_ppm=weight_ppm(Factor.HISTORY),
                debt_ppm=weight_ppm(Factor.DEBT),
            )
        case ReviewStage.CAPACITY:
            return sentence(
                N_("用于还款能力（权重 {capacity_ppm}）和额度"), capacity_ppm=weight_ppm(Factor.CAPACITY)
            )
        case ReviewStage.SCORE:
            return sentence(
                N_("四项加权相加，含行为特征（权重 {behaviour_ppm}）"),
                behaviour_ppm=weight_ppm(Factor.BEHAVIOUR),
            )
        case ReviewStage.LIMIT:
            return sentence(N_("评分定利率；收入倍数、还款余力、首次上限里最小的是额度"))


def _score(application: Application) -> ScoreView | None:
    if application.score is None:
        return None
    card = Score.model_validate(application.score.card)
    return ScoreView(
        points=points_text(card.hundredths),
        factors=tuple(
            FactorView(
                label=factor.label,
                weight=factor.weight,
                weight_ppm=factor.weight_ppm,
                score=factor.score,
                contribution=points_text(factor.contribution_hundredths),
                most=points_text(_most(factor.weight_ppm)),
                contribution_hundredths=factor.contribution_hundredths,
                most_hundredths=_most(factor.weight_ppm),
                measures=tuple(_measure(line) for line in card.lines if line.factor is factor.factor),
            )
            for factor in card.factors
        ),
    )


def _most(weight_ppm: int) -> int:
    # A weight in ppm is the same number of hundredths of a point, two digits further.
    return (weight_ppm + 50) // 100


def _measure(line: Line) -> MeasureView:
    return MeasureView(label=line.label, figure=_figure(line), points=line.points, best=line.best)


def _figure(line: Line) -> Sentence:
    if line.figure is None:
        return sentence(N_("没有记录"))
    # Nothing but the figure, written by its unit: there is no wording to translate.
    return Sentence(text=f"{{{line.unit.value}}}", facts={line.unit.value: line.figure})
