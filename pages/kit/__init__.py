"""The kit every page is drawn with: frame, navigation, components, widgets. Never a page itself."""
