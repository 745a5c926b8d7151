"""The collection's bar in full: ten thousand random overdue lives."""

import pytest

from tests.collection.lives import breaches, live

LIVES = 10_000


@pytest.mark.soak
def test_no_contact_breaks_a_rule_in_ten_thousand_overdue_lives() -> None:
    contacts = 0
    for seed in range(LIVES):
        life = live(seed)
        contacts += len(life.made)
        assert breaches(life) == [], f"seed {seed}"

    assert contacts > LIVES
