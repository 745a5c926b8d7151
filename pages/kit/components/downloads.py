"""Something to take along: a file with exactly the text on the screen. Law: its values are masked already."""

import streamlit as st

from pages.kit.components.markup import md


def download(
    label: str, *, text: str | bytes, name: str, key: str = "download", mime: str = "text/markdown"
) -> None:
    """A button that saves `text` under `name`, byte for byte, so that its SHA-256 stays what it is."""
    st.download_button(
        md(label),
        text.encode() if isinstance(text, str) else text,
        file_name=name,
        mime=mime,
        key=key,
        icon=":material/download:",
        on_click="ignore",
        width="stretch",
        wrap=True,
    )
