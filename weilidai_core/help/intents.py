"""What can be asked: each question, when it is offered, and the words that mean it. Pure.

Words about danger (a scam, not being able to pay, wanting a person) are looked for first and always
answered. What is not understood is said to be so; nothing is guessed.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from weilidai_core.help.account import AccountState
from weilidai_core.language import LANGUAGES, translator
from weilidai_core.sentences import N_


class Intent(StrEnum):
    """One thing someone may want to know."""

    SCAM = "scam"
    HARDSHIP = "hardship"
    HUMAN = "human"
    INVITATION = "invitation"
    PROGRESS = "progress"
    DECLINED = "declined"
    NEXT_DUE = "next-due"
    SETTLE = "settle"
    OWED = "owed"
    LIMIT = "limit"
    RATE = "rate"
    INTEREST = "interest"
    OVERDUE = "overdue"
    CREDIT_QUERY = "credit-query"
    PERSONAL_DATA = "personal-data"
    UNKNOWN = "unknown"


class Question(NamedTuple):
    """An intent, its wording on a button, its words in free text, and when the button is offered."""

    intent: Intent
    wording: str
    words: tuple[str, ...]
    offered: Callable[[AccountState], bool]


QUESTIONS = (
    Question(
        Intent.SCAM,
        N_("有人说可以帮我强开"),
        (
            "强开",
            "内部",
            "包过",
            "代办",
            "骗",
            "验证码",
            "转账到",
            "解冻费",
            "保证金",
            "scam",
            "scammer",
            "fraud",
            "code",
            "codes",
        ),
        lambda state: not state.invited,
    ),
    Question(
        Intent.HARDSHIP,
        N_("还不上了怎么办"),
        (
            "还不上",
            "还不起",
            "没钱还",
            "困难",
            "失业",
            "延期",
            "展期",
            "cannot pay",
            "can't pay",
            "hardship",
            "lost my job",
        ),
        lambda state: state.owed_fen > 0,
    ),
    Question(
        Intent.HUMAN,
        N_("转人工"),
        ("人工", "真人", "投诉", "客服电话", "human", "person", "agent", "complain", "complaint"),
        lambda state: True,
    ),
    Question(
        Intent.INVITATION,
        N_("为什么我没有入口"),
        ("邀请", "入口", "没有微粒贷", "怎么开通", "invite", "invited", "invitation", "no entry"),
        lambda state: not state.invited,
    ),
    Question(
        Intent.NEXT_DUE,
        N_("下一期什么时候还"),
        ("下一期", "什么时候还", "几号还", "还款日", "本期", "账单", "next", "due", "bill", "bills"),
        lambda state: state.next_due_on is not None,
    ),
    Question(
        Intent.SETTLE,
        N_("提前结清要还多少"),
        ("提前", "结清", "一次还", "早点还", "违约金", "settle", "settling", "early", "pay off", "prepay"),
        lambda state: state.owed_fen > 0,
    ),
    Question(
        Intent.OWED,
        N_("我一共还欠多少"),
        ("欠多少", "还欠", "剩余", "一共", "owe", "owed", "outstanding", "balance"),
        lambda state: state.owed_fen > 0,
    ),
    Question(
        Intent.PROGRESS,
        N_("我的申请到哪一步了"),
        ("进度", "哪一步", "审核", "多久", "progress", "status", "how long"),
        lambda state: state.applying,
    ),
    Question(
        Intent.DECLINED,
        N_("为什么没有通过"),
        ("没通过", "没有通过", "拒绝", "为什么不", "decline", "declined", "refused", "rejected"),
        lambda state: state.declined,
    ),
    Question(
        Intent.LIMIT,
        N_("我的额度是多少"),
        ("额度", "能借多少", "可借", "limit", "how much can i borrow"),
        lambda state: state.limit is not None,
    ),
    Question(
        Intent.RATE,
        N_("利率是多少"),
        ("利率", "年化", "日利率", "rate", "rates", "apr"),
        lambda state: state.invited,
    ),
    Question(
        Intent.INTEREST,
        N_("利息怎么算"),
        ("利息", "怎么算", "计算", "interest", "calculate", "calculated"),
        lambda state: state.invited,
    ),
    Question(
        Intent.OVERDUE,
        N_("逾期会怎样"),
        ("逾期", "晚还", "罚息", "overdue", "late", "penalty"),
        lambda state: state.owed_fen > 0,
    ),
    Question(
        Intent.CREDIT_QUERY,
        N_("会查征信吗"),
        ("征信", "信用报告", "credit report", "bureau"),
        lambda state: state.owed_fen == 0 and state.invited,
    ),
    Question(
        Intent.PERSONAL_DATA,
        N_("我的信息会给谁"),
        ("隐私", "信息", "数据", "privacy", "personal data", "my data"),
        lambda state: True,
    ),
)

WORDING = {question.intent: question.wording for question in QUESTIONS}


def offered(state: AccountState) -> tuple[Question, ...]:
    """The questions that make sense for an account as it stands, the most pressing first."""
    return tuple(question for question in QUESTIONS if question.offered(state))


def understood(text: str) -> Intent:
    """The intent of a typed question: its button's wording, else the first whose words occur in it."""
    plain = text.strip().lower().replace("’", "'")
    for question in QUESTIONS:
        if plain in {translator(lang).gettext(question.wording).lower() for lang in LANGUAGES}:
            return question.intent
    for question in QUESTIONS:
        if any(_occurs(word, plain) for word in question.words):
            return question.intent
    return Intent.UNKNOWN


def _occurs(word: str, plain: str) -> bool:
    """Whether a word is in a text; an English one as a whole word, since "however" is not about owing."""
    if not word.isascii():
        return word in plain
    return re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", plain) is not None
