"""A decision laid open: where the limit comes from, the plan on offer, what was asked beside it, and why.

Law: every figure of a decision can be followed to what it was made of; the annual rate comes first.
"""

from collections.abc import Iterable
from functools import partial

from pages.kit import format as figures
from pages.kit.components.cells import Icon, card, cell
from pages.kit.components.figures import Fact, key_values
from pages.kit.components.progress import Moment, timeline
from pages.kit.components.results import Ending, result_hero
from pages.kit.components.sides import SideRow, sides
from pages.kit.components.text import note, paragraph, section
from pages.kit.i18n import N_, _, say
from pages.kit.navigation import go
from weilidai_core.apply.result_views import ResultView
from weilidai_core.quote.quote import Quote
from weilidai_core.sentences import Sentence
from weilidai_core.words import Outcome


def reasons_card(title: str, said: Iterable[Sentence], *, key: str) -> None:
    """A card with a few sentences, each on its own line."""
    with card(key):
        section(title)
        timeline([Moment(say(sentence)) for sentence in said])


_TOLD: dict[Outcome, tuple[Ending, str, str]] = {
    Outcome.GRANTED: ("success", N_("额度已开通"), N_("您要的金额可以借。借不借、借多少，由您决定。")),
    Outcome.COUNTER_OFFERED: (
        "counter",
        N_("可以借，但比您要的少"),
        N_("可以按这个额度借，也可以不借。"),
    ),
    Outcome.DECLINED: (
        "declined",
        N_("这次没有开通额度"),
        N_("我们说明原因，也说明能做什么。钱包的其他功能都不受影响。"),
    ),
}


def decision_hero(view: ResultView) -> None:
    """The decision in one sentence; with a limit, its amount and the annual rate."""
    kind, title, text = _TOLD[view.outcome]
    yearly = _("年化利率（单利）{rate}").format(rate=figures.percent(view.annual_rate_ppm))
    result_hero(
        kind,
        title=_(title),
        text=_(text),
        amount=figures.money(view.limit_fen) if view.offered else "",
        rate=yearly if view.offered else "",
    )


def declined_cards(view: ResultView) -> None:
    """Why not, what would help, from which day one may apply again; nothing to borrow anywhere."""
    reasons_card(_("原因"), view.reasons, key="reasons")
    reasons_card(_("做什么会有帮助"), view.advice, key="advice")
    if view.again_on:
        told = _("{day} 起可以再次申请。情况没有变化时，结果通常也一样，不必急着再试。")
        note("info", told.format(day=figures.day(view.again_on)))
    note("quiet", _("这是模拟演示：没有查询任何真实的征信机构，也不会留下任何信用记录。"))


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
    """The plan asked for, quoted at the rate that was granted; another one is a tap away."""
    with card("offer"):
        section(_("您要的方案"), note=_("按您的利率重新试算"))
        key_values([Fact(label, value) for label, value in _written(made)])
        _another_plan()


def two_plans_card(asked: Quote, offered: Quote) -> None:
    """What was asked for, and what can be borrowed, row by row."""
    with card("sides"):
        section(_("放在一起看"))
        sides(
            _("您要的"),
            _("可以借的"),
            caption=_("您要的方案和可以借的方案"),
            rows=[
                SideRow(label, left, right, differs=left != right)
                for (label, left), (_same, right) in zip(_written(asked), _written(offered), strict=True)
            ],
        )
        paragraph(_("左边是提交时按最高利率的试算，右边按您的利率。"), small=True)
        _another_plan()


def plan_text(made: Quote) -> str:
    """A plan's tenor and method in words."""
    return _("{tenor} 期 · {method}").format(tenor=made.tenor, method=_(made.method.label))


def _another_plan() -> None:
    cell(_("换个金额、期数或方式"), key="another", icon=Icon("tune"), on_click=partial(go, "quote"))


def _written(made: Quote) -> list[tuple[str, str]]:
    """A plan's figures with their names, the annual rate first."""
    cost = made.cost
    return [
        (_("年化利率（单利）"), figures.percent(cost.annual_rate_simple_360_ppm)),
        (_("借款金额"), figures.money(made.principal_fen)),
        (_("分几期"), _("{tenor} 期").format(tenor=made.tenor)),
        (_("还款方式"), _(made.method.label)),
        (_("首期应还"), figures.money(cost.first_payment_fen)),
        (_("利息合计"), figures.money(cost.total_interest_fen)),
        (_("还款总额"), figures.money(cost.total_payable_fen)),
    ]
