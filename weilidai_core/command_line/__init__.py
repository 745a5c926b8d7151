"""The command line: the same core without a browser; `weilidai --help` lists what it can do."""

import sys
from io import TextIOWrapper

import typer

from weilidai_core.command_line import cost, journey, ledger, personas, quote, tell
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
app.add_typer(ledger.app, name="ledger")


def main() -> None:
    """Run the command line; a refusal is one clear sentence on the error output and exit code 2."""
    if isinstance(sys.stdout, TextIOWrapper):
        # Where the terminal knows no Chinese, it is spelt out in codes rather than not said at all.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        app()
    except WeilidaiError as refusal:
        tell.refuse(refusal)
        sys.exit(2)
