"""账单: what is due today or comes next, every loan note, and what was repaid."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.bills import bill_cell, days_phrase, note_cell, receipt_cell
from pages.kit.components.calendar import jump_to
from pages.kit.components.calendar_file import calendar_download
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.refusals import show_refusal
from weilidai_core.repay.views import BillsView, bills

view = bills(session.world())


def draw_due(now: BillsView) -> None:
    """What is due today; repaying it is the page's one primary act."""
    ui.amount_hero(_("今天应还（元）"), amount=figures.number(now.due_fen), note=figures.day(now.on))
    with ui.card("due"):
        ui.section(_("今天到期"))
        for bill in now.due:
            bill_cell(bill)
    label = _("还款 {amount}").format(amount=figures.money(now.due[0].row.total_fen))
    ui.primary(label, on_click=partial(go, "repay", note=now.due[0].loan_note))


def draw_upcoming(now: BillsView) -> None:
    """What comes next; the simulated day can be moved to it."""
    when = _("{day} 到期，{left}").format(day=figures.day(now.upcoming_on), left=days_phrase(now.days_left))
    ui.amount_hero(_("下一期应还（元）"), amount=figures.number(now.upcoming_fen), note=when)
    with ui.card("upcoming"):
        ui.section(_("下一期"))
        for bill in now.upcoming:
            bill_cell(bill)
        ui.paragraph(_("到应还日当天可还；想早还可提前结清。"), small=True)
        early = partial(go, "settle", note=now.upcoming[0].loan_note)
        ui.secondary(_("提前结清"), on_click=early, key="settle")
        jump_to(now.upcoming_on)


if view.due:
    draw_due(view)
elif view.upcoming:
    draw_upcoming(view)
elif view.settled_notes:
    ui.empty_state(_("都还清了"), text=_("现在没有要还的账单。"), icon="task_alt")
else:
    ui.empty_state(_("还没有账单"), text=_("借款之后，每一期应还的日子和金额都在这里。"), icon="receipt_long")
if view.open_notes:
    calendar_download(session.world(), number=view.open_notes[0].number)
show_refusal()
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
