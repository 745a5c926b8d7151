"""Reading a paper with other people's programs, and the attacks that a genuine one is put to."""

import os
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer


def run(tool: str, *arguments: object) -> str:
    """What a program prints; skipped where it is not installed, unless a build server asks for all of it."""
    if shutil.which(tool) is None:
        if os.environ.get("CI") or os.environ.get("WEILIDAI_BROWSER") == "required":
            pytest.fail(f"{tool} is needed here and is not installed")
        pytest.skip(f"{tool} is not installed")
    ran = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, check=False)
    return ran.stdout + ran.stderr


def trusting(root_pem: bytes, folder: Path) -> Path:
    """A store of trusted roots for `pdfsig`, with this one in it."""
    nss, pem = folder / "nss", folder / "root.pem"
    nss.mkdir()
    pem.write_bytes(root_pem)
    run("certutil", "-N", "-d", f"sql:{nss}", "--empty-password")
    run("certutil", "-A", "-d", f"sql:{nss}", "-n", "demo", "-t", "CT,C,C", "-i", pem)
    return nss


def last_gap(paper: bytes) -> tuple[int, int]:
    """Where the last signature lies, the one place that it does not cover itself: from, to."""
    last = PdfFileReader(BytesIO(paper)).embedded_signatures[-1]
    _start, length, after, _rest = last.byte_range
    return int(length), int(after)


def changed(paper: bytes, at: int, *, by: int = 1) -> bytes:
    """The paper with one byte changed."""
    return paper[:at] + bytes([paper[at] ^ by]) + paper[at + 1 :]


def _hidden(paper: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(BytesIO(paper))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    writer.add_stream_to_page(0, _white_box(writer)) if page else None
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def _white_box(writer: IncrementalPdfFileWriter) -> object:
    from pyhanko.pdf_utils import generic

    return writer.add_object(generic.StreamObject(stream_data=b"1 1 1 rg 0 0 600 800 re f"))


def _saved_again(paper: bytes) -> bytes:
    output = BytesIO()
    copy_into_new_writer(PdfFileReader(BytesIO(paper))).write(output)
    return output.getvalue()


def without_borrower(paper: bytes) -> bytes:
    """The paper cut back to where the lender had signed."""
    first = PdfFileReader(BytesIO(paper)).embedded_signatures[0]
    _start, _length, after, rest = first.byte_range
    return paper[: int(after) + int(rest)]


ATTACKS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a byte on the page": (lambda paper: changed(paper, 9000), "content-changed"),
    "a byte in the signature": (lambda paper: changed(paper, last_gap(paper)[0] + 200), "paper-unreadable"),
    "an update that hides text": (_hidden, "added-afterwards"),
    "junk at the end": (lambda paper: paper + b"\n% junk", "added-afterwards"),
    "saved again by another program": (_saved_again, "content-changed"),
    "the borrower's signature cut off": (without_borrower, "parties-differ"),
}
