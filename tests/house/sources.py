"""The house's own files, as the tests of the house rules read them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "weilidai_core"
PAGES = ROOT / "pages"


def name_of(path: Path) -> str:
    """The path as it is said in a failure: from the root, with slashes."""
    return path.relative_to(ROOT).as_posix()


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file git holds or would hold: committed, or new and not ignored.

    Where this is no clone (an unpacked archive), every file that no tool has made.
    """
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        return tuple(sorted(_files_nobody_ignores(ROOT)))
    return tuple(path for name in sorted(set(listed.split("\0"))) if name and (path := ROOT / name).is_file())


def _files_nobody_ignores(folder: Path) -> Iterator[Path]:
    made_by_tools = {"__pycache__", "out", "var", "build", "dist"}
    for path in folder.iterdir():
        if path.is_file():
            yield path
        elif path.name not in made_by_tools and (not path.name.startswith(".") or path.name == ".streamlit"):
            yield from _files_nobody_ignores(path)


def python_files(folder: Path) -> list[Path]:
    """The Python files of a folder and the folders in it."""
    return [path for path in tracked_files() if path.suffix == ".py" and path.is_relative_to(folder)]


def core_files() -> list[Path]:
    """The files of the lending core."""
    return python_files(CORE)


def page_scripts() -> list[Path]:
    """The page scripts: what lies in a subfolder of `pages/`, the kit aside, plus the entry script."""
    return [path for path in python_files(PAGES) if not path.is_relative_to(PAGES / "kit")]


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=name_of(path))


def imported_modules(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Every dotted name that is imported, with its line; `from a import b` gives both `a` and `a.b`."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def is_within(dotted: str, package: str) -> bool:
    """Whether a dotted name is the package or lies in it."""
    return dotted == package or dotted.startswith(f"{package}.")


def docstrings(module: ast.Module) -> set[int]:
    """The identities of the constants that are docstrings or bare strings: not sentences of the product."""
    return {
        id(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
