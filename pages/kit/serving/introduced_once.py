"""How Streamlit introduces the app to the browser, put together once: it would do so anew for every run.

The first message of each run tells the app's pages, options and theme, gathered from all the options there
are; the browser has known them since its first visit. That was a third of what the server did for a slider
step. The options stand in `.streamlit/config.toml` and do not change while the program runs.
"""

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.scriptrunner_utils.run_descriptor import RunDescriptor
from streamlit.source_util import PageHash, PageInfo

_INTRODUCE = AppSession._create_new_session_message
# By what the pages are called: once for each language.
_made: dict[tuple[tuple[str, str, str], ...], ForwardMsg] = {}
_MOST = 32


def remember() -> None:
    """From now on the introduction is put together at its first use only; for the launcher."""
    AppSession._create_new_session_message = _introduce  # type: ignore[method-assign]


def _introduce(
    self: AppSession,
    page_script_hash: str,
    run_descriptor: RunDescriptor,
    pages: dict[PageHash, PageInfo] | None = None,
) -> ForwardMsg:
    known = pages or self._pages_manager.get_pages()
    names = tuple((key, each["page_name"], each["icon"]) for key, each in known.items())
    made = _made.get(names)
    if made is None:
        if len(_made) >= _MOST:
            _made.clear()
        made = _made[names] = _INTRODUCE(self, page_script_hash, run_descriptor, known)
        made.ClearField("metadata")
        made.new_session.initialize.ClearField("user_info")
    msg = ForwardMsg()
    msg.CopyFrom(made)
    app_session._set_run_identity(msg, run_descriptor)
    msg.new_session.page_script_hash = page_script_hash
    # What belongs to this viewer and this moment.
    viewer = msg.new_session.initialize
    app_session._populate_user_info_msg(viewer.user_info)
    viewer.session_status.run_on_save = self._run_on_save
    viewer.session_status.script_is_running = self._state is AppSessionState.APP_IS_RUNNING
    viewer.session_id = self.id
    return msg
