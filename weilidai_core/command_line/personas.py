"""`weilidai personas`: the sample people, who they are and what is expected of them."""

from typing import Annotated

import typer

from weilidai_core.basics.money import yuan_text
from weilidai_core.command_line import tell
from weilidai_core.scenarios.personas import PERSONAS


def run(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List the sample people."""
    if as_json:
        tell.data(
            [
                {
                    "name": one.name,
                    "who": tell.say(one.who),
                    "expected": one.expected.value,
                    "expectation": tell.say(one.expectation),
                    "first_day": one.first_day.isoformat(),
                    "plan": {
                        "amount": yuan_text(one.plan.principal_fen),
                        "tenor": one.plan.tenor,
                        "method": one.plan.method.value,
                    },
                }
                for one in PERSONAS
            ]
        )
        return
    for one in PERSONAS:
        tell.line(one.name)
        tell.line(f"  {tell.say(one.who)}")
        tell.line(f"  {tell.say(one.expectation)}")
