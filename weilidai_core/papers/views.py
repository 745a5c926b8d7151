"""What the pages about signed papers show: which there are, which are genuine, what forging comes to."""

from dataclasses import dataclass, replace
from typing import Any

from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.papers.filing import SignedPaper, contract_receipt, signed_certificate, signed_contract
from weilidai_core.papers.refusals import NotSigned
from weilidai_core.papers.tampering import WAYS, data_in
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.trust.authority import authority
from weilidai_core.trust.transparency.receipt import Receipt
from weilidai_core.trust.transparency.receipt import check as check_receipt
from weilidai_core.trust.verification import (
    CONTRACT,
    Genuine,
    NotGenuine,
    PaperUnreadable,
    Signature,
    verified,
)
from weilidai_core.words import RepaymentMethod
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class PaperLine:
    """A paper that can be had: whether it is the contract or the certificate, its number, its loan note."""

    is_contract: bool
    number: str
    loan_note: str


@dataclass(frozen=True)
class Checked:
    """How a check came out: `genuine` with what it says, or `refused` with the reason; `leaf` is its place in
    the log, where that was checked too."""

    genuine: Genuine | None
    refused: NotGenuine | None
    leaf: int | None = None

    @property
    def is_contract(self) -> bool:
        """Whether it is a genuine contract, which has terms to show."""
        return self.genuine is not None and self.genuine.kind == CONTRACT

    @property
    def data(self) -> dict[str, Any]:
        """What a genuine paper says."""
        return self.genuine.data if self.genuine else {}

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """Who signed a genuine paper."""
        return self.genuine.signatures if self.genuine else ()

    @property
    def method(self) -> Sentence:
        """A genuine contract's repayment method."""
        return sentence(RepaymentMethod(self.data["method"]).label)


@dataclass(frozen=True)
class Way:
    """One way of forging: its name, what it is called, what it does (catalogue keys)."""

    name: str
    title: str
    does: str


@dataclass(frozen=True)
class Tampered:
    """A forged file, what it says now (None where it cannot be told), and how its check came out."""

    way: Way
    file: SignedPaper
    principal_fen: int | None
    says_otherwise: bool
    checked: Checked


FORGING: tuple[Way, ...] = (
    Way("untouched", N_("什么都不改"), N_("对照：原件本身应当通过。")),
    Way("one-byte", N_("改一个字节"), N_("把文件正中一个字节的一个比特翻过来。")),
    Way("another-amount", N_("改借款金额"), N_("把合同数据里的借款本金改成另一个数，文件大小不变。")),
    Way("one-more-page", N_("加一页"), N_("用正规的增量更新在末尾加一页。")),
    Way("one-more-line", N_("末尾加一个空行"), N_("只在文件最后多一个换行，肉眼看不出来。")),
    Way("without-borrower", N_("剪掉借款人的签名"), N_("把文件截回到只有贷款人签过的那一刻。")),
    Way("signed-elsewhere", N_("另找机构重新签"), N_("同样的文字，用一家同名的假机构重新签一遍。")),
)


def papers_of(world: World) -> tuple[PaperLine, ...]:
    """Every signed paper that can be had in a world, the newest loan first."""
    found = []
    for note in reversed(loan_notes_of(read_history(world))):
        found.append(PaperLine(True, note.contract, note.number))
        if note.settled_on is not None:
            found.append(PaperLine(False, "", note.number))
    return tuple(found)


def paper_of(world: World, line: PaperLine) -> SignedPaper:
    """The signed file of a line. Raises `NotSigned`, `NotSettled`, `KeyNotKept`."""
    return (
        signed_contract(world, line.number) if line.is_contract else signed_certificate(world, line.loan_note)
    )


def check(paper: bytes) -> Checked:
    """Check a file against this installation's authority."""
    try:
        return Checked(verified(paper, root=authority().root), None)
    except NotGenuine as refusal:
        return Checked(None, refusal)


def check_own(world: World, line: PaperLine) -> Checked:
    """Check a paper of this world, a contract with its receipt. Raises as `paper_of` and `receipt.check`."""
    paper = paper_of(world, line)
    checked = check(paper.content)
    if not checked.is_contract:
        return checked
    shown = check_receipt(receipt_of(world, line), document=paper.content, key=checked.data.get("log_key"))
    return replace(checked, leaf=shown.leaf)


def receipt_of(world: World, line: PaperLine) -> Receipt:
    """The receipt of a contract's file. Raises `NotSigned`, `NoReceipt`."""
    return contract_receipt(world, line.number)


def tampered(world: World, name: str) -> Tampered:
    """The newest contract of a world, forged in one way (a name of `FORGING`), and its check.

    Raises `NotSigned` where there is no contract, `PaperUnreadable` where there is no such way.
    """
    way = next((each for each in FORGING if each.name == name), None)
    if way is None:
        raise PaperUnreadable
    newest = next((each for each in papers_of(world) if each.is_contract), None)
    if newest is None:
        raise NotSigned
    paper = paper_of(world, newest)
    forged = WAYS[name](paper.content)
    told = data_in(forged).get("principal_fen")
    return Tampered(
        way=way,
        file=SignedPaper(paper.kind, f"{paper.number}-{name}", forged, ""),
        principal_fen=told if isinstance(told, int) else None,
        says_otherwise=told != data_in(paper.content).get("principal_fen"),
        checked=check(forged),
    )
