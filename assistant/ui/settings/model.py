"""Which model is asked, where, what a draft may cost; a press tells whether it answers."""

from __future__ import annotations

import os
from decimal import Decimal

import streamlit as st

from assistant.chain.settings import DEFAULT_MODEL, OPENAI_URL, ModelSettings, is_local
from assistant.errors import InputError, YardstickError
from assistant.tokens import load_prices
from assistant.tokens.prices import Price
from assistant.ui.page import alert, hint, model_at, section
from assistant.ui.preferences import API_KEY, find_model, prefer, preferences
from assistant.ui.typed import typed
from assistant.ui.words import Words

CHARS = 500


def show_model(words: Words, own_address: bool) -> None:
    """Draws the section. `own_address` tells whether address and key may be set here: on one's own machine alone."""
    section(words("settings.model"), first=True)
    kept, env = preferences(), os.environ
    settings, problem = find_model(words)
    if problem:
        alert(problem, "bad")
    elif settings is None:
        alert(words("settings.no_model"))
    else:
        alert(words("settings.asks", model=model_at(settings, words)))
    named = env.get("YARDSTICK_MODEL", "").strip() or env.get("OPENAI_MODEL", "").strip() or DEFAULT_MODEL
    model = typed(
        words("settings.model_name"),
        kept.model,
        words,
        key="settings_model",
        of="settings.model",
        most=CHARS,
        placeholder=named,
        hint=words("settings.model_name_hint", model=named),
    )
    base_url = kept.base_url
    if own_address:
        base_url = typed(
            words("settings.address"),
            kept.base_url,
            words,
            key="settings_address",
            of="settings.address",
            most=CHARS,
            placeholder=env.get("OPENAI_BASE_URL", "").strip() or OPENAI_URL,
            hint=words("settings.address_hint"),
        )
        _ask_key(words)
    if (model.strip(), base_url.strip()) != (kept.model, kept.base_url):
        prefer(model=model.strip(), base_url=base_url.strip())
        # What stands above and in the frame was drawn with the old ones.
        st.rerun()
    _try(settings, words)
    if settings is not None:
        _ask_cost(settings, words)


def _ask_key(words: Words) -> None:
    held = "OPENAI_API_KEY" in os.environ
    st.text_input(
        words("settings.key"),
        type="password",
        key="settings_key",
        max_chars=CHARS,
        autocomplete="off",
        on_change=_hold_key,
    )
    hint(
        words("settings.key_held")
        if st.session_state.get(API_KEY)
        else words("settings.key_env" if held else "settings.key_hint")
    )


def _hold_key() -> None:
    # Kept under another name: what a field holds goes when its page is left.
    st.session_state[API_KEY] = st.session_state["settings_key"].strip()


def _try(settings: ModelSettings | None, words: Words) -> None:
    pressed = st.button(words("settings.try"), key="settings_try", disabled=settings is None)
    if not pressed or settings is None:
        return
    from assistant.chain.calls import open_calls
    from assistant.chain.trying import try_server

    try:
        with st.spinner(words("settings.trying")), open_calls() as calls:
            tried = try_server(settings, calls)
    except YardstickError as error:
        alert(str(error), "bad")
        return
    said = words("settings.answers", model=tried.model, seconds=f"{tried.seconds:.1f}")
    alert(said, items=(words.name("form", tried.form), words.name("streaming", tried.streaming)))


def _ask_cost(settings: ModelSettings, words: Words) -> None:
    kept = preferences()
    ticked = st.checkbox(words("write.critique"), value=kept.critique, key="settings_critique")
    hint(words("write.critique_hint"))
    budget = kept.budget
    try:
        price = None if is_local(settings) else load_prices().find(settings.model)
    except InputError as error:
        alert(str(error), "care")
        price = None
    if price is not None and not price.local:
        limit = st.number_input(
            words("settings.budget", currency=price.currency),
            min_value=0.0,
            value=None if kept.budget is None else float(kept.budget),
            step=0.05,
            format="%.2f",
            key="settings_budget",
            placeholder=words("write.budget_none"),
        )
        budget = None if limit is None else Decimal(f"{limit:.2f}")
        hint(_price(price, words))
    if (ticked, budget) != (kept.critique, kept.budget):
        prefer(critique=ticked, budget=budget)


def _price(price: Price, words: Words) -> str:
    rates = price.rates
    said = {"into": f"{rates.input:f}", "out": f"{rates.output:f}", "currency": price.currency}
    return words("settings.price", model=price.model, as_of=price.as_of, **said)
