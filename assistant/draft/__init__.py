"""The narrow waist: brief in, draft out.

Browser, batch, evals and command line all call `write` (or `check` for a text that somebody else wrote); none of
them knows how copy is made. `rows` turns the results into the JSON of the interface. Whoever edits a draft by hand calls
`recheck` as they type, `write_anew` for one sentence in other words, and `take` for the proposal that they choose.

    from_page   a page, read by the rules and by a model → a brief
    from_voices what customers said, heard by the rules and by a model
    settle      the built-in draft, without what it cannot say cleanly
    by_model    a model's text held to the checks, and sent back with what they find
    channels    the drafts of single channels, and the draft of all of them
    patching    what still fails replaced sentence by sentence; `mending` does a round of it, on `pieces`
    sentences   where sentences end, and who wrote them; `pointing` knows which lean on the one before
    subjects    which facts a sentence tells, and which one it was meant to tell
    steps       what is being done, in words
    rechecking  a draft as somebody has edited it: checked anew, and whose each sentence is now
    anew        one sentence anew: `proposals` of a model, else said `otherwise` by the built-in writer, in its `place`
    wishes      what may be wished of a sentence without a model
    differences two versions of a text, sentence by sentence
"""

from assistant.draft.anew import Anew, estimate_anew, take, write_anew
from assistant.draft.by_model import REPAIRS
from assistant.draft.differences import Change, diff_sentences
from assistant.draft.proposals import Proposal
from assistant.draft.rechecking import YOU, recheck
from assistant.draft.wishes import Wish, find_wish, say_wish
from assistant.draft.write import check, resolve_persona, write

__all__ = [
    "REPAIRS",
    "YOU",
    "Anew",
    "Change",
    "Proposal",
    "Wish",
    "check",
    "diff_sentences",
    "estimate_anew",
    "find_wish",
    "recheck",
    "resolve_persona",
    "say_wish",
    "take",
    "write",
    "write_anew",
]
