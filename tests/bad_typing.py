"""What people and programs put into fields that were meant for something else, and what they must hear."""

import re

LONGEST_SENTENCE = 220

TYPED = {
    "empty": "",
    "spaces only": "   ",
    "too long": "长" * 5_000,
    "endless digits": "9" * 5_000,
    "arabic": "مرحبا",
    "cyrillic": "Привет",
    "emoji": "😀👍🏽",
    "full-width digits": "１２３４５６",
    "negative": "-1000",
    "zero": "0",
    "sql": "'; DROP TABLE event; --",
    "markdown": "**[x](javascript:alert(1))**",
    "html": '<script>alert("x")</script><b>',
    "control characters": "ab\0c\x1b[31m",
    "newline": "一\n二",
}
# Each field has a limit of its own.
ABOVE = "above the limit"
KINDS = (*TYPED, ABOVE)
LANGUAGES = ("zh", "en")

CHINESE = re.compile(r"[\u4e00-\u9fff，。、；：！？（）「」]")


def typed_as(kind: str, *, above: str) -> str:
    """The text of one kind; `above` is what lies above this field's limit."""
    return above if kind == ABOVE else TYPED[kind]


def assert_clear(said: str, *, lang: str) -> None:
    """One short sentence or two, in the chosen language, with every fact filled in."""
    assert said.strip()
    assert len(said) <= LONGEST_SENTENCE
    assert "{" not in said
    assert "Traceback" not in said
    assert bool(CHINESE.search(said)) == (lang == "zh")
