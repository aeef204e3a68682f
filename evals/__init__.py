"""Evals: whether the copy that comes out is copy that may go out, sample by sample.

    samples/*.jsonl   ──►  sample     briefs, each with what must hold for its draft
    sample + writer   ──►  run        drafts, through `assistant.draft` like every other user of it
    draft             ──►  scorers    pass or fail with a sentence; the product's own checks, never copies of them,
                                  and `expectations`: what the sample asks for beyond them
    scores            ──►  report     a table for the terminal, JSON for other programs

`python -m evals` runs them; `python -m evals.bench` measures speed and tokens beside others'. The package stands outside
`assistant`: it imports from it, nothing in it imports from here.
"""
