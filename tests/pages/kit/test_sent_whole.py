"""An answer sent whole brings what Streamlit sends in pieces, in its order, and nobody waits for ever."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from pages.kit import sent_whole

Line = list[ForwardMsg]


@dataclass
class Clock:
    """Time that passes when it is told to, and the event loop that calls back then."""

    now: float = 100.0
    later: list[tuple[float, Callable[[], object]]] = field(default_factory=list)

    def call_later(self, seconds: float, call: Callable[[], object]) -> None:
        self.later.append((self.now + seconds, call))

    def passes(self, seconds: float) -> None:
        self.now += seconds
        due = [call for at, call in self.later if at <= self.now]
        self.later = [each for each in self.later if each[0] > self.now]
        for call in due:
            call()


class Viewer:
    """One viewer of a server: what is put into their queue, and what a look at the queue sends them."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.sent, self.looks = clock, Line(), 0
        self.session: Any = AppSession.__new__(AppSession)
        self.session._state = AppSessionState.APP_NOT_RUNNING
        # It is closed when it goes, and has nothing to close.
        self.session.shutdown = lambda: None
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
    monkeypatch.setattr(sent_whole.time, "monotonic", lambda: made.now)
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
