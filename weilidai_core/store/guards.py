"""What the database itself refuses: changing or removing history, and unbalanced books.

The same rules as triggers in both dialects. Migrations install them by name, each those of its own
tables; a test compares what is installed with what is declared here.
"""

from collections.abc import Iterable
from typing import NamedTuple

APPEND_ONLY = (
    "event",
    "step",
    "journal_entry",
    "posting",
    "contract",
    "loan_note",
    "authorisation",
    "pin_attempt",
    "consent_text",
    "consent",
    "paper_file",
    "signed_paper",
    "log_leaf",
    "log_node",
    "log_reuse",
    "log_checkpoint",
    "passkey",
    "spent_challenge",
)

_UNBALANCED = (
    "(SELECT COALESCE(SUM(debit_fen), 0) - COALESCE(SUM(credit_fen), 0) FROM posting"
    " WHERE posting.world_id = NEW.world_id AND posting.seq = NEW.seq) <> 0"
    " OR NOT EXISTS (SELECT 1 FROM posting WHERE posting.world_id = NEW.world_id AND posting.seq = NEW.seq)"
)
_CLOSED = (
    "EXISTS (SELECT 1 FROM journal_entry WHERE journal_entry.world_id = NEW.world_id"
    " AND journal_entry.seq = NEW.seq)"
)


class Guard(NamedTuple):
    """One thing that the database refuses: on which table and verb, when (None: always), in which words."""

    name: str
    table: str
    verb: str
    when: str | None
    says: str


_ERASED = "what was erased stays erased"

BOOKS = (
    Guard("journal_entry_balances", "journal_entry", "INSERT", _UNBALANCED, "debits and credits differ"),
    Guard("posting_before_entry", "posting", "INSERT", _CLOSED, "the entry is closed"),
)
KEYS = (
    Guard("world_key_stays_erased", "world_key", "UPDATE", "OLD.sealed IS NULL", _ERASED),
    Guard("world_key_is_kept", "world_key", "DELETE", None, _ERASED),
)


def append_only(dialect: str, tables: Iterable[str]) -> tuple[Guard, ...]:
    """The guards that keep tables append-only."""
    # SQLite has no TRUNCATE; on PostgreSQL it would empty a table without asking any row.
    verbs = ("UPDATE", "DELETE", "TRUNCATE") if dialect == "postgresql" else ("UPDATE", "DELETE")
    return tuple(
        Guard(f"{table}_refuses_{verb.lower()}", table, verb, None, f"{table} is append-only")
        for table in tables
        for verb in verbs
    )


def guards(dialect: str) -> tuple[Guard, ...]:
    """Everything that the database refuses."""
    return (*append_only(dialect, APPEND_ONLY), *BOOKS, *KEYS)


def triggers(dialect: str) -> dict[str, str]:
    """Every trigger by its name, as the statement that creates it in `dialect`."""
    return {guard.name: _trigger(dialect, guard) for guard in guards(dialect)}


def functions(dialect: str) -> dict[str, str]:
    """What the triggers call: PostgreSQL needs a function for each, SQLite none."""
    if dialect != "postgresql":
        return {}
    return {f"{guard.name}_now": _function(guard) for guard in guards(dialect)}


def installing(dialect: str, wanted: Iterable[Guard]) -> list[str]:
    """The statements that install guards; for migrations."""
    wanted = tuple(wanted)
    made = [_function(guard) for guard in wanted] if dialect == "postgresql" else []
    return made + [_trigger(dialect, guard) for guard in wanted]


def lifting(dialect: str, tables: Iterable[str]) -> tuple[list[str], list[str]]:
    """The statements that let a migration rewrite rows of append-only tables, and those that end it."""
    wanted = [guard for guard in append_only(dialect, tables) if guard.verb == "UPDATE"]
    if dialect == "postgresql":
        return (
            [f"ALTER TABLE {guard.table} DISABLE TRIGGER {guard.name}" for guard in wanted],
            [f"ALTER TABLE {guard.table} ENABLE TRIGGER {guard.name}" for guard in wanted],
        )
    return [f"DROP TRIGGER {guard.name}" for guard in wanted], [_trigger(dialect, guard) for guard in wanted]


def _trigger(dialect: str, guard: Guard) -> str:
    name, table, verb = guard.name, guard.table, guard.verb
    if dialect == "postgresql":
        each = "STATEMENT" if verb == "TRUNCATE" else "ROW"
        return f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH {each} EXECUTE FUNCTION {name}_now()"
    condition = f" WHEN {guard.when}" if guard.when else ""
    return (
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table}{condition}"
        f" BEGIN SELECT RAISE(ABORT, '{guard.says}'); END"
    )


def _function(guard: Guard) -> str:
    refuse = f"RAISE EXCEPTION '{guard.says}' USING ERRCODE = 'restrict_violation';"
    body = f"IF {guard.when} THEN {refuse} END IF; RETURN NEW;" if guard.when else refuse
    return f"CREATE FUNCTION {guard.name}_now() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
