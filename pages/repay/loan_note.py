"""借据: one loan with its terms, annual rate first, and its schedule: paid, due, ahead, each row reckoned."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.asked import ask, asked
from pages.kit.components.bills import days_phrase, note_facts, schedule_bar, schedule_line
from pages.kit.components.downloads import download
from pages.kit.components.paper import contract_paper
from pages.kit.i18n import _, lang
from pages.kit.navigation import go
from pages.kit.perform import require
from pages.kit.widgets import reading
from weilidai_core.borrow.signing_views import contract_text, reading_copy
from weilidai_core.journey import Step
from weilidai_core.repay.views import loan_note

CONTRACT = "signed_contract"
world = require(Step.LOAN_NOTE)
view = loan_note(world, number=session.address("note"))
note = view.note
to_repay = partial(go, "repay", note=note.number)


def draw_contract() -> None:
    """The signed contract, to read again or to keep."""
    ui.paragraph(_("合同编号 {contract}").format(contract=note.contract), small=True)
    paper = contract_paper(reading_copy(world, note.contract, lang=lang()))
    reading(paper, key="signed", label=_("借款合同全文"), on_read=lambda: None, read=True, height="52vh")
    download(_("下载合同文本"), text=contract_text(world, note.contract), name=f"{note.contract}.zh.md")


ui.amount_hero(
    _("剩余本金（元）"),
    amount=figures.number(note.outstanding_fen),
    rate=_("年化利率（单利）{rate}").format(rate=figures.percent(view.annual_rate_ppm)),
    note=_("借据 {note}").format(note=note.number),
)
with ui.card("terms"):
    ui.section(_("这笔借款"), note=_("已结清") if note.settled_on else "")
    ui.key_values(note_facts(view))
with ui.group("ways"):
    if view.due:
        ui.cell(
            _("今天到期"),
            key="due",
            icon=ui.Icon("today"),
            value=figures.money(view.due.row.total_fen),
            on_click=to_repay,
        )
        ui.primary(_("去还款"), on_click=to_repay)
    elif view.upcoming:
        when = f"{figures.short_day(view.upcoming.due_on)} · {days_phrase(view.upcoming.days_left)}"
        ui.cell(_("下一期"), key="next", icon=ui.Icon("event"), value=when, on_click=to_repay)
    if note.settled_on:
        ui.cell(
            _("结清凭据"),
            key="settled",
            icon=ui.Icon("task_alt", "green"),
            on_click=partial(go, "settled", note=note.number),
        )
    else:
        early = partial(go, "settle", note=note.number)
        ui.cell(
            _("提前结清"),
            key="settle",
            icon=ui.Icon("event_available", "green"),
            hint=_("剩余本金加到当天的利息，不收违约金"),
            on_click=early,
        )
    ui.cell(
        _("借款合同"),
        key="contract",
        icon=ui.Icon("description", "grey"),
        value=note.contract,
        on_click=partial(ask, CONTRACT),
    )
with ui.card("schedule"):
    ui.section(_("还款计划"), note=_("已还 {paid}/{tenor} 期").format(paid=len(note.paid), tenor=note.tenor))
    summary = _("{tenor} 期还款，蓝色是本金，橙色是利息").format(tenor=note.tenor)
    ui.schedule_bars([schedule_bar(one) for one in view.instalments], summary=summary)
    ui.schedule_rows([schedule_line(one) for one in view.instalments])
ui.disclaimer()
if asked() == CONTRACT:
    ui.sheet(_("借款合同"), draw_contract)
