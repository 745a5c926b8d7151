"""Figures for the score: one ordinary person, people in fair order, and any person at all."""

from hypothesis import strategies as st

from weilidai_core.risk.features import Features

ORDINARY = Features(
    overdue_over_30=0,
    overdue_1_to_30=1,
    history_months=30,
    inquiries_6_months=3,
    monthly_income_fen=6_000_00,
    monthly_debt_service_fen=900_00,
    revolving_limit_fen=20_000_00,
    revolving_used_fen=8_000_00,
    total_debt_fen=20_000_00,
    income_months=14,
    savings_fen=4_000_00,
    wallet_months=40,
    utility_months_on_time=10,
    savings_months=6,
    loans_6_months=2,
)

MORE_IS_WORSE = (
    "overdue_over_30",
    "overdue_1_to_30",
    "inquiries_6_months",
    "monthly_debt_service_fen",
    "revolving_used_fen",
    "total_debt_fen",
    "loans_6_months",
)
MORE_IS_BETTER = (
    "history_months",
    "monthly_income_fen",
    "income_months",
    "savings_fen",
    "wallet_months",
    "utility_months_on_time",
    "savings_months",
)

_MONEY = st.integers(0, 300_000_00)
ANYONE = st.builds(
    Features,
    overdue_over_30=st.integers(0, 6),
    overdue_1_to_30=st.integers(0, 12),
    history_months=st.integers(0, 300),
    inquiries_6_months=st.integers(0, 20),
    monthly_income_fen=st.integers(1, 60_000_00),
    monthly_debt_service_fen=st.integers(0, 40_000_00),
    revolving_limit_fen=_MONEY,
    revolving_used_fen=_MONEY,
    total_debt_fen=_MONEY,
    income_months=st.integers(0, 200),
    savings_fen=_MONEY,
    wallet_months=st.integers(0, 200),
    utility_months_on_time=st.integers(0, 12),
    savings_months=st.integers(0, 12),
    loans_6_months=st.integers(0, 12),
)

# Most of ANYONE owe too much for any limit; these can carry one.
SOLVENT = st.builds(
    Features,
    overdue_over_30=st.integers(0, 1),
    overdue_1_to_30=st.integers(0, 2),
    history_months=st.integers(6, 300),
    inquiries_6_months=st.integers(0, 5),
    monthly_income_fen=st.integers(3_000_00, 30_000_00),
    monthly_debt_service_fen=st.integers(0, 1_200_00),
    revolving_limit_fen=st.integers(20_000_00, 100_000_00),
    revolving_used_fen=st.integers(0, 12_000_00),
    total_debt_fen=st.integers(0, 30_000_00),
    income_months=st.integers(0, 200),
    savings_fen=st.integers(0, 100_000_00),
    wallet_months=st.integers(12, 200),
    utility_months_on_time=st.integers(6, 12),
    savings_months=st.integers(0, 12),
    loans_6_months=st.integers(0, 3),
)
