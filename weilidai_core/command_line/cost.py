"""`weilidai cost`: the true annual rate of any dated cash flow."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from weilidai_core.basics.calendar import parse_day
from weilidai_core.basics.money import parse_yuan
from weilidai_core.basics.rates import percent_text
from weilidai_core.basics.typed_text import shown
from weilidai_core.command_line import tell
from weilidai_core.errors import WeilidaiError
from weilidai_core.quote.xirr import XirrAnswer, xirr
from weilidai_core.sentences import N_, Sentence

LONGEST_PATH = 200


class FlowsUnreadable(WeilidaiError):
    """Raised when the file is not a table with the columns date and amount."""

    code = "flows-unreadable"
    text = N_("看不懂文件 {file} 的第 {line} 行：{because}")
    next_step = N_("文件要有 date 和 amount 两列，例如 2026-03-08,-10000 和 2026-04-08,10150。")
    field = "flows"


class FlowsMissing(WeilidaiError):
    """Raised when there is no such file, or it cannot be opened."""

    code = "flows-missing"
    text = N_("打不开文件 {file}。")
    next_step = N_("请检查路径。")
    field = "flows"


def run(
    flows: Annotated[
        Path, typer.Option(help="CSV file with the columns date,amount (yuan; received > 0, paid < 0).")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print the XIRR of a cash flow, or why there is none, or all of several: each is an answer."""
    answer = xirr(read(flows))
    if as_json:
        tell.data(
            {
                "answer": answer.answer.value,
                "annual_rate_xirr": (
                    percent_text(answer.rates_ppm[0]) if answer.answer is XirrAnswer.ONE_RATE else None
                ),
                "rates": [percent_text(rate) for rate in answer.rates_ppm],
                "sentence": tell.say(answer.sentence),
            }
        )
    else:
        tell.line(tell.say(answer.sentence))


def read(file: Path) -> list[tuple[date, int]]:
    """The dated flows of a CSV file, in fen. Raises `FlowsMissing`, `FlowsUnreadable`."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            return _flows(file, csv.DictReader(opened))
    except (OSError, ValueError, csv.Error) as error:
        raise FlowsMissing(file=shown(str(file), longest=LONGEST_PATH)) from error


def _flows(file: Path, rows: Iterable[dict[str, str]]) -> list[tuple[date, int]]:
    found = []
    for line, row in enumerate(rows, start=2):
        try:
            found.append(
                (parse_day((row.get("date") or "").strip()), _amount((row.get("amount") or "").strip()))
            )
        except WeilidaiError as refused:
            because: Sentence = refused.sentence
            raise FlowsUnreadable(file=shown(file.name), line=line, because=because) from refused
    return found


def _amount(text: str) -> int:
    return -parse_yuan(text[1:]) if text.startswith("-") else parse_yuan(text)
