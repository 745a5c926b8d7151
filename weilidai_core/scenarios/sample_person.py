"""Making one sample person's papers: names from Faker, numbers that can belong to nobody.

The laws kept here: the same seed gives the same person on any machine with the locked Faker, and every
number passes its own check digit while lying where none is ever issued.
"""

from datetime import date
from typing import NamedTuple

from faker import Faker
from stdnum import luhn
from stdnum.cn import ric

from weilidai_core.apply.identity import SAMPLE_CARD_PREFIX, SAMPLE_MOBILE_PREFIX
from weilidai_core.world.profile import Known, Person, Source


class Papers(NamedTuple):
    """What the documents are built from; check digits follow, and the sex shows in the ID's sequence.

    `county_code` was never allocated; `mobile_end` has 8 digits and `card_middle` 11, after the prefix.
    """

    seed: int
    is_woman: bool
    county_code: str
    born_on: date
    sequence: int
    mobile_end: str
    card_middle: str
    bank_name: str


class Contact(NamedTuple):
    """A person to reach when the applicant cannot be; as made up as the applicant."""

    seed: int
    mobile_end: str


def person(papers: Papers) -> Person:
    """The person whose papers these are."""
    # The last digit of the sequence is odd for a man and even for a woman (GB 11643-1999).
    sequence = papers.sequence * 2 + (not papers.is_woman)
    body = f"{papers.county_code}{papers.born_on:%Y%m%d}{sequence:03d}"
    card = f"{SAMPLE_CARD_PREFIX}{papers.card_middle}"
    return Person(
        name=sample_name(papers.seed),
        id_number=body + ric.calc_check_digit(body + "0"),
        mobile=f"{SAMPLE_MOBILE_PREFIX}{papers.mobile_end}",
        card_number=card + luhn.calc_check_digit(card),
        bank_name=papers.bank_name,
    )


def contact_name(contact: Contact) -> Known[str]:
    """The contact's name, as the wallet knows it."""
    return Known[str](value=sample_name(contact.seed), source=Source.WALLET)


def contact_mobile(contact: Contact) -> Known[str]:
    """The contact's sample number, as the wallet knows it."""
    return Known[str](value=f"{SAMPLE_MOBILE_PREFIX}{contact.mobile_end}", source=Source.WALLET)


def sample_name(seed: int) -> str:
    """A common Chinese name; Faker's do not differ by sex, so a seed is chosen for a name that fits."""
    return str(_faker(seed).name())


def sample_company(seed: int) -> str:
    """An employer; Faker combines common words and may hit a real company, so the mark says it is none."""
    return f"{_faker(seed).company()}（样例）"


def _faker(seed: int) -> Faker:
    faker = Faker("zh_CN")
    faker.seed_instance(seed)
    return faker
