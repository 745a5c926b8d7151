"""The conversation so far, each answer as of the moment it was given, and what can be asked now."""

from dataclasses import dataclass
from datetime import date

from weilidai_core.events import QuestionAsked
from weilidai_core.help.account import account_state
from weilidai_core.help.answers import Said, answer, greeting
from weilidai_core.help.intents import Intent, Question, offered
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class Turn:
    """One question, the day it was asked on, and its answer."""

    on: date
    question: str
    intent: Intent
    said: Said


@dataclass(frozen=True)
class Conversation:
    """What the chat page shows; `asked` counts the questions, which makes the next one's key."""

    on: date
    greeting: Said
    turns: tuple[Turn, ...]
    offered: tuple[Question, ...]

    @property
    def asked(self) -> int:
        """How many questions were asked so far."""
        return len(self.turns)


def conversation(world: World) -> Conversation:
    """The conversation in a world."""
    history = read_history(world)
    turns = []
    for index, each in enumerate(history):
        if isinstance(each.event, QuestionAsked):
            intent = Intent(each.event.intent)
            state = account_state(history[: index + 1])
            turns.append(Turn(each.on, each.event.question, intent, answer(intent, state)))
    now = account_state(history)
    return Conversation(now.on, greeting(now), tuple(turns), offered(now))
