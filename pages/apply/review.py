"""审核: the automatic review while it runs, stage by stage; what each stage weighs and what it found."""

from pages.kit import components as ui
from pages.kit import session
from pages.kit.components.factors import factor_bars
from pages.kit.i18n import _, say
from pages.kit.perform import ready, require
from pages.kit.refusals import show_refusal
from pages.kit.ticking import step_by_step
from weilidai_core.apply.result_views import StageView, review
from weilidai_core.apply.review import RunReviewStage
from weilidai_core.journey import Step
from weilidai_core.risk.bureau import SimulatedBureau
from weilidai_core.risk.scorecard import ILLUSTRATIVE, WEIGHTS_NOTE

# Long enough to be read along, short enough not to keep anyone waiting.
SECONDS_A_STAGE = 0.8


def _step() -> bool:
    stage = review(session.world()).next_stage
    if stage is None:
        return False
    ready(RunReviewStage(stage=stage), then=None)()
    return True


def _moment(stage: StageView) -> ui.Moment:
    influence = say(stage.influence)
    if stage.finding is None:
        return ui.Moment(_(stage.label), detail=influence, state="now" if stage.is_next else "ahead")
    found = "\n".join((say(stage.finding), influence))
    return ui.Moment(_(stage.label), detail=found, state="done" if stage.passed else "failed")


def _draw() -> None:
    view = review(session.world())
    with ui.card("stages"):
        ui.review_stages([_moment(stage) for stage in view.stages], percent=view.percent)
    if view.score:
        factor_bars(view.score)
    show_refusal()


require(Step.REVIEW)
ui.paragraph(_("正在自动审核，通常几秒钟。可以离开，回来时会从停下的地方继续。"))
step_by_step(_draw, step=_step, seconds=SECONDS_A_STAGE, then="result")
with ui.card("notes"):
    for told in (SimulatedBureau.name, WEIGHTS_NOTE, ILLUSTRATIVE):
        ui.paragraph(_(told), small=True)
ui.disclaimer()
