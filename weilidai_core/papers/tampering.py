"""动手改: what a forger could try with a signed paper, each as a change of its bytes.

Nothing here is kept; each way gives a file that the check must refuse, and the page shows that it does.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PageObject

from weilidai_core.trust.authority import unknown_authority
from weilidai_core.trust.moment import now
from weilidai_core.trust.signing import Consented, signed

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def untouched(paper: bytes) -> bytes:
    """The paper as it is."""
    return paper


def one_byte(paper: bytes) -> bytes:
    """One bit of one byte in the middle of the paper's content."""
    at = len(paper) // 3
    return paper[:at] + bytes([paper[at] ^ 1]) + paper[at + 1 :]


def another_amount(paper: bytes) -> bytes:
    """The principal in the contract's own data made nine times the first digit's worth, in its place."""
    for found in _STREAM.finditer(paper):
        packed = found[1]
        try:
            content = zlib.decompressobj().decompress(packed)
        except zlib.error:
            continue
        if b'"principal_fen":' not in content:
            continue
        for digit in b"987654321":
            forged = re.sub(
                rb'("principal_fen":)\d(\d+,"purpose")', rb"\g<1>" + bytes([digit]) + rb"\g<2>", content
            )
            again = zlib.compress(forged, 9)
            if forged != content and len(again) <= len(packed):
                start, end = found.span(1)
                return paper[:start] + again.ljust(len(packed), b"\0") + paper[end:]
    return one_byte(paper)


def one_more_page(paper: bytes) -> bytes:
    """A page more, added as an update at the end, as an honest program would add one."""
    writer = IncrementalPdfFileWriter(BytesIO(paper))
    box = BoxConstraints(width=595, height=842)
    blank = writer.add_object(RawContent(b"0 0 1 rg 60 700 200 40 re f", box=box).as_form_xobject())
    writer.insert_page(PageObject(contents=blank, media_box=(0, 0, 595, 842)))
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def one_more_line(paper: bytes) -> bytes:
    """An empty line after the end of the file."""
    return paper + b"\n"


def without_borrower(paper: bytes) -> bytes:
    """The file cut back to where only the lender had signed."""
    first = PdfFileReader(BytesIO(paper)).embedded_signatures[0]
    _start, _length, after, rest = first.byte_range
    return paper[: int(after) + int(rest)]


def signed_elsewhere(paper: bytes) -> bytes:
    """The same text, signed anew by an authority that somebody made up under the same names."""
    # What both signed is what was there before the first field was added.
    unsigned = paper[: paper.index(b"%%EOF") + 5] + b"\n"
    evidence = hashlib.sha256(paper).digest()
    return signed(unsigned, by=unknown_authority(), at=now(), borrower=Consented("**", evidence))


WAYS: dict[str, Callable[[bytes], bytes]] = {
    "untouched": untouched,
    "one-byte": one_byte,
    "another-amount": another_amount,
    "one-more-page": one_more_page,
    "one-more-line": one_more_line,
    "without-borrower": without_borrower,
    "signed-elsewhere": signed_elsewhere,
}


def data_in(paper: bytes) -> dict[str, Any]:
    """What the data in a paper say, true or forged; nothing where they cannot be read."""
    try:
        said = json.loads(PdfFileReader(BytesIO(paper)).root["/AF"][0]["/EF"]["/F"].data)
    except Exception:  # whatever was done to it, there is nothing to be read then
        return {}
    return said if isinstance(said, dict) else {}
