"""The sample people: who they are is fixed, nobody real is among them, and what is expected follows."""

from datetime import date

import pytest

from weilidai_core.apply.assessment import Assessment, assess
from weilidai_core.apply.counter_offer import offer
from weilidai_core.apply.estimate import estimate
from weilidai_core.apply.identity import born_on, check_identity, check_mobile
from weilidai_core.apply.information import check_information
from weilidai_core.product import terms_on
from weilidai_core.risk.bureau import SimulatedBureau
from weilidai_core.scenarios.personas import PERSONAS, Expected, Persona, PersonaUnknown, persona
from weilidai_core.trust.pin import check_pin
from weilidai_core.words import Outcome

everyone = pytest.mark.parametrize("one", PERSONAS, ids=lambda one: one.name)


def assessed(one: Persona) -> Assessment:
    return assess(
        one.profile,
        information=check_information(one.typed),
        report=SimulatedBureau().report(one.profile),
        on=one.first_day,
    )


def test_it_works() -> None:
    assert persona("steady").name == "steady"


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(PersonaUnknown) as refused:
        persona("nobody")

    assert all(one.name in str(refused.value.facts["known"]) for one in PERSONAS)


def test_the_people_are_the_same_on_any_machine() -> None:
    # Faker's lists change between versions; the lock fixes them, and this test notices.
    assert [(one.name, one.profile.person.name, one.typed.contact_name) for one in PERSONAS] == [
        ("first-timer", "周婷婷", "李秀芳"),
        ("shopkeeper", "杨志强", "潘雪梅"),
        ("steady", "徐梅", "王军"),
        ("gig-worker", "杨龙", "刘杰"),
        ("indebted", "周旭", "冯玲"),
        ("student", "武丹丹", "陈建"),
        ("uninvited", "易凯", "谢超"),
        ("recently-overdue", "宋娜", "钟涛"),
    ]
    assert persona("first-timer").typed.employer == "昊嘉科技有限公司（样例）"


@pytest.mark.parametrize(
    ("name", "score_hundredths", "limit_fen", "rate_ppm"),
    [
        ("first-timer", 74_55, 3_900_00, 400),
        ("shopkeeper", 73_82, 7_200_00, 400),
        ("steady", 97_00, 10_000_00, 200),
        ("gig-worker", 59_27, 1_150_00, 450),
        ("indebted", 46_73, 0, 0),
        ("student", 63_91, 0, 0),
        ("recently-overdue", 52_45, 0, 0),
    ],
)
def test_each_persons_score_and_limit_are_known(
    name: str, score_hundredths: int, limit_fen: int, rate_ppm: int
) -> None:
    found = assessed(persona(name))

    assert found.score.hundredths == score_hundredths
    assert (found.limit.limit_fen, found.limit.daily_rate_ppm) == (limit_fen, rate_ppm)


@everyone
def test_what_is_expected_follows_from_the_rules(one: Persona) -> None:
    outcome = offer(one.plan, limit_fen=assessed(one).limit.limit_fen).outcome
    expected = {
        Outcome.GRANTED: Expected.GRANTED,
        Outcome.COUNTER_OFFERED: Expected.COUNTER_OFFERED,
        Outcome.DECLINED: Expected.DECLINED,
    }

    # Without an invitation nothing is assessed, however good the figures are.
    assert one.expected is (expected[outcome] if one.profile.invited else Expected.NOT_INVITED)


@pytest.mark.parametrize(
    ("name", "rule"),
    [("indebted", "high-debt"), ("student", "student"), ("recently-overdue", "recent-overdue")],
)
def test_each_decline_has_the_reason_it_was_made_for(name: str, rule: str) -> None:
    assert assessed(persona(name)).limit.decided_by == rule


@everyone
def test_everyone_passes_the_identity_check_and_belongs_to_nobody(one: Persona) -> None:
    check_identity(one.profile.person, on=one.first_day)
    check_mobile(one.typed.contact_mobile)


def test_no_two_people_share_a_number() -> None:
    people = [one.profile.person for one in PERSONAS]
    mobiles = [person.mobile for person in people] + [one.typed.contact_mobile for one in PERSONAS]

    assert len({person.id_number for person in people}) == len(people)
    assert len({person.card_number for person in people}) == len(people)
    assert len(set(mobiles)) == len(mobiles)
    assert len({one.pin for one in PERSONAS}) == len(PERSONAS)


@everyone
def test_everyones_pin_can_be_set(one: Persona) -> None:
    check_pin(one.pin)


@everyone
def test_everyones_plan_is_one_the_product_offers_within_their_estimate(one: Persona) -> None:
    terms = terms_on(one.first_day)
    found = estimate(one.profile, information=check_information(one.typed), on=one.first_day)

    terms.check_tenor(one.plan.tenor, method=one.plan.method)
    if found.is_possible:
        terms.check_amount(one.plan.principal_fen, available_fen=found.high_fen)


@everyone
def test_everyones_story_begins_after_the_disclosure_rule_came_into_force(one: Persona) -> None:
    assert one.first_day >= date(2026, 8, 1)


@everyone
def test_the_ages_in_the_descriptions_are_right(one: Persona) -> None:
    born = born_on(one.profile.person.id_number)
    age = one.first_day.year - born.year - ((one.first_day.month, one.first_day.day) < (born.month, born.day))

    assert f"{age} 岁" in one.who


@everyone
def test_the_wallet_was_opened_in_their_lifetime_and_before_the_story(one: Persona) -> None:
    opened = one.profile.wallet.opened_on

    assert born_on(one.profile.person.id_number) < opened < one.first_day


@everyone
def test_every_invented_place_of_work_says_that_it_is_one(one: Persona) -> None:
    assert "样例" in one.typed.employer or one.name == "gig-worker"
