"""What happens to a world as a whole: it begins, its days pass, its applicant asks a question."""

from datetime import date
from typing import Annotated, Any, Literal

from weilidai_core.events.fact import Fact
from weilidai_core.vault import personal


class WorldStarted(Fact):
    """A world began: whose it is, and all that the wallet and the connected sources know."""

    kind: Literal["world-started"] = "world-started"
    persona: str
    first_day: date
    profile: Annotated[dict[str, Any], personal.KNOWN]


class DayAdvanced(Fact):
    """The simulated day moved on."""

    kind: Literal["day-advanced"] = "day-advanced"
    from_on: date
    to_on: date


class QuestionAsked(Fact):
    """A question was put to the service desk, and which answer it got."""

    kind: Literal["question-asked"] = "question-asked"
    question: personal.Question
    intent: str
