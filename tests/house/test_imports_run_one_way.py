"""The order of the applicant's journey is the order of the imports; the contracts stand in pyproject."""

import tomllib

import pytest
from importlinter.cli import EXIT_STATUS_ERROR, EXIT_STATUS_SUCCESS, lint_imports

from tests.house.sources import CORE, ROOT, core_files, imported_modules, is_within, name_of, tree

SCREENS = ("streamlit", "plotly", "pages", "app")


@pytest.fixture
def contracts() -> dict[str, dict[str, object]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}


def test_every_contract_holds(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)

    status = lint_imports(config_filename="pyproject.toml", no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_a_contract_that_is_broken_is_noticed(
    tmp_path, monkeypatch: pytest.MonkeyPatch, contracts: dict[str, dict[str, object]]
) -> None:
    room = tmp_path / "backwards_house"
    room.mkdir()
    (room / "__init__.py").write_text('"""A house."""\n')
    (room / "quote.py").write_text("import backwards_house.act\n")
    (room / "act.py").write_text('"""What someone can do."""\n')
    layers = ", ".join(f'"{layer}"' for layer in contracts["order"]["layers"])
    (tmp_path / "settings.toml").write_text(
        '[tool.importlinter]\nroot_package = "backwards_house"\n'
        '[[tool.importlinter.contracts]]\nname = "order"\ntype = "layers"\ncontainers = ["backwards_house"]\n'
        f"layers = [{layers}]\n"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))

    assert lint_imports(config_filename="settings.toml", no_cache=True) == EXIT_STATUS_ERROR


def test_every_room_of_the_core_stands_in_the_order(contracts: dict[str, dict[str, object]]) -> None:
    declared = {layer.strip("()") for layer in contracts["order"]["layers"]}
    rooms = {path.relative_to(CORE).parts[0].removesuffix(".py") for path in core_files()} - {"__init__"}

    assert rooms <= declared


def test_the_core_names_no_screen() -> None:
    # Import Linter judges modules; this sees an import inside a function, or for types only, as well.
    offences = [
        f"{name_of(path)}:{line} imports {name}"
        for path in core_files()
        for line, name in imported_modules(tree(path))
        if any(is_within(name, screen) for screen in SCREENS)
    ]

    assert offences == []
