"""放款: the receipt of a payout: how much, where to, since when interest runs, what is due first."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.bills import account_name
from pages.kit.components.papers import signed_paper
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from pages.kit.perform import require
from weilidai_core.borrow.signing_views import paid
from weilidai_core.journey import Step
from weilidai_core.papers.views import PaperLine

world = require(Step.PAID)
view = paid(world, number=session.address("note"))
note = view.note
account = account_name(view.bank, note.card)

ui.result_hero("success", title=_("放款成功（模拟）"), text=_("钱只在演示里到账，没有真实资金。"))
with ui.card("receipt"):
    ui.receipt(
        _("放款金额"),
        amount=figures.money(note.principal_fen),
        facts=(
            ui.Fact(_("年化利率（单利）"), figures.percent(view.annual_rate_ppm)),
            ui.Fact(_("收款账户"), account),
            ui.Fact(_("起息日"), figures.day(note.interest_from), _("放款当天开始计息，还款当天不计息。")),
            ui.Fact(_("首期应还日"), figures.day(view.first_due_on)),
            ui.Fact(
                _("首期应还"),
                figures.money(view.first_total_fen),
                _("本金 {principal} + 利息 {interest}。利息：{reckoning}").format(
                    principal=figures.money(view.first_principal_fen),
                    interest=figures.money(view.first_interest_fen),
                    reckoning=say(view.first_reckoning),
                ),
                strong=True,
            ),
            ui.Fact(_("借据编号"), note.number),
            ui.Fact(_("合同编号"), note.contract),
        ),
    )
with ui.card("moments"):
    ui.section(_("经过"))
    ui.timeline(
        (
            ui.Moment(
                _("合同已签署"),
                figures.day(view.signed_on),
                (_("用通行密钥签署 {contract}") if view.by_passkey else _("用 PIN 签署 {contract}")).format(
                    contract=note.contract
                ),
            ),
            ui.Moment(
                _("已放款"), figures.day(note.interest_from), _("借据 {note} 生效").format(note=note.number)
            ),
            ui.Moment(_("已到账（模拟）"), figures.day(note.interest_from), account),
        )
    )
signed_paper(world, PaperLine(True, note.contract, note.number))
ui.note("info", _("不想借了可以明天提前结清，只付一天利息，不收违约金。"))
ui.disclaimer()
ui.primary(_("查看账单"), on_click=partial(go, "bills"), key="to_bills")
ui.secondary(_("完成"), on_click=partial(go, "home"), key="done", here=False)
