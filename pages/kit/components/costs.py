"""The 综合融资成本明示表 as it is shown, to the last line.

Laws: the annual rates stand first, each by its name and all in one size; the contingent costs stand apart;
the daily rate is never more than a row.
"""

from contextlib import AbstractContextManager
from typing import Any

import streamlit as st

from pages.kit import format as figures
from pages.kit.components.figures import Fact, key_values
from pages.kit.components.text import note, paragraph
from pages.kit.i18n import _, say
from weilidai_core.borrow.cost_table import CostTable
from weilidai_core.borrow.signing_views import CostView


def cost_table(view: CostView) -> None:
    """The whole table: annual rates, what is paid on time, what only lateness or misuse would cost."""
    paragraph(_("贷款人及全部费用的收取方：{lender}").format(lender=say(view.lender)), small=True)
    key_values(
        [
            Fact(_(one.name), figures.percent(one.rate_ppm), say(one.reckoning), strong=True)
            for one in view.annual_rates
        ],
        title=_("年化综合融资成本"),
    )
    key_values(_on_time(view), title=_("按时还款，一共要付"))
    key_values(_contingent(view), title=_("只有违约才会发生"))
    note("quiet", _("除上面列出的以外，不收取任何其他费用。"))


def plan_facts(table: CostTable) -> tuple[Fact, ...]:
    """The loan in a few rows: amount, annual rate, tenor and method, the total, the first payment."""
    quoted = table.quote
    first = quoted.rows[0]
    return (
        Fact(_("借款金额"), figures.money(quoted.principal_fen), strong=True),
        Fact(_("年化利率（单利）"), figures.percent(quoted.cost.annual_rate_simple_360_ppm)),
        Fact(_("期数与还款方式"), plan_phrase(quoted.tenor, quoted.method.label)),
        Fact(_("本息合计"), figures.money(quoted.cost.total_payable_fen)),
        Fact(_("首期应还"), figures.money(first.total_fen)),
        Fact(_("首期应还日"), figures.day(first.due_on)),
    )


def plan_phrase(tenor: int, method: str) -> str:
    """12 期 · 等额本息"""
    return _("{tenor} 期 · {method}").format(tenor=tenor, method=_(method))


def sheet_foot() -> AbstractContextManager[Any]:
    """The foot of a sheet, which stays in sight while what is above it scrolls."""
    return st.container(key="sheetfoot", gap=None)


def _on_time(view: CostView) -> tuple[Fact, ...]:
    table, costs = view.table, view.table.quote.cost
    return (
        Fact(_("借款本金"), figures.money(table.quote.principal_fen)),
        Fact(_("利息合计"), figures.money(costs.total_interest_fen), say(view.interest_reckoning)),
        Fact(_("手续费、服务费、担保费等"), figures.money(table.fees_fen)),
        Fact(_("本息合计"), figures.money(costs.total_payable_fen), strong=True),
        Fact(_("每期最多还"), figures.money(costs.largest_payment_fen)),
        Fact(_("日利率"), figures.percent(table.quote.daily_rate_ppm)),
    )


def _contingent(view: CostView) -> tuple[Fact, ...]:
    table = view.table
    return (
        Fact(_("逾期罚息（年化，单利 × 360）"), figures.percent(table.penalty_annual_rate_ppm)),
        Fact(_("逾期罚息（每天）"), figures.percent(table.penalty_daily_rate_ppm)),
        Fact(_("首期晚还一天"), figures.money(table.penalty_a_day_fen), say(view.penalty_reckoning)),
        Fact(_("挪作他用"), _("可被要求提前还清")),
    )
