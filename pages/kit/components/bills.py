"""Rows of the bill: an instalment, a loan note, a payment that came in; each leads to its own page."""

from collections.abc import Callable
from datetime import date
from functools import partial

from pages.kit import format as figures
from pages.kit.components.cells import Icon, Status, cell, group
from pages.kit.components.costs import plan_phrase
from pages.kit.components.figures import Fact
from pages.kit.components.schedule import Bar, Line, State
from pages.kit.i18n import _, ngettext, say
from pages.kit.navigation import go
from weilidai_core.quote.schedule import Row
from weilidai_core.repay.bill_views import Bill, NoteLine, Receipt
from weilidai_core.repay.position import RowState
from weilidai_core.repay.views import Instalment, LoanNoteView, Spent
from weilidai_core.sentences import Sentence
from weilidai_core.words import RepaymentPurpose

_STATES: dict[RowState, State] = {
    RowState.PAID: "paid",
    RowState.DUE: "due",
    RowState.OVERDUE: "overdue",
    RowState.AHEAD: "ahead",
}


def bill_cell(bill: Bill) -> None:
    """An amount that is due or next, how late it is, leading to its repayment."""
    where = _("借据 {note}").format(note=bill.loan_note)
    overdue = f"{days_overdue(bill.days_past_due)} · " if bill.days_past_due else ""
    cell(
        bill_name(bill),
        key=f"bill_{bill.loan_note}_{bill.number}_{bill.row.interest_from}_{int(bill.is_instalment)}",
        value=figures.money(bill.total_fen),
        hint=f"{overdue}{parts_of(bill)} · {where}",
        on_click=partial(go, "repay", note=bill.loan_note),
    )


def bill_name(bill: Bill) -> str:
    """第 2/12 期, or what else was billed."""
    name = instalment_name(bill.number, bill.tenor)
    return name if bill.is_instalment else _("{instalment}的利息").format(instalment=name)


def days_overdue(days: int) -> str:
    """已逾期 4 天"""
    return ngettext("已逾期 {days} 天", "已逾期 {days} 天", days).format(days=days)


def parts_of(bill: Bill) -> str:
    """本金 250.00 + 利息 12.34 + 罚息 0.56, as far as there are any."""
    named = (
        (_("本金"), bill.principal_fen),
        (_("利息"), bill.interest_fen),
        (_("罚息"), bill.penalty_fen),
    )
    return " + ".join(f"{name} {figures.number(fen)}" for name, fen in named if fen)


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
    if line.days_past_due:
        value: str | Status = Status(days_overdue(line.days_past_due), "error")
        hint = _("剩余本金 {left} · 已还 {paid}/{tenor} 期").format(
            left=figures.money(line.outstanding_fen), paid=line.paid_count, tenor=line.tenor
        )
        icon, page = Icon("error", "danger"), "loan_note"
    elif line.settled_on is None:
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
    """A payment that came in, leading to its receipt; one that was taken back says so."""
    how = _(receipt.channel.label)
    when = _("{day} · {how} · 借据 {note}").format(
        day=figures.day(receipt.on), how=how, note=receipt.loan_note
    )
    if receipt.purpose is RepaymentPurpose.SETTLE:
        open_it = partial(go, "settled", note=receipt.loan_note)
    else:
        open_it = partial(go, "repay", note=receipt.loan_note, paid=receipt.receipt)
    taken_back = Status(_("已冲正"), "warn")
    cell(
        receipt_name(receipt),
        key=f"receipt_{receipt.receipt}",
        value=figures.money(receipt.total_fen) if receipt.is_counting else taken_back,
        hint=when,
        on_click=open_it,
    )


def receipt_name(receipt: Receipt) -> str:
    """第 2 期, or what it was paid for."""
    if receipt.number is None:
        return _(receipt.purpose.label)
    return _("第 {number} 期").format(number=receipt.number)


def instalment_name(number: int, tenor: int) -> str:
    """第 2/12 期"""
    return _("第 {number}/{tenor} 期").format(number=number, tenor=tenor)


def split_of(row: Row) -> str:
    """本金 250.00 + 利息 12.34"""
    return _("本金 {principal} + 利息 {interest}").format(
        principal=figures.number(row.principal_fen), interest=figures.number(row.interest_fen)
    )


def composition(bill: Bill) -> tuple[Fact, ...]:
    """A bill line by line: principal, interest with its reckoning, penalty, no fee, the sum."""
    row = bill.row
    reckoning = _("{reckoning}（{from_day} 至 {to_day}，还款当天不计）").format(
        reckoning=say(row.reckoning),
        from_day=figures.short_day(row.interest_from),
        to_day=figures.short_day(row.due_on),
    )
    paid = (Fact(_("已经还了"), figures.money(bill.paid_fen)),) if bill.paid_fen else ()
    penalty = (Fact(_("罚息"), figures.money(bill.penalty_fen)),) if bill.penalty_fen else ()
    return (
        Fact(_("本金"), figures.money(bill.principal_fen)),
        Fact(_("利息"), figures.money(bill.interest_fen), reckoning),
        *penalty,
        Fact(_("费用"), figures.money(0)),
        *paid,
        Fact(_("还要还"), figures.money(bill.total_fen), strong=True),
    )


def days_phrase(days: int) -> str:
    """还有 12 天"""
    return ngettext("还有 {days} 天", "还有 {days} 天", days).format(days=days)


def months_phrase(months: int) -> str:
    """2 个月"""
    return ngettext("{months} 个月", "{months} 个月", months).format(months=months)


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
    owed = _("剩余本金 {left} + 到今天的利息 {interest} + 罚息 {penalty}").format(
        left=figures.money(note.outstanding_fen),
        interest=figures.money(view.interest_to_day_fen),
        penalty=figures.money(view.penalty_to_day_fen),
    )
    return (
        Fact(_("借款金额"), figures.money(note.principal_fen)),
        Fact(_("实际年利率（XIRR）"), figures.percent(view.annual_rate_xirr_ppm)),
        Fact(_("期数与还款方式"), plan_phrase(note.tenor, note.method.label)),
        Fact(_("起息日"), figures.day(note.interest_from)),
        Fact(_("还款账户"), account_name(view.bank, note.card)),
        Fact(_("今天一共欠"), figures.money(view.owed_fen), owed, strong=True),
    )


def note_ways(view: LoanNoteView, *, on_contract: Callable[[], None]) -> None:
    """The ways on from a loan note: the instalment that is due or next, settling, the contract."""
    note = view.note
    to_repay = partial(go, "repay", note=note.number)
    with group("ways"):
        if view.due:
            amount = figures.money(view.due.total_fen)
            days = view.due.days_past_due
            name = days_overdue(days) if days else _("今天到期")
            icon = Icon("error", "danger") if days else Icon("today")
            cell(name, key="due", icon=icon, value=amount, on_click=to_repay)
        elif view.upcoming:
            left = days_phrase(view.upcoming.days_left).replace(" ", "\N{NO-BREAK SPACE}")
            when = f"{figures.short_day(view.upcoming.due_on)} · {left}"
            cell(_("下一期"), key="next", icon=Icon("event"), value=when, on_click=to_repay)
        if note.settled_on:
            to_settled = partial(go, "settled", note=note.number)
            cell(_("结清凭据"), key="settled", icon=Icon("task_alt", "good"), on_click=to_settled)
        else:
            hint = _("剩余本金加到当天的利息，不收违约金")
            early = partial(go, "settle", note=note.number)
            cell(
                _("提前还一部分"),
                key="prepay",
                icon=Icon("savings", "good"),
                hint=_("期数不变或每期金额不变，省下的利息先看清"),
                on_click=partial(go, "prepay", note=note.number),
            )
            cell(_("提前结清"), key="settle", icon=Icon("event_available", "good"), hint=hint, on_click=early)
        paper = Icon("description", "quiet")
        cell(_("借款合同"), key="contract", icon=paper, value=note.contract, on_click=on_contract)


def spent_facts(spent: Spent) -> tuple[Fact, ...]:
    """What came in for a loan note, and where each yuan of it went."""
    rest = (
        (_("罚息"), spent.penalty_fen),
        (_("多还已退回"), spent.refunded_fen),
        (_("减免（没有收）"), spent.waived_fen),
        (_("提前还省下的利息"), spent.saved_fen),
    )
    return (
        Fact(_("一共还了"), figures.money(spent.received_fen), strong=True),
        Fact(_("本金"), figures.money(spent.principal_fen)),
        Fact(_("利息"), figures.money(spent.interest_fen)),
        *(Fact(name, figures.money(fen)) for name, fen in rest if fen),
    )
