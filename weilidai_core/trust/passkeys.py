"""Setting up a passkey, and authorising a text with it; both happen before `act`, never inside it.

Law: a challenge is spent in the very transaction that keeps its answer, and a second spending is refused by
the database: an answer counts once. User verification (face, finger, device PIN) is required on both sides.
"""

import hashlib
import json
from datetime import date

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select
from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url, parse_authentication_credential_json
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from weilidai_core.store import Store
from weilidai_core.trust.actions import find_authorisation
from weilidai_core.trust.passkey import (
    REGISTERING,
    SIGNING,
    Asked,
    PasskeyRefused,
    PasskeySpent,
    PasskeyUnknown,
    Place,
    challenge,
)
from weilidai_core.trust.pin import Authorised
from weilidai_core.trust.tables import AuthorisationRow, PasskeyRow, SpentChallengeRow
from weilidai_core.words import SigningMethod

_NOTHING = hashlib.sha256(b"").hexdigest()
_LONGEST = 20_000


def passkeys(store: Store, world_id: int) -> int:
    """How many passkeys are set up in a world."""
    with store.reading() as session:
        return len(_kept(session, world_id))


def registration_options(store: Store, world_id: int, asked: Asked, *, name: str) -> str:
    """What the browser asks the device for to set one up, as JSON; `name` is shown by the device, masked."""
    with store.reading() as session:
        there = _descriptors(_kept(session, world_id))
    return options_to_json(
        generate_registration_options(
            rp_id=asked.at.name,
            rp_name="Weilidai demo",
            user_id=hashlib.sha256(f"{asked.at.name}:{world_id}".encode()).digest()[:16],
            user_name=name,
            challenge=challenge(REGISTERING, asked, sha256=_NOTHING),
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.PREFERRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=there,
        )
    )


def register(store: Store, world_id: int, asked: Asked, *, answer: str) -> None:
    """Set up the passkey that the device answered with. Raises `PasskeyRefused`, `PasskeySpent`."""
    wanted = challenge(REGISTERING, asked, sha256=_NOTHING)
    try:
        made = verify_registration_response(
            credential=_whole(answer),
            expected_challenge=wanted,
            expected_rp_id=asked.at.name,
            expected_origin=asked.at.origin,
            require_user_verification=True,
        )
    except Exception as error:  # whatever an answer is, unless it is right it is refused
        raise PasskeyRefused from error
    try:
        with store.writing() as session:
            session.add(SpentChallengeRow(challenge=wanted.hex(), world_id=world_id, purpose=REGISTERING))
            session.add(
                PasskeyRow(
                    world_id=world_id,
                    credential_id=bytes_to_base64url(made.credential_id),
                    public_key=made.credential_public_key,
                )
            )
    except IntegrityError as error:
        raise PasskeySpent from error


def signing_options(store: Store, world_id: int, asked: Asked, *, sha256: str) -> str:
    """What the browser asks the device for to sign the text with this SHA-256, as JSON."""
    with store.reading() as session:
        there = _descriptors(_kept(session, world_id))
    return options_to_json(
        generate_authentication_options(
            rp_id=asked.at.name,
            challenge=challenge(SIGNING, asked, sha256=sha256),
            allow_credentials=there,
            user_verification=UserVerificationRequirement.REQUIRED,
        )
    )


def authorise_with_passkey(
    store: Store, world_id: int, asked: Asked, *, answer: str, sha256: str, on: date
) -> Authorised:
    """Check the device's answer for the text with this SHA-256, and keep it as the evidence.

    Raises `PasskeyUnknown`, `PasskeyRefused`, `PasskeySpent`.
    """
    wanted = challenge(SIGNING, asked, sha256=sha256)
    _check(store, world_id, answer=_whole(answer), at=asked.at, wanted=wanted)
    evidence_id = f"passkey-{sha256[:16]}"
    try:
        with store.writing() as session:
            if find_authorisation(session, world_id, evidence_id) is not None:
                evidence_id = f"{evidence_id}-{wanted.hex()[:8]}"
            session.add(
                SpentChallengeRow(
                    challenge=wanted.hex(),
                    world_id=world_id,
                    purpose=SIGNING,
                    evidence_id=evidence_id,
                    answer=answer,
                )
            )
            session.add(
                AuthorisationRow(
                    world_id=world_id,
                    evidence_id=evidence_id,
                    method=SigningMethod.PASSKEY,
                    sha256=sha256,
                    # No attempt at the PIN: it neither spends one nor makes up for wrong ones.
                    attempt_id=0,
                    on=on,
                )
            )
    except IntegrityError as error:
        raise PasskeySpent from error
    return Authorised(method=SigningMethod.PASSKEY, evidence_id=evidence_id, sha256=sha256)


def answer_behind(session: Session, world_id: int, evidence_id: str) -> str:
    """The device's answer that is kept under a piece of evidence, "" where there is none."""
    row = session.exec(
        select(SpentChallengeRow).where(
            SpentChallengeRow.world_id == world_id, SpentChallengeRow.evidence_id == evidence_id
        )
    ).one_or_none()
    return row.answer if row else ""


def _check(store: Store, world_id: int, *, answer: str, at: Place, wanted: bytes) -> None:
    try:
        credential = parse_authentication_credential_json(answer)
    except Exception as error:  # as above
        raise PasskeyRefused from error
    with store.reading() as session:
        key = next((each for each in _kept(session, world_id) if each.credential_id == credential.id), None)
    if key is None:
        raise PasskeyUnknown
    try:
        verify_authentication_response(
            credential=credential,
            expected_challenge=wanted,
            expected_rp_id=at.name,
            expected_origin=at.origin,
            credential_public_key=key.public_key,
            # Synced passkeys may answer 0 for ever: the spent challenge is what stops a replay.
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except Exception as error:  # as above
        raise PasskeyRefused from error


def _whole(answer: str) -> str:
    if len(answer) > _LONGEST:
        raise PasskeyRefused
    try:
        return json.dumps(json.loads(answer))
    except ValueError as error:
        raise PasskeyRefused from error


def _kept(session: Session, world_id: int) -> list[PasskeyRow]:
    return list(
        session.exec(select(PasskeyRow).where(PasskeyRow.world_id == world_id).order_by(col(PasskeyRow.id)))
    )


def _descriptors(rows: list[PasskeyRow]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(row.credential_id)) for row in rows]
