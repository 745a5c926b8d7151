"""透明日志: what it proves and what it does not, its newest checkpoint, and this applicant's own receipts."""

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.downloads import download
from pages.kit.i18n import _
from weilidai_core.papers.log_views import log_page
from weilidai_core.trust.transparency.receipt import verifier

view = log_page(session.world())

ui.paragraph(
    _(
        "授权、额度、合同、放款、每一笔还款，发生的同时都在一份只增不改的日志里登记一条。登记的是加了盐的摘要，"
        "看不出是谁、多少钱。"
    )
)
ui.note(
    "info",
    _(
        "公开文章说微粒贷用区块链分布式账本保证交易安全、可追溯。这里不是区块链：只有一个运营者，没有去中心化。"
        "它能做到的是，改过、删过、插过都会留下破绽，前提是有人留着以前的检查点，比如您下载的回执。"
    ),
    title=_("与公开信息的差异"),
)
with ui.card("log"):
    ui.section(_("日志现在的样子"))
    if view.state is None:
        ui.paragraph(_("还没有登记过任何事。"), small=True)
    else:
        ui.key_values(
            (
                ui.Fact(_("已登记"), _("{count} 条").format(count=figures.count(view.state.size))),
                ui.Fact(_("日志名称"), view.state.origin),
                ui.Fact(
                    _("根（SHA-256）"),
                    view.state.root[:12],
                    _("把所有登记两两取摘要，一层层算上去：{root}").format(root=view.state.root),
                ),
                ui.Fact(_("日志公钥"), view.state.key[-12:]),
            )
        )
        ui.paragraph(
            _("检查点是对“有多少条、根是什么”的签名。留一份，以后就能对出日志有没有被改写。"), small=True
        )
        ui.paragraph(_("完整的公钥印在每份合同里，也在每张回执里。"), small=True)
        note = view.state.note
        download(_("下载检查点"), text=note, name="checkpoint.txt", key="checkpoint", mime="text/plain")
with ui.card("receipts"):
    ui.section(_("我的回执"))
    if not view.receipts:
        ui.paragraph(_("签署合同之后，这里有它的回执。"), small=True)
    for own in view.receipts:
        if own.receipt is None:
            ui.paragraph(
                _("合同 {contract} 的登记内容已随个人信息删除。").format(contract=own.contract), small=True
            )
        else:
            download(
                _("下载 {contract} 的回执").format(contract=own.contract),
                text=own.receipt.as_json(),
                name=f"{own.contract}.receipt.json",
                key=f"receipt_{own.contract}",
                mime="application/json",
            )
    ui.paragraph(
        _("核对工具是一个网页文件：保存后用浏览器打开，选合同和回执，不联网也能核对，不用相信我们。"),
        small=True,
    )
    download(_("下载核对工具"), text=verifier(), name="verify.html", key="verifier", mime="text/html")
ui.disclaimer()
