"""The blocks of a paper from its Markdown: headings, paragraphs, lists, tables. Pure.

Law: nothing is left out or put in; every character that is read on the screen is on the paper.
"""

import re
from typing import Any

_BOLD = re.compile(r"^\*\*(.+)\*\*$")
_NUMBERED = re.compile(r"\d+\. ")

Block = dict[str, Any]


def blocks_of(text: str) -> list[Block]:
    """The paper's blocks in order."""
    return [_block(part.strip("\n")) for part in re.split(r"\n{2,}", text) if part.strip()]


def _block(part: str) -> Block:
    written = part.split("\n")
    if part.startswith("#"):
        level = len(part) - len(part.lstrip("#"))
        return {"kind": "heading", "level": level, "text": part.lstrip("# ")}
    if part.startswith("|"):
        head, _rule, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in written]
        return {"kind": "table", "head": head, "rows": rows}
    if all(_NUMBERED.match(line) for line in written):
        return {"kind": "numbered", "items": [_NUMBERED.sub("", line, count=1) for line in written]}
    if all(line.startswith("- ") for line in written):
        return {"kind": "list", "items": [line[2:] for line in written]}
    bold = _BOLD.match(part)
    return {"kind": "text", "strong": bool(bold), "lines": [bold[1]] if bold else written}
