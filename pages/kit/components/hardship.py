"""A hardship case as it stands: waiting for its answer, or decided."""

from datetime import date
from functools import partial

from pages.kit import format as figures
from pages.kit.components.bills import months_phrase
from pages.kit.components.buttons import primary, secondary
from pages.kit.components.results import result_hero
from pages.kit.components.text import note
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import ready
from pages.kit.refusals import show_refusal
from weilidai_core.events import HardshipAsked
from weilidai_core.repay.hardship import DecideHardship
from weilidai_core.repay.hardship_views import Decision


def waiting_case(asked: HardshipAsked) -> None:
    """The case that is open. The bank's answer is simulated, and the page says so."""
    result_hero("waiting", title=_("申请已提交"), text=_("我们会看您的情况，答复在消息里告诉您。"))
    note("quiet", _("演示里没有真的人工：下面选一个答复，看看之后会怎样。"))
    case, months = asked.case, asked.months
    yes = DecideHardship(case=case, granted=True, months=months, waives_penalty=True)
    grant = _("同意：延期 {months}，减免罚息").format(months=months_phrase(months))
    secondary(grant, on_click=ready(yes, then=None), key="grant")
    no = DecideHardship(case=case, granted=False)
    secondary(_("不同意"), on_click=ready(no, then=None), key="refuse")
    show_refusal()
    primary(_("看账单"), on_click=partial(go, "bills"))


def last_decision(made: Decision, *, next_due_on: date | None) -> None:
    """What was decided last, and what is due next where anything still is."""
    if made.is_granted:
        months, waived = months_phrase(made.months), figures.money(made.waived_fen)
        if next_due_on:
            text = _("延期 {months}，减免罚息 {waived}；下一次应还 {day}。").format(
                months=months, waived=waived, day=figures.day(next_due_on)
            )
        else:
            text = _("延期 {months}，减免罚息 {waived}。").format(months=months, waived=waived)
        note("success", text, title=_("{day} 同意了您的申请").format(day=figures.day(made.on)))
    else:
        text = _("可以再申请一次，或者联系客服说明情况。")
        note("warn", text, title=_("{day} 没有同意").format(day=figures.day(made.on)))
