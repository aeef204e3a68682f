"""The built-in writer: whole sentences out of facts, persona and computed comparisons, with no model.

`write` fills the fields of a channel from a plan. It phrases and never computes: every number it prints stands in a
fact as given or in a comparison.

    material    one variant's way in, and the facts in its order
    voice       what every language can say; `english`, `chinese` say it; `lexicon` holds their words
    phrasing    what a Chinese sentence does with a label's value; `chinese_sentences` say it, `places` know which moments suit it
    predicates  what an English fact says of the product; `english_sentences` say it, `fitting` knows which moments suit it
    fields      the texts of a channel, each within the length that its place allows: `headlines`, `lists`, `running`
    described   a page's paragraph: what the thing is and does; `telling_once` knows what a reader has read by then
    singly      one fact by itself, for a text that somebody else wrote around it
    otherwise   other ways to fill a place, for somebody who chooses
    house       a team's own terms, and the spelling of the market
"""

from assistant.writer.singly import tells, ways_to_tell
from assistant.writer.write import BUILT_IN, with_table, write

__all__ = ["BUILT_IN", "tells", "ways_to_tell", "with_table", "write"]
