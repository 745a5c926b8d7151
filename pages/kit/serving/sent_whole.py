"""A fragment's answer, sent whole: Streamlit would send its beginning first and the rest in pieces.

Every piece is drawn by the browser by itself, the first of them only to mark as stale what the next one
replaces. And at every piece for one viewer Streamlit looks through the queues of all of them; here only
through those that hold something. What takes long still comes in pieces, so that there is something to see.
Nothing is left out and nothing changes places.
"""

from typing import Any, Final

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.session_manager import ActiveSessionInfo, SessionManager

# Most answers are done by then; a page that is not shows what it has (seconds).
LONGEST: Final = 0.040

_BEGIN = Runtime.__init__
# The sessions whose queue holds something.
_waiting: set[str] = set()


class Attended:
    """The sessions of a server, for its sending loop: of the active ones it is told those that wait."""

    def __init__(self, sessions: SessionManager) -> None:
        self._sessions = sessions

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sessions, name)

    def list_active_sessions(self) -> list[ActiveSessionInfo]:
        """The active sessions that something waits for."""
        active = []
        for one in tuple(_waiting):
            found = self._sessions.get_active_session_info(one)
            if found is not None:
                active.append(found)
            elif self._sessions.get_session_info(one) is None:
                # Gone for good; one whose line broke may come back, and then gets what waits.
                _waiting.discard(one)
        return active


def hold_together() -> None:
    """From now on answers are sent whole; for the launcher."""
    AppSession._enqueue_forward_msg = _enqueue  # type: ignore[method-assign]
    AppSession.flush_browser_queue = _flush  # type: ignore[method-assign]
    Runtime.__init__ = _begin  # type: ignore[method-assign]


def _begin(self: Runtime, config: Any) -> None:
    _BEGIN(self, config)
    self._session_mgr = Attended(self._session_mgr)


def _enqueue(self: AppSession, msg: ForwardMsg) -> None:
    """Put a message into the viewer's queue, and have the queues looked at unless the answer goes on."""
    self._browser_queue.enqueue(msg)
    _waiting.add(self.id)
    if not _goes_on(self, msg):
        _look(self)


def _look(self: AppSession) -> None:
    if self._message_enqueued_callback:
        self._message_enqueued_callback()


def _flush(self: AppSession) -> list[ForwardMsg]:
    """What the viewer is sent now: nothing yet of an answer that may soon be whole."""
    if _is_held(self):
        return []
    # First: what is put in from now on waits again.
    _waiting.discard(self.id)
    return self._browser_queue.flush()


def _goes_on(self: AppSession, msg: ForwardMsg) -> bool:
    kind = msg.WhichOneof("type")
    if kind == "new_session" and msg.metadata.run.fragment_ids:
        _let_go(self)
        self.__dict__["_held"] = self._event_loop.call_later(LONGEST, _show, self)
    elif kind == "script_finished":
        _let_go(self)
    return _is_held(self)


def _is_held(self: AppSession) -> bool:
    return "_held" in self.__dict__ and self._state is AppSessionState.APP_IS_RUNNING


def _let_go(self: AppSession) -> None:
    held = self.__dict__.pop("_held", None)
    if held is not None:
        held.cancel()


def _show(self: AppSession) -> None:
    """It takes long: from now on it is sent as it comes."""
    _let_go(self)
    _look(self)
