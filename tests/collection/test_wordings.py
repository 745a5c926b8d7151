"""What is said in a contact keeps the laws of texts; the named contact hears of no debt."""

import pytest

from weilidai_core.collection.wordings import CARRIED_BY, OUTCOME_LABELS, SAID, WAY_LABELS
from weilidai_core.language import LANGUAGES, render
from weilidai_core.notices.linter import Told, faults_in
from weilidai_core.sentences import Sentence
from weilidai_core.words import ContactOutcome, ContactWay

FACTS = {"name": "欧***", "overdue_days": 120, "owed_fen": 200_000_00}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("way", ContactWay)
def test_every_way_keeps_the_laws_of_texts(way: ContactWay, lang: str) -> None:
    text = render(Sentence(text=SAID[way], facts=dict(FACTS)), lang)
    told = Told(text, CARRIED_BY[way], lang, to_third_party=way is ContactWay.LOCATE)

    assert faults_in(told) == (), f"{len(text)}: {text}"


def test_the_named_contact_would_hear_of_the_debt_in_the_borrowers_own_words() -> None:
    text = render(Sentence(text=SAID[ContactWay.CALL], facts=dict(FACTS)), "zh")

    assert "no-debt-to-others" in faults_in(
        Told(text, CARRIED_BY[ContactWay.CALL], "zh", to_third_party=True)
    )


def test_every_way_and_every_outcome_has_its_name() -> None:
    assert set(WAY_LABELS) == set(SAID) == set(CARRIED_BY) == set(ContactWay)
    assert set(OUTCOME_LABELS) == set(ContactOutcome)
