"""The income that counts: the confirmed one, or seven tenths of what nobody confirms."""

from hypothesis import given
from hypothesis import strategies as st

from weilidai_core.apply.income import counted_income
from weilidai_core.world.profile import Known, Source


def confirmed(amount_fen: int) -> Known[int]:
    return Known[int](value=amount_fen, source=Source.TAX)


def test_it_works() -> None:
    counted = counted_income(6_500_00, confirmed=confirmed(6_500_00))

    assert (counted.declared_fen, counted.counted_fen, counted.source) == (6_500_00, 6_500_00, Source.TAX)


def test_declaring_more_than_a_source_has_seen_changes_nothing() -> None:
    assert counted_income(60_000_00, confirmed=confirmed(6_500_00)).counted_fen == 6_500_00


def test_declaring_less_than_a_source_has_seen_is_believed() -> None:
    assert counted_income(5_000_00, confirmed=confirmed(6_500_00)).counted_fen == 5_000_00


def test_what_nobody_confirms_counts_for_seven_tenths() -> None:
    assert counted_income(5_600_00, confirmed=None).counted_fen == 3_920_00


@given(declared=st.integers(1, 1_000_000_00), seen=st.none() | st.integers(0, 1_000_000_00))
def test_never_more_counts_than_was_declared_and_never_nothing(declared: int, seen: int | None) -> None:
    counted = counted_income(declared, confirmed=None if seen is None else confirmed(seen))

    assert 1 <= counted.counted_fen <= declared
