"""审计: every law of the books and of the history, checked from the rows themselves.

Each check is a small function that returns what it found broken; a new check is a new line in
`CHECKS`. Nothing is trusted that the code keeps in memory: the rows are read again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session, col, select

from weilidai_core.borrow.drawdown import drawdowns_of
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.borrow.tables import ContractRow, LoanNoteRow, is_as_drawn_up
from weilidai_core.events import ContractSigned, DayAdvanced, History, Recorded, WorldStarted
from weilidai_core.ledger.accounts import Account
from weilidai_core.ledger.posting import Posting, postings_for
from weilidai_core.ledger.tables import JournalEntryRow, PostingRow
from weilidai_core.repay.consistency import allocated_otherwise, earned_unbooked
from weilidai_core.store import Store
from weilidai_core.store.history import opened
from weilidai_core.store.tables import EventRow
from weilidai_core.store.world_keys import WorldErased, seal_of
from weilidai_core.trust.actions import find_authorisation
from weilidai_core.trust.transparency.audit_views import disagreements
from weilidai_core.vault.sealing import Seal, SealBroken
from weilidai_core.world.step import canonical_of
from weilidai_core.world.tables import StepRow, WorldRow, opened_request


@dataclass(frozen=True)
class Broken:
    """One law that does not hold: in which world, which law, and the figures."""

    world: int
    law: str
    detail: str


@dataclass(frozen=True)
class Audit:
    """What was looked at and what was found broken; clean when nothing was."""

    worlds: int
    events: int
    entries: int
    postings: int
    broken: tuple[Broken, ...]

    @property
    def is_clean(self) -> bool:
        """Whether every law held."""
        return not self.broken


@dataclass(frozen=True)
class _Books:
    """One world as its rows say; of an erased one, what lies open: numbers, days, kinds and the entries."""

    session: Session
    world_id: int
    seal: Seal | None
    rows: list[EventRow]
    history: History
    unreadable: list[str]
    steps: list[StepRow]
    entries: list[JournalEntryRow]
    postings: list[PostingRow]


def audit(store: Store) -> Audit:
    """Check every world of a store."""
    broken: list[Broken] = []
    events = entries = postings = worlds = 0
    with store.reading() as session:
        for world_id in session.exec(select(WorldRow.id).order_by(col(WorldRow.id))):
            books = _read(session, world_id or 0)
            worlds += 1
            events += len(books.rows)
            entries += len(books.entries)
            postings += len(books.postings)
            for law, check in (CHECKS if books.seal else CHECKS_ERASED).items():
                broken.extend(Broken(books.world_id, law, detail) for detail in _found(check, books))
    return Audit(worlds, events, entries, postings, tuple(broken))


def _read(session: Session, world_id: int) -> _Books:
    def rows(table: Any, *order: Any) -> list[Any]:
        return list(session.exec(select(table).where(table.world_id == world_id).order_by(*order)))

    events = rows(EventRow, EventRow.seq)
    try:
        seal = seal_of(session, world_id)
    except WorldErased:
        seal = None
    history: list[Recorded] = []
    unreadable: list[str] = []
    for row in events:
        if seal is None:
            break
        try:
            each = opened(row, seal, world_id=world_id)
        except (ValidationError, SealBroken):
            unreadable.append(f"event {row.seq} cannot be read")
            continue
        history.append(each)
        if each.event.kind != row.kind:
            unreadable.append(f"event {row.seq} is {each.event.kind}, filed as {row.kind}")
    return _Books(
        session=session,
        world_id=world_id,
        seal=seal,
        rows=events,
        history=tuple(history),
        unreadable=unreadable,
        steps=rows(StepRow, StepRow.number),
        entries=rows(JournalEntryRow, JournalEntryRow.seq),
        postings=rows(PostingRow, PostingRow.seq, PostingRow.line),
    )


def _found(check: Callable[[_Books], Iterator[str]], books: _Books) -> list[str]:
    try:
        return list(check(books))
    except (LookupError, ValueError, SealBroken) as error:
        # Something is missing that the check rests on: that is a finding, not a reason to stop.
        return [f"cannot be checked: {type(error).__name__} {error}"]


def _events_can_be_read(books: _Books) -> Iterator[str]:
    yield from books.unreadable


def _days_follow(books: _Books) -> Iterator[str]:
    day: date | None = None
    ends: dict[int, date] = {}
    for each in books.history:
        if isinstance(each.event, WorldStarted):
            day = each.event.first_day
        if each.on != day:
            yield f"event {each.seq} is dated {each.on}, the world's day is {day}"
        if isinstance(each.event, DayAdvanced):
            if each.event.from_on != day or each.event.to_on <= each.event.from_on:
                yield f"event {each.seq} moves the day from {each.event.from_on} to {each.event.to_on}"
            day = each.event.to_on
        ends[each.step] = day or each.on
    for step in books.steps:
        if ends.get(step.number, step.on) != step.on:
            yield f"step {step.number} is dated {step.on}, the world's day is {ends[step.number]}"


def _numbered_without_a_gap(books: _Books) -> Iterator[str]:
    filed = books.history if books.seal else books.rows
    if [each.seq for each in filed] != list(range(1, len(filed) + 1)):
        yield "event numbers have a gap"
    if [step.number for step in books.steps] != list(range(1, len(books.steps) + 1)):
        yield "step numbers have a gap"
    if {each.step for each in filed} - {step.number for step in books.steps}:
        yield "an event belongs to no step"


def _steps_unchanged(books: _Books) -> Iterator[str]:
    for step in books.steps:
        if books.seal and books.seal.mark(canonical_of(opened_request(step, books.seal))) != step.fingerprint:
            yield f"step {step.number} differs from its fingerprint"


def _entries_balance(books: _Books) -> Iterator[str]:
    for entry in books.entries:
        sides = [posting for posting in books.postings if posting.seq == entry.seq]
        debit_fen = sum(side.debit_fen for side in sides)
        credit_fen = sum(side.credit_fen for side in sides)
        if debit_fen != credit_fen or not sides:
            yield f"entry {entry.seq}: debit {debit_fen} fen, credit {credit_fen} fen"


def _entries_have_events(books: _Books) -> Iterator[str]:
    filed = {row.seq: (row.kind, row.on) for row in books.rows}
    for entry in books.entries:
        if filed.get(entry.seq) != (entry.kind, entry.on):
            yield f"entry {entry.seq} has no event of its kind and day"


def _books_follow_events(books: _Books) -> Iterator[str]:
    wanted = {each.seq: postings_for(each.event) for each in books.history}
    kept: dict[int, list[Posting]] = {}
    for row in books.postings:
        posting = Posting(Account(row.account), row.loan_note, row.debit_fen, row.credit_fen)
        kept.setdefault(row.seq, []).append(posting)
    for seq, postings in wanted.items():
        if list(postings) != kept.pop(seq, []):
            yield f"event {seq} and its postings differ"
    for seq in kept:
        yield f"postings {seq} have no event"


def _balances_rederive(books: _Books) -> Iterator[str]:
    for note in loan_notes_of(books.history):
        principal = _balance(books, Account.LOAN_PRINCIPAL, note.number)
        if principal != note.outstanding_fen:
            yield f"{note.number}: books {principal} fen, outstanding {note.outstanding_fen} fen"
        receivable = _balance(books, Account.INTEREST_RECEIVABLE, note.number)
        penalty = _balance(books, Account.PENALTY_RECEIVABLE, note.number)
        if min(receivable, penalty) < 0 or (
            note.settled_on is not None and (receivable or penalty or principal)
        ):
            yield (
                f"{note.number}: interest receivable {receivable} fen, penalty receivable {penalty} fen,"
                f" principal {principal} fen"
            )
        if over := _balance(books, Account.OVERPAYMENT, note.number):
            yield f"{note.number}: {over} fen paid too much and not sent back"


def _balance(books: _Books, account: Account, loan_note: str) -> int:
    return sum(
        posting.debit_fen - posting.credit_fen
        for posting in books.postings
        if posting.account == account and posting.loan_note == loan_note
    )


def _schedules_add_up(books: _Books) -> Iterator[str]:
    for note in loan_notes_of(books.history):
        signed = note.quote.rows
        if sum(row.principal_fen for row in signed) != note.principal_fen or signed[-1].outstanding_fen:
            yield f"{note.number}: the schedule does not repay the principal"
        ahead = note.latest.plan
        if ahead and (
            sum(row.principal_fen for row in ahead) != ahead[0].opening_fen or ahead[-1].outstanding_fen
        ):
            yield f"{note.number}: what is ahead does not repay the balance"


def _receipts_are_allocated(books: _Books) -> Iterator[str]:
    yield from allocated_otherwise(books.history)


def _earned_is_booked(books: _Books) -> Iterator[str]:
    yield from earned_unbooked(books.history)


def _contracts_are_what_was_signed(books: _Books) -> Iterator[str]:
    texts = {
        row.number: row
        for row in books.session.exec(select(ContractRow).where(ContractRow.world_id == books.world_id))
    }
    for row in texts.values():
        if books.seal and not is_as_drawn_up(row, books.seal):
            yield f"{row.number}: the text differs from its SHA-256"
    for each in books.history:
        if isinstance(each.event, ContractSigned):
            signed = each.event
            evidence = find_authorisation(books.session, books.world_id, signed.evidence_id)
            if signed.contract not in texts or texts[signed.contract].sha256 != signed.sha256:
                yield f"{signed.contract}: what was signed is not what is kept"
            if evidence is None or evidence.sha256 != signed.sha256:
                yield f"{signed.contract}: the signature has no evidence"


def _paid_out_once(books: _Books) -> Iterator[str]:
    paid = [drawdown for drawdown in drawdowns_of(books.history) if drawdown.paid_out is not None]
    for drawdown in paid:
        if drawdown.signed is None:
            yield f"drawdown {drawdown.number} was paid out unsigned"
    notes = books.session.exec(select(LoanNoteRow.number).where(LoanNoteRow.world_id == books.world_id)).all()
    if sorted(notes) != sorted(note.number for note in loan_notes_of(books.history)):
        yield "loan notes and payouts differ"


def _log_says_what_happened(books: _Books) -> Iterator[str]:
    yield from disagreements(books.session, books.world_id, books.history)


CHECKS: dict[str, Callable[[_Books], Iterator[str]]] = {
    "every event can be read": _events_can_be_read,
    "every day follows": _days_follow,
    "numbered without a gap": _numbered_without_a_gap,
    "steps unchanged": _steps_unchanged,
    "every entry balances": _entries_balance,
    "the books follow the events": _books_follow_events,
    "every balance re-derives": _balances_rederive,
    "every schedule adds up": _schedules_add_up,
    "every receipt is allocated by the terms": _receipts_are_allocated,
    "what is earned is booked": _earned_is_booked,
    "contracts are what was signed": _contracts_are_what_was_signed,
    "paid out once, and only when signed": _paid_out_once,
    "the log says what happened": _log_says_what_happened,
}

# What can still be told of a world whose personal data were erased: its books stay whole.
CHECKS_ERASED: dict[str, Callable[[_Books], Iterator[str]]] = {
    "numbered without a gap": _numbered_without_a_gap,
    "every entry balances": _entries_balance,
    "the books follow the events": _entries_have_events,
}
