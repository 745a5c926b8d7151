"""What a journey ended with: the state, the ledger's totals, and the state hash."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from weilidai_core.apply.application import application_of
from weilidai_core.basics.money import yuan_text
from weilidai_core.borrow.available_limit import AvailableLimit, available_limit_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.command_line import tell
from weilidai_core.journey import Step
from weilidai_core.language import day, number
from weilidai_core.ledger.views import AccountTotal, account_totals
from weilidai_core.repay.position import position
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.world.clock import day_of
from weilidai_core.world.step import state_hash
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class EndState:
    """A world as a journey left it; amounts in fen."""

    persona: str
    reached: Step
    on: date
    outcome: str | None
    reasons: tuple[Sentence, ...]
    limit: AvailableLimit | None
    notes: tuple[LoanNote, ...]
    totals: tuple[AccountTotal, ...]
    events: int
    state_hash: str


def account_of(world: World, *, reached: Step) -> EndState:
    """The world's state, read from its history and its books."""
    history = read_history(world)
    application = application_of(history)
    decided = application.decided if application else None
    with world.store.reading() as session:
        totals = account_totals(session, world.id)
    return EndState(
        persona=world.persona,
        reached=reached,
        on=day_of(history),
        outcome=decided.outcome.value if decided else None,
        reasons=decided.reasons if decided else (),
        limit=available_limit_of(history),
        notes=loan_notes_of(history),
        totals=totals,
        events=len(history),
        state_hash=state_hash(history),
    )


def as_data(found: EndState) -> dict[str, object]:
    """The end state for another program: yuan as text with two decimals."""
    limit = found.limit
    return {
        "persona": found.persona,
        "reached": found.reached.value,
        "day": found.on.isoformat(),
        "outcome": found.outcome,
        "reasons": [tell.say(reason) for reason in found.reasons],
        "credit_limit": yuan_text(limit.limit_fen) if limit else None,
        "used": yuan_text(limit.used_fen) if limit else None,
        "available": yuan_text(limit.available_fen) if limit else None,
        "loan_notes": [_note(note, found.on) for note in found.notes],
        "ledger": {
            "accounts": [
                {
                    "account": total.account.value,
                    "debit": yuan_text(total.debit_fen),
                    "credit": yuan_text(total.credit_fen),
                    "balance": yuan_text(total.balance_fen),
                }
                for total in found.totals
            ],
            "total_debit": yuan_text(sum(total.debit_fen for total in found.totals)),
            "total_credit": yuan_text(sum(total.credit_fen for total in found.totals)),
        },
        "events": found.events,
        "state_hash": found.state_hash,
    }


def _note(note: LoanNote, on: date) -> dict[str, object]:
    now = position(note, on=on)
    return {
        "number": note.number,
        "contract": note.contract,
        "principal": yuan_text(note.principal_fen),
        "outstanding": yuan_text(note.outstanding_fen),
        "owed": yuan_text(now.owed_fen),
        "instalments_paid": note.paid_count,
        "tenor": note.tenor,
        "method": note.method.value,
        "settled_on": note.settled_on.isoformat() if note.settled_on else None,
    }


def show(found: EndState, *, saved: Sequence[Path]) -> None:
    """The end state for a person."""
    for told in _sentences(found):
        tell.line(tell.say(told))
    if found.totals:
        tell.line()
        tell.table(
            [tell.say(head) for head in (N_("科目"), N_("借方"), N_("贷方"), N_("余额"))],
            [
                (
                    tell.say(total.account.label),
                    number(total.debit_fen),
                    number(total.credit_fen),
                    number(total.balance_fen),
                )
                for total in found.totals
            ],
            left=1,
        )
    tell.line()
    for file in saved:
        tell.line(str(file))
    tell.line(f"state_hash {found.state_hash}")


def _sentences(found: EndState) -> list[Sentence]:
    said = [
        sentence(
            N_("{persona}：走到「{reached}」，模拟日 {on}"),
            persona=found.persona,
            reached=found.reached.value,
            on=day(found.on, tell.language()),
        )
    ]
    if found.limit is not None:
        said.append(
            sentence(
                N_("额度 {limit_fen}，已用 {used_fen}，可借 {available_fen}"),
                limit_fen=found.limit.limit_fen,
                used_fen=found.limit.used_fen,
                available_fen=found.limit.available_fen,
            )
        )
    said.extend(found.reasons)
    said.extend(
        sentence(
            N_("借据 {note}：本金 {principal_fen}，还欠本金 {outstanding_fen}"),
            note=note.number,
            principal_fen=note.principal_fen,
            outstanding_fen=note.outstanding_fen,
        )
        for note in found.notes
    )
    return said
