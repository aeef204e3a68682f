"""Closed classes of English words that `assistant.praise.subject` reads a clause by. Lower case; nothing is inflected."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words("a an the this that these those some any each every no most many all other several few both")
PREPOSITIONS = _words(
    "of for in on at to from with by into onto over under above below between among against during after before near "
    "behind without within across through around along beside per until since as than about off up down out via"
)
CONJUNCTIONS = _words("and or but nor yet so because although though while when where if unless whether that which who "
                       "whose whom what how why then")  # fmt: skip
PRONOUNS = _words("i you he she it they we me him her them us your his their its our my this these those there here")
AUXILIARIES = _words(
    "is are was were be been being am isn't aren't wasn't weren't has have had do does did will would can could may might "
    "must shall should cannot can't won't don't doesn't didn't"
)
LINKS = _words(
    "is are was were be been looks look looked seem seems seemed feel feels felt sound sounds sounded smell smells appear "
    "appears appeared remain remains remained become becomes became taste tastes isn't aren't wasn't weren't"
)
VERBS = _words(
    "comes goes gives takes makes shows tells runs starts ends begins belongs lies sits stands holds keeps needs means "
    "leads wins scores loses gets says thinks knows finds builds grows lives dies works sleeps trains trained eats sees "
    "hears reads writes wrote sings sang plays played won lost ran came went gave took made had met led left held kept "
    "grew rose fell broke began became said told found knew saw sat stood lay lives reaches falls rises turns moves "
    "carries opens closes depends requires meets passes decreases increases drops exceeds appears occurs follows contains "
    "train learn come go give take make show tell run start end begin belong lie sit stand hold keep need mean lead win "
    "lose get say think know find build grow live die work eat see hear read write sing play pass follow ask use"
)
STOPS = PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | DETERMINERS
FILLERS = _words("very so quite not the a an most more always often also still especially rather equally both really "
                  "too as less pretty simply only just one of")  # fmt: skip
PERSONS_ALONE = _words("he she you who everyone everybody nobody people i him")
ENDORSING = _words("love loves adore choose chooses trust trusts prefer prefers recommend recommends agree agrees rate "
                    "rates rely swear say says vote want wants demand demands buy use uses enjoy praise")  # fmt: skip
GOVERNING = _words("by with from our meet as for of featuring hire employ employs join")
POINTING = _words("it its it's this these here our ours yours us now back ready waiting you'll available")
SCOPE = _words("world market town industry earth planet ever anywhere money country business")
GOODS = _words(
    "order purchase partner choice supplier stay meal holiday flight trip experience source team adviser advisor destination "
    "companion delivery parcel visit breakfast room mattress sofa car"
)
CALLING = _words("call calls called calling describe describes described name names label labels labelled")
ALL = _words("every each any all anything everything")
FITTING = _words("fits fit suits accepts supports replaces takes")
WELL = _words("well compatible use goes")
SAYING = _words("is was means turns appears comes ranks stands denotes refers describes sits")
NOUNISH = (
    "genius",
    "results",
    "quality",
    "ence",
    "ance",
    "tion",
    "ury",
    "ity",
    "cy",
    "ness",
    "ion",
    "ties",
    "ment",
    "delight",
)
OBJECT = DETERMINERS | PRONOUNS
TERMS = _words("ultimate premium superior leading extraordinary exceptional supreme perfect elite radical dominant "
                "outstanding first-class class noble epic stellar world-class best-in-class")  # fmt: skip
STARTING = _words("starts begins start begin belongs belong depends depend come")
SIDES = _words("left right top bottom front back rear end side outside inside edge")
RULING = _words(
    "need needs require requires pay pays sign signs owe owes expire expires receive receives incur incurs lapse lapses "
    "boils melts freezes sets faces counts matter matters fall falls"
)
PLURALS_TOO = _words("sets faces counts signs needs pays")
FIGURATIVE = _words(
    "no nothing little only just to for off less more itself standard standards benchmark bar pace tone you great"
)
TRADING = _words(
    "brand brands provider providers maker makers supplier suppliers company companies name names firm firms manufacturer "
    "manufacturers choice bank banks insurer producer platform app retailer agency school expert experts authority developer "
    "specialist specialists hotel brewer distiller dealer builder tool service solution range product products software "
    "technology design partner source light lights edge bakery consultancy designer designers"
)
OPENING = _words("how what why where when which who")
REFUSING = _words("no not hard rare difficult rarely seldom useless subjective relative")
RIVALLING = _words(
    "beat match find resist top ignore miss rival better equal copy exaggeration accident coincidence just only"
)
