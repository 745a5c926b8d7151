"""个人信息登记: which personal data there are, where, for what, how long, read off the models themselves.

Law: a field that could hold words of or about a person says which kind of personal data it is, or its name
is declared here as holding none; a new field that does neither fails a test. Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from weilidai_core.act import REQUESTS
from weilidai_core.apply.information import Information, TypedInformation
from weilidai_core.events import Event
from weilidai_core.schema import TABLES
from weilidai_core.vault.personal import FACE, Level, Masking, Personal, personal_in
from weilidai_core.world.profile import Device, KnownInformation, Person, Profile, Wallet

KNOWN = (Person, Device, Wallet, KnownInformation, Profile, TypedInformation, Information)
# Kept by nobody, and said to be so.
NEVER_KEPT = (FACE,)


@dataclass(frozen=True)
class Entry:
    """One kind of personal data, and every place that holds it, as "model.field"."""

    fact: Personal
    places: tuple[str, ...]


def models() -> tuple[type[BaseModel], ...]:
    """Everything that is written, asked for or kept: events, requests, what is known, tables."""
    events = get_args(get_args(Event)[0])
    return (*events, *REQUESTS.values(), *KNOWN, *TABLES)


def register() -> tuple[Entry, ...]:
    """Every kind of personal data: the identifying ones first, in each level those that can be seen."""
    places: dict[Personal, list[str]] = {}
    for model, field in fields():
        fact = personal_in(model, field)
        if fact is not None:
            places.setdefault(fact, []).append(f"{model.__name__}.{field}")
    order = [Level.C2, Level.C3, Level.C1]
    entries = [Entry(fact, tuple(found)) for fact, found in places.items()]
    entries += [Entry(fact, ()) for fact in NEVER_KEPT]
    return tuple(sorted(entries, key=lambda entry: (order.index(entry.fact.level), _is_hidden(entry))))


def _is_hidden(entry: Entry) -> bool:
    return entry.fact.masking is Masking.HIDDEN


def fields() -> Iterator[tuple[type[BaseModel], str]]:
    """Every field of every model."""
    for model in models():
        for field in model.model_fields:
            yield model, field


def holds_text(annotation: Any) -> bool:
    """Whether a field of this type can hold words that someone wrote: text, or a mapping of anything."""
    if annotation is str or annotation is Any:
        return True
    return get_origin(annotation) is dict or any(holds_text(part) for part in get_args(annotation))
