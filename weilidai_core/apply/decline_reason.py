"""拒绝原因: the rules that end in a decline whatever the score, each with a name and a way on.

The law kept here: a decline is told kindly and exactly, with what would have to change; where the
answer protects the applicant (a student, someone deep in debt), the sentence says so.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict, NonNegativeInt, PositiveInt

from weilidai_core.apply.identity import OLDEST, YOUNGEST
from weilidai_core.risk.reasons import Reason
from weilidai_core.sentences import N_, Sentence
from weilidai_core.world.profile import Occupation

MOST_DEBT_SERVICE_PERCENT = 55
LONGEST_OVERDUE_DAYS = 60


class Circumstances(BaseModel):
    """What the limit depends on besides the score. Incomes and debts in fen a month.

    `longest_overdue_days` is within the last 12 months, `overdue_over_90` counts the last 24.
    """

    model_config = ConfigDict(frozen=True)

    on: date
    age: int
    occupation: Occupation
    monthly_income_fen: PositiveInt
    monthly_debt_service_fen: NonNegativeInt
    longest_overdue_days: NonNegativeInt
    overdue_over_90: NonNegativeInt


def decline_reasons(known: Circumstances) -> tuple[Reason, ...]:
    """Every rule that stands in the way, in the order in which they are told; empty if none does."""
    return tuple(reason for rule in (_student, _age, _overdue, _high_debt) if (reason := rule(known)))


def _student(known: Circumstances) -> Reason | None:
    # Five agencies' notice of 2021-03-17: micro-lenders may not lend to university students, and a bank must
    # look for a second source of repayment. The simplest honest answer for a demonstration is no.
    if known.occupation is not Occupation.STUDENT:
        return None
    return Reason(
        code="student",
        sentence=Sentence(text=N_("我们不借钱给在校学生。这是对学生的保护，不是对您信用的评价。")),
        helps=Sentence(text=N_("可以先了解学校的助学贷款、奖学金和困难补助；工作以后，欢迎再来。")),
    )


def _age(known: Circumstances) -> Reason | None:
    if YOUNGEST <= known.age <= OLDEST:
        return None
    return Reason(
        code="age",
        sentence=Sentence(
            text=N_("借款申请人的年龄须在 {youngest} 到 {oldest} 岁之间，您现在 {age} 岁。"),
            facts={"youngest": YOUNGEST, "oldest": OLDEST, "age": known.age},
        ),
        helps=Sentence(text=N_("钱包的其他功能不受影响。")),
    )


def _overdue(known: Circumstances) -> Reason | None:
    if known.longest_overdue_days > LONGEST_OVERDUE_DAYS:
        said = Sentence(
            text=N_("近 12 个月里，最长的一次逾期了 {days} 天。"), facts={"days": known.longest_overdue_days}
        )
    elif known.overdue_over_90:
        said = Sentence(
            text=N_("近 24 个月里有 {count} 次逾期超过 90 天。"), facts={"count": known.overdue_over_90}
        )
    else:
        return None
    return Reason(
        code="recent-overdue",
        sentence=said,
        helps=Sentence(
            text=N_("先把逾期的还清并保持按时还款，满 24 个月后再申请；记录有误可以向征信机构提出异议。")
        ),
    )


def _high_debt(known: Circumstances) -> Reason | None:
    debt_fen, income_fen = known.monthly_debt_service_fen, known.monthly_income_fen
    if debt_fen * 100 <= income_fen * MOST_DEBT_SERVICE_PERCENT:
        return None
    return Reason(
        code="high-debt",
        sentence=Sentence(
            text=N_(
                "每月要还的债 {debt_fen} 占收入 {income_fen} 的 {share_ppm}，超过了 {most_ppm} 的界线。"
                "再借一笔，会更难还清。"
            ),
            facts={
                "debt_fen": debt_fen,
                "income_fen": income_fen,
                "share_ppm": -(-debt_fen * 1_000_000 // income_fen),
                "most_ppm": MOST_DEBT_SERVICE_PERCENT * 10_000,
            },
        ),
        helps=Sentence(
            text=N_(
                "先把每月还债降到 {target_fen} 以下（收入的一半）。"
                "还不过来时，可以主动找现有的贷款机构商量分期。"
            ),
            facts={"target_fen": income_fen // 2},
        ),
    )
