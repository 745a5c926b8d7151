"""What the identity and information pages show: everything ready to be drawn.

The laws kept here: a person is shown masked, every value says where it comes from, and what was handed in
once need not be typed again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from weilidai_core.apply import identity as rules
from weilidai_core.apply.information import (
    LABELS,
    NOT_FOR,
    Purpose,
    TypedInformation,
    check_information,
    plain_yuan,
    prefilled,
)
from weilidai_core.apply.typing_errors import InformationRefused
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import History, InformationCompleted, InformationCorrected
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.world.clock import day_of
from weilidai_core.world.profile import Occupation
from weilidai_core.world.views import profile_of, read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class Check:
    """One check of the identity: what was looked at, what was found."""

    label: str
    finding: Sentence
    passed: bool


@dataclass(frozen=True)
class IdentityView:
    """The wallet's identity, masked, and the checks it has just gone through."""

    name: str
    id_number: str
    mobile: str
    card: str
    bank: Sentence
    checks: tuple[Check, ...]


def identity(world: World) -> IdentityView:
    """What the identity page shows; every check is really made, today."""
    history = read_history(world)
    profile, on = profile_of(history), day_of(history)
    person, device = profile.person, profile.device
    born = rules.born_on(person.id_number)
    return IdentityView(
        name=rules.mask_name(person.name),
        id_number=rules.mask_id_number(person.id_number),
        mobile=rules.mask_mobile(person.mobile),
        card=rules.mask_card_number(person.card_number),
        bank=sentence(person.bank_name),
        checks=(
            _check(
                N_("身份证号"),
                lambda: rules.check_id_number(person.id_number),
                sentence(N_("校验位正确；地区码从未分配，不会是真实的人")),
            ),
            _check(
                N_("年龄"),
                lambda: rules.check_age(born, on=on),
                sentence(
                    N_("{age} 岁，在 {youngest} 到 {oldest} 岁之间"),
                    age=rules.age_on(born, on=on),
                    youngest=rules.YOUNGEST,
                    oldest=rules.OLDEST,
                ),
            ),
            _check(
                N_("手机号"),
                lambda: rules.check_mobile(person.mobile),
                sentence(N_("{prefix} 样例号段，没有运营商使用"), prefix=rules.SAMPLE_MOBILE_PREFIX),
            ),
            _check(
                N_("银行卡"),
                lambda: rules.check_card_number(person.card_number),
                sentence(N_("校验位正确；{prefix} 开头，没有银行发行"), prefix=rules.SAMPLE_CARD_PREFIX),
            ),
            Check(
                N_("设备"),
                sentence(
                    N_("{system} {version}，通过支付环境检查"), system=device.system, version=device.version
                ),
                device.ok,
            ),
        ),
    )


def _check(label: str, rule: Callable[[], object], found: Sentence) -> Check:
    try:
        rule()
    except WeilidaiError as refused:
        return Check(label, refused.sentence, passed=False)
    return Check(label, found, passed=True)


@dataclass(frozen=True)
class Entry:
    """One field of the form: its label, what it opens with, and what a source knows of it."""

    name: str
    label: str
    typed: str
    known: str
    source: Sentence | None

    def told(self, typed: str) -> Sentence | None:
        """Where the value comes from, as it now stands in the field; None where no source knows it."""
        if self.source is None:
            return None
        if typed == self.known:
            return sentence(N_("来自{source}"), source=self.source)
        return sentence(N_("您改过；原来的内容来自{source}"), source=self.source)


@dataclass(frozen=True)
class InformationForm:
    """The whole form: its fields by name, the choices (value → catalogue key), what a loan is not for."""

    entries: dict[str, Entry]
    occupations: dict[str, str]
    purposes: dict[str, str]
    not_for: str

    @property
    def defaults(self) -> dict[str, str]:
        """What each field opens with."""
        return {name: entry.typed for name, entry in self.entries.items()}


def information(world: World) -> InformationForm:
    """The form as it opens: what was handed in before, else what sources know, else empty."""
    history = read_history(world)
    found = prefilled(profile_of(history))
    known = found.typed.model_dump()
    before = _handed_in(history)
    opens_with = _as_typed(before).model_dump() if before else known
    return InformationForm(
        entries={
            name: Entry(
                name=name,
                label=label,
                typed=opens_with[name],
                known=known[name],
                source=sentence(found.sources[name].label) if name in found.sources else None,
            )
            for name, label in LABELS.items()
        },
        occupations={occupation.value: occupation.label for occupation in Occupation},
        purposes={purpose.value: purpose.label for purpose in Purpose},
        not_for=NOT_FOR,
    )


def corrections(typed: dict[str, str]) -> InformationRefused | None:
    """What is still to be corrected in a form as it stands; None when it could be handed in."""
    try:
        check_information(TypedInformation(**typed))
    except InformationRefused as refused:
        return refused
    return None


def _handed_in(history: History) -> InformationCompleted | InformationCorrected | None:
    # Of an earlier application too: one that was ended loses nothing that was typed.
    return next(
        (
            each.event
            for each in reversed(history)
            if isinstance(each.event, InformationCompleted | InformationCorrected)
        ),
        None,
    )


def _as_typed(handed_in: InformationCompleted | InformationCorrected) -> TypedInformation:
    kept = handed_in.model_dump(exclude={"kind", "application", "monthly_income_fen"})
    return TypedInformation(**kept, monthly_income=plain_yuan(handed_in.monthly_income_fen))
