"""One step: sentences of a page that need a hand → the same sentences, written anew by a model.

The request is the sentences by number with what was found in each and which comparisons are offered; the reply is a text
for each number. Nothing here judges a text: whoever asks holds it to the gate and asks again with what it objects to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from assistant.chain.door import Options, as_template, ask
from assistant.chain.failures import redacted
from assistant.chain.masking import mask
from assistant.chain.reply import load_reply
from assistant.chain.request import as_data
from assistant.chain.settings import ModelSettings
from assistant.errors import ModelError
from assistant.prompts import Prompt, load_prompt
from assistant.schema import Comparison, Lang, Market
from assistant.schema.reply import RawReply

if TYPE_CHECKING:
    from assistant.chain.calls import Calls

_OWN_TAG = re.compile(r"[<＜](?=\s{0,9}/?\s{0,9}sentences\b)", re.IGNORECASE)
# Half of a surrogate pair: no file or terminal could take it.
_BROKEN = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Offered:
    """A sentence to be written anew: its number, its words, the kind of block that it stands in ("heading", "item" …).

    `praise` is (words caught, what is wrong with them), `comparisons` what may stand beside its figures.
    """

    n: int
    text: str
    kind: str
    praise: tuple[tuple[str, str], ...] = ()
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """What a model is asked: the sentences, and what it should know of the page. `names` are the brand's own."""

    lang: Lang
    sentences: tuple[Offered, ...]
    facts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    market: Market | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """What goes back: the texts as they came by number, and of some of them what is wrong, one line each."""

    texts: Mapping[int, str]
    faults: Mapping[int, tuple[str, ...]]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    n: int
    text: str


class _Rows(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    sentences: list[_Row]


def write_sentences(
    task: Task, settings: ModelSettings, again: Again | None = None, calls: Calls | None = None
) -> tuple[dict[int, str], str]:
    """The model's texts by number, each on one line, and the model's name.

    Numbers that nobody asked for are left out, and those that came twice with different texts; with `again` only those
    with faults are asked for. Raises `ModelError`, one line, for every fault on the way and every reply that is not of
    the form; `BudgetReached` and `Cancelled` as `calls` has it.
    """
    prompt = load_prompt("rewrite", task.lang)
    messages, variables = request_of_sentences(task, prompt, again)
    read: list[_Rows] = []

    def take(reply: RawReply) -> None:
        problem = ""
        try:
            read.append(load_reply(reply, _Rows, "page", "rewrite the page"))
        except ModelError as error:
            problem = str(error)
        # Outside the handler: what the reply held must not hang on to the error as its context.
        if problem:
            raise ModelError(redacted(problem, settings))

    masked = mask(tuple(variables.values()), task.lang, keep=task.names) if settings.masks else None
    if masked is not None:
        variables = dict(zip(variables, masked.texts, strict=True))
    options = calls.options() if calls is not None else Options()
    options |= {"accept": take, "prompt_hash": prompt.hash}
    raw = ask(settings, as_template(messages), variables, sentences_schema(), **options).reply
    wanted = again.faults.keys() if again is not None else {one.n for one in task.sentences}
    texts: dict[int, str] = {}
    twice: set[int] = set()
    for row in read[-1].sentences:
        text = _line(masked.restore(row.text) if masked is not None else row.text)
        if row.n in texts and texts[row.n] != text:
            twice.add(row.n)
        elif row.n in wanted:
            texts[row.n] = text
    return {n: text for n, text in texts.items() if n not in twice}, raw.model


def sentences_schema() -> dict[str, Any]:
    """The JSON Schema of a reply, within what servers accept as strict."""
    row = _object({"n": {"type": "integer"}, "text": {"type": "string"}})
    return _object({"sentences": {"type": "array", "items": row}})


def request_of_sentences(
    task: Task, prompt: Prompt, again: Again | None = None
) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Messages and variables; what is the same for every page comes first, what goes back comes last."""
    words = prompt.words
    variables = {
        "market": words[f"market.{task.market}"] if task.market else words["none.market"],
        "names": ", ".join(as_data(name) for name in task.names) or words["none.names"],
        "facts": "\n".join(f"- {_data(fact)}" for fact in task.facts) or words["none.facts"],
        "sentences": "\n".join(_offer(one, words) for one in task.sentences),
    }
    messages = list(prompt.messages)
    if again is not None:
        rows = [{"n": n, "text": text} for n, text in again.texts.items()]
        variables["previous"] = json.dumps({"sentences": rows}, ensure_ascii=False)
        by_number = {one.n: one for one in task.sentences}
        faults = (_faulty(by_number[n], again, words) for n in again.faults)
        variables["findings"] = "\n".join(faults)
        back = f"{words['repair.opening']}\n\n<findings>\n{{{{findings}}}}\n</findings>\n\n{words['repair.closing']}"
        messages += [("assistant", "{{previous}}"), ("user", back)]
    return messages, variables


def _data(text: str) -> str:
    return _OWN_TAG.sub("‹", as_data(text))


def _offer(one: Offered, words: Mapping[str, str]) -> str:
    lines = [_said(words["sentence.old"], n=str(one.n), kind=words[f"kind.{one.kind}"], text=_data(one.text))]
    for caught, why in one.praise:
        lines.append(f"  {_said(words['sentence.praise'], caught=_data(caught), why=_data(why))}")
    for comparison in one.comparisons:
        forms = comparison.forms
        wordings = " | ".join(_data(form) for form in dict.fromkeys((forms.noun, forms.clause)) if form)
        figure = _data(comparison.quantity.text)
        lines.append(f"  {_said(words['sentence.offered'], figure=figure, wordings=wordings)}")
        lines += [f"    {_said(words['sentence.assumes'], text=_data(text))}" for text in comparison.assumptions]
    return "\n".join(lines)


def _faulty(one: Offered, again: Again, words: Mapping[str, str]) -> str:
    lines = [_said(words["sentence.old"], n=str(one.n), kind=words[f"kind.{one.kind}"], text=_data(one.text))]
    if one.n in again.texts:
        lines.append(f"  {_said(words['sentence.new'], text=_data(again.texts[one.n]))}")
    return "\n".join([*lines, *(f"  {_said(words['sentence.fault'], text=_data(why))}" for why in again.faults[one.n])])


def _said(form: str, **values: str) -> str:
    """The form with its gaps filled in, once: what is put in may hold braces of its own."""
    return re.sub(r"\{([a-z]+)\}", lambda gap: values[gap[1]], form)


def _line(text: str) -> str:
    """One line without control characters: the text is put into a file and shown in terminals."""
    return " ".join("".join(c if c.isprintable() else " " for c in _BROKEN.sub("", text)).split())


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
