"""A page asks for one view and draws it: it reckons nothing, queries nothing, and sets no style."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.sources import (
    PAGES,
    docstrings,
    imported_modules,
    is_within,
    name_of,
    page_scripts,
    python_files,
    tree,
)

NOT_A_PAGES_BUSINESS = ("sqlmodel", "sqlalchemy", "sqlite3", "alembic", "plotly", "decimal")
STYLE = re.compile(r"<style|\bstyle\s*=|#(?:[0-9a-fA-F]{3,4}){1,2}\b|\b(?:rgb|hsl)a?\(", re.IGNORECASE)
# Streamlit's own colour names in markdown, `:red[…]`, and as arguments.
MARKDOWN_COLOUR = re.compile(
    r":(?:red|orange|yellow|green|blue|violet|gray|grey|rainbow|primary)(?:-background|-badge)?\["
)
# A page says what something means (good, warm, danger, quiet), and the kit which colour that is.
COLOURS = {"blue", "green", "amber", "red", "grey", "gray", "orange", "yellow", "violet", "white", "black"}
MONEY_OR_DATE = re.compile(r"_(?:fen|ppm|on)$")


def texts(module: ast.Module) -> Iterator[tuple[int, str]]:
    """The string constants of a file, docstrings aside."""
    said_to_the_reader = docstrings(module)
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in said_to_the_reader
        ):
            yield node.lineno, node.value


def styles(module: ast.Module) -> Iterator[str]:
    """Where a page sets a style or names a colour, which is the kit's and the theme's business."""
    for line, text in texts(module):
        if STYLE.search(text) or MARKDOWN_COLOUR.search(text):
            yield f"{line} sets a style: {text[:60]!r}"
        if text in COLOURS:
            yield f"{line} names a colour: {text!r}"
    for node in ast.walk(module):
        if isinstance(node, ast.keyword) and node.arg in {"unsafe_allow_html", "unsafe_allow_javascript"}:
            yield f"{node.value.lineno} writes raw HTML"
        if isinstance(node, ast.Attribute) and node.attr == "html" and getattr(node.value, "id", "") == "st":
            yield f"{node.lineno} writes raw HTML"


def reckoning(module: ast.Module) -> Iterator[str]:
    """Where a page calculates with, or compares, money, rates or dates: the core's business."""
    for node in ast.walk(module):
        operands: list[ast.expr] = []
        if isinstance(node, ast.BinOp):
            operands = [node.left, node.right]
        elif isinstance(node, ast.Compare) and not all(isinstance(op, ast.Is | ast.IsNot) for op in node.ops):
            operands = [node.left, *node.comparators]
        for operand in operands:
            name = getattr(operand, "id", None) or getattr(operand, "attr", "")
            if MONEY_OR_DATE.search(name):
                yield f"{node.lineno} reckons with {name}"


def test_a_page_sets_no_style_and_names_no_colour() -> None:
    assert [f"{name_of(path)}:{offence}" for path in page_scripts() for offence in styles(tree(path))] == []


def test_a_page_reckons_nothing() -> None:
    assert [
        f"{name_of(path)}:{offence}" for path in page_scripts() for offence in reckoning(tree(path))
    ] == []


def test_a_page_queries_nothing() -> None:
    assert [
        f"{name_of(path)}:{line} imports {name}"
        for path in page_scripts()
        for line, name in imported_modules(tree(path))
        if any(is_within(name, other) for other in NOT_A_PAGES_BUSINESS)
        or name.rsplit(".", 1)[-1] == "tables"
    ] == []


def test_the_kit_is_always_imported_by_its_full_name() -> None:
    # `import kit` would load the module a second time, with a second state.
    assert [
        f"{name_of(path)}:{line}"
        for path in python_files(PAGES)
        for line, name in imported_modules(tree(path))
        if is_within(name, "kit")
    ] == []


@pytest.mark.parametrize(
    "breach",
    [
        'card("<p style=color>")',
        'note("#1A5FD0")',
        'st.html("<b>")',
        'text("rgb(1,2,3)")',
        'st.markdown(":red[x]")',
        'cell("a", icon=Icon("home", "green"))',
        'st.badge("x", color="red")',
        "st.markdown(x, unsafe_allow_html=True)",
    ],
)
def test_a_style_is_noticed(breach: str) -> None:
    assert list(styles(ast.parse(breach))) != []


@pytest.mark.parametrize("breach", ["a = view.limit_fen - 1", "if due_on < today: ...", "x = rate_ppm * 365"])
def test_reckoning_is_noticed(breach: str) -> None:
    assert list(reckoning(ast.parse(breach))) != []


def test_a_description_passes() -> None:
    page = 'if view.due_on is None: ...\nkey_values([(_("第{n}期 #3").format(n=1), money(view.total_fen))])'

    assert [*styles(ast.parse(page)), *reckoning(ast.parse(page))] == []
