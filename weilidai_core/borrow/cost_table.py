"""综合融资成本明示表: what a loan costs in all, shown and confirmed before signing. Pure.

Source: 个人贷款业务明示综合融资成本规定 (in force 2026-08-01): principal; every interest and fee; the
annualised cost in normal performance; apart from it the contingent costs; and that nothing else is
charged. Online it is a pop-up with a forced reading time, confirmed before signing.
"""

import hashlib
import json
from dataclasses import dataclass

from weilidai_core.basics.rates import annual_rate_simple_ppm
from weilidai_core.product import ProductTerms
from weilidai_core.quote.quote import Quote


@dataclass(frozen=True)
class CostTable:
    """The table's figures: the quote with its annual rates, and what lateness would cost."""

    quote: Quote
    fees_fen: int
    penalty_daily_rate_ppm: int
    penalty_annual_rate_ppm: int
    overdue_principal_fen: int
    penalty_a_day_fen: int
    reading_seconds: int

    @property
    def sha256(self) -> str:
        """The digest of every figure shown: what was confirmed is what was shown."""
        shown = {
            "quote": self.quote.model_dump(mode="json"),
            "fees_fen": self.fees_fen,
            "penalty_daily_rate_ppm": self.penalty_daily_rate_ppm,
        }
        canonical = json.dumps(shown, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def cost_table(quoted: Quote, *, terms: ProductTerms) -> CostTable:
    """The table for a quoted loan.

    The penalty rate is the daily rate × 1.5 (rounded half up to the ppm), ×360 for the year;
    `penalty_a_day_fen` is what one day late would cost on the first instalment's principal (on the whole
    principal where the first instalment repays none), which is `overdue_principal_fen`.
    """
    penalty_ppm = (quoted.daily_rate_ppm * terms.penalty_times_percent * 2 + 100) // 200
    overdue_fen = quoted.rows[0].principal_fen or quoted.principal_fen
    return CostTable(
        quote=quoted,
        fees_fen=0,
        penalty_daily_rate_ppm=penalty_ppm,
        penalty_annual_rate_ppm=annual_rate_simple_ppm(penalty_ppm),
        overdue_principal_fen=overdue_fen,
        penalty_a_day_fen=(overdue_fen * penalty_ppm * 2 + 1_000_000) // 2_000_000,
        reading_seconds=terms.reading_seconds,
    )
