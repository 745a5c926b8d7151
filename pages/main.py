"""The entry script: every run of every page comes through here.

Frame first, then the page inside it, so that a page change keeps the frame on the screen.
"""

from pages.kit import navigation, session, shell

shell.open_document()
session.restore()
shell.draw(navigation.register())
