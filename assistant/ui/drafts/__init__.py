"""The draft on the desk: read, edited in place, gone through sentence by sentence, held against what it was.

editing    what a person changes: texts, approvals, sentences put in; each a step that can be taken back
fields     the texts of a variant as fields to type in, with their proofs, findings and lengths
going      sentence by sentence: approve, or have it written anew with a wish
changes    what was changed, beside what was written; the variants side by side
lengths    how long each text is, as its place counts
"""
