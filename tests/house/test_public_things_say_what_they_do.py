"""The code reads like a manual: every public thing opens with its promise, every refusal with its rule."""

import ast
import importlib
from collections.abc import Iterator

from tests.house.sources import CORE, ROOT, core_files, name_of, tree


def without_a_promise(module: ast.Module) -> Iterator[str]:
    """The module, public functions and public classes of a file that have no docstring."""
    if module.body and not ast.get_docstring(module):
        yield "1 the module"
    for node in module.body:
        if not isinstance(
            node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        ) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node):
            yield f"{node.lineno} {node.name}"


def refusals() -> list[type[Exception]]:
    """Every named refusal of the core."""
    for path in core_files():
        dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if not dotted.endswith("__main__"):
            importlib.import_module(dotted)
    base = importlib.import_module("weilidai_core.errors").WeilidaiError
    found, open_classes = [], [base]
    while open_classes:
        open_classes.extend(kinds := open_classes.pop().__subclasses__())
        # Tests make refusals of their own; only the product's are judged.
        found.extend(kind for kind in kinds if kind.__module__.startswith(f"{CORE.name}."))
    return sorted(set(found), key=lambda kind: (kind.__module__, kind.__qualname__))


def test_every_public_thing_of_the_core_has_its_promise() -> None:
    assert [f"{name_of(path)}:{gap}" for path in core_files() for gap in without_a_promise(tree(path))] == []


def test_every_refusal_says_when_it_is_raised() -> None:
    assert [
        f"{kind.__module__}.{kind.__qualname__}"
        for kind in refusals()
        if not (kind.__doc__ or "").strip().startswith("Raised when")
    ] == []


def test_every_refusal_has_a_code_of_its_own() -> None:
    seen: dict[str, str] = {}
    twice = [
        f"{kind.__qualname__} and {seen[kind.code]}: {kind.code}"
        for kind in refusals()
        # A base of several refusals is never raised itself and has no sentence.
        if kind.text and seen.setdefault(kind.code, kind.__qualname__) != kind.__qualname__
    ]

    assert twice == []


def test_every_refusal_that_is_raised_has_a_sentence() -> None:
    raised = {
        node.exc.func.id
        for path in core_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Call)
        and isinstance(node.exc.func, ast.Name)
    }

    assert [kind.__qualname__ for kind in refusals() if kind.__name__ in raised and not kind.text] == []


def test_a_missing_promise_is_noticed() -> None:
    silent = '"""A rule."""\ndef interest_fen(): ...\nclass Row: ...\ndef _private(): ...\n'

    assert list(without_a_promise(ast.parse(silent))) == ["2 interest_fen", "3 Row"]
