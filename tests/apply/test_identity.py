"""Identity: the checks on a sample person's papers, what is refused and why, and what may be shown."""

from datetime import date

import pytest
from faker.providers.ssn.zh_CN import Provider
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from weilidai_core.apply import identity
from weilidai_core.apply.identity import (
    CardMayBeReal,
    CardNumberWrong,
    IdCheckDigitWrong,
    IdMayBeReal,
    IdNumberMalformed,
    MobileNotSample,
    NameRefused,
    TooOld,
    TooYoung,
)
from weilidai_core.scenarios.personas import PERSONAS, Persona, persona

SAMPLE_ID = persona("first-timer").profile.person.id_number


def with_check_digit(body: str) -> str:
    return body + ric.calc_check_digit(body + "0")


def test_it_works() -> None:
    shown = identity.check_identity(persona("first-timer").profile.person, on=date(2026, 9, 15))

    assert shown.name == "周**"
    assert shown.id_number == "440***********1220"
    assert shown.mobile == "154****0101"
    assert shown.card_number == "9999 **** **** 1018"
    assert shown.age == 24


@pytest.mark.parametrize("place", ["110101", "440305", "510104", "110103", "659001", "429004"])
def test_an_id_that_could_be_a_real_persons_is_refused(place: str) -> None:
    # 110103 was abolished in 2010: people born there still carry it.
    with pytest.raises(IdMayBeReal) as refused:
        identity.check_id_number(with_check_digit(f"{place}19900101001"))

    assert "19900101" not in str(refused.value.facts)


@pytest.mark.parametrize("one", PERSONAS, ids=lambda one: one.name)
def test_no_sample_id_lies_in_any_list_of_real_places(one: Persona) -> None:
    place = one.profile.person.id_number[:6]

    assert not identity.is_allocated(place)
    assert place not in Provider.area_codes


def test_the_published_specimen_is_refused_too() -> None:
    # 11010519491231002X is the standard's own example; its place is real.
    with pytest.raises(IdMayBeReal):
        identity.check_id_number("11010519491231002X")


@pytest.mark.parametrize("place", range(17))
def test_one_wrong_digit_is_caught(place: int) -> None:
    wrong = str((int(SAMPLE_ID[place]) + 1) % 10)

    with pytest.raises((IdCheckDigitWrong, IdNumberMalformed)):
        identity.check_id_number(SAMPLE_ID[:place] + wrong + SAMPLE_ID[place + 1 :])


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "1",
        SAMPLE_ID + "0",
        SAMPLE_ID[:-1] + "Y",
        SAMPLE_ID[:-1] + "x",
        "44009920020516122０",
        "4４0099200205161220",
        "440099200213161220",
        "440099200302291220",
        "4400992002051612²0",
        "-40099200205161220",
        "' OR 1=1 --       ",
    ],
)
def test_what_is_not_an_id_number_is_refused(typed: str) -> None:
    with pytest.raises(IdNumberMalformed):
        identity.check_id_number(typed)


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(2008, 9, 15), date(2026, 9, 14), 17),
        (date(2008, 9, 15), date(2026, 9, 15), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(1966, 1, 1), date(2026, 12, 31), 60),
        (date(1965, 12, 31), date(2026, 12, 30), 60),
        (date(1965, 12, 31), date(2026, 12, 31), 61),
    ],
)
def test_age_is_in_completed_years(born: date, on: date, age: int) -> None:
    assert identity.age_on(born, on=on) == age


def test_someone_of_seventeen_is_refused_until_the_birthday() -> None:
    born = date(2008, 9, 15)

    with pytest.raises(TooYoung) as refused:
        identity.check_age(born, on=date(2026, 9, 14))

    assert refused.value.facts == {"age": 17, "youngest": 18}
    assert identity.check_age(born, on=date(2026, 9, 15)) == 18


def test_someone_of_sixty_one_is_refused() -> None:
    with pytest.raises(TooOld):
        identity.check_age(date(1965, 9, 15), on=date(2026, 9, 15))


def test_someone_not_yet_born_is_too_young() -> None:
    # A birth date in the future passes the check digit; the age check is what stops it.
    with pytest.raises(TooYoung):
        identity.check_age(date(2099, 1, 1), on=date(2026, 9, 15))


@pytest.mark.parametrize(
    "typed",
    ["", "13800138000", "1540000000", "154000000000", "１５４００００００００", "1540000000a", "154²0000000"],
)
def test_a_mobile_that_could_be_a_real_persons_is_refused(typed: str) -> None:
    with pytest.raises(MobileNotSample):
        identity.check_mobile(typed)


def test_a_card_with_a_wrong_digit_is_refused() -> None:
    card = persona("first-timer").profile.person.card_number

    with pytest.raises(CardNumberWrong):
        identity.check_card_number(card[:-1] + str((int(card[-1]) + 1) % 10))


def test_a_card_that_could_be_real_is_refused() -> None:
    with pytest.raises(CardMayBeReal) as refused:
        identity.check_card_number("6222021234567894")

    assert refused.value.facts["card_number"] == "6222 **** **** 7894"


@pytest.mark.parametrize("typed", ["", "9999", "9" * 20, "９" * 16, "9999 0000 0000 0018"])
def test_what_is_not_a_card_number_is_refused(typed: str) -> None:
    with pytest.raises(CardNumberWrong):
        identity.check_card_number(typed)


@pytest.mark.parametrize("typed", ["", "林", "林" * 21, "Lin", "林 小满", "林１", "林🙂", "·林小", "林<b>"])
def test_what_is_not_a_chinese_name_is_refused(typed: str) -> None:
    with pytest.raises(NameRefused):
        identity.check_name(typed)


@pytest.mark.parametrize("name", ["林满", "欧阳小满", "阿依古丽·买买提", "㛃𠮷"])
def test_chinese_names_of_every_kind_are_accepted(name: str) -> None:
    assert identity.check_name(name) == name


def test_a_masked_name_shows_the_first_character_only() -> None:
    assert identity.mask_name("林小满") == "林**"


@given(digits=st.text("0123456789", min_size=16, max_size=19))
def test_a_masked_card_shows_eight_digits(digits: str) -> None:
    shown = identity.mask_card_number(digits).replace(" ", "")

    assert shown == digits[:4] + "*" * (len(digits) - 8) + digits[-4:]
