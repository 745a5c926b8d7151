"""The papers of a drawdown, put together from the history: its quote, its cost table, its contract. Pure."""

from dataclasses import dataclass
from datetime import date

from weilidai_core.apply.application import application_of
from weilidai_core.apply.consent import document
from weilidai_core.apply.information import Purpose
from weilidai_core.borrow.contract import ConsentEntry, Contract, Parties, contract
from weilidai_core.borrow.cost_table import CostTable, cost_table
from weilidai_core.borrow.drawdown import Drawdown
from weilidai_core.borrow.refusals import NoLimitYet
from weilidai_core.events import ConsentGiven, ContractDrawnUp, History
from weilidai_core.product import terms_on
from weilidai_core.quote.quote import Quote, quote
from weilidai_core.world.views import profile_of


def quote_of(drawdown: Drawdown, *, on: date) -> Quote:
    """The drawdown's plan, quoted as if paid out on a day."""
    plan = drawdown.plan
    return quote(
        plan.principal_fen, daily_rate_ppm=plan.daily_rate_ppm, tenor=plan.tenor, method=plan.method, on=on
    )


def cost_table_of(drawdown: Drawdown, *, on: date) -> CostTable:
    """The cost table of a drawdown paid out on a day."""
    return cost_table(quote_of(drawdown, on=on), terms=terms_on(on))


@dataclass(frozen=True)
class Agreed:
    """What a contract is drawn up from: who, at which cost, and with which answers to the documents."""

    parties: Parties
    cost: CostTable
    consents: tuple[ConsentEntry, ...]


def agreed(history: History, drawdown: Drawdown, *, on: date) -> Agreed:
    """What the drawdown's contract says, drawn up on a day, whatever was answered to the documents since.

    Raises `NoLimitYet` without a decided application.
    """
    application = application_of(_when_drawn_up(history, drawdown))
    if application is None or application.identity is None or application.information is None:
        raise NoLimitYet
    identity = application.identity
    parties = Parties(
        name=identity.name,
        id_number=identity.id_number,
        mobile=identity.mobile,
        bank=profile_of(history).person.bank_name,
        card=identity.card,
        purpose_label=Purpose(application.information.purpose).label,
    )
    consents = tuple(
        ConsentEntry(
            answer.document, document(answer.document).title, answer.sha256, isinstance(answer, ConsentGiven)
        )
        for answer in application.consents.values()
    )
    return Agreed(parties, cost_table_of(drawdown, on=on), consents)


def drawn_up(history: History, drawdown: Drawdown, *, number: str, on: date, lang: str = "zh") -> Contract:
    """The drawdown's contract as drawn up on a day. Raises `NoLimitYet` without a decided application."""
    said = agreed(history, drawdown, on=on)
    return contract(number, on=on, parties=said.parties, cost=said.cost, consents=said.consents, lang=lang)


def _when_drawn_up(history: History, drawdown: Drawdown) -> History:
    """The part of a history that a drawdown's contract rests on; all of it while there is no contract."""
    for index, each in enumerate(history):
        if isinstance(each.event, ContractDrawnUp) and each.event.drawdown == drawdown.number:
            return history[:index]
    return history
