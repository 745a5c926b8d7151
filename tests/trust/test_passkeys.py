"""通行密钥: an answer counts once, for one text, at one place, by whoever set the passkey up."""

import hashlib
import json
import secrets
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from tests.trust.device import Device
from tests.worlds import do, open_drawdown, rows, walked
from weilidai_core.borrow.actions import SignContract
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import ContractSigned, LoanDisbursed
from weilidai_core.journey import Step
from weilidai_core.papers.filing import signed_contract
from weilidai_core.scenarios.rebuilding import fork
from weilidai_core.store import Store
from weilidai_core.trust.actions import authorise, set_pin, tries_left
from weilidai_core.trust.authority import authority
from weilidai_core.trust.passkey import (
    SIGNING,
    Asked,
    PasskeyRefused,
    PasskeySpent,
    PasskeyUnknown,
    Place,
    challenge,
    place_of,
)
from weilidai_core.trust.passkeys import (
    authorise_with_passkey,
    passkeys,
    register,
    registration_options,
    signing_options,
)
from weilidai_core.trust.pin import Authorised, PinWrong
from weilidai_core.trust.verification import verified
from weilidai_core.words import SigningMethod
from weilidai_core.world.views import read_history, today
from weilidai_core.world.world import World

HERE = Place("http://localhost:8501", "localhost")
TEXT, OTHER = (hashlib.sha256(each).hexdigest() for each in (b"this contract", b"another one"))


def asked() -> Asked:
    """What a device is asked with, each time anew."""
    return Asked(HERE, secrets.token_bytes(16))


def set_up(world: World, device: Device) -> None:
    """Register the device's passkey."""
    now = asked()
    options = registration_options(world.store, world.id, now, name="demo")
    register(world.store, world.id, now, answer=device.make(options))


def sign(world: World, device: Device, *, sha256: str = TEXT, now: Asked | None = None) -> Authorised:
    """Authorise a text with the device's passkey."""
    now = now or asked()
    options = signing_options(world.store, world.id, now, sha256=sha256)
    return authorise_with_passkey(
        world.store, world.id, now, answer=device.sign(options), sha256=sha256, on=today(world)
    )


@pytest.fixture
def device() -> Device:
    """A device that behaves."""
    return Device()


@pytest.fixture
def world(sqlite_store: Store, device: Device) -> World:
    """A world in which the device was set up."""
    made = walked(sqlite_store, until=Step.WALLET)
    set_up(made, device)
    return made


def test_it_works(store: Store, device: Device) -> None:
    world = walked(store, until=Step.CONTRACT)
    set_up(world, device)
    made = open_drawdown(world).contract
    assert made is not None
    authorised = sign(world, device, sha256=made.sha256)

    outcome = do(world, SignContract(contract=made.contract, authorised=authorised))

    assert [type(each) for each in outcome.events][:2] == [ContractSigned, LoanDisbursed]
    assert authorised.method is SigningMethod.PASSKEY
    assert passkeys(store, world.id) == 1
    paper = verified(signed_contract(world, made.contract).content, root=authority().root)
    assert len(paper.signatures[1].evidence) == 64


def test_what_is_asked_needs_the_holder_to_be_verified(world: World) -> None:
    making = json.loads(registration_options(world.store, world.id, asked(), name="demo"))
    signing = json.loads(signing_options(world.store, world.id, asked(), sha256=TEXT))

    assert making["authenticatorSelection"]["userVerification"] == signing["userVerification"] == "required"
    assert making["rp"]["id"] == signing["rpId"] == "localhost"
    assert len(signing["allowCredentials"]) == len(making["excludeCredentials"]) == 1


def test_the_challenge_is_made_of_the_contract() -> None:
    now = asked()

    assert challenge(SIGNING, now, sha256=TEXT) != challenge(SIGNING, now, sha256=OTHER)
    assert challenge(SIGNING, now, sha256=TEXT) != challenge(SIGNING, asked(), sha256=TEXT)


def test_an_answer_for_another_contract_is_refused(world: World, device: Device) -> None:
    now = asked()
    answer = device.sign(signing_options(world.store, world.id, now, sha256=OTHER))

    with pytest.raises(PasskeyRefused):
        authorise_with_passkey(world.store, world.id, now, answer=answer, sha256=TEXT, on=today(world))
    assert rows(world.store)["authorisation"] == 0


@pytest.mark.parametrize(
    "other",
    [
        {"origin": "http://localhost:9999"},
        {"origin": "https://evil.example"},
        {"name": "evil.example"},
        {"is_verified": False},
    ],
)
def test_an_answer_from_elsewhere_or_from_nobody_in_particular_is_refused(
    world: World, device: Device, other: dict[str, object]
) -> None:
    with pytest.raises(PasskeyRefused):
        sign(world, replace(device, **other))  # type: ignore[arg-type]
    with pytest.raises(PasskeyRefused):
        set_up(world, Device(**other))  # type: ignore[arg-type]
    assert rows(world.store)["authorisation"] == 0
    assert passkeys(world.store, world.id) == 1


def test_an_answer_counts_once(store: Store, device: Device) -> None:
    world = walked(store, until=Step.WALLET)
    set_up(world, device)
    now = asked()
    sign(world, device, now=now)

    with pytest.raises(PasskeySpent):
        sign(world, device, now=now)
    assert rows(store)["authorisation"] == 1


def test_an_answer_sent_many_times_at_once_counts_once(store: Store, device: Device) -> None:
    world = walked(store, until=Step.WALLET)
    set_up(world, device)
    now = asked()

    def send(_: int) -> bool:
        try:
            return bool(sign(world, device, now=now))
        except PasskeySpent:
            return False

    with ThreadPoolExecutor(8) as crowd:
        assert sum(crowd.map(send, range(8))) == 1
    assert rows(store)["authorisation"] == 1


def test_another_persons_passkey_is_unknown_here(world: World, device: Device) -> None:
    elsewhere = walked(world.store, until=Step.WALLET)

    for stranger, where in ((Device(), world), (device, elsewhere)):
        with pytest.raises(PasskeyUnknown):
            sign(where, stranger)


def test_another_key_under_the_same_name_is_refused(world: World, device: Device) -> None:
    with pytest.raises(PasskeyRefused):
        sign(world, Device(credential=device.credential))


@pytest.mark.parametrize("answer", ["", "{}", "[]", "null", "not json", '{"id": 5}', "9" * 30_000])
def test_what_is_no_answer_is_refused(world: World, answer: str) -> None:
    with pytest.raises(WeilidaiError):
        authorise_with_passkey(world.store, world.id, asked(), answer=answer, sha256=TEXT, on=today(world))
    with pytest.raises(PasskeyRefused):
        register(world.store, world.id, asked(), answer=answer)


def test_it_neither_spends_a_try_at_the_pin_nor_gives_one_back(world: World, device: Device) -> None:
    set_pin(world.store, world.id, pin="402719", again="402719")
    with pytest.raises(PinWrong):
        authorise(world.store, world.id, pin="190537", sha256=TEXT, on=today(world))
    left = tries_left(world.store, world.id, on=today(world))

    sign(world, device)

    assert tries_left(world.store, world.id, on=today(world)) == left == 4


def test_a_rebuilt_world_has_the_same_passkeys(world: World, device: Device) -> None:
    built = fork(world, step=read_history(world)[-1].step)

    assert passkeys(built.store, built.id) == 1
    assert sign(built, device)


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ("http://localhost:8501", "localhost"),
        ("https://demo.example", "demo.example"),
        ("https://demo.example:8443", "demo.example"),
        ("http://demo.example", None),
        ("http://127.0.0.1:8501", None),
        ("https://[::1]", None),
        ("https://192.0.2.7", None),
        ("", None),
        ("null", None),
        ("https://[", None),
    ],
)
def test_a_passkey_belongs_to_a_name_and_a_safe_line(origin: str, name: str | None) -> None:
    place = place_of(origin)

    assert (place.name if place else None) == name
