"""The log is written with what it is about, without a gap, on both engines; nothing can be changed in it."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from tests.databases import SQLITE, Databases
from tests.worlds import do, note_of, repay_next, repaying, rows, walked
from weilidai_core.borrow.actions import ReadContract
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import ContractSigned
from weilidai_core.journey import Step
from weilidai_core.scenarios.rebuilding import fork
from weilidai_core.store import Store, open_store
from weilidai_core.trust.transparency.actions import (
    About,
    LogKeyChanged,
    append,
    change_key,
    forget_salts,
    head_of,
    inherit_leaves,
    keep_checkpoint,
    log_file,
    printed_key,
)
from weilidai_core.trust.transparency.audit_views import audit_log, disagreements
from weilidai_core.trust.transparency.checkpoint import read
from weilidai_core.trust.transparency.logged import is_logged
from weilidai_core.trust.transparency.views import (
    NoReceipt,
    inclusion,
    leaf_about,
    log_state,
    root_at,
    signature_receipt,
)
from weilidai_core.vault.made_once import KeyDamaged
from weilidai_core.world.actions import make_world
from weilidai_core.world.tables import WorldRow
from weilidai_core.world.views import read_history, today
from weilidai_core.world.world import World

ROOT = Path(__file__).parents[3]


@pytest.fixture
def signed(store: Store) -> World:
    """A world with a signed contract, on both engines."""
    return walked(store, until=Step.SIGN)


def size_of(store: Store) -> int:
    """How many leaves the log has."""
    with store.reading() as session:
        head = head_of(session)
        return head.size if head else 0


def told_against(world: World) -> list[str]:
    """Where the log does not say what happened in a world."""
    with world.store.reading() as session:
        return list(disagreements(session, world.id, read_history(world)))


def test_it_works(signed: World) -> None:
    logged = [each for each in read_history(signed) if is_logged(each.event)]

    assert size_of(signed.store) == len(logged) > 5
    assert told_against(signed) == []
    assert audit_log(signed.store).broken == ()


def test_a_refused_act_leaves_no_leaf(signed: World) -> None:
    before = rows(signed.store)

    with pytest.raises(WeilidaiError):
        do(signed, ReadContract(contract="none", sha256="0" * 64))
    assert rows(signed.store) == before


def test_every_repayment_and_every_accrual_is_a_leaf(store: Store) -> None:
    world = walked(store, until=Step.REPAY)

    for each in read_history(world):
        if is_logged(each.event):
            with store.reading() as session:
                assert leaf_about(session, world.id, seq=each.seq, kind=each.event.kind) is not None


def test_a_leaf_proves_itself_at_every_size(signed: World) -> None:
    with signed.store.reading() as session:
        head = head_of(session)
        assert head is not None
        assert root_at(session, head.size) == head.root
        assert len(inclusion(session, 0, head.size)) >= 3


@pytest.fixture
def written(store: Store) -> Store:
    """A log of seven leaves and a checkpoint, on both engines; quicker than a whole life."""
    world = make_world(store, persona="steady", scenario="steady")
    with store.writing() as session:
        append(session, world.id, [About(seq, "x", f"text {seq}") for seq in range(7)])
        keep_checkpoint(session)
        child = make_world_row(session, parent=world.id)
        inherit_leaves(session, parent_id=world.id, world_id=child, until_seq=3)
    return store


def make_world_row(session: Session, *, parent: int) -> int:
    """One more world, in a transaction that is under way."""
    row = WorldRow(token="child", persona="steady", scenario="steady", parent_id=parent)
    session.add(row)
    session.flush()
    return row.id or 0


def test_the_database_refuses_to_change_or_remove_anything_but_salts(written: Store) -> None:
    columns = {"log_leaf": "leaf", "log_node": "level", "log_reuse": "leaf", "log_checkpoint": "size"}
    for table, column in columns.items():
        for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError, match="append-only"), written.engine.begin() as connection:
                connection.execute(text(statement))
    assert audit_log(written).broken == ()


def test_a_rebuilt_world_has_no_leaf_of_its_own(signed: World) -> None:
    before = size_of(signed.store)
    steps = max(each.step for each in read_history(signed))

    again = fork(signed, step=steps)

    assert size_of(signed.store) == before
    assert rows(signed.store)["log_checkpoint"] == 1
    assert told_against(again) == []


def test_what_a_rebuilt_world_does_next_is_logged_as_its_own(signed: World) -> None:
    again = fork(signed, step=max(each.step for each in read_history(signed)))
    before = size_of(signed.store)

    repay_next(again)
    assert size_of(signed.store) > before
    assert told_against(again) == told_against(signed) == []


def test_a_fork_of_a_fork_stands_on_the_first_ones_leaves(signed: World) -> None:
    before = size_of(signed.store)
    steps = max(each.step for each in read_history(signed))

    third = fork(fork(signed, step=steps), step=steps)

    assert size_of(signed.store) == before
    contract = note_of(third).contract
    assert signature_receipt(
        third.store, third.id, read_history(third), contract=contract
    ) == signature_receipt(signed.store, signed.id, read_history(signed), contract=contract)


def test_a_signature_is_sealed_with_a_checkpoint_at_once(signed: World) -> None:
    with signed.store.reading() as session:
        head = head_of(session)
        note = session.connection().execute(text("SELECT note FROM log_checkpoint")).scalar_one()
    assert head is not None

    with signed.store.writing() as session:
        key = printed_key(session)
    assert read(note, key=key) == head.checkpoint


def test_the_same_size_is_signed_once(signed: World) -> None:
    with signed.store.writing() as session:
        first = keep_checkpoint(session)
        assert keep_checkpoint(session) == first
    assert rows(signed.store)["log_checkpoint"] == 1


def test_a_file_is_logged_beside_its_event(signed: World) -> None:
    seq = len(read_history(signed))
    with signed.store.writing() as session:
        log_file(session, signed.id, seq=seq, name="a.pdf", sha256="ab" * 32, on=today(signed))

    with signed.store.reading() as session:
        assert leaf_about(session, signed.id, seq=seq, kind="file-kept") is not None


def test_forgotten_salts_leave_the_tree_whole_and_its_meaning_gone(signed: World) -> None:
    other = walked(signed.store, until=Step.SIGN)
    contract = note_of(signed).contract

    with signed.store.writing() as session:
        forget_salts(session, signed.id)

    assert audit_log(signed.store).broken == ()
    assert audit_log(signed.store).erased == len([e for e in read_history(signed) if is_logged(e.event)])
    assert told_against(signed) == told_against(other) == []
    with pytest.raises(NoReceipt):
        signature_receipt(signed.store, signed.id, read_history(signed), contract=contract)
    assert signature_receipt(other.store, other.id, read_history(other), contract=note_of(other).contract)


def _without_guards(store: Store, *statements: str) -> None:
    # What an operator could do who holds the database: the guards stop accidents, the proofs stop this.
    with store.engine.begin() as connection:
        for table in ("log_leaf", "log_node", "log_checkpoint"):
            for verb in ("update", "delete"):
                on = f" ON {table}" if store.engine.dialect.name == "postgresql" else ""
                connection.execute(text(f"DROP TRIGGER {table}_refuses_{verb}{on}"))
        for statement in statements:
            connection.execute(text(statement))


@pytest.mark.parametrize(
    "done",
    [
        "UPDATE log_leaf SET entry = (SELECT entry FROM log_leaf WHERE leaf = 1) WHERE leaf = 0",
        "DELETE FROM log_node WHERE level = 1 AND place = 0",
        "UPDATE log_node SET hash = (SELECT entry FROM log_leaf WHERE leaf = 0) WHERE level = 2",
        "UPDATE log_head SET size = size - 1",
        "UPDATE log_checkpoint SET size = size - 1",
        "UPDATE log_checkpoint SET note = replace(note, 'demo', 'dema')",
    ],
)
def test_what_is_done_past_the_guards_is_found(written: Store, done: str) -> None:
    _without_guards(written, done)

    assert audit_log(written).broken


def test_an_event_changed_past_the_guards_is_found(signed: World) -> None:
    with signed.store.engine.begin() as connection:
        on = " ON event" if signed.store.engine.dialect.name == "postgresql" else ""
        connection.execute(text(f"DROP TRIGGER event_refuses_update{on}"))
        connection.execute(text(f"DROP TRIGGER event_refuses_delete{on}"))
    signature = next(each for each in read_history(signed) if isinstance(each.event, ContractSigned))
    forged = signature._replace(event=signature.event.model_copy(update={"sha256": "0" * 64}))
    history = tuple(forged if each is signature else each for each in read_history(signed))

    with signed.store.reading() as session:
        assert list(disagreements(session, signed.id, history)) == [
            f"event {signature.seq} is not what the log says"
        ]


def test_events_from_before_the_log_are_no_matter(signed: World) -> None:
    _without_guards(signed.store, "DELETE FROM log_salt", "DELETE FROM log_checkpoint")
    with signed.store.engine.begin() as connection:
        connection.execute(text("DELETE FROM log_leaf"))
        connection.execute(text("DELETE FROM log_node"))
        connection.execute(text("DELETE FROM log_head"))
    assert told_against(signed) == []

    other = walked(signed.store, until=Step.SIGN)
    assert told_against(signed) == told_against(other) == []
    assert audit_log(signed.store).is_clean


def test_another_key_is_refused_and_can_be_taken_when_the_old_one_is_lost(
    signed: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    history, contract = read_history(signed), note_of(signed).contract
    before = signature_receipt(signed.store, signed.id, history, contract=contract)
    monkeypatch.setenv("WEILIDAI_LOG_KEY", "A" * 43 + "=")

    with pytest.raises(LogKeyChanged):
        log_state(signed.store)
    with pytest.raises(LogKeyChanged):
        walked(signed.store, until=Step.SIGN)

    with signed.store.writing() as session:
        changed = change_key(session)
        assert change_key(session) == changed
    state = log_state(signed.store)
    assert state is not None
    assert state.key == changed != before.key
    assert audit_log(signed.store).broken == ()
    # What was signed before goes on being checked with the old key.
    after = signature_receipt(signed.store, signed.id, history, contract=contract)
    assert after.key == before.key
    newer = walked(signed.store, until=Step.SIGN)
    assert (
        signature_receipt(newer.store, newer.id, read_history(newer), contract=note_of(newer).contract).key
        == changed
    )


def test_a_key_of_the_wrong_length_is_refused(signed: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEILIDAI_LOG_KEY", "c2hvcnQ=")

    with pytest.raises(KeyDamaged):
        log_state(signed.store)


def test_writers_at_the_same_time_leave_no_gap(databases: Databases, engine: str, tmp_path: Path) -> None:
    url, go = databases.migrated(engine), tmp_path / "go"
    world = make_world(open_store(url), persona="steady", scenario="steady")
    program = (
        "import sys, time; from pathlib import Path\n"
        "from weilidai_core.store import open_store\n"
        "from weilidai_core.trust.transparency.actions import About, append\n"
        "store, world, first = open_store(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])\n"
        "print('ready', flush=True)\n"
        "while not Path(sys.argv[4]).exists(): time.sleep(0.001)\n"
        "for seq in range(first, first + 25):\n"
        "    with store.writing() as session:\n"
        "        append(session, world, [About(seq, 'x', 'x'), About(seq, 'y', 'y')])\n"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, url, str(world.id), str(first), str(go)],
            cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for first in (0, 100, 200)
    ]  # fmt: skip
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    go.touch()

    assert [process.communicate(timeout=60)[1] for process in started] == [""] * 3
    found = audit_log(open_store(url))
    assert (found.leaves, found.broken) == (150, ())


def test_a_leaf_needs_a_world_that_is_there(store: Store) -> None:
    with pytest.raises(DatabaseError), store.writing() as session:
        append(session, 987, [About(1, "x", "x")])
    assert size_of(store) == 0


def test_leaves_written_at_once_and_one_by_one_make_the_same_tree(databases: Databases) -> None:
    chance = random.Random(6962)
    store = databases.store(SQLITE)
    world = make_world(store, persona="steady", scenario="steady")
    seq = 0
    for _ in range(30):
        count = chance.randint(1, 9)
        with store.writing() as session:
            append(session, world.id, [About(seq + each, "x", "x") for each in range(count)])
        seq += count

    assert audit_log(store).broken == ()
    assert size_of(store) == seq


def test_the_next_repayment_is_refused_whole_when_the_log_cannot_be_written(signed: World) -> None:
    with signed.store.engine.begin() as connection:
        connection.execute(text("ALTER TABLE log_node RENAME TO log_node_away"))
    before = len(read_history(signed))

    with pytest.raises(WeilidaiError):
        do(signed, repaying(note_of(signed)))
    assert len(read_history(signed)) == before
