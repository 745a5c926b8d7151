"""The sheet of pictures: a row for each state; what went wrong is said under the picture."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 24px; background: #f4f4f4; color: #191919 }
section { margin: 0 0 32px } h2 { font-size: 17px; margin: 0 0 8px }
div { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }
figure { margin: 0 } img { height: 420px; border: 1px solid #ccc; background: #fff; display: block }
figcaption { font-size: 13px; color: #5f5f5f } .wrong { color: #b3261e; white-space: pre-wrap }
"""


@dataclass(frozen=True)
class Picture:
    """One picture: its state and what that shows, the screen and language, the file, what went wrong."""

    state: str
    shows: str
    view: str
    file: str
    wrong: list[str] = field(default_factory=list)


def write_sheet(pictures: Iterable[Picture], folder: Path) -> Path:
    """Write index.html beside the pictures and return its path."""
    rows: dict[str, list[Picture]] = {}
    for picture in pictures:
        rows.setdefault(picture.state, []).append(picture)
    sections = "\n".join(_section(state, row) for state, row in rows.items())
    index = folder / "index.html"
    index.write_text(
        f'<!doctype html><meta charset="utf-8"><title>Gallery</title><style>{_STYLE}</style>\n'
        f"<h1>Gallery</h1>\n{sections}\n",
        encoding="utf-8",
    )
    return index


def _section(state: str, row: list[Picture]) -> str:
    figures = "\n".join(_figure(picture) for picture in row)
    heading = f"{escape(state)} · {escape(row[0].shows)}"
    return f'<section id="{escape(state)}"><h2>{heading}</h2><div>{figures}</div></section>'


def _figure(picture: Picture) -> str:
    wrong = f'<p class="wrong">{escape(chr(10).join(picture.wrong))}</p>' if picture.wrong else ""
    file = escape(picture.file)
    return (
        f'<figure><a href="{file}"><img src="{file}" alt="{escape(picture.state)}" loading="lazy"></a>'
        f"<figcaption>{escape(picture.view)}</figcaption>{wrong}</figure>"
    )
