"""What the core says to a person, before it is put into a language.

The core never builds text: it hands a `Sentence` (the Chinese wording as the key, and the facts in
it) to the edge, and `weilidai_core.language` renders it. So a refusal, a reason or an answer reads
right in both languages and its figures can be tested as figures.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict


def N_(text: str) -> str:
    """Mark `text` for the catalogue and return it unchanged (gettext's usual deferred marker)."""
    return text


class Sentence(BaseModel):
    """One sentence with its facts; rendered only at the edge.

    A fact's name tells its unit: `*_fen` is money, `*_ppm` a rate in parts per million, a `date` a
    day; a nested sentence is rendered in the same language; anything else is shown as it is.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    facts: dict[str, "int | date | Sentence | str"] = {}


def sentence(text: str, **facts: "int | date | Sentence | str") -> Sentence:
    """A `Sentence` from its wording and facts given by name."""
    return Sentence(text=text, facts=facts)
