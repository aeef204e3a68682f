"""Briefs with a good reply to each: recorded prose, true drafts in free wording, built-in texts of other and several channels."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.checks import check_texts
from assistant.cli.reading import load_brief
from assistant.draft import resolve_persona
from assistant.draft.settle import settle
from assistant.plan import make_plan, read
from assistant.playbook import load_playbook
from assistant.references import Book
from assistant.references.book import group
from assistant.references.check import load_checked
from assistant.schema import Lang, Plan
from assistant.schema.brief import Brief, Persona
from tests.checks import test_true_drafts
from tests.checks.mutants.drafts import built_in
from tests.checks.mutants.mutate import Draft
from tests.checks.plans import HOME, SPRINT, rocket, small
from tests.draft.bad_replies.oracle import Allowed

FIXTURES = Path(__file__).parents[2] / "fixtures"
LISTED = frozenset({"bullets", "headlines", "lines"})
Reply = Mapping[str, str | list[str]]
_TRUE: dict[Lang, list[tuple[str, str]]] = {
    "en": test_true_drafts.EN, "zh-Hans": test_true_drafts.HANS, "zh-Hant": test_true_drafts.HANT,
}  # fmt: skip
_HEADS: dict[Lang, tuple[str, str]] = {
    "en": ("Before the kettle has boiled", "For the mornings that start too early"),
    "zh-Hans": ("水还没烧开的那一会儿", "给起得太早的早晨"),
    "zh-Hant": ("水還沒燒開的那一會兒", "給起得太早的早晨"),
}


@dataclass(frozen=True)
class Case:
    """A brief, what it is held to, and a reply to it that passes the gate."""

    brief: Brief
    persona: Persona | None
    plan: Plan
    book: Book
    texts: Mapping[str, str]

    @property
    def listed(self) -> frozenset[str]:
        """The fields that a reply gives as lists."""
        shapes = load_playbook().channel(self.brief.channel).written
        return frozenset(name for name, shape in shapes.items() if shape.role in LISTED)

    @property
    def draft(self) -> Draft:
        """The same for the oracle of changed figures."""
        return Draft(self.brief, self.plan, self.persona, self.texts, self.book)

    @property
    def allowed(self) -> Allowed:
        """The numbers that a text for this brief may hold."""
        return Allowed.of(self.brief, self.persona, self.plan)


@cache
def cases() -> tuple[Case, ...]:
    """All of them, the same at every call."""
    return (*_recorded(), *_in_free_wording(), *_of_other_channels(), *_of_several_channels())


def _case(brief: Brief, book: Book, texts: Mapping[str, str]) -> Case | None:
    """The case, if its reply passes the gate and holds no number that the oracle does not know."""
    persona = resolve_persona(brief)
    plan = make_plan(read(brief, persona, book), brief, persona)
    errors = [one for one in check_texts(texts, brief, plan, persona).diagnostics if one.level == "error"]
    case = Case(brief, persona, plan, book, texts)
    return None if errors or case.allowed.strange("\n".join(texts.values()), brief.lang) else case


def _recorded() -> Iterator[Case]:
    book = group(load_checked(FIXTURES / "references.yaml"))
    lines = (FIXTURES / "recordings" / "draft.jsonl").read_text("utf-8").splitlines()
    for exchange in map(json.loads, lines):
        answer = json.loads(exchange["answer"])
        texts = {name: said if isinstance(said, str) else "\n".join(said) for name, said in answer.items()}
        lang = exchange["key"].removeprefix("draft-").removesuffix("/write")
        found = _case(load_brief(str(FIXTURES / "briefs" / f"{lang}.yaml")), book, texts)
        assert found is not None
        yield found


def _in_free_wording() -> Iterator[Case]:
    for lang, lines in _TRUE.items():
        for key, book in (("rocket", SPRINT), ("small", HOME)):
            brief, plan, persona = rocket(lang) if key == "rocket" else small(lang)
            allowed = Allowed.of(brief, persona, plan)
            said = [text for one, text in lines if one == key and not allowed.strange(text, lang) and "\n" not in text]
            gap = " " if lang == "en" else ""
            for at in range(0, len(said) - 5, 6):
                head, sub = _HEADS[lang]
                texts = {
                    "headline": head,
                    "subhead": sub,
                    "bullets": "\n".join(said[at : at + 3]),
                    "paragraph": gap.join(said[at + 3 : at + 6]),
                }
                found = _case(brief, book, texts)
                if found is not None:
                    yield found


def _of_other_channels() -> Iterator[Case]:
    for draft in built_in(45):
        written = load_playbook().channel(draft.brief.channel).written
        texts = {name: draft.texts.get(name, "") for name in written}
        if draft.brief.channel == "product_page" or not all(texts.values()):
            continue
        # A model's running text comes as one line.
        shapes = load_playbook().channel(draft.brief.channel).fields
        flat = {n: t if shapes[n].role in LISTED else " ".join(t.replace("\n", " ").split()) for n, t in texts.items()}
        found = _case(draft.brief, draft.book, flat)
        if found is not None:
            yield found


def _of_several_channels() -> Iterator[Case]:
    for draft in built_in(30)[::2]:
        others = [name for name in ("product_page", "email", "social") if name != draft.brief.channel]
        brief = draft.brief.with_channels([*draft.brief.channels, *others[: 1 + draft.brief.seed % 2]])
        plan = make_plan(read(brief, draft.persona, draft.book), brief, draft.persona)
        _, [(texts, _)] = settle(brief, draft.persona, plan, 1)
        shapes = load_playbook().channel(brief.channel).written
        # What the built-in writer leaves out, a model is asked for all the same.
        whole = {name: texts.get(name) or _HEADS[brief.lang][1] for name in shapes}
        flat = {n: t if shapes[n].role in LISTED else " ".join(t.split()) for n, t in whole.items()}
        found = _case(brief, draft.book, flat)
        if found is not None:
            yield found
