"""Every character the product can say is in the font it brings along: no machine shows an empty box."""

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.house.messages import Message, messages_in_the_code, read_catalogue
from tests.house.sources import CORE, PAGES, python_files, tracked_files, tree

FONTS = PAGES / "static" / "fonts"
WEIGHTS = ("400", "700")
LONG_TEXTS = (".zh.md", ".en.md")


def characters_of(font: Path) -> set[str]:
    """The characters a font file can draw."""
    with TTFont(font, lazy=True) as opened:
        return {chr(code) for code in opened.getBestCmap()}


def sample_people() -> Iterator[str]:
    """The texts of the scenarios: names, employers and places, which are data and not sentences."""
    for path in python_files(CORE / "scenarios"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def visible(text: str) -> set[str]:
    """The characters of a text that leave a mark."""
    return {
        character
        for character in text
        if unicodedata.category(character) not in {"Cc", "Cf", "Zs", "Zl", "Zp"}
    }


@pytest.fixture(scope="module")
def sayable() -> set[str]:
    """Every character of both languages."""
    said: list[Message] = [message.string for message in read_catalogue()]
    said.extend(messages_in_the_code())
    said.extend(
        path.read_text(encoding="utf-8") for path in tracked_files() if path.name.endswith(LONG_TEXTS)
    )
    said.extend(sample_people())
    texts = [text for entry in said for text in ([entry] if isinstance(entry, str) else entry)]
    return set().union(*(visible(text) for text in texts))


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_font_has_every_character_of_both_languages(weight: str, sayable: set[str]) -> None:
    files = [
        path for path in FONTS.iterdir() if path.suffix in {".woff2", ".ttf", ".otf"} and weight in path.name
    ]
    assert files, f"no page font of weight {weight}"

    drawn = set().union(*(characters_of(path) for path in files))

    assert "".join(sorted(sayable - drawn)) == ""


def test_a_missing_character_is_noticed() -> None:
    smallest = min(FONTS.glob("*.woff2"), key=lambda path: path.stat().st_size)

    assert visible("\U00020000\n ") - characters_of(smallest) == {"\U00020000"}


def test_the_fonts_licence_lies_beside_it() -> None:
    assert [path.name for path in FONTS.iterdir() if path.suffix == ".txt"]
