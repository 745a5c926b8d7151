"""What can be wrong with a typed field of the information page, each mistake by its own name.

The law kept here: a sentence says which field, what is wrong, and what would be right; it never
repeats what was typed beyond the one character in question, and nothing typed is lost.
"""

from collections.abc import Sequence

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_


class FieldEmpty(WeilidaiError):
    """Raised when a field is left empty."""

    code = "field-empty"
    text = N_("{label}还没有填。")


class NotAmongChoices(WeilidaiError):
    """Raised when a choice is none of those on offer."""

    code = "not-among-choices"
    text = N_("{label}请从列表里选一项。")


class TooLong(WeilidaiError):
    """Raised when a text is longer than its field allows."""

    code = "too-long"
    text = N_("{label}最多 {longest} 个字，现在是 {length} 个。")


class TooFewChineseCharacters(WeilidaiError):
    """Raised when a name or place is not written in Chinese."""

    code = "too-few-chinese-characters"
    text = N_("{label}请用中文写，至少两个汉字；可以夹字母和数字。")


class ContactNameNotChinese(WeilidaiError):
    """Raised when the contact's name is not 2 to 20 Chinese characters."""

    code = "contact-name-not-chinese"
    text = N_("联系人姓名请写 2 到 20 个汉字。")
    field = "contact_name"


class FullWidthCharacters(WeilidaiError):
    """Raised when digits or letters are typed in their full-width forms."""

    code = "full-width-characters"
    text = N_("{label}里有全角数字或字母，请切换到半角再输入，例如 0–9。")


class EmojiNotAllowed(WeilidaiError):
    """Raised when a text holds an emoji or a pictograph."""

    code = "emoji-not-allowed"
    text = N_("{label}里不能有表情符号，请删掉它。")


class CharacterNotAllowed(WeilidaiError):
    """Raised when a text holds a character outside the documented set."""

    code = "character-not-allowed"
    text = N_("{label}里不能有“{character}”，请用汉字、字母、数字和常用标点。")


class NotDigits(WeilidaiError):
    """Raised when a number holds something else than the digits 0–9."""

    code = "not-digits"
    text = N_("{label}只能是数字 0–9，不要有空格、横线或加号。")


class ContactMobileLength(WeilidaiError):
    """Raised when the contact's number is not 11 digits long."""

    code = "contact-mobile-length"
    text = N_("联系人手机号应为 11 位，现在是 {digits} 位。")
    field = "contact_mobile"


class ContactMobileNotSample(WeilidaiError):
    """Raised when the contact's number could belong to a real person."""

    code = "contact-mobile-not-sample"
    text = N_("联系人手机号请用样例号码（{prefix} 开头）。这里是演示，不收任何真实的人的电话。")
    field = "contact_mobile"


class IncomeZero(WeilidaiError):
    """Raised when the monthly income is zero."""

    code = "income-zero"
    text = N_("月收入要大于 0。没有固定收入，可以填最近几个月的平均数。")
    field = "monthly_income"


class IncomeTooHigh(WeilidaiError):
    """Raised when the monthly income is above what this form accepts."""

    code = "income-too-high"
    text = N_("月收入最多填 {highest_fen}，请看看是不是多写了零。")
    field = "monthly_income"


class InformationRefused(WeilidaiError):
    """Raised when one or more fields of the form need correcting; `errors` holds one for each."""

    code = "information-refused"
    text = N_("有 {count} 处需要改一下，您填的内容都还在。")
    next_step = N_("改好标出的几项，再点下一步。")

    def __init__(self, errors: Sequence[WeilidaiError]) -> None:
        super().__init__(field=errors[0].field, count=len(errors))
        self.errors = tuple(errors)

    def parts(self) -> tuple[WeilidaiError, ...]:
        """The field errors, in the order of the form."""
        return self.errors
