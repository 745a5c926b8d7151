"""借款合同: the exact text that is signed, from the plan, the parties and the consents. Pure.

The Chinese text is the contract; the English one is a reading copy. Same facts, same characters, so
its SHA-256 can be reckoned again by anyone at any time.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from weilidai_core.borrow.cost_table import CostTable
from weilidai_core.language import day, money, number, percent, translator
from weilidai_core.product import LENDER
from weilidai_core.sentences import N_
from weilidai_core.words import ConsentDocument

_CONTENT = Path(__file__).parent / "content"
_GIVEN = N_("同意")
_REFUSED = N_("不同意")


@dataclass(frozen=True)
class Parties:
    """Who signs and where the money goes; every value is already masked."""

    name: str
    id_number: str
    mobile: str
    bank: str
    card: str
    purpose_label: str


@dataclass(frozen=True)
class ConsentEntry:
    """One document's answer, as the contract refers to it."""

    document: ConsentDocument
    title: str
    sha256: str
    given: bool


@dataclass(frozen=True)
class Contract:
    """A contract: its number, its day, its text in a language, and the digest of the Chinese text."""

    number: str
    drawn_up_on: date
    text: str
    sha256: str


def contract_number(drawdown: int, *, on: date) -> str:
    """The number of the contract of a drawdown, the same on any machine: HT20260308-01."""
    return f"HT{on:%Y%m%d}-{drawdown:02d}"


def loan_note_number(drawdown: int, *, on: date) -> str:
    """The number of the loan note of a drawdown: JJ20260308-01."""
    return f"JJ{on:%Y%m%d}-{drawdown:02d}"


def contract(
    number_: str,
    *,
    on: date,
    parties: Parties,
    cost: CostTable,
    consents: tuple[ConsentEntry, ...],
    lang: str = "zh",
) -> Contract:
    """The contract's text in `lang`; `sha256` is always that of the Chinese text."""
    text = _written(number_, on=on, parties=parties, cost=cost, consents=consents, lang=lang)
    chinese = (
        text
        if lang == "zh"
        else _written(number_, on=on, parties=parties, cost=cost, consents=consents, lang="zh")
    )
    return Contract(number_, on, text, sha256_of(chinese))


def sha256_of(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


def _written(
    number_: str,
    *,
    on: date,
    parties: Parties,
    cost: CostTable,
    consents: tuple[ConsentEntry, ...],
    lang: str,
) -> str:
    say = translator(lang).gettext
    quoted, costs = cost.quote, cost.quote.cost
    rows = "\n".join(
        f"| {row.number} | {day(row.due_on, lang)} | {row.days} | {number(row.opening_fen)} "
        f"| {number(row.principal_fen)} | {number(row.interest_fen)} | {number(row.total_fen)} "
        f"| {number(row.outstanding_fen)} |"
        for row in quoted.rows
    )
    answers = "\n".join(
        f"- {say(entry.title)}{'：' if lang == 'zh' else ': '}{say(_GIVEN if entry.given else _REFUSED)} "
        f"({entry.sha256})"
        for entry in consents
    )
    template = (_CONTENT / f"contract.{lang}.md").read_text(encoding="utf-8")
    return template.format(
        contract=number_,
        drawn_up_on=day(on, lang),
        lender=say(LENDER),
        name=parties.name,
        id_number=parties.id_number,
        mobile=parties.mobile,
        bank=say(parties.bank),
        card=parties.card,
        principal=money(quoted.principal_fen),
        tenor=quoted.tenor,
        method=say(quoted.method.label),
        purpose=say(parties.purpose_label),
        simple_360=percent(costs.annual_rate_simple_360_ppm),
        simple_365=percent(costs.annual_rate_simple_365_ppm),
        irr=percent(costs.annual_rate_irr_ppm),
        xirr=percent(costs.annual_rate_xirr_ppm),
        daily=percent(quoted.daily_rate_ppm),
        interest=money(costs.total_interest_fen),
        payable=money(costs.total_payable_fen),
        interest_from=day(quoted.on, lang),
        schedule=rows,
        penalty=percent(cost.penalty_daily_rate_ppm),
        consents=answers,
    )
