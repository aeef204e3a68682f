"""Yardstick: bare specifications and a persona in, copy that a customer feels out, each number in it proven.

How a fact travels, one direction, floor by floor (a module imports only from below; `make check` holds it):

    page, docx, xlsx, csv  ──►  documents     the words a reader sees, each at its place in the file; tables
    text, table            ──►  quantities    numbers with unit, dimension, statistic, hedge, span
    quantities + audience  ──►  comparisons   ranked against `references`, exact, sourced; or none, with the reason
    facts + persona        ──►  plan          by the playbook: which facts, beside what, which way in; what to ask colleagues
    plan                   ──►  writer        the built-in writer, or `chain`: a language model through the prompts
    draft                  ──►  checks        every number traced to its proof, praise flagged
    findings, a critique   ──►  chain         revised at most twice; what still fails is the built-in writer's
    page                   ──►  rewriting     praise cut, bare figures compared, structure kept
    draft                  ──►  cli, ui       screen, file, report

    7  cli · ui
    5  draft · rewriting                      one function for browser, command line and evals; a page that is there already
    4  writer · chain                         two ways to fill a plan; chain alone imports LangChain
    3  plan · beside · checks · lint          what to say, beside what; what may not be said; texts that are already there
    2  quantities · references · comparisons · praise · documents · personas · playbook · prompts      strangers to each other
    1  units · store · tokens                what is kept from run to run; what a call to a model takes and costs
    0  schema · errors
"""
