"""Products as files: a brief for `yardstick write`, or the whole saved work; and what such files hold, read again.

The whole work has the form that Settings gives all of it in, so that either can be read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from assistant.errors import InputError
from assistant.schema.brief import Brief
from assistant.schema.data import check_plain
from assistant.schema.work import Work
from assistant.store.versions import Document
from assistant.ui.drafting import SAME, make_brief
from assistant.ui.kept import NAME_CHARS
from assistant.ui.words import Words

# Of one file. A brief is a page; a product with its draft a tenth of a megabyte.
MOST_BYTES = 10_000_000
MOST_PRODUCTS = 500
_SHOWN = 10


@dataclass(slots=True)
class Found:
    """What files held: products by name ("" to go by what they say), and a line for each thing that is none.

    `styled` tells whether a brief had a house style, which belongs to all products and was left aside.
    """

    products: list[tuple[str, Work]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    styled: bool = False


def brief_file(work: Work, form: str, words: Words) -> str | None:
    """The brief as YAML or, for the form "json", JSON; None without facts. Raises `InputError` like `make_brief`."""
    brief = make_brief(words, work)
    if brief is None:
        return None
    # The language stands there always: another program may take another one for usual.
    body = {**brief.model_dump(mode="json", exclude_defaults=True), "lang": brief.lang}
    if form == "json":
        return json.dumps(body, ensure_ascii=False, indent=1) + "\n"
    import yaml

    return str(yaml.safe_dump(body, allow_unicode=True, sort_keys=False, width=1_000))


def whole_file(document: Document) -> str:
    """A product with its draft and all that was chosen, as JSON."""
    one = {"id": document.id, "name": document.name, "at": document.at.isoformat(), "version": document.version}
    return json.dumps({"product": [{**one, "body": document.body}]}, ensure_ascii=False, indent=1) + "\n"


def file_name(name: str, ending: str) -> str:
    """A file's name for a product, without what file systems do not take.

    >>> file_name("Packlight 20: <b>/..", ".yaml"), file_name("", ".json"), file_name("輕行 20", ".yaml")
    ('Packlight-20-b.yaml', 'product.json', '輕行-20.yaml')
    """
    kept = "".join(char if char.isalnum() else " " for char in name[:NAME_CHARS])
    return ("-".join(kept.split()) or "product") + ending


def read_files(files: Iterable[tuple[str, bytes]], words: Words) -> Found:
    """What files hold, in their order; nothing of it is saved here."""
    found = Found()
    for name, data in files:
        try:
            for document, whole in _documents(name, data, words):
                if len(found.products) >= MOST_PRODUCTS:
                    raise InputError(words("products.too_many", limit=MOST_PRODUCTS))
                _take(document, whole, name, found, words)
        except InputError as error:
            found.problems.append(words("products.not_taken", file=name, why=str(error)))
    found.problems[_SHOWN:] = found.problems[_SHOWN:] and [words("versions.more", count=len(found.problems) - _SHOWN)]
    return found


def _documents(name: str, data: bytes, words: Words) -> Iterator[tuple[Any, bool]]:
    """Each document in a file, and whether it may hold whole work: in JSON, where nothing grows while it is read."""
    if len(data) > MOST_BYTES:
        raise InputError(words("products.too_large", limit=f"{MOST_BYTES // 1_000_000} MB"))
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(words("products.no_text")) from None
    read = _read_json(text) or _read_json_lines(text)
    if read is not None:
        yield from ((one, True) for one in read)
    else:
        yield from ((one, False) for one in _read_yaml(text, words))


def _read_json(text: str) -> list[Any] | None:
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(read, dict) and isinstance(read.get("product"), list):
        return list(read["product"])
    return read if isinstance(read, list) else [read]


def _read_json_lines(text: str) -> list[Any] | None:
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or not lines[0].lstrip().startswith("{"):
        return None
    try:
        return [json.loads(line) for line in lines]
    except (ValueError, RecursionError):
        return None


def _read_yaml(text: str, words: Words) -> list[Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        check_plain(text)
        read = [one for one in yaml.load_all(text, Loader=loader) if one is not None]
    except (yaml.YAMLError, ValueError, RecursionError):
        raise InputError(words("products.no_form")) from None
    return [part for one in read for part in (one if isinstance(one, list) else [one])]


def _take(document: Any, whole: bool, file: str, found: Found, words: Words) -> None:
    try:
        if isinstance(document, dict) and whole and isinstance(document.get("body"), dict):
            found.products.append((str(document.get("name", ""))[:NAME_CHARS], _whole(document["body"])))
        elif isinstance(document, dict) and "facts" in document:
            brief = Brief.model_validate({key: value for key, value in document.items() if key != "id"})
            found.styled = found.styled or bool(brief.model_dump(exclude_defaults=True).get("style"))
            found.products.append(("", work_of(brief)))
        else:
            raise InputError(words("products.no_product"))
    except ValidationError as error:
        detail = error.errors(include_url=False, include_input=False)[0]
        why = f"{'.'.join(map(str, detail['loc']))}: {detail['msg'].removeprefix('Value error, ')}"
        found.problems.append(words("products.not_taken", file=file, why=why))
    except InputError as error:
        found.problems.append(words("products.not_taken", file=file, why=str(error)))


def _whole(body: dict[str, Any]) -> Work:
    work = Work.model_validate(body)
    # To the chain such a name is a file of this machine, which nobody may name from elsewhere.
    return work.model_copy(update={"persona": None}) if _is_path(work.persona) else work


def work_of(brief: Brief) -> Work:
    """A brief as a product's work, each fact a line. Raises `InputError` for a customer or a channel that is not there."""
    from assistant.personas import get_persona
    from assistant.playbook import load_playbook

    load_playbook().channel(brief.channel)
    persona = brief.persona
    if isinstance(persona, str) and persona:
        if _is_path(persona):
            raise InputError(f"persona: {persona[:80]}: expected a name, or the customer's own fields.")
        persona = get_persona(persona, brief.lang, brief.market).id
    same = {name: getattr(brief, name) for name in SAME} | {"persona": persona}
    kept = {name: getattr(brief, name) for name in ("proof", "names", "avoid", "lang")}
    source = "\n".join(" ".join(fact.split()) for fact in brief.facts)
    # Whatever they look like: each is a fact already, and none a line of a page.
    return Work.model_validate({**same, **kept, "source": source, "source_kind": "facts"})


def _is_path(persona: object) -> bool:
    return isinstance(persona, str) and persona.lower().endswith((".yaml", ".yml"))
