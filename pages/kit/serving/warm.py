"""What somebody would wait for in the middle of a page, done while the server starts; for the launcher only.

Streamlit loads pandas with the first component and Plotly with the first picture: half a second each.
Collecting all garbage takes 0.1 to 0.3 s with an audience of two hundred, and nobody is answered
meanwhile; left to itself Python did it every four seconds.
"""

import gc
from importlib import import_module
from threading import Thread

from weilidai_core.language import LANGUAGES, translator

# How many collections of the middle generation before one of all: about one a minute with two hundred people
# moving sliders, and the program grows by some 20 MB meanwhile.
COLLECTIONS_BETWEEN = 200
SLOW = ("pandas", "pyarrow", "pages.kit.charts")


def warm_up() -> Thread:
    """Begin to load it all beside the starting server; the thread ends by itself."""
    thread = Thread(target=_load, name="warm-up", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    for name in SLOW:
        import_module(name)
    for language in LANGUAGES:
        translator(language)
    # What is loaded by now stays for good and is never looked through again.
    gc.collect()
    gc.freeze()
    young, middle, _all = gc.get_threshold()
    gc.set_threshold(young, middle, COLLECTIONS_BETWEEN)
