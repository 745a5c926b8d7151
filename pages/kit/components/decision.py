"""A decision laid open: where the limit comes from, the plan on offer, what was asked beside it, and why.

Law: every figure of a decision can be followed to what it was made of; the annual rate comes first.
"""

from collections.abc import Iterable

from pages.kit import format as figures
from pages.kit.components.cells import card
from pages.kit.components.figures import Fact, key_values
from pages.kit.components.progress import Moment, timeline
from pages.kit.components.sides import SideRow, sides
from pages.kit.components.text import paragraph, section
from pages.kit.i18n import _, say
from weilidai_core.apply.result_views import ResultView
from weilidai_core.quote.quote import Quote
from weilidai_core.sentences import Sentence


def reasons_card(title: str, said: Iterable[Sentence], *, key: str) -> None:
    """A card with a few sentences, each on its own line."""
    with card(key):
        section(title)
        timeline([Moment(say(sentence)) for sentence in said])


def bounds_card(view: ResultView) -> None:
    """The amounts the limit is the smallest of; the one that decided is marked."""
    with card("bounds"):
        section(_("额度怎么来的"))
        key_values(
            [
                Fact(
                    _(bound.label),
                    figures.money(bound.amount_fen),
                    why=say(bound.reckoning),
                    strong=bound.code == view.decided_by,
                )
                for bound in view.bounds
            ]
        )
        paragraph(_("三个数里最小的那个，按 50 元取整，就是您的额度。"), small=True)


def offer_card(made: Quote) -> None:
    """The plan asked for, quoted at the rate that was granted."""
    with card("offer"):
        section(_("您要的方案"), note=_("按您的利率重新试算"))
        key_values(
            [
                Fact(_("年化利率（单利）"), figures.percent(made.cost.annual_rate_simple_360_ppm), strong=True),
                Fact(_("借款金额"), figures.money(made.principal_fen)),
                Fact(_("期数和方式"), plan_text(made)),
                Fact(_("首期应还"), figures.money(made.cost.first_payment_fen)),
                Fact(_("利息合计"), figures.money(made.cost.total_interest_fen)),
                Fact(_("还款总额"), figures.money(made.cost.total_payable_fen)),
            ]
        )


def two_plans_card(asked: Quote, offered: Quote) -> None:
    """What was asked for, and what can be borrowed, row by row."""
    with card("sides"):
        section(_("放在一起看"))
        sides(
            _("您要的"),
            _("可以借的"),
            caption=_("您要的方案和可以借的方案"),
            rows=[
                _row(_("年化利率（单利）"), *(figures.percent(_annual(made)) for made in (asked, offered))),
                _row(_("借款金额"), *(figures.money(made.principal_fen) for made in (asked, offered))),
                _row(_("期数"), *(_("{tenor} 期").format(tenor=made.tenor) for made in (asked, offered))),
                _row(_("还款方式"), *(_(made.method.label) for made in (asked, offered))),
                _row(_("首期应还"), *(figures.money(made.cost.first_payment_fen) for made in (asked, offered))),
                _row(_("利息合计"), *(figures.money(made.cost.total_interest_fen) for made in (asked, offered))),
                _row(_("还款总额"), *(figures.money(made.cost.total_payable_fen) for made in (asked, offered))),
            ],
        )
        paragraph(_("左边是提交时按最高利率的试算，右边按您的利率。"), small=True)


def plan_text(made: Quote) -> str:
    """A plan's tenor and method in words."""
    return _("{tenor} 期 · {method}").format(tenor=made.tenor, method=_(made.method.label))


def _annual(made: Quote) -> int:
    return made.cost.annual_rate_simple_360_ppm


def _row(label: str, left: str, right: str) -> SideRow:
    return SideRow(label, left, right, differs=left != right)
