"""The buttons that carry a step: one primary in the footer, quieter ones beside or below it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import streamlit as st

from pages.kit import session
from pages.kit.components.markup import md
from pages.kit.session import Key


def footer() -> AbstractContextManager[Any]:
    """The bar at the foot of the phone, for this run; not from inside a fragment or a sheet."""
    foot: AbstractContextManager[Any] = session.get(Key.FOOT)
    return foot


def primary(
    label: str,
    *,
    on_click: Callable[..., None],
    args: tuple[Any, ...] = (),
    disabled: bool = False,
    key: str = "primary",
    here: bool = False,
) -> None:
    """The one primary button of a page, in its footer (`here`: where it is called, as in a sheet)."""
    if here:
        _button(label, key, "primary", on_click, args, disabled)
        return
    with footer():
        _button(label, key, "primary", on_click, args, disabled)


def secondary(
    label: str,
    *,
    on_click: Callable[..., None],
    args: tuple[Any, ...] = (),
    disabled: bool = False,
    key: str = "secondary",
    here: bool = True,
) -> None:
    """A quieter button where it is called, or below the primary one (`here=False`)."""
    if here:
        _button(label, key, "secondary", on_click, args, disabled)
        return
    with footer():
        _button(label, key, "tertiary", on_click, args, disabled)


def _button(
    label: str, key: str, kind: Any, on_click: Callable[..., None], args: tuple[Any, ...], disabled: bool
) -> None:
    st.button(
        md(label),
        key=key,
        type=kind,
        width="stretch",
        on_click=on_click,
        args=args,
        disabled=disabled,
        wrap=True,
    )
