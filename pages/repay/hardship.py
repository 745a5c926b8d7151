"""还款有困难: ask for a plan, see what it changes before, and what was decided; asking costs nothing."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit.components.bills import months_phrase
from pages.kit.components.entries import Entry
from pages.kit.components.entries import chosen as chosen_from
from pages.kit.components.hardship import last_decision, waiting_case
from pages.kit.draft import draft, keeper
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import ready, require
from pages.kit.refusals import show_refusal
from weilidai_core.journey import Step
from weilidai_core.repay.hardship import AskHardship
from weilidai_core.repay.hardship_views import HardshipView, hardship
from weilidai_core.words import HardshipReason

FORM = "hardship"
world = require(Step.REPAY)
view = hardship(world)


def draw_asking(now: HardshipView) -> None:
    """The reason and the months, with what the extension changes."""
    kept = draft(world, FORM, {"reason": HardshipReason.ILLNESS.value, "months": "1"})
    chosen = next((one for one in now.options if str(one.months) == kept["months"]), now.options[0])
    with ui.card("asking"):
        ui.section(_("遇到了什么困难"))
        reasons = {reason.value: _(reason.label) for reason in HardshipReason}
        reason = kept["reason"] if kept["reason"] in reasons else HardshipReason.ILLNESS.value
        entry = Entry("hardship_reason", _("原因"), reason)
        chosen_from(entry, options=reasons, on_change=keeper(FORM, "reason"))
        months = {str(one.months): months_phrase(one.months) for one in now.options}
        keep_months = keeper(FORM, "months")
        ui.choice(
            _("希望延期"),
            options=months,
            value=str(chosen.months),
            key="months",
            on_change=keep_months,
        )
    with ui.card("effect"):
        ui.section(_("延期之后会怎样"))
        ui.key_values(
            (
                ui.Fact(_("下一次应还"), figures.day(chosen.first_due_on)),
                ui.Fact(_("延期多付的利息"), figures.money(chosen.added_interest_fen)),
                ui.Fact(_("可以减免的罚息"), figures.money(now.penalty_fen)),
            )
        )
        ui.paragraph(_("延期不是免还：利息照常按天算，总利息会多一些；延期期间不催收。"), small=True)
    show_refusal()
    request = AskHardship(reason=HardshipReason(reason), months=chosen.months)
    ui.primary(_("提交申请"), on_click=ready(request, then=None), key="ask_hardship")


if view.asked:
    waiting_case(view.asked)
else:
    if view.decision:
        last_decision(view.decision, next_due_on=view.next_due_on)
    if view.options:
        draw_asking(view)
    else:
        ui.empty_state(_("现在没有欠款"), text=_("有借款要还的时候，才需要申请延期。"), icon="task_alt")
        ui.primary(_("看账单"), on_click=partial(go, "bills"))
ui.disclaimer()
