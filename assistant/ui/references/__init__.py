"""The References page in parts: what is looked for and how it is shown, what is one's own and how it is given.

looking     the fields that narrow the book down, and what they find
shelf       references as a list on an axis, each with all that is known of it
giving      a name and a figure become a reference, shown while they are typed
own         the list of one's own, to edit and delete
full        a form with every field
topics      what the topics of the book are called
files       taking a file in, taking one's own along
"""
