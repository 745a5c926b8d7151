"""篡改实验: the visitor forges a signed contract in several ways, and sees each of them caught, and why."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.asked import ask, asked
from pages.kit.components.papers import forged_pdf, verdict
from pages.kit.i18n import _
from pages.kit.navigation import go
from weilidai_core.papers.views import FORGING, Way, papers_of, tampered

TRIED = "tampered"
world = session.world()
tried = session.typed(TRIED).split()


def _try(way: Way) -> None:
    session.keep_typed(TRIED, " ".join({*tried, way.name}))
    ask(way.name)


def draw_outcome(name: str) -> None:
    """What was done, and what the check says to it."""
    outcome = tampered(world, name)
    ui.paragraph(_(outcome.way.does))
    if outcome.says_otherwise and outcome.principal_fen is not None:
        forged = figures.money(outcome.principal_fen)
        ui.note("warn", _("改过的文件里，借款本金写的是 {amount}。").format(amount=forged))
    verdict(outcome.checked)
    forged_pdf(outcome.file)


def _state(way: Way) -> ui.Status | str:
    if way.name not in tried:
        return ""
    return ui.Status(_("是原件"), "success") if way.name == "untouched" else ui.Status(_("被发现"), "info")


if papers_of(world):
    ui.paragraph(_("这些都是真的改一份您签过的合同，再照常核对。原件不会受影响。"))
    with ui.group("ways"):
        for each in FORGING:
            ui.cell(
                _(each.title),
                key=each.name.replace("-", "_"),
                icon=ui.Icon("edit_document", "warm"),
                hint=_(each.does),
                value=_state(each),
                on_click=partial(_try, each),
            )
    ui.note("info", _("改过的文件可以下载，用别的 PDF 软件打开看看。"))
else:
    ui.empty_state(_("还没有签过合同"), text=_("签完第一份合同，就能在这里动手改它。"), icon="edit_document")
    ui.primary(_("去借款"), on_click=partial(go, "home"))
ui.disclaimer()
chosen = asked()
if chosen:
    ui.sheet(_("核对结果"), draw_outcome, args=(chosen,))
