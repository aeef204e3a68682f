"""Whether the book of references reaches what products have: magnitudes drawn at random, and facts out of a file.

    ranges    what products measure: a table of properties, each with the range in which products lie, and why
    draw      magnitudes out of a range, for the readers of each market; equal seeds give equal draws
    reach     whether a magnitude finds a comparison that can be felt, and the holes where it does not
    facts     the same for the facts of a file
    run       the table

`python -m evals.coverage` prints the shares and the holes: property, decade, market.
"""
