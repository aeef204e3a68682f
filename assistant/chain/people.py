"""Names of people, by the frame that they stand in: a title, a signature after a dash, a label, "my name is"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.schema.data import load_yaml_map
from assistant.schema.nouns import Lang

_DATA = Path(__file__).parent / "data" / "personal.yaml"
_UP, _LOW = "[A-ZÀ-ÖØ-ÞĀ-Ž]", "[a-zß-öø-ÿĀ-ž]"
_WORD = rf"{_UP}(?:['’]{_UP})?{_LOW}{{1,20}}(?:[-'’]?{_UP}{_LOW}{{1,20}})?"
_INITIAL = rf"{_UP}(?:\.|(?![\w'’]))"
_NAME = (
    rf"(?P<it>{_WORD}(?: (?:(?:van|von|de|da|der|den|bin|al|el) ){{0,2}}(?:{_WORD}|{_INITIAL})){{0,2}})(?![A-Za-zÀ-ž])"
)
_CLOSED = r"(?=\s{0,2}(?:$|[,(;|\n]|\.\s{0,3}$))"
_KIN = (
    "husband|wife|son|daughter|friend|partner|brother|sister|mother|father|mum|mom|dad|boyfriend|girlfriend|neighbour"
    "|neighbor|colleague|flatmate|roommate|boss|nephew|niece|uncle|aunt|cousin|grandma|grandpa"
)
# An inch sign ends no sentence: 27" – White.
_SAID = r"(?:[.!?…。！？]\s{0,3}(?:[—–―]{1,2}|--)|(?:[”’」』]|(?<!\d)[\"'])\s{0,3}[—–―-]{1,2})"
_WHO = "(?:用户|用戶|客户|客戶|顾客|顧客|买家|買家|会员|會員|受访者|受訪者|网友|網友)"
_SIGNED = rf"(?:{_SAID}|(?:^|\n)\s{{0,3}}(?:[—–―]{{1,2}}|--))\s{{0,2}}"

_LATIN = tuple(
    re.compile(source)
    for source in (
        rf"(?:^|[,”\"’'?!.])\s{{0,2}}(?:says|said|writes|wrote|recalls) {_NAME}(?=\s{{0,2}}(?:$|[,.;:!?(\n]| (?:from|of|who)\b))",
        rf"(?<![\w])(?P<it>{_WORD} (?:{_UP}\.)) (?:says|said|writes|wrote|told)\b",
        rf"(?<![\w])(?:Mr|Mrs|Ms|Mx|Dr|Prof)\.? {_NAME}",
        rf"(?<![\w])[Mm]y name(?: is|['’]s) {_NAME}",
        rf"(?<![\w])(?:I am|I['’]m|[Tt]his is) {_NAME}(?= from\b| and I\b|, \d|, an? | here\b)",
        rf"(?<![\w])(?:[Rr]eview(?:ed)?|[Pp]osted|[Ww]ritten|[Ii]nterview(?:ed)?|[Cc]hat|[Cc]onversation) (?:by|with|from) {_NAME}",
        rf"(?<![\w])(?:Dear|Hi|Hello|Hey) {_NAME}(?=\s?[,!\n—–])",
        rf"(?<![\w])(?:Thanks|Thank you|Cheers|[Rr]egards|[Ww]ishes|Sincerely|Best|Yours)\s?,\s{{1,3}}{_NAME}(?=[.!]?\s{{0,3}}$)",
        rf"(?<![\w])(?:Customer|Reviewer|Buyer|Recipient|Interviewee|Participant|Ship to|Attn|Full name|Contact person)\s?: ?{_NAME}{_CLOSED}",
        rf"(?<![\w])[Mm]y (?:{_KIN}),? {_NAME}",
        rf"^\s{{0,3}}(?P<it>{_WORD} {_UP}\.)(?=\s{{0,2}}(?:$|,))",
        rf"^\s{{0,3}}(?P<it>{_WORD}), \d\d, {_WORD}(?=\s?[:“\"])",
        rf"(?<![\w])(?:our|verified) (?:customer|reviewer|user|buyer|reader|client) {_NAME}",
        rf"(?P<it>(?<![A-Za-z]){_WORD})\s?(?=先生|女士|小姐|太太|同学|同學|阿姨|老师|老師)",
    )
)
# After a full stop a hyphen is as often a seller's bullet: there the name has to be the last word.
_SIGNATURE = re.compile(
    rf"(?:{_SIGNED}{_NAME}{_CLOSED}|[.!?。！]\s{{0,3}}-\s{{0,2}}(?P<last>{_WORD}(?: {_WORD}| {_INITIAL})?)\s{{0,3}}$)"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of the data file, and the frames of Chinese names that are built of them."""

    one: frozenset[str]
    two: frozenset[str]
    titles: re.Pattern[str]
    inside: dict[str, str]
    ordinary: frozenset[str]
    not_names: frozenset[str]
    common: frozenset[str]
    frames: tuple[re.Pattern[str], ...]


@cache
def _words() -> _Words:
    data = load_yaml_map(_DATA, "Some lists of words.", "expected lists by name", "See personal.yaml.")
    one = data["surnames"]
    surname = f"(?:{'|'.join(data['surnames_of_two'])}|[{one}])"
    name = rf"(?P<it>{surname}(?:\*{{1,3}}|[\u4e00-\u9fff]{{1,2}}))"
    ends = r"(?=\s{0,2}(?:$|[,(\n·|、。;]))"
    label = f"姓名|{_WHO}|收货人|收貨人|收件人|寄件人|联系人|聯絡人|署名"
    says = "(?=说|說|表示|反馈|反饋|觉得|覺得|分享|评价|評價)"
    frames = (
        rf"(?:{label})\s?:\s?(?:{name}(?![\u4e00-\u9fff])|(?P<other>[A-Za-z]\*{{2,4}}[A-Za-z0-9]))",
        rf"(?<![\w*])(?P<it>{surname}\*{{1,3}})(?![\w*])",
        rf"(?:我叫|名叫|名字是|名字叫)(?P<it>{surname}(?:[\u4e00-\u9fff]{{1,2}}?(?=[,。.!、;\s]|$|今年|来自|來自|住|是|在|开|開|的)|[\u4e00-\u9fff]{{2}}))",
        rf"{_SIGNED}(?P<it>{surname}(?:\*{{1,3}}|[\u4e00-\u9fff]{{1,2}})|[小阿老][\u4e00-\u9fff]{{1,2}}){ends}",
        rf"(?<![\u4e00-\u9fff])(?P<it>[小老][{one}]|阿[\u4e00-\u9fff]){says}",
        rf"{_WHO}(?P<it>{surname}[\u4e00-\u9fff]{{1,2}}|[小老][{one}]|阿[\u4e00-\u9fff]){says}",
        rf"(?<![\u4e00-\u9fff])(?P<it>[{one}])(?=[总總太董姐哥姨叔嫂](?:说|說|表示|反馈|反饋|分享|:))",
        r"(?<![A-Za-z0-9*])(?P<it>[A-Za-z]\*{3,4}[A-Za-z0-9])(?![A-Za-z0-9*])",
    )
    return _Words(
        one=frozenset(one),
        two=frozenset(data["surnames_of_two"]),
        titles=re.compile(f"(?:{'|'.join(data['titles'])})(?![傅级級])"),
        inside=data["inside"],
        ordinary=frozenset(data["ordinary"]),
        not_names=frozenset(data["not_names"].split()),
        common=frozenset(data["common_first_names"].split()),
        frames=tuple(map(re.compile, frames)),
    )


def find_people(text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """Spans of people's names in a folded text, titles left out; may overlap, the first found is meant.

    >>> text = "Mrs Bell's cat. 王小姐的猫"
    >>> [text[start:end] for start, end in find_people(text, "en")]
    ['Bell', '王']
    """
    words = _words()
    for pattern in _LATIN:
        for found in pattern.finditer(text):
            if not words.not_names.intersection(found["it"].split()):
                yield found.span("it")
    for found in _SIGNATURE.finditer(text):
        group = "it" if found["it"] else "last"
        alone = " " not in found[group]
        # In a Chinese text a Latin word after a dash is a make, unless somebody's town or age follows.
        if alone and lang != "en" and text[found.end() : found.end() + 1] not in (",", "("):
            continue
        if not words.not_names.intersection(found[group].split()):
            yield found.span(group)
    yield from _titled(text, words)
    for pattern in words.frames:
        for found in pattern.finditer(text):
            group = "it" if found["it"] else "other"
            if found[group][:2] not in words.ordinary:
                yield found.span(group)


def can_recur(name: str) -> bool:
    """Whether a name that a frame has shown is a name wherever it stands: no ordinary word, no single surname.

    >>> can_recur("Priya"), can_recur("Will"), can_recur("王"), can_recur("陈晓雨")
    (True, False, False, True)
    """
    words = _words()
    if not name.isascii() and "\u4e00" <= name[0] <= "\u9fff":
        return len(name) > 1 and "*" not in name and name[:2] not in words.ordinary
    return len(name) > 2 and name not in words.common and name not in words.not_names


def _titled(text: str, words: _Words) -> Iterator[tuple[int, int]]:
    """The names before 先生, 小姐 and the like: with the given name where something shows where it begins."""
    for found in words.titles.finditer(text):
        end = found.start()
        for length in (3, 2):
            start = end - length
            if start < 0 or text[start:end][:2] in words.ordinary or not _is_chinese(text[start:end]):
                continue
            opens = (
                start == 0 or not _is_chinese(text[start - 1]) or text[start - 1] in "的是和与與跟给給叫找让讓由请請位"
            )
            if text[start : start + 2] in words.two or (text[start] in words.one and opens):
                yield start, end
                break
        else:
            last, before = text[end - 1 : end], text[max(0, end - 2) : end - 1]
            if last in words.one and not (before and before in words.inside.get(last, "")):
                yield end - 1, end


def _is_chinese(text: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" for c in text)
