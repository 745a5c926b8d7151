"""On which screens, in which language and with which letters a state is photographed: pairwise."""

from dataclasses import dataclass

SIZES = {"phone": (390, 844), "small": (360, 640), "desktop": (1280, 900), "tablet": (820, 1180)}


@dataclass(frozen=True)
class View:
    """One way to look at a state: the screen's name in SIZES, the language, large letters or not."""

    size: str
    lang: str
    elder: bool = False

    @property
    def name(self) -> str:
        """As it stands in a file's name."""
        return "-".join((self.size, self.lang, *(["elder"] if self.elder else [])))


# Each state meets every size, both languages and both letter sizes, in three pictures; the four turns together
# bring every pair of size, language and letters.
_TURNS = (
    (View("phone", "zh"), View("small", "en", elder=True), View("desktop", "zh")),
    (View("phone", "en"), View("small", "zh", elder=True), View("desktop", "zh", elder=True)),
    (View("phone", "zh", elder=True), View("small", "en"), View("desktop", "en")),
    (View("phone", "en", elder=True), View("small", "zh"), View("desktop", "en", elder=True)),
)
# A tablet is between the phone and the desktop and seldom shows what neither of them does: every few states.
_TABLETS = (View("tablet", "zh"), View("tablet", "en", elder=True), View("tablet", "en"))
_TABLET_EVERY = 14


def views_of(number: int) -> tuple[View, ...]:
    """How the state with this number in the table is photographed."""
    seen = _TURNS[number % len(_TURNS)]
    turn, rest = divmod(number, _TABLET_EVERY)
    return seen if rest else (*seen, _TABLETS[turn % len(_TABLETS)])
