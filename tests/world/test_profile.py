"""What is known of a person: frozen, the same after a trip through JSON, and free of contradictions."""

import pytest
from pydantic import ValidationError

from weilidai_core.scenarios.personas import PERSONAS
from weilidai_core.world.profile import Behaviour, BureauReport, Occupation, Profile, Source


def test_it_works() -> None:
    for persona in PERSONAS:
        kept = persona.profile.model_dump(mode="json")

        assert Profile.model_validate(kept) == persona.profile


def test_a_profile_is_frozen() -> None:
    with pytest.raises(ValidationError):
        PERSONAS[0].profile.invited = False


@pytest.mark.parametrize(
    "figures",
    [
        {"total_debt_fen": 1},
        {"accounts": 1, "revolving_limit_fen": 100, "revolving_used_fen": 100},
        {"accounts": 1, "longest_overdue_days": 31},
        {"accounts": 1, "longest_overdue_days": 91, "overdue_31_to_90": 1},
        {"accounts": -1},
    ],
)
def test_a_report_that_contradicts_itself_is_refused(figures: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        BureauReport(**figures)


def test_a_year_has_twelve_months() -> None:
    with pytest.raises(ValidationError):
        Behaviour(utility_months_on_time=13, savings_months=0, loans_6_months=0)


def test_every_source_and_occupation_has_its_name() -> None:
    assert all("模拟" in source.label for source in Source)
    assert all(occupation.label for occupation in Occupation)
