"""English sentences: a fact and its comparison as a person would say them, on a line or in running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from assistant.comparisons.wording import stated
from assistant.schema import Comparison, Fact, Lang
from assistant.schema.brief import Brief
from assistant.writer.fitting import is_product_word
from assistant.writer.material import Told
from assistant.writer.predicates import clause_of, is_sayable, joined, predicate_of, short_of, statement_of, yours_of
from assistant.writer.telling import form_of, head_of, is_plural, label_and_value, lower_first, lower_words, plural_verb
from assistant.writer.voice import Voice

_RATES = ("speed", "data_rate", "flow")
# What a product is, gives or runs at, where the figure has come in front: "At 990 g, it is about the weight of …".
_FRONTED = {"mass": "is", "sound_or_level": "hears", "luminous_flux": "gives"}
_FRONTED_TOPICS = ("weight", "noise", "light")
_NAME = 30
# A line of a list that is longer is read as one.
_LINE = 6
_NO_START = frozenset("for with in to this these the reduced improved extended wear use".split())
# As many ways to say one thing as the lexicon has.
_SEEDS = 3
_KIND = 3
_FINITE_VERBS = (
    "has|is|comes|weighs|measures|holds|runs|carries|includes|costs|draws|uses|works|charges|stores|folds|packs|lasts"
)
_ITS = re.compile(r"Its (.+?) ((?:is|are) .+)")
_EXTENT = re.compile(r" (?:long|wide|high|deep|thick|across)$")


def _agreeing(text: str) -> str:
    """The verbs of a sentence's predicates for several things: those at its start, after a comma and after "and"."""
    verbs = re.compile(rf"((?:^|,| and) )({_FINITE_VERBS})\b")
    return verbs.sub(lambda found: found[1] + plural_verb(found[2]), text)


def upper(text: str) -> str:
    """The text with a capital in front."""
    return text[:1].upper() + text[1:]


def _takes(comparison: Comparison) -> bool:
    """Whether it is a time that something takes at the specified rate, and not one that a store lasts."""
    return comparison.kind == "duration" and comparison.quantity.dimension in _RATES


def _paired(sentences: Sequence[str]) -> list[str]:
    """Sentences, two that begin with "Its" in one: "Its dial shape is round and its strap material is silicone."""
    its = [one for one in sentences if one.startswith("Its ")]
    if len(its) < 2:
        return list(sentences)
    first, second = its[:2]
    pair = f"{first[:-1]} and {second[:1].lower()}{second[1:]}"
    return [pair, *(one for one in sentences if one not in (first, second))]


class EnglishSentences(Voice):
    """What is said of one fact or several; `English` adds how a text begins and ends."""

    lang: ClassVar[Lang] = "en"  # type: ignore[misc]

    def statement(self, fact: Fact) -> str:
        """The fact as given, without its full stop."""
        return statement_of(fact)

    def described(self, fact: Fact) -> str:
        """The sentence, with a subject where the page left it to its bullet."""
        said = self.statement(fact)
        if re.match(rf"(?:{_FINITE_VERBS}|features|requires|keeps|fits|offers|provides)\b", said, re.IGNORECASE):
            return f"It {lower_first(said)}."
        if re.match(r"an? [\w-]+(?: [\w-]+){0,6} (?:that|which|with|for)\b", said, re.IGNORECASE):
            return f"It is {lower_first(said)}."
        return super().described(fact)

    def introduces(self, fact: Fact, brief: Brief) -> bool:
        """Whether a sentence says what the thing is: "This kit …", "It is a lock …", "The Otter kettle …"."""
        words = {word.lower() for word in re.findall(r"[A-Za-z]{3,}", brief.product)}
        start = [word.lower() for word in fact.text.split()[:5]]
        return start[0] in ("this", "these", "a", "an") or (start[0] == "the" and any(one in words for one in start))

    def ways(self, fact: Fact) -> tuple[str, ...]:
        """The words in which a fact may stand in a text: those of a row, of a sentence, without a verb that is shared."""
        # Only what is done with a label's value is said in several ways.
        seeds = range(_SEEDS if label_and_value(fact) is not None else 1)
        predicates = [predicate_of(fact, seed) for seed in seeds]
        shared = [one.removeprefix("comes with ").removeprefix("has ") for one in predicates]
        return (*super().ways(fact), short_of(fact), clause_of(fact), yours_of(fact, 0), *predicates, *shared)

    def speakable(self, fact: Fact) -> bool:
        """Whether the fact is language, and no piece of a table."""
        return bool(predicate_of(fact, 0) or clause_of(fact))

    def flows(self, fact: Fact) -> bool:
        """Whether the fact reads well in running text: no heading's capitals, no preposition in front, not long."""
        if not self.speakable(fact):
            return False
        pair = label_and_value(fact)
        if pair is not None or form_of(fact) in ("deed", "sentence"):
            return True
        words = self.statement(fact).split()
        capitals = any(word[:1].isupper() and not word.isupper() for word in words[1:])
        return len(words) <= _LINE and not capitals and words[0].lower() not in _NO_START

    def named(self, brief: Brief) -> str:
        """The name, or what kind of thing it is where the name is as long as a shop makes it: "This watch"."""
        kind = lower_words(brief.category) if len(brief.category.split()) <= _KIND else ""
        head = kind or head_of(brief.product)
        if not brief.product:
            return f"These {kind}" if kind and is_plural(kind) else f"This {kind}" if kind else ""
        if len(brief.product) <= _NAME or not (kind or is_product_word(head)):
            return brief.product
        return f"These {head}" if is_plural(head) else f"This {head}"

    def finished(self, text: str, brief: Brief) -> str:
        """The text with its verbs in the plural where the product is: "These bags measure"."""
        if not is_plural(brief.product) or brief.product.endswith(("X", "S")):
            return text
        starts = "|".join(re.escape(one) for one in dict.fromkeys(("It", "it", self.named(brief))))
        sentence = re.compile(rf"(?<![\w-])({starts})( (?:{_FINITE_VERBS})\b[^.!?]*)")
        agreed = sentence.sub(
            lambda found: {"It": "They", "it": "they"}.get(found[1], found[1]) + _agreeing(found[2]), text
        )
        return re.sub(r"\bIts\b", "Their", agreed)

    def noun(self, comparison: Comparison) -> str:
        """The comparison as it follows its figure: "about the weight of a soccer ball"."""
        stored = comparison.forms.clause.startswith("has room for ")
        return f"room for {comparison.text}" if stored else comparison.text

    def bullet(self, told: Told, turn: int) -> str:
        """One line: what the thing does and what that is like, or the other way round."""
        fact, comparison = told.fact, told.beside
        said = self._line(fact)
        if comparison is None:
            return said
        pair = label_and_value(fact)
        if comparison.kind == "difference":
            # A dash between two figures would make a range of them.
            return f"{said} ({self.noun(comparison)})"
        if turn % 3 == 1 and pair is not None and len(fact.quantities) == 1 and is_sayable(fact):
            # The figure in front: behind the yardstick it would be the yardstick's own.
            return f"{upper(short_of(fact))}: {self.noun(comparison)}"
        return f"{said} – {self.noun(comparison)}"

    def _line(self, fact: Fact) -> str:
        """The fact at the head of a line: what it does where that is said in a word, else as it was given."""
        predicate = predicate_of(fact, fact.start)
        if label_and_value(fact) is not None and predicate and not predicate.startswith(("has ", "is ", "pulls")):
            return upper(predicate)
        if predicate.startswith("is made"):
            return upper(predicate.removeprefix("is "))
        if label_and_value(fact) is None or predicate:
            return upper(short_of(fact))
        return upper(self.statement(fact))

    def passage(self, told: Told, subject: str, turn: int) -> str:
        """The fact and its comparison in whole sentences; "" where the fact is a piece of a table."""
        comparison, subject = told.beside, subject or "It"
        said = self.sentence(told, subject, turn)
        if not said:
            return ""
        if comparison is None:
            return f"{said}."
        if turn % 3 == 1:
            fronted = self._fronted(told, subject)
            if fronted:
                return fronted
        if not self._ends_on_figure(said, comparison):
            # "A tank of 1.8 L" can be followed by what that is; "a 1.8 L tank" can not.
            turned = [f"{subject} {predicate_of(told.fact, one)}" for one in range(2)]
            turned += [yours_of(told.fact, turn)] if subject == "It" else []
            said = next((one for one in turned if self._ends_on_figure(one, comparison)), said)
        if comparison.kind == "cost":
            return f"{said}, which comes to {self.noun(comparison)}."
        apart = comparison.kind in ("duration", "difference") or len(told.fact.quantities) != 1 or ", " in said
        if apart or (turn % 3 == 2 and comparison.kind != "anchor") or not self._ends_on_figure(said, comparison):
            return f"{said}. {self.beside(comparison)}"
        return f"{said}, {self.noun(comparison)}."

    def _ends_on_figure(self, said: str, comparison: Comparison) -> bool:
        """Whether the figure ends the sentence, so that what follows can only be its comparison."""
        said = _EXTENT.sub("", said.lower())
        return said.endswith(stated(comparison.quantity, self.lang).lower())

    def _fronted(self, told: Told, subject: str) -> str:
        """The figure in front: "At 62 dB(A), it runs at about the sound level of …"; "" where it would not be whole."""
        comparison = told.beside
        if comparison is None or told.topic not in _FRONTED_TOPICS or comparison.kind == "cost":
            return ""
        verb = _FRONTED.get(comparison.quantity.dimension)
        if verb is None or len(told.fact.quantities) != 1 or comparison.kind in ("duration", "difference", "count"):
            return ""
        name = lower_first(subject) if subject.startswith(("It", "This ", "These ")) else subject
        if verb == "hears":
            if not self.noun(comparison).startswith(("about", "nearly", "the")):
                return ""
            name, verb = ("you", "hear") if subject == "It" else (name, "is at")
        return f"At {stated(comparison.quantity, self.lang)}, {name} {verb} {self.noun(comparison)}."

    def together(self, told: Sequence[Told], subject: str, turn: int) -> str:
        """Plain facts in one breath; those that are no predicates follow as sentences of their own."""
        predicates: list[str] = []
        sentences: list[str] = []
        for one in told:
            predicate = predicate_of(one.fact, turn)
            clause = "" if predicate else clause_of(one.fact)
            if predicate:
                predicates.append(predicate)
            elif clause:
                sentences.append(f"{clause}.")
        first = self._first(told, predicates, subject or "It", turn)
        return self.join([first, *_paired(sentences)])

    def _first(self, told: Sequence[Told], predicates: Sequence[str], subject: str, turn: int) -> str:
        """The predicates as a sentence, or two where the first speaks to the reader."""
        if not predicates:
            return ""
        if (
            subject == "It"
            and turn % 2
            and all(one.startswith(("has ", "comes with ")) and " its " not in one for one in predicates)
        ):
            return f"You get {joined(predicates).removeprefix('has ').removeprefix('comes with ').replace(' comes with ', ' ')}."
        yours = yours_of(told[0].fact, turn) if subject == "It" and turn % 2 and len(predicates) > 1 else ""
        if yours and predicate_of(told[0].fact, turn) == predicates[0]:
            return f"{yours}. {subject} {joined(predicates[1:])}."
        return f"{subject} {joined(predicates)}."

    def beside(self, comparison: Comparison) -> str:
        """A sentence of the comparison alone, where the specification has just been said."""
        if comparison.kind == "duration" and comparison.quantity.dimension == "speed":
            return f"At that speed, you would do {comparison.text}."
        if _takes(comparison):
            return f"At that rate, you would have {comparison.text}."
        if comparison.kind == "cost":
            return f"That comes to {self.noun(comparison)}."
        return f"That is {self.noun(comparison)}."

    def sentence(self, told: Told, subject: str, turn: int) -> str:
        """The fact as a sentence about the subject, without its full stop; "" where it is a piece of a table."""
        predicate = predicate_of(told.fact, turn)
        yours = yours_of(told.fact, turn) if subject == "It" and turn % 3 == 2 else ""
        if yours or predicate:
            return yours or f"{subject} {predicate}"
        clause = clause_of(told.fact)
        whose = _ITS.fullmatch(clause)
        if whose is None or subject == "It":
            return clause
        return f"{subject}'s {whose[1]} {whose[2]}"

    def aside(self, facts: Sequence[Fact], seed: int) -> str:
        """Facts without comparisons, as sentences."""
        return self.together([Told(fact, "", None) for fact in facts], "It", seed)

    def join(self, parts: Sequence[str]) -> str:
        """Sentences to a paragraph."""
        return " ".join(part for part in parts if part)
