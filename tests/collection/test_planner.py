"""No contact ever breaks a rule and each names the one that allowed it: in random lives, rule by rule."""

from collections import Counter
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from tests.collection.lives import FIRST_DAY, Life, breaches, live, press
from weilidai_core.collection.case import HOURS, Case, Contact, is_missing
from weilidai_core.collection.planner import moments, next_contact
from weilidai_core.collection.rules import ALLOWED, FORBIDDEN, RULES, Allows, allowed_by, broken_by
from weilidai_core.collection.stages import STAGES, stage_of
from weilidai_core.words import CallWindow, ContactOutcome, ContactWay

# The other 9,700 are lived in `tests/soak`.
LIVES = 300
ON = date(2026, 10, 1)
SMS, CALL, LOCATE, VISIT = ContactWay
REACHED, UNANSWERED, REFUSED = ContactOutcome.REACHED, ContactOutcome.UNANSWERED, ContactOutcome.REFUSED


def case(days_past_due: int = 31, **facts: object) -> Case:
    """A case on 1 October."""
    return replace(Case(ON, days_past_due), **facts)


def meant(way: ContactWay = CALL, at: time = time(10)) -> Contact:
    """A contact that is meant on 1 October."""
    return Contact(ON, at, way)


def called(*outcomes: ContactOutcome, days_ago: int = 0, way: ContactWay = CALL) -> tuple[Contact, ...]:
    """Contacts on one day, an hour apart."""
    on = ON - timedelta(days=days_ago)
    return tuple(Contact(on, time(9 + hour), way, outcome) for hour, outcome in enumerate(outcomes))


MISSING = (*called(UNANSWERED, days_ago=9), *called(UNANSWERED, days_ago=6), *called(UNANSWERED, days_ago=2))


def test_it_works() -> None:
    planned = next_contact(case(days_past_due=2), ())

    assert planned is not None
    assert (planned.contact.way, planned.contact.at, planned.stage, planned.rule) == (
        SMS,
        time(10),
        1,
        "S1-SMS",
    )
    assert (
        next_contact(case(days_past_due=2), (planned.contact._replace(outcome=ContactOutcome.SENT),)) is None
    )


def test_no_contact_breaks_a_rule_in_random_overdue_lives_and_each_names_its_rule() -> None:
    lives = [live(seed) for seed in range(LIVES)]

    assert [breach for life in lives for breach in breaches(life)] == []
    named = Counter(rule for life in lives for _contact, _case, rule in life.made)
    # The lives are worth something only if every way of every stage occurs in them.
    assert set(named) == {rule.id for rule in ALLOWED}


def test_the_rules_hold_also_against_someone_who_tries_every_way_at_every_hour() -> None:
    lives = [press(seed) for seed in range(60)]

    assert [breach for life in lives for breach in breaches(life)] == []
    calls = Counter(
        (seed, one.on) for seed, life in enumerate(lives) for one in life.contacts if one.way is CALL
    )
    # They do come up to the limits, or the limits would not have been tried.
    assert max(calls.values()) >= 6


def test_the_rule_that_is_named_is_the_one_of_the_stage_and_the_way() -> None:
    for life in (live(seed) for seed in range(40)):
        for contact, then, rule in life.made:
            allowing = RULES[rule]
            assert isinstance(allowing, Allows)
            stage = stage_of(then)
            assert stage is not None
            assert (allowing.way, allowing.stage) == (contact.way, stage.number)


def test_the_same_life_is_planned_the_same_again() -> None:
    assert live(7).made == live(7).made


def test_the_judge_notices_a_life_in_which_a_rule_was_broken() -> None:
    broken = Life(made=[(Contact(ON, time(23), SMS, ContactOutcome.SENT), case(), "S2-SMS")])

    assert breaches(broken) == [f"{ON} 23:00:00 sms: at night"]


@pytest.mark.parametrize(
    ("rule", "contact", "now", "before"),
    [
        ("C-01", meant(at=time(7, 59)), case(), ()),
        ("C-01", meant(at=time(22)), case(), ()),
        ("C-01", meant(SMS, time(22, 30)), case(window=CallWindow.NIGHT), ()),
        ("C-01", meant(at=time(23)), case(window=CallWindow.NIGHT), ()),
        ("C-02", meant(at=time(10)), case(window=CallWindow.NOON), ()),
        ("C-03", meant(at=time(20)), case(), called(REACHED, REACHED, REACHED)),
        ("C-04", meant(at=time(20)), case(), called(*[UNANSWERED] * 6)),
        ("C-04", meant(LOCATE, time(20)), case(), (*MISSING, *called(*[UNANSWERED] * 6, way=LOCATE))),
        ("C-05", meant(LOCATE), case(), ()),
        ("C-05", meant(LOCATE), case(seen_on=ON - timedelta(days=3)), MISSING),
        ("C-05", meant(LOCATE), case(), (*MISSING, *called(REACHED, days_ago=1))),
        ("C-06", meant(LOCATE), case(), (*called(REFUSED, days_ago=40, way=LOCATE), *MISSING)),
        ("C-07", meant(), case(is_disputed=True), ()),
        ("C-08", meant(), case(has_plan=True), ()),
        ("C-09", meant(), case(days_past_due=1), ()),
        ("C-10", meant(VISIT, time(18)), case(100), ()),
        ("C-10", meant(VISIT, time(8, 30)), case(100), ()),
        ("C-10", meant(VISIT, time(10)), case(100), called(UNANSWERED, days_ago=6, way=VISIT)),
    ],
)
def test_each_rule_forbids_what_it_says(
    rule: str, contact: Contact, now: Case, before: tuple[Contact, ...]
) -> None:
    assert rule in broken_by(contact, now, before)


def test_every_rule_that_forbids_has_been_seen_to_forbid() -> None:
    marks = test_each_rule_forbids_what_it_says.pytestmark  # type: ignore[attr-defined]

    assert {each[0] for mark in marks for each in mark.args[1]} == {rule.id for rule in FORBIDDEN}


@pytest.mark.parametrize(
    ("contact", "now", "before"),
    [
        (meant(at=time(8)), case(), ()),
        (meant(at=time(21, 59)), case(), ()),
        (meant(at=time(22, 30)), case(window=CallWindow.NIGHT), ()),
        (meant(at=time(20)), case(), called(REACHED, REACHED)),
        (meant(at=time(20)), case(), called(*[UNANSWERED] * 5)),
        (meant(), case(), called(*[UNANSWERED] * 6, days_ago=1)),
        (meant(LOCATE), case(), MISSING),
        (meant(LOCATE), case(seen_on=ON - timedelta(days=14)), MISSING),
        (meant(VISIT, time(10)), case(100), called(UNANSWERED, days_ago=7, way=VISIT)),
        (meant(), case(days_past_due=2), ()),
    ],
)
def test_what_lies_just_inside_the_rules_is_allowed(
    contact: Contact, now: Case, before: tuple[Contact, ...]
) -> None:
    assert broken_by(contact, now, before) == ()


@pytest.mark.parametrize(
    ("days", "stage"), [(0, 0), (1, 0), (2, 1), (30, 1), (31, 2), (90, 2), (91, 3), (400, 3)]
)
def test_the_stages_begin_after_the_grace_day_and_after_30_and_90_days(days: int, stage: int) -> None:
    found = stage_of(case(days))

    assert (found.number if found else 0) == stage


def test_every_way_of_every_stage_has_the_rule_that_allows_it() -> None:
    meant_in_stages = {(stage.number, way) for stage in STAGES for way in stage.ways}

    assert {(rule.stage, rule.way) for rule in ALLOWED} == meant_in_stages
    assert all(rule.id in RULES and rule.source for rule in (*ALLOWED, *FORBIDDEN))


def test_a_rule_from_outside_says_since_when() -> None:
    assert {rule.id for rule in FORBIDDEN if rule.since} == {"C-01", "C-03", "C-04", "C-05", "C-06"}


def test_nobody_calls_the_contact_of_someone_who_opened_the_app() -> None:
    assert is_missing(case(), MISSING)
    assert not is_missing(case(seen_on=ON), MISSING)


def test_a_way_that_the_stage_does_not_have_is_not_allowed() -> None:
    assert allowed_by(LOCATE, case(5)) is None
    assert allowed_by(VISIT, case(89)) is None
    assert allowed_by(SMS, case(3)) is None


@pytest.mark.parametrize("window", CallWindow)
def test_every_moment_lies_in_its_window(window: CallWindow) -> None:
    start, end = HOURS[window]

    assert all(start <= at < end for at in moments(window))
    assert len(moments(window)) >= 2


def test_an_unanswered_day_ends_after_the_dials_of_its_stage() -> None:
    made: tuple[Contact, ...] = ()
    while (planned := next_contact(case(days_past_due=35), made)) is not None:
        made = (*made, planned.contact._replace(outcome=UNANSWERED))

    assert [contact.way for contact in made] == [CALL] * 3


def test_enough_is_enough_once_the_borrower_was_reached() -> None:
    reached = called(REACHED, REACHED)

    assert next_contact(case(days_past_due=35), reached) is None
    assert (
        next_contact(case(days_past_due=8), (*called(ContactOutcome.SENT, way=SMS), *called(REACHED))) is None
    )


def test_it_begins_when_nothing_was_done_before() -> None:
    assert live(1).cases[0].on == FIRST_DAY
