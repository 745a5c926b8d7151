"""What paying shows: the card that is debited, where an amount goes, what came in."""

from collections.abc import Callable
from functools import partial

from pages.kit import format as figures
from pages.kit.components.bills import account_name, bill_name, composition, instalment_name
from pages.kit.components.cells import Icon, cell, group
from pages.kit.components.cells import card as ground
from pages.kit.components.figures import Fact, key_values
from pages.kit.components.sheets import close_sheet
from pages.kit.components.text import paragraph, section
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import ready
from weilidai_core.act import Outcome
from weilidai_core.repay.actions import ChangeRepaymentCard, FundCard
from weilidai_core.repay.bill_views import Bill, BillsView, CardView, Receipt
from weilidai_core.repay.day_end import WaitForAutoDebit
from weilidai_core.repay.payment_views import Allocated, RepaymentView
from weilidai_core.words import Component


def balance_phrase(card: CardView) -> str:
    """余额 ¥120.00, or that there is always enough."""
    if card.balance_fen is None:
        return _("余额充足")
    return _("余额 {amount}").format(amount=figures.money(card.balance_fen))


def card_cell(card: CardView, *, on_click: Callable[[], None]) -> None:
    """The repayment card with its simulated balance, and when it is tried today."""
    if card.failed_at:
        hint = _("今天 {at} 扣款没成功，还差 {short}").format(
            at=card.failed_at, short=figures.money(card.short_fen)
        )
    elif card.times_left:
        hint = _("今天 {times} 自动扣款（模拟）").format(times=_("、").join(card.times_left))
    else:
        hint = _("应还日 {times} 自动扣款（模拟）").format(times=_("、").join(card.times))
    failed = Icon("credit_card_off", "danger") if card.failed_at else Icon("credit_card")
    cell(
        _("扣款卡"),
        key="repayment_card",
        icon=failed,
        value=balance_phrase(card),
        hint=hint,
        on_click=on_click,
    )


def card_sheet(card: CardView) -> None:
    """The card's sheet: its simulated balance to set, another card to choose, today's debit to await."""
    section(_("扣款卡（模拟）"), note=balance_phrase(card))
    paragraph(account_name(card.bank, card.card), small=True)
    paragraph(_("卡里的钱是模拟的。改成不够，就能看到扣款失败和逾期会怎样。"), small=True)
    with group("card_ways"):
        for amount in card.presets_fen:
            label = _("把模拟余额设为 {amount}").format(amount=figures.money(amount))
            act = ready(FundCard(balance_fen=amount), then=_closing)
            cell(label, key=f"fund_{amount}", icon=Icon("account_balance_wallet", "good"), on_click=act)
        if card.times_left:
            label = _("等到 {at} 的自动扣款").format(at=card.times_left[0])
            wait = ready(WaitForAutoDebit(), then=_closing)
            cell(label, key="wait_for_debit", icon=Icon("schedule"), on_click=wait)
        for other in card.others:
            label = _("换成 {card}").format(card=other.replace(" ", "\N{NO-BREAK SPACE}"))
            change = ready(ChangeRepaymentCard(card=other), then=_closing)
            cell(label, key=f"card_{other[-4:]}", icon=Icon("credit_card"), on_click=change)


def pay_from(card: CardView) -> Fact:
    """The card that an amount is taken from, with what is on it."""
    return Fact(_("扣款账户"), account_name(card.bank, card.card), balance_phrase(card), asks=_("余额"))


def allocated_facts(line: Allocated) -> tuple[Fact, ...]:
    """What one instalment gets of a payment, part by part, and what is left of it."""
    parts = (
        (Component.INTEREST, line.line.interest_fen),
        (Component.PRINCIPAL, line.line.principal_fen),
        (Component.PENALTY, line.line.penalty_fen),
    )
    name = instalment_name(line.line.number, line.tenor)
    return (
        Fact(name, figures.money(line.line.total_fen), strong=True),
        *(Fact(_(part.label), figures.money(fen)) for part, fen in parts if fen),
        *((Fact(_("这一期还剩"), figures.money(line.left_fen)),) if line.left_fen else ()),
    )


def receipt_facts(view: RepaymentView, receipt: Receipt) -> tuple[Fact, ...]:
    """What came in, from where, and what is left of the loan."""
    penalty = (Fact(_("其中罚息"), figures.money(receipt.penalty_fen)),) if receipt.penalty_fen else ()
    refund = (Fact(_("多还已退回"), figures.money(receipt.refunded_fen)),) if receipt.refunded_fen else ()
    return (
        Fact(_("其中本金"), figures.money(receipt.principal_fen)),
        Fact(_("其中利息"), figures.money(receipt.interest_fen)),
        *penalty,
        *refund,
        Fact(_("还款渠道"), _(receipt.channel.label)),
        Fact(_("扣款账户"), account_name(view.card.bank, view.note.card)),
        Fact(_("还款日"), figures.day(receipt.on)),
        Fact(_("借据编号"), view.note.number),
        Fact(_("还剩本金"), figures.money(view.outstanding_fen), strong=True),
        Fact(_("现在可借"), figures.money(view.available_fen)),
    )


def trouble_cell() -> None:
    """The way to a hardship plan, for who cannot pay for a while."""
    cell(
        _("暂时还不上"),
        key="hardship",
        icon=Icon("volunteer_activism", "warm"),
        hint=_("可以申请延期，罚息可以减免"),
        on_click=partial(go, "hardship"),
    )


def bill_ways(now: BillsView, *, on_card: Callable[[], None]) -> None:
    """The card that is debited, what being late means, and the way out for who cannot pay."""
    with group("ways"):
        if now.days_past_due:
            icon = Icon("schedule", "danger")
            hint = _("罚息怎么算、接下来会怎样、怎么停下来")
            cell(_("逾期说明"), key="overdue", icon=icon, hint=hint, on_click=partial(go, "overdue"))
        if now.card:
            card_cell(now.card, on_click=on_card)
        trouble_cell()


def bill_card(bill: Bill, card: CardView) -> None:
    """What the instalment is made of, line by line."""
    with ground("composition"):
        section(bill_name(bill), note=bill.loan_note)
        key_values((*composition(bill), pay_from(card)))


def _closing(_done: Outcome) -> None:
    close_sheet()
