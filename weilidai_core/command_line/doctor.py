"""`weilidai doctor`: what is wrong with a set-up, and how to mend it."""

import sys
from typing import Annotated

import typer

from weilidai_core.command_line import tell
from weilidai_core.doctor import examine
from weilidai_core.sentences import N_


def run(
    database: Annotated[str | None, typer.Option(help="Database address; else the app's own.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Look at everything the app needs; exit code 1 when something has to be mended."""
    findings = examine(database)
    is_well = all(finding.is_well for finding in findings.values())
    if as_json:
        tell.data(
            {
                "well": is_well,
                "checks": [
                    {
                        "check": name,
                        "well": finding.is_well,
                        "found": tell.say(finding.found),
                        "mend": tell.say(finding.mend) if finding.mend else None,
                    }
                    for name, finding in findings.items()
                ],
            }
        )
    else:
        for finding in findings.values():
            tell.line(f"{'✓' if finding.is_well else '✗'} {tell.say(finding.found)}")
            if finding.mend:
                tell.line(f"  → {tell.say(finding.mend)}")
        tell.line(tell.say(N_("一切正常。") if is_well else N_("有问题要处理，见上。")))
    if not is_well:
        sys.exit(1)
