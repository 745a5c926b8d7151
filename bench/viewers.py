"""Many viewers at once: each a websocket client of its own that moves the slider every few seconds.

Speaks Streamlit's own protocol and draws nothing, so that what is measured is the server. Loopback only;
the count of viewers and the seconds are bounded by who calls.
"""

import asyncio
import gc
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PAUSE_SECONDS = 3.0
# A page takes a server much longer than a step; faster than this they would have to wait for each other.
_ARRIVING_A_SECOND = 12
_LONGEST_ANSWER = 30.0


@dataclass
class Viewer:
    """One viewer: the world they look at, and what their screen would have to remember."""

    secret: str
    token: str
    slider: str = ""
    fragment: str = ""
    took: list[float] = field(default_factory=list)

    @property
    def _query(self) -> str:
        return urlencode({"lang": "zh", "w": self.token})

    async def watch(self, port: int, page: str, *, comes: float, moves: float, until: float) -> None:
        """Open the page, then move the slider every three seconds until the time is over.

        Three moments of `time.monotonic`: when the viewer comes, when they move it first, and the end.
        """
        await _sleep_until(comes)
        async with connect(
            f"ws://localhost:{port}/_stcore/stream",
            additional_headers={"Cookie": f"weilidai={self.secret}"},
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            compression=None,
        ) as line:
            opening = BackMsg()
            opening.rerun_script.query_string = self._query
            opening.rerun_script.page_name = page
            await self._ask(line, opening)
            if not self.slider or not self.fragment:
                raise RuntimeError(f"the page {page} has no slider")
            await _sleep_until(moves)
            while time.monotonic() < until:
                began = time.perf_counter()
                await self._ask(line, self._moved())
                gone = time.perf_counter() - began
                self.took.append(gone)
                await asyncio.sleep(max(0.0, PAUSE_SECONDS - gone))

    def _moved(self) -> BackMsg:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.fragment_id = self._query, self.fragment
        widget = state.widget_states.widgets.add()
        widget.id = self.slider
        widget.json_value = json.dumps({"text": str(1000 + 50 * random.randrange(60))})
        return message

    async def _ask(self, line: ClientConnection, message: BackMsg) -> None:
        """Send, and hear everything that comes until the run has ended."""
        await line.send(message.SerializeToString())
        async with asyncio.timeout(_LONGEST_ANSWER):
            while True:
                heard = ForwardMsg()
                heard.ParseFromString(await line.recv())
                kind = heard.WhichOneof("type")
                if kind == "delta":
                    self._look(heard)
                # A page change ends one run and begins another.
                elif (
                    kind == "script_finished" and heard.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
                ):
                    return

    def _look(self, heard: ForwardMsg) -> None:
        element = heard.delta.new_element
        if element.WhichOneof("type") == "bidi_component" and "amount" in element.bidi_component.id:
            self.slider = element.bidi_component.id
            self.fragment = heard.delta.fragment_id or self.fragment


async def watch_together(
    viewers: list[Viewer], port: int, page: str, *, seconds: float, arrived: Callable[[], None]
) -> list[float]:
    """All viewers at once; after they have arrived, for `seconds`, the time of every slider step, in order.

    `arrived` is called where measuring begins. Each moves the slider at a moment of their own in the three
    seconds: nobody does before all have come, and nothing holds the viewers up from then on, since those who
    are held up together would move it together ever after.
    """
    now = time.monotonic()
    moving = now + len(viewers) / _ARRIVING_A_SECOND + PAUSE_SECONDS
    begins = moving + PAUSE_SECONDS

    async def begin() -> None:
        await _sleep_until(moving - PAUSE_SECONDS / 2)
        # Collecting what four hundred viewers leave behind would hold up all of them; no phone does that.
        gc.collect()
        gc.disable()
        await _sleep_until(begins)
        for viewer in viewers:
            viewer.took.clear()
        arrived()

    try:
        await asyncio.gather(
            begin(),
            *(
                viewer.watch(
                    port,
                    page,
                    comes=now + number / _ARRIVING_A_SECOND,
                    moves=moving + random.uniform(0, PAUSE_SECONDS),
                    until=begins + seconds,
                )
                for number, viewer in enumerate(viewers)
            ),
        )
    finally:
        gc.enable()
    return sorted(one for viewer in viewers for one in viewer.took)


async def _sleep_until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - time.monotonic()))
