"""One word per thing: the names in the code are the trade's, and no synonym creeps in beside them."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.sources import CORE, PAGES, ROOT, name_of, python_files, tree

# The word that is not used, and the one that is.
BANNED = {
    "agreement": "contract",
    "client": "applicant",
    "customer": "applicant",
    "delinquency": "overdue",
    "delinquent": "overdue",
    "helper": "the noun it helps with",
    "helpers": "the noun they help with",
    "installment": "instalment",
    "installments": "instalments",
    "late": "overdue",
    "manager": "the noun it manages",
    "misc": "a noun",
    "mora": "penalty",
    "quota": "credit_limit",
    "term": "tenor",
    "user": "applicant",
    "users": "applicants",
    "util": "the noun it is about",
    "utils": "the noun they are about",
}
# Words that are fine in a longer name and ambiguous alone.
BANNED_ALONE = {
    "authorize": "give_consent, or sign",
    "credit": "credit_limit, or credit_fen in a posting",
    "fine": "penalty",
}


def parts(name: str) -> list[str]:
    """The words of a name, whether written_so or WrittenSo."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)]


def names_made_in(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Every name that a file itself gives: to a function, class, argument, variable, field or import."""
    for node in ast.walk(module):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name
            case ast.arg(arg=name):
                yield node.lineno, name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield node.lineno, name
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                yield from ((node.lineno, alias.asname) for alias in aliases if alias.asname)


def objections(name: str) -> Iterator[str]:
    """What the word list has against a name."""
    for word in parts(name):
        if word in BANNED:
            yield f"`{name}`: say {BANNED[word]}, not {word}"
    if name.lower() in BANNED_ALONE:
        yield f"`{name}`: say {BANNED_ALONE[name.lower()]}"


def test_no_name_in_the_code_is_a_banned_synonym() -> None:
    files = [path for folder in (CORE, PAGES, ROOT / "db") for path in python_files(folder)]

    assert [
        f"{name_of(path)}:{line} {objection}"
        for path in files
        for line, name in names_made_in(tree(path))
        for objection in objections(name)
    ] == []


def test_no_file_or_folder_is_named_with_a_banned_synonym() -> None:
    names = {part for path in python_files(ROOT) for part in path.relative_to(ROOT).with_suffix("").parts}

    assert [objection for name in sorted(names) for objection in objections(name)] == []


@pytest.mark.parametrize(
    "breach",
    [
        "quota_fen = 1",
        "def customer_of(loan): ...",
        "class LoanAgreement: ...",
        "def f(*, term): ...",
        "a.userName = 2",
    ],
)
def test_a_banned_word_is_noticed(breach: str) -> None:
    assert [o for _, name in names_made_in(ast.parse(breach)) for o in objections(name)] != []


def test_the_trades_own_words_pass() -> None:
    ours = "terms = credit_limit_fen = tenor = latest_on = refine = credit_fen = 1"

    assert [o for _, name in names_made_in(ast.parse(ours)) for o in objections(name)] == []
