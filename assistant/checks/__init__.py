"""The gate: pure rules over texts, the same in browser, batch and evals.

`check_texts` runs every rule and returns findings and ledger. `tracing` takes each number (`claims`, mended by `misread`;
without those that are `idle` or only name `periods`) to what proves it: approved wording (`spans`), a fact or its surface
(`proofs`, `surfaces`), the same figure in other words (`retold`, by what stands `beside` it) or within its `bounds`, a
reference's own figure (`yardsticks`), a comparison in free wording (`compared`; `ratios` judges its direction and shape,
`tallies` a number apart from its yardstick, `derived` what the facts come to together). `hedges`, and `far_hedges` for those
at a distance, say which words around a number are true of it; `labels`, `properties` and `misplaced` whether it stands beside its own property; `clauses` and
`mentions` what belongs together; `scenes` which numbers are the reader's day. Of yardsticks, `strangers` finds those that the
plan never chose, `mistaken` one that is named where another is meant; of figures, `sisters` those of one fact that stand for
each other.
`specification` finds comparisons without their figure, `quotes` altered customers' words, `content` praise, banned words
and markup, `language` (with `scripts`) the wrong language or script, `places` texts beyond their channel's limits.

What no fact carries is found by closed lists of words (`concepts`, in data): `new_claims` for certificates, origins,
materials, guarantees, endorsements and capabilities, held against what the brief says (`carried`); `new_names` and
`comparatives` beside it. How a draft speaks: `voice`, `repetition`, `fit` (stage and reader), `reading` (length),
`regions` (words of the other shore), `sensitive`. `messages` and `claim_messages` hold what each rule says.
"""

from assistant.checks.check import RULES, Checked, check_texts

__all__ = ["RULES", "Checked", "check_texts"]
