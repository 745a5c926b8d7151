"""Every option of the command line, given everything that was not meant for it, in both languages.

The law: exit code 2, one clear sentence and what to do next on the error output, nothing on the other, and
no row written. What is no refusal stands in a table here, with its reason.
"""

import csv
from pathlib import Path

import pytest

from tests.bad_typing import KINDS, LANGUAGES, assert_clear, typed_as
from tests.command_line.conftest import Ran, Weilidai
from tests.databases import SQLITE, Databases
from tests.worlds import rows
from weilidai_core.basics.typed_text import shown
from weilidai_core.command_line.cost import LONGEST_PATH
from weilidai_core.store import open_store

every_language = pytest.mark.parametrize("lang", LANGUAGES)
every_kind = pytest.mark.parametrize("kind", KINDS)

# What lies above the limit of each option.
QUOTE = {
    "amount": "1000000000000",
    "daily-rate": "101%",
    "tenor": "361",
    "method": "equal-everything",
    "on": "2200-01-01",
}
JOURNEY = {
    "persona": "nobody",
    "until": "home",
    "amount": "1000000000000",
    "tenor": "25",
    "method": "equal-everything",
    "on": "2200-01-01",
    "database": "oracle://somewhere",
}
FLOWS = {"date": "2200-01-01", "amount": "1000000000000"}
# In a cash flow these are figures like any other.
FIGURES = {"amount": {"negative": "what was paid", "zero": "a day on which nothing moved"}}

LOAN = {
    "amount": "10000",
    "daily-rate": "0.05%",
    "tenor": "5",
    "method": "equal-principal",
    "on": "2020-02-10",
}


def options(given: dict[str, str]) -> list[str]:
    """Options and their values as arguments."""
    return [part for name, value in given.items() for part in (f"--{name}", value)]


def assert_refused(ran: Ran, *, lang: str, named: str = "") -> None:
    """One sentence, or two with what to do next; `named` is what was typed, where the sentence names it."""
    assert (ran.code, ran.out) == (2, "")
    assert 1 <= len(ran.err.splitlines()) <= 2
    assert_clear(ran.err.replace(named, "") if named else ran.err, lang=lang)


@every_language
@every_kind
@pytest.mark.parametrize("option", QUOTE)
def test_an_option_of_quote(weilidai: Weilidai, option: str, kind: str, lang: str) -> None:
    typed = typed_as(kind, above=QUOTE[option])

    assert_refused(weilidai("quote", *options({**LOAN, option: typed}), lang=lang), lang=lang)


@every_language
@every_kind
@pytest.mark.parametrize("option", JOURNEY)
def test_an_option_of_journey(
    weilidai: Weilidai, databases: Databases, option: str, kind: str, lang: str
) -> None:
    url = databases.migrated(SQLITE)
    typed = typed_as(kind, above=JOURNEY[option])

    given = {"persona": "steady", "until": "estimate", "database": url, option: typed}
    assert_refused(weilidai("journey", *options(given), lang=lang), lang=lang, named=shown(typed))

    assert not any(rows(open_store(url)).values())


@every_language
@every_kind
@pytest.mark.parametrize("command", ["cost --flows", "ledger audit --database"])
def test_a_file_or_a_database_that_cannot_be_read(
    weilidai: Weilidai, command: str, kind: str, lang: str
) -> None:
    typed = typed_as(kind, above="no/such/place")

    ran = weilidai(*command.split(), typed, lang=lang)

    assert_refused(ran, lang=lang, named=shown(typed, longest=LONGEST_PATH))


@every_language
@every_kind
@pytest.mark.parametrize("column", FLOWS)
def test_a_value_in_a_file_of_flows(
    weilidai: Weilidai, tmp_path: Path, column: str, kind: str, lang: str
) -> None:
    file = tmp_path / "flows.csv"
    flow = {"date": "2026-01-01", "amount": "-11000", column: typed_as(kind, above=FLOWS[column])}
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, fieldnames=list(FLOWS))
        writer.writeheader()
        writer.writerows([{"date": "2025-01-01", "amount": "10000"}, flow])

    ran = weilidai("cost", "--flows", file, lang=lang)

    if kind in FIGURES.get(column, {}):
        assert (ran.code, ran.err) == (0, "")
        assert_clear(ran.out, lang=lang)
    else:
        assert_refused(ran, lang=lang)


@every_language
@pytest.mark.parametrize(
    "arguments",
    [
        ["quote"],
        ["quote", "--amount"],
        ["quote", "--colour", "red"],
        ["lend"],
        ["personas", "all"],
        ["--\x1b"],
    ],
    ids=" ".join,
)
def test_a_command_that_cannot_be_read(weilidai: Weilidai, arguments: list[str], lang: str) -> None:
    assert_refused(weilidai(*arguments, lang=lang), lang=lang)
