"""综合融资成本明示表: a pop-up with a reading time over a short page, confirmed before the contract.

Laws: leaving is as easy as confirming; the table can be closed and opened again; what is confirmed is the
digest of exactly what was shown.
"""

from functools import partial

from pages.kit import components as ui
from pages.kit import session
from pages.kit.asked import ask, asked
from pages.kit.components.consents import pair
from pages.kit.components.costs import cost_table, plan_facts, sheet_foot
from pages.kit.draft import draft, keep
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import ready, require
from pages.kit.refusals import show_refusal
from pages.kit.signing import signing_steps
from pages.kit.widgets.waiting import waiting
from weilidai_core.borrow.actions import AbandonDrawdown, ConfirmCost
from weilidai_core.borrow.signing_views import cost
from weilidai_core.journey import Step

TABLE, SEEN = "cost_table", "cost_table_seen"
world = require(Step.COST)
view = cost(world)
leave = ready(AbandonDrawdown(drawdown=view.drawdown), then="home")
confirm = ready(ConfirmCost(drawdown=view.drawdown, sha256=view.sha256))


def draw_sheet() -> None:
    """The table, and at its foot the reading time and the two ways on."""
    cost_table(view)
    # Kept with the world, for exactly this table: a refresh does not begin the time again.
    has_read = view.confirmed or draft(world, "cost", {"read": ""})["read"] == view.sha256
    with sheet_foot():
        waiting(
            view.table.reading_seconds,
            key=f"reading_time_{view.sha256}",
            on_passed=partial(keep, world, "cost", read=view.sha256),
            passed=has_read,
        )
        show_refusal()
        label = _("确认，去读合同") if has_read else _("看完才能确认")
        with pair():
            ui.secondary(_("暂不借"), on_click=leave, key="leave_cost")
            ui.primary(label, on_click=confirm, disabled=not has_read, key="confirm_cost", here=True)


signing_steps(at=0)
with ui.card("plan"):
    ui.section(_("这笔借款"))
    ui.key_values(plan_facts(view.table))
show_refusal()
if view.confirmed:
    ui.note("success", _("您已经确认过综合融资成本，合同也已出具。"))
    ui.secondary(_("再看一遍明示表"), on_click=partial(ask, TABLE))
    ui.primary(_("继续读合同"), on_click=partial(go, "contract"))
else:
    ui.note("info", _("读合同之前，请先看综合融资成本明示表：一共要付多少，晚还会多付多少。"))
    ui.primary(_("看综合融资成本明示表"), on_click=partial(ask, TABLE))
ui.secondary(_("暂不借"), on_click=leave, key="leave", here=False)
ui.disclaimer()

is_new = not view.confirmed and session.typed(SEEN) != view.sha256
session.keep_typed(SEEN, view.sha256)
if asked() == TABLE or is_new:
    ui.sheet(_("综合融资成本明示表"), draw_sheet)
