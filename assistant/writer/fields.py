"""Which texts each channel has, in the order a reader meets them."""

from __future__ import annotations

from assistant.schema.brief import Channel

FIELDS: dict[Channel, tuple[str, ...]] = {
    "product_page": ("headline", "subhead", "bullets", "paragraph"),
    "headline": ("headline", "subhead"),
    "bullets": ("bullets",),
}
BULLETS = 3
# Specifications that a subhead can carry before it becomes a table.
SUMMARY = 3
