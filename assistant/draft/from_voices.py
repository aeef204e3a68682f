"""What customers said → what is heard in it: by the rules, and by a model beside them, held against their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.chain.calls import Calls, Took
from assistant.draft.by_model import what_it_took
from assistant.errors import ModelError
from assistant.personas.heard import listening_document
from assistant.personas.joining import Pointed, join
from assistant.personas.said import RULES, Listening
from assistant.schema import Lang
from assistant.tokens import BudgetReached

if TYPE_CHECKING:
    from assistant.chain.settings import ModelSettings

_NOTICE: dict[str, dict[Lang, str]] = {
    "heard": {
        "en": "{model} listened too; heard beside what the rules heard: {new}; not taken: {dropped}.",
        "zh-Hans": "{model}也听了：规则没有听出的{new}条，未采用的{dropped}条。",
        "zh-Hant": "{model}也聽了：規則沒有聽出的{new}筆，未採用的{dropped}筆。",
    },
    "unheard": {
        "en": "The model did not listen ({why}) What the rules heard stands.",
        "zh-Hans": "模型没有听成（{why}）只有规则听出的那些。",
        "zh-Hant": "模型沒有聽成（{why}）只有規則聽出的那些。",
    },
    "broken off": {
        "en": "The model did not listen to the end ({why}) What it heard until then stands.",
        "zh-Hans": "模型没有听完（{why}）此前听出的仍然保留。",
        "zh-Hant": "模型沒有聽完（{why}）在那之前聽出的仍然保留。",
    },
}


@dataclass(frozen=True, slots=True)
class HeardVoices:
    """What was heard, and how.

    `by` is the model that listened beside the rules, else "rules"; `dropped` its words that were not taken, each with
    the reason; `notices` are for whoever asked. `reached` is the budget that ended the asking, None if none did.
    """

    listening: Listening
    by: str = RULES
    dropped: tuple[tuple[str, str], ...] = ()
    notices: tuple[str, ...] = ()
    reached: BudgetReached | None = None


def hear_with_model(listening: Listening, settings: ModelSettings, calls: Calls | None = None) -> HeardVoices:
    """What the rules heard, and after it what a model alone hears in the same words.

    A model that fails, and a budget that is reached, leave what was heard until then, and a notice or the budget.
    Raises `Cancelled` as `calls` has it.
    """
    # LangChain takes seconds to import: only a text that a model listens to pays for it.
    from assistant.chain.listening import find_heard

    asked = replace(calls or Calls(), took=Took())
    pointed: list[Pointed] = []
    dropped: list[tuple[str, str]] = []
    notices: list[str] = []
    reached, lang = None, listening.lang
    try:
        for part in find_heard(listening, settings, asked):
            pointed += part.pointed
            dropped += part.dropped
    except ModelError as error:
        notices.append(_NOTICE["broken off" if pointed else "unheard"][lang].format(why=error))
    except BudgetReached as error:
        reached = error
    finally:
        if calls is not None:
            calls.took.merge(asked.took)
    joined, new = join(listening, pointed, settings.model)
    complete = not notices and reached is None
    if complete:
        notices.append(_NOTICE["heard"][lang].format(model=settings.model, new=new, dropped=len(dropped)))
    notices += what_it_took(asked, lang)
    by = settings.model if complete or pointed else RULES
    return HeardVoices(joined, by, tuple(dropped), tuple(notices), reached)


def heard_document(heard: HeardVoices) -> dict[str, Any]:
    """The whole answer to `yardstick personas listen --json`."""
    dropped = [{"text": words, "why": why} for words, why in heard.dropped]
    return {**listening_document(heard.listening), "by": heard.by, "dropped": dropped, "notices": list(heard.notices)}


def dropped_lines(heard: HeardVoices, most: int = 20) -> Iterator[str]:
    """What was not taken and why, a line each, the first ones."""
    for words, why in heard.dropped[:most]:
        yield f"{heard.by}: “{words}”: {why}"
    if len(heard.dropped) > most:
        yield f"{heard.by}: … +{len(heard.dropped) - most}"
