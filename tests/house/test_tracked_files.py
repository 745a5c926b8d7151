"""What is committed is right anywhere: exact versions, no address, no machine's path, no left-over mark."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import ROOT, name_of, tracked_files

RUNTIME = "requirements.lock"
TESTS = "requirements-test.lock"
PIN = re.compile(r"^(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)==(?P<version>[0-9][A-Za-z0-9.]*)$")
# Written in two parts, so that this file does not find itself.
MARKS = (
    "TO" + "DO",
    "FIX" + "ME",
    r"\bXX" + r"X\b",
    "NotImplemented" + "Error",
    "pragma: no" + " cover",
    "mark.x" + "fail",
)
LEFT_OVER = re.compile("|".join(MARKS))
HOME = re.compile(r"/(?:ro" + r"ot|home/\w+|Users/\w+)/")


def same_name(name: str) -> str:
    """A package's name as the index compares names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: str) -> dict[str, str]:
    """The versions a lock holds; a line that is neither a comment nor an exact version is an error."""
    held = {}
    for line in lock.splitlines():
        if line and not line.startswith("#"):
            pin = PIN.match(line)
            assert pin, f"not an exact version: {line}"
            held[same_name(pin["name"])] = pin["version"]
    return held


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def text_of(path: Path) -> str:
    """A file's text, or nothing where it is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@pytest.mark.parametrize("lock", [RUNTIME, TESTS])
def test_a_lock_holds_exact_versions_and_no_address(lock: str) -> None:
    assert "://" not in read(lock)
    assert len(pins(read(lock))) > 50


def test_the_tests_run_on_the_versions_the_product_runs_on() -> None:
    runtime, tests = pins(read(RUNTIME)), pins(read(TESTS))

    assert runtime.items() <= tests.items()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    extras = project["optional-dependencies"]

    def names(requirements: list[str]) -> set[str]:
        return {same_name(re.split(r"[\[<>=!~ ]", entry, maxsplit=1)[0]) for entry in requirements} - {
            "weilidai"
        }

    assert names(project["dependencies"]) <= pins(read(RUNTIME)).keys()
    assert names([entry for extra in extras.values() for entry in extra]) <= pins(read(TESTS)).keys()


def test_no_file_holds_a_path_of_this_machine() -> None:
    # The folder above this clone, unless the clone lies where anyone's could.
    above = "" if ROOT.parent in {Path("/"), Path("/tmp"), Path.home()} else f"{ROOT.parent}/"
    offences = [
        f"{name_of(path)}:{number}"
        for path in tracked_files()
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if (above and above in line) or HOME.search(line)
    ]

    assert offences == []


def test_no_left_over_mark() -> None:
    offences = [
        f"{name_of(path)}:{number}"
        for path in tracked_files()
        if path.suffix in {".py", ".js", ".css", ".toml"} or path.name == "Makefile"
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if LEFT_OVER.search(line)
    ]

    assert offences == []


def test_nothing_large_is_committed() -> None:
    # A font and a real picture are the largest things here; what is larger is made by the tools. But a
    # contract has to print any name there is, and that font is packed as small as it gets.
    large = [name_of(path) for path in tracked_files() if path.stat().st_size > 2_000_000]
    assert large == ["weilidai_core/papers/fonts/NotoSansSC-Regular.ttf.xz"]


def test_an_address_in_a_lock_is_noticed() -> None:
    with pytest.raises(AssertionError, match="not an exact version"):
        pins("plotly @ file:///somewhere/plotly.whl")
