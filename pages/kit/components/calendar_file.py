"""The repayment calendar of a loan note, to keep: one event an instalment, taken again after a change."""

from pages.kit.components.cells import card
from pages.kit.components.downloads import download
from pages.kit.components.text import paragraph
from pages.kit.i18n import _, lang
from weilidai_core.notices.views import repayment_calendar
from weilidai_core.world.world import World


def calendar_download(world: World, *, number: str) -> None:
    """The button that saves the calendar of a loan note, and what it is good for."""
    file = repayment_calendar(world, number=number, lang=lang())
    with card("calendar"):
        download(
            _("下载还款日历"), text=file.content, name=file.name, key="calendar_file", mime="text/calendar"
        )
        paragraph(
            _("每期一个日程，提前 3 天和 1 天提醒。提前还款或结清后再下载一次，同一日程会更新或取消。"),
            small=True,
        )
