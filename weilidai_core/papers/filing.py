"""Signed papers, made once and kept: asked for again, the very same bytes come.

The consent to a contract is the act; the signed file says it on paper. It is made from what the act has
committed (the text, the evidence), at once in the ceremony, or when it is first asked for where nobody
waited for it: so the act's transaction stays short, and a process that dies in between loses nothing.
Whoever comes second finds the first one's file. A world rebuilt from another keeps that one's files.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from weilidai_core.borrow.drawdown import drawdowns_of
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.borrow.signing_views import contract_text
from weilidai_core.events import ContractSigned, History, LoanSettled, Recorded
from weilidai_core.papers.certificate import certificate_data, certificate_paper, certificate_text
from weilidai_core.papers.contract_paper import contract_data, contract_paper
from weilidai_core.papers.refusals import NotSettled, NotSigned
from weilidai_core.papers.tables import PaperFileRow, SignedPaperRow
from weilidai_core.papers.typesetting import typeset
from weilidai_core.trust.authority import authority
from weilidai_core.trust.moment import now
from weilidai_core.trust.passkeys import answer_behind
from weilidai_core.trust.signing import Consented, signed
from weilidai_core.trust.transparency.actions import keep_checkpoint, log_file, stand_on
from weilidai_core.trust.transparency.logged import FILE_KEPT, text_of_file
from weilidai_core.trust.transparency.receipt import Receipt
from weilidai_core.trust.transparency.views import file_receipt, log_key
from weilidai_core.trust.verification import CONTRACT
from weilidai_core.world.views import parent_of, read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class SignedPaper:
    """A signed file: its kind, the number on it, its bytes and their SHA-256."""

    kind: str
    number: str
    content: bytes
    sha256: str

    @property
    def file_name(self) -> str:
        """The name under which it is saved."""
        return f"{self.number}.pdf"


def signed_contract(world: World, number: str) -> SignedPaper:
    """The signed contract of that number. Raises `NotSigned`, and `KeyNotKept` where there is no key."""
    history = read_history(world)
    drawdown = next((each for each in drawdowns_of(history) if _number(each.contract) == number), None)
    if drawdown is None or drawdown.contract is None or drawdown.signed is None:
        raise NotSigned
    data = contract_data(history, drawdown, drawdown.contract)
    consented = Consented(data["borrower"]["name"], _evidence(world, drawdown.signed, data))

    def make() -> bytes:
        by = authority()
        key = log_key(world.store)
        paper = contract_paper(
            data, text=contract_text(world, number), root_sha256=by.fingerprint, log_key=key
        )
        # The key is in the data as well: what a receipt is checked with is then signed by both.
        attached = {**data, "log_key": key}
        return signed(typeset(paper, attached=attached), by=by, at=now(), borrower=consented)

    return _filed(world, data, _recorded(history, drawdown.signed), make)


def signed_certificate(world: World, loan_note: str) -> SignedPaper:
    """The signed settlement certificate of a loan note. Raises `NotSettled`, and `KeyNotKept`."""
    history = read_history(world)
    note = next((each for each in loan_notes_of(history) if each.number == loan_note), None)
    if note is None or note.settled_on is None:
        raise NotSettled
    drawdown = drawdowns_of(history)[note.drawdown - 1]
    if drawdown.contract is None:
        raise NotSettled
    borrower = contract_data(history, drawdown, drawdown.contract)["borrower"]
    # A repayment that came back and was made good again settles the loan anew: that is another certificate.
    settlements = [each for each in history if each.event == LoanSettled(loan_note=loan_note)]
    data = certificate_data(
        note,
        nth=len(settlements),
        borrower=borrower["name"],
        id_number=borrower["id_number"],
        settled_on=note.settled_on,
    )

    def make() -> bytes:
        by = authority()
        text_sha256 = hashlib.sha256(certificate_text(data, "zh").encode()).hexdigest()
        paper = certificate_paper(
            data, text_sha256=text_sha256, root_sha256=by.fingerprint, log_key=log_key(world.store)
        )
        return signed(typeset(paper, attached=data), by=by, at=now(), borrower=None)

    return _filed(world, data, settlements[-1], make)


def contract_receipt(world: World, number: str) -> Receipt:
    """The receipt of a signed contract's file: that it is in the log. Raises `NotSigned`, `NoReceipt`."""
    paper, history = signed_contract(world, number), read_history(world)
    signed_as = next(
        each for each in history if isinstance(each.event, ContractSigned) and each.event.contract == number
    )
    text = text_of_file(paper.file_name, sha256=paper.sha256, on=signed_as.on)
    return file_receipt(world.store, world.id, seq=signed_as.seq, text=text)


def is_filed(world: World, kind: str, number: str) -> bool:
    """Whether the signed file exists already."""
    return _find(world, kind, number) is not None


def _filed(world: World, data: dict[str, Any], because: Recorded, make: Callable[[], bytes]) -> SignedPaper:
    kind, number, data_sha256 = data["kind"], data["number"], _digest(data)
    found = _find(world, kind, number)
    if found is not None:
        return found
    parent = parent_of(world, having=because.step)
    if parent is not None:
        # The same signature in the same past: the world in which it was made has the file, or makes it.
        of_parent = signed_contract if kind == CONTRACT else signed_certificate
        content = of_parent(parent, number if kind == CONTRACT else data["loan_note"]).content
    else:
        content = make()
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        with world.store.writing() as session:
            if session.get(PaperFileRow, sha256) is None:
                session.add(PaperFileRow(sha256=sha256, content=content))
                session.flush()
            session.add(
                SignedPaperRow(
                    world_id=world.id, kind=kind, number=number, data_sha256=data_sha256, sha256=sha256
                )
            )
            session.flush()
            if parent is None:
                # Its digest is in the log from the moment it exists: nobody can exchange the file later.
                log_file(
                    session, world.id, seq=because.seq, name=f"{number}.pdf", sha256=sha256, on=because.on
                )
                keep_checkpoint(session)
            else:
                stand_on(session, parent_id=parent.id, world_id=world.id, seq=because.seq, kind=FILE_KEPT)
    except IntegrityError:
        # Another process was quicker; theirs is the one, and this one was never shown to anybody.
        pass
    kept = _find(world, kind, number)
    if kept is None:
        raise LookupError("a paper that was filed is found again")
    return kept


def _find(world: World, kind: str, number: str) -> SignedPaper | None:
    with world.store.reading() as session:
        row = session.exec(
            select(SignedPaperRow).where(
                SignedPaperRow.world_id == world.id,
                SignedPaperRow.kind == kind,
                SignedPaperRow.number == number,
            )
        ).one_or_none()
        file = session.get(PaperFileRow, row.sha256) if row else None
    return SignedPaper(kind, number, file.content, file.sha256) if file else None


def _evidence(world: World, given: ContractSigned, data: dict[str, Any]) -> bytes:
    """The SHA-256 of what shows that the borrower agreed: how, with which answer of the device, to what."""
    with world.store.reading() as session:
        answer = answer_behind(session, world.id, given.evidence_id)
    shown = {**given.model_dump(mode="json"), "answer": answer, "consents": data["consents"]}
    return bytes.fromhex(_digest(shown))


def _digest(content: Any) -> str:
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _number(contract: Any) -> str:
    return contract.contract if contract else ""


def _recorded(history: History, event: Any) -> Recorded:
    return next(each for each in history if each.event == event)
