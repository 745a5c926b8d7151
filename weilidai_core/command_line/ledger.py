"""`weilidai ledger audit`: every entry balances, every balance re-derives, or what is broken."""

import sys
from typing import Annotated

import typer

from weilidai_core.audit import CHECKS, audit
from weilidai_core.command_line import tell
from weilidai_core.sentences import N_, sentence
from weilidai_core.store import open_existing_store

app = typer.Typer(help="The books.", no_args_is_help=True)


@app.callback()
def books() -> None:
    """The books."""


@app.command("audit")
def audit_books(
    database: Annotated[str | None, typer.Option(help="Database address; else the app's own.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check every law of the books; exit code 1 when one is broken."""
    found = audit(open_existing_store(database))
    if as_json:
        tell.data(
            {
                "clean": found.is_clean,
                "worlds": found.worlds,
                "events": found.events,
                "entries": found.entries,
                "postings": found.postings,
                "laws": list(CHECKS),
                "broken": [
                    {"world": each.world, "law": each.law, "detail": each.detail} for each in found.broken
                ],
            }
        )
    else:
        tell.line(
            tell.say(
                sentence(
                    N_("查了 {worlds} 个世界、{events} 个事件、{entries} 笔分录，按 {laws} 条规则。"),
                    worlds=found.worlds,
                    events=found.events,
                    entries=found.entries,
                    laws=len(CHECKS),
                )
            )
        )
        for each in found.broken:
            tell.line(f"world {each.world} · {each.law} · {each.detail}")
        tell.line(tell.say(N_("账目全部对得上。") if found.is_clean else N_("有账目对不上，见上。")))
    if not found.is_clean:
        sys.exit(1)
