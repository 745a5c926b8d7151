"""`weilidai cost`: the annual rate of any dated cash flow, or plainly why there is none."""

import re
from pathlib import Path

import pytest

from tests.command_line.conftest import Weilidai

BORROWED = "date,amount\n2025-01-01,10000\n2026-01-01,-11000\n"


def flows(folder: Path, text: str = BORROWED) -> Path:
    """A file with flows."""
    file = folder / "flows.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_it_works(weilidai: Weilidai, tmp_path: Path) -> None:
    ran = weilidai("cost", "--flows", flows(tmp_path), "--json")

    assert (ran.code, ran.err) == (0, "")
    assert ran.data["answer"] == "one-rate"
    assert ran.data["annual_rate_xirr"] == "10.0000%"
    assert ran.data["rates"] == ["10.0000%"]


def test_for_a_person_it_is_one_sentence(weilidai: Weilidai, tmp_path: Path) -> None:
    assert weilidai("cost", "--flows", flows(tmp_path)).out == "按实际天数折算，年化利率（XIRR）是 10.00%。\n"
    assert "10.00%" in weilidai("cost", "--flows", flows(tmp_path), lang="en").out


@pytest.mark.parametrize("text", ["date,amount\n", "date,amount\n2025-01-01,100\n2026-01-01,100\n", ""])
def test_where_all_goes_one_way_there_is_no_rate(weilidai: Weilidai, tmp_path: Path, text: str) -> None:
    ran = weilidai("cost", "--flows", flows(tmp_path, text), "--json")

    assert ran.code == 0
    assert (ran.data["answer"], ran.data["annual_rate_xirr"], ran.data["rates"]) == (
        "one-direction",
        None,
        [],
    )


def test_where_no_rate_balances_it_says_so(weilidai: Weilidai, tmp_path: Path) -> None:
    text = "date,amount\n2024-01-01,100\n2025-01-01,-100\n2026-01-01,100\n"
    ran = weilidai("cost", "--flows", flows(tmp_path, text), "--json")

    assert ran.code == 0
    assert (ran.data["answer"], ran.data["rates"]) == ("no-rate", [])


def test_where_several_do_all_are_named(weilidai: Weilidai, tmp_path: Path) -> None:
    # 100 (1 + r)² − 230 (1 + r) + 132 = 0 at 10 % and 20 %; 2022 and 2023 have 365 days.
    text = "date,amount\n2022-01-01,-100\n2023-01-01,230\n2024-01-01,-132\n"
    ran = weilidai("cost", "--flows", flows(tmp_path, text), "--json")

    assert ran.code == 0
    assert ran.data["answer"] == "several-rates"
    assert ran.data["annual_rate_xirr"] is None
    assert ran.data["rates"] == ["10.0000%", "20.0000%"]
    assert "10.0000%" in ran.data["sentence"]


def test_the_order_of_the_lines_and_further_columns_do_not_matter(weilidai: Weilidai, tmp_path: Path) -> None:
    text = "note,amount,date\nback,-11000,2026-01-01\nlent,10000,2025-01-01\n"

    assert weilidai("cost", "--flows", flows(tmp_path, text), "--json").data["rates"] == ["10.0000%"]


def test_a_file_from_a_spreadsheet_with_its_mark_is_read(weilidai: Weilidai, tmp_path: Path) -> None:
    text = "\ufeff" + BORROWED.replace("\n", "\r\n")

    assert weilidai("cost", "--flows", flows(tmp_path, text), "--json").data["rates"] == ["10.0000%"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (2, "a,b\n1,2\n"),
        (2, "date,amount\n2025-02-30,100\n"),
        (3, "date,amount\n2025-01-01,100\n,-110\n"),
        (3, "date,amount\n2025-01-01,100\n2026-01-01,\n"),
        (2, "date,amount\n2025-01-01,--100\n"),
        (2, "date,amount\n2025-01-01,lots\n"),
        (2, "date,amount\n2025-01-01,１００\n"),
        (2, "date,amount\n2025-01-01,1.234\n"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_line_that_cannot_be_read_is_named(
    weilidai: Weilidai, tmp_path: Path, line: int, text: str, language: str
) -> None:
    ran = weilidai("cost", "--flows", flows(tmp_path, text), "--json", lang=language)

    assert (ran.code, ran.out) == (2, "")
    assert str(line) in ran.err.splitlines()[0]
    assert len(ran.err.splitlines()) == 2
    assert bool(re.search(r"[一-龥]", ran.err)) == (language == "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_that_cannot_be_opened_is_named(weilidai: Weilidai, tmp_path: Path, language: str) -> None:
    binary = tmp_path / "binary.csv"
    binary.write_bytes(b"\xff\xfe\x00\x01")
    endless = flows(tmp_path, "date,amount\n2025-01-01," + "1" * 200_000)

    for file in (tmp_path / "missing.csv", tmp_path, binary, endless):
        ran = weilidai("cost", "--flows", file, lang=language)
        assert (ran.code, ran.out) == (2, "")
        assert file.name in ran.err
        assert "Traceback" not in ran.err
