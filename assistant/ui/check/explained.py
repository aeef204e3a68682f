"""What a rule is about, in lines: what `yardstick explain` says of it."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.errors import InputError
from assistant.praise import Rule, explain
from assistant.schema import Lang
from assistant.ui.cards import Line, More
from assistant.ui.words import Words

_CAUGHT = re.compile(r"\[\[(.*?)\]\]")
_EXAMPLES = 3


@lru_cache(maxsize=512)
def find_rule(rule: str, lang: Lang) -> Rule | None:
    """The rule of praise of that id; None for one of another kind."""
    try:
        return explain(rule, lang)
    except InputError:
        return None


def explained(rule: str, lang: Lang, words: Words) -> More:
    """Family, law or code with where it can be read, and examples of what it catches and lets pass."""
    found = find_rule(rule, lang)
    summary = words("check.rule_named", rule=rule)
    if found is None:
        return More(summary, (Line("", words("check.rule_of_checks")),))
    lines = [Line(words.lead("check.rule_family"), words.name("family", found.family))]
    if found.law:
        lines.append(Line(words.lead("check.rule_law"), found.law, lang))
    if found.link:
        lines.append(Line(words.lead("check.rule_link"), found.link, "", found.link))
    lines += [Line(words.lead("check.rule_flags"), _CAUGHT.sub(r"»\1«", one), lang) for one in found.flag[:_EXAMPLES]]
    lines += [Line(words.lead("check.rule_allows"), one, lang) for one in found.allow[:_EXAMPLES]]
    return More(summary, tuple(lines))
