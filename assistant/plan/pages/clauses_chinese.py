"""A Chinese text in clauses that say something, each without its applause and able to stand where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.plan.pages.trimming_chinese import cut, is_empty, is_stuff, tells, trim
from assistant.plan.pages.words_chinese import CLAIMED, HALF, LEAD, PAIRED, RIVALLED
from assistant.schema.characters import simplified

_HAN = r"[\u3400-\u9fff]"
_STOP = re.compile(r"[。！!]+[”」』]*|[?？]+|\s+(?=\d{1,2}[.、)](?!\d))")
_CLAUSE = re.compile(rf"(?<={_HAN}),|(?<=[)）%”」]),|,(?=\s?{_HAN})|[，；;]|[：:](?=\S)(?<!\d:)|——|\s[|｜/／]\s")
_OPENED, _CLOSED = "(（「『《【“", ")）」』》】”"
_NUMBER = re.compile(r"^\s*(?:\d{1,2}\s*(?:[、)）]|[.．,，：:](?!\d))|[①-⑳]|[•·▪●■★☆✓✔*-])\s*")
_LISTED = re.compile(
    r"((?:分[别別][是为為]|包括|包含|[内內]含|附有)[:：]?)[,，]?((?:[^,，。；;]{1,8}[,，]){2,}[^,，。；;]{1,8})[。.]?$"
)
_ITS = re.compile(r"^其(?=[\d\u4e00-\u9fff])(?![他它中实余])")
_HALVED = re.compile(r"^(?:虽然?|尽管|不仅|不但|不只|不单|既)")
_PREDICATE_START = re.compile(r"^[可能不透吸柔亲轻耐防抗易无导保回弹蓬厚爽]")
_GOES_ON = 6


@dataclass
class Clause:
    """A clause as it is left; `joint` is the mark before it, `broken` where its applause cut it off, `bare` a lone noun."""

    text: str
    joint: str
    broken: bool = False
    bare: bool = False


def find_clauses(text: str) -> list[Clause]:
    """The clauses of a text that say something, in order; questions, lost halves and numbers of a list are left out.

    >>> [clause.text for clause in find_clauses("2. 精致的小翻领，做工精湛。收腰设计，不挑身材！好看吗？")]
    ['小翻领', '收腰设计', '不挑身材']
    """
    clauses: list[Clause] = []
    for sentence in _sentences(text):
        found = _without_halves(_clauses(sentence))
        if found and clauses:
            found[0].joint = "，"
        clauses += found
    return clauses


def _sentences(text: str) -> list[str]:
    """The sentences of a text, without questions and without the numbers of a list."""
    text = re.sub(r"\s+", " ", text).strip()
    found, start = [], 0
    for stop in [*_STOP.finditer(text), None]:
        end = stop.start() if stop else len(text)
        if stop is None or "?" not in simplified(stop[0]).replace("？", "?"):
            found.append(_NUMBER.sub("", text[start:end]))
        start = stop.end() if stop else end
    return [_LISTED.sub(_enumerated, cut(one, RIVALLED)).strip() for one in found if one.strip()]


def _enumerated(match: re.Match[str]) -> str:
    return match[1] + re.sub(r"[,，]", "、", match[2])


def _clauses(sentence: str) -> list[Clause]:
    """The clauses of a sentence that say something, trimmed; those that do not as empty ones."""
    found: list[Clause] = []
    start = open_ = counted = 0
    joint = ""
    for match in [*_CLAUSE.finditer(sentence), None]:
        end = match.start() if match else len(sentence)
        open_ += sum((char in _OPENED) - (char in _CLOSED) for char in sentence[counted:end])
        counted = end
        if match and open_ > 0:
            continue
        found.append(_clause(sentence[start:end], joint, after_none=not found or not found[-1].text))
        start, joint = (match.end(), _mark(match[0])) if match else (end, "")
    return found


def _mark(mark: str) -> str:
    return {":": "：", "：": "：", "——": "——"}.get(mark.strip(), "，")


def _clause(said: str, joint: str, after_none: bool) -> Clause:
    said = said.strip()
    said = cut(cut(said, LEAD if after_none else CLAIMED), CLAIMED)
    text, broken = trim(said)
    if after_none:
        text = cut(text, LEAD)
    halved = bool(HALF.match(simplified(text)))
    bare = text != said and (len(text) <= 4 if is_empty(text) else len(text) <= 2 and is_stuff(text))
    # In the run of a sentence a clause says what its neighbour began.
    goes_on = not after_none and text == said and len(text) >= _GOES_ON and not is_empty(text)
    stump = text != said and len(text) <= 2 and not bare and text.isalpha()
    text = "" if stump else text
    return Clause(text if bare or halved or goes_on or tells(text) else "", joint, broken, bool(bare))


def _without_halves(clauses: list[Clause]) -> list[Clause]:
    """The clauses that stand without those that have gone."""
    for number in range(len(clauses) - 1, -1, -1):
        clause = clauses[number]
        after = clauses[number + 1] if number + 1 < len(clauses) else None
        follows = after is not None and bool(after.text)
        if clause.bare or is_empty(clause.text):
            if follows and after and _PREDICATE_START.match(simplified(after.text)) and clause.text:
                after.joint = ""
            elif is_empty(clause.text):
                clause.text = ""
        elif HALF.match(simplified(clause.text)) and not follows:
            clause.text = ""
        elif after and (after.broken or not follows):
            clause.text = cut(clause.text, PAIRED)
        if clause.broken:
            clause.text = cut(clause.text, _ITS)
        if after and not clause.text:
            after.joint = "，"
    kept = [clause for clause in clauses if clause.text]
    if kept:
        kept[0].text = cut(cut(kept[0].text, LEAD), _ITS)
        kept[-1].text = kept[-1].text if len(kept) > 1 else cut(kept[-1].text, _HALVED)
    return kept
