"""还款: one instalment to confirm line by line, not due yet, or its receipt; repaid is what was shown."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.bills import days_overdue, days_phrase, receipt_name
from pages.kit.components.calendar import jump_to
from pages.kit.components.paying import bill_card, receipt_facts
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import ready, require
from pages.kit.refusals import show_refusal
from weilidai_core.journey import Step
from weilidai_core.repay.actions import RepayInstalment
from weilidai_core.repay.bill_views import Bill, Receipt
from weilidai_core.repay.payment_views import repayment

world = require(Step.REPAY)
view = repayment(world, number=session.address("note"), paid=session.address("paid"))
note = view.note
to_bills = partial(go, "bills")


def draw_receipt(receipt: Receipt) -> None:
    """What came in, and what is left."""
    if receipt.is_counting:
        ui.result_hero("success", title=_("还款成功（模拟）"), text=_("本金已恢复成可借额度，不会重复扣款。"))
    else:
        ui.result_hero("declined", title=_("这笔还款已冲正"), text=_("钱没有真正到账，账单恢复成还款之前。"))
    title = _("{instalment}已还").format(instalment=receipt_name(receipt))
    with ui.card("receipt"):
        ui.receipt(title, amount=figures.money(receipt.total_fen), facts=receipt_facts(view, receipt))
    if note.settled_on:
        ui.secondary(_("已经全部还清，看结清凭据"), on_click=partial(go, "settled", note=note.number))
    elif view.also_due or view.due:
        ui.secondary(_("还有到期的没还"), on_click=to_bills)
    ui.primary(_("完成"), on_click=to_bills, key="done")


def draw_due(bill: Bill) -> None:
    """The instalment to confirm."""
    total = bill.total_fen
    when = days_overdue(bill.days_past_due) if bill.days_past_due else figures.day(bill.due_on)
    ui.amount_hero(_("本期应还（元）"), amount=figures.number(total), note=when)
    bill_card(bill, view.card)
    show_refusal()
    ui.secondary(_("还其中一部分，或几笔一起还"), on_click=partial(go, "pay"), key="pay")
    ui.note("quiet", _("模拟扣款，不会动用任何真实账户。"))
    request = RepayInstalment(loan_note=note.number, number=bill.number, total_fen=total)
    receipt = partial(go, "repay", note=note.number, paid=str(bill.number))
    label = _("确认还款 {amount}").format(amount=figures.money(total))
    ui.primary(label, on_click=ready(request, then=lambda _done: receipt()), key="confirm_repayment")
    ui.secondary(_("暂不还"), on_click=to_bills, key="leave", here=False)


def draw_ahead(bill: Bill) -> None:
    """Not due yet: when it is, and the ways on."""
    when = _("{day} 到期，{left}").format(day=figures.day(bill.due_on), left=days_phrase(bill.days_left))
    ui.amount_hero(_("下一期应还（元）"), amount=figures.number(bill.total_fen), note=when)
    bill_card(bill, view.card)
    ui.note("info", _("还没到应还日，到那天才能还这一期。想早点还，可以提前还一部分或提前结清。"))
    ui.secondary(_("提前还一部分"), on_click=partial(go, "prepay", note=note.number), key="prepay")
    ui.secondary(_("提前结清"), on_click=partial(go, "settle", note=note.number), key="settle")
    jump_to(bill.due_on)


if view.receipt:
    draw_receipt(view.receipt)
elif view.due:
    draw_due(view.due)
elif view.ahead:
    draw_ahead(view.ahead)
else:
    ui.empty_state(_("这笔借款已经还清"), icon="task_alt")
    ui.primary(_("看账单"), on_click=to_bills)
ui.disclaimer()
