"""What was typed and not yet sent: kept across a refresh, outside the history, forgotten when it is sent."""

import signal
import subprocess
import sys

import pytest

from tests.worlds import do, hash_of, rows, walked
from weilidai_core.apply.actions import CompleteInformation, SubmitApplication
from weilidai_core.errors import WeilidaiError
from weilidai_core.journey import Step
from weilidai_core.scenarios.personas import persona
from weilidai_core.store import Store
from weilidai_core.world.actions import DRAFT_LONGEST, FIELD_LONGEST, fields_of, merge_draft, save_draft
from weilidai_core.world.views import read_draft

TYPED = persona("first-timer").typed


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.IDENTITY)

    save_draft(world, form="information", body='{"employer": "样例"}')

    assert read_draft(world, form="information") == '{"employer": "样例"}'


def test_nothing_typed_is_no_draft(store: Store) -> None:
    assert read_draft(walked(store, until=Step.WALLET), form="information") is None


@pytest.mark.parametrize("body", ["", "🙂", "１２３", "'; DROP TABLE draft; --", "**bold** <b>", "-1"])
def test_any_typing_is_kept_as_it_is(store: Store, body: str) -> None:
    world = walked(store, until=Step.WALLET)

    save_draft(world, form="information", body=body)

    assert read_draft(world, form="information") == body


def test_a_nul_is_left_out_since_postgresql_keeps_none(store: Store) -> None:
    world = walked(store, until=Step.WALLET)

    save_draft(world, form="information", body="ty\0ped")

    assert read_draft(world, form="information") == "typed"


def test_the_newest_typing_wins(store: Store) -> None:
    world = walked(store, until=Step.WALLET)

    for body in ("one", "two", "two"):
        save_draft(world, form="information", body=body)

    assert read_draft(world, form="information") == "two"
    assert rows(store)["draft"] == 1


def test_a_draft_is_no_part_of_the_history(store: Store) -> None:
    world = walked(store, until=Step.IDENTITY)
    before, state = rows(store), hash_of(world)

    save_draft(world, form="information", body="typed")

    assert hash_of(world) == state
    assert rows(store) == {**before, "draft": 1}


def test_each_form_and_each_world_has_its_own(store: Store) -> None:
    one, other = walked(store, until=Step.WALLET), walked(store, until=Step.WALLET)
    save_draft(one, form="information", body="hers")
    save_draft(other, form="information", body="his")
    save_draft(one, form="estimate", body="amount")

    assert read_draft(one, form="information") == "hers"
    assert read_draft(other, form="information") == "his"
    assert read_draft(one, form="estimate") == "amount"


def test_a_draft_is_forgotten_when_the_form_is_sent_and_others_stay(store: Store) -> None:
    world = walked(store, until=Step.IDENTITY)
    save_draft(world, form="information", body="typed")
    save_draft(world, form="estimate", body="amount")

    do(world, CompleteInformation(typed=TYPED))

    assert read_draft(world, form="information") is None
    assert read_draft(world, form="estimate") == "amount"


def test_a_draft_stays_when_the_form_is_refused(store: Store) -> None:
    world = walked(store, until=Step.IDENTITY)
    save_draft(world, form="information", body="typed")

    with pytest.raises(WeilidaiError):
        do(world, CompleteInformation(typed=TYPED.model_copy(update={"employer": ""})))

    assert read_draft(world, form="information") == "typed"


def test_the_estimates_draft_is_forgotten_on_submission(store: Store) -> None:
    world = walked(store, until=Step.CONSENT)
    save_draft(world, form="estimate", body="amount")
    plan = persona("first-timer").plan

    do(world, SubmitApplication(amount_fen=plan.principal_fen, tenor=plan.tenor, method=plan.method))

    assert read_draft(world, form="estimate") is None


def test_a_draft_has_a_longest_length(store: Store) -> None:
    world = walked(store, until=Step.WALLET)

    save_draft(world, form="information", body="长" * (DRAFT_LONGEST + 1))

    assert read_draft(world, form="information") == "长" * DRAFT_LONGEST


def test_a_whole_form_of_endless_fields_is_kept_and_none_cuts_another_off(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    # Written with six characters each in a JSON text: the longest a field can become.
    endless = "\1" * (FIELD_LONGEST + 1)

    for name in TYPED.model_dump():
        merge_draft(world, form="information", changes={name: endless})

    kept = fields_of(read_draft(world, form="information"))
    assert kept == dict.fromkeys(TYPED.model_dump(), endless[:FIELD_LONGEST])


KEEPER = """
import os, signal, sys
from weilidai_core.store import open_store
from weilidai_core.world.actions import merge_draft
from weilidai_core.world.views import world_by_token
world = world_by_token(open_store(sys.argv[1]), sys.argv[2])
for amount in (1000, 1050, 1100):
    merge_draft(world, form="estimate", changes={"amount": str(amount)})
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_kept_outlives_a_killed_program(store: Store) -> None:
    world = walked(store, until=Step.WALLET)

    ended = subprocess.run(
        [sys.executable, "-c", KEEPER, store.url, world.token], timeout=60, check=False, capture_output=True
    )

    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    assert fields_of(read_draft(world, form="estimate")) == {"amount": "1100"}


def test_half_a_character_is_no_fault(store: Store) -> None:
    world = walked(store, until=Step.WALLET)

    merge_draft(world, form="estimate", changes={"amount": "1\ud800"})

    assert fields_of(read_draft(world, form="estimate")) == {"amount": "1?"}
