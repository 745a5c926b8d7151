"""`weilidai quote`: the schedule and the costs of one loan."""

from typing import Annotated

import typer

from weilidai_core.basics.calendar import parse_day
from weilidai_core.basics.money import parse_yuan, yuan_text
from weilidai_core.basics.rates import DailyRate, parse_percent, percent_text
from weilidai_core.command_line import tell
from weilidai_core.language import day, number
from weilidai_core.quote.asked import parse_method, parse_tenor
from weilidai_core.quote.cost import Cost, cost_of
from weilidai_core.quote.schedule import Row, schedule
from weilidai_core.sentences import N_, sentence
from weilidai_core.words import RepaymentMethod

# For `--help`.
METHODS = f"How principal and interest are spread: {', '.join(RepaymentMethod)}."


def run(
    amount: Annotated[str, typer.Option(help="Principal in yuan, e.g. 10000 or 10,000.50.")],
    daily_rate: Annotated[str, typer.Option(help="Daily rate with its percent sign, e.g. 0.05%.")],
    tenor: Annotated[str, typer.Option(help="Number of monthly instalments.")],
    method: Annotated[str, typer.Option(help=METHODS)],
    on: Annotated[str, typer.Option(help="Day of payout, YYYY-MM-DD.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print the schedule and the costs of a loan, to the fen."""
    rate = DailyRate(parse_percent(daily_rate, field="daily-rate"))
    rows = schedule(
        parse_yuan(amount, field="amount"),
        rate=rate,
        tenor=parse_tenor(tenor, field="tenor"),
        method=parse_method(method, field="method"),
        on=parse_day(on, field="on"),
    )
    costs = cost_of(rows)
    if as_json:
        tell.data(as_data(rows, costs))
    else:
        show(rows, costs)


def as_data(rows: tuple[Row, ...], costs: Cost) -> dict[str, object]:
    """The quote for another program: yuan as text with two decimals, rates as text with four."""
    return {
        "rows": [
            {
                "number": row.number,
                "due_on": row.due_on.isoformat(),
                "days": row.days,
                "principal": yuan_text(row.principal_fen),
                "interest": yuan_text(row.interest_fen),
                "total": yuan_text(row.total_fen),
                "outstanding": yuan_text(row.outstanding_fen),
            }
            for row in rows
        ],
        "total_interest": yuan_text(costs.total_interest_fen),
        "total_payable": yuan_text(costs.total_payable_fen),
        "annual_rate_simple_360": percent_text(costs.annual_rate_simple_360_ppm),
        "annual_rate_simple_365": percent_text(costs.annual_rate_simple_365_ppm),
        "annual_rate_irr": percent_text(costs.annual_rate_irr_ppm),
        "annual_rate_xirr": percent_text(costs.annual_rate_xirr_ppm),
    }


def show(rows: tuple[Row, ...], costs: Cost) -> None:
    """The quote for a person."""
    heads = (N_("期数"), N_("应还日"), N_("天数"), N_("本金"), N_("利息"), N_("应还"), N_("剩余本金"))
    tell.table(
        [tell.say(head) for head in heads],
        [
            (
                str(row.number),
                day(row.due_on, tell.language()),
                str(row.days),
                number(row.principal_fen),
                number(row.interest_fen),
                number(row.total_fen),
                number(row.outstanding_fen),
            )
            for row in rows
        ],
    )
    tell.line()
    for told in (
        sentence(
            N_("年化利率（单利，日利率 × 360）：{rate}"), rate=percent_text(costs.annual_rate_simple_360_ppm)
        ),
        sentence(
            N_("年化利率（单利，日利率 × 365）：{rate}"), rate=percent_text(costs.annual_rate_simple_365_ppm)
        ),
        sentence(N_("年化利率（IRR × 12）：{rate}"), rate=percent_text(costs.annual_rate_irr_ppm)),
        sentence(N_("年化利率（XIRR，按实际日期）：{rate}"), rate=percent_text(costs.annual_rate_xirr_ppm)),
        sentence(N_("利息合计 {interest_fen}"), interest_fen=costs.total_interest_fen),
        sentence(N_("还款总额 {total_fen}"), total_fen=costs.total_payable_fen),
    ):
        tell.line(tell.say(told))
