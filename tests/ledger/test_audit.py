"""审计: clean books are found clean, and each law that can be broken is found broken, by its name."""

import json

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from tests.worlds import draw, plan, repay_next, wait, walked
from weilidai_core.audit import CHECKS, Audit, audit
from weilidai_core.journey import Step
from weilidai_core.scenarios.personas import PERSONAS
from weilidai_core.store import Store
from weilidai_core.store.guards import triggers
from weilidai_core.store.tables import EventRow
from weilidai_core.store.world_keys import seal_of


def tamper(store: Store, *statements: str) -> Audit:
    """Rewrite rows as someone with the database's own password could; then audit."""
    with store.engine.begin() as connection:
        if store.engine.dialect.name == "sqlite":
            connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        for name, statement in triggers(store.engine.dialect.name).items():
            table = statement.partition(" ON ")[2].split()[0]
            on = f" ON {table}" if store.engine.dialect.name == "postgresql" else ""
            connection.execute(text(f"DROP TRIGGER {name}{on}"))
        for statement in statements:
            assert connection.execute(text(statement)).rowcount, statement
    # Another process looks: this one remembers what it has read.
    elsewhere = Store(store.url)
    found = audit(elsewhere)
    elsewhere.close()
    return found


def laws(found: Audit) -> set[str]:
    """The laws that were found broken."""
    return {broken.law for broken in found.broken}


def test_it_works(store: Store) -> None:
    for one in PERSONAS:
        walked(store, who=one.name, until=Step.SETTLE)

    found = audit(store)

    assert found.broken == ()
    assert (found.is_clean, found.worlds) == (True, len(PERSONAS))
    assert found.postings > found.entries > 0


def test_an_empty_database_is_clean(store: Store) -> None:
    assert audit(store) == Audit(worlds=0, events=0, entries=0, postings=0, broken=())


def test_a_life_with_several_loans_is_clean(store: Store) -> None:
    world = walked(store, until=Step.SIGN, plan=plan(1_000_00, tenor=3))
    wait(world, 5)
    draw(world, 500_00)
    repay_next(world)

    assert audit(store).is_clean


FIRST_ENTRY = "seq = (SELECT MIN(seq) FROM posting)"
LAST_ENTRY = "seq = (SELECT MAX(seq) FROM posting)"
# The SHA-256 of an empty text.
NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
ZEROS = "0" * 64

# What is done to the rows, and every law that this breaks: no more and no less.
TAMPERINGS: dict[str, tuple[list[str], set[str]]] = {
    "an event is taken out": (["DELETE FROM event WHERE seq = 3"], {"numbered without a gap"}),
    "an event is dated another day": (
        ["UPDATE event SET \"on\" = '2026-09-16' WHERE seq = 5"],
        {"every day follows", "the log says what happened"},
    ),
    "an event is filed as another": (
        ["UPDATE event SET kind = 'loan-settled' WHERE seq = 4"],
        {"every event can be read"},
    ),
    "an event is scribbled over": (
        ["UPDATE event SET body = 'scribble' WHERE kind = 'score-given'"],
        {"every event can be read", "numbered without a gap"},
    ),
    "the payout is taken out of the history": (
        ["DELETE FROM event WHERE kind = 'loan-disbursed'"],
        {
            "numbered without a gap",
            "the books follow the events",
            "every balance re-derives",
            "every schedule adds up",
            "every receipt is allocated by the terms",
            "what is earned is booked",
            "paid out once, and only when signed",
            "the log says what happened",
        },
    ),
    "the signature is taken out of the history": (
        ["DELETE FROM event WHERE kind = 'contract-signed'"],
        {"numbered without a gap", "paid out once, and only when signed", "the log says what happened"},
    ),
    "the last step is taken out": (
        ["DELETE FROM step WHERE number = (SELECT MAX(number) FROM step)"],
        {"numbered without a gap"},
    ),
    "a step in the middle is taken out": (["DELETE FROM step WHERE number = 2"], {"numbered without a gap"}),
    "a step is dated another day": (
        ["UPDATE step SET \"on\" = '2026-09-14' WHERE number = 2"],
        {"every day follows"},
    ),
    "a step says something else": (
        ["UPDATE step SET request = (SELECT request FROM step WHERE number = 8) WHERE number = 9"],
        {"steps unchanged"},
    ),
    "a step is scribbled over": (
        ["UPDATE step SET request = 'scribble' WHERE number = 1"],
        {"steps unchanged"},
    ),
    "a step's fingerprint is another": (
        ["UPDATE step SET fingerprint = 'f' WHERE number = 1"],
        {"steps unchanged"},
    ),
    "a posting says more than happened": (
        [f"UPDATE posting SET debit_fen = debit_fen + 1 WHERE debit_fen > 0 AND {LAST_ENTRY}"],
        {"every entry balances", "the books follow the events"},
    ),
    "both sides say more than happened": (
        [f"UPDATE posting SET debit_fen = debit_fen * 2, credit_fen = credit_fen * 2 WHERE {FIRST_ENTRY}"],
        {"the books follow the events", "every balance re-derives"},
    ),
    "a posting is in another account": (
        [f"UPDATE posting SET account = 'a shoebox' WHERE {FIRST_ENTRY}"],
        {"the books follow the events", "every balance re-derives"},
    ),
    "an entry's postings are taken out": (
        [f"DELETE FROM posting WHERE {LAST_ENTRY}"],
        {"every entry balances", "the books follow the events", "every balance re-derives"},
    ),
    "the contract's text is another": (
        ["UPDATE contract SET text = text || ' '"],
        {"contracts are what was signed"},
    ),
    "the contract's digest is another": (
        [f"UPDATE contract SET sha256 = '{ZEROS}'"],
        {"contracts are what was signed"},
    ),
    "the contract and its digest are another": (
        [f"UPDATE contract SET text = '', sha256 = '{NOTHING}'"],
        {"contracts are what was signed"},
    ),
    "the evidence is for another text": (
        [f"UPDATE authorisation SET sha256 = '{ZEROS}'"],
        {"contracts are what was signed"},
    ),
    "the evidence is taken out": (["DELETE FROM authorisation"], {"contracts are what was signed"}),
    "the loan note is taken out": (["DELETE FROM loan_note"], {"paid out once, and only when signed"}),
    "there is a loan note too many": (
        [
            f"INSERT INTO contract (world_id, number, sha256, text) VALUES (1, 'HT-9', '{NOTHING}', '')",
            "INSERT INTO loan_note (world_id, number, contract, principal_fen) VALUES (1, 'JJ-9', 'HT-9', 1)",
        ],
        {"contracts are what was signed", "paid out once, and only when signed"},
    ),
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_tampering_is_found_and_named(sqlite_store: Store, what: str) -> None:
    statements, broken = TAMPERINGS[what]
    walked(sqlite_store, until=Step.REPAY)

    assert laws(tamper(sqlite_store, *statements)) == broken


def change_last(store: Store, kind: str, field: str, value: int) -> Audit:
    """The last event of a kind gets another figure, from someone who has the keys too; then audit."""
    with store.reading() as session:
        row = session.exec(
            select(EventRow).where(EventRow.kind == kind).order_by(col(EventRow.seq).desc()).limit(1)
        ).one()
        seal, place = seal_of(session, row.world_id), f"event.body:{row.world_id}:{row.seq}"
        body = {**json.loads(seal.open(row.body, place=place)), field: value}
        sealed = seal.close(json.dumps(body).encode(), place=place)
    return tamper(store, f"UPDATE event SET body = '{sealed}' WHERE seq = {row.seq}")


@pytest.mark.parametrize(
    ("kind", "field", "broken"),
    [
        (
            "repayment-received",
            "amount_fen",
            {
                "the books follow the events",
                "every balance re-derives",
                "every receipt is allocated by the terms",
                "the log says what happened",
            },
        ),
        (
            "interest-accrued",
            "interest_fen",
            {"the books follow the events", "what is earned is booked", "the log says what happened"},
        ),
    ],
    ids=["a repayment", "interest"],
)
def test_an_event_that_says_something_else_is_found(
    store: Store, kind: str, field: str, broken: set[str]
) -> None:
    walked(store, until=Step.REPAY)

    assert laws(change_last(store, kind, field, 1)) == broken


def test_the_broken_world_is_named_and_the_others_are_clean(store: Store) -> None:
    walked(store, until=Step.SIGN)
    second = walked(store, until=Step.SIGN)

    found = tamper(store, f"DELETE FROM authorisation WHERE world_id = {second.id}")

    assert {broken.world for broken in found.broken} == {second.id}


def test_every_law_can_be_found_broken() -> None:
    assert set().union(*(broken for _, broken in TAMPERINGS.values())) == set(CHECKS)


def test_what_is_broken_says_the_figures(store: Store) -> None:
    walked(store, until=Step.SIGN)

    found = tamper(store, "UPDATE posting SET debit_fen = 1 WHERE debit_fen > 0")

    assert "debit 1 fen, credit 300000 fen" in {
        broken.detail.partition(": ")[2] for broken in found.broken if broken.law == "every entry balances"
    }
