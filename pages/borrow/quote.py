"""借款试算: with a limit in hand, any plan within what is available, at the limit's own rate."""

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit.components.trial import sending, trial_cards
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from pages.kit.perform import require
from pages.kit.refusals import show_refusal
from weilidai_core.apply.counter_offer import Plan
from weilidai_core.borrow.actions import ChoosePlan
from weilidai_core.borrow.trial import Trial
from weilidai_core.borrow.views import limit_trial
from weilidai_core.journey import Step


def _choice(plan: Plan) -> ChoosePlan:
    return ChoosePlan(amount_fen=plan.principal_fen, tenor=plan.tenor, method=plan.method)


def _trying(view: Trial) -> None:
    ui.amount_hero(
        _("可用额度（元）"),
        amount=figures.number(view.room.available_fen),
        rate=_("年化利率（单利）{rate}").format(rate=figures.percent(view.annual_rate_ppm)),
        note=_("按天计息，随时可以提前还清"),
    )
    trial_cards("quote", limit_trial)
    show_refusal()
    ui.disclaimer()
    ui.primary(_("下一步：看综合融资成本"), on_click=sending("quote", limit_trial, _choice))


def _used_up(view: Trial) -> None:
    ui.empty_state(
        _("额度暂时用完了"),
        text=say(view.refused.sentence) if view.refused else "",
        icon="hourglass_bottom",
    )
    ui.note("info", _("每还一期，还掉的本金就会回到可用额度里，不用再申请。"))
    ui.primary(_("看账单"), on_click=go, args=("bills",))
    ui.secondary(_("回到借款"), on_click=go, args=("home",), here=False)
    ui.disclaimer()


shown = limit_trial(require(Step.QUOTE), {})
if shown.quote:
    _trying(shown)
else:
    _used_up(shown)
