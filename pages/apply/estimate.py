"""额度试算: before submission, an estimated range and any plan within it; nothing here is a promise."""

from collections.abc import Mapping

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit.components.trial import sending, trial_cards
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from pages.kit.perform import require
from pages.kit.refusals import show_refusal
from weilidai_core.apply.actions import SubmitApplication
from weilidai_core.apply.counter_offer import Plan
from weilidai_core.borrow.trial import Trial
from weilidai_core.borrow.views import EstimateTrial, estimate_trial
from weilidai_core.journey import Step
from weilidai_core.world.world import World


def _look(world: World, typed: Mapping[str, str]) -> Trial:
    return estimate_trial(world, typed).trial


def _submission(plan: Plan) -> SubmitApplication:
    return SubmitApplication(amount_fen=plan.principal_fen, tenor=plan.tenor, method=plan.method)


def _possible(view: EstimateTrial) -> None:
    ui.amount_hero(
        _("预估额度（元）"),
        amount=_("{low} – {high}").format(low=figures.whole(view.low_fen), high=figures.whole(view.high_fen)),
        rate=_("年化利率（单利）最高 {rate}").format(rate=figures.percent(view.trial.annual_rate_ppm)),
        note=_("审核前的估计，不是承诺；利率审核后只会更低或相同"),
    )
    trial_cards("estimate", _look)
    with ui.card("basis"):
        ui.section(_("这个范围怎么来的"))
        for said in (view.income, view.not_a_promise, view.rate_note, view.ceiling_note):
            ui.paragraph(say(said), small=True)
    show_refusal()
    ui.disclaimer()
    ui.primary(_("提交申请"), on_click=sending("estimate", _look, _submission))


def _not_possible(view: EstimateTrial) -> None:
    ui.empty_state(
        _("现在还估不出额度"),
        text=_("按您填的资料，这次不会有额度，所以不用提交，也不会查询信用报告。"),
        icon="savings",
    )
    for number, said in enumerate((*view.declined, *view.advice)):
        with ui.card(f"why-{number}"):
            ui.paragraph(say(said))
    ui.primary(_("回到钱包"), on_click=go, args=("wallet",))
    ui.disclaimer()


shown = estimate_trial(require(Step.ESTIMATE), {})
if shown.is_possible:
    _possible(shown)
else:
    _not_possible(shown)
