"""征信报送告知: what a borrower is told before anything negative is reported, and the three ways out."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.paying import trouble_cell
from pages.kit.i18n import _
from pages.kit.navigation import go
from weilidai_core.collection.views import bureau_report

view = bureau_report(session.world())

with ui.card("bureau"):
    if view.reported_on:
        ui.section(_("已报送（模拟）"), note=figures.day(view.reported_on))
        ui.paragraph(_("这次逾期已按模拟报送。还清之后会更新为已还清，记录从还清起保留五年。"))
    elif view.reports_on:
        ui.section(_("还没有报送"))
        ui.paragraph(_("到 {day} 还没有还清，才会报送。").format(day=figures.day(view.reports_on)))
    else:
        ui.section(_("没有要报送的逾期"))
    facts = [ui.Fact(_("逾期应还"), figures.money(view.overdue_fen), strong=True)]
    if view.told_on:
        facts.append(ui.Fact(_("告知日"), figures.day(view.told_on)))
    if view.reports_on:
        facts.append(ui.Fact(_("报送日"), figures.day(view.reports_on)))
    ui.key_values(facts)
with ui.card("what"):
    ui.section(_("会报送什么"))
    ui.key_values(
        (
            ui.Fact(_("内容"), _("借据、逾期金额、逾期天数")),
            ui.Fact(_("报给谁"), _("征信系统（模拟，什么都不会真的发出）")),
            ui.Fact(_("什么时候告知"), _("逾期第 {days} 天").format(days=view.notice_days)),
            ui.Fact(_("什么时候报送"), _("逾期第 {days} 天仍未还清").format(days=view.report_days)),
            ui.Fact(_("保留多久"), _("还清之日起五年")),
        )
    )
    law = _(
        "《征信业管理条例》第十五条：报送不良信息之前要告知本人；第十六条：不良信息自终止之日起保留五年。"
    )
    ui.paragraph(law, small=True)
ui.section(_("在那之前您可以"))
with ui.group("ways"):
    ui.cell(_("还清逾期"), key="bills", icon=ui.Icon("payments", "good"), on_click=partial(go, "bills"))
    ui.cell(
        _("对金额有疑问，提出异议"),
        key="collection",
        icon=ui.Icon("gavel", "warm"),
        on_click=partial(go, "collection"),
    )
    trouble_cell()
ui.disclaimer()
