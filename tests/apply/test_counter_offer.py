"""The plan that was asked for: kept, cut to the limit, or declined."""

from hypothesis import given
from hypothesis import strategies as st

from weilidai_core.apply.counter_offer import Plan, offer
from weilidai_core.words import Outcome, RepaymentMethod

ASKED = Plan(principal_fen=8_000_00, tenor=6, method=RepaymentMethod.EQUAL_PRINCIPAL)


def test_it_works() -> None:
    made = offer(ASKED, limit_fen=8_000_00)

    assert made.outcome is Outcome.GRANTED
    assert made.offered == ASKED


def test_asking_for_more_than_the_limit_gives_an_offer_at_the_limit() -> None:
    made = offer(ASKED, limit_fen=7_950_00)

    assert made.outcome is Outcome.COUNTER_OFFERED
    assert made.offered == Plan(principal_fen=7_950_00, tenor=6, method=RepaymentMethod.EQUAL_PRINCIPAL)
    assert made.asked == ASKED


def test_without_a_limit_nothing_is_offered() -> None:
    made = offer(ASKED, limit_fen=0)

    assert made.outcome is Outcome.DECLINED
    assert made.offered is None


@given(
    principal=st.integers(1, 4000).map(lambda steps: steps * 50_00),
    limit=st.integers(0, 200).map(lambda steps: steps * 50_00),
    method=st.sampled_from(RepaymentMethod),
    tenor=st.sampled_from([3, 5, 6, 10, 12]),
)
def test_no_offer_is_above_the_limit_or_above_what_was_asked(
    principal: int, limit: int, method: RepaymentMethod, tenor: int
) -> None:
    made = offer(Plan(principal_fen=principal, tenor=tenor, method=method), limit_fen=limit)

    if made.offered:
        assert made.offered.principal_fen == min(principal, limit)
        assert (made.offered.tenor, made.offered.method) == (tenor, method)
    else:
        assert limit == 0
