"""我: where the walk begins; from here to the wallet, and to 微粒贷 through it."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.about import about
from pages.kit.asked import ask, asked
from pages.kit.components.bills import all_bills_cell
from pages.kit.components.collection import collection_cell
from pages.kit.components.notices import messages_cell
from pages.kit.components.person import person_head
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from weilidai_core.notices.views import unread
from weilidai_core.wallet import wallet

world = session.world()
view = wallet(world)
person_head(
    view.name,
    initial=view.initial,
    line=_("演示人物 · 钱包开通于 {day}").format(day=figures.day(view.opened_on)),
)
with ui.group("wallet"):
    ui.cell(
        _("钱包"),
        key="wallet",
        icon=ui.Icon("account_balance_wallet", "good"),
        on_click=partial(go, "wallet"),
    )
with ui.group("loan"):
    if view.has_limit:
        ui.cell(
            _("借款"),
            key="loan",
            icon=ui.Icon("water_drop"),
            value=say(view.loan),
            on_click=partial(go, "home"),
        )
    all_bills_cell(view.next_due_on)
with ui.group("more"):
    messages_cell(unread(world))
    if view.has_limit:
        collection_cell()
    if view.has_consents:
        ui.cell(
            _("我的授权"),
            key="consents",
            icon=ui.Icon("fact_check", "good"),
            on_click=partial(go, "consent", back="me"),
        )
    ui.cell(
        _("个人信息"),
        key="personal_data",
        icon=ui.Icon("shield_person", "good"),
        on_click=partial(go, "personal_data"),
    )
    ui.cell(
        _("签署安全"),
        key="security",
        icon=ui.Icon("fingerprint"),
        on_click=partial(go, "security", back="me"),
    )
    ui.cell(
        _("核对合同"),
        key="verify",
        icon=ui.Icon("verified_user", "good"),
        on_click=partial(go, "verify", back="me"),
    )
    ui.cell(_("透明日志"), key="log", icon=ui.Icon("history_edu"), on_click=partial(go, "log"))
    ui.cell(_("客服"), key="chat", icon=ui.Icon("support_agent"), on_click=partial(go, "chat"))
    ui.cell(_("关于本演示"), key="about", icon=ui.Icon("info", "quiet"), on_click=partial(ask, "about"))
ui.disclaimer()

if asked() == "about":
    ui.sheet(_("关于本演示"), about)
