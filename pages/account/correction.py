"""更正资料: what was handed in, as it stands, to be put right; nothing typed is lost."""

from pages.kit import components as ui
from pages.kit import session
from pages.kit.components.entries import Entry, chosen, written
from pages.kit.draft import draft, entered, keep, keeper
from pages.kit.i18n import _, say
from pages.kit.navigation import lead_on
from pages.kit.perform import perform, refusal
from weilidai_core.apply.actions import CorrectInformation
from weilidai_core.apply.information import TypedInformation
from weilidai_core.apply.views import corrections, information
from weilidai_core.keys import key_of
from weilidai_core.personal_data.views import my_data
from weilidai_core.world.views import read_history

FORM = "correction"
world = session.world()
if not my_data(world).can_correct:
    lead_on("personal_data", _("还没有提交过资料，没有可以更正的。"))
view = information(world)
typed = draft(world, FORM, view.defaults)
refused = refusal()
still = corrections(typed) if refused else None
wrong = {part.field: part.sentence for part in still.parts()} if still else {}


def _hand_in(key: str, defaults: dict[str, str]) -> None:
    now = entered(session.world(), FORM, defaults)
    keep(session.world(), FORM, **now)
    perform(CorrectInformation(typed=TypedInformation(**now)), key, then="personal_data")


def _entry(name: str) -> Entry:
    said = wrong.get(name)
    label = _(view.entries[name].label)
    return Entry(f"{FORM}_{name}", label, typed[name], "", say(said))


ui.paragraph(_("改好以后，今后都用新的资料；之前已经做出的审核结果和签好的合同不变。"))
with ui.card("work"):
    options = {value: _(label) for value, label in view.occupations.items()}
    chosen(_entry("occupation"), options=options, on_change=keeper(FORM, "occupation"))
    for field in ("employer", "monthly_income", "residence", "contact_name", "contact_mobile"):
        written(_entry(field), on_change=keeper(FORM, field))
if still:
    ui.refusal_note(say(still.sentence), next_step="")
ui.disclaimer()
natural = key_of(CorrectInformation(typed=TypedInformation()), read_history(world))
ui.primary(_("保存更正"), on_click=_hand_in, args=(natural, view.defaults))
