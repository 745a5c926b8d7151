"""运行日志: what the one who runs the server can read: one JSON object a line, and nothing about anyone.

Laws: a line says what kind of act, in which world, how long it took and how it ended; never a name, a
number of a person, or anything typed. A fault is written with its traceback under an id that the screen
shows too; the traceback has types and places, not messages, because a message may quote what was typed.
"""

import json
import logging
import os
import secrets
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TextIO

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
# Without the letters and figures that are mistaken for one another on the telephone.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_log = logging.getLogger("weilidai")
# Until someone opens the logbook nothing is written: the command line speaks for itself.
_log.addHandler(logging.NullHandler())


class ProgramFault(WeilidaiError):
    """Raised when the program itself is wrong: nothing was done, and the log has the traceback."""

    code = "program-fault"
    text = N_("程序出了点问题，刚才的操作没有完成。")
    next_step = N_("已经做过的步骤都还在，请重新打开再试一次。")
    for_operator = True


class JsonLines(logging.Formatter):
    """One record as one JSON object on one line; only facts, no message of an exception."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        facts: dict[str, object] = getattr(record, "facts", {})
        line = {"at": at, "level": record.levelname, "what": record.getMessage(), **facts}
        return json.dumps(line, ensure_ascii=False, default=str)


@dataclass
class ActLine:
    """What the line about one act will say; filled in while it runs."""

    kind: str
    world: int
    step: int | None = None
    repeated: bool = False


def open_logbook(stream: TextIO | None = None, *, level: str | None = None) -> None:
    """Begin to write: to the error output, from level `WEILIDAI_LOG_LEVEL` (INFO when it is not set)."""
    wish = (level or os.environ.get("WEILIDAI_LOG_LEVEL", "INFO")).upper()
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    _log.handlers[:] = [handler]
    _log.setLevel(wish if wish in LEVELS else "INFO")
    _log.propagate = False
    # Whoever sets up logging with Python's dictConfig may have switched off what was there before.
    _log.disabled = False


@contextmanager
def act_line(kind: str, world: int) -> Iterator[ActLine]:
    """Write one line about an act when it is over, whether done, refused or failed."""
    line, began, refused, level = ActLine(kind, world), time.perf_counter(), "", logging.INFO
    try:
        yield line
    except WeilidaiError as refusal:
        refused = refusal.code
        level = logging.WARNING if refusal.for_operator else logging.INFO
        raise
    except Exception:
        refused, level = ProgramFault.code, logging.ERROR
        raise
    finally:
        facts = {
            "kind": line.kind,
            "world": line.world,
            "step": line.step,
            "milliseconds": round((time.perf_counter() - began) * 1000, 1),
            "repeated": line.repeated,
            "refused": refused,
        }
        _log.log(level, "act", extra={"facts": facts})


def report(error: BaseException, *, place: str) -> str:
    """Write a fault or an outage with its traceback; the id to quote from the screen.

    The same error reported twice keeps its id and is written once.
    """
    known = getattr(error, "weilidai_error_id", None)
    if isinstance(known, str):
        return known
    error_id = "".join(secrets.choice(_ALPHABET) for _ in range(6))
    error.weilidai_error_id = error_id  # type: ignore[attr-defined]
    what = "outage" if isinstance(error, WeilidaiError) else "fault"
    facts = {"error_id": error_id, "place": place, "traceback": _places(error)}
    _log.error(what, extra={"facts": facts})
    return error_id


def fault_of(error: BaseException, *, place: str) -> WeilidaiError:
    """The refusal that stands for any error on a screen: itself when it has words, else `ProgramFault`.

    What the operator has to mend is reported, and carries its id.
    """
    if isinstance(error, WeilidaiError):
        if error.for_operator:
            report(error, place=place)
        return error
    fault = ProgramFault()
    fault.weilidai_error_id = report(error, place=place)  # type: ignore[attr-defined]
    return fault


def error_id_of(error: BaseException) -> str:
    """The id under which an error was reported, "" where it was not."""
    return str(getattr(error, "weilidai_error_id", ""))


def _places(error: BaseException) -> list[str]:
    """The chain of errors, first cause first: each by its type, its code, and the lines it went through."""
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain:
        chain.append(current)
        # SQLAlchemy keeps the database's own error beside the chain.
        current = current.__cause__ or getattr(current, "orig", None) or current.__context__
    told = []
    for each in reversed(chain):
        told += [
            f"{frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(each.__traceback__)
        ]
        told.append(f"{type(each).__module__}.{type(each).__qualname__}{_code(each)}")
    return told


def _code(error: BaseException) -> str:
    """The error's own code, which is a word of its maker and says nothing about anyone."""
    codes = (getattr(error, name, None) for name in ("code", "sqlite_errorname", "sqlstate", "errno"))
    found = next((code for code in codes if isinstance(code, str | int)), None)
    return f" ({found})" if found is not None else ""
