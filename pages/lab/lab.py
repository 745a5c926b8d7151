"""引导者: this installation at a glance: its worlds, its log, and whether books and log hold when asked."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import presenter
from pages.kit.asked import ask, asked
from pages.kit.i18n import _
from pages.kit.navigation import go
from weilidai_core.audit import audit
from weilidai_core.scenarios.personas import persona
from weilidai_core.store import open_store
from weilidai_core.trust.transparency.audit_views import audit_log
from weilidai_core.trust.transparency.views import log_state
from weilidai_core.world.views import worlds_by_persona

store = open_store()
state = log_state(store)

ui.paragraph(_("只有引导者看得到这一页。这里只有数目，没有任何人的内容。"))
with ui.card("panel"):
    ui.section(_("演示者面板"))
    ui.paragraph(_("在宽屏上，手机旁边多一块面板：演示人物、模拟日期和全部场景。"), small=True)
    if presenter.is_shown():
        put_away = {presenter.PANEL: ""}
        ui.secondary(_("收起面板"), key="panel_away", on_click=partial(go, "lab", **put_away))
    else:
        shown = {presenter.PANEL: presenter.SHOWN}
        ui.secondary(_("打开面板，从钱包开始"), key="panel_shown", on_click=partial(go, "wallet", **shown))
with ui.card("worlds"):
    ui.section(_("这里的演示"))
    ui.key_values(
        tuple(
            ui.Fact(_(persona(name).who), _("{count} 份").format(count=figures.count(worlds)))
            for name, worlds in worlds_by_persona(store)
        )
    )
with ui.card("log"):
    ui.section(_("透明日志"))
    ui.key_values(
        (
            ui.Fact(_("已登记"), _("{count} 条").format(count=figures.count(state.size if state else 0))),
            ui.Fact(_("日志名称"), state.origin if state else _("还没有")),
        )
    )
with ui.card("audit"):
    ui.section(_("审计"))
    ui.paragraph(_("重算全部账目和整份日志；数据多时要等一会儿。"), small=True)
    if asked() == "audit":
        books, log = audit(store), audit_log(store)
        if books.is_clean and log.is_clean:
            ui.note(
                "success",
                _("账目 {entries} 笔分录、日志 {leaves} 条登记，都对得上。").format(
                    entries=figures.count(books.entries), leaves=figures.count(log.leaves)
                ),
            )
        for each in books.broken:
            ui.note("error", each.detail, title=each.law)
        for broken in log.broken:
            ui.note("error", broken, title=_("透明日志"))
ui.disclaimer()
ui.primary(_("现在审计"), on_click=partial(ask, "audit"), key="audit")
