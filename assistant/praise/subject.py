"""Whose quality an English sentence speaks of: the seller's and its goods', or that of somebody or something else.

Shallow grammar over closed word classes: the noun that the words caught modify ("the brightest star"), the subject that
they are said of ("your garden will look brilliant"), or the thing that the whole clause is about ("beavers build
remarkable dams"). The nouns that nobody sells stand in `context/en.yaml`. Where unsure, the goods are meant.

    third   a person, a thing of nature, a work, an event, a technical or an abstract thing
    reader  the reader's own, or somebody's
    kind    advice on a kind of thing ("the best glue for cork is contact adhesive")
    word    the word itself ("Perfect is the enemy of done")
    beside  what the goods go with ("fits most leading brands of vacuum cleaner")
    term    a class of things that a rule or a definition speaks of ("exceptional transport needs a permit")
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.praise.clause import (
    Frame,
    calls,
    cut_clause,
    goes_on,
    holds_brand,
    is_beside,
    is_kind,
    is_term,
    is_verb,
    is_word,
    ranks_everywhere,
    read_frame,
    tells,
)
from assistant.praise.word_classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    ENDORSING,
    FILLERS,
    GOODS,
    GOVERNING,
    LINKS,
    NOUNISH,
    OPENING,
    PERSONS_ALONE,
    POINTING,
    PREPOSITIONS,
    STOPS,
    TERMS,
)

# The seller, and the word after "our" or "my".
_SELLER = re.compile(
    r"(?<![\w'’-])(?:we(?:['’](?:re|ve|ll|d))?|us|ours|mine|let['’]s|(?:our|my)\b\W*([\w'’-]*))(?![\w'’-])",
    re.IGNORECASE,
)
_ENDINGS = (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("men", "man"), ("ves", "f"))
_MOST_WORDS = 4096

SUBJECTS = ("third", "reader", "kind", "word", "beside", "term")


class Subjects:
    """Tells subjects apart by the nouns of a language, given by kind; without nouns nothing is told."""

    __slots__ = ("_kinds", "_known")

    def __init__(self, nouns: Mapping[str, Sequence[str]]) -> None:
        self._kinds = {noun: kind for kind, several in nouns.items() for noun in several}
        self._known: dict[str, str] = {}

    def find(self, sentence: str, start: int, end: int) -> str:
        """Returns one of `SUBJECTS` for the span of a sentence, or "" for the goods and where unsure.

        >>> Subjects({"nature": ["planet"]}).find("Planets look brilliant in winter.", 13, 22)
        'third'
        """
        if not self._kinds:
            return ""
        clause = cut_clause(sentence, start, end)
        opens = not clause[0] or clause[0].strip(" \"“'‘") == ""
        if any(self._names_seller(stretch) for stretch in clause):
            return is_word(read_frame(clause)) if opens else ""
        frame = read_frame(clause)
        return (
            is_word(frame)
            or is_beside(frame)
            or self._of_owner(frame)
            or self._of_modified(frame)
            or self._of_subject(frame)
            or self._of_topic(frame)
            or is_kind(frame)
            or is_term(frame)
        )

    def kind(self, word: str) -> str:
        """Returns the kind of a noun in singular or plural, or ""."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            known = self._known[word] = self._looked_up(word)
        return known

    def _looked_up(self, word: str) -> str:
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and (found := self._kinds.get(word[: len(word) - len(ending)] + instead)):
                return found
        return ""

    def _names_seller(self, stretch: str) -> bool:
        """True if the seller speaks of itself, and not of "our customers" or "our rivals"."""
        for found in _SELLER.finditer(stretch):
            if not found[1] or self.kind(found[1].lower()) not in ("rival", "buyer"):
                return True
        return False

    def _of_owner(self, frame: Frame) -> str:
        """Whose the quality is: "the splendour of Venice", "the excellence of your work"."""
        words = list(frame.after[frame.after[:1] == ["of"] and frame.caught[-1] != "of" :])
        if len(words) == len(frame.after):
            if frame.caught[-1] != "of" or frame.caught[-2:-1] not in (["champion"], ["king"], ["queen"], ["leader"]):
                return ""
            return "third" if words and words[0].isdigit() else ""
        if words[:1] in (["your"], ["his"], ["her"]):
            return "reader" if words[1:2] and words[1] not in GOODS else ""
        while words and words[0] in DETERMINERS - {"this", "these"}:
            words.pop(0)
        return "third" if self._head(words)[0] else ""

    def _of_modified(self, frame: Frame) -> str:
        """The noun after the words caught."""
        if frame.caught[-1] in STOPS or frame.caught[-1].endswith(NOUNISH) or "in" in frame.caught:
            return ""  # "the most trusted name in bridging" loans: the noun belongs to the field
        kind, length = self._head(frame.right)
        if not kind or ranks_everywhere(frame.after[length:]):
            return ""
        governor = next((word for word in reversed(frame.before) if word not in FILLERS), "")
        rest = frame.after[length:]
        told = tells(frame.before) or tells(rest) or (frame.right[length - 1].endswith("s") and goes_on(rest))
        if kind == "technical" and frame.caught[-1] in TERMS:
            return "third"
        told = told or (kind in ("technical", "work", "event") and len(frame.before) > 2)
        if not told or (kind in ("person", "firm") and governor in GOVERNING):
            return ""
        if kind == "firm":
            return _of_firms(frame, length)
        named = next((at for at, word in enumerate(frame.right[length:]) if not word[0].isupper()), 0)
        if kind == "person" and holds_brand(frame.right[length + named :]):
            return ""
        if kind in ("person", "rival") and any(word in ENDORSING or word in POINTING for word in rest):
            return ""
        return "third"

    def _kind_written(self, word: str, opens: bool) -> str:
        """The kind of a noun as written: with a capital a brand ("the Aria"), but for places and what opens a sentence."""
        kind = self.kind(word.lower())
        return kind if kind == "place" or not word[0].isupper() or (opens and word.endswith("s")) else ""

    def _head(self, right: Sequence[str], opens: bool = False) -> tuple[str, int]:
        """The kind of the head of the phrase that a text begins with, and how many words that takes."""
        run: list[str] = []
        for word in right[:5]:
            if not word[0].isalpha() or word.lower() in STOPS:
                break
            run.append(word)
        for number, word in enumerate(run):
            following = run[number + 1] if number + 1 < len(run) else ""
            ended = not following or word.endswith("s") or following[0].isupper() or is_verb(following.lower())
            if ended and (kind := self._kind_written(word, number == 0 and opens)):
                return kind, number + 1
        return "", 0

    def _of_subject(self, frame: Frame) -> str:
        """The subject that the words caught are said of: "your garden will look brilliant"."""
        before = list(frame.before)
        called = calls(before)
        while before and (before[-1] in FILLERS or before[-1].endswith("ly")):
            before.pop()
        if called and before and self.kind(before[-1]) in ("work", "event", "nature", "place"):
            return "third"
        if not before or before[-1] not in LINKS:
            return ""
        while before and before[-1] in LINKS | AUXILIARIES | FILLERS:
            before.pop()
        subject: list[str] = []
        for word in reversed(before):
            if not word[0].isalnum() or word in CONJUNCTIONS - {"who"}:
                break
            subject.insert(0, word)
        if not subject:
            return ""
        if subject[0] in PERSONS_ALONE | {"your"} and {"this", "these"} & set(frame.after):
            return ""  # "you will look fabulous in this coat"
        if subject[-1] in PERSONS_ALONE and len(subject) == 1:
            return "reader"
        number = next((at for at, word in enumerate(subject) if word in PREPOSITIONS and at), len(subject))
        head = subject[number - 1]
        if subject[0] in ("your", "his", "her"):
            return "" if head in GOODS else "reader"
        at = len(before) - len(subject) + number - 1
        kind = self._kind_written(frame.left[at], at == 0)
        if kind in ("person", "firm"):
            return "third" if len(subject) == 1 and head.endswith("s") and kind == "person" else ""
        return "third" if kind else ""

    def _of_topic(self, frame: Frame) -> str:
        """What the clause is about: its first noun, if a verb follows and the words caught stand in its object."""
        words = list(frame.before)
        written = list(frame.left)
        yours = words[:1] == ["your"] and self.kind(words[1] if len(words) > 1 else "") == "person"
        while words and (
            words[0] == "our"
            or (yours and words[0] == "your")
            or words[0] in DETERMINERS - {"this", "these"}
            or not words[0][0].isalnum()
        ):
            words.pop(0)
            written.pop(0)
        kind, length = self._head(written, len(written) == len(frame.left))
        rest = words[length:]
        if kind in ("person", "buyer") and rest[:1] and rest[0] in ("of", "with", "without", "whose") and len(rest) < 4:
            praising = any(word in ENDORSING or word in POINTING for word in frame.after)
            return "third" if tells(frame.after) and not praising and not holds_brand(frame.right) else ""
        if kind not in ("person", "nature", "place", "work", "rival") or not rest or rest[0] in PREPOSITIONS:
            return ""
        if any(not word[0].isalnum() or word in POINTING or word in ENDORSING for word in rest):
            return ""
        if not (is_verb(rest[0]) or (words[length - 1].endswith("s") and goes_on(rest))) or holds_brand(
            written[length:]
        ):
            return ""
        offered = any(word in POINTING for word in frame.after) or ranks_everywhere(frame.after)
        return "" if offered or holds_brand(frame.right) else "third"


def _of_firms(frame: Frame, length: int) -> str:
    """What firms in general do with their own: "best-in-class retailers close their books", "how leading firms hire"."""
    comma = frame.after.index(",") if "," in frame.after else len(frame.after)
    rest = frame.after[length:comma]
    if holds_brand(frame.right[:comma]) or any(word in ENDORSING or word in POINTING for word in rest):
        return ""
    in_general = frame.right[length - 1].endswith("s") and "their" in rest and goes_on(rest)
    return "third" if in_general or (frame.before[:1] and frame.before[0] in OPENING) else ""
