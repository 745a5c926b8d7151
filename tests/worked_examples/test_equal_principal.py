"""等额本金, reckoned by hand: principal ÷ tenor each time, interest on what is owed for the actual days."""

from tests.worked_examples.reckoning import EQUAL_PRINCIPAL, daily, loan, table, total_interest


def test_a_leap_february_has_29_days_of_interest() -> None:
    # 10,000 in 5 parts of 2,000 from 10 February 2020, 0.05 % a day.
    #   10 Feb → 10 Mar   29 days × 10,000 × 0.0005 = 145.00     (2020 is a leap year: 29, not 28)
    #   10 Mar → 10 Apr   31 days ×  8,000 × 0.0005 = 124.00
    #   10 Apr → 10 May   30 days ×  6,000 × 0.0005 =  90.00
    #   10 May → 10 Jun   31 days ×  4,000 × 0.0005 =  62.00
    #   10 Jun → 10 Jul   30 days ×  2,000 × 0.0005 =  30.00     together 451.00
    rows = loan("10,000", rate=daily("0.05%"), tenor=5, method=EQUAL_PRINCIPAL, on="2020-02-10")

    assert table(rows) == [
        "2020-03-10 29 2000.00 + 145.00 = 2145.00, 8000.00",
        "2020-04-10 31 2000.00 + 124.00 = 2124.00, 6000.00",
        "2020-05-10 30 2000.00 + 90.00 = 2090.00, 4000.00",
        "2020-06-10 31 2000.00 + 62.00 = 2062.00, 2000.00",
        "2020-07-10 30 2000.00 + 30.00 = 2030.00, 0.00",
    ]
    assert total_interest(rows) == "451.00"


def test_the_same_loan_a_year_before_has_28_days() -> None:
    # Only the first period changes: 28 × 10,000 × 0.0005 = 140.00, so 451.00 - 5.00 = 446.00.
    rows = loan("10,000", rate=daily("0.05%"), tenor=5, method=EQUAL_PRINCIPAL, on="2019-02-10")

    assert rows[0].interest_fen == 140_00
    assert total_interest(rows) == "446.00"


def test_ten_and_twenty_instalments_from_the_same_day() -> None:
    # 10 parts of 1,000: each 1,000 owed costs 0.50 a day. Days 29 31 30 31 30 31 31 30 31 30, owed 10…1:
    #   290 + 279 + 240 + 217 + 180 + 155 + 124 + 90 + 62 + 30 = 1,667 × 0.50 = 833.50
    # 20 parts of 500 (0.25 a day), the ten days above and then 31 31 28 31 30 31 30 31 31 30, owed 20…1:
    #   580 + 589 + 540 + 527 + 480 + 465 + 434 + 390 + 372 + 330 = 4,707
    #   310 + 279 + 224 + 217 + 180 + 155 + 120 +  93 +  62 +  30 = 1,670     6,377 × 0.25 = 1,594.25
    ten = loan("10,000", rate=daily("0.05%"), tenor=10, method=EQUAL_PRINCIPAL, on="2020-02-10")
    twenty = loan("10,000", rate=daily("0.05%"), tenor=20, method=EQUAL_PRINCIPAL, on="2020-02-10")

    assert (total_interest(ten), ten[0].total_fen, ten[-1].total_fen) == ("833.50", 1145_00, 1015_00)
    assert (total_interest(twenty), twenty[0].total_fen, twenty[-1].total_fen) == ("1594.25", 645_00, 507_50)


def test_five_instalments_from_september_2018() -> None:
    # 11 Sep 2018: 30 31 30 31 31 days on 10,000, 8,000, 6,000, 4,000, 2,000 at 0.05 %.
    #   150 + 124 + 90 + 62 + 31 = 457.00, as printed for a real loan of that day.
    rows = loan("10,000", rate=daily("0.05%"), tenor=5, method=EQUAL_PRINCIPAL, on="2018-09-11")

    assert total_interest(rows) == "457.00"


def test_the_31st_clamps_to_the_end_of_a_short_month_and_comes_back() -> None:
    # 1,000 in 3 parts from 31 January 2025, 0.05 %. Due 28 Feb, 31 Mar (from the 31st, not the 28th), 30 Apr.
    #   28 days × 1,000.00 × 0.0005 = 14.00
    #   31 days ×   666.67 × 0.0005 = 10.333385 → 10.33
    #   30 days ×   333.34 × 0.0005 =  5.0001   →  5.00
    # 1,000.00 ÷ 3 = 333.33, the fen that is over goes into the last row.
    rows = loan("1000", rate=daily("0.05%"), tenor=3, method=EQUAL_PRINCIPAL, on="2025-01-31")

    assert table(rows) == [
        "2025-02-28 28 333.33 + 14.00 = 347.33, 666.67",
        "2025-03-31 31 333.33 + 10.33 = 343.66, 333.34",
        "2025-04-30 30 333.34 + 5.00 = 338.34, 0.00",
    ]


def test_the_29th_and_the_30th_meet_at_the_end_of_february() -> None:
    # 600 in 2 parts, 0.03 %: 0.18 a day on 600, then 0.09 a day on 300. Both are due on 28 February 2023.
    #   from 29 January: 30 × 0.18 = 5.40, then 28 Feb → 29 Mar 29 × 0.09 = 2.61
    #   from 30 January: 29 × 0.18 = 5.22, then 28 Feb → 30 Mar 30 × 0.09 = 2.70
    the_29th = loan("600", rate=daily("0.03%"), tenor=2, method=EQUAL_PRINCIPAL, on="2023-01-29")
    the_30th = loan("600", rate=daily("0.03%"), tenor=2, method=EQUAL_PRINCIPAL, on="2023-01-30")

    assert table(the_29th) == [
        "2023-02-28 30 300.00 + 5.40 = 305.40, 300.00",
        "2023-03-29 29 300.00 + 2.61 = 302.61, 0.00",
    ]
    assert table(the_30th) == [
        "2023-02-28 29 300.00 + 5.22 = 305.22, 300.00",
        "2023-03-30 30 300.00 + 2.70 = 302.70, 0.00",
    ]


def test_the_fen_that_cannot_be_shared_goes_into_the_last_row() -> None:
    # 100 ÷ 3 = 33.33 and 1 fen over. From 1 March 2026, 0.05 %:
    #   31 × 100.00 × 0.0005 = 1.55      30 × 66.67 × 0.0005 = 1.00005 → 1.00
    #   31 ×  33.34 × 0.0005 = 0.51677 → 0.52
    rows = loan("100", rate=daily("0.05%"), tenor=3, method=EQUAL_PRINCIPAL, on="2026-03-01")

    assert table(rows) == [
        "2026-04-01 31 33.33 + 1.55 = 34.88, 66.67",
        "2026-05-01 30 33.33 + 1.00 = 34.33, 33.34",
        "2026-06-01 31 33.34 + 0.52 = 33.86, 0.00",
    ]


def test_half_a_fen_of_interest_goes_up() -> None:
    # 3.00 for the 30 days of April: 3.00 × 0.0005 × 30 = 0.045, which is 0.05 (and not 0.04, half to even).
    rows = loan("3", rate=daily("0.05%"), tenor=1, method=EQUAL_PRINCIPAL, on="2026-04-01")

    assert table(rows) == ["2026-05-01 30 3.00 + 0.05 = 3.05, 0.00"]


def test_twelve_instalments_over_a_year() -> None:
    # 10,000 at 0.03 % from 1 December 2026. 10,000 ÷ 12 = 833.33, the last 833.37. A twelfth costs 0.25 a
    # day; days 31 31 28 31 30 31 30 31 31 30 31 30, owed 12…1:
    #   372 + 341 + 280 + 279 + 240 + 217 + 180 + 155 + 124 + 90 + 62 + 30 = 2,370 × 0.25 = 592.50
    rows = loan("10,000", rate=daily("0.03%"), tenor=12, method=EQUAL_PRINCIPAL, on="2026-12-01")

    assert (rows[0].principal_fen, rows[-1].principal_fen) == (833_33, 833_37)
    assert total_interest(rows) == "592.50"
