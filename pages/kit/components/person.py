"""The head of the page 我: who is shown, masked, with the first character on a coloured square."""

from pages.kit.components.markup import esc, put


def person_head(name: str, *, initial: str, line: str) -> None:
    """A masked name and one line under it."""
    put(
        f'<div class="wl-me"><i aria-hidden="true">{esc(initial)}</i>'
        f"<p><b>{esc(name)}</b><small>{esc(line)}</small></p></div>"
    )
