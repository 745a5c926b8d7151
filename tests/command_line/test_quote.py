"""`weilidai quote`: the schedule and the costs of a loan, for people and for programs."""

import re

import pytest

from tests.command_line.conftest import Weilidai

LOAN = {
    "--amount": "10000",
    "--daily-rate": "0.05%",
    "--tenor": "5",
    "--method": "equal-principal",
    "--on": "2020-02-10",
}


def asked(**other: str) -> list[str]:
    """The arguments of a quote, some of them other than usual."""
    loan = {**LOAN, **{f"--{name.replace('_', '-')}": value for name, value in other.items()}}
    return ["quote", *(part for pair in loan.items() for part in pair)]


def test_it_works(weilidai: Weilidai) -> None:
    ran = weilidai(*asked(), "--json")

    assert (ran.code, ran.err) == (0, "")
    assert ran.data["total_interest"] == "451.00"


def test_the_json_is_exactly_what_was_agreed(weilidai: Weilidai) -> None:
    assert weilidai(*asked(), "--json").data == {
        "rows": [
            {
                "number": number,
                "due_on": due_on,
                "days": days,
                "principal": "2000.00",
                "interest": interest,
                "total": total,
                "outstanding": outstanding,
            }
            for number, due_on, days, interest, total, outstanding in [
                (1, "2020-03-10", 29, "145.00", "2145.00", "8000.00"),
                (2, "2020-04-10", 31, "124.00", "2124.00", "6000.00"),
                (3, "2020-05-10", 30, "90.00", "2090.00", "4000.00"),
                (4, "2020-06-10", 31, "62.00", "2062.00", "2000.00"),
                (5, "2020-07-10", 30, "30.00", "2030.00", "0.00"),
            ]
        ],
        "total_interest": "451.00",
        "total_payable": "10451.00",
        "annual_rate_simple_360": "18.0000%",
        "annual_rate_simple_365": "18.2500%",
        "annual_rate_irr": "18.0348%",
        "annual_rate_xirr": "19.8584%",
    }


@pytest.mark.parametrize("method", ["equal-principal", "equal-instalment", "interest-first"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_money_has_two_decimals_and_rates_four_whatever_the_language(
    weilidai: Weilidai, method: str, language: str
) -> None:
    found = weilidai(*asked(method=method, amount="9,999.99"), "--json", lang=language).data

    money = [row[name] for row in found["rows"] for name in ("principal", "interest", "total", "outstanding")]
    money += [found["total_interest"], found["total_payable"]]
    rates = [value for name, value in found.items() if name.startswith("annual_rate")]
    assert all(re.fullmatch(r"\d+\.\d{2}", value) for value in money)
    assert len(rates) == 4
    assert all(re.fullmatch(r"\d+\.\d{4}%", value) for value in rates)


def test_interest_first_repays_the_principal_at_the_end(weilidai: Weilidai) -> None:
    rows = weilidai(*asked(method="interest-first"), "--json").data["rows"]

    assert [row["principal"] for row in rows] == ["0.00"] * 4 + ["10000.00"]


def test_for_a_person_it_is_a_table_in_their_language(weilidai: Weilidai) -> None:
    chinese, english = weilidai(*asked()), weilidai(*asked(), lang="en")

    assert "利息合计 ¥451.00" in chinese.out
    assert "2020年3月10日" in chinese.out
    assert "¥451.00" in english.out
    assert "10 Mar 2020" in english.out
    assert not re.search(r"[一-龥]", english.out)


def test_a_figure_is_never_cut_however_narrow_the_terminal(
    weilidai: Weilidai, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")

    ran = weilidai(*asked(amount="999,999,999,999.99"))

    assert "…" not in ran.out
    assert "¥1,045,099,999,999.99" in ran.out


@pytest.mark.parametrize("amount", ["10000", "10,000", "10000.00", "¥10000", " 10000 "])
def test_an_amount_may_be_written_as_people_do(weilidai: Weilidai, amount: str) -> None:
    assert weilidai(*asked(amount=amount), "--json").data["total_payable"] == "10451.00"


WRONG = {
    "amount": ["abc", "-100", "0", "", "1.234", "1e5", "１００", "🙂", "9" * 40, "10000; DROP TABLE event"],
    "daily_rate": ["0.05", "abc%", "-0.05%", "101%", "", "０.０５%", "🙂"],
    "tenor": ["0", "-5", "361", "5000000"],
    "on": ["2020-02-30", "10.02.2020", "", "1899-12-31", "2200-01-01", "２０２０-０２-１０", "yesterday"],
}


@pytest.mark.parametrize(
    ("option", "value"), [(option, value) for option in WRONG for value in WRONG[option]]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_cannot_be_is_refused_in_a_clear_sentence(
    weilidai: Weilidai, option: str, value: str, language: str
) -> None:
    ran = weilidai(*asked(**{option: value}), "--json", lang=language)

    assert (ran.code, ran.out) == (2, "")
    assert 1 <= len(ran.err.splitlines()) <= 2
    assert bool(re.search(r"[一-龥]", ran.err)) == (language == "zh")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("other", [{"method": "monthly"}, {"tenor": "five"}])
def test_an_option_of_the_wrong_kind_is_refused_too(weilidai: Weilidai, other: dict[str, str]) -> None:
    ran = weilidai(*asked(**other))

    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


def test_an_option_that_is_missing_is_named(weilidai: Weilidai) -> None:
    ran = weilidai("quote", "--amount", "100")

    assert ran.code == 2
    assert "--daily-rate" in ran.err
