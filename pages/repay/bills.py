"""账单: what is due, what waiting costs, what comes next; the card, every loan note, what was repaid."""

from datetime import date
from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.asked import ask, asked
from pages.kit.components.bills import bill_cell, days_overdue, days_phrase, note_cell, receipt_cell
from pages.kit.components.calendar import jump_to
from pages.kit.components.calendar_file import calendar_download
from pages.kit.components.paying import bill_ways, card_sheet
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.refusals import show_refusal
from weilidai_core.repay.bill_views import BillsView, bills

CARD = "card"
view = bills(session.world())


def draw_due(now: BillsView) -> None:
    """What is due; repaying it is the page's one primary act, and waiting has its price beside it."""
    if now.days_past_due:
        waiting = _("{late} · 再过一天多 {more}").format(
            late=days_overdue(now.days_past_due), more=figures.money(now.a_day_more_fen)
        )
        ui.amount_hero(_("已经到期，还没还（元）"), amount=figures.number(now.due_fen), note=waiting)
    else:
        ui.amount_hero(_("今天应还（元）"), amount=figures.number(now.due_fen), note=figures.day(now.on))
    with ui.card("due"):
        ui.section(_("已经到期") if now.days_past_due else _("今天到期"))
        for bill in now.due:
            bill_cell(bill)
    label = _("还款 {amount}").format(amount=figures.money(now.due_fen))
    alone = now.due[0].loan_note if now.is_one_bill else ""
    ui.primary(label, on_click=partial(go, "repay", note=alone) if alone else partial(go, "pay"))


def draw_upcoming(now: BillsView, on: date) -> None:
    """What comes next; the simulated day can be moved to it."""
    when = _("{day} 到期，{left}").format(day=figures.day(on), left=days_phrase(now.days_left))
    ui.amount_hero(_("下一期应还（元）"), amount=figures.number(now.upcoming_fen), note=when)
    with ui.card("upcoming"):
        ui.section(_("下一期"))
        for bill in now.upcoming:
            bill_cell(bill)
        ui.paragraph(_("到应还日自动扣款，也可以当天自己还；想早还，可以提前还一部分或结清。"), small=True)
        early = partial(go, "settle", note=now.upcoming[0].loan_note)
        ui.secondary(_("提前结清"), on_click=early, key="settle")
        jump_to(on)


if view.due:
    draw_due(view)
elif view.upcoming_on:
    draw_upcoming(view, view.upcoming_on)
elif view.settled_notes:
    ui.empty_state(_("都还清了"), text=_("现在没有要还的账单。"), icon="task_alt")
else:
    ui.empty_state(_("还没有账单"), text=_("借款之后，每一期应还的日子和金额都在这里。"), icon="receipt_long")
show_refusal()
if view.open_notes:
    bill_ways(view, on_card=partial(ask, CARD))
    calendar_download(session.world(), number=view.open_notes[0].number)
for heading, lines in ((_("我的借据"), view.open_notes), (_("已结清"), view.settled_notes)):
    if lines:
        ui.section(heading)
        with ui.group(f"notes_{lines[0].number}"):
            for line in lines:
                note_cell(line)
if view.receipts:
    ui.section(_("还款记录"))
    with ui.group("receipts"):
        for receipt in view.receipts:
            receipt_cell(receipt)
ui.disclaimer()
if asked() == CARD and view.card:
    ui.sheet(_("扣款卡"), card_sheet, args=(view.card,))
