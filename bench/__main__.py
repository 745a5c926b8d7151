"""Joins the subjects of this folder into one table; ends with 1 where a bar does not hold."""

import importlib
import pkgutil
import sys

from rich.console import Console
from rich.table import Table

import bench
from bench.measuring import Line, written

# Not subjects: the app, how to measure, who watches, and this.
OWN = {"app", "measuring", "viewers", "__main__"}


def subjects(asked: list[str]) -> list[str]:
    """The names of the subjects to run: those asked for, else all; an unknown name ends the program."""
    known = sorted(module.name for module in pkgutil.iter_modules(bench.__path__) if module.name not in OWN)
    unknown = [name for name in asked if name not in known]
    if unknown:
        sys.exit(f"no such subject: {', '.join(unknown)}; there are: {', '.join(known) or 'none'}")
    return asked or known


def main(asked: list[str]) -> int:
    """Run the subjects, print a table for each; 1 where a bar does not hold, else 0."""
    # A fixed width, so that a note is not folded where the output goes to a file.
    console = Console(width=None if sys.stdout.isatty() else 120)
    lines: list[Line] = []
    for name in subjects(asked):
        subject = importlib.import_module(f"bench.{name}")
        table = Table(title=subject.TITLE, title_justify="left", show_edge=False, pad_edge=False)
        table.add_column("what", min_width=48)
        table.add_column("one takes", justify="right")
        table.add_column("")
        for line in subject.lines():
            lines.append(line)
            verdict = "" if line.holds is None else ("[green]holds[/] " if line.holds else "[red]broken[/] ")
            table.add_row(line.what, written(line.seconds), verdict + line.note)
        console.print(table)
        console.print()
    bars = [line for line in lines if line.holds is not None]
    broken = [line for line in bars if not line.holds]
    console.print(f"{len(lines)} measured, {len(bars) - len(broken)} of {len(bars)} bars hold")
    return 1 if broken or not lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
