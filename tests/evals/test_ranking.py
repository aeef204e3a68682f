"""The score against rated comparisons: the adapter, the measures and the learned weights, on ratings made up here."""

from __future__ import annotations

import json
from math import exp, log
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparisons.score import GOOD_ENOUGH, WEIGHTS, familiarity_part, references_part, size_part, wording_part
from assistant.errors import InputError
from evals.ranking.adapter import multiplier, score, score_of, shapes_of
from evals.ranking.fit import LEARNED, learn, scores_apart
from evals.ranking.measures import auc, measure
from evals.ranking.run import compare, main, render_fit
from evals.ranking.tasks import Description, Rating, Task, key_of, load_ratings, load_tasks

# Everyday things with a level of their own making; each level appears, and each kind.
_FACTS = {
    "a bus ride": Rating(5, "thing"),
    "a bath": Rating(4, "thing"),
    "a ferry": Rating(3, "thing"),
    "a reservoir": Rating(2, "thing"),
    "a furnace": Rating(1, "thing"),
    "an afternoon": Rating(5, "clock"),
    "grain shipped": Rating(3, "statistic"),
}
RATINGS = {key_of(name): rating for name, rating in _FACTS.items()}
TRUE = {"familiarity": 1.0, "references": 1.3, "size": 0.8, "wording": 2.0, "felt": 3.0}
_MULTIPLES = ("", "half ", "twice ", "a third of ", "four times ", "9 times ", "one tenth of ")


def made_up_tasks(count: int, seed: int = 7, shuffled: bool = False) -> tuple[Task, ...]:
    """Tasks whose descriptions are found useful with a chance that follows `TRUE`, or any chance at all."""
    draw = Random(seed)
    tasks = []
    for mention in range(count):
        descriptions = []
        for _ in range(draw.choice((2, 3, 4))):
            facts = tuple(draw.sample(sorted(_FACTS), draw.choice((1, 1, 2, 3))))
            text = draw.choice(_MULTIPLES) + "x " * draw.randrange(2, 22)
            shapes = shapes_of(Description(text, facts, False), RATINGS)
            level = 2.0 + 1.4 * sum(TRUE[name] * log(shapes[name]) for name in LEARNED)
            useful = draw.random() < (0.4 if shuffled else 1 / (1 + exp(-level)))
            descriptions.append(Description(text, facts, useful))
        tasks.append(Task(mention // 2, 10.0 ** draw.randrange(6), draw.choice(("mass", "money")), tuple(descriptions)))
    return tuple(tasks)


def rows(tasks: tuple[Task, ...]) -> str:
    return "".join(
        json.dumps(
            {
                "mention_id": task.mention,
                "norm_value": task.value,
                "norm_unit": task.kind,
                "candidates": [
                    {"text": d.text, "facts": list(d.facts), "label": int(d.useful)} for d in task.descriptions
                ],
            }
        )
        + "\n"
        for task in tasks
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the weight of a bath", "1"),
        ("6 times the weight of a bath", "6"),
        ("seven times the weight", "7"),
        ("twice the weight", "2"),
        ("thrice the weight", "3"),
        ("half the weight", "1/2"),
        ("a quarter of the weight", "1/4"),
        ("two thirds of the weight", "2/3"),
        ("one-eighth the weight", "1/8"),
        ("1/6 of the weight", "1/6"),
        ("1/8th the weight", "1/8"),
        ("the weight of ten men", "1"),
    ],
)
def test_the_multiple_is_read_from_the_words(text: str, said: str) -> None:
    assert str(multiplier(text)) == said


def test_a_description_is_scored_by_the_parts_that_ship() -> None:
    text = "four times a bath and a ferry in an afternoon"
    description = Description(text, ("a bath", "a ferry", "an afternoon"), True)
    by_hand = familiarity_part([4, 3, 5]) * references_part(2) * size_part(4) * wording_part(text, "en")
    assert score_of(description, RATINGS) == pytest.approx(by_hand, abs=1e-4)


def test_a_plain_span_of_time_is_no_further_thing_to_picture() -> None:
    alone = shapes_of(Description("a bath", ("a bath",), True), RATINGS)
    timed = shapes_of(Description("a bath", ("a bath", "an afternoon"), True), RATINGS)
    both = shapes_of(Description("a bath", ("a bath", "a ferry"), True), RATINGS)
    assert alone == timed
    assert both["references"] < alone["references"]


def test_what_is_only_read_about_is_not_felt() -> None:
    assert shapes_of(Description("x", ("a ferry",), True), RATINGS)["felt"] == 1
    assert shapes_of(Description("x", ("grain shipped",), True), RATINGS)["felt"] < 1


def test_a_fact_without_a_rating_is_named() -> None:
    with pytest.raises(InputError, match=f"no rating for the fact 'a comet': add {key_of('a comet')}"):
        shapes_of(Description("a comet", ("a comet",), False), RATINGS)


def test_the_shipped_ratings_are_levels_of_hashed_names() -> None:
    ratings = load_ratings()
    assert len(ratings) == 115
    assert all(len(key) == 10 and int(key, 16) >= 0 for key in ratings)
    assert {rating.level for rating in ratings.values()} == {1, 2, 3, 4, 5}
    assert {rating.kind for rating in ratings.values()} == {"clock", "thing", "statistic"}


def test_other_programs_can_ask_for_a_score_with_the_rows_of_the_file() -> None:
    with pytest.raises(InputError, match="no rating"):
        score({}, {"text": "a bath", "facts": ["a bath"]})
    assert score({}, {"text": "the same", "facts": []}) == 1.0


def test_agreement_is_what_one_counts_by_hand() -> None:
    def task(*useful: bool) -> Task:
        return Task(1, 1.0, "mass", tuple(Description("", (), u) for u in useful))

    tasks = [task(True, False, False), task(False, True), task(False), task(True)]
    found = measure(tasks, [[3.0, 1.0, 3.0], [2.0, 1.0], [0.5], [4.0]])
    # Pairs 3>1, 3=3, 1<2; tops: a tie of one useful and one not, and a useless one; best scores 3, 2, 4 against 0.5.
    assert (found.pairwise, found.top1, found.abstention) == pytest.approx((1.5 / 3, 0.25, 1.0))


@given(st.lists(st.integers(0, 5), min_size=1, max_size=8), st.lists(st.integers(0, 5), min_size=1, max_size=8))
def test_the_area_is_the_share_of_pairs_in_the_right_order(higher: list[int], lower: list[int]) -> None:
    pairs = [(a > b) + (a == b) / 2 for a in higher for b in lower]
    assert auc([float(a) for a in higher], [float(b) for b in lower]) == pytest.approx(sum(pairs) / len(pairs))


def test_the_weights_behind_made_up_verdicts_are_found_again() -> None:
    fit = learn(made_up_tasks(3000), RATINGS)
    assert fit.weights == pytest.approx(TRUE, rel=0.25)
    assert fit.weights["familiarity"] == 1
    # Where the made-up readers are two to one in favour: log 2 = 2.0 + 1.4 log(score).
    assert fit.threshold == pytest.approx(exp((log(2) - 2.0) / 1.4), abs=0.08)


def test_learning_is_deterministic() -> None:
    tasks = made_up_tasks(200)
    assert learn(tasks, RATINGS) == learn(tasks, RATINGS)
    assert scores_apart(tasks, RATINGS) == scores_apart(tasks, RATINGS)


def test_weights_learned_apart_agree_with_readers_who_have_taste_and_not_with_those_who_have_none() -> None:
    tasteful, random = made_up_tasks(600), made_up_tasks(600, shuffled=True)
    assert measure(tasteful, scores_apart(tasteful, RATINGS)).pairwise > 0.7
    assert 0.4 < measure(random, scores_apart(random, RATINGS)).pairwise < 0.6


def test_readers_who_prefer_the_unknown_teach_nothing() -> None:
    upside_down = tuple(
        Task(t.mention, t.value, t.kind, tuple(Description(d.text, d.facts, not d.useful) for d in t.descriptions))
        for t in made_up_tasks(300)
    )
    with pytest.raises(InputError, match="do not favour what is familiar"):
        learn(upside_down, RATINGS)


def test_the_shipped_score_agrees_with_the_made_up_readers_better_than_length_does() -> None:
    found = dict(compare(made_up_tasks(600), RATINGS))
    assert found["as shipped"].pairwise > found["shortest text"].pairwise + 0.05
    assert found["as shipped"].pairwise > found["familiarity alone"].pairwise


def test_the_fit_is_printed_beside_what_ships() -> None:
    lines = list(render_fit(made_up_tasks(100), RATINGS))
    assert lines[1].split()[:1] == ["familiarity"]
    assert [line.split()[-1] for line in lines[2:6]] == [f"{WEIGHTS[name]:.2f}" for name in LEARNED[1:]]
    assert f" {GOOD_ENOUGH:.2f} " in lines[6]


def test_tasks_come_back_from_their_file(tmp_path: Path) -> None:
    tasks = made_up_tasks(5)
    file = tmp_path / "tasks.jsonl"
    file.write_text(rows(tasks) + "\n", encoding="utf-8")
    assert load_tasks(file) == tasks


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"mention_id": 1}\n', "line 1: no task (KeyError: 'norm_value')"),
        ("{\n", "line 1: no task (JSONDecodeError"),
        ("\n", "holds no task"),
    ],
)
def test_a_file_of_something_else_is_a_mistake_in_one_line(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tasks.jsonl"
    file.write_text(text, encoding="utf-8")
    assert main([str(file)]) == 2
    assert said in capsys.readouterr().err


def test_a_missing_file_is_a_mistake_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl: cannot be read" in capsys.readouterr().err
