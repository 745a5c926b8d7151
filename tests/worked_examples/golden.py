"""Where the figures that others published lie; they are read in place and never copied into the project."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("WEILIDAI_GOLDEN") or ROOT.parent / "shared" / "golden")


def published(name: str) -> dict[str, dict[str, Any]]:
    """The cases of one file by their id; none where the folder is absent."""
    path = FOLDER / name
    if not path.is_file():
        return {}
    return {case["id"]: case for case in json.loads(path.read_text(encoding="utf-8"))["cases"]}


def needs(cases: dict[str, dict[str, Any]]) -> pytest.MarkDecorator:
    """Skips what cannot be read, and says where it was looked for."""
    return pytest.mark.skipif(not cases, reason="no published figures: WEILIDAI_GOLDEN or ../shared/golden")
