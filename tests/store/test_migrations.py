"""The database is made and migrated by itself, is what the models say, and is refused when it is newer."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, text

from tests.databases import SQLITE, Databases
from tests.worlds import rows, walked
from weilidai_core.journey import Step
from weilidai_core.schema import SCHEMA, TABLES
from weilidai_core.store import Store, open_store
from weilidai_core.store.guards import functions, triggers
from weilidai_core.store.opening import DatabaseIsNewer

ROOT = Path(__file__).parents[2]


def catalogue(engine: Engine) -> dict[str, Any]:
    """Everything the database says of its tables, in no particular order."""
    seen = inspect(engine)

    def of(table: str) -> dict[str, Any]:
        return {
            "columns": {one["name"]: (str(one["type"]), one["nullable"]) for one in seen.get_columns(table)},
            "primary key": seen.get_pk_constraint(table),
            "uniques": sorted(
                (one["name"], tuple(one["column_names"])) for one in seen.get_unique_constraints(table)
            ),
            "checks": sorted((one["name"], one["sqltext"]) for one in seen.get_check_constraints(table)),
            "foreign keys": sorted(
                (
                    one["name"],
                    one["referred_table"],
                    tuple(one["constrained_columns"]),
                    str(one["options"]),
                )
                for one in seen.get_foreign_keys(table)
            ),
            "indexes": sorted((one["name"], str(one["column_names"])) for one in seen.get_indexes(table)),
        }

    return {table: of(table) for table in seen.get_table_names() if table != "alembic_version"}


def version(store: Store) -> str:
    """The migration the database has reached."""
    with store.engine.connect() as connection:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def test_it_works(databases: Databases, engine: str) -> None:
    store = open_store(databases.empty(engine))

    assert set(catalogue(store.engine)) == {str(table.__tablename__) for table in TABLES}
    assert rows(walked(store, until=Step.WALLET).store)["event"] == 1


def test_the_migrations_make_what_the_models_say(databases: Databases, engine: str) -> None:
    store = open_store(databases.empty(engine))

    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SCHEMA) == []


def test_the_whole_catalogue_is_the_models(databases: Databases, engine: str) -> None:
    store, modelled = open_store(databases.empty(engine)), Store(databases.empty(engine))
    SCHEMA.create_all(modelled.engine)

    assert catalogue(store.engine) == catalogue(modelled.engine)
    modelled.close()


def test_sqlite_has_exactly_the_declared_triggers(databases: Databases) -> None:
    store = open_store(databases.empty(SQLITE))

    with store.engine.connect() as connection:
        found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        assert dict(found.all()) == triggers("sqlite")


def test_postgresql_has_exactly_the_declared_triggers(databases: Databases) -> None:
    store = open_store(databases.empty("postgresql"))

    with store.engine.connect() as connection:
        # The standard's own view of the triggers leaves out those on TRUNCATE.
        installed = connection.execute(
            text("SELECT tgname, pg_get_triggerdef(oid, true) FROM pg_trigger WHERE NOT tgisinternal")
        )
        made = dict(installed.all())
        bodies = connection.execute(
            text("SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace")
        )
        assert made == triggers("postgresql")
        assert dict(bodies.all()) == {
            name: statement.split("$$")[1] for name, statement in functions("postgresql").items()
        }


def test_opening_again_changes_nothing(databases: Databases, engine: str) -> None:
    url = databases.empty(engine)
    store = open_store(url)
    walked(store, until=Step.WELCOME)
    before = rows(store)

    assert open_store(url) is store
    elsewhere = Store(url)
    assert rows(elsewhere) == before
    elsewhere.close()


def test_a_newer_database_is_refused_and_left_as_it_is(databases: Databases, engine: str) -> None:
    url = databases.migrated(engine)
    newer = Store(url)
    with newer.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        connection.execute(text("CREATE TABLE of_tomorrow (id INTEGER)"))
    before = catalogue(newer.engine)

    for _ in range(2):
        with pytest.raises(DatabaseIsNewer):
            open_store(url)

    assert (version(newer), catalogue(newer.engine)) == ("9999", before)
    newer.close()


def test_a_newer_file_keeps_every_byte(databases: Databases) -> None:
    url = databases.migrated(SQLITE)
    file = Path(str(create_engine(url).url.database))
    newer = Store(url)
    with newer.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    newer.close()
    before = file.read_bytes()

    with pytest.raises(DatabaseIsNewer):
        open_store(url)

    assert file.read_bytes() == before


def test_processes_that_start_together_on_an_empty_database_all_work(
    databases: Databases, engine: str, tmp_path: Path
) -> None:
    url, go = databases.empty(engine), tmp_path / "go"
    program = (
        "import sys, time; from pathlib import Path\n"
        "from weilidai_core.store import open_store\n"
        "from weilidai_core.world.actions import make_world\n"
        "print('ready', flush=True)\n"
        "while not Path(sys.argv[2]).exists(): time.sleep(0.001)\n"
        "make_world(open_store(sys.argv[1]), persona='steady', scenario='steady')\n"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, url, str(go)],
            cwd=ROOT,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    go.touch()

    assert [process.communicate(timeout=60)[1] for process in started] == [""] * 4
    assert rows(open_store(url))["world"] == 4
