"""客服: a conversation whose answers carry the account's own figures, and what can be asked right now.

Law: a question by button is said in the chosen language, a typed one as it was typed; nothing is made up.
"""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.asking import question_line
from pages.kit.i18n import _, say
from pages.kit.perform import perform, ready, refusal
from pages.kit.refusals import told
from pages.kit.widgets.latest import latest
from weilidai_core.help.actions import AskServiceDesk
from weilidai_core.help.answers import Said
from weilidai_core.help.views import Turn, conversation
from weilidai_core.keys import key_of
from weilidai_core.world.views import read_history

ALL = "all-questions"
world = session.world()
view = conversation(world)
buttons = {
    question.intent.value: ready(AskServiceDesk(question=question.wording), then=None)
    for question in view.offered
}
buttons[ALL] = partial(session.keep_typed, ALL, "shown")


def answered(said: Said) -> ui.Bubble:
    """An answer, its sentences one under the other."""
    return ui.Bubble("\n".join(say(each) for each in said))


def asked(turn: Turn) -> ui.Bubble:
    """A question, in the words of its button or as it was typed."""
    return ui.Bubble(_(turn.question) if turn.is_button else turn.question, mine=True)


def ask(text: str) -> bool:
    """Ask in one's own words; whether the question was taken."""
    request = AskServiceDesk(question=text)
    perform(request, key_of(request, read_history(world)), then=None)
    return refusal() is None


said = [answered(view.greeting)]
for on, turns in view.by_day:
    for turn in turns:
        said += [asked(turn), answered(turn.said)]
    ui.bubbles(said, when=figures.day(on))
    said = []
questions = view.offered if session.typed(ALL) else view.at_hand
chips = [(question.intent.value, _(question.wording)) for question in questions]
if questions is not view.offered:
    chips.append((ALL, _("更多问题")))
ui.chips(chips, key="questions", on_click=lambda name: buttons[name]())
latest(view.asked, key="latest")
question_line(_("输入您的问题"), on_ask=ask, hint=_("请输入您的问题"), refused=told())
