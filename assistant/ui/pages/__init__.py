"""The pages of the app, each a module with `show_page(words)`; imported when they are looked at, not before.

write       facts and a customer → comparisons and a draft
check       any copy → what its readers would ask of it
personas    who the copy is for, and what they were heard to say
references  the familiar things that figures are set beside
products    saved work, its versions
settings    model, language, house style, where the data is
"""

from __future__ import annotations

PAGES = ("write", "check", "personas", "references", "products", "settings")
