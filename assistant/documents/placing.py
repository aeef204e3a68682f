"""Puts what was read inside a Markdown block at its place in the original."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.documents.build import Builder
from assistant.documents.document import BlockKind
from assistant.documents.inline import Bit


def place_bits(
    builder: Builder, bits: Sequence[Bit], starts: Sequence[tuple[int, int]], block: tuple[BlockKind, int]
) -> None:
    """Hands the bits of a block to the builder; `starts` tells for each of its lines where it stands in both."""
    number = 0

    def original(at: int) -> int:
        line = number
        while line + 1 < len(starts) and starts[line + 1][0] <= at:
            line += 1
        return starts[line][1] + at - starts[line][0]

    for bit in bits:
        while number + 1 < len(starts) and starts[number + 1][0] <= bit.start:
            number += 1
        start, end = original(bit.start), original(bit.end - 1) + 1 if bit.end > bit.start else original(bit.start)
        if bit.means == "words":
            builder.words(start, end)
        elif bit.means == "text":
            builder.put(bit.text, start, end)
        elif bit.means == "object":
            builder.leave_out(start, end)
        elif bit.means == "space":
            builder.space(start, max(start, end), following=bit.text)
        elif bit.means == "break":
            builder.line_break(start, max(start, end))
        elif bit.means == "comment":
            builder.comment(bit.text, start, end)
        elif bit.means == "part":
            builder.part(*((bit.kind, bit.level) if bit.kind != "paragraph" else block))
