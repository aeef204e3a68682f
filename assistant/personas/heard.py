"""What was heard, as rows of JSON, as the fields of a persona, and as a table that teaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from assistant.personas.said import RULES, Listening, Point, Said
from assistant.personas.vocabulary import Word
from assistant.schema import Lang

# A persona is a page of text: its evidence is a choice, the table names every place.
EVIDENCE = 50
_POINTS = 30
_UNSORTED = 12
_HEADS: dict[Lang, dict[str, str]] = {
    "en": {
        "pains": "What bothers them", "wants": "What they want", "costs": "What it costs them", "values": "What matters to them", "vocabulary": "Their own words (× voices)",
        "quotes": "Sentences to quote", "skipped": "Not listened to", "unsorted": "Read these yourself: no trouble and no wish was recognised", "voice": "voice", "voices": "voices", "line": "line {}",
        "none": "nothing heard", "masked": "masked", "model": "heard by {}", "summary": "in short: {}",
        "costs.money": "money", "costs.time": "time", "costs.behaviour": "effort and habit", "costs.mind": "worry",
    },
    "zh-Hans": {
        "pains": "困扰他们的", "wants": "他们想要的", "costs": "他们为此付出的", "values": "他们看重的", "vocabulary": "他们自己的词（×几个人说过）", "quotes": "可以引用的话",
        "skipped": "没有听的", "unsorted": "请自己读：没有认出困扰或愿望", "voice": "人", "voices": "人", "line": "第{}行", "none": "没有听到", "masked": "已遮盖", "model": "{}听出", "summary": "小结：{}",
        "costs.money": "钱", "costs.time": "时间", "costs.behaviour": "力气和习惯", "costs.mind": "操心",
    },
    "zh-Hant": {
        "pains": "困擾他們的", "wants": "他們想要的", "costs": "他們為此付出的", "values": "他們在乎的", "vocabulary": "他們自己的詞（×幾個人說過）", "quotes": "可以引用的話",
        "skipped": "沒有聽的", "unsorted": "請自己讀：沒有認出困擾或願望", "voice": "人", "voices": "人", "line": "第{}行", "none": "沒有聽到", "masked": "已遮蓋", "model": "{}聽出", "summary": "摘要：{}",
        "costs.money": "錢", "costs.time": "時間", "costs.behaviour": "力氣和習慣", "costs.mind": "掛心",
    },
}  # fmt: skip
_WHY: dict[Lang, dict[str, str]] = {
    "en": {},
    "zh-Hans": {
        "another speaker": "别人的话（客服、商家、访谈者）", "quoted": "引用的话", "mail header": "邮件头", "signature": "签名", "irony": "反话",
        "not JSON": "不是 JSON", "no text": "没有文字",
    },
    "zh-Hant": {
        "another speaker": "別人的話（客服、商家、訪談者）", "quoted": "引用的話", "mail header": "郵件標頭", "signature": "簽名", "irony": "反話",
        "not JSON": "不是 JSON", "no text": "沒有文字",
    },
}  # fmt: skip


def persona_fields(listening: Listening) -> dict[str, Any]:
    """`pains`, `wants`, `vocabulary` and `evidence` as a persona file takes them; the words behind a point come first.

    `costs` and `values` only where some were heard. All of it is in the customers' words: summaries stay out.
    """
    ahead: dict[int, list[Said]] = {}
    for point in (*listening.pains, *listening.wants, *listening.costs, *listening.values):
        for said in point.said:
            ahead.setdefault(said.voice, []).append(said)
    quotes = sorted(
        listening.quotes, key=lambda quote: not any(_holds(quote, said) for said in ahead.get(quote.voice, ()))
    )[:EVIDENCE]
    costs: dict[str, list[str]] = {}
    for point in listening.costs[:_POINTS]:
        costs.setdefault(point.theme, []).append(point.text)
    values = [point.text for point in listening.values[:_POINTS]]
    return {
        "pains": [point.text for point in listening.pains[:_POINTS]],
        "wants": [point.text for point in listening.wants[:_POINTS]],
        **({"costs": costs} if costs else {}),
        **({"values": values} if values else {}),
        "vocabulary": [word.text for word in listening.vocabulary],
        "evidence": [{"quote": quote.quote, "source": quote.source} for quote in quotes],
    }


def listening_document(listening: Listening) -> dict[str, Any]:
    """What was heard, as the answer to `yardstick personas listen --json`; `by`, `dropped` and `notices` are the rules'."""
    return {
        "file": listening.file,
        "lang": listening.lang,
        "voices": listening.voices,
        "persona": persona_fields(listening),
        "pains": [_point_row(point) for point in listening.pains],
        "wants": [_point_row(point) for point in listening.wants],
        "costs": [_point_row(point) for point in listening.costs],
        "values": [_point_row(point) for point in listening.values],
        "vocabulary": [{"word": word.text, "voices": word.voices, "by": word.by} for word in listening.vocabulary],
        "quotes": [_said_row(quote) for quote in listening.quotes],
        "unsorted": [_said_row(one) for one in listening.unsorted],
        "skipped": [{"line": one.line, "why": one.why} for one in listening.skipped],
        "by": RULES,
        "dropped": [],
        "notices": [],
    }


def listening_lines(listening: Listening) -> Iterator[str]:
    """The table: each point with its count and where it was said."""
    heads = _HEADS[listening.lang]
    voices = heads["voice"] if listening.voices == 1 else heads["voices"]
    yield f"{listening.file}: {listening.voices} {voices}"
    for key, points in (("pains", listening.pains), ("wants", listening.wants)):
        yield from ("", heads[key])
        yield from _point_lines(points, heads, key)
    for key, points in (("costs", listening.costs), ("values", listening.values)):
        if points:
            yield from ("", heads[key])
            yield from _point_lines(points, heads, key)
    yield from ("", heads["vocabulary"])
    yield from _word_lines(listening.vocabulary, heads)
    yield from ("", heads["quotes"])
    for quote in listening.quotes:
        masked = f"  [{heads['masked']}: {', '.join(quote.masked)}]" if quote.masked else ""
        yield f"  “{quote.quote}” ({quote.source}){masked}{_found_by(quote, heads)}"
    if not listening.quotes:
        yield f"  {heads['none']}"
    if listening.unsorted:
        yield from ("", heads["unsorted"])
        yield from (f"  {one.source}  “{one.quote}”" for one in listening.unsorted[:_UNSORTED])
        if len(listening.unsorted) > _UNSORTED:
            yield f"  … +{len(listening.unsorted) - _UNSORTED}"
    if listening.skipped:
        counted = Counter(one.why for one in listening.skipped)
        yield from ("", heads["skipped"])
        for why, count in counted.items():
            lines = [one.line for one in listening.skipped if one.why == why]
            shown = ", ".join(map(str, lines[:8])) + (" …" if len(lines) > 8 else "")
            yield f"  {count}×  {say_skipped(why, listening.lang)}  ({heads['line'].format(shown)})"


def say_skipped(why: str, lang: Lang) -> str:
    """Why a line was not listened to, in words.

    >>> say_skipped("irony", "zh-Hant")
    '反話'
    """
    return _WHY[lang].get(why, why)


def _point_lines(points: Sequence[Point], heads: dict[str, str], key: str) -> Iterator[str]:
    if not points:
        yield f"  {heads['none']}"
    for point in points:
        theme = f"  ({heads.get(f'{key}.{point.theme}', point.theme)})" if point.theme else ""
        yield f"  {point.voices}×  {point.text}{theme}{_found_by(point, heads)}"
        if point.summary:
            yield f"        {heads['summary'].replace('{}', point.summary)}"
        for said in point.said[:5]:
            yield f"        {said.source}  “{said.quote}”"


def _word_lines(words: Sequence[Word], heads: dict[str, str]) -> Iterator[str]:
    """The words on one line for each who found them."""
    for by in dict.fromkeys((RULES, *(word.by for word in words))):
        own = [word for word in words if word.by == by]
        shown = "  ".join(f"{word.text} ×{word.voices}" for word in own)
        if own or not words:
            yield f"  {shown or heads['none']}{_found_by(own[0], heads) if own else ''}"


def _found_by(one: Point | Said | Word, heads: dict[str, str]) -> str:
    """Who found it, where it was not the rules."""
    return "" if one.by == RULES else f"  [{heads['model'].format(one.by)}]"


def _holds(quote: Said, said: Said) -> bool:
    return quote.line <= said.line and quote.start <= said.start and said.end <= quote.end


def _said_row(said: Said) -> dict[str, Any]:
    return {
        "quote": said.quote,
        "file": said.file,
        "line": said.line,
        "start": said.start,
        "end": said.end,
        "voice": said.voice,
        "masked": list(said.masked),
        "by": said.by,
    }


def _point_row(point: Point) -> dict[str, Any]:
    return {
        "text": point.text,
        "theme": point.theme,
        "voices": point.voices,
        "summary": point.summary,
        "by": point.by,
        "said": [_said_row(said) for said in point.said],
    }
