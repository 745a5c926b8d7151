"""Setting a paper as PDF/A-3u from plain data: same data, same bytes, on any machine.

The data are JSON and are only ever printed; the fonts are our own; a character that no font has is an error
of the compiler, never a box on a contract.
"""

import json
import lzma
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

import typst

_HERE = Path(__file__).parent
FONTS = _HERE / "fonts"
_TEMPLATE = _HERE / "content" / "paper.typ"
# A day of no meaning, the same for every paper: when it was signed is in the signature.
_MADE = 1_767_225_600
# A compiler refuses a second thread.
_one_at_a_time = Lock()


def typeset(paper: Mapping[str, Any], *, attached: Mapping[str, Any]) -> bytes:
    """The paper as PDF/A-3u, with `attached` as the JSON file inside it."""
    given = {"paper": _json(paper), "attached": _json(attached)}
    with _one_at_a_time:
        made = _compiler().compile(
            format="pdf", sys_inputs=given, pdf_standards=["a-3u"], timestamp=_MADE, pdf_tags=False
        )
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    return made


def _json(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@cache
def _compiler() -> typst.Compiler:
    # Fonts are committed packed, and the compiler takes files only. It keeps what it has once read, so they
    # are unpacked for a moment, read by a first page, and gone again whatever becomes of this process.
    with TemporaryDirectory(prefix="weilidai-fonts-") as folder:
        for packed in FONTS.glob("*.ttf.xz"):
            (Path(folder) / packed.stem).write_bytes(lzma.decompress(packed.read_bytes()))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        first = b'#set text(font: "Noto Sans SC")\nA *A*'
        typst.Compiler(input=first, font_paths=fonts, ignore_system_fonts=True).compile(format="pdf")
    return typst.Compiler(
        input=str(_TEMPLATE), root=str(_TEMPLATE.parent), font_paths=fonts, ignore_system_fonts=True
    )
