"""方案对比: one amount under several plans, side by side; choosing one takes it back to the trial."""

from collections.abc import Sequence
from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.comparing import balance_figure, interest_figure
from pages.kit.components.decision import plan_text
from pages.kit.draft import draft, keep
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from pages.kit.perform import require
from weilidai_core.borrow.views import Comparison, comparison
from weilidai_core.journey import Step
from weilidai_core.quote.quote import Quote
from weilidai_core.world.world import World


def _view(world: World) -> Comparison:
    first = comparison(world, {})
    return comparison(world, draft(world, first.form, first.trial.typed))


def _choose(form: str, made: Quote) -> None:
    keep(session.world(), form, tenor=str(made.tenor), method=made.method.value)
    go(form)


def _plans(title: str, plans: Sequence[Quote], view: Comparison) -> None:
    ui.section(title)
    with ui.group(f"plans-{len(plans)}"):
        for made in plans:
            marks = (
                _("当前") if made == view.trial.quote else "",
                _("利息最少") if made == view.cheapest else "",
            )
            ui.cell(
                " · ".join(filter(None, (plan_text(made), *marks))),
                key=f"{made.method.value}_{made.tenor}".replace("-", "_"),
                value=_("利息 {interest}").format(interest=figures.money(made.cost.total_interest_fen)),
                hint=_("首期 {first} · 末期 {last} · 共还 {payable}").format(
                    first=figures.money(made.cost.first_payment_fen),
                    last=figures.money(made.cost.last_payment_fen),
                    payable=figures.money(made.cost.total_payable_fen),
                ),
                on_click=partial(_choose, view.form, made),
            )


shown = _view(require(Step.COMPARE))
if shown.trial.quote:
    rate = _("年化利率（单利）{rate}，点一个方案就用它试算。")
    ui.paragraph(rate.format(rate=figures.percent(shown.trial.annual_rate_ppm)))
    interest_figure(shown.plans, chosen=shown.trial.quote)
    _plans(_("同样期数，换还款方式"), shown.by_method, shown)
    balance_figure(shown.by_method, chosen=shown.trial.quote)
    _plans(_("同样方式，换期数"), shown.by_tenor, shown)
else:
    told = say(shown.trial.refused.sentence) if shown.trial.refused else ""
    ui.empty_state(_("还没有可以对比的方案"), text=told, icon="compare_arrows")
ui.disclaimer()
ui.primary(_("回到试算"), on_click=go, args=(shown.form,))
