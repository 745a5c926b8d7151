"""Opens every state in the real app and photographs it; ends with 1 where anything is wrong.

`python -m gallery` takes everything, `python -m gallery quote compare` the named states. Two processes,
each with an app and a browser of its own: a machine with two cores is what a build server has.
"""

import multiprocessing
import os
import shutil
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from gallery.sheet import write_sheet
from gallery.states import states
from gallery.taking import take_share
from tests.browser.phone import find_chromium

OUT = Path(__file__).parent / "out"
PROCESSES = 2


def main(names: list[str]) -> int:
    """Take the pictures, write the sheet, tell what went wrong; 1 where something did, else 0."""
    known = [state.name for state in states()]
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"no such state: {', '.join(unknown)}; there are: {', '.join(known)}")
    executable = find_chromium()
    if executable is None:
        sys.exit("no Chromium: install one, or name it in WEILIDAI_CHROMIUM")
    if not names:
        shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    # Spawned: neither an event loop nor a database connection may be shared.
    with ProcessPoolExecutor(PROCESSES, mp_context=multiprocessing.get_context("spawn")) as pool:
        shares = [
            pool.submit(take_share, executable, names, (number, PROCESSES), OUT)
            for number in range(PROCESSES)
        ]
        taken = [picture for share in shares for picture in share.result()]
    order = {name: at for at, name in enumerate(known)}
    taken.sort(key=lambda picture: order[picture.state])
    broken = [picture for picture in taken if picture.wrong]
    kinds = Counter(each.split(":")[0] for picture in broken for each in picture.wrong)
    index = write_sheet(taken, OUT)
    told = "".join(f", {count} × {kind}" for kind, count in kinds.most_common())
    print(
        f"{len({picture.state for picture in taken})} states, {len(taken)} pictures in "
        f"{time.monotonic() - started:.0f} s, {len(broken)} with something wrong{told}: {os.path.relpath(index)}"
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
