"""签署合同: what is agreed to, in five rows, and the six-digit PIN that signs it.

Laws: the first signing sets the PIN, entered twice; it is kept nowhere on this side; when it is locked
there is always a way back.
"""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit.components.costs import plan_phrase
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import ready, refusal, require
from pages.kit.signing import sign_with_pin, signing_round, signing_steps
from pages.kit.widgets import pin_entry
from pages.kit.widgets.new_pin import new_pin_entry
from weilidai_core.borrow.actions import AbandonDrawdown
from weilidai_core.borrow.signing_views import SignView, sign
from weilidai_core.journey import Step
from weilidai_core.repay.day_end import AdvanceDay

world = require(Step.SIGN)
view = sign(world)


def draw_agreed(seen: SignView) -> None:
    """What the signature agrees to."""
    quoted = seen.table.quote
    first = quoted.rows[0]
    ui.key_values(
        (
            ui.Fact(_("借款金额"), figures.money(quoted.principal_fen), strong=True),
            ui.Fact(_("年化利率（单利）"), figures.percent(quoted.cost.annual_rate_simple_360_ppm)),
            ui.Fact(_("期数与还款方式"), plan_phrase(quoted.tenor, quoted.method.label)),
            ui.Fact(_("本息合计"), figures.money(quoted.cost.total_payable_fen)),
            ui.Fact(_("首期应还"), figures.money(first.total_fen)),
            ui.Fact(_("首期应还日"), figures.day(first.due_on)),
            ui.Fact(_("合同编号"), seen.contract),
            ui.Fact(_("文本指纹（SHA-256）"), seen.short_sha256),
        )
    )


def draw_pin(seen: SignView) -> None:
    """The PIN, twice where it is new; a refusal stands under the boxes."""
    refused = refusal()
    told = " ".join((refused.text, refused.next_step)) if refused else ""
    done = partial(sign_with_pin, seen.contract, seen.sha256)
    if seen.pin_is_set:
        ui.section(_("输入 PIN，签署合同"))
        pin_entry(
            _("6 位签署 PIN"), key="pin", on_complete=done, refused=told, round_number=signing_round()
        )
        ui.paragraph(_("示例人物的 PIN 写在右上角菜单里。"), small=True)
        return
    new_pin_entry(key="new_pin", on_complete=done, refused=told, round_number=signing_round())
    ui.paragraph(_("这是第一次签署：设置好就直接签署。不能用 000000、123456 这样的数字。"), small=True)
    ui.paragraph(_("示例人物常用的 PIN 写在右上角菜单里，也可以自己定一个。"), small=True)


signing_steps(at=2)
with ui.card("agreed"):
    ui.section(_("您将签署"))
    draw_agreed(view)
if view.is_locked:
    ui.note("warn", view_locked := _("今天的 5 次机会已经用完，没有签署，也没有放款。"), title=_("签署暂时锁住了"))
else:
    with ui.card("pin"):
        draw_pin(view)
ui.disclaimer()
