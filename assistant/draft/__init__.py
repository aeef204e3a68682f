"""The narrow waist: brief in, draft out.

Browser, batch, evals and command line all call `write` (or `check` for a text that somebody else wrote); none of
them knows how copy is made. `from_page` makes a brief of a page. `rows` turns the results into the JSON of the interface.
"""

from assistant.draft.by_model import REPAIRS
from assistant.draft.write import check, resolve_persona, write

__all__ = ["REPAIRS", "check", "resolve_persona", "write"]
