"""The entry script: every run of every page comes through here.

Frame first, then the page inside it, so that a page change keeps the frame on the screen.
"""

from pages.kit import navigation, session, shell
from weilidai_core.logbook import fault_of

shell.open_document()
try:
    session.restore()
    closed = None
except Exception as refusal:
    # No world can be opened now (the database is busy, a scene has no such name): said inside the frame.
    closed = fault_of(refusal, place="world")
shell.draw(navigation.register(), closed=closed)
