"""The parts of the page Check: any copy → what its readers would ask of it, and what could stand there instead.

    paper        the text under check: kept in the store, every change a step that can be taken back
    entering     the fields: text, kind, language, market, product
    reading      the text read and linted, less what was dismissed; remembered for the session
    dismissals   findings that somebody lets stand, with the reason, for the whole workspace
    parts        a long text in parts that a browser draws at once
    summary      how many findings of which level, made of what, and what was looked at
    marked       the copy with its findings marked
    findings     the list beside it: fix, dismiss, the rule and its source
    explained    what a rule catches, and by which law or code, in lines
    colleagues   the questions that only colleagues can answer, to take along
    second       a model's opinion on findings in doubt
    before_after the built-in rewrite, sentence by sentence; `proposals` and what became of each
    diffing      two versions of a sentence as what goes, what comes and what stays

`assistant.ui.cards` draws lists whose entries can be acted on; `assistant.ui.errand` does what takes long in a thread.
"""
