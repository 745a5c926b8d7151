"""Where someone stands with borrowing: no limit yet and the way there, a drawdown under way, what is owed.

Law: going on and giving up are equally at hand, and an open state always names the one step that follows.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from pages.kit import format as figures
from pages.kit.components.buttons import primary, secondary
from pages.kit.components.cells import Icon, card, cell, group
from pages.kit.components.figures import Fact, key_values
from pages.kit.components.results import empty_state
from pages.kit.components.text import section
from pages.kit.i18n import N_, _
from pages.kit.navigation import go
from weilidai_core.borrow.drawdown import Drawdown
from weilidai_core.borrow.views import HomeState, NoteSummary


class _Told(NamedTuple):
    icon: str
    title: str
    text: str
    button: str


_WITHOUT_LIMIT = {
    HomeState.NOT_INVITED: _Told(
        "mail",
        N_("还没有收到邀请"),
        N_("邀请由系统评估后发出，不能申请，也不能购买。声称付费“强开”的都是骗局。"),
        N_("了解微粒贷"),
    ),
    HomeState.NOT_APPLIED: _Told(
        "account_balance",
        N_("还没有额度"),
        N_("先看清价格和步骤，再决定要不要申请。"),
        N_("了解微粒贷"),
    ),
    HomeState.UNDER_WAY: _Told(
        "edit_note",
        N_("申请还没有完成"),
        N_("填过的都在，可以接着做，也可以先放着。"),
        N_("继续申请"),
    ),
    HomeState.ENDED: _Told(
        "event_busy",
        N_("上一次申请已经结束"),
        N_("没有产生额度，也没有查询信用报告。想好了可以重新开始。"),
        N_("了解微粒贷"),
    ),
    HomeState.DECLINED: _Told(
        "info", N_("这次没有开通额度"), N_("原因和能做的事，都写在结果里。"), N_("看结果")
    ),
}


def without_limit(state: HomeState, *, leads_to: str) -> None:
    """Why there is nothing to borrow from, and one button to the page where it goes on."""
    told = _WITHOUT_LIMIT[state]
    empty_state(_(told.title), text=_(told.text), icon=told.icon)
    primary(_(told.button), key="on", on_click=go, args=(leads_to,), here=True)


def drawdown_card(drawdown: Drawdown, *, leads_to: str, give_up: Callable[[], None]) -> None:
    """A drawdown that is not signed: its plan, going on, giving it up."""
    plan = drawdown.plan
    with card("drawdown"):
        section(_("有一笔还没签署"), note=_("当天有效"))
        key_values(
            (
                Fact(_("借款金额"), figures.money(plan.principal_fen)),
                Fact(
                    _("期数和方式"),
                    _("{tenor} 期 · {method}").format(tenor=plan.tenor, method=_(plan.method.label)),
                ),
            )
        )
        with st.container(key="pair", gap=None):
            secondary(_("放弃这一笔"), key="give_up", on_click=give_up)
            primary(_("继续签署"), key="go_on", on_click=go, args=(leads_to,), here=True)


def loan_notes(notes: Sequence[NoteSummary], *, settled: int) -> None:
    """The open loan notes with what is due next, and the ways to the bills and to the limit's reasons."""
    if notes or settled:
        section(_("借据"), note=_("已结清 {count} 笔").format(count=settled) if settled else "")
    with group("notes"):
        for note in notes:
            _note(note)
        if notes or settled:
            cell(_("全部账单"), key="bills", icon=Icon("receipt_long"), on_click=partial(go, "bills"))
        cell(
            _("额度和利率怎么来的"),
            key="result",
            icon=Icon("help", "quiet"),
            on_click=partial(go, "result"),
        )


def _note(note: NoteSummary) -> None:
    cell(
        _("借 {amount}").format(amount=figures.money(note.principal_fen)),
        key=f"note_{note.number}".replace("-", "_"),
        icon=Icon("description", "good"),
        value=_("还欠 {outstanding}").format(outstanding=figures.money(note.outstanding_fen)),
        hint=_("第 {number}/{tenor} 期 · {day} 应还 {amount}").format(
            number=note.next_number,
            tenor=note.tenor,
            day=figures.day(note.next_due_on),
            amount=figures.money(note.next_fen),
        ),
        on_click=partial(go, "loan_note", note=note.number),
    )
