"""One tab of the app in one world: what it shows, and everything a browser can send to it.

Streamlit's own test harness knows no component of the page; what those send is sent here as their script
does it.
"""

import json
import re
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest

from pages.kit.session import Key
from tests import worlds
from tests.conftest import ROOT
from weilidai_core.apply.application import Application, application_of
from weilidai_core.journey import Step
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.store import open_store
from weilidai_core.world.views import read_history, steps_taken, world_by_token
from weilidai_core.world.world import World

SECRET = "the secret of one browser"
FRAME = re.compile(r"<style.*?</style>\s*$|^<script>{.*}</script>$", re.DOTALL)
TAGS = re.compile(r"<[^>]+>")


class Tab:
    """One tab; buttons and fields are named by their keys, pages as in the table of pages."""

    def __init__(self, world: World | None = None, *, lang: str = "zh") -> None:
        self.app = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=30)
        self.app.session_state[str(Key.SECRET)] = SECRET
        self.app.query_params["lang"] = lang
        if world is not None:
            self.app.query_params["w"] = world.token

    def run(self, *sent: WidgetState) -> "Tab":
        """Run the page once; `sent` comes along with whatever was tapped or typed."""
        if not sent:
            self.app.run()
            return self
        states = self.app._tree.get_widget_states()
        states.widgets.extend(sent)
        self.app._run(WidgetStates(widgets=states.widgets))
        return self

    def open(self, page: str, **params: str) -> "Tab":
        """Open a page, as a link would."""
        self.app.session_state[str(Key.PENDING)] = (page, params)
        return self.run()

    def tap(self, key: str, *sent: WidgetState) -> "Tab":
        """Tap the button of that key; `sent` arrives in the same breath."""
        self.app.button(key=key).click()
        return self.run(*sent)

    def fill(self, key: str, text: str) -> "Tab":
        """Type into the line of that key."""
        self.app.text_input(key=key).set_value(text)
        return self.run()

    def choose(self, key: str, value: str) -> "Tab":
        """Choose from the list of that key."""
        self.app.selectbox(key=key).set_value(value)
        return self.run()

    def pick(self, key: str, value: str) -> "Tab":
        """Tap one of the few parts of the choice of that key."""
        self.app.segmented_control(key=key).set_value(value)
        return self.run()

    def component(self, key: str) -> Any:
        """The component whose key begins so, as it was drawn."""
        return next(one.proto for one in self.app.get("bidi_component") if str(one.key).startswith(key))

    def state(self, key: str, **values: Any) -> WidgetState:
        """What a component sends when its state changes."""
        return WidgetState(id=self.component(key).id, json_value=json.dumps(values))

    def trigger(self, key: str, event: str, value: Any) -> WidgetState:
        """What a component sends when something happens in it."""
        collects = f"$$STREAMLIT_INTERNAL_KEY_{self.component(key).id}__events"
        return WidgetState(id=collects, json_trigger_value=json.dumps([{"event": event, "value": value}]))

    def pass_reading_time(self) -> "Tab":
        """Look at the cost table for as long as is asked."""
        return self.run(self.trigger("reading_time", "passed", True))

    def read_to_the_end(self) -> "Tab":
        """Bring the end of the contract onto the screen."""
        return self.run(self.trigger("contract_", "read", True))

    def type_pin(self, pin: str, again: str | None = None) -> "Tab":
        """Fill the six boxes; twice where the PIN is new."""
        if again is None:
            return self.run(self.trigger("pin", "pin", pin))
        return self.run(self.trigger("new_pin", "pins", {"pin": pin, "again": again}))

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return str(self.app.session_state[str(Key.PAGE)])

    @property
    def markup(self) -> str:
        """All HTML on the page but the frame's own style and script."""
        assert not self.app.exception
        drawn = [FRAME.sub("", each.proto.body.strip()) for each in self.app.get("html")]
        return "\n".join(drawn + [data["html"] for data in self._told_to_components if "html" in data])

    @property
    def words(self) -> str:
        """All that is written on the page, its refusals and the labels of its buttons, without markup."""
        figures = [
            words for data in self._told_to_components for pair in data.get("told", []) for words in pair
        ]
        drawn = [TAGS.sub(" ", self.markup), *figures, *self.refused_in_components]
        return "\n".join(drawn + [button.label for button in self.app.button])

    @property
    def refused_in_components(self) -> list[str]:
        """The sentences that stand under the entries which are components."""
        return [data["refused"] for data in self._told_to_components if data.get("refused")]

    @property
    def _told_to_components(self) -> list[dict[str, Any]]:
        told = [json.loads(one.proto.json or "{}") for one in self.app.get("bidi_component")]
        # Where a step of the slider sends them, data come in a list (see `amount_entry`).
        return [data[0] if isinstance(data, list) else data for data in told]

    @property
    def keys(self) -> set[str]:
        """The buttons that are there."""
        return {str(button.key) for button in self.app.button}

    @property
    def components(self) -> set[str]:
        """The components that are there, by their keys."""
        return {str(one.key) for one in self.app.get("bidi_component")}

    @property
    def world(self) -> World:
        """The tab's world."""
        return world_by_token(open_store(), str(self.app.session_state[str(Key.WORLD)]))

    @property
    def application(self) -> Application:
        """The latest application."""
        found = application_of(read_history(self.world))
        assert found is not None
        return found

    @property
    def steps(self) -> list[str]:
        """The natural keys of the steps taken in the tab's world."""
        return [step.key for step in steps_taken(self.world)]

    def count(self, kind: type) -> int:
        """How often something happened in the world."""
        return sum(isinstance(each.event, kind) for each in read_history(self.world))


def walked(name: str, until: Step) -> World:
    """A world of that sample person, walked as far as a step; it belongs to the tabs' browser."""
    return worlds.walked(open_store(), who=name, until=until, secret=SECRET)


def scene(name: str) -> World:
    """The world of a scenario, which belongs to the tabs' browser."""
    return play(open_store(), scenario(name), secret=SECRET)
