"""可用额度: limit less what is still owed of the principal; what is repaid can be borrowed again."""

import pytest

from tests.worlds import choosing, do, draw, note_of, plan, repay_next, wait, walked
from weilidai_core.borrow.available_limit import AvailableLimit, available_limit_of
from weilidai_core.journey import Step
from weilidai_core.product import AmountNotBorrowable
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.settle.early_settlement import early_settlement
from weilidai_core.store import Store
from weilidai_core.world.views import read_history, today
from weilidai_core.world.world import World


def limit(world: World) -> AvailableLimit:
    """The limit as it stands."""
    found = available_limit_of(read_history(world))
    assert found is not None
    return found


def figures(world: World) -> tuple[int, int, int]:
    """Limit, used, available."""
    return limit(world).limit_fen, limit(world).used_fen, limit(world).available_fen


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.SIGN)

    assert figures(world) == (3_900_00, 3_000_00, 900_00)
    assert limit(world).daily_rate_ppm == 400
    assert limit(world).granted_on == today(world)


@pytest.mark.parametrize("until", [Step.WALLET, Step.ESTIMATE])
def test_before_the_decision_there_is_none(sqlite_store: Store, until: Step) -> None:
    assert available_limit_of(read_history(walked(sqlite_store, until=until))) is None


@pytest.mark.parametrize("who", ["indebted", "student", "uninvited", "recently-overdue"])
def test_who_is_not_granted_one_has_none(sqlite_store: Store, who: str) -> None:
    assert available_limit_of(read_history(walked(sqlite_store, who=who, until=Step.SETTLE))) is None


def test_a_plan_that_is_not_signed_uses_nothing(store: Store) -> None:
    assert figures(walked(store, until=Step.CONTRACT)) == (3_900_00, 0, 3_900_00)


def test_only_principal_counts_not_interest(store: Store) -> None:
    world = walked(store, until=Step.SIGN)

    wait(world, 20)

    assert figures(world) == (3_900_00, 3_000_00, 900_00)


def test_repaid_principal_can_be_borrowed_again(store: Store) -> None:
    world = walked(store, until=Step.SIGN)

    repay_next(world)

    principal = note_of(world).rows[0].principal_fen
    assert figures(world) == (3_900_00, 3_000_00 - principal, 900_00 + principal)


def test_a_settled_loan_uses_nothing(store: Store) -> None:
    assert figures(walked(store, until=Step.SETTLE)) == (3_900_00, 0, 3_900_00)


def test_several_loans_use_it_together(store: Store) -> None:
    world = walked(store, until=Step.SIGN, plan=plan(1_000_00))

    draw(world, 500_00)
    draw(world, 350_00)

    assert figures(world) == (3_900_00, 1_850_00, 2_050_00)


def test_what_is_above_the_rest_is_refused_in_whole_steps(store: Store) -> None:
    world = walked(store, until=Step.REPAY)
    available = limit(world).available_fen
    assert available % 50_00

    with pytest.raises(AmountNotBorrowable) as refused:
        do(world, choosing(available // 50_00 * 50_00 + 50_00))

    assert refused.value.facts["most_fen"] == available // 50_00 * 50_00


def test_after_settling_the_whole_limit_is_there_again(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    wait(world, 1)
    total = early_settlement(note_of(world), on=today(world)).total_fen
    do(world, SettleEarly(loan_note=note_of(world).number, total_fen=total))

    assert draw(world, 3_900_00).outstanding_fen == 3_900_00
    assert figures(world) == (3_900_00, 3_900_00, 0)
