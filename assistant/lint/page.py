"""Lints one document: findings of every kind, less what names, evidence and notes excuse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from assistant.documents import Document
from assistant.lint.known import known_rules
from assistant.lint.messages import INFORMATION, say
from assistant.lint.opinion import Opinion
from assistant.lint.places import Lines
from assistant.lint.settings import Evidence, Settings
from assistant.lint.suppress import find_notes
from assistant.lint.team import TeamRules
from assistant.lint.voice import find_repeated, find_voice
from assistant.praise import find_praise
from assistant.praise.grammar import fold
from assistant.praise.sentences import sentence_around
from assistant.schema import Diagnostic, Lang, Level, Market

NOTHING = Settings()


@dataclass(frozen=True, slots=True)
class Found:
    """A finding whose offsets are those of the original, and its span in the visible text (empty for a note).

    `opinion` is what somebody else thinks of it, None where nobody was asked.
    """

    diagnostic: Diagnostic
    seen: tuple[int, int] = (0, 0)
    reason: str = ""
    opinion: Opinion | None = None


@dataclass(frozen=True, slots=True)
class Linted:
    """A document and what was found in it, by start; `allowed` are findings that a note excuses, with its reason."""

    document: Document
    lang: Lang
    found: tuple[Found, ...]
    allowed: tuple[Found, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings alone."""
        return tuple(one.diagnostic for one in self.found)


def lint(
    document: Document,
    lang: Lang,
    settings: Settings = NOTHING,
    team: TeamRules | None = None,
    *,
    market: Market | None = None,
    information: bool = False,
    today: date | None = None,
) -> Linted:
    """What is found in a document, by start. With `information`, voice and repeated slogans as well.

    >>> from assistant.documents import read_document
    >>> page = read_document("<p>Our <b>world</b>-class kettle.", "html")
    >>> [(found.rule, page.original[found.start : found.end]) for found in lint(page, "en").diagnostics]
    [('empty-class', 'world</b>-class')]
    """
    text = document.text
    market = market or settings.market
    found = list(find_praise(text, lang, names=settings.names, market=market))
    if team is not None:
        found = _joined(found, team.find(document, lang, settings.names, market))
    if settings.evidence:
        found = _without_proven(found, text, lang, settings.evidence, today or date.today())
    lines = Lines(document.original)
    notes, faults = find_notes(document.comments, lines, lang)
    if information or notes.names(INFORMATION):
        found += [*find_voice(document, lang), *find_repeated(document, lang)]
    kept: list[Found] = []
    allowed: list[Found] = []
    for one in _levelled(found, settings):
        start, end = document.span(one.start, one.end)
        reason = notes.reason(one.rule, lines.at(start)[0], lines.last(start, end)) if notes else ""
        placed = Found(replace(one, start=start, end=end), (one.start, one.end), reason)
        (allowed if reason else kept).append(placed)
    if notes:
        faults += notes.faults(known_rules(lang, team), lang)
    kept += [Found(fault) for fault in _levelled(faults, settings)]
    shown = (one for one in kept if information or one.diagnostic.level != "information")
    return Linted(document, lang, tuple(sorted(shown, key=_place)), tuple(sorted(allowed, key=_place)))


def _place(found: Found) -> tuple[int, int, str]:
    return found.diagnostic.start, found.diagnostic.end, found.diagnostic.rule


def _joined(praise: Sequence[Diagnostic], own: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Where a team's own rule and a built-in one catch the same words, the team's own is said."""
    taken = {(one.start, one.end) for one in own}
    return [*own, *(one for one in praise if (one.start, one.end) not in taken)]


def _levelled(found: Iterable[Diagnostic], settings: Settings) -> list[Diagnostic]:
    """The findings with the project's own levels; a rule that is off finds nothing."""
    if not settings.levels:
        return list(found)
    out = []
    for one in found:
        level = settings.levels.get(one.rule, one.level)
        if level != "off":
            out.append(replace(one, level=cast("Level", level)) if level != one.level else one)
    return out


def _without_proven(
    found: Sequence[Diagnostic], text: str, lang: Lang, evidence: Sequence[Evidence], today: date
) -> list[Diagnostic]:
    """Drops claims that the register proves; of an expired entry the finding says so."""
    folded = fold(text, lang)
    claims = [fold(" ".join(entry.claim.split()), lang) for entry in evidence]
    out = []
    for one in found:
        entries = [
            entry
            for entry, claim in zip(evidence, claims, strict=True)
            if _settles(entry, claim, one, text, folded, lang)
        ]
        if any(entry.expires >= today for entry in entries):
            continue
        if entries:
            last = max(entries, key=lambda entry: entry.expires)
            said = say("evidence-expired", lang, title=last.title, year=last.year, expires=last.expires)
            one = replace(one, message=one.message + said)
        out.append(one)
    return out


def _settles(entry: Evidence, claim: str, one: Diagnostic, text: str, folded: str, lang: Lang) -> bool:
    if entry.rule and entry.rule != one.rule:
        return False
    if claim:
        return folded.find(claim, max(0, one.end - len(claim)), one.start + len(claim)) >= 0
    low, high = sentence_around(text, one.start, one.end, lang)
    matches = entry.pattern.finditer(text, low, high) if entry.pattern else ()
    return any(match.start() < one.end and one.start < match.end() for match in matches)
