"""The command line: the same core without a browser; `weilidai --help` lists what it can do."""

import sys
from io import TextIOWrapper

import typer
from typer.exceptions import TyperException

from weilidai_core.command_line import (
    backup,
    calendar,
    contract,
    cost,
    doctor,
    journey,
    keys,
    ledger,
    log,
    misuse,
    personas,
    quote,
    tell,
)
from weilidai_core.errors import WeilidaiError

app = typer.Typer(
    name="weilidai",
    help="A phone micro-loan on an exact lending core. A simulation, not a real loan.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("quote")(quote.run)
app.command("cost")(cost.run)
app.command("personas")(personas.run)
app.command("journey")(journey.run)
app.command("calendar")(calendar.run)
app.add_typer(ledger.app, name="ledger")
app.add_typer(contract.app, name="contract")
app.add_typer(log.app, name="log")
app.add_typer(keys.app, name="keys")
app.command("doctor")(doctor.run)
app.command("backup")(backup.run_backup)
app.command("restore")(backup.run_restore)


def main() -> None:
    """Run the command line; a refusal is one clear sentence on the error output and exit code 2."""
    if isinstance(sys.stdout, TextIOWrapper):
        # Where the terminal knows no Chinese, it is spelt out in codes rather than not said at all.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = app(standalone_mode=False)
    except WeilidaiError as refusal:
        tell.refuse(refusal)
        sys.exit(2)
    except TyperException as unreadable:
        if type(unreadable).__name__ == "NoArgsIsHelpError":
            tell.line(unreadable.message)
        else:
            tell.refuse(misuse.refusal_of(unreadable))
        sys.exit(2)
    if code:
        sys.exit(code)
