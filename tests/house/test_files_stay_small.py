"""A file is split by noun before it becomes a dumping ground; a page stays a description."""

import warnings
from pathlib import Path

import pytest

from tests.house.sources import PAGES, core_files, name_of, page_scripts, python_files

CORE_LINES = 300
CORE_LINES_TO_LOOK_AT = 200
PAGE_LINES = 80


def longer_than(limit: int, paths: list[Path]) -> list[str]:
    """The files with more lines than the limit, the longest first."""
    counted = [(len(path.read_text(encoding="utf-8").splitlines()), name_of(path)) for path in paths]
    return [f"{name}: {lines} lines" for lines, name in sorted(counted, reverse=True) if lines > limit]


def test_a_core_file_has_at_most_300_lines() -> None:
    worth_a_look = longer_than(CORE_LINES_TO_LOOK_AT, core_files())
    if worth_a_look:
        warnings.warn(f"over {CORE_LINES_TO_LOOK_AT} lines: {'; '.join(worth_a_look)}", stacklevel=1)

    assert longer_than(CORE_LINES, core_files()) == []


def test_a_page_has_about_60_lines_and_never_more_than_80() -> None:
    assert longer_than(PAGE_LINES, page_scripts()) == []


def test_a_kit_file_has_at_most_300_lines() -> None:
    assert longer_than(CORE_LINES, python_files(PAGES / "kit")) == []


def test_only_the_entry_script_lies_directly_in_pages() -> None:
    # Streamlit would serve any other file there on its own: without the frame, its guards and its mark.
    assert [path.name for path in PAGES.glob("*.py") if path.name != "main.py"] == []


def test_a_file_that_is_too_long_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.house.sources.ROOT", tmp_path)
    (tmp_path / "long.py").write_text("x = 1\n" * 301)

    assert longer_than(300, [tmp_path / "long.py"]) == ["long.py: 301 lines"]
