"""数据分级: what each kind of personal data is, what it is for, how long it is kept, how it is masked.

The levels are those of JR/T 0171-2020 (from public summaries): C3 authenticates and is hashed or never kept;
C2 identifies a person or tells their finances and is sealed; C1 is internal. `sensitive` is PIPL 28's own
flag: biometrics and financial accounts, for which consent is asked apart. A model's field says its kind by
its type (`name: personal.Name`), and the register of personal data is read off the models.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel

from weilidai_core.sentences import N_


class Level(StrEnum):
    """JR/T 0171-2020's three classes."""

    C1 = "C1"
    C2 = "C2"
    C3 = "C3"

    @property
    def label(self) -> str:
        """The catalogue key of what the class holds and how it is kept."""
        return _LEVELS[self]


_LEVELS = {
    Level.C1: N_("内部信息：单独看认不出您"),
    Level.C2: N_("身份和财务信息：加密保存"),
    Level.C3: N_("验证信息：只存校验值，或者根本不存"),
}


class Purpose(StrEnum):
    """What personal data are for; the value is a catalogue key."""

    IDENTITY = N_("核对您的身份")
    REVIEW = N_("审核这一次申请")
    CONTRACT = N_("签约和放款")
    CONTACT = N_("失联时核实您的下落，不透露借款")
    SERVICE = N_("回答您的问题")
    FORM = N_("留住没填完的表格")
    SIGNING = N_("签署时确认是您本人")
    WALLET = N_("显示您的钱包")


class Retention(StrEnum):
    """How long personal data would be kept by a real lender; the value is a catalogue key."""

    AFTER_SETTLING = N_("合同结清后 5 年；没有借款的，审核结束后 6 个月")
    REVIEW = N_("审核结束后 6 个月")
    WHILE_USED = N_("用到为止，随时可以清空")
    NEVER = N_("从不")


class Masking(StrEnum):
    """How a value is shown."""

    NAME = "name"
    ID_NUMBER = "id-number"
    MOBILE = "mobile"
    CARD = "card"
    WORDS = "words"
    AMOUNT = "amount"
    PLAIN = "plain"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Personal:
    """One kind of personal data; `label` is a catalogue key."""

    label: str
    level: Level
    purpose: Purpose
    retention: Retention
    masking: Masking
    sensitive: bool = False


def _kept(label: str, purpose: Purpose, masking: Masking, *, sensitive: bool = False) -> Personal:
    return Personal(label, Level.C2, purpose, Retention.AFTER_SETTLING, masking, sensitive)


NAME = _kept(N_("姓名"), Purpose.IDENTITY, Masking.NAME)
ID_NUMBER = _kept(N_("身份证号"), Purpose.IDENTITY, Masking.ID_NUMBER)
AGE = _kept(N_("年龄"), Purpose.IDENTITY, Masking.PLAIN)
MOBILE = _kept(N_("手机号"), Purpose.IDENTITY, Masking.MOBILE)
CARD = _kept(N_("银行卡号"), Purpose.CONTRACT, Masking.CARD, sensitive=True)
BANK = _kept(N_("发卡行"), Purpose.CONTRACT, Masking.PLAIN)
BALANCE = Personal(
    N_("钱包余额"), Level.C2, Purpose.WALLET, Retention.WHILE_USED, Masking.AMOUNT, sensitive=True
)
OCCUPATION = _kept(N_("职业"), Purpose.REVIEW, Masking.PLAIN)
EMPLOYER = _kept(N_("工作单位"), Purpose.REVIEW, Masking.WORDS)
INCOME = _kept(N_("月收入"), Purpose.REVIEW, Masking.AMOUNT)
RESIDENCE = _kept(N_("居住地"), Purpose.REVIEW, Masking.WORDS)
CONTACT_NAME = _kept(N_("联系人姓名"), Purpose.CONTACT, Masking.NAME)
CONTACT_MOBILE = _kept(N_("联系人手机号"), Purpose.CONTACT, Masking.MOBILE)
LOAN_PURPOSE = _kept(N_("借款用途"), Purpose.REVIEW, Masking.PLAIN)
MONTHS = Personal(N_("公积金和收款月数"), Level.C2, Purpose.REVIEW, Retention.REVIEW, Masking.HIDDEN)
CREDIT_REPORT = Personal(
    N_("信用报告"), Level.C2, Purpose.REVIEW, Retention.REVIEW, Masking.HIDDEN, sensitive=True
)
BEHAVIOUR = Personal(N_("钱包使用习惯"), Level.C2, Purpose.REVIEW, Retention.REVIEW, Masking.HIDDEN)
SCORE = _kept(N_("评分和额度依据"), Purpose.REVIEW, Masking.HIDDEN)
KNOWN = _kept(N_("钱包和资料来源知道的全部"), Purpose.REVIEW, Masking.HIDDEN)
QUESTION = Personal(N_("问客服的话"), Level.C2, Purpose.SERVICE, Retention.WHILE_USED, Masking.HIDDEN)
DRAFT = Personal(N_("没提交的表格"), Level.C2, Purpose.FORM, Retention.WHILE_USED, Masking.HIDDEN)
CONTRACT_TEXT = _kept(N_("合同文本"), Purpose.CONTRACT, Masking.HIDDEN)
REQUEST = _kept(N_("您做过的每一步"), Purpose.CONTRACT, Masking.HIDDEN)
DEVICE = Personal(N_("手机系统"), Level.C1, Purpose.IDENTITY, Retention.REVIEW, Masking.PLAIN)
WALLET_SINCE = Personal(N_("钱包开通日期"), Level.C1, Purpose.WALLET, Retention.WHILE_USED, Masking.PLAIN)
BROWSER = Personal(N_("浏览器密令的校验值"), Level.C1, Purpose.WALLET, Retention.WHILE_USED, Masking.HIDDEN)
PIN = Personal(N_("签署 PIN"), Level.C3, Purpose.SIGNING, Retention.WHILE_USED, Masking.HIDDEN)
PASSKEY = Personal(N_("通行密钥的名称"), Level.C2, Purpose.SIGNING, Retention.WHILE_USED, Masking.HIDDEN)
EVIDENCE = _kept(N_("签署的证据"), Purpose.SIGNING, Masking.HIDDEN)
FACE = Personal(N_("人脸图像"), Level.C3, Purpose.SIGNING, Retention.NEVER, Masking.HIDDEN, sensitive=True)

Name = Annotated[str, NAME]
IdNumber = Annotated[str, ID_NUMBER]
Age = Annotated[int, AGE]
Mobile = Annotated[str, MOBILE]
Card = Annotated[str, CARD]
Bank = Annotated[str, BANK]
Employer = Annotated[str, EMPLOYER]
IncomeFen = Annotated[int, INCOME]
TypedIncome = Annotated[str, INCOME]
Residence = Annotated[str, RESIDENCE]
ContactName = Annotated[str, CONTACT_NAME]
ContactMobile = Annotated[str, CONTACT_MOBILE]
Occupation = Annotated[str, OCCUPATION]
LoanPurpose = Annotated[str, LOAN_PURPOSE]
Question = Annotated[str, QUESTION]
DeviceFact = Annotated[str, DEVICE]


def personal_in(model: type[BaseModel], field: str) -> Personal | None:
    """The kind of personal data that a model's field holds, or None."""
    return next((fact for fact in model.model_fields[field].metadata if isinstance(fact, Personal)), None)


class Discreet(BaseModel):
    """Base of what may hold personal data: printed, it shows that there is a value and not which."""

    def __repr_args__(self) -> Any:
        """Every field; what is personal only by an ellipsis."""
        for name, value in super().__repr_args__():
            yield name, ... if name and personal_in(type(self), name) else value
