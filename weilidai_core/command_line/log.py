"""`weilidai log`: is the log still one tree, what does it say today, and what to do when its key is lost."""

import sys
from typing import Annotated

import typer

from weilidai_core.audit import audit
from weilidai_core.command_line import tell
from weilidai_core.sentences import N_, sentence
from weilidai_core.store import open_existing_store
from weilidai_core.trust.transparency.actions import change_key, keep_checkpoint
from weilidai_core.trust.transparency.audit_views import audit_log
from weilidai_core.trust.transparency.views import log_state

LAW = "the log says what happened"
app = typer.Typer(help="The transparency log.", no_args_is_help=True)
Database = Annotated[str | None, typer.Option(help="Database address; else the app's own.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback()
def log() -> None:
    """The transparency log."""


@app.command("audit")
def run_audit(database: Database = None, as_json: AsJson = False) -> None:
    """Reckon the whole tree again and compare it with what happened; exit code 1 when it differs."""
    store = open_existing_store(database)
    found = audit_log(store)
    told = [f"world {each.world} · {each.detail}" for each in audit(store).broken if each.law == LAW]
    broken = [*found.broken, *told]
    if as_json:
        tell.data(
            {
                "clean": not broken,
                "leaves": found.leaves,
                "checkpoints": found.checkpoints,
                "erased": found.erased,
                "broken": broken,
            }
        )
    else:
        tell.line(
            tell.say(
                sentence(
                    N_("重算了 {leaves} 条登记、{checkpoints} 个检查点；{erased} 条的内容已随个人信息删除。"),
                    leaves=found.leaves,
                    checkpoints=found.checkpoints,
                    erased=found.erased,
                )
            )
        )
        for each in broken:
            tell.line(each)
        tell.line(
            tell.say(N_("日志有对不上的地方，见上。") if broken else N_("日志前后一致，和发生过的事对得上。"))
        )
    if broken:
        sys.exit(1)


@app.command("checkpoint")
def run_checkpoint(database: Database = None, as_json: AsJson = False) -> None:
    """Sign the log as it stands, keep and print the note; keep a copy elsewhere, that is what it is for."""
    store = open_existing_store(database)
    with store.writing() as session:
        note = keep_checkpoint(session)
    state = log_state(store)
    if as_json:
        tell.data({"key": state.key if state else None, "checkpoint": note})
    else:
        print(note, end="")


@app.command("new-key")
def run_new_key(database: Database = None) -> None:
    """Go on with the key that is there now, after the old one was lost; says so in the log itself."""
    with open_existing_store(database).writing() as session:
        key = change_key(session)
    tell.line(tell.say(N_("从现在起，检查点由这把密钥签名；以前的回执仍按它上面印的公钥核对。")))
    tell.line(key)
