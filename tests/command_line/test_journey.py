"""`weilidai journey`: the whole journey without a browser, the same state on any machine."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from tests.command_line.conftest import Weilidai
from tests.databases import Databases
from tests.worlds import rows
from weilidai_core.audit import audit
from weilidai_core.scenarios.personas import PERSONAS, Expected
from weilidai_core.scenarios.walking import STEPS
from weilidai_core.store import open_store
from weilidai_core.trust.transparency.receipt import ReceiptOfAnotherFile, check, receipt_in

everyone = pytest.mark.parametrize("who", [one.name for one in PERSONAS])


def test_it_works(weilidai: Weilidai) -> None:
    ran = weilidai("journey", "--persona", "first-timer", "--json")

    assert (ran.code, ran.err) == (0, "")
    assert (ran.data["persona"], ran.data["reached"], ran.data["outcome"]) == (
        "first-timer",
        "settle",
        "granted",
    )
    assert ran.data["loan_notes"][0]["outstanding"] == "0.00"


@everyone
def test_twice_it_ends_in_the_same_state(weilidai: Weilidai, who: str) -> None:
    first, second = (weilidai("journey", "--persona", who, "--json") for _ in range(2))

    assert first.code == second.code == 0
    assert first.data == second.data
    assert re.fullmatch(r"[0-9a-f]{64}", first.data["state_hash"])


def test_the_state_is_the_same_in_either_language(weilidai: Weilidai) -> None:
    chinese, english = (
        weilidai("journey", "--persona", "shopkeeper", "--json", lang=lang).data for lang in ("zh", "en")
    )

    assert chinese.pop("reasons") != english.pop("reasons")
    assert chinese == english


@everyone
def test_it_ends_as_expected_of_the_person(weilidai: Weilidai, who: str) -> None:
    expected = next(one.expected for one in PERSONAS if one.name == who)
    found = weilidai("journey", "--persona", who, "--json").data

    assert found["outcome"] == (None if expected is Expected.NOT_INVITED else expected.value)
    assert bool(found["loan_notes"]) == (expected in {Expected.GRANTED, Expected.COUNTER_OFFERED})
    assert (found["credit_limit"] is not None) == bool(found["loan_notes"])


@everyone
def test_the_ledgers_totals_are_equal(weilidai: Weilidai, who: str) -> None:
    ledger = weilidai("journey", "--persona", who, "--json").data["ledger"]

    assert ledger["total_debit"] == ledger["total_credit"]
    assert all(re.fullmatch(r"-?\d+\.\d{2}", each["balance"]) for each in ledger["accounts"])


@pytest.mark.parametrize("until", STEPS)
def test_it_stops_at_any_step(weilidai: Weilidai, until: str) -> None:
    ran = weilidai("journey", "--persona", "first-timer", "--until", str(until), "--json")

    assert (ran.code, ran.data["reached"]) == (0, str(until))


def test_every_step_ends_in_another_state(weilidai: Weilidai) -> None:
    hashes = {
        weilidai("journey", "--persona", "first-timer", "--until", str(until), "--json").data["state_hash"]
        for until in STEPS
    }

    assert len(hashes) == len(STEPS)


def test_amount_tenor_method_and_first_day_can_be_chosen(weilidai: Weilidai) -> None:
    asked = ["--amount", "1,000", "--tenor", "3", "--method", "interest-first", "--on", "2027-01-31"]
    found = weilidai("journey", "--persona", "first-timer", "--until", "sign", *asked, "--json").data

    note = found["loan_notes"][0]
    assert (note["principal"], note["tenor"], note["method"]) == ("1000.00", 3, "interest-first")
    assert (found["day"], note["number"]) == ("2027-01-31", "JJ20270131-01")


def test_the_chinese_file_has_the_sha256_it_says(weilidai: Weilidai, tmp_path: Path) -> None:
    ran = weilidai("journey", "--persona", "first-timer", "--out", tmp_path, "--json")

    files = {Path(name).name: Path(name) for name in ran.data["files"]}
    told = json.loads(files["HT20260915-01.json"].read_text())
    assert hashlib.sha256(files[told["text"]].read_bytes()).hexdigest() == told["sha256"]
    assert set(files) == {path.name for path in tmp_path.iterdir()}


# A signature is made once: with a key of that moment, at that moment, at its own place in the log.
SIGNED = {"contract.pdf", "certificate.pdf", "receipt.json"}


def test_twice_the_files_are_the_same_to_the_byte(weilidai: Weilidai, tmp_path: Path) -> None:
    for name in ("one", "two"):
        weilidai("journey", "--persona", "steady", "--out", tmp_path / name)

    files = {file.name for file in (tmp_path / "one").iterdir()}
    assert files > SIGNED
    for file in [tmp_path / "one" / name for name in files - SIGNED]:
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_without_a_database_nothing_is_left_behind(weilidai: Weilidai, database_url: str) -> None:
    weilidai("journey", "--persona", "first-timer")

    assert not Path(database_url.removeprefix("sqlite:///")).exists()


def test_a_database_keeps_the_journey(weilidai: Weilidai, databases: Databases, engine: str) -> None:
    url = databases.empty(engine)
    first, second = (
        weilidai("journey", "--persona", "first-timer", "--database", url, "--json").data["state_hash"]
        for _ in range(2)
    )

    assert first == second
    assert rows(open_store(url))["world"] == 2
    assert audit(open_store(url)).is_clean


def test_for_a_person_it_is_told_in_their_language(weilidai: Weilidai) -> None:
    chinese = weilidai("journey", "--persona", "first-timer")
    english = weilidai("journey", "--persona", "first-timer", lang="en")

    assert "贷款本金" in chinese.out
    assert "Loan principal" in english.out
    assert not re.search(r"[一-龥]", english.out)
    assert chinese.out.splitlines()[-1] == english.out.splitlines()[-1]


@pytest.mark.parametrize(
    "wrong",
    [
        ["--persona", "nobody"],
        ["--persona", ""],
        ["--persona", "steady", "--until", "home"],
        ["--persona", "steady", "--until", ""],
        ["--persona", "steady", "--amount", ""],
        ["--persona", "steady", "--amount", "-1"],
        ["--persona", "steady", "--amount", "0"],
        ["--persona", "steady", "--amount", "200000"],
        ["--persona", "steady", "--amount", "1000.01"],
        ["--persona", "steady", "--amount", "🙂"],
        ["--persona", "steady", "--tenor", "0"],
        ["--persona", "steady", "--tenor", "7"],
        ["--persona", "steady", "--tenor", "24", "--method", "interest-first"],
        ["--persona", "steady", "--on", ""],
        ["--persona", "steady", "--on", "2026-02-30"],
        ["--persona", "steady", "--on", "1999-06-01"],
        ["--persona", "steady", "--on", "2190-01-01"],
        ["--persona", "steady", "--on", "1900-01-01"],
        ["--persona", "steady", "--database", "nonsense"],
        ["--persona", "steady", "--database", "mysql://a/b"],
        ["--persona", "steady", "--out", "/dev/null"],
    ],
    ids=lambda wrong: " ".join(wrong[1:]) or "empty",
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_cannot_be_is_refused_in_a_clear_sentence(
    weilidai: Weilidai, wrong: list[str], language: str
) -> None:
    ran = weilidai("journey", *wrong, lang=language)

    assert (ran.code, ran.out) == (2, "")
    assert 1 <= len(ran.err.splitlines()) <= 2
    assert bool(re.search(r"[一-龥]", ran.err)) == (language == "zh")


def test_the_receipt_shows_that_the_signed_contract_is_in_the_log(weilidai: Weilidai, tmp_path: Path) -> None:
    weilidai("journey", "--persona", "first-timer", "--out", tmp_path)
    receipt, pdf = (tmp_path / "receipt.json").read_bytes(), (tmp_path / "contract.pdf").read_bytes()

    shown = check(receipt_in(receipt), document=pdf)
    assert shown.logged["kind"] == "file-kept"
    assert len(receipt) <= 2048
    with pytest.raises(ReceiptOfAnotherFile):
        check(receipt_in(receipt), document=pdf + b" ")
