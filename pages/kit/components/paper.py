"""A contract's Markdown as a paper to be read: headings, lists, a table that scrolls by itself.

Law: nothing is left out or put in; every character of the text is on the paper, escaped.
"""

import re
from collections.abc import Iterable

from pages.kit.components.markup import esc
from pages.kit.i18n import _

# Only a whole line is bold: a masked name or card has asterisks of its own.
_BOLD = re.compile(r"^\*\*(.+)\*\*$")
_NUMBERED = re.compile(r"\d+\. ")


def contract_paper(text: str) -> str:
    """The whole text as markup for `reading`."""
    return "".join(_part(part.strip("\n")) for part in re.split(r"\n{2,}", text) if part.strip())


def _part(part: str) -> str:
    written = part.split("\n")
    if part.startswith("#"):
        # One lower than in the file: the page's own title is its only h1.
        level = len(part) - len(part.lstrip("#")) + 1
        return f"<h{level}>{_inline(part.lstrip('# '))}</h{level}>"
    if part.startswith("|"):
        return _table(written)
    if all(_NUMBERED.match(line) for line in written):
        return f"<ol>{_items(_NUMBERED.sub('', line, count=1) for line in written)}</ol>"
    if all(line.startswith("- ") for line in written):
        return f"<ul>{_items(line[2:] for line in written)}</ul>"
    return f"<p>{'<br>'.join(_inline(line) for line in written)}</p>"


def _items(lines: Iterable[str]) -> str:
    return "".join(f"<li>{_inline(line)}</li>" for line in lines)


def _table(written: list[str]) -> str:
    head, _rule, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in written]
    names = "".join(f"<th scope='col'>{_inline(cell)}</th>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in row)}</tr>" for row in rows)
    label = esc(_("还款计划，可左右滑动"))
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{label}">'
        f"<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _inline(text: str) -> str:
    # A digest has no place to break; it gets some, which copy as nothing.
    broken = re.sub(r"[0-9a-f]{16,}", lambda found: "<wbr>".join(re.findall(".{1,8}", found[0])), esc(text))
    return _BOLD.sub(r"<b>\1</b>", broken)
