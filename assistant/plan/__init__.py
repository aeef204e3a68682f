"""From facts, persona and references to a plan: what to say, beside what, in which order, and what to ask first.

The plan is what the built-in writer and a language model both work from: neither picks a number of its own.

    reading    each fact with what can stand beside it, what it is about, and the praise in its words
    choosing   which facts, in which order; what is left out, and why
    pairing    each beside what; `worth` says where that helps a reader, and where the figure says more alone
    forms      what is a sentence about the thing, a point of a list, terms of its use
    merging    one plan for the several channels of a brief
    openings   the ways into the text: out of the playbook, the persona and the facts
    asking     what the text cannot answer, for colleagues who can
    pages      a brief out of a page as it stands, for those who have no brief yet
"""

from assistant.plan.choosing import make_plan
from assistant.plan.merging import merge_plans, with_added
from assistant.plan.reading import FactView, Reading, audience_of, read

__all__ = ["FactView", "Reading", "audience_of", "make_plan", "merge_plans", "read", "with_added"]
