"""`yardstick lint --model`: a model's opinion beside the findings that the rules can be wrong about."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from assistant.chain.calls import Calls, open_calls
from assistant.chain.doubts import Doubt
from assistant.chain.opinions import find_opinions
from assistant.chain.settings import ModelSettings
from assistant.cli.model_options import budget_of, settings_of
from assistant.draft.by_model import what_it_took
from assistant.errors import ModelError
from assistant.lint import Linted
from assistant.lint.opinion import Opinion, is_doubtful
from assistant.schema import Lang
from assistant.tokens import BudgetReached

_NOTICE: dict[str, dict[Lang, str]] = {
    "no-model": {
        "en": "No language model is configured, so there is no second opinion. Set OPENAI_API_KEY or OPENAI_BASE_URL.",
        "zh-Hans": "未配置语言模型，没有第二意见。请设置 OPENAI_API_KEY 或 OPENAI_BASE_URL。",
        "zh-Hant": "未設定語言模型，沒有第二意見。請設定 OPENAI_API_KEY 或 OPENAI_BASE_URL。",
    },
    "unreachable": {
        "en": "The model gave no second opinion ({why}) The findings stand as they are.",
        "zh-Hans": "模型没有给出第二意见（{why}）检查结果不变。",
        "zh-Hant": "模型沒有提出第二意見（{why}）檢查結果不變。",
    },
}


@dataclass(slots=True)
class SecondOpinion:
    """Asks the model about one document after the other; after a fault it asks no more.

    `reached` is the budget that ended it, None if none did.
    """

    settings: ModelSettings | None
    calls: Calls
    reached: BudgetReached | None = None
    lang: Lang = "en"
    _over: bool = False
    _told: set[str] = field(default_factory=set)

    def added(self, linted: Linted, names: tuple[str, ...], own_rules: frozenset[str]) -> Linted:
        """The findings of a document, with an opinion on each that is in doubt, as far as one can be had."""
        self.lang = linted.lang
        places = [n for n, one in enumerate(linted.found) if is_doubtful(one.diagnostic, linted.lang, own_rules)]
        if self.settings is None:
            self._say("no-model")
            return linted
        if self._over or not places:
            return linted
        doubts = [Doubt(*linted.found[n].seen, linted.found[n].diagnostic.message) for n in places]
        opinions: dict[int, Opinion] = {}
        try:
            for number, opinion in find_opinions(
                linted.document.text, linted.lang, doubts, self.settings, self.calls, names
            ):
                opinions[places[number]] = opinion
        except ModelError as error:
            self._over = True
            self._say("unreachable", str(error))
        except BudgetReached as error:
            # What the rules have found is shown all the same, and those opinions that were paid for.
            self._over, self.reached = True, error
        found = (replace(one, opinion=opinions.get(n)) for n, one in enumerate(linted.found))
        return replace(linted, found=tuple(found))

    def _say(self, name: str, why: str = "") -> None:
        line = _NOTICE[name][self.lang].format(why=why)
        if line not in self._told:
            self._told.add(line)
            print(f"yardstick: {line}", file=sys.stderr)


@contextmanager
def asking(args: argparse.Namespace) -> Iterator[SecondOpinion]:
    """A second opinion for one run of the command; at its end standard error says what it took.

    Raises `BudgetReached` at the end, when all findings have been shown.
    """
    with open_calls(budget=budget_of(args.budget)) as calls:
        second = SecondOpinion(settings_of(args.model), calls)
        yield second
        for notice in what_it_took(calls, second.lang):
            print(f"yardstick: {notice}", file=sys.stderr)
        if second.reached is not None:
            raise second.reached
