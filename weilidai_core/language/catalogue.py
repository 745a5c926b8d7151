"""The two languages: Chinese is what the code says, English comes from `locale/en.po`.

The catalogue is read as text at first use and kept, so that nothing compiled has to be committed
and a translator edits one file. A missing entry fails a test, and is shown in Chinese meanwhile.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from weilidai_core.language import formats
from weilidai_core.sentences import Sentence

LANGUAGES = ("zh", "en")
CATALOGUE = Path(__file__).parent / "locale" / "en.po"


@cache
def translator(lang: str) -> NullTranslations:
    """The gettext translations of a language; Chinese translates nothing, it is the source."""
    if lang == "zh":
        return NullTranslations()
    compiled = BytesIO()
    with CATALOGUE.open("rb") as file:
        write_mo(compiled, read_po(file, locale=lang))
    compiled.seek(0)
    return GNUTranslations(compiled)


def render(said: Sentence, lang: str) -> str:
    """The sentence in a language, its facts written by their units."""
    return translator(lang).gettext(said.text).format_map(written(said.facts, lang))


def written(facts: Mapping[str, int | date | Sentence | str], lang: str) -> dict[str, str]:
    """The facts as text: `*_fen` as money, `*_ppm` as a percentage, a date in words."""
    return {name: _write(name, fact, lang) for name, fact in facts.items()}


def _write(name: str, fact: int | date | Sentence | str, lang: str) -> str:
    if isinstance(fact, Sentence):
        return render(fact, lang)
    if isinstance(fact, date):
        return formats.day(fact, lang)
    if isinstance(fact, int) and name.endswith("_fen"):
        return formats.money(fact)
    if isinstance(fact, int) and name.endswith("_ppm"):
        return formats.percent(fact)
    return str(fact)
