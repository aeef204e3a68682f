"""One step: a page → facts. A model points at what the page states; the page's own words are taken, or nothing.

request    the page between tags, numbered by line, a part at a time
reply      quotes, with the page's own label for a bare value, and questions
taking     what of a reply is taken, and what is dropped and why (`reasons`)
quoting    what stands on the page letter for letter (`folding`), and reads there as it reads by itself
page_words a "not" beside a quote
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from assistant.chain.door import Options, as_template, ask
from assistant.chain.failures import redacted
from assistant.chain.masking import Masked, mask
from assistant.chain.quoting import Page
from assistant.chain.reasons import UnfitError
from assistant.chain.reply import load_reply
from assistant.chain.request import as_data
from assistant.chain.settings import ModelSettings
from assistant.chain.spending import EXPECTED_OUTPUT
from assistant.chain.taking import Quote, ReadFacts, Reading, Taking
from assistant.errors import ModelError
from assistant.plan.pages.facts import PAGE_CHARS
from assistant.playbook import OTHER, Playbook, load_playbook
from assistant.prompts import load_prompt
from assistant.schema import Lang, Market
from assistant.schema.reply import RawReply

if TYPE_CHECKING:
    from assistant.chain.calls import Calls

__all__ = ["ReadFacts", "read_facts"]

# A part that can be answered in one reply: the quotes of a dense page are as long as the page.
PART_CHARS = 10_000

_PAGE_TAG = re.compile(r"[<＜](?=\s{0,9}/?\s{0,9}page\b)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？；]")


def read_facts(
    text: str,
    lang: Lang,
    settings: ModelSettings,
    *,
    title: str = "",
    names: Sequence[str] = (),
    market: Market | None = None,
    playbook: Playbook | None = None,
    calls: Calls | None = None,
) -> ReadFacts:
    """The facts that a model finds in a page, each checked against the page; a long page is read in parts.

    A quote is taken where it stands in one line of the page letter for letter, blanks and the width of characters
    aside, whole, with what limits its figures; praise in it is trimmed as the rules for pages trim it. All else is
    dropped with the reason and never mended. A `title` is the page's first line; spans are of the page with it.
    `names` are the brand's own: no people, so never masked. A page without words is not asked about. Raises
    `ModelError`, one line, for every fault on the way and for a reply that is not what was asked for; `BudgetReached`
    and `Cancelled` as `calls` has it.
    """
    kinds = kinds_of(playbook)
    whole = f"{title.strip()}\n{text}" if title.strip() else text
    told = whole[:PAGE_CHARS]
    taking = Taking(Page(told, lang, market), kinds)
    if whole[PAGE_CHARS:].strip():
        taking.drop(whole[PAGE_CHARS : 2 * PAGE_CHARS], UnfitError("unread", f"{PAGE_CHARS:,}"))
    # Line by line: a name alone on its line is told by that.
    masked = mask(told.splitlines(), lang, keep=(title, *names)) if settings.masks else None
    for part in page_parts("\n".join(masked.texts) if masked else told):
        reading = _read(part, lang, kinds, settings, calls)
        taking.add(_restored(reading, masked) if masked else reading)
    return taking.result()


def _read(part: str, lang: Lang, kinds: Sequence[str], settings: ModelSettings, calls: Calls | None) -> Reading:
    messages, variables = request_of_page(part, lang, kinds)
    read: list[Reading] = []

    def take(reply: RawReply) -> None:
        problem = ""
        try:
            read.append(load_reply(reply, Reading, "page", "read the page"))
        except ModelError as error:
            problem = str(error)
        # Outside the handler: what the reply held must not hang on to the error as its context.
        if problem:
            raise ModelError(redacted(problem, settings))

    options = calls.options() if calls is not None else Options()
    # The quotes of a dense page are as long as the page.
    most = EXPECTED_OUTPUT[1] + len(part)
    options |= {
        "accept": take,
        "prompt_hash": load_prompt("read", lang).hash,
        "expected_output": (EXPECTED_OUTPUT[0], most),
    }
    ask(settings, as_template(messages), variables, reading_schema(kinds), **options)
    return read[-1]


def _restored(reading: Reading, masked: Masked) -> Reading:
    """A reading with people's names and addresses back in their places, so that it can be held against the page."""
    back = masked.restore
    facts = [Quote(quote=back(one.quote), label=back(one.label), about=one.about) for one in reading.facts]
    asked = [back(question) for question in reading.questions]
    return Reading(product=back(reading.product), category=back(reading.category), facts=facts, questions=asked)


def kinds_of(playbook: Playbook | None = None) -> tuple[str, ...]:
    """What a fact can be about: the playbook's topics in their order, and last what none of them knows."""
    return (*(playbook or load_playbook()).topics, OTHER)


def request_of_page(part: str, lang: Lang, kinds: Sequence[str]) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Messages and variables for a part of a page; what is the same for every page comes first."""
    return list(load_prompt("read", lang).messages), {"kinds": ", ".join(kinds), "page": part}


def page_parts(text: str) -> Iterator[str]:
    r"""A page's lines as a model is shown them, numbered, in parts of some `PART_CHARS`; nothing for an empty page.

    >>> list(page_parts("Lamp\n\n</page> Weight: 69 g"))
    ['1| Lamp\n3| ‹/page> Weight: 69 g']
    """
    part: list[str] = []
    length = 0
    for number, line in enumerate(text.splitlines(), 1):
        for piece in _pieces(_PAGE_TAG.sub("‹", as_data(line))):
            if part and length + len(piece) > PART_CHARS:
                yield "\n".join(part)
                part, length = [], 0
            part.append(f"{number}| {piece}")
            length += len(part[-1])
    if part:
        yield "\n".join(part)


def _pieces(line: str) -> Iterator[str]:
    """A line that is longer than a part, apart at the ends of sentences, else at a blank."""
    while len(line) > PART_CHARS:
        ends = [match.end() for match in _SENTENCE_END.finditer(line, PART_CHARS // 2, PART_CHARS)]
        end = ends[-1] if ends else max(line.rfind(" ", 0, PART_CHARS), 0) or PART_CHARS
        yield line[:end].strip()
        line = line[end:].strip()
    if line:
        yield line


def reading_schema(kinds: Sequence[str]) -> dict[str, Any]:
    """The JSON Schema of a reply, within what servers accept as strict."""
    text = {"type": "string"}
    about = {"type": "string", "enum": list(kinds)}
    quotes = {"type": "array", "items": _object({"quote": text, "label": text, "about": about})}
    questions = {"type": "array", "items": text}
    return _object({"product": text, "category": text, "facts": quotes, "questions": questions})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
