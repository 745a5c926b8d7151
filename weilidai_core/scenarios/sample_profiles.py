"""What is known of each sample person: figures that hang together, declared by hand.

Nobody here exists (see `sample_person`). Names and employers come from Faker by seed; streets, schools
and shops are named as samples.
"""

from datetime import date

from weilidai_core.scenarios.sample_person import (
    Contact,
    Papers,
    contact_mobile,
    contact_name,
    person,
    sample_company,
)
from weilidai_core.sentences import N_
from weilidai_core.world.profile import (
    Behaviour,
    BureauReport,
    Device,
    Known,
    KnownInformation,
    Occupation,
    Profile,
    Source,
    Wallet,
)

DAWN_BANK = N_("晨曦示例银行（虚构）")
WHALE_BANK = N_("蓝鲸示例银行（虚构）")


def _occupation(value: Occupation, source: Source) -> Known[Occupation]:
    return Known[Occupation](value=value, source=source)


def _text(value: str, source: Source) -> Known[str]:
    return Known[str](value=value, source=source)


def _figure(value: int, source: Source) -> Known[int]:
    return Known[int](value=value, source=source)


_FIRST_TIMER_CONTACT = Contact(seed=18, mobile_end="20260112")
FIRST_TIMER = Profile(
    person=person(Papers(21, True, "440099", date(2002, 5, 16), 61, "20260101", "10260000101", DAWN_BANK)),
    device=Device(system="Android", version="16", ok=True),
    invited=True,
    wallet=Wallet(
        change_fen=860_00,
        savings_fen=7_200_00,
        card_count=1,
        card_fen=12_000_00,
        card_monthly_fen=1_200_00,
        card_income_day=10,
        opened_on=date(2021, 6, 20),
    ),
    known=KnownInformation(
        occupation=_occupation(Occupation.EMPLOYEE, Source.TAX),
        employer=_text(sample_company(1), Source.PROVIDENT_FUND),
        monthly_income_fen=_figure(6_500_00, Source.TAX),
        residence=_text("广东省佛山市样例路 16 号", Source.WALLET),
        contact_name=contact_name(_FIRST_TIMER_CONTACT),
        contact_mobile=contact_mobile(_FIRST_TIMER_CONTACT),
        provident_fund_months=_figure(8, Source.PROVIDENT_FUND),
    ),
    bureau=BureauReport(),
    behaviour=Behaviour(utility_months_on_time=11, savings_months=10, loans_6_months=0),
)

_SHOPKEEPER_CONTACT = Contact(seed=26, mobile_end="20260212")
SHOPKEEPER = Profile(
    person=person(Papers(41, False, "510099", date(1986, 11, 3), 127, "20260202", "10260000202", WHALE_BANK)),
    device=Device(system="Android", version="15", ok=True),
    invited=True,
    wallet=Wallet(
        change_fen=5_300_00,
        savings_fen=18_000_00,
        card_count=3,
        card_fen=30_000_00,
        card_monthly_fen=3_000_00,
        card_income_day=5,
        opened_on=date(2016, 3, 12),
    ),
    known=KnownInformation(
        occupation=_occupation(Occupation.SELF_EMPLOYED, Source.MERCHANT),
        employer=_text("巷口杂货店（样例）", Source.MERCHANT),
        monthly_income_fen=_figure(12_000_00, Source.MERCHANT),
        contact_name=contact_name(_SHOPKEEPER_CONTACT),
        contact_mobile=contact_mobile(_SHOPKEEPER_CONTACT),
        receipts_months=_figure(40, Source.MERCHANT),
    ),
    bureau=BureauReport(
        accounts=4,
        history_months=96,
        overdue_1_to_30=1,
        longest_overdue_days=6,
        revolving_limit_fen=40_000_00,
        revolving_used_fen=22_000_00,
        monthly_debt_service_fen=3_600_00,
        total_debt_fen=108_000_00,
        inquiries_6_months=4,
    ),
    behaviour=Behaviour(utility_months_on_time=12, savings_months=6, loans_6_months=2),
)

_STEADY_CONTACT = Contact(seed=36, mobile_end="20260312")
STEADY = Profile(
    person=person(Papers(54, True, "330099", date(1981, 1, 31), 204, "20260303", "10260000303", DAWN_BANK)),
    device=Device(system="iOS", version="26.1", ok=True),
    invited=True,
    wallet=Wallet(
        change_fen=3_100_00,
        savings_fen=64_000_00,
        card_count=2,
        card_fen=40_000_00,
        card_monthly_fen=5_000_00,
        card_income_day=15,
        opened_on=date(2015, 2, 18),
    ),
    known=KnownInformation(
        occupation=_occupation(Occupation.PUBLIC_SERVICE, Source.PROVIDENT_FUND),
        employer=_text("清河样例小学", Source.PROVIDENT_FUND),
        monthly_income_fen=_figure(15_800_00, Source.TAX),
        residence=_text("浙江省杭州市样例街 3 号", Source.WALLET),
        contact_name=contact_name(_STEADY_CONTACT),
        contact_mobile=contact_mobile(_STEADY_CONTACT),
        provident_fund_months=_figure(130, Source.PROVIDENT_FUND),
    ),
    bureau=BureauReport(
        accounts=5,
        history_months=180,
        revolving_limit_fen=80_000_00,
        revolving_used_fen=5_600_00,
        monthly_debt_service_fen=1_500_00,
        total_debt_fen=42_000_00,
    ),
    behaviour=Behaviour(utility_months_on_time=12, savings_months=12, loans_6_months=0),
)

_GIG_WORKER_CONTACT = Contact(seed=39, mobile_end="20260412")
GIG_WORKER = Profile(
    person=person(Papers(49, False, "420099", date(1997, 8, 24), 88, "20260404", "10260000404", WHALE_BANK)),
    device=Device(system="Android", version="14", ok=True),
    invited=True,
    wallet=Wallet(
        change_fen=1_150_00,
        savings_fen=2_450_00,
        card_count=1,
        card_fen=1_600_00,
        card_monthly_fen=260_00,
        card_income_day=20,
        opened_on=date(2018, 9, 5),
    ),
    known=KnownInformation(
        residence=_text("湖北省武汉市样例巷 27 号", Source.WALLET),
        contact_name=contact_name(_GIG_WORKER_CONTACT),
        contact_mobile=contact_mobile(_GIG_WORKER_CONTACT),
    ),
    bureau=BureauReport(
        accounts=2,
        history_months=20,
        overdue_1_to_30=1,
        longest_overdue_days=12,
        revolving_limit_fen=8_000_00,
        revolving_used_fen=5_200_00,
        monthly_debt_service_fen=900_00,
        total_debt_fen=11_000_00,
        inquiries_6_months=3,
    ),
    behaviour=Behaviour(utility_months_on_time=9, savings_months=4, loans_6_months=2),
)

_INDEBTED_CONTACT = Contact(seed=9, mobile_end="20260512")
INDEBTED = Profile(
    person=person(Papers(38, False, "320099", date(1990, 2, 14), 340, "20260505", "10260000505", DAWN_BANK)),
    device=Device(system="iOS", version="26.1", ok=True),
    invited=True,
    wallet=Wallet(change_fen=240_00, savings_fen=0, card_count=4, opened_on=date(2016, 11, 30)),
    known=KnownInformation(
        occupation=_occupation(Occupation.EMPLOYEE, Source.EMPLOYER),
        employer=_text(sample_company(2), Source.EMPLOYER),
        monthly_income_fen=_figure(9_000_00, Source.EMPLOYER),
        residence=_text("江苏省苏州市样例路 88 号", Source.WALLET),
        contact_name=contact_name(_INDEBTED_CONTACT),
        contact_mobile=contact_mobile(_INDEBTED_CONTACT),
        provident_fund_months=_figure(50, Source.PROVIDENT_FUND),
    ),
    bureau=BureauReport(
        accounts=7,
        history_months=90,
        overdue_1_to_30=3,
        longest_overdue_days=22,
        revolving_limit_fen=60_000_00,
        revolving_used_fen=57_000_00,
        monthly_debt_service_fen=5_600_00,
        total_debt_fen=210_000_00,
        inquiries_6_months=9,
    ),
    behaviour=Behaviour(utility_months_on_time=8, savings_months=0, loans_6_months=5),
)

_STUDENT_CONTACT = Contact(seed=43, mobile_end="20260612")
STUDENT = Profile(
    person=person(Papers(11, True, "610099", date(2006, 3, 9), 19, "20260606", "10260000606", WHALE_BANK)),
    device=Device(system="Android", version="16", ok=True),
    invited=True,
    wallet=Wallet(change_fen=530_00, savings_fen=1_200_00, card_count=1, opened_on=date(2023, 8, 28)),
    known=KnownInformation(
        occupation=_occupation(Occupation.STUDENT, Source.WALLET),
        employer=_text("晴川样例大学", Source.WALLET),
        residence=_text("陕西省西安市样例大学宿舍", Source.WALLET),
        contact_name=contact_name(_STUDENT_CONTACT),
        contact_mobile=contact_mobile(_STUDENT_CONTACT),
    ),
    bureau=BureauReport(),
    behaviour=Behaviour(utility_months_on_time=0, savings_months=7, loans_6_months=0),
)

_UNINVITED_CONTACT = Contact(seed=40, mobile_end="20260712")
UNINVITED = Profile(
    person=person(Papers(23, False, "370099", date(1994, 7, 30), 255, "20260707", "10260000707", DAWN_BANK)),
    device=Device(system="iOS", version="26.1", ok=True),
    invited=False,
    wallet=Wallet(change_fen=1_900_00, savings_fen=9_000_00, card_count=2, opened_on=date(2019, 5, 17)),
    known=KnownInformation(
        occupation=_occupation(Occupation.EMPLOYEE, Source.TAX),
        employer=_text(sample_company(22), Source.PROVIDENT_FUND),
        monthly_income_fen=_figure(8_400_00, Source.TAX),
        residence=_text("山东省青岛市样例路 5 号", Source.WALLET),
        contact_name=contact_name(_UNINVITED_CONTACT),
        contact_mobile=contact_mobile(_UNINVITED_CONTACT),
        provident_fund_months=_figure(44, Source.PROVIDENT_FUND),
    ),
    bureau=BureauReport(
        accounts=2,
        history_months=50,
        revolving_limit_fen=20_000_00,
        revolving_used_fen=4_000_00,
        monthly_debt_service_fen=600_00,
        total_debt_fen=4_000_00,
        inquiries_6_months=1,
    ),
    behaviour=Behaviour(utility_months_on_time=12, savings_months=9, loans_6_months=0),
)

_RECENTLY_OVERDUE_CONTACT = Contact(seed=5, mobile_end="20260812")
RECENTLY_OVERDUE = Profile(
    person=person(Papers(34, True, "410099", date(1988, 12, 19), 31, "20260808", "10260000808", WHALE_BANK)),
    device=Device(system="Android", version="15", ok=True),
    invited=True,
    wallet=Wallet(change_fen=610_00, savings_fen=3_000_00, card_count=2, opened_on=date(2017, 1, 9)),
    known=KnownInformation(
        occupation=_occupation(Occupation.EMPLOYEE, Source.TAX),
        employer=_text(sample_company(20), Source.TAX),
        monthly_income_fen=_figure(8_200_00, Source.TAX),
        residence=_text("河南省郑州市样例路 61 号", Source.WALLET),
        contact_name=contact_name(_RECENTLY_OVERDUE_CONTACT),
        contact_mobile=contact_mobile(_RECENTLY_OVERDUE_CONTACT),
        provident_fund_months=_figure(30, Source.PROVIDENT_FUND),
    ),
    bureau=BureauReport(
        accounts=3,
        history_months=70,
        overdue_1_to_30=2,
        overdue_31_to_90=2,
        longest_overdue_days=75,
        revolving_limit_fen=25_000_00,
        revolving_used_fen=15_000_00,
        monthly_debt_service_fen=1_900_00,
        total_debt_fen=46_000_00,
        inquiries_6_months=3,
    ),
    behaviour=Behaviour(utility_months_on_time=7, savings_months=2, loans_6_months=1),
)
