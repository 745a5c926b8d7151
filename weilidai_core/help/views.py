"""The conversation so far, each answer as of the moment it was given, and what can be asked now."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from weilidai_core.events import QuestionAsked
from weilidai_core.help.account import account_state
from weilidai_core.help.answers import Said, answer, greeting
from weilidai_core.help.intents import WORDING, Intent, Question, offered
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class Turn:
    """One question, the day it was asked on, and its answer."""

    on: date
    question: str
    intent: Intent
    said: Said

    @property
    def is_button(self) -> bool:
        """Whether it was asked by a button: then its wording is a catalogue key."""
        return self.question == WORDING.get(self.intent)


# Danger is understood first and answered always; on the screen what is asked every day comes first.
_FOR_THE_WORST = (Intent.SCAM, Intent.HARDSHIP, Intent.HUMAN)
AT_HAND = 5


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

    @property
    def at_hand(self) -> tuple[Question, ...]:
        """The few questions shown before one asks for more; a person to talk to is always among them."""
        human = tuple(each for each in self.offered if each.intent is Intent.HUMAN)
        return tuple(each for each in self.offered if each not in human)[:AT_HAND] + human

    @property
    def by_day(self) -> tuple[tuple[date, tuple[Turn, ...]], ...]:
        """The turns of each day on which something was asked; today alone where nothing was yet."""
        days = tuple((on, tuple(turns)) for on, turns in groupby(self.turns, key=lambda turn: turn.on))
        return days or ((self.on, ()),)


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
    questions = offered(now)
    if now.invited:
        questions = tuple(sorted(questions, key=lambda each: each.intent in _FOR_THE_WORST))
    return Conversation(now.on, greeting(now), tuple(turns), questions)
