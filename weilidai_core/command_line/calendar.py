"""`weilidai calendar`: the repayment calendar of a scene's loan note, as a file for any calendar program."""

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from weilidai_core.basics.typed_text import shown
from weilidai_core.command_line import tell
from weilidai_core.notices.views import repayment_calendar
from weilidai_core.scenarios.downloads import FolderNotWritable
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.store import open_store


def run(
    scene: Annotated[
        str, typer.Option(help="A scene with a loan, e.g. first-timer-paid.")
    ] = "first-timer-paid",
    note: Annotated[str, typer.Option(help="Number of the loan note; else the first open one.")] = "",
    out: Annotated[Path | None, typer.Option(help="Folder to write into; else it is printed.")] = None,
) -> None:
    """Write a loan note's repayment calendar: one event an instalment, cancelled where it is settled."""
    wanted = scenario(scene)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/calendar.sqlite3")
        file = repayment_calendar(play(store, wanted), number=note, lang=tell.language())
        store.close()
    if out is None:
        sys.stdout.write(file.content.decode())
        return
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / file.name).write_bytes(file.content)
    except (OSError, ValueError) as error:
        raise FolderNotWritable(folder=shown(str(out), longest=200)) from error
    tell.line(str(out / file.name))
