"""What the first person to come would wait for, loaded while the server starts; for the launcher only.

Streamlit loads pandas with the first component and Plotly with the first picture: half a second each, in the
middle of somebody's page.
"""

from importlib import import_module
from threading import Thread

from weilidai_core.language import LANGUAGES, translator

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
