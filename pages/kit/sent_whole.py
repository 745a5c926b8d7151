"""A page's answer to a tap, sent whole: Streamlit would send its beginning first and the rest in pieces.

Every piece is drawn by the browser by itself, the first of them only to mark as stale what the next one
replaces. And at every piece for one viewer Streamlit looks through the queues of all of them. What takes long
still comes in pieces, so that there is something to see. Nothing is left out and nothing changes places.
"""

import time
from typing import Final

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession, AppSessionState

# Most answers are done by then; a page that is not shows what it has (seconds).
LONGEST: Final = 0.040


def hold_together() -> None:
    """From now on answers are sent whole; for the launcher."""
    AppSession._enqueue_forward_msg = _enqueue  # type: ignore[method-assign]
    AppSession.flush_browser_queue = _flush  # type: ignore[method-assign]


def _enqueue(self: AppSession, msg: ForwardMsg) -> None:
    """Put a message into the viewer's queue, and have the queues looked at unless the answer goes on."""
    self._browser_queue.enqueue(msg)
    if not _goes_on(self, msg):
        _look(self)


def _look(self: AppSession) -> None:
    if self._message_enqueued_callback:
        self._message_enqueued_callback()


def _flush(self: AppSession) -> list[ForwardMsg]:
    """What the viewer is sent now: nothing yet of an answer that may soon be whole."""
    queue = self._browser_queue
    if queue.is_empty() or (_is_answering(self) and time.monotonic() < self.__dict__.get("_whole_by", 0.0)):
        return []
    return queue.flush()


def _goes_on(self: AppSession, msg: ForwardMsg) -> bool:
    kind = msg.WhichOneof("type")
    if kind == "new_session" and msg.metadata.run.fragment_ids:
        self.__dict__["_whole_by"] = time.monotonic() + LONGEST
        # What takes longer would otherwise be sent only with its next message.
        self._event_loop.call_later(LONGEST, lambda: _look(self))
    elif kind == "script_finished":
        self.__dict__["_whole_by"] = 0.0
    return _is_answering(self) and time.monotonic() < self.__dict__.get("_whole_by", 0.0)


def _is_answering(self: AppSession) -> bool:
    return self._state is AppSessionState.APP_IS_RUNNING
