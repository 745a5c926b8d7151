"""Work in a thread of its own. pyHanko runs an event loop for each signature, and a thread that is already in
one (a server's, a browser's driver) refuses a second."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


def outside_any_loop(work: Callable[[], Result]) -> Result:
    """What `work` returns or raises, done where no event loop runs."""
    with ThreadPoolExecutor(max_workers=1) as aside:
        return aside.submit(work).result()
