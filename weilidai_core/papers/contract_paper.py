"""The contract as a paper: its data, which lie inside the file, and what is set. Pure.

Law: the data are the loan note's own figures, every one of them; the text is the one that was read.
"""

from typing import Any

from weilidai_core.borrow.contract import loan_note_number
from weilidai_core.borrow.drawdown import Drawdown
from weilidai_core.borrow.paperwork import agreed
from weilidai_core.events import ContractDrawnUp, History
from weilidai_core.papers.layout import blocks_of
from weilidai_core.product import LENDER
from weilidai_core.quote.schedule import Row
from weilidai_core.sentences import N_
from weilidai_core.trust.verification import CONTRACT

NOTICE = N_("演示合同 不具有法律效力")


def contract_data(history: History, drawdown: Drawdown, made: ContractDrawnUp) -> dict[str, Any]:
    """Everything the contract of a drawdown says, as plain data: money in fen, rates in ppm, dates ISO."""
    said = agreed(history, drawdown, on=made.drawn_up_on)
    quoted, cost, parties = said.cost.quote, said.cost.quote.cost, said.parties
    return {
        "kind": CONTRACT,
        "notice": NOTICE,
        "number": made.contract,
        "drawn_up_on": made.drawn_up_on.isoformat(),
        "text_sha256": made.sha256,
        "lender": LENDER,
        "borrower": {"name": parties.name, "id_number": parties.id_number, "mobile": parties.mobile},
        "account": {"bank": parties.bank, "card": parties.card},
        "purpose": parties.purpose_label,
        "loan_note": loan_note_number(drawdown.number, on=made.drawn_up_on),
        "principal_fen": quoted.principal_fen,
        "tenor": quoted.tenor,
        "method": quoted.method.value,
        "annual_rate_simple_360_ppm": cost.annual_rate_simple_360_ppm,
        "annual_rate_simple_365_ppm": cost.annual_rate_simple_365_ppm,
        "annual_rate_irr_ppm": cost.annual_rate_irr_ppm,
        "annual_rate_xirr_ppm": cost.annual_rate_xirr_ppm,
        "daily_rate_ppm": quoted.daily_rate_ppm,
        "penalty_daily_rate_ppm": said.cost.penalty_daily_rate_ppm,
        "interest_from": quoted.on.isoformat(),
        "total_interest_fen": cost.total_interest_fen,
        "fees_fen": said.cost.fees_fen,
        "total_payable_fen": cost.total_payable_fen,
        "schedule": [row_data(row) for row in quoted.rows],
        "consents": [
            {"document": each.document.value, "sha256": each.sha256, "given": each.given}
            for each in said.consents
        ],
    }


def row_data(row: Row) -> dict[str, Any]:
    """One instalment as plain data."""
    return {
        "number": row.number,
        "due_on": row.due_on.isoformat(),
        "days": row.days,
        "opening_fen": row.opening_fen,
        "principal_fen": row.principal_fen,
        "interest_fen": row.interest_fen,
        "total_fen": row.total_fen,
        "outstanding_fen": row.outstanding_fen,
    }


def contract_paper(data: dict[str, Any], *, text: str, root_sha256: str, log_key: str = "") -> dict[str, Any]:
    """What is set: the text as it was read, then a page for both signatures and for how to check them."""
    blocks = blocks_of(text)
    return {
        "title": blocks[0]["text"],
        "lender": data["lender"],
        "number": data["number"],
        "blocks": blocks,
        "signers": [
            {"role": "lender", "name": data["lender"]},
            {"role": "borrower", "name": data["borrower"]["name"]},
        ],
        "facts": {"text_sha256": data["text_sha256"], "root_sha256": root_sha256, "log_key": log_key},
    }
