"""What each figure may stand beside: cards with their working, chosen among, and the ladder.

cards     one comparison as a card: sentence, working, source, score; the ladder as a picture
choosing  what the copywriter has pinned and rejected, on the desk
own       "my customers know this": a name and a figure become a reference beside the fact
section   all of it on the page
"""
