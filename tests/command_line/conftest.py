"""The command line run inside the test process: what it printed, and how it ended."""

import json
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from weilidai_core.command_line import main


class Ran(NamedTuple):
    """One run: its exit code and its two outputs."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What was printed as JSON."""
        return json.loads(self.out)


Weilidai = Callable[..., Ran]


@pytest.fixture
def weilidai(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Weilidai:
    """Run `weilidai` with these arguments, in Chinese unless told otherwise."""

    def run(*arguments: object, lang: str = "zh") -> Ran:
        monkeypatch.setenv("WEILIDAI_LANG", lang)
        monkeypatch.setattr(sys, "argv", ["weilidai", *map(str, arguments)])
        capsys.readouterr()
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run
