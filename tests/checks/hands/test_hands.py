"""A thousand true drafts in free wording, by several hands: the gate stops no more than one in a hundred."""

from __future__ import annotations

import pytest

from assistant.checks import check_texts
from assistant.schema import Lang
from tests.checks.hands.lines import Line, find_free_lines, find_lines


def _stopped(line: Line) -> list[str]:
    checked = check_texts({"paragraph": line.text}, line.brief, line.plan, line.persona)
    return [f"{d.rule}: {line.text[d.start : d.end]} in {line.text}" for d in checked.diagnostics if d.level == "error"]


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_true_drafts_by_several_hands_pass(lang: Lang) -> None:
    lines = list(find_lines(lang))
    assert len(lines) > 330
    stopped = [said for line in lines for said in _stopped(line)[:1]]
    assert len(stopped) * 100 <= 2 * len(lines), stopped
    texts = [line.text for line in lines]
    assert len(set(texts)) == len(texts)


def test_no_more_than_one_true_draft_in_a_hundred_is_stopped() -> None:
    lines = [line for lang in ("en", "zh-Hans", "zh-Hant") for line in find_lines(lang)]
    assert sum(bool(_stopped(line)) for line in lines) * 100 <= len(lines)


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_drafts_written_from_briefs_alone_pass(lang: Lang) -> None:
    lines = list(find_free_lines(lang))
    assert len(lines) > 350
    stopped = [said for line in lines for said in _stopped(line)[:1]]
    assert len(stopped) * 100 <= 2 * len(lines), stopped


def test_no_more_than_one_in_a_hundred_of_them_is_stopped() -> None:
    lines = [line for lang in ("en", "zh-Hans", "zh-Hant") for line in find_free_lines(lang)]
    assert sum(bool(_stopped(line)) for line in lines) * 100 <= len(lines)
