"""The score by its factors: what each contributed of what it could, and the measures it is made of.

Law: the parts shown add up to the score shown; weight and contribution stand side by side.
"""

from collections.abc import Callable

from pages.kit import charts
from pages.kit.components.cells import Icon, card, cell
from pages.kit.components.markup import esc, lines, put
from pages.kit.components.text import paragraph, section
from pages.kit.i18n import _, say
from weilidai_core.apply.result_views import FactorView, MeasureView, ScoreView


def factor_bars(score: ScoreView, *, on_picture: Callable[[], None] | None = None) -> None:
    """A card with the score, a bar for each factor, and their sum; a tap opens a factor's measures.

    `on_picture` opens the same as one figure (`factor_figure`), where there is one.
    """
    with card("factors"):
        section(_("综合评分"), note=_("{points} 分（满分 100）").format(points=score.points))
        total = _("四项合计")
        put(
            lines(
                '<div class="wl-factors">',
                *[_factor(factor) for factor in score.factors],
                f'</div><div class="wl-fact wl-strong"><span>{esc(total)}</span>',
                f'<b class="wl-num">{esc(score.points)}</b></div>',
            )
        )
        if on_picture is not None:
            cell(_("四项放在一张图里看"), key="picture", icon=Icon("bar_chart"), on_click=on_picture)


def factor_figure(score: ScoreView) -> None:
    """What each factor contributed of what it could have, as one figure; its words say the same."""
    parts = [
        charts.Part(_(factor.label), factor.contribution_hundredths, factor.most_hundredths)
        for factor in score.factors
    ]
    told = _("；").join(f"{_(one.label)} {one.contribution} / {one.most}" for one in score.factors)
    charts.contributions(parts, key="score_parts", summary=told)
    paragraph(_("合计 {points} 分（满分 100）。浅色是没有得到的分。").format(points=score.points), small=True)


def _factor(factor: FactorView) -> str:
    weight, asked = _("权重 {weight}/110").format(weight=factor.weight), _("怎么算的")
    reckoned = _("这一项得 {score} 分（满分 100）× {weight} ÷ 110 = {contribution}").format(
        score=factor.score, weight=factor.weight, contribution=factor.contribution
    )
    return lines(
        '<details class="wl-factor"><summary>',
        f"<span>{esc(_(factor.label))}<small>{esc(weight)}</small>",
        f'<i class="wl-why">{esc(asked)}</i></span>',
        f'<b class="wl-num">{esc(factor.contribution)}<small> / {esc(factor.most)}</small></b>',
        f'<u aria-hidden="true"><i style="width:{factor.score}%"></i></u></summary>',
        f"<p>{esc(reckoned)}</p><ul>",
        *[_measure(measure) for measure in factor.measures],
        "</ul></details>",
    )


def _measure(measure: MeasureView) -> str:
    points = _("{points} / {best} 分").format(points=measure.points, best=measure.best)
    return (
        f'<li><span>{esc(_(measure.label))}</span><b class="wl-num">{esc(say(measure.figure))}</b>'
        f'<em class="wl-num">{esc(points)}</em></li>'
    )
