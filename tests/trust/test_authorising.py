"""Setting a PIN and signing with it: five tries a day, however they arrive, and one text for each success."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlmodel import select

from tests.worlds import do, give_pin, hash_of, open_drawdown, rows, signing, walked
from weilidai_core.borrow.actions import ReadContract, SignContract
from weilidai_core.borrow.refusals import ContractChanged, SignatureNotFound
from weilidai_core.journey import Step
from weilidai_core.scenarios.personas import persona
from weilidai_core.store import Store
from weilidai_core.trust import actions
from weilidai_core.trust.actions import authorise, find_authorisation, has_pin, set_pin, tries_left
from weilidai_core.trust.pin import (
    ATTEMPTS_A_DAY,
    Authorised,
    PepperChanged,
    PinAlreadySet,
    PinLocked,
    PinNotSet,
    PinNotSixDigits,
    PinsDiffer,
    PinTooSimple,
    PinWrong,
    evidence_of,
)
from weilidai_core.trust.tables import PinRow
from weilidai_core.world.world import World

RIGHT, WRONG = persona("first-timer").pin, "135790"
DAY = persona("first-timer").first_day
TEXT, OTHER_TEXT = "a" * 64, "b" * 64


@pytest.fixture
def world(store: Store) -> World:
    """A first-timer who has set a PIN."""
    begun = walked(store, until=Step.WALLET)
    give_pin(begun)
    return begun


def guess(world: World, pin: str = WRONG, *, sha256: str = TEXT, on: date = DAY) -> Authorised:
    """Enter a PIN for a text."""
    return authorise(world.store, world.id, pin=pin, sha256=sha256, on=on)


def guess_wrongly(world: World, times: int, *, on: date = DAY) -> None:
    """Enter a wrong PIN so often."""
    for _ in range(times):
        with pytest.raises((PinWrong, PinLocked)):
            guess(world, on=on)


def test_it_works(world: World) -> None:
    authorised = guess(world, RIGHT)

    assert authorised == Authorised(method="pin", evidence_id=evidence_of(TEXT), sha256=TEXT)
    with world.store.reading() as session:
        kept = find_authorisation(session, world.id, authorised.evidence_id)
    assert kept is not None
    assert (kept.sha256, kept.method, kept.on) == (TEXT, "pin", DAY)


def test_a_pin_is_set_once(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    assert not has_pin(store, world.id)

    set_pin(store, world.id, pin=RIGHT, again=RIGHT)

    assert has_pin(store, world.id)
    with pytest.raises(PinAlreadySet):
        set_pin(store, world.id, pin="804512", again="804512")
    assert guess(world, RIGHT)


@pytest.mark.parametrize(
    ("pin", "again", "refusal"),
    [
        ("40271", "40271", PinNotSixDigits),
        ("123456", "123456", PinTooSimple),
        (RIGHT, "402718", PinsDiffer),
        (RIGHT, "", PinsDiffer),
    ],
)
def test_a_pin_that_cannot_be_is_refused_and_not_kept(
    store: Store, pin: str, again: str, refusal: type[Exception]
) -> None:
    world = walked(store, until=Step.WALLET)

    with pytest.raises(refusal):
        set_pin(store, world.id, pin=pin, again=again)

    assert not has_pin(store, world.id)


def test_without_a_pin_there_is_nothing_to_sign_with(store: Store) -> None:
    with pytest.raises(PinNotSet):
        guess(walked(store, until=Step.WALLET), RIGHT)


def test_each_wrong_pin_says_how_many_tries_are_left(world: World) -> None:
    left = []
    for _ in range(ATTEMPTS_A_DAY - 1):
        with pytest.raises(PinWrong) as refused:
            guess(world)
        left.append(refused.value.facts["left"])

    assert left == [4, 3, 2, 1]


@pytest.mark.parametrize("pin", ["", "x", "4" * 100_000, "🙂", "\0"])
def test_what_is_no_six_digits_is_no_guess_and_uses_up_no_try(world: World, pin: str) -> None:
    before = rows(world.store)

    with pytest.raises(PinNotSixDigits):
        guess(world, pin)

    assert rows(world.store) == before


def test_the_last_try_locks_and_then_the_right_pin_is_refused_too(world: World) -> None:
    guess_wrongly(world, ATTEMPTS_A_DAY - 1)
    with pytest.raises(PinLocked):
        guess(world)

    with pytest.raises(PinLocked):
        guess(world, RIGHT)


def test_a_locked_pin_spends_no_more_tries(world: World) -> None:
    guess_wrongly(world, ATTEMPTS_A_DAY)
    before = rows(world.store)

    guess_wrongly(world, 3)

    assert rows(world.store) == before


def test_the_lock_ends_with_the_next_simulated_day(world: World) -> None:
    guess_wrongly(world, ATTEMPTS_A_DAY)

    assert guess(world, RIGHT, on=DAY + timedelta(days=1))


def test_the_tries_of_one_day_do_not_count_on_the_next(world: World) -> None:
    guess_wrongly(world, ATTEMPTS_A_DAY - 1)

    guess_wrongly(world, ATTEMPTS_A_DAY - 1, on=DAY + timedelta(days=1))

    assert guess(world, RIGHT, on=DAY + timedelta(days=1))


def test_a_success_gives_every_try_back(world: World) -> None:
    guess_wrongly(world, ATTEMPTS_A_DAY - 1)
    guess(world, RIGHT)

    with pytest.raises(PinWrong) as refused:
        guess(world)

    assert refused.value.facts["left"] == ATTEMPTS_A_DAY - 1


def test_a_second_success_for_the_same_text_is_not_taken_for_a_wrong_guess(world: World) -> None:
    for _ in range(ATTEMPTS_A_DAY + 2):
        assert guess(world, RIGHT).evidence_id == evidence_of(TEXT)

    with pytest.raises(PinWrong) as refused:
        guess(world)
    assert refused.value.facts["left"] == ATTEMPTS_A_DAY - 1


def test_one_worlds_tries_are_not_anothers(world: World) -> None:
    other = walked(world.store, until=Step.WALLET)
    give_pin(other)
    guess_wrongly(world, ATTEMPTS_A_DAY)

    assert guess(other, RIGHT)


def test_of_many_guesses_at_once_only_a_days_tries_are_looked_at(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = []

    class Counting:
        def verify(self, kept: str, pin: str) -> Any:
            looked_at.append(pin)
            return PasswordHasher().verify(kept, pin)

    monkeypatch.setattr(actions, "_HASHER", Counting())

    def one(_: int) -> str:
        with pytest.raises((PinWrong, PinLocked)) as refused:
            guess(world)
        return refused.value.code

    with ThreadPoolExecutor(50) as threads:
        codes = list(threads.map(one, range(200)))

    assert len(looked_at) == ATTEMPTS_A_DAY
    assert sorted(codes) == ["pin-locked"] * 196 + ["pin-wrong"] * 4
    with pytest.raises(PinLocked):
        guess(world, RIGHT)


def kept_hash(world: World) -> str:
    """What the database keeps of the PIN."""
    with world.store.reading() as session:
        kept = session.get(PinRow, world.id)
        assert kept is not None
        return kept.argon2


def test_the_database_alone_does_not_tell_a_right_pin_from_a_wrong_one(world: World) -> None:
    with pytest.raises(VerifyMismatchError):
        PasswordHasher().verify(kept_hash(world).rpartition(":")[2], RIGHT)


def test_a_pin_from_before_there_was_a_pepper_still_signs(world: World) -> None:
    with world.store.writing() as session:
        kept = session.get(PinRow, world.id)
        assert kept is not None
        kept.argon2 = PasswordHasher().hash(RIGHT)

    assert guess(world, RIGHT)
    with pytest.raises(PinWrong):
        guess(world)


def test_another_pepper_is_said_before_a_try_is_spent(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEILIDAI_PIN_KEY", "A" * 43 + "=")
    with pytest.raises(PepperChanged):
        guess(world, RIGHT)

    monkeypatch.delenv("WEILIDAI_PIN_KEY")
    assert tries_left(world.store, world.id, on=DAY) == ATTEMPTS_A_DAY
    assert guess(world, RIGHT)


def test_the_pin_itself_is_nowhere(world: World) -> None:
    guess(world, RIGHT)

    with world.store.reading() as session:
        kept = session.exec(select(PinRow)).one()
    assert kept.argon2.split(":")[2].startswith("$argon2id$")
    assert RIGHT not in kept.argon2
    assert kept.argon2 not in repr(kept)


def test_a_pin_is_no_step_and_leaves_the_state_as_it_is(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    state, steps = hash_of(world), rows(store)["step"]

    give_pin(world)
    guess(world, RIGHT)

    assert (hash_of(world), rows(store)["step"]) == (state, steps)


@pytest.fixture
def at_signing(store: Store) -> World:
    """A first-timer who has read the contract and set a PIN."""
    world = walked(store, until=Step.CONTRACT)
    give_pin(world)
    return world


def test_a_contract_is_signed_with_the_evidence_for_its_own_text(at_signing: World) -> None:
    do(at_signing, signing(at_signing))

    assert rows(at_signing.store)["loan_note"] == 1


def test_evidence_for_another_text_does_not_sign(at_signing: World) -> None:
    drawdown = open_drawdown(at_signing)
    assert drawdown.contract is not None
    other = guess(at_signing, RIGHT, sha256=OTHER_TEXT)
    claimed = other.model_copy(update={"sha256": drawdown.contract.sha256})

    with pytest.raises(ContractChanged):
        do(at_signing, SignContract(contract=drawdown.contract.contract, authorised=other))
    with pytest.raises(SignatureNotFound):
        do(at_signing, SignContract(contract=drawdown.contract.contract, authorised=claimed))
    assert rows(at_signing.store)["loan_note"] == 0


def test_evidence_that_was_never_given_does_not_sign(at_signing: World) -> None:
    contract = open_drawdown(at_signing).contract
    assert contract is not None
    made_up = Authorised(method="pin", evidence_id=evidence_of(contract.sha256), sha256=contract.sha256)

    with pytest.raises(SignatureNotFound):
        do(at_signing, SignContract(contract=contract.contract, authorised=made_up))


def test_evidence_of_another_world_does_not_sign(at_signing: World) -> None:
    other = walked(at_signing.store, until=Step.CONTRACT)
    give_pin(other)
    elsewhere = signing(other)

    with pytest.raises(SignatureNotFound):
        do(at_signing, elsewhere)


def test_the_evidence_stays_good_for_a_second_reading(at_signing: World) -> None:
    request = signing(at_signing)
    contract = open_drawdown(at_signing).contract
    assert contract is not None
    do(at_signing, ReadContract(contract=contract.contract, sha256=contract.sha256), key="read again")

    do(at_signing, request)

    assert rows(at_signing.store)["loan_note"] == 1
