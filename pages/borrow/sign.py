"""签署合同: what is agreed to, in a few rows, and the six-digit PIN that signs it.

Laws: the first signing sets the PIN, entered twice; it is kept nowhere on this side; where it is locked
there is a way back.
"""

from functools import partial

from pages.kit import components as ui
from pages.kit.components.calendar import jump_to
from pages.kit.components.costs import plan_facts
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from pages.kit.perform import NEXT, ready, refusal, require
from pages.kit.refusals import told
from pages.kit.signing import sign_with_pin, signing_round, signing_steps
from pages.kit.widgets import pin_entry
from pages.kit.widgets.new_pin import new_pin_entry
from weilidai_core.borrow.actions import AbandonDrawdown
from weilidai_core.borrow.signing_views import sign
from weilidai_core.journey import Step

world = require(Step.SIGN)
view = sign(world)


def draw_pin() -> None:
    """The PIN, twice where it is new; a refusal stands under the boxes."""
    done = partial(sign_with_pin, view.contract, view.sha256)
    if view.pin_is_set:
        pin_entry(
            _("输入签署 PIN"), key="pin", on_complete=done, refused=told(), round_number=signing_round()
        )
        ui.paragraph(_("输满 6 位就签署。演示人物的 PIN 写在右上角菜单里。"), small=True)
    else:
        new_pin_entry(key="new_pin", on_complete=done, refused=told(), round_number=signing_round())
        ui.paragraph(
            _("第一次签署要先设 PIN，输两次；两次一致就签署。太简单的不行，比如 000000、123456。"), small=True
        )
        ui.paragraph(_("演示人物的 PIN 写在右上角菜单里，也可以另设一个。"), small=True)


def draw_locked() -> None:
    """Locked until the day is over, and the ways on."""
    refused = refusal()
    if refused and refused.field != "pin":
        ui.refusal_note(refused.text, next_step=refused.next_step)
    ui.note("warn", say(view.locked.next_sentence), title=say(view.locked.sentence))
    jump_to(view.unlocks_on, then=NEXT, key="unlock")
    ui.primary(_("回借款首页"), on_click=partial(go, "home"))


signing_steps(at=2)
with ui.card("agreed"):
    ui.section(_("您将签署"))
    ui.key_values(
        (
            *plan_facts(view.table),
            ui.Fact(_("合同编号"), view.contract),
            ui.Fact(_("文本指纹（SHA-256）"), view.short_sha256),
        )
    )
with ui.card("then"):
    ui.section(_("签署之后"))
    for each in (
        _("模拟放款到您绑定的银行卡，当天开始计息。"),
        _("双方签名写进同一份 PDF，您可以下载、核对，改动一个字节都能发现。"),
        _("从明天起可以提前结清，不收违约金。"),
    ):
        ui.paragraph(each, small=True)
if view.locked:
    draw_locked()
else:
    with ui.card("pin"):
        draw_pin()
ui.disclaimer()
leave = ready(AbandonDrawdown(drawdown=view.drawdown), then="home")
ui.secondary(_("暂不借"), on_click=leave, key="leave", here=False)
