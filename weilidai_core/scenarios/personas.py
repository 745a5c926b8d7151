"""The sample people: one declared table that the app, the command line, the gallery and the tests read.

What is known of each is in `sample_profiles`; here stands who they are, when their story begins, what they
ask for, and what is expected. The expectation is what the rules give, and a test asserts it.
"""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from weilidai_core.apply.counter_offer import Plan
from weilidai_core.apply.information import Purpose, TypedInformation, prefilled
from weilidai_core.basics.typed_text import shown
from weilidai_core.errors import WeilidaiError
from weilidai_core.scenarios import sample_profiles
from weilidai_core.sentences import N_
from weilidai_core.words import RepaymentMethod
from weilidai_core.world.profile import Occupation, Profile


class PersonaUnknown(WeilidaiError):
    """Raised when no sample person has this name."""

    code = "persona-unknown"
    text = N_("没有叫“{name}”的演示人物。")
    next_step = N_("可以选：{known}。")
    field = "persona"


class Expected(StrEnum):
    """What is expected of a sample person's application."""

    GRANTED = "granted"
    COUNTER_OFFERED = "counter-offered"
    DECLINED = "declined"
    NOT_INVITED = "not-invited"


class Persona(BaseModel):
    """One sample person: who they are, all that is known, what they type, and what is expected.

    `who` and `expectation` are catalogue keys. `pin` is shown in the world's menu; `plan` is what a
    headless journey asks for; `typed` is the whole information form as they hand it in.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    who: str
    first_day: date
    pin: str
    profile: Profile
    typed: TypedInformation
    plan: Plan
    expected: Expected
    expectation: str


def persona(name: str) -> Persona:
    """The sample person of that name; raises PersonaUnknown, which lists the known ones."""
    for one in PERSONAS:
        if one.name == name:
            return one
    raise PersonaUnknown(name=shown(name), known=", ".join(one.name for one in PERSONAS))


def _completed(profile: Profile, **typed: str) -> TypedInformation:
    """What the sources fill in, and what the person types where no source knows it."""
    return prefilled(profile).typed.model_copy(update=typed)


PERSONAS = (
    Persona(
        name="first-timer",
        who=N_("初次借款的年轻上班族，24 岁，工作不到一年，没有信用记录"),
        first_day=date(2026, 9, 15),
        pin="402719",
        profile=sample_profiles.FIRST_TIMER,
        typed=_completed(sample_profiles.FIRST_TIMER, purpose=Purpose.APPLIANCES),
        plan=Plan(principal_fen=3_000_00, tenor=12, method=RepaymentMethod.EQUAL_INSTALMENT),
        expected=Expected.GRANTED,
        expectation=N_("通过：记录短，额度不高，够她要的金额"),
    ),
    Persona(
        name="shopkeeper",
        who=N_("开杂货店的个体户，39 岁，收入不错，手上还有别的债"),
        first_day=date(2026, 10, 8),
        pin="581360",
        profile=sample_profiles.SHOPKEEPER,
        typed=_completed(
            sample_profiles.SHOPKEEPER, residence="四川省成都市样例巷 9 号", purpose=Purpose.DAILY
        ),
        plan=Plan(principal_fen=10_000_00, tenor=6, method=RepaymentMethod.EQUAL_PRINCIPAL),
        expected=Expected.COUNTER_OFFERED,
        expectation=N_("减额：要的比额度多，按额度重新试算给他选"),
    ),
    Persona(
        name="steady",
        who=N_("小学老师，45 岁，十几年按时还款，存款充足"),
        first_day=date(2026, 10, 31),
        pin="739024",
        profile=sample_profiles.STEADY,
        typed=_completed(sample_profiles.STEADY, purpose=Purpose.MEDICAL),
        plan=Plan(principal_fen=10_000_00, tenor=12, method=RepaymentMethod.EQUAL_PRINCIPAL),
        expected=Expected.GRANTED,
        expectation=N_("通过：首次额度的上限和最低的利率"),
    ),
    Persona(
        name="gig-worker",
        who=N_("送外卖的灵活就业者，29 岁，收入没有来源证明"),
        first_day=date(2026, 11, 11),
        pin="816453",
        profile=sample_profiles.GIG_WORKER,
        typed=_completed(
            sample_profiles.GIG_WORKER,
            occupation=Occupation.FREELANCE,
            employer="自由接单（外卖配送）",
            monthly_income="5600",
            purpose=Purpose.RENT,
        ),
        plan=Plan(principal_fen=1_000_00, tenor=5, method=RepaymentMethod.EQUAL_PRINCIPAL),
        expected=Expected.GRANTED,
        expectation=N_("通过：收入按七成计入，额度较低，利率较高"),
    ),
    Persona(
        name="indebted",
        who=N_("负债较重的公司职员，36 岁，每月还债超过收入的一半"),
        first_day=date(2026, 9, 28),
        pin="295108",
        profile=sample_profiles.INDEBTED,
        typed=_completed(sample_profiles.INDEBTED, purpose=Purpose.DAILY),
        plan=Plan(principal_fen=8_000_00, tenor=12, method=RepaymentMethod.EQUAL_INSTALMENT),
        expected=Expected.DECLINED,
        expectation=N_("拒绝：负债太高，再借更难还清"),
    ),
    Persona(
        name="student",
        who=N_("在校大学生，20 岁，靠生活费和奖学金"),
        first_day=date(2026, 9, 1),
        pin="647082",
        profile=sample_profiles.STUDENT,
        typed=_completed(sample_profiles.STUDENT, monthly_income="1500", purpose=Purpose.EDUCATION),
        plan=Plan(principal_fen=2_000_00, tenor=6, method=RepaymentMethod.EQUAL_PRINCIPAL),
        expected=Expected.DECLINED,
        expectation=N_("婉拒：不借给在校学生，不查信用报告就告诉她"),
    ),
    Persona(
        name="uninvited",
        who=N_("没有收到邀请的公司职员，32 岁"),
        first_day=date(2026, 12, 1),
        pin="350967",
        profile=sample_profiles.UNINVITED,
        typed=_completed(sample_profiles.UNINVITED, purpose=Purpose.TRAVEL),
        plan=Plan(principal_fen=3_000_00, tenor=12, method=RepaymentMethod.EQUAL_INSTALMENT),
        expected=Expected.NOT_INVITED,
        expectation=N_("看不到申请：还没有受邀，也没有任何“付费开通”"),
    ),
    Persona(
        name="recently-overdue",
        who=N_("近期有严重逾期的公司职员，37 岁"),
        first_day=date(2026, 11, 24),
        pin="904826",
        profile=sample_profiles.RECENTLY_OVERDUE,
        typed=_completed(sample_profiles.RECENTLY_OVERDUE, purpose=Purpose.DAILY),
        plan=Plan(principal_fen=5_000_00, tenor=10, method=RepaymentMethod.EQUAL_PRINCIPAL),
        expected=Expected.DECLINED,
        expectation=N_("拒绝：近 12 个月有一次逾期超过 60 天"),
    ),
)
