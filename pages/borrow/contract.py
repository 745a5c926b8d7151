"""借款合同: the exact text, read to its end before it can be signed; its number and digest beside it.

Law: the text on this page is the text whose SHA-256 is signed; an English copy is for reading only.
"""

from functools import partial

from pages.kit import components as ui
from pages.kit import session
from pages.kit.components.downloads import download
from pages.kit.components.paper import contract_paper
from pages.kit.i18n import _, lang
from pages.kit.navigation import go
from pages.kit.perform import ready, require
from pages.kit.refusals import show_refusal
from pages.kit.signing import signing_steps
from pages.kit.widgets import reading
from weilidai_core.borrow.actions import AbandonDrawdown, ReadContract
from weilidai_core.borrow.signing_views import contract
from weilidai_core.journey import Step

TEXT = "contract_text"
world = require(Step.CONTRACT)
shown = session.typed(TEXT, "copy") if lang() == "en" else "signed"
view = contract(world, lang=lang() if shown == "copy" else "zh")
leave = ready(AbandonDrawdown(drawdown=view.drawdown), then="home")

signing_steps(at=1)
show_refusal()
if lang() == "en":
    with ui.card("language"):
        ui.note("info", _("签署的是中文文本；英文只供阅读，内容与中文一一对应。"))
        ui.choice(
            _("看哪一种文本"),
            options={"copy": _("英文阅读本"), "signed": _("中文（签署文本）")},
            value=shown,
            key="contract_language",
            on_change=partial(session.keep_typed, TEXT),
        )
with ui.card("contract"):
    ui.section(_("借款合同"), note=view.number)
    reading(
        contract_paper(view.text),
        key=f"contract_{view.number}",
        label=_("借款合同全文"),
        on_read=ready(ReadContract(contract=view.number, sha256=view.sha256), then=None),
        read=view.is_read,
        height="48vh",
    )
with ui.card("digest"):
    ui.key_values(
        (
            ui.Fact(_("合同编号"), view.number),
            ui.Fact(
                _("文本指纹（SHA-256）"),
                view.short_sha256,
                _("{sha256}。改动合同里任何一个字，它就会变；签署时签的就是它。").format(sha256=view.sha256),
            ),
        )
    )
    download(_("下载合同文本"), text=view.signed_text, name=view.file_name)
ui.disclaimer()
ui.primary(
    _("已读完，去签署") if view.is_read else _("请先读到合同末尾"),
    on_click=partial(go, "sign"),
    disabled=not view.is_read,
)
ui.secondary(_("暂不借"), on_click=leave, key="leave", here=False)
