"""Plans of one amount beside each other: what they cost, and how fast each is paid back.

Law: a figure shows the quotes themselves and says in words what it draws.
"""

from collections.abc import Sequence

from pages.kit import charts
from pages.kit import format as figures
from pages.kit.components.cells import card
from pages.kit.components.decision import plan_text
from pages.kit.components.text import paragraph, section
from pages.kit.i18n import _
from weilidai_core.quote.quote import Quote


def interest_figure(plans: Sequence[Quote], *, chosen: Quote) -> None:
    """A card with the total interest of each plan as a bar."""
    drawn = [
        charts.Plan(
            plan_text(made), made.cost.total_interest_fen, made.cost.total_payable_fen, chosen=made == chosen
        )
        for made in plans
    ]
    told = _("；").join(f"{plan.label} {figures.money(plan.interest_fen)}" for plan in drawn)
    with card("figure"):
        section(_("利息合计"), note=_("借 {amount}").format(amount=figures.money(chosen.principal_fen)))
        charts.plan_comparison(drawn, key="plans", summary=told)
        paragraph(_("期数越多，每期还得越少，利息合计越多。还款方式不同，利息也不同。"), small=True)


def balance_figure(plans: Sequence[Quote], *, chosen: Quote) -> None:
    """A card with what is still owed after each instalment, a line for each way to repay."""
    lines = [
        charts.Balance(
            _(made.method.label),
            [made.principal_fen, *(row.outstanding_fen for row in made.rows)],
            chosen=made == chosen,
        )
        for made in plans
    ]
    half = [made.rows[len(made.rows) // 2 - 1] for made in plans]
    told = _("；").join(
        _("{method} 还了 {number} 期，还欠 {amount}").format(
            method=_(made.method.label), number=row.number, amount=figures.money(row.outstanding_fen)
        )
        for made, row in zip(plans, half, strict=True)
    )
    with card("balances"):
        section(_("本金还得多快"), note=_("分 {tenor} 期还").format(tenor=chosen.tenor))
        charts.balance_curve(lines, key="balances", summary=told)
        paragraph(_("线降得越快，欠得越少，利息也越少。"), small=True)
