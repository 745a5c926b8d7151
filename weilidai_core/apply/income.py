"""计入的收入: how much of what the applicant declared the review may rely on.

The law kept here: a number nobody has confirmed never counts in full, and typing a larger one than
a source has seen changes nothing. Both figures are shown, so that nobody has to guess.
"""

from pydantic import BaseModel, ConfigDict

from weilidai_core.sentences import N_, Sentence
from weilidai_core.world.profile import Known, Source

UNCONFIRMED_PERCENT = 70


class CountedIncome(BaseModel):
    """The declared and the counted income in fen a month, the source if any, and why."""

    model_config = ConfigDict(frozen=True)

    declared_fen: int
    counted_fen: int
    source: Source | None
    sentence: Sentence


def counted_income(declared_fen: int, *, confirmed: Known[int] | None) -> CountedIncome:
    """The lesser of declared and confirmed; where nobody confirms it, 70 % of what was declared.

    Never less than one fen, so that a share of it always exists.
    """
    if confirmed is None:
        counted = max(1, declared_fen * UNCONFIRMED_PERCENT // 100)
        because = Sentence(
            text=N_("您填的月收入没有来源证明，按七成计入：{counted_fen}。"), facts={"counted_fen": counted}
        )
        return CountedIncome(declared_fen=declared_fen, counted_fen=counted, source=None, sentence=because)
    source = Sentence(text=confirmed.source.label)
    counted = max(1, min(declared_fen, confirmed.value))
    if declared_fen > confirmed.value:
        because = Sentence(
            text=N_("{source}显示月收入 {counted_fen}，按它计入，不按您填的 {declared_fen}。"),
            facts={"source": source, "counted_fen": counted, "declared_fen": declared_fen},
        )
    else:
        because = Sentence(
            text=N_("您填的月收入 {counted_fen} 没有超过{source}里的数，全部计入。"),
            facts={"source": source, "counted_fen": counted},
        )
    return CountedIncome(
        declared_fen=declared_fen, counted_fen=counted, source=confirmed.source, sentence=because
    )
