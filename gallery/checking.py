"""What is wrong on a page: measured in the page itself, and by axe-core, which the tests' environment carries."""

import re
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Page

from gallery.state import State
from gallery.views import View
from gallery.with_a_loan import TYPED_QUESTION
from weilidai_core.language import render
from weilidai_core.personal_data.masking import masked
from weilidai_core.scenarios.personas import PERSONAS
from weilidai_core.vault.personal import Masking

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_AXE_RUN = """async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] })
    return found.violations
        .filter((each) => ["serious", "critical"].includes(each.impact))
        .map((each) => `axe: ${each.id}, ${each.help}: ${each.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 120)} (${[...node.any, ...node.all, ...node.none].map((check) => check.message).join(" ").slice(0, 200)})`).join("; ")}`)
}"""
_HAN = re.compile(r"[\u3400-\u9fff]")


def names_of_people() -> list[str]:
    """What stays Chinese in English: what people and places are called. The longest first."""
    own: set[str] = {"中文", TYPED_QUESTION}
    for one in PERSONAS:
        said = (*one.profile.person.model_dump().values(), *_texts(one.profile.known.model_dump()))
        for text in (*said, *one.typed.model_dump().values()):
            if isinstance(text, str) and _HAN.search(text):
                # Masked as screens show it: 王* and 王**; an initial stands alone.
                own |= {text, text[:1] + "*" * (len(text) - 1), text[:1]} if len(text) < 5 else {text}
                own.add(render(masked(text, Masking.WORDS), "zh"))
    return sorted(own, key=len, reverse=True)


def _texts(known: dict[str, object]) -> list[object]:
    return [value.get("value") if isinstance(value, dict) else value for value in known.values()]


def wrong_with(page: Page, state: State, view: View, own: list[str]) -> list[str]:
    """Everything that is wrong with what is on the screen, a sentence for each."""
    if state.first_paint:
        return []
    found: list[str] = page.evaluate(MEASURE, {"elder": view.elder, "lang": view.lang, "own": own})
    if state.is_error:
        found = [each for each in found if not each.startswith("error:")]
    axe: list[str] = page.evaluate(_AXE_RUN)
    return found + axe
