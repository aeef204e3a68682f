"""An existing page, sentence by sentence: what is fine stays byte for byte, the rest is cut or set beside something known.

    file ──► documents ──► lint ──► english, chinese    what praise can go so that a sentence stays one that says something
                                └─► whole               a bullet or paragraph of nothing but praise
             quantities ──► beside                      a comparison after a bare figure, each yardstick once on a page
    each edit ──► gate (the checks) ──► edits           at its place in the file: inside text, never across markup
    what is left ──► questions for a person

`rewrite` is the way in; no model is asked. `by_model` is the other one: the sentences that need a hand (`offers`) go to a
model first, what it writes is held to the gate and more (`judging`, `keeping`) in its place, and what fails is left to `rewrite`. `words` are data, one file a language.
"""

from __future__ import annotations

from assistant.rewriting.nouns import Change, Reason, Rewritten
from assistant.rewriting.page import rewrite

__all__ = ["Change", "Reason", "Rewritten", "rewrite"]
