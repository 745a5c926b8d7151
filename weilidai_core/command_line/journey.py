"""`weilidai journey`: the whole journey without a browser, the same acts and the same books."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from weilidai_core.apply.counter_offer import Plan
from weilidai_core.basics.calendar import parse_day
from weilidai_core.basics.money import parse_yuan
from weilidai_core.basics.typed_text import shown
from weilidai_core.command_line import tell
from weilidai_core.command_line.account import account_of, as_data, show
from weilidai_core.command_line.quote import METHODS
from weilidai_core.journey import Step
from weilidai_core.product import terms_on
from weilidai_core.quote.asked import parse_method, parse_tenor
from weilidai_core.quote.schedule import PrincipalNotPositive
from weilidai_core.scenarios.downloads import save_downloads
from weilidai_core.scenarios.personas import persona
from weilidai_core.scenarios.walking import STEPS, StepUnknown, Walk, start, walk
from weilidai_core.store import open_store


def run(
    who: Annotated[str, typer.Option("--persona", help="A sample person; see `weilidai personas`.")],
    until: Annotated[
        str, typer.Option(help="The last step to take, e.g. estimate, sign, settle.")
    ] = Step.SETTLE.value,
    amount: Annotated[str | None, typer.Option(help="Amount asked for, in yuan.")] = None,
    tenor: Annotated[str | None, typer.Option(help="Number of monthly instalments.")] = None,
    method: Annotated[str | None, typer.Option(help=METHODS)] = None,
    on: Annotated[str | None, typer.Option(help="First day, YYYY-MM-DD; else the person's own.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for what the applicant could download.")] = None,
    database: Annotated[str | None, typer.Option(help="Database address; else a temporary one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Walk a sample person's journey and print where it ends, the books and the state hash."""
    person = persona(who)
    step = _step(until)
    first_day = parse_day(on, field="on") if on is not None else None
    principal_fen = parse_yuan(amount, field="amount") if amount is not None else person.plan.principal_fen
    if principal_fen == 0:
        raise PrincipalNotPositive(field="amount")
    count = parse_tenor(tenor, field="tenor") if tenor is not None else person.plan.tenor
    way = parse_method(method, field="method") if method is not None else person.plan.method
    terms_on(first_day or person.first_day).check_tenor(count, method=way)
    plan = Plan(principal_fen=principal_fen, tenor=count, method=way)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/journey.sqlite3" if database is None else database)
        world = start(store, person, on=first_day)
        reached = walk(Walk(world, person, plan), until=step)
        found = account_of(world, reached=reached)
        saved = save_downloads(world, out) if out else ()
        if database is None:
            store.close()
    if as_json:
        tell.data({**as_data(found), "files": [str(file) for file in saved]})
    else:
        show(found, saved=saved)


def _step(name: str) -> Step:
    if name not in {step.value for step in STEPS}:
        raise StepUnknown(step=shown(name), known=", ".join(STEPS))
    return Step(name)
