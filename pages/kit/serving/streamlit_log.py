"""Streamlit's own log beside ours: it would print an error with its message, which may quote a person.

The same error is in our log, by its places and under the id on the screen.
"""

import logging

_PRINTS_ERRORS = ("streamlit.error_util", "streamlit.runtime.scriptrunner.exec_code")


def quieten() -> None:
    """Let Streamlit's loggers say that something failed, and not with what."""
    for name in _PRINTS_ERRORS:
        logging.getLogger(name).addFilter(_without_details)


def _without_details(record: logging.LogRecord) -> bool:
    if record.exc_info or record.exc_text:
        record.exc_info = record.exc_text = None
        record.msg, record.args = "A script failed; see the fault in the log.", ()
    return True
