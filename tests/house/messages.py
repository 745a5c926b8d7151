"""The sentences the code marks for gettext, and the catalogue that must have them all.

Run as a program (`make messages`) it brings the catalogue up to date: new sentences come in with empty
English, sentences nobody says any more go out, English from other .po files, where named, is taken over.
"""

import sys
import tomllib
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from babel.util import pathmatch

from tests.house.sources import CORE, ROOT, name_of, tracked_files

CATALOGUE = CORE / "language" / "locale" / "en.po"
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
# No dates and no names: the file changes only where a sentence does.
HEADER = """\
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""

# One sentence, or a singular and its plural.
Message = str | tuple[str, ...]


def messages_in(source: str) -> list[Message]:
    """The sentences marked in one source text, in its order."""
    found = extract("python", BytesIO(source.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"})
    return list(dict.fromkeys(message for _line, message, _comments, _context in found))


@cache
def messages_in_the_code() -> dict[Message, str]:
    """Every sentence of the product, with the file that says it first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = [mapping["pattern"] for mapping in settings["tool"]["babel"]["mappings"]]
    found: dict[Message, str] = {}
    for path in tracked_files():
        name = name_of(path)
        if any(pathmatch(pattern, name) for pattern in patterns):
            for message in messages_in(path.read_text(encoding="utf-8")):
                found.setdefault(message, name)
    return found


def read_catalogue(path: Path = CATALOGUE) -> Catalog:
    """A catalogue of English as it stands in its file."""
    with path.open("rb") as file:
        return read_po(file, locale="en")


def up_to_date(sources: list[Catalog]) -> Catalog:
    """A catalogue of exactly the sentences in the code, their English from the first source that has it."""
    catalogue = Catalog(locale="en", fuzzy=False)
    for message, where in messages_in_the_code().items():
        key = message if isinstance(message, str) else message[0]
        known = [entry.string for source in sources if (entry := source.get(key)) and not entry.fuzzy]
        english = next((said for said in known if (all(said) if isinstance(said, tuple) else said)), "")
        catalogue.add(message, string=english, locations=[(where, 0)])
    return catalogue


def written(catalogue: Catalog) -> str:
    """The text of a catalogue's file."""
    body = BytesIO()
    write_po(body, catalogue, width=110, omit_header=True, include_lineno=False)
    return HEADER + body.getvalue().decode("utf-8").lstrip("\n")


def main(others: list[str]) -> None:
    """Write the catalogue anew and say what is left to translate."""
    catalogue = up_to_date([read_catalogue(), *(read_catalogue(Path(other)) for other in others)])
    CATALOGUE.write_text(written(catalogue), encoding="utf-8")
    empty = [entry for entry in catalogue if entry.id and not entry.string]
    print(f"{name_of(CATALOGUE)}: {len(catalogue)} sentences, {len(empty)} of them without English")
    for entry in empty:
        print(f"  {entry.locations[0][0]}: {entry.id}")


if __name__ == "__main__":
    main(sys.argv[1:])
