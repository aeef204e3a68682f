"""Speed, measured beside other tools in the same run, as ratios: absolute figures differ from machine to machine.

    startup      what a command costs before it does anything, and what it must not import
    prose        product pages and plain prose made up from templates, seeded: the text that is scanned
    throughput   characters a second of the scanners over those pages
    peers        the same pages through other tools, in a venv of their own (`peer.py` runs there)
    hostile      inputs built to be slow, against the speed on ordinary text
    engine       ranking one quantity, writing one draft
    steps        a model's tokens for a draft, beside a chain with a call for every step and field
    app          the browser app in a real Chromium: cold starts, keys, long texts, many sessions
    table        how it is printed

`python -m evals.bench` prints it all; `make bench` installs the peers first.
"""
