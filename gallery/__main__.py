"""Opens every state in the real app and photographs it; ends with 1 where a page complains.

`python -m gallery` takes everything, `python -m gallery quote compare` the named states.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from gallery.sheet import Picture, write_sheet
from gallery.states import State, states
from tests.browser.app_server import AppServer, running_app
from tests.browser.phone import (
    DESKTOP,
    PHONE,
    Complaints,
    chromium,
    exceptions_shown,
    find_chromium,
    new_visitor,
    settled,
)

OUT = Path(__file__).parent / "out"
SIZES = {"phone": PHONE, "desktop": DESKTOP}
LANGUAGES = ("zh", "en")


def chosen(names: list[str]) -> list[State]:
    """The states to take: those named, else all; an unknown name ends the program."""
    known = {state.name: state for state in states()}
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"no such state: {', '.join(unknown)}; there are: {', '.join(known)}")
    return [known[name] for name in names] or list(known.values())


def photograph(browser: Browser, server: AppServer, wanted: list[State], folder: Path) -> Iterator[Picture]:
    """A picture of each state on each screen in each language; a new visitor for every one."""
    for state in wanted:
        for size, pixels in SIZES.items():
            for lang in LANGUAGES:
                file = f"{state.name}-{size}-{lang}.png"
                complaints = Complaints()
                with new_visitor(browser, size=pixels, lang=lang) as visitor:
                    page = visitor.new_page()
                    complaints.listen_to(page)
                    try:
                        page.goto(server.url + state.address(lang=lang))
                        settled(page)
                        page.evaluate("document.fonts.ready")
                        wrong = complaints.heard + exceptions_shown(page)
                    except Error as error:
                        wrong = [*complaints.heard, str(error).splitlines()[0]]
                    page.screenshot(path=folder / file)
                yield Picture(state.name, state.shows, f"{size} · {lang}", file, wrong)


def main(names: list[str]) -> int:
    """Take the pictures, write the sheet, tell what went wrong; 1 where something did, else 0."""
    wanted = chosen(names)
    executable = find_chromium()
    if executable is None:
        sys.exit("no Chromium: install one, or name it in WEILIDAI_CHROMIUM")
    if not names:
        shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True, exist_ok=True)
    taken: list[Picture] = []
    with (
        tempfile.TemporaryDirectory(prefix="weilidai-gallery-") as folder,
        running_app(Path(folder)) as server,
        sync_playwright() as playwright,
        chromium(playwright, executable) as browser,
    ):
        for picture in photograph(browser, server, wanted, OUT):
            taken.append(picture)
            if picture.wrong:
                print(f"{picture.file}: {'; '.join(picture.wrong)}", file=sys.stderr)
        broken = [picture for picture in taken if picture.wrong]
        if broken:
            print(f"\nThe end of the app's log:\n{server.said()}", file=sys.stderr)
    index = write_sheet(taken, OUT)
    print(f"{len(taken)} pictures, {len(broken)} with something wrong: {os.path.relpath(index)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
