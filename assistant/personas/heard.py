"""What was heard, as rows of JSON, as the fields of a persona, and as a table that teaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from assistant.personas.listen import Listening, Point, Said
from assistant.schema import Lang

# A persona is a page of text: its evidence is a choice, the table names every place.
EVIDENCE = 50
_POINTS = 30
_UNSORTED = 12
_HEADS: dict[Lang, dict[str, str]] = {
    "en": {
        "pains": "What bothers them", "wants": "What they want", "vocabulary": "Their own words (at least two voices)",
        "quotes": "Sentences to quote", "skipped": "Not listened to", "unsorted": "Read these yourself: no trouble and no wish was recognised", "voice": "voice", "voices": "voices", "line": "line {}",
        "none": "nothing heard", "masked": "masked",
    },
    "zh-Hans": {
        "pains": "困扰他们的", "wants": "他们想要的", "vocabulary": "他们自己的词（至少两个人说过）", "quotes": "可以引用的话",
        "skipped": "没有听的", "unsorted": "请自己读：没有认出困扰或愿望", "voice": "人", "voices": "人", "line": "第{}行", "none": "没有听到", "masked": "已遮盖",
    },
    "zh-Hant": {
        "pains": "困擾他們的", "wants": "他們想要的", "vocabulary": "他們自己的詞（至少兩個人說過）", "quotes": "可以引用的話",
        "skipped": "沒有聽的", "unsorted": "請自己讀：沒有認出困擾或願望", "voice": "人", "voices": "人", "line": "第{}行", "none": "沒有聽到", "masked": "已遮蓋",
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
    """`pains`, `wants`, `vocabulary` and `evidence` as a persona file takes them; the words behind a point come first."""
    ahead: dict[int, list[Said]] = {}
    for point in (*listening.pains, *listening.wants):
        for said in point.said:
            ahead.setdefault(said.voice, []).append(said)
    quotes = sorted(
        listening.quotes, key=lambda quote: not any(_holds(quote, said) for said in ahead.get(quote.voice, ()))
    )[:EVIDENCE]
    return {
        "pains": [point.text for point in listening.pains[:_POINTS]],
        "wants": [point.text for point in listening.wants[:_POINTS]],
        "vocabulary": [word.text for word in listening.vocabulary],
        "evidence": [{"quote": quote.quote, "source": quote.source} for quote in quotes],
    }


def listening_document(listening: Listening) -> dict[str, Any]:
    """The whole answer to `yardstick personas listen --json`."""
    return {
        "file": listening.file,
        "lang": listening.lang,
        "voices": listening.voices,
        "persona": persona_fields(listening),
        "pains": [_point_row(point) for point in listening.pains],
        "wants": [_point_row(point) for point in listening.wants],
        "vocabulary": [{"word": word.text, "voices": word.voices} for word in listening.vocabulary],
        "quotes": [_said_row(quote) for quote in listening.quotes],
        "unsorted": [_said_row(one) for one in listening.unsorted],
        "skipped": [{"line": one.line, "why": one.why} for one in listening.skipped],
    }


def listening_lines(listening: Listening) -> Iterator[str]:
    """The table: each point with its count and where it was said."""
    heads = _HEADS[listening.lang]
    voices = heads["voice"] if listening.voices == 1 else heads["voices"]
    yield f"{listening.file}: {listening.voices} {voices}"
    for key, points in (("pains", listening.pains), ("wants", listening.wants)):
        yield from ("", heads[key])
        yield from _point_lines(points, heads)
    yield from ("", heads["vocabulary"])
    words = "  ".join(f"{word.text} ×{word.voices}" for word in listening.vocabulary)
    yield f"  {words or heads['none']}"
    yield from ("", heads["quotes"])
    for quote in listening.quotes:
        masked = f"  [{heads['masked']}: {', '.join(quote.masked)}]" if quote.masked else ""
        yield f"  “{quote.quote}” ({quote.source}){masked}"
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
            yield f"  {count}×  {_WHY[listening.lang].get(why, why)}  ({heads['line'].format(shown)})"


def _point_lines(points: Sequence[Point], heads: dict[str, str]) -> Iterator[str]:
    if not points:
        yield f"  {heads['none']}"
    for point in points:
        theme = f"  ({point.theme})" if point.theme else ""
        yield f"  {point.voices}×  {point.text}{theme}"
        for said in point.said[:5]:
            yield f"        {said.source}  “{said.quote}”"


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
    }


def _point_row(point: Point) -> dict[str, Any]:
    return {
        "text": point.text,
        "theme": point.theme,
        "voices": point.voices,
        "said": [_said_row(said) for said in point.said],
    }
