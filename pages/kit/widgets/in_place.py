"""HTML of our own that changes where it stands, for what follows a slider.

`st.html` replaces all of it at every step: what was opened closes, and the browser styles everything anew.
"""

from pages.kit.widgets.parts import part_of_page

_in_place = part_of_page("in_place")


def in_place(html: str, *, key: str) -> None:
    """Draw `html`; at the next run only what differs is changed. Every value in it has gone through `esc`."""
    # In a list: in a dictionary Streamlit asks of every value whether it is a table.
    _in_place(key=key, data=[{"html": html}])
