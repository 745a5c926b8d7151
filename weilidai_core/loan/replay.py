"""From terms and movements to the account of a day: all replayed once, in the order of value days. Pure.

Laws: nothing is stored that this cannot derive; a receipt booked afterwards or taken back ends in the state
of having been booked in order; interest is rounded once per billed amount, penalty once per instalment.
"""

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from weilidai_core.basics.rates import DailyRate
from weilidai_core.loan.account import Account, Booked
from weilidai_core.loan.allocation import Line, allocate, line_of, waive
from weilidai_core.loan.item import Item, Origin
from weilidai_core.loan.movement import DayMoved, Extended, LoanTerms, Movement, Received, Waived
from weilidai_core.loan.penalty import penalty_fen
from weilidai_core.loan.plan import Ahead, monthly, same_instalment, same_tenor
from weilidai_core.quote.interest import interest_fen
from weilidai_core.quote.schedule import Row, schedule
from weilidai_core.words import Component, RepaymentPurpose


@lru_cache(maxsize=8192)
def account(terms: LoanTerms, movements: tuple[Movement, ...], on: date) -> Account:
    """The account on a day, from every movement that counts by then."""
    running = _Running(terms)
    for movement in sorted(movements, key=lambda each: (each.value_on, each.order)):
        if movement.value_on > on:
            break
        running.bill(movement.value_on)
        running.move(movement)
    running.bill(on)
    return running.account(on)


@lru_cache(maxsize=2048)
def _first_plan(terms: LoanTerms) -> tuple[Row, ...]:
    return schedule(
        terms.principal_fen,
        rate=DailyRate.of_ppm(terms.daily_rate_ppm),
        tenor=terms.tenor,
        method=terms.method,
        on=terms.interest_from,
    )


class _Running:
    """The account while it is replayed."""

    def __init__(self, terms: LoanTerms) -> None:
        self.terms = terms
        self.plan = _first_plan(terms)
        self.items: tuple[Item, ...] = ()
        self.closed: tuple[Row, ...] = ()
        self.period_from = terms.interest_from
        self.day = terms.interest_from.day
        self.booked: dict[str, Booked] = {}
        self.waived: list[tuple[Line, ...]] = []

    def account(self, on: date) -> Account:
        """The account as it stands at the end of the replay."""
        items = self._with_penalty(on)
        return Account(
            self.terms, on, items, self.plan, self.closed, self.period_from, self.booked, tuple(self.waived)
        )

    def bill(self, on: date) -> None:
        """Bill every instalment whose day has come."""
        while self.plan and self.plan[0].due_on <= on:
            row, self.plan = self.plan[0], self.plan[1:]
            self.period_from = row.due_on
            left = ((row.due_on, row.principal_fen),)
            self.items = (*self.items, Item(row, Origin.INSTALMENT, row.due_on, left))

    def move(self, movement: Movement) -> None:
        """Let one movement have its effect."""
        self.items = self._with_penalty(movement.value_on)
        match movement:
            case Received():
                self._receive(movement)
            case Waived():
                done = waive(movement.penalty_fen, movement.interest_fen, self.items)
                self.items = done.items
                self.waived.append(done.lines)
            case Extended():
                self._extend(movement)
            case DayMoved():
                self._move_day(movement)

    def _with_penalty(self, on: date) -> tuple[Item, ...]:
        terms = self.terms
        return tuple(
            item
            # Once its principal is repaid or moved, what penalty it has borne stays.
            if not item.left[-1][1]
            else replace(
                item,
                penalty_fen=penalty_fen(
                    item.left,
                    on=on,
                    daily_rate_ppm=terms.daily_rate_ppm,
                    grace_days=terms.grace_days,
                    times_percent=terms.penalty_times_percent,
                ),
            )
            for item in self.items
        )

    def _receive(self, movement: Received) -> None:
        done = allocate(movement.amount_fen, self.items, order=self.terms.order, on=movement.value_on)
        self.items = done.items
        booked = Booked(done.lines, done.rest_fen)
        if done.rest_fen and self.plan and movement.purpose is not RepaymentPurpose.BILL:
            booked = self._prepay(movement, booked)
        self.booked[movement.receipt] = booked

    def _prepay(self, movement: Received, booked: Booked) -> Booked:
        """What is left of a receipt repays principal ahead, after the interest to the day."""
        on, balance, plan = movement.value_on, self.plan[0].opening_fen, self.plan
        rate = DailyRate.of_ppm(self.terms.daily_rate_ppm)
        days = (on - self.period_from).days
        interest = interest_fen(balance, daily_rate=rate.per_day, days=days)
        ahead_fen = min(booked.rest_fen - interest, balance)
        if ahead_fen <= 0:
            return booked
        row = Row(
            plan[0].number,
            self.period_from,
            on,
            days,
            balance,
            ahead_fen,
            interest,
            ahead_fen + interest,
            balance - ahead_fen,
            balance,
            rate,
        )
        paid = {Component.INTEREST: interest, Component.PRINCIPAL: ahead_fen}
        item = Item(row, Origin.PREPAYMENT, on, ((on, 0),), paid=paid)
        self.items = (*self.items, item)
        self.period_from = on
        start = Ahead(balance - ahead_fen, on, tuple(each.due_on for each in plan), plan[0].number)
        self.plan = self._planned(start, movement.purpose, usual=plan[0]) if start.balance_fen else ()
        if not self.plan:
            self.closed = plan
        saved = (
            sum(each.interest_fen for each in plan) - interest - sum(each.interest_fen for each in self.plan)
        )
        return Booked(
            (*booked.lines, line_of(plan[0].number, paid)),
            booked.rest_fen - interest - ahead_fen,
            ahead_fen,
            saved,
            len(plan),
            len(self.plan),
        )

    def _planned(self, start: Ahead, purpose: RepaymentPurpose, *, usual: Row) -> tuple[Row, ...]:
        rate, method = self.terms.daily_rate_ppm, self.terms.method
        if purpose is RepaymentPurpose.KEEP_INSTALMENT:
            return same_instalment(start, daily_rate_ppm=rate, method=method, usual=usual)
        return same_tenor(start, daily_rate_ppm=rate, method=method)

    def _extend(self, movement: Extended) -> None:
        on, plan = movement.value_on, self.plan
        moved = tuple(item for item in self.items if item.left[-1][1])
        balance = (plan[0].opening_fen if plan else 0) + sum(item.left[-1][1] for item in moved)
        if not balance:
            return
        rate = DailyRate.of_ppm(self.terms.daily_rate_ppm)
        months = on.year * 12 + on.month - 1
        # The next due date as planned, or a month on where everything was due already.
        if plan:
            months = plan[0].due_on.year * 12 + plan[0].due_on.month - 1 + movement.months
        else:
            months += max(1, movement.months)
        first = date(months // 12, months % 12 + 1, 1)
        count = len(moved) + len(plan)
        number = moved[0].number if moved else plan[0].number
        due = monthly(first, self.day, count)
        if plan and (days := (on - self.period_from).days):
            owed = plan[0].opening_fen
            interest = interest_fen(owed, daily_rate=rate.per_day, days=days)
            row = Row(
                plan[0].number, self.period_from, on, days, owed, 0, interest, interest, owed, owed, rate
            )
            self.items = (*self.items, Item(row, Origin.CARRIED, on, ((on, 0),)))
        # What is unpaid waits for the new first day; what penalty has come to stops there.
        self.items = tuple(
            item if not item.owed_fen else _carried(item, on=on, to=due[0]) for item in self.items
        )
        self.period_from = on
        start = Ahead(balance, on, due, number)
        self.plan = same_tenor(start, daily_rate_ppm=self.terms.daily_rate_ppm, method=self.terms.method)

    def _move_day(self, movement: DayMoved) -> None:
        if not self.plan:
            return
        self.day = movement.day
        due = moved_due_dates(self.plan, day=movement.day, after=max(movement.value_on, self.period_from))
        start = Ahead(self.plan[0].opening_fen, self.period_from, due, self.plan[0].number)
        self.plan = same_tenor(start, daily_rate_ppm=self.terms.daily_rate_ppm, method=self.terms.method)


def moved_due_dates(plan: tuple[Row, ...], *, day: int, after: date) -> tuple[date, ...]:
    """The due dates of a plan on another day of the month: from the next one's month, or the one after."""
    first = plan[0].due_on
    if monthly(first, day, 1)[0] <= after:
        first = first.replace(day=1) + timedelta(days=32)
    return monthly(first, day, len(plan))


def _carried(item: Item, *, on: date, to: date) -> Item:
    left = item.left[-1][1]
    return replace(
        item,
        payable_on=to,
        moved_fen=item.moved_fen + left,
        left=(*item.left, (on, 0)) if left else item.left,
    )
