"""核对合同: whether a file is exactly what was signed, be it this walk's own contract or any file at hand."""

from functools import partial

from pages.kit import components as ui
from pages.kit import session
from pages.kit.components.papers import verdict
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import keep_refusal
from pages.kit.refusals import show_refusal
from pages.kit.session import Key
from pages.kit.widgets.file_entry import file_entry
from weilidai_core.logbook import fault_of
from weilidai_core.papers.views import PaperLine, check, check_own, papers_of
from weilidai_core.trust.verification import LARGEST

world = session.world()
mine = papers_of(world)


def _try_file(content: bytes) -> None:
    session.put(Key.CHECKED, check(content))


def _try_own(line: PaperLine) -> None:
    try:
        session.put(Key.CHECKED, check_own(world, line))
    except Exception as refused:
        keep_refusal(fault_of(refused, place="own paper"))


checked = session.get(Key.CHECKED)
show_refusal()
if checked:
    verdict(checked)
else:
    ui.paragraph(
        _("选一个从这里下载的 PDF，看它是不是签署时的原件：谁签的、什么时候签的、之后有没有人动过。")
    )
with ui.card("file"):
    ui.section(_("核对一个文件"))
    file_entry(_("选择 PDF 文件"), key="paper", most=LARGEST, on_file=_try_file)
    ui.paragraph(_("文件只用来核对，不会保存。"), small=True)
if mine:
    ui.section(_("这次演示里签过的"))
    with ui.group("mine"):
        for at, line in enumerate(mine):
            ui.cell(
                _("借款合同") if line.is_contract else _("结清证明"),
                key=f"own_{at}",
                icon=ui.Icon("verified_user", "good"),
                hint=line.number or line.loan_note,
                on_click=partial(_try_own, line),
            )
with ui.group("more"):
    ui.cell(
        _("不靠我们也能核对"),
        key="log",
        icon=ui.Icon("receipt_long"),
        hint=_("回执、核对工具和透明日志"),
        on_click=partial(go, "log", back="verify"),
    )
    ui.cell(
        _("动手改一份试试"),
        key="tamper",
        icon=ui.Icon("edit_document", "warm"),
        on_click=partial(go, "tamper"),
    )
ui.disclaimer()
