"""The figures: taken from the profile and the report as they stand, and from nothing else."""

from datetime import date

import pytest

from weilidai_core.risk.bureau import CreditBureau, SimulatedBureau
from weilidai_core.risk.features import Features, features
from weilidai_core.scenarios.personas import persona
from weilidai_core.world.profile import KnownInformation


def figures(name: str, *, on: date) -> Features:
    profile = persona(name).profile
    return features(profile, report=SimulatedBureau().report(profile), monthly_income_fen=5_000_00, on=on)


def test_it_works() -> None:
    known = figures("shopkeeper", on=date(2026, 10, 8))

    assert known.savings_fen == 23_300_00
    assert known.income_months == 40
    assert known.overdue_1_to_30 == 1
    assert known.monthly_income_fen == 5_000_00


@pytest.mark.parametrize(
    ("on", "months"),
    [(date(2016, 3, 12), 0), (date(2016, 4, 11), 0), (date(2016, 4, 12), 1), (date(2026, 10, 8), 126)],
)
def test_the_wallet_is_as_old_as_its_full_months(on: date, months: int) -> None:
    assert figures("shopkeeper", on=on).wallet_months == months


def test_income_that_no_source_has_seen_has_no_months() -> None:
    profile = persona("steady").profile.model_copy(update={"known": KnownInformation()})
    known = features(profile, report=profile.bureau, monthly_income_fen=1, on=date(2026, 10, 31))

    assert known.income_months == 0


def test_who_someone_is_is_not_among_the_figures() -> None:
    forbidden = {"name", "age", "sex", "place", "residence", "contact", "friends", "occupation"}

    assert not forbidden & {part for field in Features.model_fields for part in field.split("_")}


def test_the_bureau_says_that_it_is_simulated() -> None:
    bureau: CreditBureau = SimulatedBureau()

    assert "模拟" in bureau.name
