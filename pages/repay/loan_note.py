"""借据: one loan with its terms, annual rate first, and its schedule: paid, due, ahead, each row reckoned."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.asked import ask, asked
from pages.kit.components.bills import note_facts, note_ways, schedule_bar, schedule_line, spent_facts
from pages.kit.components.calendar_file import calendar_download
from pages.kit.components.downloads import download
from pages.kit.components.paper import contract_paper
from pages.kit.components.papers import save_pdf
from pages.kit.i18n import _, lang
from pages.kit.navigation import go
from pages.kit.perform import require
from pages.kit.widgets import reading
from weilidai_core.borrow.signing_views import contract_text, reading_copy
from weilidai_core.journey import Step
from weilidai_core.papers.filing import contract_receipt, signed_contract
from weilidai_core.repay.views import loan_note

CONTRACT = "signed_contract"
world = require(Step.LOAN_NOTE)
view = loan_note(world, number=session.address("note"))
note = view.note


def draw_contract() -> None:
    """The signed contract, to read again or to keep."""
    ui.paragraph(_("合同编号 {contract}").format(contract=note.contract), small=True)
    paper = contract_paper(reading_copy(world, note.contract, lang=lang()))
    reading(paper, key="signed", label=_("借款合同全文"), on_read=lambda: None, read=True, height="52vh")
    save_pdf(
        _("下载合同 PDF"),
        name=f"{note.contract}.pdf",
        make=lambda: signed_contract(world, note.contract).content,
        key="pdf",
    )
    save_pdf(
        _("下载回执"),
        name=f"{note.contract}.receipt.json",
        make=lambda: contract_receipt(world, note.contract).as_json().encode(),
        key="receipt",
        mime="application/json",
    )
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
note_ways(view, on_contract=partial(ask, CONTRACT))
if not note.settled_on:
    calendar_download(world, number=note.number)
if view.due:
    ui.primary(_("去还款"), on_click=partial(go, "repay", note=note.number))
with ui.card("schedule"):
    ui.section(_("还款计划"), note=_("已还 {paid}/{tenor} 期").format(paid=note.paid_count, tenor=note.tenor))
    summary = _("{tenor} 期还款，蓝色是本金，橙色是利息").format(tenor=note.tenor)
    ui.schedule_bars([schedule_bar(one) for one in view.instalments], summary=summary)
    ui.schedule_rows([schedule_line(one) for one in view.instalments])
with ui.card("spent"):
    ui.section(_("每一元去了哪里"))
    ui.key_values(spent_facts(view.spent))
ui.disclaimer()
if asked() == CONTRACT:
    ui.sheet(_("借款合同"), draw_contract)
