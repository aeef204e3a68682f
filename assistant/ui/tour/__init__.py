"""The three-minute tour: the rocket on a desk of its own, and eight real parts of the page that it points at.

steps   what is pointed at, in which order
desk    takes the copywriter's desk away and gives it back; nothing of the tour's is saved
panel   the words and buttons of a step, beside the part that is ringed
card    the invitation, until somebody has taken or skipped it
"""
