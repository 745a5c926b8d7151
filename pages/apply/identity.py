"""身份: the wallet's verified identity is shown masked, with every check it went through, and confirmed."""

from functools import partial

from pages.kit import components as ui
from pages.kit import menu
from pages.kit.asked import ask, asked
from pages.kit.components.offering import application_steps
from pages.kit.i18n import _, say
from pages.kit.perform import ready, require
from pages.kit.refusals import show_refusal
from weilidai_core.apply.actions import ConfirmIdentity
from weilidai_core.apply.views import Check, identity
from weilidai_core.journey import Step


def _moment(check: Check) -> ui.Moment:
    return ui.Moment(_(check.label), detail=say(check.finding), state="done" if check.passed else "failed")


view = identity(require(Step.IDENTITY))
application_steps(0)
show_refusal()
with ui.card("identity"):
    ui.section(_("您的实名资料"), note=_("来自钱包实名认证"))
    ui.key_values(
        (
            ui.Fact(_("姓名"), view.name),
            ui.Fact(_("身份证号"), view.id_number),
            ui.Fact(_("手机号"), view.mobile),
            ui.Fact(_("银行卡"), view.card),
            ui.Fact(_("发卡行"), say(view.bank)),
        )
    )
    ui.secondary(_("不是我？换一位演示人物"), key="not_me", on_click=partial(ask, "people"))
with ui.card("checks"):
    ui.section(_("已经核对"))
    ui.timeline([_moment(check) for check in view.checks])
ui.disclaimer()
ui.primary(_("确认无误，下一步"), on_click=ready(ConfirmIdentity()))

if asked() == "people":
    menu.open_menu("people")
