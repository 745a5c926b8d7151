"""提前结清: the whole rest of a loan, with its interest to today and not a day more.

Law: what is repaid is the total that was on the screen, with no fee, from the day after the payout on.
"""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.bills import account_name
from pages.kit.components.calendar import jump_to
from pages.kit.i18n import _, say
from pages.kit.navigation import go, go_now
from pages.kit.perform import ready, require
from pages.kit.refusals import show_refusal
from weilidai_core.journey import Step
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.settle.views import settlement

world = require(Step.SETTLE)
view = settlement(world, number=session.address("note"))
note, owed = view.note, view.owed
back = partial(go, "loan_note", note=note.number)
if note.settled_on:
    go_now("settled", note=note.number)

if owed:
    ui.amount_hero(
        _("今天结清要还（元）"),
        amount=figures.number(owed.total_fen),
        note=_("少付利息 {saved}，不收违约金").format(saved=figures.money(owed.saved_fen)),
    )
    with ui.card("composition"):
        ui.section(_("怎么算出来的"), note=note.number)
        planned = _("按计划还完，还要付利息 {planned}；今天结清只付 {interest}，差额不用付了。").format(
            planned=figures.money(view.planned_interest_fen), interest=figures.money(owed.interest_fen)
        )
        ui.key_values(
            (
                ui.Fact(_("还剩本金"), figures.money(owed.principal_fen)),
                ui.Fact(_("到今天的利息"), figures.money(owed.interest_fen), say(view.interest_reckoning)),
                ui.Fact(_("违约金、手续费"), figures.money(0)),
                ui.Fact(_("合计"), figures.money(owed.total_fen), strong=True),
                ui.Fact(_("少付的利息"), figures.money(owed.saved_fen), planned),
                ui.Fact(_("扣款账户"), account_name(view.bank, note.card)),
            )
        )
    show_refusal()
    ui.note("quiet", _("模拟扣款，不会动用任何真实账户。结清之后，这笔借款不再产生利息。"))
    request = SettleEarly(loan_note=note.number, total_fen=owed.total_fen)
    show = partial(go, "settled", note=note.number)
    label = _("确认结清 {amount}").format(amount=figures.money(owed.total_fen))
    ui.primary(label, on_click=ready(request, then=lambda _done: show()), key="confirm_settlement")
    ui.secondary(_("暂不结清"), on_click=back, key="leave", here=False)
else:
    day = figures.day(view.first_on)
    text = _("这笔借款今天刚放款，从 {day} 起就可以结清：只付一天利息，不收违约金。").format(day=day)
    ui.empty_state(_("明天就可以结清"), text=text, icon="event_available")
    show_refusal()
    jump_to(view.first_on)
    ui.primary(_("回到借据"), on_click=back, key="back_to_note")
ui.disclaimer()
