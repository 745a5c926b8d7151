"""钱包: the person's own balances, the bound card, the way into 微粒贷. What leads nowhere is left out."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.asked import ask, asked
from pages.kit.components.bills import all_bills_cell
from pages.kit.components.notices import messages_cell
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from weilidai_core.notices.views import unread
from weilidai_core.wallet import Movement, Wallet, wallet


def _card(view: Wallet) -> None:
    ui.key_values(
        (
            ui.Fact(_("发卡行"), say(view.bank)),
            ui.Fact(_("卡号"), view.card),
            ui.Fact(_("用途"), _("收款和还款")),
            ui.Fact(_("绑定的卡"), _("{count} 张").format(count=view.card_count)),
        )
    )
    ui.section(_("本演示里的收支"))
    if view.movements:
        ui.key_values([_movement(one) for one in view.movements])
    else:
        ui.paragraph(_("还没有。放款会到这张卡，还款也从这张卡出。"))


def _movement(one: Movement) -> ui.Fact:
    sign = "+" if one.is_in else "−"
    label = _("{day} {title}").format(day=figures.short_day(one.on), title=_(one.title))
    return ui.Fact(label, sign + figures.money(one.amount_fen))


world = session.world()
view = wallet(world)
ui.balance_card(
    (
        ui.Fact(_("零钱（元）"), figures.number(view.change_fen)),
        ui.Fact(_("零钱通（元）"), figures.number(view.savings_fen)),
    )
)
with ui.group("cards"):
    card_end = _("尾号 {digits}").format(digits=view.card_end)
    ui.cell(
        _("银行卡"), key="card", icon=ui.Icon("credit_card"), value=card_end, on_click=partial(ask, "card")
    )
ui.section(_("金融服务"))
with ui.group("services"):
    ui.cell(
        _("微粒贷借钱"),
        key="loan",
        icon=ui.Icon("water_drop"),
        value=say(view.loan),
        on_click=partial(go, "home" if view.has_limit else "welcome"),
    )
    all_bills_cell(view.next_due_on)
ui.section(_("消息与帮助"))
with ui.group("help"):
    messages_cell(unread(world))
    ui.cell(_("客服中心"), key="chat", icon=ui.Icon("support_agent", "good"), on_click=partial(go, "chat"))

if asked() == "card":
    ui.sheet(_("银行卡"), _card, args=(view,))
