"""What an applicant could download, saved to a folder: contracts, schedules, certificates."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from weilidai_core.basics.money import yuan_text
from weilidai_core.basics.typed_text import shown
from weilidai_core.borrow.drawdown import drawdowns_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.borrow.signing_views import reading_copy
from weilidai_core.errors import WeilidaiError
from weilidai_core.papers.filing import contract_receipt, signed_certificate, signed_contract
from weilidai_core.sentences import N_
from weilidai_core.trust.authority import authority
from weilidai_core.trust.transparency.receipt import verifier
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


class FolderNotWritable(WeilidaiError):
    """Raised when what is downloaded cannot be written where it was asked for."""

    code = "folder-not-writable"
    text = N_("没法把文件存到 {folder}。")
    next_step = N_("请换一个可以写入的文件夹。")
    field = "out"


def save_downloads(world: World, folder: Path) -> tuple[Path, ...]:
    """Write every contract (in Chinese, and the reading copy) and every schedule; returns the files.

    Raises `FolderNotWritable`.
    """
    try:
        return _saved(world, folder)
    except (OSError, ValueError) as error:
        raise FolderNotWritable(folder=shown(str(folder), longest=200)) from error


def _saved(world: World, folder: Path) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    history = read_history(world)
    saved: list[Path] = []
    for drawdown in drawdowns_of(history):
        made = drawdown.contract
        if made is None:
            continue
        for language in ("zh", "en"):
            text = reading_copy(world, made.contract, lang=language)
            saved.append(_write(folder / f"{made.contract}.{language}.md", text))
        digest = {"contract": made.contract, "sha256": made.sha256, "text": f"{made.contract}.zh.md"}
        saved.append(_write(folder / f"{made.contract}.json", json.dumps(digest, indent=2) + "\n"))
    saved.extend(_schedule(folder / f"{note.number}.csv", note) for note in loan_notes_of(history))
    saved.extend(_signed_papers(world, folder))
    return tuple(saved)


def _signed_papers(world: World, folder: Path) -> Iterator[Path]:
    """Each signed contract with its receipt, each certificate, and what all of them are checked with."""
    notes = loan_notes_of(read_history(world))
    for count, note in enumerate(notes, start=1):
        nth = f"-{count}" if count > 1 else ""
        yield _save(folder / f"contract{nth}.pdf", signed_contract(world, note.contract).content)
        yield _write(folder / f"receipt{nth}.json", contract_receipt(world, note.contract).as_json())
        if note.settled_on is not None:
            yield _save(folder / f"certificate{nth}.pdf", signed_certificate(world, note.number).content)
    if notes:
        yield _write(folder / "verify.html", verifier())
        yield _save(folder / "root.pem", authority().root.public_bytes(Encoding.PEM))


def _save(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


def _write(file: Path, text: str) -> Path:
    # Bytes, not text: the file's SHA-256 must be the contract's on every system.
    return _save(file, text.encode())


def _schedule(file: Path, note: LoanNote) -> Path:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(("number", "due_on", "days", "principal", "interest", "total", "outstanding"))
        for row in note.rows:
            writer.writerow(
                (
                    row.number,
                    row.due_on,
                    row.days,
                    yuan_text(row.principal_fen),
                    yuan_text(row.interest_fen),
                    yuan_text(row.total_fen),
                    yuan_text(row.outstanding_fen),
                )
            )
    return file
