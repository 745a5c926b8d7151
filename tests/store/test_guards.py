"""What the database itself refuses, whatever the code does: a rewritten history, unbalanced books."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError

from tests.databases import POSTGRESQL, SQLITE, Databases
from tests.worlds import note_of, rows, walked
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.borrow.tables import ContractRow, LoanNoteRow
from weilidai_core.journey import Step
from weilidai_core.ledger.tables import JournalEntryRow, PostingRow
from weilidai_core.papers.filing import signed_contract
from weilidai_core.scenarios.rebuilding import fork
from weilidai_core.store import Store
from weilidai_core.store.guards import APPEND_ONLY
from weilidai_core.store.table import Table
from weilidai_core.store.tables import EventRow
from weilidai_core.trust.tables import AuthorisationRow, PasskeyRow, SpentChallengeRow
from weilidai_core.world.tables import StepRow, WorldRow
from weilidai_core.world.views import read_history, steps_taken

Lived = Callable[[str], Store]
DAY = date(2026, 9, 15)
DEBIT, CREDIT = {"debit_fen": 100, "credit_fen": 0}, {"debit_fen": 0, "credit_fen": 100}


def write(store: Store, *statements: Any) -> None:
    """Run statements in one write transaction, behind the back of the code."""
    with store.writing() as session:
        for statement in statements:
            session.connection().execute(statement)


def posting(world: int, *, seq: int = 900, line: int = 1, **sides: int) -> Any:
    """One side of an entry."""
    return insert(PostingRow).values(
        world_id=world, seq=seq, line=line, account="settlement", loan_note="JJ", **sides
    )


def entry(world: int, *, seq: int = 900) -> Any:
    """An entry, which closes what was posted under its number."""
    return insert(JournalEntryRow).values(world_id=world, seq=seq, on=DAY, kind="loan-disbursed")


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Lived]:
    """For each engine one store that has something in every table that only grows. Every test that uses it
    is refused, so it stays as it is for the next one."""
    databases = Databases(tmp_path_factory.mktemp("lived"), request)
    stores: dict[str, Store] = {}

    def lived_on(engine: str) -> Store:
        if engine not in stores:
            stores[engine] = databases.store(engine)
            live(stores[engine])
        return stores[engine]

    yield lived_on
    databases.remove()


def live(store: Store) -> None:
    """A world that leaves something in every table that only grows."""
    world = walked(store, until=Step.REPAY)
    signed_contract(world, loan_notes_of(read_history(world))[0].contract)
    fork(world, step=len(steps_taken(world)))
    key = insert(PasskeyRow).values(world_id=world.id, credential_id="c", public_key=b"k")
    spent = insert(SpentChallengeRow).values(
        challenge="0" * 64, world_id=world.id, purpose="sign", evidence_id="", answer=""
    )
    write(store, key, spent)


@pytest.mark.parametrize("verb", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_history_cannot_be_changed_or_removed(lived: Lived, engine: str, verb: str) -> None:
    store = lived(engine)
    before = rows(store)
    assert all(before[table] for table in APPEND_ONLY)

    for table in APPEND_ONLY:
        column = next(iter(Table.metadata.tables[table].columns)).name
        with pytest.raises(IntegrityError, match=f"{table} is append-only"):
            write(store, text(verb.format(table=table, column=column)))

    assert rows(store) == before


@pytest.mark.parametrize("table", [*APPEND_ONLY, "world"])
def test_history_cannot_be_emptied_at_once(lived: Lived, table: str) -> None:
    store = lived(POSTGRESQL)
    before = rows(store)

    with pytest.raises(IntegrityError, match="is append-only"):
        write(store, text(f"TRUNCATE {table} CASCADE"))

    assert rows(store) == before


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_history_cannot_be_replaced_under_the_same_number(lived: Lived, table: str) -> None:
    store = lived(SQLITE)
    before = rows(store)

    with pytest.raises(IntegrityError):
        write(store, text(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"))

    assert rows(store) == before


def test_a_balanced_entry_is_accepted(store: Store) -> None:
    world = walked(store, until=Step.WALLET).id

    write(store, posting(world, line=1, **DEBIT), posting(world, line=2, **CREDIT), entry(world))

    assert (rows(store)["journal_entry"], rows(store)["posting"]) == (1, 2)


def test_an_unbalanced_entry_is_refused(store: Store) -> None:
    world = walked(store, until=Step.WALLET).id
    short = {"debit_fen": 0, "credit_fen": 99}

    with pytest.raises(IntegrityError, match="debits and credits differ"):
        write(store, posting(world, line=1, **DEBIT), posting(world, line=2, **short), entry(world))

    assert rows(store)["posting"] == 0


def test_an_entry_without_postings_is_refused(store: Store) -> None:
    world = walked(store, until=Step.WALLET).id

    with pytest.raises(IntegrityError, match="debits and credits differ"):
        write(store, entry(world))


def test_a_posting_after_its_entry_is_refused(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    with store.reading() as session:
        closed = session.connection().execute(text("SELECT seq FROM journal_entry")).scalar_one()

    with pytest.raises(IntegrityError, match="the entry is closed"):
        write(store, posting(world.id, seq=closed, line=9, **DEBIT))


def test_a_posting_without_its_entry_is_refused(store: Store) -> None:
    world = walked(store, until=Step.WALLET).id

    with pytest.raises(IntegrityError):
        write(store, posting(world, line=1, **DEBIT), posting(world, line=2, **CREDIT))


def test_an_entry_of_another_world_does_not_count(store: Store) -> None:
    one, other = walked(store, until=Step.WALLET).id, walked(store, until=Step.WALLET).id

    with pytest.raises(IntegrityError, match="debits and credits differ"):
        write(store, posting(one, line=1, **DEBIT), posting(one, line=2, **CREDIT), entry(other))


@pytest.mark.parametrize(
    ("debit_fen", "credit_fen"), [(0, 0), (1, 1), (-1, 0), (0, -1), (-1, 1)], ids=lambda fen: str(fen)
)
def test_a_posting_has_one_side_above_zero(store: Store, debit_fen: int, credit_fen: int) -> None:
    world = walked(store, until=Step.WALLET).id

    with pytest.raises(IntegrityError):
        write(store, posting(world, debit_fen=debit_fen, credit_fen=credit_fen))


EVENT = {"world_id": 1, "seq": 90, "step": 1, "on": DAY, "kind": "k", "body": "{}"}
STEP = {"world_id": 1, "number": 90, "key": "k", "fingerprint": "f" * 64, "on": DAY, "request": "{}"}
CONTRACT = {"world_id": 1, "number": "HT-9", "sha256": "0" * 64, "text": ""}
NOTE = {"world_id": 1, "number": "JJ-9", "contract": "HT-9", "principal_fen": 1}
EVIDENCE = {
    "world_id": 1,
    "evidence_id": "e",
    "method": "pin",
    "sha256": "0" * 64,
    "attempt_id": 1,
    "on": DAY,
}


@pytest.mark.parametrize(
    ("table", "good", "wrong"),
    [
        (EventRow, EVENT, {"seq": 0}),
        (EventRow, EVENT, {"seq": 1}),
        (EventRow, EVENT, {"world_id": 99}),
        (EventRow, EVENT, {"body": None}),
        (StepRow, STEP, {"number": 0}),
        (StepRow, STEP, {"number": 1}),
        (StepRow, STEP, {"key": "start-world"}),
        (StepRow, STEP, {"world_id": 99}),
        (ContractRow, CONTRACT, {"sha256": "short"}),
        (ContractRow, CONTRACT, {"number": "HT20260915-01"}),
        (AuthorisationRow, EVIDENCE, {"sha256": "short"}),
        (AuthorisationRow, EVIDENCE, {"world_id": 99}),
    ],
    ids=lambda value: value.__tablename__ if isinstance(value, type) else "-".join(value),
)
def test_a_row_that_breaks_a_rule_is_refused(
    store: Store, table: type[Table], good: dict[str, Any], wrong: dict[str, Any]
) -> None:
    walked(store, until=Step.COST)
    write(store, insert(table).values(**good))

    with pytest.raises(IntegrityError):
        write(store, insert(table).values(**{**unlike(good), **wrong}))


def unlike(good: dict[str, Any]) -> dict[str, Any]:
    """The same row with other numbers and names, so that only what is wrong can be refused."""
    number = 91 if isinstance(good.get("number"), int) else "HT-8"
    other = {"seq": 91, "number": number, "key": "other", "evidence_id": "other"}
    return {name: other.get(name, value) for name, value in good.items()}


def test_a_contract_is_paid_out_once(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    again = {**NOTE, "contract": note_of(world).contract}

    with pytest.raises(IntegrityError):
        write(store, insert(LoanNoteRow).values(**again))


def test_a_loan_note_has_its_contract_and_a_principal(store: Store) -> None:
    walked(store, until=Step.COST)

    with pytest.raises(IntegrityError):
        write(store, insert(LoanNoteRow).values(**NOTE))
    with pytest.raises(IntegrityError):
        write(store, insert(LoanNoteRow).values(**{**NOTE, "contract": "HT20260915-01", "principal_fen": 0}))


def test_a_world_cannot_have_taken_less_than_no_steps(store: Store) -> None:
    with pytest.raises(IntegrityError):
        write(store, insert(WorldRow).values(token="t", persona="p", scenario="s", parent_steps=-1))
