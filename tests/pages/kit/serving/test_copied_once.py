"""A copied stack of containers is the one Streamlit makes, its parents shared as they are in the stack."""

from copy import deepcopy

import pytest
from streamlit.cursor import RunningCursor
from streamlit.delta_generator import DeltaGenerator
from streamlit.proto.RootContainer_pb2 import RootContainer

from pages.kit.serving import copied_once

Stack = tuple[DeltaGenerator, ...]


def stack_of(depth: int) -> Stack:
    """Containers in each other, each with something drawn in it already."""
    stack: list[DeltaGenerator] = []
    for level in range(depth):
        cursor = RunningCursor(root_container=RootContainer.MAIN, parent_path=(1,) * level)
        cursor.lock_element()
        stack.append(
            DeltaGenerator(RootContainer.MAIN, cursor, stack[-1] if stack else None, block_type="vertical")
        )
        stack[-1]._creating_fragment_id = f"fragment {level}"
    return tuple(stack)


def seen(stack: Stack) -> list[object]:
    """All that decides where something goes that is drawn in these containers."""
    return [
        (
            each._root_container,
            each._cursor.delta_path,
            each._block_type,
            each._form_data,
            each._creating_fragment_id,
            len(list(each._ancestors)),
        )
        for each in stack
        if each._cursor is not None
    ]


@pytest.fixture(autouse=True)
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the launcher does it, for these tests only."""
    monkeypatch.setattr(DeltaGenerator, "__deepcopy__", DeltaGenerator.__deepcopy__)


def test_it_works() -> None:
    stack = stack_of(6)
    theirs = deepcopy(stack)

    copied_once.share_parents()
    ours = deepcopy(stack)

    assert seen(ours) == seen(theirs) == seen(stack)
    assert [each._parent for each in ours] == [None, *ours[:-1]]
    assert not {id(each) for each in ours} & {id(each) for each in stack}


def test_what_is_drawn_in_a_copy_leaves_the_stack_as_it_was() -> None:
    stack = stack_of(3)
    before = seen(stack)
    copied_once.share_parents()
    copied = deepcopy(stack)

    for each in copied:
        assert each._cursor is not None
        each._cursor.lock_element()

    assert seen(stack) == before
    assert seen(copied) != before
