"""`weilidai backup` and `weilidai restore`: everything in one file, and a database made from it."""

from pathlib import Path
from typing import Annotated

import typer

from weilidai_core.audit import audit
from weilidai_core.command_line import tell
from weilidai_core.sentences import N_, sentence
from weilidai_core.store import default_url, open_existing_store
from weilidai_core.store.backup import back_up, restore

ADDRESS = "Database address; else the app's own."


def run_backup(
    to: Annotated[Path, typer.Option(help="The file to make; nothing is written over.")],
    database: Annotated[str | None, typer.Option(help=ADDRESS)] = None,
) -> None:
    """Copy the whole database into one file; the app may go on meanwhile."""
    back_up(default_url() if database is None else database, to=to)
    tell.line(tell.say(sentence(N_("备份好了：{file}"), file=str(to))))


def run_restore(
    source: Annotated[Path, typer.Option("--from", help="A file made by `weilidai backup`.")],
    database: Annotated[str | None, typer.Option(help=ADDRESS)] = None,
) -> None:
    """Make a database from a back-up, where there is none yet, and audit it."""
    url = default_url() if database is None else database
    restore(url, source=source)
    found = audit(open_existing_store(url))
    tell.line(
        tell.say(
            sentence(
                N_("恢复好了：{worlds} 个世界、{events} 个事件。"), worlds=found.worlds, events=found.events
            )
        )
    )
    tell.line(tell.say(N_("账目全部对得上。") if found.is_clean else N_("有账目对不上，见上。")))
    for each in found.broken:
        tell.line(f"world {each.world} · {each.law} · {each.detail}")
    if not found.is_clean:
        raise typer.Exit(1)
