"""自动审核: one stage at a time, each an act of its own, so that progress is real.

A page that is closed half-way, a second tab or a restart finds the review where it stands. The
credit report is read through a named port; here it is a simulator, and the screen says so.
"""

from weilidai_core.apply.actions import information_of
from weilidai_core.apply.application import Application, application_of
from weilidai_core.apply.assessment import Assessment, assess
from weilidai_core.apply.counter_offer import Plan, offer
from weilidai_core.apply.identity import check_identity
from weilidai_core.apply.refusals import ReviewStageOutOfTurn
from weilidai_core.basics.rates import annual_rate_simple_ppm
from weilidai_core.events import (
    ApplicationDecided,
    LimitGranted,
    ReviewStageCompleted,
    ScoreGiven,
)
from weilidai_core.risk.bureau import SimulatedBureau
from weilidai_core.risk.scorecard import points_text
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.words import Outcome, ReviewStage
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request
from weilidai_core.world.views import profile_of

STAGE_LABELS = {
    ReviewStage.IDENTITY: N_("核对身份"),
    ReviewStage.DEVICE: N_("检查设备环境"),
    ReviewStage.CREDIT_REPORT: N_("查询信用报告（模拟）"),
    ReviewStage.CAPACITY: N_("评估还款能力"),
    ReviewStage.SCORE: N_("计算综合评分"),
    ReviewStage.LIMIT: N_("确定额度与利率"),
}


class RunReviewStage(Request):
    """Run the next stage of the automatic review."""

    stage: ReviewStage


def run_review_stage(doing: Doing, request: RunReviewStage) -> None:
    """Run one stage; the last one decides. Raises `ReviewStageOutOfTurn`."""
    application = application_of(doing.history)
    if application is None or application.next_stage is not request.stage:
        raise ReviewStageOutOfTurn
    found = _assessed(doing, application)
    doing.record(
        ReviewStageCompleted(
            application=application.number,
            stage=request.stage,
            passed=request.stage is not ReviewStage.LIMIT or found.limit.limit_fen > 0,
            finding=_finding(doing, request.stage, found),
        )
    )
    if request.stage is ReviewStage.SCORE:
        doing.record(
            ScoreGiven(
                application=application.number,
                score_hundredths=found.score.hundredths,
                contributions_hundredths={
                    factor.factor.value: factor.contribution_hundredths for factor in found.score.factors
                },
                card=found.score.model_dump(mode="json"),
            )
        )
    if request.stage is ReviewStage.LIMIT:
        _decide(doing, application, found)


def _decide(doing: Doing, application: Application, found: Assessment) -> None:
    asked = application.submitted
    if asked is None:
        raise ReviewStageOutOfTurn
    limit = found.limit
    made = offer(
        Plan(principal_fen=asked.amount_fen, tenor=asked.tenor, method=asked.method),
        limit_fen=limit.limit_fen,
    )
    if made.outcome is not Outcome.DECLINED:
        doing.record(
            LimitGranted(
                application=application.number,
                limit_fen=limit.limit_fen,
                daily_rate_ppm=limit.daily_rate_ppm,
                band=limit.band.value,
                reasons=tuple(reason.sentence for reason in limit.reasons),
                decision=limit.model_dump(mode="json"),
            )
        )
    doing.record(
        ApplicationDecided(
            application=application.number,
            outcome=made.outcome,
            offered_fen=made.offered.principal_fen if made.offered else 0,
            reasons=tuple(reason.sentence for reason in limit.reasons),
            advice=tuple(reason.helps for reason in limit.reasons if reason.helps),
        )
    )


def _assessed(doing: Doing, application: Application) -> Assessment:
    profile = profile_of(doing.history)
    return assess(
        profile,
        information=information_of(application),
        report=SimulatedBureau().report(profile),
        on=doing.on,
    )


def _finding(doing: Doing, stage: ReviewStage, found: Assessment) -> Sentence:
    """What a stage found, in one sentence with its figures."""
    profile = profile_of(doing.history)
    match stage:
        case ReviewStage.IDENTITY:
            masked = check_identity(profile.person, on=doing.on)
            return sentence(N_("{name}，{age} 岁，证件与钱包一致"), name=masked.name, age=masked.age)
        case ReviewStage.DEVICE:
            device = profile.device
            return sentence(N_("{system} {version}，环境正常"), system=device.system, version=device.version)
        case ReviewStage.CREDIT_REPORT:
            report = SimulatedBureau().report(profile)
            return sentence(
                N_("{accounts} 个账户，近 24 个月逾期 {overdue} 次，每月要还 {service_fen}"),
                accounts=report.accounts,
                overdue=report.overdue_1_to_30 + report.overdue_31_to_90 + report.overdue_over_90,
                service_fen=report.monthly_debt_service_fen,
            )
        case ReviewStage.CAPACITY:
            return found.income.sentence
        case ReviewStage.SCORE:
            return sentence(
                N_("综合评分 {points} 分（满分 100）"), points=points_text(found.score.hundredths)
            )
        case ReviewStage.LIMIT:
            if found.limit.limit_fen == 0:
                return sentence(N_("这次没有开通额度"))
            return sentence(
                N_("额度 {limit_fen}，年化利率（单利）{annual_ppm}"),
                limit_fen=found.limit.limit_fen,
                annual_ppm=annual_rate_simple_ppm(found.limit.daily_rate_ppm),
            )
