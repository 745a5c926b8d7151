"""Who is shown: the head of the page 我, and the sample person in the menu and the presenter's panel."""

from pages.kit.components.markup import esc, put
from pages.kit.i18n import _


def person_head(name: str, *, initial: str, line: str) -> None:
    """A masked name and one line under it, with the first character on a coloured square."""
    put(
        f'<div class="wl-me"><i aria-hidden="true">{esc(initial)}</i>'
        f"<p><b>{esc(name)}</b><small>{esc(line)}</small></p></div>"
    )


def person_card(name: str, *, line: str, pin: str) -> None:
    """A sample person, who they are in one line, and their signing PIN; for who presents, never in a page."""
    told = f"<small>{esc(line)}</small>" if line else ""
    named = esc(_("签署 PIN"))
    code = f'<span class="wl-pin">{named} <b class="wl-num">{esc(pin)}</b></span>' if pin else ""
    put(
        f'<div class="wl-person"><i aria-hidden="true">{esc(name[:1])}</i>'
        f"<p><b>{esc(name)}</b>{told}</p>{code}</div>"
    )
