"""How well the score agrees with people who rated comparisons, and where its weights come from.

    FILE      ──►  tasks      a number, the descriptions offered for it, which of them most raters found useful
    task      ──►  adapter    the product's own parts for each description (`ratings.tsv`: how well a fact is known)
    parts     ──►  fit        the weights that tell useful from not, by logistic regression
    scores    ──►  measures   pairwise, top-1, abstention, in sample and cross-validated
    all       ──►  run        the table

The ratings are those of Chaganty & Liang (2016), which the project does not ship: `python -m evals.ranking FILE` reads
them, `--fit` prints the weights for `assistant.comparisons.score`.
"""
