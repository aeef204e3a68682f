"""The parts of the settings page.

model   which one is asked, where, what a draft may cost; whether it answers
style   house style: terms, words that may not appear, units, spelling, names
data    where the work is kept, what is remembered of replies
"""
