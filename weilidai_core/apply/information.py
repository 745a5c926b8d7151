"""完善信息: what the applicant types is read field by field, and every mistake is told at once.

Two shapes: `TypedInformation` is the text exactly as typed (it is what a draft keeps), `Information`
is the same thing understood. Nothing is corrected silently and nothing typed is thrown away.

Allowed characters in written fields: Chinese characters, the letters A–Z and a–z, the digits 0–9,
single spaces, and `· （ ） ( ) 、 ， 。 . & -`. Employer and residence need at least two Chinese
characters. Full-width digits, emoji, quotes, semicolons, brackets and other marks are refused by name,
so what is stored is harmless wherever it is shown.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict

from weilidai_core.apply.identity import SAMPLE_MOBILE_PREFIX, is_han, is_sample_mobile
from weilidai_core.apply.typing_errors import (
    CharacterNotAllowed,
    ContactMobileLength,
    ContactMobileNotSample,
    ContactNameNotChinese,
    EmojiNotAllowed,
    FieldEmpty,
    FullWidthCharacters,
    IncomeTooHigh,
    IncomeZero,
    InformationRefused,
    NotAmongChoices,
    NotDigits,
    TooFewChineseCharacters,
    TooLong,
)
from weilidai_core.basics.money import parse_yuan
from weilidai_core.basics.typed_text import FullWidthTyped, half_width
from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_, Sentence
from weilidai_core.vault import personal
from weilidai_core.vault.personal import Discreet
from weilidai_core.world.profile import Known, Occupation, Profile, Source

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)

LONGEST = {"employer": 40, "residence": 60, "contact_name": 20}
HIGHEST_INCOME_FEN = 1_000_000_00
_MARKS = set("·（）()、，。.&- ")

LABELS = {
    "occupation": N_("职业"),
    "employer": N_("工作单位"),
    "monthly_income": N_("月收入"),
    "residence": N_("居住地"),
    "contact_name": N_("联系人姓名"),
    "contact_mobile": N_("联系人手机号"),
    "purpose": N_("借款用途"),
}


class Purpose(StrEnum):
    """借款用途 on offer; housing, shares and the like are not (see `NOT_FOR`)."""

    DAILY = "daily"
    APPLIANCES = "appliances"
    RENT = "rent"
    EDUCATION = "education"
    MEDICAL = "medical"
    TRAVEL = "travel"

    @property
    def label(self) -> str:
        """The catalogue key of the purpose's name."""
        return _PURPOSE_LABELS[self]


_PURPOSE_LABELS = {
    Purpose.DAILY: N_("个人日常消费"),
    Purpose.APPLIANCES: N_("家电家居"),
    Purpose.RENT: N_("房租"),
    Purpose.EDUCATION: N_("学习培训"),
    Purpose.MEDICAL: N_("看病就医"),
    Purpose.TRAVEL: N_("旅行"),
}

# 《商业银行互联网贷款管理暂行办法》 (2020): what an online consumer loan may not pay for.
NOT_FOR = N_("借款不能用于买房、还房贷、股票、债券、期货等金融衍生品、理财产品、固定资产和股权投资。")


class TypedInformation(Discreet):
    """The form as it was typed; choices hold the enum's value, empty where nothing was chosen."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    occupation: personal.Occupation = ""
    employer: personal.Employer = ""
    monthly_income: personal.TypedIncome = ""
    residence: personal.Residence = ""
    contact_name: personal.ContactName = ""
    contact_mobile: personal.ContactMobile = ""
    purpose: personal.LoanPurpose = ""


class Information(Discreet):
    """The form understood. The income is what the applicant declared, in fen a month before tax."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    occupation: Annotated[Occupation, personal.OCCUPATION]
    employer: personal.Employer
    monthly_income_fen: personal.IncomeFen
    residence: personal.Residence
    contact_name: personal.ContactName
    contact_mobile: personal.ContactMobile
    purpose: Annotated[Purpose, personal.LOAN_PURPOSE]


class Prefilled(BaseModel):
    """The form as sources can fill it in, and which source filled which field."""

    model_config = ConfigDict(frozen=True)

    typed: TypedInformation
    sources: dict[str, Source]


def prefilled(profile: Profile) -> Prefilled:
    """Every field that the wallet or a connected source knows, as text, with its source."""
    known = profile.known
    fields: dict[str, Known[str] | None] = {
        "occupation": _as_typed(known.occupation, lambda occupation: occupation.value),
        "employer": known.employer,
        "monthly_income": _as_typed(known.monthly_income_fen, plain_yuan),
        "residence": known.residence,
        "contact_name": known.contact_name,
        "contact_mobile": known.contact_mobile,
    }
    found = {name: fact for name, fact in fields.items() if fact is not None}
    return Prefilled(
        typed=TypedInformation(**{name: fact.value for name, fact in found.items()}),
        sources={name: fact.source for name, fact in found.items()},
    )


def _as_typed(known: Known[T] | None, text: Callable[[T], str]) -> Known[str] | None:
    return Known[str](value=text(known.value), source=known.source) if known else None


def check_information(typed: TypedInformation) -> Information:
    """The typed form, understood; raises InformationRefused with one error for each bad field."""
    errors: list[WeilidaiError] = []

    def read(field: str, reader: Callable[[str, str], T]) -> T | None:
        try:
            return reader(getattr(typed, field).strip(), field)
        except WeilidaiError as error:
            error.field = field
            errors.append(error)
            return None

    understood = {
        "occupation": read("occupation", lambda text, field: _choice(text, field, Occupation)),
        "employer": read("employer", _written),
        "monthly_income_fen": read("monthly_income", _income),
        "residence": read("residence", _written),
        "contact_name": read("contact_name", _contact_name),
        "contact_mobile": read("contact_mobile", _contact_mobile),
        "purpose": read("purpose", lambda text, field: _choice(text, field, Purpose)),
    }
    if errors:
        raise InformationRefused(errors)
    return Information.model_validate(understood)


def _choice(text: str, field: str, choices: type[Choice]) -> Choice:
    if not text:
        raise FieldEmpty(label=_label(field))
    if text not in list(choices):
        raise NotAmongChoices(label=_label(field))
    return choices(text)


def _written(text: str, field: str) -> str:
    _check_characters(text, field)
    if sum(map(is_han, text)) < 2:
        raise TooFewChineseCharacters(label=_label(field))
    return text


def _contact_name(text: str, field: str) -> str:
    _check_characters(text, field)
    letters = text.replace("·", "")
    if len(letters) < 2 or not all(map(is_han, letters)):
        raise ContactNameNotChinese
    return text


def _contact_mobile(text: str, field: str) -> str:
    if not text:
        raise FieldEmpty(label=_label(field))
    plain = half_width(text)
    if not (plain.isascii() and plain.isdigit()):
        raise NotDigits(label=_label(field))
    if plain != text:
        raise FullWidthTyped(half_width=plain[:11])
    if len(text) != 11:
        raise ContactMobileLength(digits=len(text))
    if not is_sample_mobile(text):
        raise ContactMobileNotSample(prefix=SAMPLE_MOBILE_PREFIX)
    return text


def _income(text: str, field: str) -> int:
    if not text:
        raise FieldEmpty(label=_label(field))
    income_fen = parse_yuan(text)
    if income_fen == 0:
        raise IncomeZero
    if income_fen > HIGHEST_INCOME_FEN:
        raise IncomeTooHigh(highest_fen=HIGHEST_INCOME_FEN)
    return income_fen


def _check_characters(text: str, field: str) -> None:
    if not text:
        raise FieldEmpty(label=_label(field))
    if len(text) > LONGEST[field]:
        raise TooLong(label=_label(field), longest=LONGEST[field], length=len(text))
    # The two mistakes a phone keyboard makes most, ０１２ and emoji, are refused by their own names.
    if any("！" <= character <= "～" and half_width(character).isalnum() for character in text):
        raise FullWidthCharacters(label=_label(field))
    if any(map(_is_emoji, text)):
        raise EmojiNotAllowed(label=_label(field))
    for character in text:
        plain = character.isascii() and character.isalnum()
        if not (plain or is_han(character) or character in _MARKS):
            shown: str | Sentence = character if character.isprintable() else Sentence(text=N_("不可见字符"))
            raise CharacterNotAllowed(label=_label(field), character=shown)
    for doubled in ("--", "  "):
        if doubled in text:
            raise CharacterNotAllowed(label=_label(field), character=doubled)


def _is_emoji(character: str) -> bool:
    point = ord(character)
    return (
        0x1F000 <= point <= 0x1FAFF
        or 0x2600 <= point <= 0x27BF
        or 0x2B00 <= point <= 0x2BFF
        or 0xE0020 <= point <= 0xE007F
        or point in (0x200D, 0x20E3, 0xFE0F)
    )


def _label(field: str) -> Sentence:
    return Sentence(text=LABELS[field])


def plain_yuan(amount_fen: int) -> str:
    """The amount as a person would type it: 8500, or 8500.50."""
    yuan, fen = divmod(amount_fen, 100)
    return f"{yuan}.{fen:02d}" if fen else str(yuan)
