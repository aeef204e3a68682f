"""How a sentence speaks of a thing that somebody has only named: article, plural and measure word by rule.

"our last model" and 我们上一代 are one thing, which nobody counts; "a crate" and 一个箱子 are a kind of thing, of which
there may be twelve. What the rule gets wrong, a user says.
"""

from __future__ import annotations

import re

from assistant.references.properties import Property
from assistant.schema import Lang, Names, Statistic

_DEFINITE = re.compile(
    r"(?:the|our|my|your|their|his|her|its|this|that|these|those|every|each|one of|two|three|four|five|six|ten|twelve"
    r"|half|most|all)\b|[0-9]|\S+['’]s?\s",
    re.IGNORECASE,
)
# One thing, which English names with its article: "last model".
_ONE = re.compile(r"(?:last|previous|current|present|former|original|first)\s(?!\S+['’]s?\s)", re.IGNORECASE)
_LAST = re.compile(r"(?:last|next) \S+['’]s?\s", re.IGNORECASE)
_ARTICLE = re.compile(r"an?\s+", re.IGNORECASE)
_COUNTERS = (
    "个個只隻条條张張台臺部辆輛架瓶杯盒包袋块塊件支枝根把本双雙对對副套艘头頭匹位名颗顆粒片滴碗盘盤份节節座栋棟间間家层層场場次趟"
    "首集罐桶箱卷管枚株棵朵面扇口盏盞款顶頂所列幅壶壺壶勺匙串束捆叠疊层層"
)
_COUNTED_ZH = re.compile(f"一([{_COUNTERS}])(?=.)")
# What follows a head noun: "cups of tea", "bags with a zip".
_HEAD_EN = re.compile(r"\s(?:of|with|without|for|from|in|on|at|to|by|as|that|who|and)\s|\s?[,(]")
_IRREGULAR = {
    "man": "men", "woman": "women", "person": "people", "child": "children", "foot": "feet", "tooth": "teeth", "mouse": "mice",
    "goose": "geese", "knife": "knives", "leaf": "leaves", "loaf": "loaves", "shelf": "shelves", "half": "halves", "wolf": "wolves",
    "scarf": "scarves", "potato": "potatoes", "tomato": "tomatoes", "hero": "heroes",
}  # fmt: skip
_QUALIFIED = re.compile(
    r"\b(?:max|min|top\b|peak\b|highest|lowest|average|mean\b|longest|shortest|fastest|slowest|furthest|farthest)|最|平均|峰值",
    re.IGNORECASE,
)
_UNCHANGED = frozenset(("sheep", "fish", "deer", "aircraft", "series", "species", "jeans", "scissors", "headphones"))


def plural(noun: str) -> str:
    """The plural of an English noun phrase: of its head, by spelling and a short list.

    >>> plural("cup of tea"), plural("battery"), plural("lunch box"), plural("grown woman"), plural("bike (old)")
    ('cups of tea', 'batteries', 'lunch boxes', 'grown women', 'bikes (old)')
    """
    end = _HEAD_EN.search(noun)
    head, rest = (noun[: end.start()], noun[end.start() :]) if end else (noun, "")
    before, space, word = head.rpartition(" ")
    return f"{before}{space}{_plural_of(word)}{rest}"


def _plural_of(word: str) -> str:
    lowered = word.lower()
    if lowered in _UNCHANGED:
        return word
    if lowered in _IRREGULAR:
        return word[:1] + _IRREGULAR[lowered][1:]
    if lowered.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    if lowered.endswith("y") and lowered[-2:-1] not in ("a", "e", "i", "o", "u", ""):
        return f"{word[:-1]}ies"
    return f"{word}s"


def _article(noun: str) -> str:
    """A or an, by the first letter; by how a letter or number is said where it stands alone."""
    first = re.split(r"[\s-]", noun, maxsplit=1)[0]
    if len(first) == 1 or first.isupper() or first[:1].isdigit():
        return "an" if first[:1] in "AEFHILMNORSX8" or first.startswith(("11", "18")) else "a"
    silent = first.lower().startswith(("hour", "heir", "honest", "honour", "honor"))
    spoken_you = first.lower().startswith(("uni", "use", "usa", "usu", "eu", "one", "once", "ute"))
    return "an" if silent or (first[:1].lower() in "aeiou" and not spoken_you) else "a"


def names_for(
    name: str,
    what: Property,
    statistic: Statistic,
    lang: Lang,
    *,
    measured: str = "",
    many: str | None = None,
    counter: str = "",
) -> Names:
    """How a language speaks of a thing of this name and of what is measured of it.

    `measured` is what the property is called, where the plain noun will not do ("battery life"); `many` the plural, or
    "" for what is never counted; None: by rule. `counter` is the Chinese measure word, with which a bare noun is counted.

    >>> from assistant.references.properties import property_of
    >>> weight = property_of("mass", "mass")
    >>> names_for("our last model", weight, "rated", "en")
    Names(name='our last model', thing='our last model', of='the weight of our last model', many='', counter='')
    >>> (
    ...     names_for("lunch box", weight, "rated", "en").many,
    ...     names_for("箱子", weight, "rated", "zh-Hans", counter="个").thing,
    ... )
    ('lunch boxes', '一个箱子')
    >>> names_for("我们上一代", property_of("speed", "speed"), "maximum", "zh-Hans").of
    '我们上一代的最高速度'
    """
    label, thing, counted, measure = (_english if lang == "en" else _chinese)(name, counter)
    noun = what.qualified(statistic, lang, "" if _is_qualified(measured) else measured)
    if _is_qualified(measured):
        noun = measured
    of = f"the {noun} {what.preposition if not measured else 'of'} {thing}" if lang == "en" else f"{thing}的{noun}"
    plenty = counted if many is None else many
    return Names(label, thing, of, plenty, measure if plenty else "")


def _is_qualified(measured: str) -> bool:
    """Whether the words for a property say its statistic themselves."""
    return _QUALIFIED.search(measured) is not None


def _english(name: str, _: str) -> tuple[str, str, str, str]:
    """Label, noun phrase, plural; a name with a capital or a determiner is one thing."""
    article = _ARTICLE.match(name)
    if article:
        noun = name[article.end() :]
        return noun, name[:1].lower() + name[1:], plural(noun), ""
    if _ONE.match(name):
        return name, f"the {name[:1].lower()}{name[1:]}", "", ""
    if _DEFINITE.match(name) or _LAST.match(name) or name[:1].isupper() or not name.isascii():
        return name, name, "", ""
    if re.search(r"(?:[^s'’]s|people|men)$", _HEAD_EN.split(name)[0]):
        return name, name, name, ""
    return name, f"{_article(name)} {name}", plural(name), ""


def _chinese(name: str, counter: str) -> tuple[str, str, str, str]:
    """Label, noun phrase, what is counted and its measure word; a name without one is one thing."""
    counted = _COUNTED_ZH.match(name)
    if counted:
        noun = name[counted.end() :]
        return noun, name, noun, counter or counted[1]
    if counter:
        return name, f"一{counter}{name}", name, counter
    return name, name, "", ""
