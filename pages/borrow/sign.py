"""签署合同: what is agreed to, in a few rows, and what signs it: the six-digit PIN, always,
and the device's own face or finger where it was set up.

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
from pages.kit.signing import draw_passkey, draw_pin, offer_passkey, signing_steps, what_follows
from weilidai_core.borrow.actions import AbandonDrawdown
from weilidai_core.borrow.signing_views import sign
from weilidai_core.journey import Step
from weilidai_core.trust.pin import PinLocked

world = require(Step.SIGN)
view = sign(world)


def draw_locked(locked: PinLocked) -> None:
    """Locked until the day is over, and the ways on."""
    refused = refusal()
    if refused and refused.field != "pin":
        ui.refusal_note(refused.text, next_step=refused.next_step)
    ui.note("warn", say(locked.next_sentence), title=say(locked.sentence))
    jump_to(view.unlocks_on, then=NEXT, key="unlock")
    ui.primary(_("回借款首页"), on_click=partial(go, "home"))


signing_steps(at=2)
if view.locked:
    # Before what would be signed: it is why there is nothing to sign with.
    draw_locked(view.locked)
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
    what_follows()
draw_passkey(view)
if not view.locked:
    with ui.card("pin"):
        draw_pin(view)
offer_passkey(view)
ui.disclaimer()
leave = ready(AbandonDrawdown(drawdown=view.drawdown), then="home")
ui.secondary(_("暂不借"), on_click=leave, key="leave", here=False)
