"""How the command line speaks: tables and sentences for people, JSON for programs."""

import json
import os
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from weilidai_core.errors import WeilidaiError
from weilidai_core.language import LANGUAGES, render, translator
from weilidai_core.sentences import Sentence

WIDEST = 1000


def language() -> str:
    """The language to speak: `WEILIDAI_LANG` (zh or en), Chinese when it is not set."""
    wish = os.environ.get("WEILIDAI_LANG", "zh")
    return wish if wish in LANGUAGES else "zh"


def say(told: Sentence | str) -> str:
    """A sentence, or a catalogue key, in the chosen language."""
    if isinstance(told, Sentence):
        return render(told, language())
    return translator(language()).gettext(told)


def line(text: str = "") -> None:
    """Print one line as it is."""
    Console(highlight=False, markup=False, emoji=False, soft_wrap=True).print(text)


def data(content: Any) -> None:
    """Print one JSON document."""
    print(json.dumps(content, ensure_ascii=False, indent=2))


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, left: int = 0) -> None:
    """Print a table; the first `left` columns are text, the others figures set to the right."""
    shown = Table(box=None, pad_edge=False)
    for number, head in enumerate(heads):
        shown.add_column(head, justify="left" if number < left else "right", no_wrap=number >= left)
    for row in rows:
        shown.add_row(*row)
    # As wide as it is, whatever the terminal: a figure that does not fit would be cut.
    Console(highlight=False, markup=False, emoji=False, width=WIDEST).print(shown)


def refuse(refusal: WeilidaiError) -> None:
    """Print a refusal, and what to do next, on the error output."""
    errors = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for part in refusal.parts():
        errors.print(say(part.sentence))
        if part.next_sentence is not None:
            errors.print(say(part.next_sentence))
