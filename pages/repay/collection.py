"""催收记录: the stage, every simulated contact with the rule that allowed it, and the way to stop them."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.asked import ask, asked
from pages.kit.components.collection import (
    contact_row,
    dispute_card,
    dispute_choices,
    rule_list,
    wishes_card,
)
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from pages.kit.perform import ready
from pages.kit.refusals import show_refusal
from weilidai_core.collection.actions import ChooseContactWishes, OpenDispute
from weilidai_core.collection.views import collection
from weilidai_core.words import CallWindow, DisputeAbout

DISPUTE = "dispute"
view = collection(session.world())


def opening(about: DisputeAbout) -> object:
    """The tap that opens a dispute and closes the sheet."""
    return ready(OpenDispute(about=about), then=lambda _done: ui.close_sheet())


def choose(window: CallWindow, picks_up: bool) -> None:
    """Keep when to be called."""
    ready(ChooseContactWishes(window=window, picks_up=picks_up), then=None)()


with ui.card("stage"):
    if view.stage:
        ui.section(_(view.stage.label), note=_("逾期 {days} 天").format(days=view.days_past_due))
        ui.paragraph(_(view.stage.does))
        ui.key_values([ui.Fact(_("今天应还"), figures.money(view.overdue_fen), strong=True)])
    else:
        ui.section(_("现在没有催收"))
    if view.quiet:
        ui.note("success", say(view.quiet))
show_refusal()
if view.may_dispute:
    ui.secondary(_("对金额或联系有疑问？提出异议"), on_click=partial(ask, DISPUTE), key="open_dispute")
for dispute in view.disputes:
    dispute_card(dispute)
with ui.card("contacts"):
    ui.section(_("每次联系和它的依据"), note=_("{count} 次，全部模拟").format(count=len(view.contacts)))
    for line in view.contacts:
        contact_row(line)
    if not view.contacts:
        ui.paragraph(_("还没有任何催收联系。"))
wishes_card(view.wishes, on_change=choose)
with ui.card("rules"):
    ui.section(_("催收不能做什么"))
    rule_list(view.rules)
with ui.group("ways"):
    ui.cell(
        _("征信报送之前会告诉您什么"),
        key="bureau_report",
        icon=ui.Icon("policy", "quiet"),
        on_click=partial(go, "bureau_report"),
    )
ui.disclaimer()
if view.stage:
    ui.primary(_("去还款"), on_click=partial(go, "bills"))
if asked() == DISPUTE:
    ui.sheet(_("提出异议"), dispute_choices, args=(opening,))
