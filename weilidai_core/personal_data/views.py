"""What the page of personal data shows: each kind with its masked value, and a copy to take along."""

import json
from dataclasses import dataclass
from html import escape
from typing import Any

from weilidai_core.apply.actions import information_of
from weilidai_core.apply.application import application_of
from weilidai_core.apply.consent import document
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.events import ConsentGiven, ConsentRefused, History, InformationCorrected
from weilidai_core.language import LANGUAGES, render, translator
from weilidai_core.personal_data.masking import SEALED, masked
from weilidai_core.personal_data.register import register
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.vault.personal import Level, Masking, Personal, Retention, personal_in
from weilidai_core.world.clock import day_of
from weilidai_core.world.profile import Known
from weilidai_core.world.views import profile_of, read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class Item:
    """One kind of personal data in this world: its value masked, and how many places keep it."""

    fact: Personal
    shown: Sentence
    places: int


@dataclass(frozen=True)
class MyData:
    """The whole register by level, and whether a loan is still running.

    While one is, and for five years after, a real lender keeps the contract's data and does nothing else
    with them (PIPL 47); here nobody is real and everything can be erased at any time.
    """

    items: tuple[Item, ...]
    owes: bool
    has_loan: bool
    can_correct: bool

    def of(self, level: Level) -> tuple[Item, ...]:
        """The kinds of one level."""
        return tuple(item for item in self.items if item.fact.level is level)


def my_data(world: World) -> MyData:
    """What is known of the person of a world. Raises `WorldErased`."""
    history = read_history(world)
    found, notes = _values(history), loan_notes_of(history)
    application = application_of(history)
    return MyData(
        items=tuple(Item(entry.fact, _shown(entry.fact, found), len(entry.places)) for entry in register()),
        owes=any(note.settled_on is None for note in notes),
        has_loan=bool(notes),
        can_correct=application is not None and application.information is not None,
    )


def copy_as_json(world: World) -> str:
    """Everything that is known, masked, for a program to read; the same in every language."""
    return json.dumps(_copy(world, LANGUAGES[0]), ensure_ascii=False, indent=2) + "\n"


def copy_as_document(world: World, *, lang: str) -> str:
    """The same as a page that opens by itself in any browser, in "zh" or "en"."""
    say, copy = translator(lang).gettext, _copy(world, lang)
    rows = "".join(
        f"<tr><th>{escape(one['label'])}</th><td>{escape(one['value'])}</td><td>{one['class']}</td>"
        f"<td>{escape(one['purpose'])}</td><td>{escape(one['retention'])}</td></tr>"
        for one in copy["data"]
    )
    answers = "".join(
        f"<tr><th>{escape(one['document'])}</th><td>{escape(one['answer'])}</td><td>{one['on']}</td>"
        f"<td colspan='2'>{one['version']} · {one['sha256'][:16]}</td></tr>"
        for one in copy["consents"]
    )
    heads = "".join(
        f"<th>{escape(say(each))}</th>"
        for each in (N_("资料"), N_("内容"), N_("分级"), N_("用途"), N_("保存多久"))
    )
    title = escape(say(N_("我的个人信息")))
    mark, day = escape(copy["mark"]), escape(copy["day"])
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{title}</title>'
        "<style>body{font:16px/1.6 system-ui,sans-serif;max-width:60em;margin:2em auto}"
        "table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:.4em;text-align:left}"
        "</style>"
        f"<h1>{title}</h1><p>{mark}</p><p>{day}</p><table><tr>{heads}</tr>{rows}{answers}</table></html>\n"
    )


def _copy(world: World, lang: str) -> dict[str, Any]:
    history = read_history(world)
    say = translator(lang).gettext
    found = _values(history)
    return {
        "mark": say(N_("模拟演示 · 非真实贷款。人物是样例，值已脱敏。")),
        "day": day_of(history).isoformat(),
        "data": [
            {
                "label": say(entry.fact.label),
                "value": render(_shown(entry.fact, found), lang),
                "class": entry.fact.level.value,
                "sensitive": entry.fact.sensitive,
                "purpose": say(entry.fact.purpose),
                "retention": say(entry.fact.retention),
                "places": list(entry.places),
            }
            for entry in register()
        ],
        "consents": [
            {
                "document": say(document(each.event.document).title),
                "answer": say(N_("同意") if isinstance(each.event, ConsentGiven) else N_("不同意")),
                "version": each.event.version,
                "sha256": each.event.sha256,
                "on": each.on.isoformat(),
            }
            for each in history
            if isinstance(each.event, ConsentGiven | ConsentRefused)
        ],
        "loan_notes": [
            {
                "number": note.number,
                "principal_fen": note.principal_fen,
                "settled": note.settled_on is not None,
            }
            for note in loan_notes_of(history)
        ],
    }


def _shown(fact: Personal, found: dict[Personal, Any]) -> Sentence:
    if fact in found:
        return masked(found[fact], fact.masking)
    return sentence(N_("没有保存") if fact.retention is Retention.NEVER else _absent(fact))


def _absent(fact: Personal) -> str:
    if fact.masking is not Masking.HIDDEN:
        return N_("还没有")
    return SEALED if fact.level is Level.C2 else N_("只存校验值")


def _values(history: History) -> dict[Personal, Any]:
    profile = profile_of(history)
    found: dict[Personal, Any] = {}
    parts: list[Any] = [profile.person, profile.device, profile.wallet, profile.known]
    application = application_of(history)
    if application is not None and application.information is not None:
        parts.insert(0, information_of(application))
    corrected = [each.event for each in history if isinstance(each.event, InformationCorrected)]
    if corrected:
        parts.insert(0, corrected[-1])
    if application is not None and application.identity is not None:
        parts.append(application.identity)
    for part in parts:
        for name in type(part).model_fields:
            fact, value = personal_in(type(part), name), getattr(part, name)
            value = value.value if isinstance(value, Known) else value
            if fact is not None and value is not None:
                found.setdefault(fact, value)
    return found
