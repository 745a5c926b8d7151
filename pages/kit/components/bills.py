"""Rows of the bill: an instalment, a loan note, a payment that came in; each leads to its own page."""

from collections.abc import Callable
from datetime import date
from functools import partial

from pages.kit import format as figures
from pages.kit.components.cells import Icon, cell, group
from pages.kit.components.costs import plan_phrase
from pages.kit.components.figures import Fact
from pages.kit.components.schedule import Bar, Line, State
from pages.kit.i18n import _, ngettext, say
from pages.kit.navigation import go
from weilidai_core.quote.schedule import Row
from weilidai_core.repay.position import RowState
from weilidai_core.repay.views import Bill, Instalment, LoanNoteView, NoteLine, Receipt, RepaymentView
from weilidai_core.sentences import Sentence

_STATES: dict[RowState, State] = {
    RowState.PAID: "paid",
    RowState.DUE: "due",
    RowState.OVERDUE: "due",
    RowState.AHEAD: "ahead",
}


def bill_cell(bill: Bill) -> None:
    """An instalment that is due or next, leading to its repayment."""
    cell(
        instalment_name(bill.number, bill.tenor),
        key=f"bill_{bill.loan_note}",
        value=figures.money(bill.row.total_fen),
        hint=_("{split} · 借据 {note}").format(split=split_of(bill.row), note=bill.loan_note),
        on_click=partial(go, "repay", note=bill.loan_note),
    )


def all_bills_cell(next_due_on: date | None) -> None:
    """The way to all bills, with the next due day where there is one."""
    cell(
        _("账单"),
        key="bills",
        icon=Icon("receipt_long", "warm"),
        value=_("{day}应还").format(day=figures.short_day(next_due_on)) if next_due_on else "",
        on_click=partial(go, "bills"),
    )


def note_cell(line: NoteLine) -> None:
    """A loan note with what is left of it, or when it was settled."""
    if line.settled_on is None:
        value = _("剩余 {left}").format(left=figures.money(line.outstanding_fen))
        hint = _("借 {principal} · 已还 {paid}/{tenor} 期").format(
            principal=figures.money(line.principal_fen), paid=line.paid_count, tenor=line.tenor
        )
        icon, page = Icon("description"), "loan_note"
    else:
        value = figures.money(line.principal_fen)
        hint = _("{day} 结清").format(day=figures.day(line.settled_on))
        icon, page = Icon("task_alt", "good"), "settled"
    cell(
        line.number,
        key=f"note_{line.number}",
        icon=icon,
        value=value,
        hint=hint,
        on_click=partial(go, page, note=line.number),
    )


def receipt_cell(receipt: Receipt) -> None:
    """A payment that came in, leading to its receipt."""
    when = _("{day} · 借据 {note}").format(day=figures.day(receipt.on), note=receipt.loan_note)
    if receipt.number is None:
        name, open_it = _("提前结清"), partial(go, "settled", note=receipt.loan_note)
    else:
        name = _("第 {number} 期").format(number=receipt.number)
        open_it = partial(go, "repay", note=receipt.loan_note, paid=str(receipt.number))
    cell(
        name,
        key=f"receipt_{receipt.loan_note}_{receipt.number or 0}",
        value=figures.money(receipt.total_fen),
        hint=when,
        on_click=open_it,
    )


def instalment_name(number: int, tenor: int) -> str:
    """第 2/12 期"""
    return _("第 {number}/{tenor} 期").format(number=number, tenor=tenor)


def split_of(row: Row) -> str:
    """本金 250.00 + 利息 12.34"""
    return _("本金 {principal} + 利息 {interest}").format(
        principal=figures.number(row.principal_fen), interest=figures.number(row.interest_fen)
    )


def composition(row: Row) -> tuple[Fact, ...]:
    """An instalment line by line: principal, interest with its reckoning, no fee, the sum."""
    return (
        Fact(_("本金"), figures.money(row.principal_fen)),
        Fact(
            _("利息"),
            figures.money(row.interest_fen),
            _("{reckoning}（{from_day} 至 {to_day}，还款当天不计）").format(
                reckoning=say(row.reckoning),
                from_day=figures.short_day(row.interest_from),
                to_day=figures.short_day(row.due_on),
            ),
        ),
        Fact(_("费用"), figures.money(0)),
        Fact(_("合计"), figures.money(row.total_fen), strong=True),
    )


def days_phrase(days: int) -> str:
    """还有 12 天"""
    return ngettext("还有 {days} 天", "还有 {days} 天", days).format(days=days)


def schedule_line(one: Instalment) -> Line:
    """A row of a schedule as it stands today; what early settlement closed is not owed any more."""
    row = one.row
    if one.state is RowState.SETTLED:
        closed = _("已随提前结清还清，不再计息")
        return Line(_("第 {number} 期").format(number=row.number), closed, "—", "", state="paid")
    return Line(
        title=_("第 {number} 期").format(number=row.number),
        day=figures.day(row.due_on),
        total=figures.money(row.total_fen),
        split=split_of(row),
        reckoning=say(row.reckoning),
        state=_STATES[one.state],
    )


def schedule_bar(one: Instalment) -> Bar:
    """The same row as a bar."""
    interest_fen = 0 if one.state is RowState.SETTLED else one.row.interest_fen
    return Bar(one.row.number, one.row.principal_fen, interest_fen, _STATES.get(one.state, "paid"))


def account_name(bank: Sentence, card: str) -> str:
    """The bank and the masked card, whose groups stay on one line."""
    unbroken = card.replace(" ", "\N{NO-BREAK SPACE}")
    return f"{say(bank)} {unbroken}"


def note_facts(view: LoanNoteView) -> tuple[Fact, ...]:
    """A loan note's terms and where it stands today."""
    note = view.note
    owed = _("剩余本金 {left} + 到今天的利息 {interest}").format(
        left=figures.money(note.outstanding_fen), interest=figures.money(view.interest_to_day_fen)
    )
    return (
        Fact(_("借款金额"), figures.money(note.principal_fen)),
        Fact(_("实际年利率（XIRR）"), figures.percent(view.annual_rate_xirr_ppm)),
        Fact(_("期数与还款方式"), plan_phrase(note.tenor, note.method.label)),
        Fact(_("起息日"), figures.day(note.interest_from)),
        Fact(_("还款账户"), account_name(view.bank, note.card)),
        Fact(_("今天一共欠"), figures.money(view.owed_fen), owed, strong=True),
    )


def receipt_facts(view: RepaymentView, receipt: Receipt) -> tuple[Fact, ...]:
    """What came in, from where, and what is left of the loan."""
    return (
        Fact(_("其中本金"), figures.money(receipt.principal_fen)),
        Fact(_("其中利息"), figures.money(receipt.interest_fen)),
        Fact(_("扣款账户"), account_name(view.bank, view.note.card)),
        Fact(_("还款日"), figures.day(receipt.on)),
        Fact(_("借据编号"), view.note.number),
        Fact(_("还剩本金"), figures.money(view.outstanding_fen), strong=True),
        Fact(_("现在可借"), figures.money(view.available_fen)),
    )


def note_ways(view: LoanNoteView, *, on_contract: Callable[[], None]) -> None:
    """The ways on from a loan note: the instalment that is due or next, settling, the contract."""
    note = view.note
    to_repay = partial(go, "repay", note=note.number)
    with group("ways"):
        if view.due:
            amount = figures.money(view.due.row.total_fen)
            cell(_("今天到期"), key="due", icon=Icon("today"), value=amount, on_click=to_repay)
        elif view.upcoming:
            when = f"{figures.short_day(view.upcoming.due_on)} · {days_phrase(view.upcoming.days_left)}"
            cell(_("下一期"), key="next", icon=Icon("event"), value=when, on_click=to_repay)
        if note.settled_on:
            to_settled = partial(go, "settled", note=note.number)
            cell(_("结清凭据"), key="settled", icon=Icon("task_alt", "good"), on_click=to_settled)
        else:
            hint = _("剩余本金加到当天的利息，不收违约金")
            early = partial(go, "settle", note=note.number)
            cell(_("提前结清"), key="settle", icon=Icon("event_available", "good"), hint=hint, on_click=early)
        paper = Icon("description", "quiet")
        cell(_("借款合同"), key="contract", icon=paper, value=note.contract, on_click=on_contract)
