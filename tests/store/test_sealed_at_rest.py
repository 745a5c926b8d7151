"""What the database keeps of a person is sealed; a database from before is sealed when it is opened."""

import json
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine, text

from tests.databases import SQLITE, Databases
from tests.worlds import do, hash_of, rows, walked
from weilidai_core.act import act
from weilidai_core.apply.actions import CompleteInformation
from weilidai_core.apply.consent import DOCUMENTS
from weilidai_core.audit import audit
from weilidai_core.journey import Step
from weilidai_core.scenarios.personas import persona
from weilidai_core.store import Store, open_store
from weilidai_core.store.guards import triggers
from weilidai_core.store.opening import migrations
from weilidai_core.store.world_keys import WorldErased, destroy_key, seal_of
from weilidai_core.vault.key_ring import KeysLost, KeysWrong, make_ring
from weilidai_core.vault.sealing import SealBroken
from weilidai_core.world.actions import save_draft
from weilidai_core.world.views import read_draft, read_history, steps_taken, world_by_token

WHO = persona("first-timer")
SAMPLE = [
    *(getattr(WHO.profile.person, name) for name in ("name", "id_number", "mobile", "card_number")),
    *(getattr(WHO.typed, name) for name in ("employer", "residence", "contact_name", "contact_mobile")),
    WHO.profile.person.mobile[-4:] + '"',
]

# Those of the first version, each after what it rests on.
FIRST_TABLES = (
    *("browser", "world", "step", "event", "authorisation"),
    *("contract", "posting", "journal_entry", "loan_note"),
)
SEALED = (("event", "body", "seq"), ("step", "request", "number"), ("contract", "text", "number"))


def as_bytes(value: str) -> set[bytes]:
    """A value as it might lie in a file: plain, as JSON escapes it, in UTF-16."""
    escaped = json.dumps(value).strip('"').encode()
    return {value.encode(), escaped, value.encode("utf-16-le")}


def found_in(folder: Path, values: list[str]) -> list[tuple[str, str]]:
    """Which values lie in which files below a folder."""
    return [
        (file.name, value)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        for value in values
        if any(each in file.read_bytes() for each in as_bytes(value))
    ]


def test_it_works(databases: Databases, tmp_path: Path) -> None:
    store = databases.store(SQLITE)
    world = walked(store, until=Step.SETTLE)
    save_draft(world, form="information", body=WHO.typed.model_dump_json())

    assert (tmp_path / Path(str(store.engine.url.database)).name).exists()
    assert found_in(tmp_path, SAMPLE) == []
    assert read_draft(world, form="information") == WHO.typed.model_dump_json()


def test_every_row_opens_in_its_own_place_only(store: Store) -> None:
    world = walked(store, until=Step.WELCOME)
    rows = "(SELECT body FROM event WHERE seq = 1)"
    _rewrite(store, f"UPDATE event SET body = {rows} WHERE seq = 2")

    elsewhere = Store(store.url)
    with pytest.raises(SealBroken):
        read_history(world_by_token(elsewhere, world.token))
    elsewhere.close()


def test_a_world_without_its_key_is_closed_for_good(store: Store) -> None:
    world = walked(store, until=Step.WELCOME)
    with store.writing() as session:
        destroy_key(session, world.id, on=WHO.first_day)

    with pytest.raises(WorldErased):
        read_history(world)
    with pytest.raises(WorldErased):
        steps_taken(world)
    with pytest.raises(WorldErased):
        act(world, CompleteInformation(typed=WHO.typed), key="more")
    with store.writing() as session, pytest.raises(WorldErased):
        destroy_key(session, world.id, on=WHO.first_day)
    assert audit(store).is_clean


def test_a_key_that_is_gone_cannot_be_put_back(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    with store.writing() as session:
        destroy_key(session, world.id, on=WHO.first_day)

    for statement in ("UPDATE world_key SET sealed = '1:x', erased_on = NULL", "DELETE FROM world_key"):
        with (
            pytest.raises(Exception, match="what was erased stays erased"),
            store.engine.begin() as connection,
        ):
            connection.execute(text(statement))


def test_a_database_from_before_is_sealed_when_it_is_opened(databases: Databases, engine: str) -> None:
    url = databases.empty(engine)
    world = walked(open_store(databases.migrated(engine)), until=Step.REPAY)
    with world.store.reading() as session:
        seal_of(session, world.id)
    before = _at_first_tables(url, world.store)

    store = open_store(url)

    again = world_by_token(store, world.token)
    assert hash_of(again) == hash_of(world)
    assert [step.request for step in steps_taken(again)] == [step.request for step in steps_taken(world)]
    assert read_draft(again, form="information") == "typed before"
    assert rows(store)["consent"] == len(DOCUMENTS)
    assert audit(store).is_clean
    assert do(again, CompleteInformation(typed=WHO.typed), key=steps_taken(world)[3].key).repeated
    with store.engine.connect() as connection:
        sealed = connection.execute(text("SELECT body FROM event ORDER BY seq")).scalars().all()
    assert not set(sealed) & set(before)


def test_a_file_from_before_holds_nothing_open_afterwards(databases: Databases, tmp_path: Path) -> None:
    url = databases.empty(SQLITE)
    world = walked(open_store(databases.migrated(SQLITE)), until=Step.REPAY)
    _at_first_tables(url, world.store)
    folder = tmp_path / "found"
    folder.mkdir()
    file = Path(str(create_engine(url).url.database))
    assert any(value.encode() in file.read_bytes() for value in SAMPLE)

    open_store(url)

    for each in (file, file.with_name(f"{file.name}-wal")):
        if each.exists():
            (folder / each.name).write_bytes(each.read_bytes())
    assert found_in(folder, SAMPLE) == []


def test_without_the_key_file_an_old_database_is_refused_and_no_key_is_made(
    databases: Databases, engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = databases.migrated(engine)
    elsewhere = Store(url)
    walked(elsewhere, until=Step.WALLET)
    elsewhere.close()

    monkeypatch.setenv("WEILIDAI_KEY_FOLDER", str(tmp_path / "no keys"))
    with pytest.raises(KeysLost):
        open_store(url)
    assert not (tmp_path / "no keys").exists()

    make_ring()
    with pytest.raises(KeysWrong):
        open_store(url)


def _rewrite(store: Store, *statements: str) -> None:
    with store.engine.begin() as connection:
        for name, statement in triggers(store.engine.dialect.name).items():
            table = statement.partition(" ON ")[2].split()[0]
            on = f" ON {table}" if store.engine.dialect.name == "postgresql" else ""
            connection.execute(text(f"DROP TRIGGER {name}{on}"))
        for statement in statements:
            connection.execute(text(statement))


def _at_first_tables(url: str, source: Store) -> list[str]:
    """Make a database as the first version kept it, with everything of `source` lying open; its bodies."""
    store = Store(url)
    config = migrations()
    with store.engine.execution_options(weilidai_writes="FULL").begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    with source.reading() as session:
        rows = {
            name: [
                dict(row) for row in session.connection().execute(text(f"SELECT * FROM {name}")).mappings()
            ]
            for name in FIRST_TABLES
        }
        seal = seal_of(session, rows["world"][0]["id"])
    for name, column, place in SEALED:
        for row in rows[name]:
            where = f"{name}.{column}:{row['world_id']}:{row[place]}"
            row[column] = seal.open(row[column], place=where).decode()
    world = rows["world"][0]["id"]
    rows["draft"] = [{"id": 1, "world_id": world, "form": "information", "body": "typed before"}]
    with store.engine.begin() as connection:
        for name, found in rows.items():
            for row in found:
                columns = ", ".join(f'"{column}"' for column in row)
                values = ", ".join(f":{column}" for column in row)
                connection.execute(text(f"INSERT INTO {name} ({columns}) VALUES ({values})"), row)
    if store.engine.dialect.name == "sqlite":
        with sqlite3.connect(str(store.engine.url.database)) as plain:
            plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return [row["body"] for row in rows["event"]]
