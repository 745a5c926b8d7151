"""已结清: the receipt of a loan that is repaid in full: when, how much in all, and nothing owed any more."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.bills import account_name
from pages.kit.components.papers import signed_paper
from pages.kit.i18n import _
from pages.kit.navigation import go, lead_on
from pages.kit.perform import require
from weilidai_core.journey import Step
from weilidai_core.papers.views import PaperLine
from weilidai_core.settle.views import settled

world = require(Step.SETTLED)
view = settled(world, number=session.address("note"))
if view is None:
    lead_on("bills", _("这笔借款还没有结清。"))
note = view.note

text = _("这笔借款不再欠任何钱，也不再产生利息。")
ui.result_hero("success", title=_("已结清"), text=text)
with ui.card("receipt"):
    facts = [
        ui.Fact(_("借款本金"), figures.money(note.principal_fen)),
        ui.Fact(_("一共付了利息"), figures.money(view.interest_fen)),
    ]
    if view.is_early:
        saved = _("按计划还完的利息，减去实际付的利息。")
        facts.append(ui.Fact(_("提前结清少付的利息"), figures.money(view.saved_fen), saved))
    facts += [
        ui.Fact(_("结清日"), figures.day(view.settled_on)),
        ui.Fact(_("借款日"), figures.day(note.interest_from)),
        ui.Fact(_("还款账户"), account_name(view.bank, note.card)),
        ui.Fact(_("借据编号"), note.number),
        ui.Fact(_("合同编号"), note.contract),
    ]
    ui.receipt(_("一共还了"), amount=figures.money(view.total_fen), facts=facts)
with ui.card("moments"):
    ui.section(_("经过"))
    moments = [ui.Moment(_("放款"), figures.day(note.interest_from), figures.money(note.principal_fen))]
    if view.last_repaid_on:
        repaid = _("按期还了 {count} 期").format(count=view.instalments_repaid)
        moments.append(ui.Moment(repaid, figures.day(view.last_repaid_on)))
    ending = _("提前结清") if view.is_early else _("还清最后一期")
    ui.timeline([*moments, ui.Moment(ending, figures.day(view.settled_on))])
signed_paper(world, PaperLine(False, "", note.number))
with ui.group("ways"):
    ui.cell(
        _("借据和合同"),
        key="note",
        icon=ui.Icon("description"),
        on_click=partial(go, "loan_note", note=note.number),
    )
    available = _("可借 {available}").format(available=figures.money(view.available_fen))
    ui.cell(
        _("再借一笔"),
        key="again",
        icon=ui.Icon("water_drop", "quiet"),
        value=available,
        on_click=partial(go, "quote"),
    )
ui.disclaimer()
ui.primary(_("完成"), on_click=partial(go, "home"), key="done")
