"""结清证明: that a loan note is settled, in both languages, with its figures. Pure."""

from datetime import date
from pathlib import Path
from typing import Any

from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.language import day, money, translator
from weilidai_core.papers.contract_paper import NOTICE
from weilidai_core.papers.layout import blocks_of
from weilidai_core.product import LENDER
from weilidai_core.sentences import N_
from weilidai_core.trust.verification import CERTIFICATE
from weilidai_core.words import Component

_CONTENT = Path(__file__).parent / "content"
_EARLY, _IN_TIME = N_("已经提前结清"), N_("已经还清")


def certificate_number(loan_note: str, *, nth: int = 1) -> str:
    """The number of a loan note's certificate: JQ20260308-01 for JJ20260308-01; a later one has its count."""
    return loan_note.replace("JJ", "JQ", 1) + (f"-{nth}" if nth > 1 else "")


def certificate_data(
    note: LoanNote, *, nth: int = 1, borrower: str, id_number: str, settled_on: date
) -> dict[str, Any]:
    """What the certificate of the `nth` settlement says, as plain data; the borrower is masked."""
    interest_fen, penalty_fen = note.paid_fen(Component.INTEREST), note.paid_fen(Component.PENALTY)
    return {
        "kind": CERTIFICATE,
        "notice": NOTICE,
        "number": certificate_number(note.number, nth=nth),
        "lender": LENDER,
        "borrower": {"name": borrower, "id_number": id_number},
        "contract": note.contract,
        "loan_note": note.number,
        "principal_fen": note.principal_fen,
        "interest_fen": interest_fen,
        "penalty_fen": penalty_fen,
        "total_fen": note.principal_fen + interest_fen + penalty_fen,
        "interest_from": note.interest_from.isoformat(),
        "settled_on": settled_on.isoformat(),
        "settled_early": note.settled_ahead,
    }


def certificate_text(data: dict[str, Any], lang: str) -> str:
    """The certificate's text in a language."""
    say = translator(lang).gettext
    template = (_CONTENT / f"certificate.{lang}.md").read_text(encoding="utf-8")
    return template.format(
        number=data["number"],
        settled_on=day(date.fromisoformat(data["settled_on"]), lang),
        lender=say(data["lender"]),
        name=data["borrower"]["name"],
        id_number=data["borrower"]["id_number"],
        contract=data["contract"],
        loan_note=data["loan_note"],
        way=say(_EARLY if data["settled_early"] else _IN_TIME),
        principal=money(data["principal_fen"]),
        interest_from=day(date.fromisoformat(data["interest_from"]), lang),
        interest=money(data["interest_fen"]),
        penalty=money(data["penalty_fen"]),
        total=money(data["total_fen"]),
    )


def certificate_paper(
    data: dict[str, Any], *, text_sha256: str, root_sha256: str, log_key: str = ""
) -> dict[str, Any]:
    """What is set: the Chinese text, the English one, and a page for the lender's signature."""
    blocks = blocks_of(certificate_text(data, "zh"))
    return {
        "title": blocks[0]["text"],
        "lender": data["lender"],
        "number": data["number"],
        "blocks": [*blocks, *blocks_of(certificate_text(data, "en"))],
        "signers": [{"role": "lender", "name": data["lender"]}],
        "facts": {"text_sha256": text_sha256, "root_sha256": root_sha256, "log_key": log_key},
    }
