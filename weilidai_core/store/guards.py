"""What the database itself refuses: changing or removing history, and unbalanced books.

The same rules as triggers in both dialects. Migrations install them by name, and a test compares
what is installed with what is declared here.
"""

APPEND_ONLY = (
    "event",
    "step",
    "journal_entry",
    "posting",
    "contract",
    "loan_note",
    "authorisation",
    "pin_attempt",
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


def triggers(dialect: str) -> dict[str, str]:
    """Every trigger by its name, as the statement that creates it in `dialect`."""
    made = {}
    for table in APPEND_ONLY:
        for verb in _verbs(dialect):
            name = f"{table}_refuses_{verb.lower()}"
            made[name] = _refusing(
                dialect, name, table=table, verb=verb, when=None, says=f"{table} is append-only"
            )
    made["journal_entry_balances"] = _refusing(
        dialect,
        "journal_entry_balances",
        table="journal_entry",
        verb="INSERT",
        when=_UNBALANCED,
        says="debits and credits differ",
    )
    made["posting_before_entry"] = _refusing(
        dialect,
        "posting_before_entry",
        table="posting",
        verb="INSERT",
        when=_CLOSED,
        says="the entry is closed",
    )
    return made


def functions(dialect: str) -> dict[str, str]:
    """What the triggers call: PostgreSQL needs a function for each message, SQLite none."""
    return _postgres_functions() if dialect == "postgresql" else {}


def _verbs(dialect: str) -> tuple[str, ...]:
    # SQLite has no TRUNCATE; on PostgreSQL it would empty a table without asking any row.
    return ("UPDATE", "DELETE", "TRUNCATE") if dialect == "postgresql" else ("UPDATE", "DELETE")


def _refusing(dialect: str, name: str, *, table: str, verb: str, when: str | None, says: str) -> str:
    if dialect == "postgresql":
        each = "STATEMENT" if verb == "TRUNCATE" else "ROW"
        return f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH {each} EXECUTE FUNCTION {name}_now()"
    condition = f" WHEN {when}" if when else ""
    return (
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table}{condition} BEGIN SELECT RAISE(ABORT, '{says}'); END"
    )


def _postgres_functions() -> dict[str, str]:
    rules: dict[str, tuple[str | None, str]] = {
        f"{table}_refuses_{verb.lower()}": (None, f"{table} is append-only")
        for table in APPEND_ONLY
        for verb in _verbs("postgresql")
    }
    rules["journal_entry_balances"] = (_UNBALANCED, "debits and credits differ")
    rules["posting_before_entry"] = (_CLOSED, "the entry is closed")
    made = {}
    for name, (when, says) in rules.items():
        refuse = f"RAISE EXCEPTION '{says}' USING ERRCODE = 'restrict_violation';"
        body = f"IF {when} THEN {refuse} END IF; RETURN NEW;" if when else refuse
        made[f"{name}_now"] = (
            f"CREATE FUNCTION {name}_now() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
        )
    return made
