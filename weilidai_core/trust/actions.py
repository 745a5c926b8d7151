"""Setting a PIN and authorising a text with it; both happen before `act`, never inside it.

Law: an attempt is spent in a committed transaction of its own before the PIN is hashed, so that
however many guesses arrive at once, no more than the day's tries are ever looked at. What is hashed is the
PIN under a key that lies outside the database.
"""

import hashlib
import hmac
import secrets
from datetime import date

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import func
from sqlmodel import Session, col, select

from weilidai_core.store import Store
from weilidai_core.trust.pin import (
    ATTEMPTS_A_DAY,
    Authorised,
    PepperChanged,
    PinAlreadySet,
    PinLocked,
    PinNotSet,
    PinsDiffer,
    PinWrong,
    check_digits,
    check_pin,
    evidence_of,
)
from weilidai_core.trust.tables import AuthorisationRow, PasskeyRow, PinAttemptRow, PinRow
from weilidai_core.vault.made_once import made_once
from weilidai_core.words import SigningMethod

PEPPER_FILE = "pin.key"
PEPPER_SETTING = "WEILIDAI_PIN_KEY"
# What stands before a hash that was made with a pepper: which one, so that another is noticed.
_PEPPERED = "pepper"

# 19 MiB, two passes: OWASP's argon2id minimum; about 20 ms, which a person does not notice.
_HASHER = PasswordHasher(memory_cost=19_456, time_cost=2, parallelism=1)


def has_pin(store: Store, world_id: int) -> bool:
    """Whether a signing PIN has been set in this world."""
    with store.reading() as session:
        return session.get(PinRow, world_id) is not None


def tries_left(store: Store, world_id: int, *, on: date) -> int:
    """How often a PIN may still be tried on a simulated day; 0 means locked until it is over."""
    with store.reading() as session:
        return max(0, ATTEMPTS_A_DAY - _failures(session, world_id, on))


def set_pin(store: Store, world_id: int, *, pin: str, again: str) -> None:
    """Set the signing PIN, entered twice.

    Raises `PinNotSixDigits`, `PinTooSimple`, `PinsDiffer`, `PinAlreadySet`.
    """
    check_pin(pin)
    if pin != again:
        raise PinsDiffer
    hashed = _hashed(pin)
    with store.writing() as session:
        if session.get(PinRow, world_id) is not None:
            raise PinAlreadySet
        session.add(PinRow(world_id=world_id, argon2=hashed))


def authorise(store: Store, world_id: int, *, pin: str, sha256: str, on: date) -> Authorised:
    """Check the PIN for the text with this SHA-256, on a simulated day, and keep the evidence.

    What is no six digits is no guess: it is refused before it could use up a try. Raises
    `PinNotSixDigits`, `PinNotSet`, `PinLocked`, `PinWrong`, `PepperChanged`.
    """
    check_digits(pin)
    with store.writing() as session:
        kept = session.get(PinRow, world_id)
        if kept is None:
            raise PinNotSet
        used = _failures(session, world_id, on)
        if used >= ATTEMPTS_A_DAY:
            raise PinLocked(tries=ATTEMPTS_A_DAY)
        pepper = _pepper_of(kept)
        attempt = PinAttemptRow(world_id=world_id, on=on)
        session.add(attempt)
        session.flush()
        attempt_id = attempt.id or 0
    try:
        _HASHER.verify(kept.argon2.rpartition(":")[2], _with_pepper(pin, pepper) if pepper else pin)
    except VerifyMismatchError:
        left = ATTEMPTS_A_DAY - used - 1
        if left == 0:
            raise PinLocked(tries=ATTEMPTS_A_DAY) from None
        raise PinWrong(left=left) from None
    authorised = Authorised(method=SigningMethod.PIN, evidence_id=evidence_of(sha256), sha256=sha256)
    with store.writing() as session:
        # The same text again, as by a second click: kept under a name of its own, so that this success
        # counts too and its attempt is not taken for a wrong guess.
        again = find_authorisation(session, world_id, authorised.evidence_id) is not None
        session.add(
            AuthorisationRow(
                world_id=world_id,
                evidence_id=f"{authorised.evidence_id}-{attempt_id}" if again else authorised.evidence_id,
                method=authorised.method,
                sha256=sha256,
                attempt_id=attempt_id,
                on=on,
            )
        )
    return authorised


def find_authorisation(session: Session, world_id: int, evidence_id: str) -> AuthorisationRow | None:
    """The evidence with this name in a world, or None."""
    return session.exec(
        select(AuthorisationRow).where(
            AuthorisationRow.world_id == world_id, AuthorisationRow.evidence_id == evidence_id
        )
    ).one_or_none()


def inherit(session: Session, *, parent_id: int, world_id: int) -> None:
    """Give a rebuilt world its parent's PIN, passkeys and evidence: the same person, the same past."""
    kept = session.get(PinRow, parent_id)
    if kept is not None:
        session.add(PinRow(world_id=world_id, argon2=kept.argon2))
    for key in session.exec(select(PasskeyRow).where(PasskeyRow.world_id == parent_id)):
        session.add(PasskeyRow(**key.model_dump(exclude={"id", "world_id"}), world_id=world_id))
    for row in session.exec(select(AuthorisationRow).where(AuthorisationRow.world_id == parent_id)):
        session.add(AuthorisationRow(**row.model_dump(exclude={"id", "world_id"}), world_id=world_id))


def _hashed(pin: str) -> str:
    pepper = _pepper()
    return f"{_PEPPERED}:{_name_of(pepper)}:{_HASHER.hash(_with_pepper(pin, pepper))}"


def _pepper_of(kept: PinRow) -> bytes | None:
    """The pepper a hash was made with; None where it is from before there was one. Raises `PepperChanged`."""
    if not kept.argon2.startswith(f"{_PEPPERED}:"):
        return None
    pepper = _pepper()
    if kept.argon2.split(":")[1] != _name_of(pepper):
        # Said before a try is spent: no PIN, right or wrong, could match.
        raise PepperChanged(name=PEPPER_FILE)
    return pepper


def _pepper() -> bytes:
    # A million PINs are soon tried by whoever holds the database; without this key there is nothing to try.
    return made_once(PEPPER_FILE, lambda: secrets.token_bytes(32), setting=PEPPER_SETTING)


def _name_of(pepper: bytes) -> str:
    return hashlib.sha256(b"pepper" + pepper).hexdigest()[:8]


def _with_pepper(pin: str, pepper: bytes) -> bytes:
    return hmac.digest(pepper, pin.encode(), "sha256")


def _failures(session: Session, world_id: int, on: date) -> int:
    succeeded = session.exec(
        select(func.max(AuthorisationRow.attempt_id)).where(AuthorisationRow.world_id == world_id)
    ).one()
    return session.exec(
        select(func.count())
        .select_from(PinAttemptRow)
        .where(
            PinAttemptRow.world_id == world_id,
            PinAttemptRow.on == on,
            col(PinAttemptRow.id) > (succeeded or 0),
        )
    ).one()
