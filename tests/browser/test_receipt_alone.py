"""The page that checks a receipt alone: opened from a folder, without the app, in a browser."""

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.databases import SQLITE, Databases
from tests.worlds import note_of, walked
from weilidai_core.journey import Step
from weilidai_core.papers.filing import contract_receipt, signed_contract
from weilidai_core.trust.transparency.actions import KEY_SETTING
from weilidai_core.trust.transparency.checkpoint import SEED_BYTES, encoded, public_key_of
from weilidai_core.trust.transparency.receipt import verifier

SHOWN = [
    "receipt readable",
    "key as printed",
    "checkpoints signed",
    "this very file",
    "in the log",
    "not rewritten",
]


@dataclass(frozen=True)
class Alone:
    """The page in a folder, with a signed contract and its receipt beside it."""

    page: Page
    folder: Path
    receipt: dict[str, Any]
    pdf: bytes

    def refused(self, *, pdf: bytes | None = None, key: str | None = None, **changed: Any) -> list[str]:
        """What the page says does not hold, after these changes."""
        (self.folder / "contract.pdf").write_bytes(pdf or self.pdf)
        (self.folder / "receipt.json").write_text(json.dumps({**self.receipt, **changed}))
        self.page.set_input_files("#f", self.folder / "contract.pdf")
        self.page.set_input_files("#r", self.folder / "receipt.json")
        self.page.fill("#k", key or self.receipt["key"])
        self.page.click("button")
        self.page.wait_for_function("document.querySelector('#o').textContent.split('\\n').length > 6")
        told = self.page.inner_text("#o").strip().split("\n")
        assert [name in line for name, line in zip(SHOWN, told, strict=True)] == [True] * 6
        return [name for name, line in zip(SHOWN, told, strict=True) if not line.startswith("✓")]


@pytest.fixture(scope="module")
def alone(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Alone]:
    """The page, opened from a file; the log has grown since the contract was signed."""
    folder = tmp_path_factory.mktemp("alone")
    made = Databases(folder, request)
    # Base64 may hold the sign that parts a printed key: the page must not part it there.
    seeds = (bytes([number]) * SEED_BYTES for number in range(256))
    seed = next(seed for seed in seeds if "+" in encoded(b"\x01" + public_key_of(seed)))
    patch = pytest.MonkeyPatch()
    patch.setenv(KEY_SETTING, base64.b64encode(seed).decode())
    world = walked(made.store(SQLITE), until=Step.SIGN)
    number = note_of(world).contract
    pdf = signed_contract(world, number).content
    walked(world.store, until=Step.SIGN)
    (folder / "verify.html").write_text(verifier(), encoding="utf-8")
    page = browser.new_page()
    page.goto((folder / "verify.html").as_uri())
    yield Alone(page, folder, json.loads(contract_receipt(world, number).as_json()), pdf)
    page.close()
    patch.undo()
    made.remove()


def test_it_works(alone: Alone) -> None:
    assert alone.refused() == []


def test_it_is_small_and_asks_nobody() -> None:
    assert len(verifier().encode()) <= 2_500
    assert "http" not in verifier()


def test_an_altered_contract_is_not_this_file(alone: Alone) -> None:
    altered = bytearray(alone.pdf)
    altered[len(altered) // 2] ^= 1

    assert alone.refused(pdf=bytes(altered)) == ["this very file"]


def test_another_printed_key_is_told(alone: Alone) -> None:
    assert alone.refused(key="another") == ["key as printed"]


@pytest.mark.parametrize("by", [1, -1])
def test_a_wrong_index_is_not_in_the_log(alone: Alone, by: int) -> None:
    assert alone.refused(index=alone.receipt["index"] + by) == ["in the log"]


Edit = Callable[[str], str]


@pytest.mark.parametrize(
    "edit",
    [
        lambda note: note.replace("\n", "\n1", 1),
        lambda note: note.replace("demo", "dema", 1),
        lambda note: note + "\n",
        lambda note: note[:-4] + ("B" if note[-4] == "A" else "A") + note[-3:],
    ],
    ids=["size", "origin", "one line more", "signature"],
)
def test_an_edited_checkpoint_is_not_signed(alone: Alone, edit: Edit) -> None:
    assert "checkpoints signed" in alone.refused(checkpoint=edit(alone.receipt["checkpoint"]))


def test_a_log_that_was_rewritten_is_told(alone: Alone) -> None:
    assert alone.refused(consistency=alone.receipt["consistency"][:-1]) == ["not rewritten"]


def test_what_was_logged_cannot_be_said_otherwise(alone: Alone) -> None:
    entry = {**alone.receipt["entry"], "text": alone.receipt["entry"]["text"].replace("20", "21", 1)}

    assert alone.refused(entry=entry) == ["in the log"]


def test_what_is_no_receipt_is_told(alone: Alone) -> None:
    assert set(alone.refused(path=None)) >= {"in the log"}
