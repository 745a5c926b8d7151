"""Both languages say everything: each sentence has its English, each English its sentence and its facts.

`make check` runs this file; `make messages` writes the empty entries that are to be translated.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog

from tests.house.messages import Message, messages_in, messages_in_the_code, read_catalogue
from tests.house.sources import CORE, PAGES, docstrings, name_of, python_files, tracked_files, tree

# A language is called by its own name everywhere.
OWN_NAMES = {"中文"}
CHINESE = re.compile(r"[㐀-鿿]")
MARKERS = {"_", "N_", "gettext", "ngettext"}
# Files whose Chinese is data that is the same in both languages, each with its reason.
DATA: dict[str, str] = {
    "weilidai_core/scenarios/": "names, employers and places of the sample people",
    "weilidai_core/language/formats.py": "how a Chinese date is written",
    "weilidai_core/notices/linter.py": "words that no text may hold, in either language",
    "weilidai_core/help/intents.py": "words a person may type to the service desk, in either language",
}


@pytest.fixture(scope="module")
def english() -> Catalog:
    return read_catalogue()


def entries(catalogue: Catalog) -> Iterator[tuple[Message, tuple[str, ...], bool]]:
    """Each entry of a catalogue but its header: the sentence, what it is in English, whether it is fuzzy."""
    for message in catalogue:
        if message.id:
            said = message.string if isinstance(message.string, tuple) else (message.string,)
            yield (
                (tuple(message.id) if isinstance(message.id, list | tuple) else message.id),
                said,
                message.fuzzy,
            )


def facts_in(text: str) -> set[str]:
    """The names in braces of a sentence."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def unmarked_chinese(module: ast.Module) -> Iterator[str]:
    """Chinese that a person would read and gettext does not know."""
    marked = docstrings(module)
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Call)
            and (getattr(node.func, "id", "") or getattr(node.func, "attr", "")) in MARKERS
        ):
            marked |= {id(inner) for argument in node.args for inner in ast.walk(argument)}
    for node in ast.walk(module):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in marked:
            continue
        if CHINESE.search(node.value) and node.value not in OWN_NAMES:
            yield f"{node.lineno} {node.value[:40]!r}"


def test_the_code_has_sentences() -> None:
    assert messages_in_the_code()


def test_every_sentence_has_its_english(english: Catalog) -> None:
    known = {sentence for sentence, _said, _fuzzy in entries(english)}

    assert [f"{where}: {said}" for said, where in messages_in_the_code().items() if said not in known] == []


def test_no_english_is_empty_or_fuzzy(english: Catalog) -> None:
    assert [sentence for sentence, said, fuzzy in entries(english) if fuzzy or not all(said)] == []


def test_no_english_is_left_over(english: Catalog) -> None:
    assert [
        sentence for sentence, _said, _fuzzy in entries(english) if sentence not in messages_in_the_code()
    ] == []
    assert list(english.obsolete) == []


def test_both_languages_name_the_same_facts(english: Catalog) -> None:
    different = []
    for sentence, said, _fuzzy in entries(english):
        asked = facts_in(sentence if isinstance(sentence, str) else sentence[-1])
        # The singular may say "one" instead of the number; every other form names each fact.
        forms = said if isinstance(sentence, str) else said[1:]
        different += [f"{sentence}: {form}" for form in forms if facts_in(form) != asked]

    assert different == []


def test_every_fact_of_a_sentence_has_a_name() -> None:
    nameless = [
        sentence
        for said in messages_in_the_code()
        for sentence in ((said,) if isinstance(said, str) else said)
        if any(not name.isidentifier() for name in facts_in(sentence))
    ]

    assert nameless == []


def test_no_english_is_still_chinese(english: Catalog) -> None:
    # A trade word may be quoted in Chinese, but a whole sentence never stays as it is.
    same = {sentence for sentence, said, _fuzzy in entries(english) if sentence in said}

    assert [sentence for sentence in same - OWN_NAMES if CHINESE.search(str(sentence))] == []


def test_no_chinese_in_the_code_is_unknown_to_gettext() -> None:
    offences = [
        f"{name_of(path)}:{offence}"
        for folder in (CORE, PAGES)
        for path in python_files(folder)
        if not any(name_of(path).startswith(data) for data in DATA)
        for offence in unmarked_chinese(tree(path))
    ]

    assert offences == []


def test_no_sentence_hides_from_the_catalogue() -> None:
    # Before Python 3.12 the extractor sees no call inside an f-string; the AST does.
    in_the_catalogue = set(messages_in_the_code())
    assert [
        f"{name_of(path)}:{node.lineno} {node.args[0].value}"
        for folder in (CORE, PAGES)
        for path in python_files(folder)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and (getattr(node.func, "id", "") or getattr(node.func, "attr", "")) in MARKERS - {"ngettext"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].value not in in_the_catalogue
    ] == []


def test_every_long_text_stands_in_both_languages_with_the_same_facts() -> None:
    chinese = {path for path in tracked_files() if path.name.endswith(".zh.md")}
    other = {path for path in tracked_files() if path.name.endswith(".en.md")}

    def pair(path: Path, one: str, two: str) -> Path:
        return path.with_name(path.name.removesuffix(one) + two)

    assert {pair(path, ".zh.md", ".en.md") for path in chinese} == other
    assert [
        name_of(path)
        for path in sorted(chinese)
        if facts_in(path.read_text(encoding="utf-8"))
        != facts_in(pair(path, ".zh.md", ".en.md").read_text(encoding="utf-8"))
    ] == []


def test_a_plain_chinese_sentence_is_noticed() -> None:
    page = '"""页面"""\ntitle = _("借款")\nst.write("还款")\n'

    assert list(unmarked_chinese(ast.parse(page))) == ["3 '还款'"]


def test_every_marker_is_understood() -> None:
    code = 'a = _("甲 {x}").format(x=1)\nb = N_("乙")\nc = ngettext("{n} 期", "{n} 期们", 2)\n'

    assert messages_in(code) == ["甲 {x}", "乙", ("{n} 期", "{n} 期们")]


def test_a_fact_that_got_lost_in_translation_is_noticed() -> None:
    assert facts_in("{a} of {b_fen}") != facts_in("{a}")
