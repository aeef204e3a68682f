"""The page of the customers: who the copy is for, and what they were heard to say.

place      what the page shows: all customers, one of them, the form, the listening; the address follows
known      the ready personas and the team's own, for every page that asks for a customer
cards      all of them, filtered; `shown` is one with everything it says
fields     what is typed in the form ↔ a persona, with each fault named; `faults` says them
editing    a persona of the team's own while it is worked on: kept with every change, its versions
form       draws the fields, `rows` those of several parts; `exchange` brings YAML in and out
listened   what was pasted to be listened to, and kept; `listening` draws it
hearing    a model listens too, in a thread of its own
heard      what was heard beside the words it came from; `accepting` takes it into a persona
"""
