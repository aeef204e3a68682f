"""What the copywriter enters. Widgets in, one `Asked` out; nothing is computed here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast, get_args

import streamlit as st

from assistant.chain.settings import ModelSettings, is_local
from assistant.errors import InputError
from assistant.schema import LANGS, MARKETS, Lang
from assistant.schema.work import SOURCE_CHARS
from assistant.tokens import Budget, load_prices
from assistant.ui.desk import change, desk, put
from assistant.ui.examples import load_examples
from assistant.ui.language import NAMES, load_example, text_lang
from assistant.ui.markup import label
from assistant.ui.page import hint, model_at, section
from assistant.ui.preferences import find_model, preferences
from assistant.ui.typed import heard, typed
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.schema.brief import Persona

SHORT_CHARS = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form asks for beside what stands on the desk: a draft now, by which model, how and for how much."""

    settings: ModelSettings | None
    wanted: bool
    problem: str = ""
    critique: bool = False
    budget: Budget | None = None


def ask(words: Words, busy: bool = False) -> Asked:
    """Draws the form; what is entered goes on the desk. While a draft is under way (`busy`) no other can be asked for."""
    section(words("facts.heading"), first=True)
    # Before the field, which shows what a file has put there.
    above, below = st.container(), st.container()
    with below:
        from assistant.ui.uploading import ask_file

        ask_file(words)
    here = desk()
    with above:
        source = typed(
            words("facts.label"),
            here.work.source,
            words,
            key="facts",
            of=f"{here.id}.source",
            serial=here.serial,
            rows=9,
            most=SOURCE_CHARS,
            placeholder=words("facts.placeholder"),
            hint=words("facts.limits"),
        )
    _examples(words)
    product = typed(
        words("facts.product"),
        here.work.product,
        words,
        key="product",
        of=f"{here.id}.product",
        serial=here.serial,
        most=SHORT_CHARS,
        placeholder=words("facts.product_placeholder"),
    )
    persona = _ask_persona(words)
    channel = _ask_channels(words)
    with st.expander(words("facts.more"), key="more"):
        entries = _ask_place(words)
    change(source=source, product=product.strip(), persona=persona, channel=channel, **entries)
    settings, problem = _ask_model(words)
    budget = ask_budget(settings, words) if settings is not None else None
    critique = settings is not None and _ask_critique(words)
    wanted = st.button(
        words("write.button"), key="write", type="primary", width="stretch", shortcut="Ctrl+Enter", disabled=busy
    )
    return Asked(settings, wanted, problem, critique, budget)


def hear_form() -> None:
    """Takes in what was typed, whichever page is drawn: who goes to another one at once has typed it all the same."""
    here = desk()
    for field, key, most in (("source", "facts", SOURCE_CHARS), ("product", "product", SHORT_CHARS)):
        text = heard(key, of=f"{here.id}.{field}", serial=here.serial, most=most)
        if text is not None:
            change(**{field: text.strip() if field == "product" else text})


def held(field: str, value: Any) -> str:
    """The key of a plain widget that stands for a field of the work, which has the field's value unless it was changed."""
    key = f"of_work_{field}"
    if key not in st.session_state:
        st.session_state[key] = value
    return key


def _examples(words: Words) -> None:
    lang = text_lang()
    hint(words("facts.example"))
    with st.container(horizontal=True, gap="small", key="examples"):
        for place, example in enumerate(load_examples(lang)):
            st.button(example.title, key=f"example_{place}", on_click=load_example, args=(lang, place))


def _ask_channels(words: Words) -> str | tuple[str, ...]:
    """The places that a text is wanted for; those that are written in the language of the copy are offered."""
    from assistant.playbook import load_playbook
    from assistant.schema.channels import MOST_CHANNELS

    entries, lang = load_playbook().channels, text_lang()
    kept = desk().work.channel
    chosen = [kept] if isinstance(kept, str) else list(kept)
    offered = [key for key, entry in entries.items() if lang in entry.langs or key in chosen]
    found = st.multiselect(
        words("drafts.channels"),
        offered,
        key=held(f"channels_{lang}", [key for key in chosen if key in offered]),
        format_func=lambda key: entries[key].name[words.lang],
        max_selections=MOST_CHANNELS,
        placeholder=words("drafts.channels_none"),
    )
    known = tuple(key for key in found if key in entries)
    return known or kept


def _ask_place(words: Words) -> dict[str, Any]:
    from assistant.schema.brief import Stage

    def lang_name(lang: str) -> str:
        same = words("facts.text_lang_same", name=NAMES[words.lang])
        return NAMES[cast(Lang, lang)] if lang else same

    work = desk().work
    market = st.selectbox(
        words("facts.market"),
        ("", *MARKETS),
        key=held("market", work.market or ""),
        format_func=lambda key: words.name("market", key) if key else words("facts.market_any"),
        filter_mode=None,
    )
    lang = st.selectbox(
        words("facts.text_lang"),
        ("", *LANGS),
        key=held("text_lang", work.lang or ""),
        format_func=lang_name,
        filter_mode=None,
    )
    stage = st.selectbox(
        words("facts.stage"),
        get_args(Stage),
        key=held("stage", work.stage),
        format_func=lambda key: words.name("stage", key),
        filter_mode=None,
    )
    variants = st.selectbox(
        words("drafts.asked"),
        (0, *range(1, 6)),
        key=held("variants", work.variants or 0),
        format_func=lambda count: str(count) if count else words("drafts.asked_usual"),
        filter_mode=None,
    )
    # Right after the page has changed its language, the browser may still send the old words of "same as the page".
    return {
        "market": market or None,
        "lang": lang if lang in LANGS else None,
        "stage": stage,
        "variants": variants or None,
    }


def _ask_persona(words: Words) -> Persona | str | None:
    # Personas are validated by pydantic, so they are imported when the form is drawn, not when the app starts.
    from assistant.personas import load_personas
    from assistant.schema.brief import Persona
    from assistant.ui.personas.known import known_personas

    named, lang = desk().work.persona, text_lang()
    mine = named if isinstance(named, Persona) else None
    known = mine.id if mine is not None else named
    saved = known_personas()
    offered: dict[str, Persona] = {} if mine is None else {mine.id: mine}
    offered |= {key: one for key, one in saved.items() if one.lang in (lang, None) or key == known}
    if mine is not None:
        offered[mine.id] = mine
    chosen = st.selectbox(
        words("persona.label"),
        ("", *offered),
        key=held(f"persona_{lang}", known if known in offered else ""),
        format_func=lambda key: (offered[key].name or words("personas.unnamed")) if key else words("persona.nobody"),
        filter_mode=None,
    )
    if not chosen or chosen not in offered:
        hint(words("persona.without"))
        return None
    base = offered[chosen]
    hint(words(f"persona.evidence_{base.evidence_state}"))
    if chosen in saved and base != saved[chosen]:
        hint(words("personas.differs"))
        st.button(words("personas.take_saved"), key="persona_saved", on_click=_take_saved, args=(saved[chosen],))
    with st.expander(words("persona.edit"), key="edit_persona"):
        edited = _edit_persona(words, base)
    return chosen if edited == load_personas().get(chosen) else edited


def _take_saved(persona: Persona) -> None:
    """The customer on the desk becomes the one of the page of the customers."""
    change(persona=persona)
    put()


def _edit_persona(words: Words, base: Persona) -> Persona:
    """The persona with the edits; the same where nothing was changed."""
    key = f"persona_{base.id}"
    topics = sorted({*topic_ids(words), *base.knows_by_feel}, key=lambda topic: words.name("topic", topic))
    name = st.text_input(words("persona.name"), key=held(f"{key}_name", base.name), max_chars=SHORT_CHARS)
    who = st.text_area(words("persona.who"), key=held(f"{key}_who", base.who), max_chars=SHORT_CHARS, height=100)
    knows = st.multiselect(
        words("persona.knows"),
        topics,
        key=held(f"{key}_knows", list(base.knows_by_feel)),
        format_func=lambda topic: words.name("topic", topic),
        placeholder=words("persona.knows_none"),
    )
    pains = st.text_area(words("persona.pains"), key=held(f"{key}_pains", "\n".join(base.pains)), height=80)
    wants = st.text_area(words("persona.wants"), key=held(f"{key}_wants", "\n".join(base.wants)), height=80)
    edited = {
        "name": name.strip(),
        "who": who.strip(),
        "knows_by_feel": tuple(knows),
        "pains": _lines(pains),
        "wants": _lines(wants),
    }
    for field in ("pains", "wants"):
        if any(len(line) > SHORT_CHARS for line in edited[field]):
            raise InputError(words("error.persona_long", field=words(f"persona.{field}")))
    return base.model_copy(update=edited)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())[:100]


def topic_ids(words: Words) -> list[str]:
    """The topics that people know by feel, in the order of the words."""
    return [key.removeprefix("topic.") for key in words if key.startswith("topic.")]


def _ask_model(words: Words) -> tuple[ModelSettings | None, str]:
    """The model to write with, if one is configured and ticked; and why none can be used, if its settings are wrong."""
    settings, problem = find_model(words)
    if settings is None:
        return None, problem
    ticked = st.checkbox(words("write.with_model", model=label(model_at(settings, words))), value=True, key="by_model")
    hint(words("write.model_hint"))
    return (settings if ticked else None), ""


def _ask_critique(words: Words) -> bool:
    ticked = st.checkbox(words("write.critique"), value=preferences().critique, key="critique")
    hint(words("write.critique_hint"))
    return ticked


def ask_budget(settings: ModelSettings, words: Words, said: Callable[[str], str] | None = None) -> Budget | None:
    """The most that a draft may cost, or what `said` names, by currency, may. Only where a price is known: without one, no budget could
    be held.
    """
    try:
        price = None if is_local(settings) else load_prices().find(settings.model)
    except InputError:
        # The estimate reads the same file, and says what is wrong with it.
        return None
    if price is None or price.local:
        return None
    limit = st.number_input(
        said(price.currency) if said else words("write.budget", currency=price.currency),
        min_value=0.0,
        value=None if (usual := preferences().budget) is None else float(usual),
        step=0.05,
        format="%.2f",
        key="budget",
        placeholder=words("write.budget_none"),
    )
    # The figure as it stands in the field.
    return None if limit is None else Budget(Decimal(f"{limit:.2f}"), currency=price.currency)
