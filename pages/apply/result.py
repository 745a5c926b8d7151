"""审核结果: the limit and why, the plan asked for or a counter-offer, or a decline with a way on.

Going on and leaving are two buttons of the same size; a decline offers nothing to borrow.
"""

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit.components.decision import bounds_card, offer_card, reasons_card, two_plans_card
from pages.kit.components.factors import factor_bars
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import page_of, ready, refusal, require
from weilidai_core.apply.counter_offer import Plan
from weilidai_core.apply.result_views import ResultView, result
from weilidai_core.borrow.actions import ChoosePlan
from weilidai_core.journey import Step, next_step
from weilidai_core.risk.scorecard import ILLUSTRATIVE, WEIGHTS_NOTE
from weilidai_core.words import Outcome
from weilidai_core.world.views import read_history


def _declined(view: ResultView) -> None:
    ui.result_hero(
        "declined",
        title=_("这次没有开通额度"),
        text=_("我们说明原因，也说明能做什么。钱包的其他功能都不受影响。"),
    )
    reasons_card(_("原因"), view.reasons, key="reasons")
    reasons_card(_("做什么会有帮助"), view.advice, key="advice")
    if view.again_on:
        ui.note(
            "info",
            _("{day} 起可以再次申请。情况没有变化时，结果通常也一样，不必急着再试。").format(
                day=figures.day(view.again_on)
            ),
        )
    ui.note("quiet", _("这是模拟演示：没有查询任何真实的征信机构，也不会留下任何信用记录。"))


def _granted(view: ResultView) -> None:
    rate = _("年化利率（单利）{rate}").format(rate=figures.percent(view.annual_rate_ppm))
    if view.outcome is Outcome.GRANTED:
        title, text = _("额度已开通"), _("您要的金额可以借。借不借、借多少，由您决定。")
    else:
        title, text = _("可以借，但比您要的少"), _("额度不够您要的金额。可以按额度借，也可以不借。")
    ui.result_hero(
        "success" if view.outcome is Outcome.GRANTED else "counter",
        title=title,
        amount=figures.money(view.limit_fen),
        rate=rate,
        text=text,
    )
    if view.offered and view.asked and view.outcome is Outcome.COUNTER_OFFERED:
        two_plans_card(view.asked, view.offered)
    elif view.offered:
        offer_card(view.offered)
    bounds_card(view)
    reasons_card(_("为什么是这个额度和利率"), view.reasons, key="reasons")


def _buttons(step: Step, plan: Plan) -> None:
    if step is Step.RESULT:
        wish = ChoosePlan(amount_fen=plan.principal_fen, tenor=plan.tenor, method=plan.method)
        ui.primary(_("按这个方案继续"), on_click=ready(wish))
    elif step is not Step.HOME:
        ui.primary(_("继续这笔借款"), on_click=go, args=(page_of(step),))
    with ui.footer():
        ui.secondary(_("暂时不借"), on_click=go, args=("home",))


world = require(Step.RESULT)
shown = result(world)
if refused := refusal():
    ui.refusal_note(refused.text, next_step=refused.next_step)
if shown.plan:
    _granted(shown)
    _buttons(next_step(read_history(world)), shown.plan)
else:
    _declined(shown)
    ui.primary(_("回到钱包"), on_click=go, args=("wallet",))
if shown.score:
    factor_bars(shown.score)
    ui.note("quiet", " ".join((_(WEIGHTS_NOTE), _(ILLUSTRATIVE))))
ui.disclaimer()
