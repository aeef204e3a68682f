"""The narrow waist: brief in, draft out.

Browser, batch, evals and command line all call `write` (or `check` for a text that somebody else wrote); none of
them knows how copy is made. `rows` turns the results into the JSON of the interface.

    from_page   a page, read by the rules and by a model → a brief
    from_voices what customers said, heard by the rules and by a model
    settle      the built-in draft, without what it cannot say cleanly
    by_model    a model's text held to the checks, and sent back with what they find
    channels    the drafts of single channels, and the draft of all of them
    patching    what still fails replaced sentence by sentence; `mending` does a round of it, on `pieces`
    sentences   where sentences end, and who wrote them; `pointing` knows which lean on the one before
    subjects    which facts a sentence tells, and which one it was meant to tell
    steps       what is being done, in words
"""

from assistant.draft.by_model import REPAIRS
from assistant.draft.write import check, resolve_persona, write

__all__ = ["REPAIRS", "check", "resolve_persona", "write"]
