"""What a scenario is: a sample person, how far they have come, and which page is opened there."""

from pydantic import BaseModel, ConfigDict

from weilidai_core.apply.counter_offer import Plan
from weilidai_core.journey import Step
from weilidai_core.scenarios.happenings import Happening


class Scenario(BaseModel):
    """A sample person, the last step already done, the page to open; `title` is a catalogue key.

    `then` is what happened after that step, in order; `plan` is asked for instead of the person's own;
    `opens_page` is the page's key where it shows none of the journey's steps.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    title: str
    persona: str
    until: Step
    opens: Step
    then: tuple[Happening, ...] = ()
    plan: Plan | None = None
    opens_page: str = ""

    @property
    def page(self) -> str:
        """The key of the page it opens."""
        return self.opens_page or self.opens.value.replace("-", "_")
