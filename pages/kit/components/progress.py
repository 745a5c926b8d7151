"""Where someone stands: the steps of an application, the stages of a review, what has happened."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from pages.kit.components.markup import esc, put
from pages.kit.i18n import _


class Moment(NamedTuple):
    """One entry of a timeline or one stage of a review."""

    title: str
    when: str = ""
    detail: str = ""
    state: Literal["done", "now", "ahead", "failed"] = "done"


def steps_bar(labels: Sequence[str], *, at: int) -> None:
    """The numbered steps under the nav bar; `at` counts from 0 and is marked as the current one."""
    drawn = "".join(_step(index, label, at) for index, label in enumerate(labels))
    named = esc(_("申请进度"))
    put(f'<ol class="wl-steps" aria-label="{named}">{drawn}</ol>')


def _step(index: int, label: str, at: int) -> str:
    done = index < at
    here = ' aria-current="step"' if index == at else ""
    sign = "✓" if done else str(index + 1)
    finished = esc(_("已完成"))
    told = f'<span class="wl-hidden">{finished}</span>' if done else ""
    return (
        f'<li class="{"wl-done" if done else ""}"{here}>'
        f'<i aria-hidden="true">{sign}</i><span>{esc(label)}</span>{told}</li>'
    )


def timeline(moments: Sequence[Moment]) -> None:
    """What has happened, newest first or as given."""
    put(f'<ol class="wl-timeline">{"".join(_moment(moment) for moment in moments)}</ol>')


def reached(done: bool) -> Literal["done", "ahead"]:
    """The state of a moment that has come, or that has not."""
    return "done" if done else "ahead"


def review_stages(stages: Sequence[Moment], *, percent: int) -> None:
    """The review as it runs: a ring with how far it is, and its stages; announced politely."""
    label = esc(_("审核进度"))
    ring = (
        f'<div class="wl-ring" style="--done:{percent}" role="progressbar" aria-label="{label}" '
        f'aria-valuemin="0" aria-valuemax="100" aria-valuenow="{percent}">'
        f'<b class="wl-num">{percent}%</b></div>'
    )
    drawn = "".join(_moment(stage) for stage in stages)
    put(f'<div class="wl-review">{ring}<ol class="wl-timeline" aria-live="polite">{drawn}</ol></div>')


def _moment(moment: Moment) -> str:
    when = f"<time>{esc(moment.when)}</time>" if moment.when else ""
    detail = f"<p>{esc(moment.detail)}</p>" if moment.detail else ""
    here = ' aria-current="step"' if moment.state == "now" else ""
    return f'<li class="wl-{moment.state}"{here}><b>{esc(moment.title)}</b>{when}{detail}</li>'
