"""Asking the service desk: the question is kept, so that a conversation survives a refresh."""

from unicodedata import category

from weilidai_core.errors import WeilidaiError
from weilidai_core.events import QuestionAsked
from weilidai_core.help.intents import understood
from weilidai_core.sentences import N_
from weilidai_core.vault import personal
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request

LONGEST_QUESTION = 200


class QuestionEmpty(WeilidaiError):
    """Raised when a question holds nothing to read."""

    code = "question-empty"
    text = N_("还没有输入问题。")
    next_step = N_("请输入一句话，或者点一个问题。")
    field = "question"


class QuestionTooLong(WeilidaiError):
    """Raised when a question is longer than the desk reads."""

    code = "question-too-long"
    text = N_("问题最多 {longest} 个字，现在有 {length} 个。")
    next_step = N_("请缩短一些。")
    field = "question"


class QuestionUnreadable(WeilidaiError):
    """Raised when a question holds control characters, which nobody can see or mean."""

    code = "question-unreadable"
    text = N_("问题里有看不见的控制字符。")
    next_step = N_("请删掉它们，或者重新输入一遍。")
    field = "question"


class AskServiceDesk(Request):
    """Ask something, in one's own words or by a button's wording."""

    question: personal.Question


def ask_service_desk(doing: Doing, request: AskServiceDesk) -> None:
    """Keep the question with the intent it was understood as.
    Raises `QuestionEmpty`, `QuestionTooLong`, `QuestionUnreadable`.
    """
    question = " ".join(request.question.split())
    if not question:
        raise QuestionEmpty
    if len(question) > LONGEST_QUESTION:
        raise QuestionTooLong(longest=LONGEST_QUESTION, length=len(question))
    if any(category(character) == "Cc" for character in question):
        raise QuestionUnreadable
    doing.record(QuestionAsked(question=question, intent=understood(question).value))
