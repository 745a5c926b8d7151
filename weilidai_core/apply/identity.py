"""身份: the wallet's verified name, ID number, mobile and card are checked, and shown only masked.

The law kept here: nothing that could belong to a real person is accepted. An ID number needs a
right check digit *and* a county code that was never allocated; a mobile needs a prefix no carrier
issues; a card needs a prefix no bank issues. A refusal never repeats the full value.
"""

import unicodedata
from datetime import date

from pydantic import BaseModel, ConfigDict
from stdnum import luhn, numdb
from stdnum.cn import ric
from stdnum.exceptions import ValidationError

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_
from weilidai_core.world.profile import Person

YOUNGEST = 18
OLDEST = 60
# No carrier issues 154 (a gap among the 15x prefixes). A card number that begins with 9 goes on with
# the ISO 3166 number of a country (ISO/IEC 7812-1), and 999 is no country: nobody issues 9999.
SAMPLE_MOBILE_PREFIX = "154"
SAMPLE_CARD_PREFIX = "9999"


class NameRefused(WeilidaiError):
    """Raised when a name is not 2 to 20 Chinese characters."""

    code = "name-refused"
    text = N_("姓名应为 2 到 20 个汉字。")
    next_step = N_("请从演示人物中选一位。")
    field = "name"


class IdNumberMalformed(WeilidaiError):
    """Raised when an ID number is not 17 digits followed by a digit or X, or holds no real date."""

    code = "id-number-malformed"
    text = N_("身份证号应为 18 位：17 位数字加 1 位数字或 X，其中要有真实存在的出生日期。")
    next_step = N_("请从演示人物中选一位。")
    field = "id_number"


class IdCheckDigitWrong(WeilidaiError):
    """Raised when the 18th character of an ID number does not follow from the other 17."""

    code = "id-check-digit-wrong"
    text = N_("身份证号 {id_number} 的校验位不对，可能有一位写错了。")
    next_step = N_("请逐位核对一遍。")
    field = "id_number"


class IdMayBeReal(WeilidaiError):
    """Raised when the county code of an ID number is, or once was, allocated."""

    code = "id-may-be-real"
    text = N_("身份证号 {id_number} 的地区码真实存在，可能属于真实的人，这里不能使用。")
    next_step = N_("这是模拟演示，请从演示人物中选一位；样例的地区码从未分配给任何地方。")
    field = "id_number"


class TooYoung(WeilidaiError):
    """Raised when the applicant is not yet 18 on the day."""

    code = "too-young"
    text = N_("您现在 {age} 岁。借款申请人须年满 {youngest} 岁。")
    next_step = N_("年满 {youngest} 岁后可以再来申请。")
    field = "id_number"


class TooOld(WeilidaiError):
    """Raised when the applicant is past the year of being 60 on the day."""

    code = "too-old"
    text = N_("您现在 {age} 岁。借款申请人年龄不超过 {oldest} 岁。")
    next_step = N_("钱包的其他功能不受影响。")
    field = "id_number"


class MobileNotSample(WeilidaiError):
    """Raised when a mobile number is not 11 digits on the prefix no carrier issues."""

    code = "mobile-not-sample"
    text = N_("手机号须为 11 位样例号码（{prefix} 开头）。这个号段没有运营商使用，不会打扰真实的人。")
    next_step = N_("请换成 {prefix} 开头的样例号码。")
    field = "mobile"


class CardNumberWrong(WeilidaiError):
    """Raised when a card number is not 16 to 19 digits or fails the Luhn check (ISO/IEC 7812-1)."""

    code = "card-number-wrong"
    text = N_("银行卡号应为 16 到 19 位数字，且校验位要对。")
    next_step = N_("请逐位核对一遍。")
    field = "card_number"


class CardMayBeReal(WeilidaiError):
    """Raised when a card number does not begin with the prefix nobody issues."""

    code = "card-may-be-real"
    text = N_("银行卡号 {card_number} 可能是真实的卡，这里不能使用。")
    next_step = N_("这是模拟演示，请使用 {prefix} 开头的样例卡。")
    field = "card_number"


class MaskedIdentity(BaseModel):
    """What screens, logs and events may show of a person."""

    model_config = ConfigDict(frozen=True)

    name: str
    id_number: str
    mobile: str
    card_number: str
    bank_name: str
    age: int


def check_identity(person: Person, *, on: date) -> MaskedIdentity:
    """The person passes every check on that day; what comes back is masked.

    Raises the first of: NameRefused, IdNumberMalformed, IdCheckDigitWrong, IdMayBeReal, TooYoung,
    TooOld, MobileNotSample, CardNumberWrong, CardMayBeReal.
    """
    check_name(person.name)
    check_id_number(person.id_number)
    age = check_age(born_on(person.id_number), on=on)
    check_mobile(person.mobile)
    check_card_number(person.card_number)
    return MaskedIdentity(
        name=mask_name(person.name),
        id_number=mask_id_number(person.id_number),
        mobile=mask_mobile(person.mobile),
        card_number=mask_card_number(person.card_number),
        bank_name=person.bank_name,
        age=age,
    )


def check_name(name: str) -> str:
    """The name is 2 to 20 Chinese characters, a middle dot allowed inside; raises NameRefused."""
    letters = name.replace("·", "")
    if not 2 <= len(name) <= 20 or name[0] == "·" or name[-1] == "·" or not all(map(is_han, letters)):
        raise NameRefused
    return name


def check_id_number(id_number: str) -> str:
    """The ID number is well formed (GB 11643-1999) and can belong to nobody.

    Raises IdNumberMalformed, IdCheckDigitWrong, or IdMayBeReal.
    """
    born_on(id_number)
    if id_number[-1] != ric.calc_check_digit(id_number):
        raise IdCheckDigitWrong(id_number=mask_id_number(id_number))
    if is_allocated(id_number[:6]):
        raise IdMayBeReal(id_number=mask_id_number(id_number))
    return id_number


def is_allocated(county_code: str) -> bool:
    """Whether the six digits are, or ever were, the code of a place (GB/T 2260, all editions)."""
    return any("county" in facts for _, facts in numdb.get("cn/loc").info(county_code))


def born_on(id_number: str) -> date:
    """The birth date inside an ID number; raises IdNumberMalformed."""
    digits = id_number[:17]
    if len(id_number) != 18 or not (digits.isascii() and digits.isdigit()):
        raise IdNumberMalformed
    if not (id_number[17] == "X" or (id_number[17].isascii() and id_number[17].isdigit())):
        raise IdNumberMalformed
    try:
        return date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        raise IdNumberMalformed from None


def age_on(born: date, *, on: date) -> int:
    """Completed years on a day; someone born on 29 February is a year older on 1 March otherwise."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def check_age(born: date, *, on: date) -> int:
    """The age in completed years, when it lies between 18 and 60; raises TooYoung or TooOld."""
    age = age_on(born, on=on)
    if age < YOUNGEST:
        raise TooYoung(age=max(age, 0), youngest=YOUNGEST)
    if age > OLDEST:
        raise TooOld(age=age, oldest=OLDEST)
    return age


def check_mobile(mobile: str) -> str:
    """The mobile is 11 digits on the sample prefix; raises MobileNotSample."""
    if not (len(mobile) == 11 and mobile.isascii() and mobile.isdigit() and is_sample_mobile(mobile)):
        raise MobileNotSample(prefix=SAMPLE_MOBILE_PREFIX)
    return mobile


def is_sample_mobile(mobile: str) -> bool:
    """Whether a number lies on the prefix that no carrier issues."""
    return mobile.startswith(SAMPLE_MOBILE_PREFIX)


def check_card_number(card_number: str) -> str:
    """The card number passes Luhn and lies on the prefix nobody issues.

    Raises CardNumberWrong or CardMayBeReal.
    """
    if not (16 <= len(card_number) <= 19 and card_number.isascii() and card_number.isdigit()):
        raise CardNumberWrong
    try:
        luhn.validate(card_number)
    except ValidationError:
        raise CardNumberWrong from None
    if not card_number.startswith(SAMPLE_CARD_PREFIX):
        raise CardMayBeReal(card_number=mask_card_number(card_number), prefix=SAMPLE_CARD_PREFIX)
    return card_number


def mask_name(name: str) -> str:
    """林小满 → 林**."""
    return name[:1] + "*" * (len(name) - 1)


def mask_id_number(id_number: str) -> str:
    """The first three and the last four characters of an ID number: 440***********1234."""
    return id_number[:3] + "*" * max(0, len(id_number) - 7) + id_number[-4:]


def mask_mobile(mobile: str) -> str:
    """The first three and the last four digits of a mobile number: 154****1234."""
    return mobile[:3] + "****" + mobile[-4:]


def mask_card_number(card_number: str) -> str:
    """The first four and the last four digits, in fours: 9999 **** **** 0018."""
    hidden = card_number[:4] + "*" * (len(card_number) - 8) + card_number[-4:]
    return " ".join(hidden[start : start + 4] for start in range(0, len(hidden), 4))


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one (a unified or compatibility ideograph, or 〇)."""
    return character == "〇" or unicodedata.name(character, "").startswith(
        ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH")
    )
