"""Why the score is what it is: for each measure one plain sentence, and what would help.

The law kept here: a reason is specific (never "the score is too low"), there are at most four, and
they come in the order of the points they cost. One measure gives one reason, so that four reasons
never say the same thing four times. Where nothing can be done but wait, the advice says so.
"""

from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from weilidai_core.risk.measures import MEASURES, Measure
from weilidai_core.sentences import N_, Sentence

MOST_REASONS = 4
# What cost less than two points of a hundred explains nothing and is not told.
LEAST_HUNDREDTHS = 2_00


class Reason(BaseModel):
    """One reason in words, what would help if anything can be done, and what it cost (1/100 point)."""

    model_config = ConfigDict(frozen=True)

    code: str
    sentence: Sentence
    helps: Sentence | None = None
    lost_hundredths: int = 0


class _Wording(NamedTuple):
    because: str
    helps: str
    none: str = ""
    """Said instead of `because` where the figure is 0 or unknown and that is what cost points."""


WORDINGS = {
    "overdue-over-30": _Wording(
        N_("近 24 个月有 {figure} 次逾期超过 30 天。"),
        N_("还清逾期并按时还每一期；满 24 个月的逾期不再计入这个评分。"),
    ),
    "overdue-1-to-30": _Wording(
        N_("近 24 个月有 {figure} 次逾期 1 到 30 天。"),
        N_("还款日前把钱存进扣款卡，连续按时还款；满 24 个月的逾期不再计入这个评分。"),
    ),
    "history-months": _Wording(
        N_("信用记录只有 {figure} 个月。"),
        N_("时间会让记录变长，不必为此多借。"),
        N_("还没有信用记录。"),
    ),
    "inquiries": _Wording(
        N_("近 6 个月被查询了 {figure} 次信用报告，用于审批贷款或信用卡。"),
        N_("接下来几个月少申请新的贷款和信用卡。"),
    ),
    "debt-service": _Wording(
        N_("每月还债占收入的 {figure_ppm}。"),
        N_("先还清一两笔，让每月还债低于收入的两成。"),
    ),
    "revolving-use": _Wording(
        N_("信用卡额度用了 {figure_ppm}。"),
        N_("把信用卡欠款还到额度的三成以下。"),
        N_("没有信用卡，看不出平时怎样使用额度。"),
    ),
    "total-debt": _Wording(
        N_("现有债务约相当于 {figure} 个月的收入。"),
        N_("先还利息最高的一笔，暂时不借新的。"),
    ),
    "income": _Wording(
        N_("计入评分的月收入是 {figure_fen}。"),
        N_("收入有变化时更新资料，并连接能证明收入的来源。"),
    ),
    "income-months": _Wording(
        N_("有来源证明的收入只有 {figure} 个月。"),
        N_("连接公积金、个税或收款记录，让收入看得见。"),
        N_("没有来源能证明收入。"),
    ),
    "savings": _Wording(
        N_("零钱和零钱通合计 {figure_fen}。"),
        N_("每月留一点备用金，遇到意外时不必借款。"),
    ),
    "wallet-months": _Wording(
        N_("钱包只开通了 {figure} 个月。"),
        N_("时间会自然变长，不需要做什么。"),
    ),
    "utilities": _Wording(
        N_("近 12 个月里，按时缴水电费的有 {figure} 个月。"),
        N_("打开水电费自动缴费。"),
    ),
    "savings-months": _Wording(
        N_("近 12 个月里，用零钱通的有 {figure} 个月。"),
        N_("每月往零钱通存一点，多少不限。"),
    ),
    "new-loans": _Wording(
        N_("近 6 个月新借了 {figure} 笔。"),
        N_("放慢借新款的速度，先把手上的还好。"),
    ),
}


class Shortfall(NamedTuple):
    """What one measure cost: its figure, and hundredths of a point of the score."""

    measure: Measure
    figure: int | None
    lost_hundredths: int


def reasons(shortfalls: list[Shortfall]) -> tuple[Reason, ...]:
    """At most four reasons, the costliest first; equal costs keep the order of the table."""
    costly = [one for one in shortfalls if one.lost_hundredths >= LEAST_HUNDREDTHS]
    costly.sort(key=lambda one: -one.lost_hundredths)
    return tuple(_reason(one) for one in costly[:MOST_REASONS])


def _reason(shortfall: Shortfall) -> Reason:
    measure, figure, lost = shortfall
    wording = WORDINGS[measure.name]
    said = wording.none if wording.none and not figure else wording.because
    return Reason(
        code=measure.name,
        sentence=Sentence(text=said, facts={measure.unit.value: figure or 0}),
        helps=Sentence(text=wording.helps),
        lost_hundredths=lost,
    )


if missing := {measure.name for measure in MEASURES} ^ set(WORDINGS):
    raise LookupError(f"measures and their wordings differ: {sorted(missing)}")
