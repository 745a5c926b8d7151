"""Signing with the PIN or a passkey: checked before `act`, which only ever hears that it was.

Law: the PIN is an argument here and nothing else; no session, draft, address or log ever holds it. What the
device is asked is good for one answer.
"""

import secrets
from functools import partial

from pages.kit import session
from pages.kit.components.cells import Icon, card, cell, group
from pages.kit.components.progress import steps_bar
from pages.kit.components.text import paragraph, section
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import keep_refusal, perform
from pages.kit.refusals import told
from pages.kit.session import Key
from pages.kit.widgets import pin_entry
from pages.kit.widgets.new_pin import new_pin_entry
from pages.kit.widgets.passkey import passkey_entry
from weilidai_core.act import Outcome
from weilidai_core.borrow.actions import SignContract
from weilidai_core.borrow.signing_views import SignView
from weilidai_core.events import LoanDisbursed
from weilidai_core.keys import key_of
from weilidai_core.logbook import fault_of
from weilidai_core.papers.filing import signed_contract
from weilidai_core.trust.actions import authorise, set_pin
from weilidai_core.trust.passkey import Asked, Place, place_of
from weilidai_core.trust.passkeys import (
    authorise_with_passkey,
    register,
    registration_options,
    signing_options,
)
from weilidai_core.world.views import read_history, today

_ROUND, _NONCE = "pin_round", "passkey_nonce"


def signing_steps(*, at: int) -> None:
    """The four steps from the cost table to the payout; `at` counts from 0."""
    steps_bar((_("看成本"), _("读合同"), _("签署"), _("放款")), at=at)


def sign_with_pin(contract: str, sha256: str, pin: str, again: str | None = None) -> None:
    """Sign the contract with this digest; with `again` the PIN is new and is set first. For a callback."""
    session.keep_typed(_ROUND, str(signing_round() + 1))
    world = session.world()
    try:
        if again is not None:
            set_pin(world.store, world.id, pin=pin, again=again)
        authorised = authorise(world.store, world.id, pin=pin, sha256=sha256, on=today(world))
    except Exception as refused:
        keep_refusal(fault_of(refused, place="authorise"))
        return
    request = SignContract(contract=contract, authorised=authorised)
    perform(request, key_of(request, read_history(world)), _show_payout)


def what_follows() -> None:
    """What a signature brings about, before it is given."""
    section(_("签署之后"))
    for each in (
        _("模拟放款到您绑定的银行卡，当天开始计息。"),
        _("双方签名写进同一份 PDF，您可以下载、核对，改动一个字节都能发现。"),
        _("从明天起可以提前结清，不收违约金。"),
    ):
        paragraph(each, small=True)


def draw_pin(view: SignView) -> None:
    """The PIN, twice where it is new; a refusal stands under the boxes."""
    done = partial(sign_with_pin, view.contract, view.sha256)
    refused = "" if told("passkey") else told()
    if view.pin_is_set:
        pin_entry(
            _("输入签署 PIN"), key="pin", on_complete=done, refused=refused, round_number=signing_round()
        )
        paragraph(_("输满 6 位就签署。演示人物的 PIN 写在右上角菜单里。"), small=True)
    else:
        new_pin_entry(key="new_pin", on_complete=done, refused=refused, round_number=signing_round())
        paragraph(
            _("第一次签署要先设 PIN，输两次；两次一致就签署。太简单的不行，比如 000000、123456。"), small=True
        )
        paragraph(_("演示人物的 PIN 写在右上角菜单里，也可以另设一个。"), small=True)


def draw_passkey(view: SignView) -> None:
    """The passkey where one was set up and can be used here, else nothing; the PIN is always below it."""
    here = passkey_here()
    if here and view.passkeys:
        with card("passkey"):
            _draw_passkey(view.contract, view.sha256, here)
            paragraph(_("由您的设备确认是您本人；签的正是这份合同。也可以用下面的 PIN。"), small=True)


def offer_passkey(view: SignView) -> None:
    """The way to set one up, where there is none yet."""
    if passkey_here() and not view.passkeys:
        with group("device"):
            cell(
                _("改用 Face ID / 指纹"),
                key="security",
                icon=Icon("fingerprint"),
                on_click=partial(go, "security", back="sign"),
            )


def passkey_here() -> Place | None:
    """The place that this page's passkeys belong to, None where it can have none."""
    return place_of(session.origin())


def _draw_passkey(contract: str, sha256: str, at: Place) -> None:
    """The button that signs the contract with this digest by the device's own face, finger or lock."""
    world, asked = session.world(), Asked(at, _nonce())
    passkey_entry(
        _("用 Face ID / 指纹签署"),
        key="passkey",
        options=signing_options(world.store, world.id, asked, sha256=sha256),
        making=False,
        on_answer=partial(_sign_with_passkey, contract, sha256, asked),
        refused=told("passkey"),
    )


def draw_new_passkey(*, at: Place) -> None:
    """The button that sets up a passkey of this device."""
    world, asked = session.world(), Asked(at, _nonce())
    passkey_entry(
        _("登记这台设备"),
        key="new_passkey",
        options=registration_options(world.store, world.id, asked, name=f"Weilidai demo · {world.persona}"),
        making=True,
        on_answer=partial(_register, asked),
        refused=told("passkey"),
    )


def _sign_with_passkey(contract: str, sha256: str, asked: Asked, answer: str) -> None:
    session.forget_typed(_NONCE)
    world = session.world()
    try:
        authorised = authorise_with_passkey(
            world.store, world.id, asked, answer=answer, sha256=sha256, on=today(world)
        )
    except Exception as refused:
        keep_refusal(fault_of(refused, place="passkey"))
        return
    request = SignContract(contract=contract, authorised=authorised)
    perform(request, key_of(request, read_history(world)), _show_payout)


def _register(asked: Asked, answer: str) -> None:
    session.forget_typed(_NONCE)
    world = session.world()
    try:
        register(world.store, world.id, asked, answer=answer)
    except Exception as refused:
        keep_refusal(fault_of(refused, place="passkey"))
        return
    session.take(Key.REFUSAL)


def _nonce() -> bytes:
    kept = session.typed(_NONCE)
    if not kept:
        kept = secrets.token_hex(16)
        session.keep_typed(_NONCE, kept)
    return bytes.fromhex(kept)


def signing_round() -> int:
    """How often a PIN was sent in this tab; a new number empties the boxes."""
    return int(session.typed(_ROUND, "0"))


def _show_payout(outcome: Outcome) -> None:
    paid_out = next(event for event in outcome.events if isinstance(event, LoanDisbursed))
    try:
        signed_contract(session.world(), paid_out.contract)
    except Exception as refused:
        # It is signed and paid out; the file is made when it is asked for. The log says what is wrong.
        fault_of(refused, place="paper")
    go("paid", note=paid_out.loan_note)
