"""征信查询: the one door through which a credit report comes in.

The port is named so that a real bureau could stand behind it; what stands behind it here is
simulated, and its `name` says so on the screen. Nothing is asked before the applicant consented.
"""

from typing import Protocol

from weilidai_core.sentences import N_
from weilidai_core.world.profile import BureauReport, Profile


class CreditBureau(Protocol):
    """Anything that can answer a credit-report query."""

    @property
    def name(self) -> str:
        """The catalogue key of the bureau's name, as the screen shows it."""
        ...

    def report(self, profile: Profile) -> BureauReport:
        """The credit report of the person whose profile this is."""
        ...


class SimulatedBureau:
    """A bureau that knows only sample people: the report is part of the persona."""

    name = N_("征信查询（模拟，不连接任何征信机构）")

    def report(self, profile: Profile) -> BureauReport:
        """The report declared with the sample person."""
        return profile.bureau
