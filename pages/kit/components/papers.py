"""Signed papers: to take along, to check, and how a check came out."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import streamlit as st

from pages.kit import format as figures
from pages.kit.components.cells import Icon, card, cell
from pages.kit.components.figures import Fact, key_values
from pages.kit.components.markup import md
from pages.kit.components.results import result_hero
from pages.kit.components.text import note, paragraph, refusal_note, section
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from weilidai_core.papers.filing import SignedPaper
from weilidai_core.papers.views import Checked, PaperLine, paper_of
from weilidai_core.world.world import World


def signed_paper(world: World, line: PaperLine) -> None:
    """A card with the signed file of a line, made when it is first taken, and the way to check it."""
    with card(f"paper-{line.loan_note}-{int(line.is_contract)}"):
        section(_("合同签署件") if line.is_contract else _("结清证明"), note=_("PDF · 可核对"))
        told = (
            _("双方电子签名都在文件里，附有时间戳和合同数据，改动一个字节都能发现。")
            if line.is_contract
            else _("贷款人的电子签名在文件里，改动一个字节都能发现。")
        )
        paragraph(told, small=True)
        save_pdf(
            _("下载合同 PDF") if line.is_contract else _("下载结清证明 PDF"),
            name=f"{line.number or line.loan_note}.pdf",
            make=partial(_content, world, line),
            key=f"pdf_{line.loan_note}_{int(line.is_contract)}",
        )
        cell(_("核对真伪"), key="verify", icon=Icon("verified_user", "good"), on_click=partial(go, "verify"))
        paragraph(_("签发机构和时间戳都是演示用的，不具有法律效力。"), small=True)


def save_pdf(
    label: str, *, name: str, make: Callable[[], bytes], key: str, mime: str = "application/pdf"
) -> None:
    """A button that saves a PDF, or what belongs to one; `make` is called when it is tapped."""
    st.download_button(
        md(label),
        make,
        file_name=name,
        mime=mime,
        key=key,
        icon=":material/download:",
        on_click="ignore",
        width="stretch",
        wrap=True,
    )


def forged_pdf(file: SignedPaper) -> None:
    """A forged file to take along, so that anyone can try it in another program."""
    save_pdf(_("下载改过的文件"), name=file.file_name, make=lambda: file.content, key="forged")


def verdict(checked: Checked) -> None:
    """How a check came out: who signed what and when, or why it was refused."""
    if checked.refused:
        result_hero("declined", title=_("没有通过"), text=say(checked.refused.sentence))
        refusal_note(_("这不是签署时的那份文件。"), next_step=say(checked.refused.next_sentence))
        return
    result_hero("success", title=_("是原件"), text=_("签名完整，签名之后没有任何改动。"))
    with card("signers"):
        section(_("谁签的"))
        facts = []
        for each in checked.signatures:
            facts.append(Fact(say_role(each.role), each.name))
            facts.append(Fact(_("签署时刻"), _moment(each.at)))
        key_values(facts)
    with card("says"):
        section(_("文件里写的"))
        key_values(_contents(checked))
    note("info", _("签发机构和时间戳都是演示用的，不具有法律效力。"))


def say_role(role: str) -> str:
    """A party in the chosen language."""
    return _(role)


def _contents(checked: Checked) -> tuple[Fact, ...]:
    data = checked.data
    common = (
        Fact(_("编号"), data["number"]),
        Fact(_("借款人"), data["borrower"]["name"]),
        Fact(_("借款本金"), figures.money(data["principal_fen"])),
    )
    if not checked.is_contract:
        return (*common, Fact(_("一共还了"), figures.money(data["total_fen"])), _digest(checked))
    return (
        *common,
        Fact(_("年化利率（单利）"), figures.percent(data["annual_rate_simple_360_ppm"])),
        Fact(_("借款期数"), _("{tenor} 期").format(tenor=data["tenor"])),
        Fact(_("还款方式"), say(checked.method)),
        Fact(_("本息合计"), figures.money(data["total_payable_fen"])),
        *_in_log(checked),
        _digest(checked),
    )


def _in_log(checked: Checked) -> tuple[Fact, ...]:
    if checked.leaf is None:
        return ()
    place = _("第 {leaf} 条").format(leaf=checked.leaf)
    told = _("文件的指纹登记在透明日志里，日志没有被改写过。能发现篡改，但只有一家在记，不是去中心化。")
    return (Fact(_("日志里的位置"), place, told),)


def _digest(checked: Checked) -> Fact:
    sha256 = checked.genuine.sha256 if checked.genuine else ""
    return Fact(_("文件指纹（SHA-256）"), sha256[:12], _("{sha256}。整个文件的指纹。").format(sha256=sha256))


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"


def _content(world: World, line: PaperLine) -> bytes:
    return paper_of(world, line).content
