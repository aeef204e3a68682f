"""Whether real pages become drafts without a model: page to facts to text, and what stands in the way.

    measures   one page: its facts, its drafts, and what is counted in them
    run        the table over all pages, and one page side by side

`python -m evals.pages FILE.jsonl` reads rows with `id`, `lang`, `title` and `text`; `--show ID` prints one.
"""
