"""Random overdue lives for the planner, and a judge who knows the rules but not the planner."""

import random
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from weilidai_core.collection.case import Case, Contact
from weilidai_core.collection.planner import Planned, next_contact
from weilidai_core.collection.rules import allowed_by, broken_by
from weilidai_core.words import CallWindow, ContactOutcome, ContactWay

FIRST_DAY = date(2026, 9, 1)
OUTCOMES = {
    ContactWay.SMS: (ContactOutcome.SENT,),
    ContactWay.CALL: (ContactOutcome.REACHED, ContactOutcome.UNANSWERED, ContactOutcome.UNANSWERED),
    ContactWay.LOCATE: (ContactOutcome.REACHED, ContactOutcome.UNANSWERED, ContactOutcome.REFUSED),
    ContactWay.VISIT: (ContactOutcome.REACHED, ContactOutcome.UNANSWERED),
}
# By day to everyone; after that only calls, and only to who asked for the hour from 22:00.
OPEN_FROM, OPEN_TO, LATE_TO = time(8), time(22), time(23)


@dataclass
class Life:
    """One overdue life: the cases of its days, and every contact with its case and its rule."""

    cases: list[Case] = field(default_factory=list)
    made: list[tuple[Contact, Case, str]] = field(default_factory=list)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """The contacts alone."""
        return tuple(contact for contact, _case, _rule in self.made)


def live(seed: int, *, days: int | None = None) -> Life:
    """A life from its seed: days past due, disputes, plans, wishes, and who picks up, all by chance."""
    chance = random.Random(seed)
    life = Life()
    picks_up = chance.choice((0.0, 0.0, 0.3, 0.9))
    case = Case(FIRST_DAY, days_past_due=chance.choice((0, 1, 1, 20, 28, 60, 88, 100)))
    for _day in range(days or chance.randint(10, 45)):
        life.cases.append(case)
        _spend(life, case, chance, picks_up)
        case = _tomorrow(case, chance)
    return life


def press(seed: int) -> Life:
    """A life in which somebody tries every way at every hour; made is what the rules let through."""
    chance = random.Random(seed)
    life = Life()
    case = Case(FIRST_DAY, days_past_due=chance.choice((1, 2, 29, 31, 60, 90, 95)))
    for _day in range(chance.randint(5, 20)):
        life.cases.append(case)
        for minutes in sorted(chance.sample(range(24 * 60), 40)):
            way = chance.choice((*ContactWay, ContactWay.CALL, ContactWay.CALL))
            meant = Contact(case.on, time(minutes // 60, minutes % 60), way)
            rule = allowed_by(way, case)
            if rule is not None and not broken_by(meant, case, life.contacts):
                made, _rule = _made(Planned(meant, 0, rule), chance, chance.choice((0.0, 0.6)))
                life.made.append((made, case, rule))
        case = _tomorrow(case, chance)
    return life


def _spend(life: Life, case: Case, chance: random.Random, picks_up: float) -> None:
    while (planned := next_contact(case, life.contacts)) is not None:
        contact, rule = _made(planned, chance, picks_up)
        life.made.append((contact, case, rule))
        # A borrower may do anything between two contacts of a day; from then on it holds.
        if chance.random() < 0.02:
            case = replace(case, is_disputed=True)
        if chance.random() < 0.02:
            case = replace(case, has_plan=True)


def _made(planned: Planned, chance: random.Random, picks_up: float) -> tuple[Contact, str]:
    outcomes = OUTCOMES[planned.contact.way]
    reached = ContactOutcome.REACHED in outcomes and chance.random() < picks_up
    outcome = ContactOutcome.REACHED if reached else chance.choice(outcomes)
    if not picks_up and planned.contact.way is ContactWay.CALL:
        outcome = ContactOutcome.UNANSWERED
    return planned.contact._replace(outcome=outcome), planned.rule


def _tomorrow(case: Case, chance: random.Random) -> Case:
    repaid = chance.random() < 0.01
    seen = chance.random() < 0.05
    return replace(
        case,
        on=case.on + timedelta(days=1),
        days_past_due=0 if repaid else case.days_past_due + 1,
        window=chance.choice(tuple(CallWindow)) if chance.random() < 0.05 else case.window,
        is_disputed=chance.random() < (0.85 if case.is_disputed else 0.03),
        has_plan=chance.random() < (0.9 if case.has_plan else 0.02),
        seen_on=case.on if seen else case.seen_on,
    )


def breaches(life: Life) -> list[str]:
    """What is wrong with the contacts of a life, written from the rules' words and not from the planner's."""
    wrong: list[str] = []
    reached: Counter[date] = Counter()
    unanswered: Counter[tuple[date, ContactWay]] = Counter()
    refused = False
    visits: list[date] = []
    for number, (contact, case, rule) in enumerate(life.made):
        on, at, way = contact.on, contact.at, contact.way
        agreed = case.window is CallWindow.NIGHT and way is ContactWay.CALL and OPEN_TO <= at < LATE_TO
        told = {
            "at night": not (OPEN_FROM <= at < OPEN_TO or agreed),
            "in the grace days": case.days_past_due <= case.grace_days,
            "while disputed": case.is_disputed,
            "during a plan": case.has_plan,
            "a fourth effective call": way is ContactWay.CALL and reached[on] >= 3,
            "a seventh dial": way in (ContactWay.CALL, ContactWay.LOCATE) and unanswered[on, way] >= 6,
            "after a refusal": way is ContactWay.LOCATE and refused,
            "a contact of someone who is not missing": way is ContactWay.LOCATE
            and not _missing(life.contacts[:number], case),
            "a visit before stage 3": way is ContactWay.VISIT and case.days_past_due <= 90,
            "a contact person before stage 2": way is ContactWay.LOCATE and case.days_past_due <= 30,
            "a visit too soon": way is ContactWay.VISIT and any((on - each).days < 7 for each in visits),
            "a visit at a wrong hour": way is ContactWay.VISIT and not time(9) <= at < time(18),
            "no rule": not rule,
        }
        wrong += [f"{on} {at} {way}: {what}" for what, is_so in told.items() if is_so]
        reached[on] += way is ContactWay.CALL and contact.outcome is ContactOutcome.REACHED
        unanswered[on, way] += contact.outcome is ContactOutcome.UNANSWERED
        refused |= way is ContactWay.LOCATE and contact.outcome is ContactOutcome.REFUSED
        if way is ContactWay.VISIT:
            visits.append(on)
    return wrong


def _missing(before: tuple[Contact, ...], case: Case) -> bool:
    lately = [one for one in before if (case.on - one.on).days < 14]
    if case.seen_on is not None and (case.on - case.seen_on).days < 14:
        return False
    if any(
        one.outcome is ContactOutcome.REACHED and one.way in (ContactWay.CALL, ContactWay.VISIT)
        for one in lately
    ):
        return False
    vain = {
        one.on for one in lately if one.way is ContactWay.CALL and one.outcome is ContactOutcome.UNANSWERED
    }
    return len(vain) >= 3
