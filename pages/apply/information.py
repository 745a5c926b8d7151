"""完善信息: what a source knows is filled in and says so; the rest is typed, and nothing typed is lost."""

from pages.kit import components as ui
from pages.kit import session
from pages.kit.components.entries import Entry, Kind, chosen, written
from pages.kit.components.offering import application_steps
from pages.kit.draft import draft, entered, keep, keeper
from pages.kit.i18n import _, say
from pages.kit.perform import perform, refusal, require
from weilidai_core.apply.actions import CompleteInformation
from weilidai_core.apply.information import TypedInformation
from weilidai_core.apply.views import corrections, information
from weilidai_core.journey import Step
from weilidai_core.keys import key_of
from weilidai_core.world.views import read_history

FORM = "information"


def _hand_in(key: str, defaults: dict[str, str]) -> None:
    typed = entered(session.world(), FORM, defaults)
    keep(session.world(), FORM, **typed)
    perform(CompleteInformation(typed=TypedInformation(**typed)), key)


def _entry(name: str) -> Entry:
    field, text = view.entries[name], typed[name]
    told, said = field.told(text), wrong.get(name)
    return Entry(f"{FORM}_{name}", _(field.label), text, say(told), say(said))


def _written(name: str, hint: str = "", kind: Kind = "default") -> None:
    written(_entry(name), on_change=keeper(FORM, name), hint=hint, kind=kind)


def _chosen(name: str, labels: dict[str, str]) -> None:
    options = {value: _(label) for value, label in labels.items()}
    chosen(_entry(name), options=options, on_change=keeper(FORM, name))


world = require(Step.INFORMATION)
view = information(world)
typed = draft(world, FORM, view.defaults)
refused = refusal()
# Once handed in, the form is looked at again with every change, so that a corrected field is quiet at once.
still = corrections(typed) if refused and refused.field in typed else None
wrong = {part.field: part.sentence for part in still.parts() if part.field} if still else {}

application_steps(1)
ui.paragraph(_("知道的已经替您填好，可以改。随时离开，填的内容都会留着。"))
with ui.card("work"):
    ui.section(_("工作与收入"))
    _chosen("occupation", view.occupations)
    _written("employer", _("工作的单位，自由接单也可以写"))
    _written("monthly_income", _("每月税前，单位：元"))
with ui.card("contact"):
    ui.section(_("居住与联系人"))
    ui.paragraph(_("联系人只在找不到您本人时用来取得联系，不会告诉对方您的借款。"), small=True)
    _written("residence", _("省、市和详细地址"))
    _written("contact_name")
    _written("contact_mobile", _("154 开头的样例号码"), "phone")
with ui.card("purpose"):
    _chosen("purpose", view.purposes)
    ui.paragraph(_(view.not_for), small=True)
ui.disclaimer()

if still:
    labels = _("、").join(_(view.entries[name].label) for name in wrong)
    with ui.footer():
        ui.refusal_note(say(still.sentence), next_step=labels)
elif refused and refused.field not in typed:
    ui.refusal_note(refused.text, next_step=refused.next_step)
key = key_of(CompleteInformation(typed=TypedInformation()), read_history(world))
ui.primary(_("下一步"), on_click=_hand_in, args=(key, view.defaults))
