"""An answer sent whole brings what Streamlit sends in pieces, in its order, and nobody waits for ever."""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import runtime
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.runtime import Runtime

from pages.kit.serving import sent_whole

Line = list[ForwardMsg]


@dataclass
class Clock:
    """Time that passes when it is told to, and the event loop that calls back then."""

    now: float = 100.0
    later: list["Call"] = field(default_factory=list)

    def call_later(self, seconds: float, call: Callable[..., object], *given: object) -> "Call":
        self.later.append(Call(self.now + seconds, lambda: call(*given)))
        return self.later[-1]

    def passes(self, seconds: float) -> None:
        self.now += seconds
        due = [each for each in self.later if each.at <= self.now and not each.is_cancelled]
        self.later = [each for each in self.later if each.at > self.now]
        for each in due:
            each.call()


@dataclass
class Call:
    """One call that is to come."""

    at: float
    call: Callable[[], object]
    is_cancelled: bool = False

    def cancel(self) -> None:
        self.is_cancelled = True


class Viewer:
    """One viewer of a server: what is put into their queue, and what a look at the queue sends them."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.sent, self.looks = clock, Line(), 0
        self.name = f"viewer {id(self)}"
        self.session: Any = AppSession.__new__(AppSession)
        self.session._state = AppSessionState.APP_NOT_RUNNING
        # It is closed when it goes, and has nothing to close.
        self.session.shutdown = lambda: None
        self.session.id = self.name
        self.session._browser_queue = ForwardMsgQueue()
        self.session._event_loop = clock
        self.session._message_enqueued_callback = self.look

    def look(self) -> None:
        self.looks += 1
        self.sent += self.session.flush_browser_queue()

    def answer(self, messages: Line, *, each: float = 0.001) -> None:
        """A run of the page: it begins, puts its messages one after the other, and ends."""
        for message in messages:
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.session._state = AppSessionState.APP_IS_RUNNING
            if kind == "script_finished":
                self.session._state = AppSessionState.APP_NOT_RUNNING
            self.session._enqueue_forward_msg(message)
            self.clock.passes(each)


def of_a_fragment(*, drawing: int = 3) -> Line:
    begun, finished = ForwardMsg(), ForwardMsg()
    begun.new_session.page_script_hash = "page"
    begun.metadata.run.fragment_ids.append("fragment")
    finished.script_finished = ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY
    drawn = []
    for place in range(drawing):
        message = ForwardMsg()
        message.metadata.delta_path.extend([0, place])
        message.delta.new_element.html.body = f"<p>{place}</p>"
        drawn.append(message)
    return [begun, *drawn, finished]


def of_a_page() -> Line:
    answer = of_a_fragment()
    del answer[0].metadata.run.fragment_ids[:]
    return answer


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """As the launcher does it, for these tests only, at a time of their own."""
    made = Clock()
    for name in ("_enqueue_forward_msg", "flush_browser_queue"):
        monkeypatch.setattr(AppSession, name, getattr(AppSession, name))
    monkeypatch.setattr(Runtime, "__init__", Runtime.__init__)
    monkeypatch.setattr(sent_whole, "_waiting", set())
    return made


@pytest.mark.parametrize("answer", [of_a_fragment(), of_a_page(), of_a_fragment(drawing=0)])
@pytest.mark.parametrize("each", [0.0, 0.001, 0.03, 1.0])
def test_what_is_sent_is_what_streamlit_sends(clock: Clock, answer: Line, each: float) -> None:
    theirs = Viewer(clock)
    theirs.answer(answer, each=each)
    sent_whole.hold_together()
    ours = Viewer(clock)
    ours.answer(answer, each=each)

    assert ours.sent == theirs.sent == answer


def test_a_short_answer_of_a_fragment_is_one_piece(clock: Clock) -> None:
    sent_whole.hold_together()
    viewer = Viewer(clock)

    viewer.answer(of_a_fragment())

    assert viewer.looks == 1
    assert viewer.sent == of_a_fragment()
    clock.passes(5)
    assert viewer.looks == 1


def test_another_viewers_answer_sends_no_half_of_this_one(clock: Clock) -> None:
    sent_whole.hold_together()
    viewer = Viewer(clock)
    viewer.answer(of_a_fragment()[:-1])

    viewer.look()

    assert viewer.sent == []


def test_what_takes_long_shows_what_it_has(clock: Clock) -> None:
    sent_whole.hold_together()
    viewer = Viewer(clock)
    viewer.answer(of_a_fragment()[:-1])
    assert viewer.sent == []

    clock.passes(sent_whole.LONGEST)

    assert viewer.sent == of_a_fragment()[:-1]
    viewer.answer(of_a_fragment()[-1:])
    assert viewer.sent == of_a_fragment()


def test_a_whole_page_comes_as_it_is_drawn(clock: Clock) -> None:
    sent_whole.hold_together()
    viewer = Viewer(clock)

    viewer.answer(of_a_page()[:-1])

    assert viewer.sent == of_a_page()[:-1]


def test_an_answer_that_is_begun_anew_is_held_anew(clock: Clock) -> None:
    sent_whole.hold_together()
    viewer = Viewer(clock)
    viewer.answer(of_a_fragment())
    clock.passes(5)

    viewer.answer(of_a_fragment()[:-1])

    assert viewer.sent == of_a_fragment()


class Sessions:
    """Some sessions: those whose line stands, and those that may come back."""

    def __init__(self, active: dict[str, object], stored: dict[str, object]) -> None:
        self.active, self.stored = active, stored

    def get_active_session_info(self, one: str) -> object:
        return self.active.get(one)

    def get_session_info(self, one: str) -> object:
        return self.active.get(one) or self.stored.get(one)

    def list_active_sessions(self) -> list[object]:
        return list(self.active.values())

    def num_active_sessions(self) -> int:
        return len(self.list_active_sessions())


def test_only_those_who_wait_are_attended_to(clock: Clock) -> None:
    sent_whole.hold_together()
    here, quiet, away, gone = (Viewer(clock) for _one in range(4))
    for viewer in (here, away, gone):
        viewer.session._message_enqueued_callback = None
        viewer.answer(of_a_page())
    sessions: Any = Sessions({here.name: here, quiet.name: quiet}, {away.name: away})
    attended: Any = sent_whole.Attended(sessions)

    assert attended.list_active_sessions() == [here]
    assert attended.num_active_sessions() == 2
    here.look()
    assert (here.sent, attended.list_active_sessions()) == (of_a_page(), [])
    # Whose line broke gets what waited once it stands again; who is gone is forgotten.
    sessions.active[away.name] = away
    assert attended.list_active_sessions() == [away]
    assert sent_whole._waiting == {away.name}


def test_streamlit_asks_only_its_sending_loop_for_the_sessions_to_attend_to() -> None:
    """Whoever else asks the runtime's sessions for the active ones is told too few."""
    asked = re.findall(r"self\._session_mgr\.(\w+)", inspect.getsource(runtime))

    assert asked.count("list_active_sessions") == 1
    assert "list_active_sessions" in inspect.getsource(Runtime._loop_coroutine)
