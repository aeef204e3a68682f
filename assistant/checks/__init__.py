"""The gate: pure rules over texts, the same in browser, batch and evals.

`tracing` proves every number or objects to it; `content` looks for praise, a wrong language, banned words, left-over
markup and a lost specification. `check_texts` runs them all and returns findings and ledger.
"""

from assistant.checks.check import RULES, Checked, check_texts

__all__ = ["RULES", "Checked", "check_texts"]
