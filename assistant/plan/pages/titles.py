"""The product's name out of a page's title, without what is there for search engines."""

from __future__ import annotations

import re

from assistant.schema import Lang

_WORDS, _FIRST, _HAN = 10, 5, 24
_SITE = re.compile(r"\s*(?:\s[|｜]\s|\s»\s|_{2,}|::).*$")
_CODE = re.compile(r"^(?=\S*\d)(?=\S*[A-Z])[A-Z0-9][A-Z0-9./()-]{5,}$")
_AUDIENCE = re.compile(r"^(?:for|best|buy|free|new|hot|sale|20\d\d|with|pack of|set of)\b", re.IGNORECASE)
_COUNTED = re.compile(r"^\d+\s?(?:pcs?|pieces?|sets?|pairs?|x)\b\s*", re.IGNORECASE)
_PURPOSE = re.compile(r"\s+(?:for|with|w/|suitable for|compatible with|fits)\s+", re.IGNORECASE)
_FIGURE = re.compile(
    r"^\d[\d.,*x×-]*\s?(?:mm|cm|m|ft|in|inch|inches|g|kg|lb|lbs|oz|ml|l|w|v|kw|mah|gb|tb|pcs?|pack|strands?|\"|”|gallon|micron)?$",
    re.IGNORECASE,
)
_SHOUTED = re.compile(
    r"best|super|premium|powerful|perfect|amazing|beautiful|stunning|luxury|hot|new|newest|genuine", re.IGNORECASE
)
_FILLER = re.compile(
    r"【[^】]*】|\[[^\]]*\]|[（(][^()（）]*[)）]|[®™©]|新款$|\s20\d\d款|(?:评测|評測|测评|測評|开箱|開箱|[Rr]eview)$|官方|正品|热卖|熱賣|爆款|旗舰店|旗艦店"
)


def clean_title(title: str, lang: Lang) -> str:
    """The name of the product that a title is of, the first where it lists several; "" where it names none.

    >>> clean_title("Mini Mist Maker Fogger No Light 38mm Balcony Garden Pond Waterscape Mist Sprayer Humidifier", "en")
    'Mini Mist Maker Fogger No Light'
    >>> (
    ...     clean_title("Lamp X2 Desk Lamp | Best Lamps Online", "en"),
    ...     clean_title("小米手表Color / 米家洗烘一体机", "zh-Hans"),
    ... )
    ('Lamp X2 Desk Lamp', '小米手表Color')
    """
    name = re.sub(r"\s+", " ", title).strip()
    if "#" in name:
        return ""
    name = _SITE.sub("", name)
    name = re.split(r"\s/\s", _FILLER.sub(" ", name))[0]
    name = _COUNTED.sub("", name).strip()
    name = _segments(name)
    if lang != "en":
        return re.sub(r"\s+", " ", name).strip(" -/_")[:_HAN].strip()
    name = name.split(", ")[0]
    return _without_tail(name)


def _segments(name: str) -> str:
    """The maker and the thing of "Tolvan - Ridge Bar - 72cm", and no measure, code or audience."""
    parts = [part.strip() for part in re.split(r"\s+[-–—]\s+", name) if part.strip()]
    if not parts:
        return ""
    kept = [parts[0]]
    for part in parts[1:]:
        if _FIGURE.match(part) or _AUDIENCE.match(part) or _CODE.match(part.split()[0]) or len(parts[0].split()) > 5:
            break
        kept.append(part)
    return (" " if len(kept[0].split()) == 1 else " - ").join(kept[:2])


def _without_tail(name: str) -> str:
    """A name in English: up to the words that are repeated, or are but measures and uses in a long row."""
    words = name.split()
    long = len(words) > _WORDS
    purpose = _PURPOSE.search(name)
    if long and purpose and len(name[: purpose.start()].split()) >= 2:
        words = name[: purpose.start()].split()
    kept: list[str] = []
    if len(words) > 3 and _CODE.match(words[0]):
        words = words[1:]
    for number, word in enumerate(words):
        plain = word.lower().strip(",")
        if number >= 2 and _CODE.match(word) and long:
            break
        repeated = plain in [one.lower() for one in kept] and len(plain) > 3
        if repeated and 2 <= number < len(words) - 1 and (long or plain == kept[0].lower()):
            break
        if _FIGURE.match(word) and number >= 2 and long:
            break
        kept.append(word)
    if len(kept) > _WORDS:
        # A row of search words with neither figure nor use: the thing stands in the first few.
        kept = kept[:_FIRST]
    praised = [word for word in kept if not _SHOUTED.fullmatch(word)]
    while len(praised) > 2 and praised[-1].lower() in ("shop", "buy", "online", "store", "sale", "dc", "ac", "strong"):
        praised = praised[:-1]
    return " ".join(praised if len(praised) >= 2 else kept).strip(" ,-–/|")
