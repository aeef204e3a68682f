"""What English pages say to shoppers: applause, promises, bait, the shop's own talk; and words that say nothing alone."""

from __future__ import annotations

import re

_LIKE = (
    r"premium|luxur(?:y|ious)|superb|superior|excellent|exceptional|outstanding|amazing|awesome|incredible|stunning|beautiful|"
    r"gorgeous|lovely|attractive|elegant|exquisite|stylish|trendy|chic|sleek|impressive|perfect|great|good|nice|fantastic|"
    r"wonderful|fabulous|remarkable|extraordinary|magical|delightful|charming|adorable|magnificent|unbeatable|unmatched|"
    r"unparalleled|unrivall?ed|unsurpassed|finest|ultimate|powerful|robust|sturdy|rugged|durable|reliable|dependable|trustworthy|trusted|"
    r"innovative|revolutionary|advanced|cutting[- ]edge|state[- ]of[- ]the[- ]art|next[- ]generation|generous|versatile|"
    r"flawless|timeless|renowned|famous|best[- ]selling|world[- ]class|first[- ]class|high[- ]class|high[- ]end|top[- ]notch|"
    r"high[- ]performance|professional[- ]grade|(?:(?:super|ultra)[- ])?long[- ]lasting|eye[- ]catching|hassle[- ]free|vibrant|lifelike|breathtaking|"
    r"optimal|effortless|tough|top[- ]of[- ]the[- ](?:line|range)|curated|thoughtful|brand[- ]new|all[- ]new|fashionable|ideal|affordable|meticulous|heavenly|dreamy|iconic|unforgettable|serene|exclusively designed|amazingly priced"
)
_QUALITY = (
    r"(?:(?:super|very|truly|the)\s+)?(?:premium|high|highest|higher|top|good|great|best|finest|superior|super|excellent|exceptional|export|supreme|outstanding)[- ]"
    r"(?:quality|grade)"
)
# What nothing is said of by an adjective before it.
_ABSTRACT = r"(?:strength|toughness|handling|performance|quality|durability|reliability|comfort|style|craftsmanship|looks?|feel|value|appearance|workmanship|efficiency)"
ABSTRACT = re.compile(
    rf"{_ABSTRACT}\s+(?:in|for|of|to|and|with|at)\b|(?:materials?|design|construction)\s(?:makes?|ensures?|gives?)\b",
    re.IGNORECASE,
)
# Adjectives, and adverbs before them, that a noun loses without loss.
APPLAUSE = re.compile(
    rf"\b(?:(?:so|more|most|very|both|quite|truly|extremely|highly)\s)?(?:{_QUALITY}|(?<=\b[Aa]\s)quality(?!\s(?:control|check))|^quality(?!\s(?:control|check|assurance))|(?<=\bof\s)quality"
    rf"|(?:{_LIKE}))(?:\s(?:style|looking|quality)(?=\s\w)|\s[a-z]+\s(?:quality|value)(?=\s*(?:[,.;]|and\b|$))|\s{_ABSTRACT}(?=\s*(?:[,.;]|and\b|$)))?\b(?!['’])",
    re.IGNORECASE,
)
# Adverbs that a verb or an adjective loses without loss.
STRESSED = re.compile(
    r"\b(?:truly|incredibly|amazingly|exceptionally|extremely|remarkably|insanely|super|ultra|really|very|simply|perfectly|beautifully|"
    r"exquisitely|elegantly|stylishly|expertly|masterfully|meticulously|lovingly|flawlessly|seamlessly|effortlessly|intricately|artistically|"
    r"exclusively designed|wonderfully|positively|absolutely|utterly|undoubtedly|certainly|definitely|superbly|highly|luxuriously|brilliantly|ideally|reliably|conveniently|finely)\b[-\s]+(?=[a-z])"
    r"|\s+(?:effortlessly|perfectly|beautifully|flawlessly|seamlessly|with ease|in style|like never before|in no time|superbly|stylishly|reliably|"
    r"if used adequately|for (?:a )?long(?:er)?[- ](?:term|lasting) (?:durability|use)|and more)\b(?=\s*(?:[,.;]|and\b|$))",
    re.IGNORECASE,
)
# "Our lamp" is the lamp, "our team" is the shop.
_OUR = (
    r"\bour\b(?=\s+(?:new\s|own\s)?[\w-]+)(?!\s+(?:\w+\s){0,2}(?:teams?|compan(?:y|ies)|stores?|shops?|customers?|websites?|brand|staff|services?|sales|"
    r"(?:sub)?selection|collections?|range|factory|manufactur\w+|experts?|designers?|policy|promise|mission|masters?|opinion|own|lab\w*|suppliers?|warehouse)\b)"
)
# "Making it a perfect choice for travel" is "for travel".
_FITS_FOR = (
    r"\b(?:making (?:it|them|this|these)(?: \w+)? )?(?:an? )?\b(?:absolutely |also )?"
    r"(?:perfect(?:ly)?|ideal(?:ly)?|great|excellent|best|versatile|terrific|good|well|highly)[- ]?(?: suited| suitable| fit)?"
    r"(?: (?:choice|option|solution|companion|pick))? (?=for\b)"
)
# Words that are put in plainer ones.
PLAINER: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (r"\s*\bof (?:the )?" + _QUALITY + r"(?=\s*(?:[,.;]|$))", ""),
        (_FITS_FOR, ""),
        (r"^please,?\s(?:kindly\s)?|(?<=[,;]\s)please\s", ""),
        (
            r"^(?:plus|also|in addition|additionally|moreover|furthermore|what's more|best of all|as well|even better|and|but|thus|therefore),?\s+(?=\w)",
            "",
        ),
        (
            r"^(?:(?:when|if|once) you (?:buy|purchase|order)[^,.]{0,60},\s*)?you(?:['’]ll| will)(?: also)? (?:get|receive)\b",
            "Comes with",
        ),
        (r"\bboasts?\b", "has"),
        (r"^[\w' &-]{2,40}? brings? (?:to )?you (?:an? )?", ""),
        (r"\b(?:in our (?:opinion|view|experience)|trust us|of course|as we know),?\s*", ""),
        (r"\bthis (?:link|listing)\b", "this product"),
        (r"\bnot only\s+", ""),
        (r"\s+(?:that (?:is|are) brought to you (?:by|from)|from the (?:house|hub) of)\s[^,.;]*", ""),
        (r"^(?:[\w-]+ ){1,5}is this (?=\w+ \w)", "This "),
        (r",?\s+but(?: it)? also\s+", ", and "),
        (
            _OUR,
            "the",
        ),
        (r"\ball the products\b", "the products"),
    )
)
# What is promised of anything.
PROMISED = re.compile(
    r"\b(?:reliability|consistency|durability|longevity|versatility|adaptability|elegance|sophistication|craftsmanship|excellence|perfection|satisfaction|enjoyment|peace of mind|confidence)\b",
    re.IGNORECASE,
)
# What a shop says of itself and to a shopper, of its photographs, its post and its stock.
CHAT = re.compile(
    r"\b(?:we|we['’](?:re|ve|ll)|ours|ourselves|my|me|i['’]m)\b|\bI\s(?:am|believe|think|hope|have|can|do|will|love|was|would)\b|\b(?-i:us)\b|\bour\b"
    r"|\b(?:copyright|all rights|subject to change|prior notice|add to (?:cart|basket|bag)|(?:buy|order|shop|hurry|grab|call|reply|email|e-mail|write) "
    r"(?:it |yours |them |one )?(?:now|today|up|us|online|from)|hurry|contact (?:us|our|me|the seller|customer)|sign up|subscribe|newsletter|(?:free|fast|worldwide) (?:shipping|delivery)|ships? (?:from|within)|"
    r"shipping|(?:leave|positive|your|give) feedback|(?:five|5)[- ]stars?|customers? also|related (?:video|product)s?|see (?:also|below|chart|(?:more )?product details)|discounts?|coupon|"
    r"cash on delivery|replacement guarantee|best prices?|inventory|(?:buy|shop)\b[^.]{0,120}\bonline|only (?:at|on) \w+\.com|for only|you can (?:buy|purchase|order)|exporting|fast growing|customers?['’]s? expectations|comm?itt?ed to|years of experience|"
    r"online (?:at|in)|payments?|refunds?|return policy|money[- ]back|font-family|text-align|stock(?:ed)? (?:up|clearance)|null price|wholesale|retail markups?|"
    r"for (?:your )?understanding|thanks?(?! to)|thank you|leave (?:us )?a message|make a note|intimate|do(?:n['’]t| not) (?:worry|hesitate)|no need to worry|rest assured|"
    r"marketing|this (?:description|page|review)|group buy|lineup|was evaluated|vetted|audited|hand-?picked for|read more|view more|click (?:here|on|the (?:link|button))|pre[- ]?order|in stock|sold out|quality problem|make sure you will not mind)\b"
    r"|https?://|www\.|\b[\w.]{2,40}@[\w-]{2,40}\.\w{2,6}\b|\b(?:\+?\d{1,3}[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\b\d{2,3}px\b|\blorem ipsum\b|^\w+=\w+$",
    re.IGNORECASE,
)
# Of photographs, screens, rulers and what is sent at random: the whole sentence goes.
PHOTOS = re.compile(
    r"\b(?:disclaimer|manual(?:ly)? measur\w+|measur\w+ (?:error|deviation|difference)s?|monitors?['’]? (?:settings?|are|display)|different monitors|your monitor|(?:display|light|screen) brightness|display settings|"
    r"light(?:ing)?,? (?:and |effects?|or )?(?:\w+ )?(?:screen|display)|(?:shown|see|differ\w*|vary|in|as|from|than|real|on|the) (?:\w+ ){0,3}(?:pictures?|photos?|images?|photographs?)(?! \w)|(?:pictures?|photos?|images?) (?:is|are|may|shown|displayed|for|has|have|above|below|shooting|vas)|photographic|slightly different|"
    r"(?:colou?rs?|sizes?|shade)\b.{0,30}\b(?:may|might|could|can|will) (?:slightly )?(?:vary|differ)|randomly|at random|shooting angles?|colou?r (?:difference|deviation|aberration)|chromatic aberration|tolerance in|real (?:one|object|item)|real prosucts|vas been shoot)\b",
    re.IGNORECASE,
)
# Openings that lure, and what is promised.
BAIT = re.compile(
    r"^(?:looking (?:for|to)|are you|do you|have you|want|need (?:a|an|some)|say (?:goodbye|hello|bye)|introducing|discover|enjoy|experience|upgrade|treat (?:yourself|your)|"
    r"elevate|transform|meet|get (?:ready|your|the)|don['’]t (?:miss|let|settle)|indulge|embrace|unleash|immerse|step (?:into|up)|bring (?:home|the)|shop|buy|order|grab|pamper|"
    r"impress|surprise|show off|create (?:your|a|the)|make (?:your|a statement|every)|give your|turn your|explore|unlock|welcome|celebrate|join (?:us|our)|follow (?:us|our)|visit|check out|make way|instantly|see\s|"
    r"look no|imagine|if you(?:['’]re| are) (?:looking|searching|in)|design (?:your|lifelike|beautiful|stunning)|let\b|try (?:this|our|it|the)|add (?:a|some) (?:touch|splash|pop)|tired of|ready to|feel\s|save (?:money|big|up)|recognized as)\b"
    r"|\b(?:love|never (?:regret|again|been|worry|ever|have)|forever|regret|satisf\w+|confidence|no matter|deserve[sd]?|crave[sd]?|money|break\w* the bank|value for|good value|reasonabl[ey] price\w*|price tag|cost[- ]effective|"
    r"look(?:s|ing)? no further|go-to|everything you need|your needs|peace of mind|next level|statement|turn heads|sure to|surely|guarantee[sd]?(?! (?:for|of) \d)|worth|wow|dreams?|"
    r"exactly what|great change|you will (?:be|notice|see|find|feel|enjoy|have)|satisfaction|happiness|delight\w*|joy|excitement|memorable|thank you|"
    r"second to none|test of time|house of|hub of|known for|one of the (?:best|most|finest|greatest)|most (?:trusted|popular|advanced|powerful)|the most [a-z]+ (?:unit|model|one)|is a must|must[- ]have|always wanted|of all time|on the market|in the (?:world|industry)|"
    r"(?:a )?must for|addition to|best (?:choice|gift|of|for)|(?:good|great) looks|leading (?:brand|manufacturer)|inspired by love|visual (?:appeal|delight|impact)|"
    r"(?:aesthetic|decorative|overall) (?:appeal|touch|value|beauty)|aesthetics?|lifestyle|charm (?:and|of|to)|beauty of|elegance|sophistication|luxury(?=\s*(?:[,.;]|and\b|$))|perfection|craftsmanship|longevity|durability|reliability|"
    r"(?:optimal|perfect|ideal|right) balance|excellence|versatility|adaptability|flawless\w*|brilliance|magical?|serene|thriving|adds? (?:a|an|elegance|style|visual)|you feel(?:ing)? confident)\b",
    re.IGNORECASE,
)
# What is said of other products.
OTHERS = re.compile(
    r"\bvs\b|\bversus\b|\bcompared\b|\b(?:than|unlike|like) (?:the |our |any |most |many )?(?:other|previous|old|older|traditional|conventional|ordinary|regular|competing|last|ever)\b"
    r"|\bthan ever\b|\bother (?:brands?|models?|versions?|products?)\b|\bcompetitors?\b|\b(?:previous|last|new and old) (?:model|generation|type)\b|\bold type\b|\bthan (?:the )?film itself\b",
    re.IGNORECASE,
)
# Words that say nothing of a thing when they stand alone.
_SAYING_NOTHING = """
a an the this that these those it its it's they them their is are was were be been being has have had do does did can could may might will would shall should must
of in on at by for from to with without within into onto over under as and or but nor so if when while than then there here which who whose what where how also too just only
not no any all each every both some more most much many such other another same own via per up down out off about your you you'll you're one ones
product products item items thing things article unit model piece design designs designed style styled quality construction feature features featuring featured option options choice
performance use used uses using usage user users function functional functionality functions purpose purposes material materials made make makes making crafted built build constructed manufactured
offer offers offering provide provides providing ensure ensures ensuring give gives giving deliver delivers bring brings create creates creating add adds adding come comes get keep
experience look looks looking feel feels way ways life lives time times day days everyday daily year new best better good great nice perfect ideal high low long super very really extra
customer customers people person everyone anyone occasion occasions need needs want result results efficient efficiency convenient convenience convenience's comfort comfortable practical simple
easy easily strong strength special unique modern classic popular brand collection series range selection accessory accessories solution solutions technology quality exceptional
set type types kind kinds name names detail details specification specifications description overview various different wide wider variety set's well tested now help helps effective effectively
amazing solid value appearance effect effects striking stage right excellent beautiful attractive improve improves improving improved enhance enhances enhancing enhanced benefit benefits tight safe safety secure necessary
consistency consistent flexible flexibility performance optimum application applications smart professional genuine original authentic important essential durable sturdy reliable fine rich
"""
SAYING_NOTHING = frozenset(_SAYING_NOTHING.split())
