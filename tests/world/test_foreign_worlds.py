"""No view tells one world of another: each asked, in one's own world, for everything that the other holds."""

import hashlib
import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

import pytest

import weilidai_core
from tests.worlds import hash_of, note_of, walked
from weilidai_core.act import REQUESTS, act
from weilidai_core.borrow.actions import ReadContract, SignContract
from weilidai_core.borrow.signing_views import contract_text
from weilidai_core.errors import WeilidaiError
from weilidai_core.journey import Step
from weilidai_core.papers.views import PaperLine, papers_of
from weilidai_core.repay.actions import PrepayPart, Repay, RepayInstalment
from weilidai_core.repay.correcting import BackdateRepayment, ReverseRepayment
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.store import open_store
from weilidai_core.trust.pin import Authorised
from weilidai_core.words import RepaymentChannel, RepaymentPurpose, SigningMethod
from weilidai_core.world.step import Request
from weilidai_core.world.views import read_history, today
from weilidai_core.world.world import World

View = Callable[..., object]
# What belongs to someone: numbers of papers, cards and people, digests, masked or not, names and addresses.
OWN = re.compile(r".*\d{6}.*|[\u4e00-\u9fff]\*\*|[\u4e00-\u9fff]{2,3}|.*(样例).*")

# The fields by which a request names something that a world holds.
NAMING = {"contract", "loan_note", "loan_notes", "receipt"}


def views() -> Iterator[View]:
    """Every public function of a `views` module that is asked of a world."""
    for module in pkgutil.walk_packages(weilidai_core.__path__, "weilidai_core."):
        if not module.name.endswith("views"):
            continue
        found = importlib.import_module(module.name)
        for name, each in inspect.getmembers(found, inspect.isfunction):
            asked_of = [one.annotation for one in inspect.signature(each).parameters.values()][:1]
            if each.__module__ == module.name and not name.startswith("_") and asked_of == [World]:
                yield each


VIEWS = {f"{view.__module__.removeprefix('weilidai_core.')}.{view.__name__}": view for view in views()}


def texts(value: object) -> Iterator[str]:
    """Every text in a value as JSON has it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


def traces(world: World) -> set[str]:
    """What would show that a world was looked into."""
    told = (json.loads(one.event.model_dump_json()) for one in read_history(world))
    return {text for each in told for text in texts(each) if OWN.fullmatch(text)} | {world.token}


def ways_of_asking(view: View, *, about: World) -> Iterator[dict[str, Any]]:
    """All arguments that a view can be given out of another world."""
    words = sorted(traces(about))
    offered: dict[object, list[Any]] = {
        str: words,
        int: list(range(4)),
        PaperLine: list(papers_of(about)),
        Mapping[str, str]: [{"note": word, "loan_note": word, "number": word} for word in words],
    }
    wanted = list(inspect.signature(view).parameters.values())[1:]
    choices = [["zh", "en"] if one.name == "lang" else offered[one.annotation] for one in wanted]
    for chosen in product(*choices):
        yield {one.name: value for one, value in zip(wanted, chosen, strict=True)}


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[World, World]]:
    """A foreign world that has been through everything, and one's own in the same database."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('two') / 'worlds.db'}")
    theirs = walked(store, who="shopkeeper", until=Step.SETTLE)
    yield theirs, walked(store, who="first-timer", until=Step.REPAY)
    store.close()


def answers(view: View, world: World, *, about: World) -> Iterator[str]:
    """What a view answers to each way of asking; a refusal is an answer as well."""
    for asked in ways_of_asking(view, about=about):
        try:
            yield repr(view(world, **asked))
        except WeilidaiError as refusal:
            yield f"{refusal!r} {refusal.sentence}"
        except LookupError:
            yield ""


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_tells_nothing_of_a_foreign_world(worlds: tuple[World, World], name: str) -> None:
    theirs, mine = worlds
    before = hash_of(theirs)
    secrets = traces(theirs) - traces(mine)

    for answer in answers(VIEWS[name], mine, about=theirs):
        assert [secret for secret in secrets if secret in answer] == []
    assert hash_of(theirs) == before


def test_the_same_questions_would_bring_it_to_light(worlds: tuple[World, World]) -> None:
    theirs, mine = worlds
    secrets = traces(theirs) - traces(mine)

    telling = {
        name
        for name, view in VIEWS.items()
        if any(secret in answer for answer in answers(view, theirs, about=theirs) for secret in secrets)
    }

    papers = ("borrow.signing_views.contract_text", "papers.views.paper_of", "papers.log_views.own_receipt")
    loans = ("repay.payment_views.repayment", "repay.payment_views.prepaying", "repay.views.loan_note")
    assert telling >= {*papers, *loans, "settle.views.settled", "notices.views.repayment_calendar"}
    assert len(telling) >= len(VIEWS) // 2


def asking_for(theirs: World) -> dict[type[Request], Request]:
    """One request of each kind that names something of a world: here of theirs."""
    note, (signed, _) = note_of(theirs).number, papers_of(theirs)
    receipt = next(one for one in traces(theirs) if one.startswith("HK"))
    sha256 = hashlib.sha256(contract_text(theirs, signed.number).encode()).hexdigest()
    pin = Authorised(method=SigningMethod.PIN, evidence_id="pin-0", sha256=sha256)
    each: tuple[Request, ...] = (
        ReadContract(contract=signed.number, sha256=sha256),
        SignContract(contract=signed.number, authorised=pin),
        RepayInstalment(loan_note=note, number=1, total_fen=100_00),
        Repay(amount_fen=100_00, loan_notes=(note,), channel=RepaymentChannel.MANUAL),
        PrepayPart(loan_note=note, amount_fen=500_00, purpose=next(iter(RepaymentPurpose))),
        ReverseRepayment(receipt=receipt, reason="mistaken"),
        BackdateRepayment(loan_note=note, amount_fen=100_00, value_on=today(theirs)),
        SettleEarly(loan_note=note, total_fen=100_00),
    )
    return {type(one): one for one in each}


def test_no_act_reaches_what_a_foreign_world_holds(worlds: tuple[World, World]) -> None:
    theirs, mine = worlds
    asked = asking_for(theirs)
    naming = {kind for kind in REQUESTS.values() if kind.model_fields.keys() & NAMING}
    assert asked.keys() == naming
    before = hash_of(theirs), hash_of(mine)

    for request in asked.values():
        with pytest.raises(WeilidaiError):
            act(mine, request, key=f"foreign {type(request).__name__}")

    assert (hash_of(theirs), hash_of(mine)) == before
