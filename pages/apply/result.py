"""审核结果: the limit and why, the plan asked for or a counter-offer, or a decline with a way on.

Going on and leaving are two buttons of the same size; a decline offers nothing to borrow.
"""

from functools import partial

from pages.kit import components as ui
from pages.kit.asked import ask, asked
from pages.kit.components.decision import (
    bounds_card,
    decision_hero,
    declined_cards,
    offer_card,
    reasons_card,
    two_plans_card,
)
from pages.kit.components.factors import factor_bars, factor_figure
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import page_of, ready, require
from pages.kit.refusals import show_refusal
from weilidai_core.apply.counter_offer import Plan
from weilidai_core.apply.result_views import ResultView, result
from weilidai_core.borrow.actions import ChoosePlan
from weilidai_core.journey import Step, next_step
from weilidai_core.quote.quote import Quote
from weilidai_core.risk.scorecard import ILLUSTRATIVE, WEIGHTS_NOTE
from weilidai_core.words import Outcome
from weilidai_core.world.views import read_history


def _granted(view: ResultView, plan: Quote) -> None:
    if view.asked and view.outcome is Outcome.COUNTER_OFFERED:
        two_plans_card(view.asked, plan)
    else:
        offer_card(plan)
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
show_refusal()
decision_hero(shown)
if shown.offered and shown.plan:
    _granted(shown, shown.offered)
    _buttons(next_step(read_history(world)), shown.plan)
else:
    declined_cards(shown)
    ui.primary(_("回到钱包"), on_click=go, args=("wallet",))
    ui.secondary(_("问问客服"), on_click=go, args=("chat",), here=False)
if shown.score:
    factor_bars(shown.score, on_picture=partial(ask, "score"))
    ui.note("quiet", " ".join((_(WEIGHTS_NOTE), _(ILLUSTRATIVE))))
ui.disclaimer()
if shown.score and asked() == "score":
    ui.sheet(_("综合评分"), factor_figure, args=(shown.score,))
