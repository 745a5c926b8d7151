"""通知设置: what can be switched off, what cannot and why, and the hours in which nothing rings."""

from functools import partial

from pages.kit import components as ui
from pages.kit import session
from pages.kit.components.notices import clock, switch
from pages.kit.i18n import _
from pages.kit.perform import ready
from pages.kit.refusals import show_refusal
from weilidai_core.notices.preferences import QUIET_FROM_CHOICES, QUIET_TO_CHOICES
from weilidai_core.notices.views import TopicChoices, notice_preferences

view = notice_preferences(session.world())


def draw(topic: TopicChoices) -> None:
    """One topic with its channels."""
    with ui.card(f"topic_{topic.topic.value}"):
        ui.section(_(topic.label))
        for one in topic.channels:
            switch(
                _(one.label),
                is_on=one.is_on,
                key=f"{topic.topic.value}_{one.channel.value}",
                on_change=ready(view.toggled(topic.topic, one.channel), then=None),
                locked=not one.may_change,
            )
        ui.paragraph(_(topic.why), small=True)


def quiet(value: str, *, begins: bool) -> None:
    """Another begin or end of the quiet time."""
    ready(view.with_quiet(value, begins=begins), then=None)()


show_refusal()
with ui.card("quiet"):
    ui.section(_("安静时段"))
    ui.choice(
        _("从"),
        options={clock(at): clock(at) for at in QUIET_FROM_CHOICES},
        value=clock(view.chosen.quiet_from),
        key="quiet_from",
        on_change=partial(quiet, begins=True),
    )
    ui.choice(
        _("到次日"),
        options={clock(at): clock(at) for at in QUIET_TO_CHOICES},
        value=clock(view.chosen.quiet_to),
        key="quiet_to",
        on_change=partial(quiet, begins=False),
    )
    ui.paragraph(_("这段时间里不发推送、短信和语音，等到结束再送。站内消息不出声，随时可看。"), small=True)
for each in view.topics:
    draw(each)
ui.note("quiet", _("推送、短信和语音都是模拟的，不会发给任何人。"))
ui.disclaimer()
