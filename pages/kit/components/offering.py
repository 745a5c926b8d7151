"""微粒贷's first page: the price before anything else, and the way from here to a decision."""

from pages.kit import format as figures
from pages.kit.components.cells import card
from pages.kit.components.figures import Fact, amount_hero, key_values
from pages.kit.components.progress import Moment, steps_bar, timeline
from pages.kit.components.text import section
from pages.kit.i18n import _, say
from weilidai_core.apply.opening import Offering


def application_steps(at: int) -> None:
    """The four steps up to submission; `at` counts from 0."""
    steps_bar((_("身份"), _("信息"), _("授权"), _("试算")), at=at)


def price(offering: Offering) -> None:
    """The whole range of the annual rate as the page's largest figure; the daily one small beside it."""
    yearly = (figures.percent(offering.annual_least_ppm), figures.percent(offering.annual_most_ppm))
    daily = (figures.percent(offering.daily_least_ppm), figures.percent(offering.daily_most_ppm))
    amount_hero(
        _("年化利率（单利）"),
        amount=_("{least}–{most}").format(least=yearly[0], most=yearly[1]),
        note=_("日利率 {least}–{most}，借几天算几天").format(least=daily[0], most=daily[1]),
    )


def terms(offering: Offering) -> None:
    """Who lends, how much at first, how long, and how it is repaid."""
    comma = _("、")
    with card("terms"):
        key_values(
            (
                Fact(_("贷款人"), say(offering.lender)),
                Fact(_("首次额度"), _("不超过 {most}").format(most=figures.money(offering.first_most_fen))),
                Fact(_("可选期数"), _("{tenors} 期").format(tenors=comma.join(map(str, offering.tenors)))),
                Fact(_("还款方式"), comma.join(_(name) for name in offering.methods)),
                Fact(_("提前还款"), _("次日起随时可还，不收手续费")),
            )
        )


def the_way() -> None:
    """The steps of an application, and when the credit report is read."""
    steps = (
        (_("核对身份"), _("用钱包里已有的实名资料，打码显示")),
        (_("完善信息"), _("已知的替您填好，并注明来源")),
        (_("逐份授权"), _("四份文件，每一份都可以不同意")),
        (_("试算额度"), _("看清每期还多少，再决定要不要提交")),
        (_("审核与结果"), _("提交之后才查询信用报告；借不借，由您决定")),
    )
    with card("steps"):
        section(_("怎么申请"))
        timeline([Moment(title, detail=detail, state="ahead") for title, detail in steps])
