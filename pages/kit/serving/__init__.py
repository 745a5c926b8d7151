"""How the app is served, for the launcher: its HTTP, the lab's door, and what makes many viewers cheap.

`by_turns`, `copied_once`, `introduced_once` and `sent_whole` each stand in for a method of Streamlit's own; a
test of each compares it with Streamlit's, or with what Streamlit's was when it was written.
"""
