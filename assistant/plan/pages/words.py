"""The words that pages are made of: the labels of their tables and the headings of their sections."""

from __future__ import annotations

import re

from assistant.plan.pages.words_chinese import JOINED, SKIPPED

UNLABELLED_CHINESE = (
    r"[温溫][馨心]提[示醒]|注意(?:事[项項])?|重要提[示醒]|提[示醒]|备注|備註|说明|說明|商品说明|商品說明|[产產商]品描述|商品介[绍紹]|[产產]品介[绍紹]|[产產商]品特[点點色]|[特][点點色]|使用方法|使用[说說]明|使用步[骤驟]|使用注意|"
    r"[详詳]情|商品[详詳]情|[产產]品[参參][数數]|商品[参參][数數]|[规規]格[参參][数數]|[产產]品[亮卖賣][点點]|亮[点點]|[卖賣][点點]"
)

# Attribute names of shops' tables, as they stand in tables that have lost their rules; longer ones win.
TABLE_LABELS = """
Accessories Included|Additional Features|Age Group|Alarm|Antennae|Aspect Ratio|Audible Alarm|Audio Features|Autofocus|
Back Sweep|Band Width|Base Material|Battery|Battery Capacity|Battery Life|Battery Type|Bag Size|Blade Material|
Bluetooth|Blouse|Body Material|Bottom Material|Brand|Brand Color|Brightness|Burn Time|Bulb Type|Cable Length|Capacity|
Care Instructions|Case Diameter|Case Material|Case Thickness|Certification|Charging Time|Clasp Type|Closure|
Collar|Collection|Color|Color Code|Colour|Compatible Models|Compatible With|Compatible Devices|Compatibility|
Connectivity|Construction|Contents|Cooling|Cord Length|Covered in Warranty|Cut|Cushion Material|Delivery Condition|
Depth|Design|Design Code|Corrosion Proof|Rust Proof|Scratch Resistant|Shock Proof|Heat Resistant|Body Finish|Body Color|Skin Type|Form|Scent|Fragrance|Applied For|Composition|Container Type|Designed For|Designed for|Suitable for|Ideal for|Important Note|Note|Compatible Paper Size|Diamond Weight|Diamond Shape|Diamond Color Grade|Diamond Clarity|Gold Purity|Gold Color|Gold Weight|Silver Weight|Pearl Type|Stretchable|Adjustable Length|Connector|Character|Placket|Number Of Contents In Package|Minimum Age|Maximum Age|Detection Range|Dial Color|Dial Diameter|Dial Shape|Diameter|Dimensions|Display Size|
Display Type|Domestic Warranty|Ear Cup|Energy Rating|Fabric|Fabric Care|Features|Filling Material|Fill Material|Finish|Fit|
Flow Rate|Frame Color|Frame Material|Frame Size|Frequency|Frequency Response|Fuel Type|Gemstone|GSM|Gender|General|
Handle Material|Headphone Type|Heel Height|Height|Ideal For|Impedance|Included Components|In The Box|In the Box|In the box|
Inner Diameter|Inner Material|Input|Input Voltage|Installation Type|Interface|International Warranty|Inseam|
Item Weight|Key Features|Keyboard|Knit Type|LED Indicators|Label|Lamp Type|Lens Material|Length|Lid Material|
Light Color|Line Speed|Load Capacity|Machine Washable|Manufactured By|Manufacturer|Material|Material Composition|
Max Load|Maximum Alarm Distance|Maximum Load|Maximum Weight|Metal|Microphone|Microwave Safe|Dishwasher Safe|
Minimum Alarm Distance|Model|Model ID|Model Name|Model No|Model Number|Movement|Mount Type|Mounting Type|Neck|
Net Quantity|Net Weight|Net Wt|Noise Level|Not Covered in Warranty|Number of Antennae|Number of Bulbs|
Number of Contents in Sales Package|Number of Pieces|Number of Pockets|Number of Ports|Number of Sensors|
Number of Shelves|Number of Slots|Number of Speeds|Number of USB Ports|Number of Wheels|Occasion|Occasion Type|Operating Humidity|
Operating Temperature|Operating Conditions|Other Details|Other Dimensions|Other Features|Other Body Features|Outer Diameter|Outer Material|Output|
Output Power|Outsole Material|Package Contents|Package Included|Padding|Part Number|Pattern|Pile Height|Plating|Pockets|Polarization|
Pole Material|Pore Size|Power|Power Consumption|Power Features|Power Output|Power Requirement|Power Source|Power Supply|Price|
Print|Printing Method|Product Dimensions|Product Weight|Purity|Quantity|RAM|Range|Rated Power|Refresh Rate|
Region|Resolution|Reversible|Rise|SKU|Sales Package|Scale|Screen Size|Season|Seat Height|Secondary Material|
Sensitivity|Series|Service Type|Shade|Shape|Sheet Size|Shipping Weight|Shoe Type|Size|Size in Number|Sleeve|Sole Material|Sole|
Speed|DSL Modem Speed|Wireless Speed|Stand By|Standby Time|Standard IEEE|Stitch Type|Storage|Strap Color|Strap Length|
Strap Material|Strap Width|Style|Style Code|Sub Model|Suitable For|Supported Protocols|Surface Finish|Switch Type|System Requirements|Talk Time|
Tank Capacity|Temperature|Temperature Range|Thickness|Thread Count|Time Format|Toe Shape|Topsheet|Total Length|Touchscreen|Type|
UPC|USB Ports|Upper Material|Usage|Vehicle Brand|Vehicle Model Name|Vehicle Model Year|Voltage|Volume|Wall Mountable|
Warranty|Warranty Summary|Warranty Type|Warranty Period|Wash Care|Water Resistance Depth|Water Resistant|Waterproof|Wattage|
Weave Type|Weight|Weight Capacity|Wheel Material|Width|Wired/Wireless|Wireless|Working Temperature|Zipper
"""
# Parts and properties that tables combine freely: "Face Material", "Strap Color".
PARTS = "Face|Build|Body|Base|Blade|Case|Dial|Frame|Handle|Inner|Outer|Lens|Lid|Lining|Pole|Shell|Sole|Strap|Top|Bottom|Upper|Wheel|Cover|Cushion|Primary|Leg|Shade|Stone"
PROPERTIES = "Material|Color|Colour|Type|Shape|Width|Length|Diameter|Thickness|Finish|Size"
# Labels of a warehouse, and parts of a table that a value stands behind by accident.
MUTE_LABELS = """
upc|upc code|ean|ean code|sku|sku code|asin|isbn|isbn-10|isbn-13|gtin|barcode|bar code|item code|item no|item no.|item number|item id|product code|
product id|alternate item #|cube|color code|colour code|design code|style code|hs code|model id|store code|seller|availability|in stock|general|
condition|tags|tag|keywords|share|rating|reviews|views|delivery|shipping|shipping time|payment|search tags|supported protocols|antennae|
additional features|brand name original|high-concerned chemical|place of shipment
"""
PRICE_LABELS = """
price|our price|sale price|special price|offer price|价格|售价|零售价|到手价|优惠价|单价|单價|單價|价钱|價格|售價|特價|优惠價|優惠價|活動價|活动价
"""
# What something cost before, or costs elsewhere: it stands beside the price.
LIST_PRICE = re.compile(
    r"(?:list|retail|regular|original|old|before|suggested) price|rrp|m\.?s\.?r\.?p\.?|mrp|was|专柜价|專櫃價|原价|原價|市场价|市場價|吊牌价|吊牌價|划线价|建議售價|建议售价|定價|定价",
    re.IGNORECASE,
)
# Values that say nothing.
NOTHING = frozenset(
    "none|na|n/a|-|0|nil|not applicable|not specified|unspecified|no damage|does not apply|value|values|figure|figures|detail|details|description|unknown|other|see description|"
    "无|無|没有|沒有|值|数值|數值|内容|內容|说明|說明|描述|见详情|見詳情|其他|其它|as shown".split("|")
)
# Everything under these headings is no fact of this product.
SKIPPED_SECTIONS = re.compile(
    r"(?:important )?(?:about us|about the (?:brand|company|seller)|our (?:story|promise|service|guarantee|mission)|shipping(?: .*)?|delivery(?: information)?|returns?(?: policy)?|"
    r"payments?(?: .*)?|feedback|about (?:shipping|payment|returns?|feedback)|returns? (?:and|&) (?:refunds?|exchanges?)|contact(?: us)?|faqs?|frequently asked .*|(?:customer )?reviews|testimonials|"
    r"you (?:may|might) also like|related (?:products?|items|video.*)|customers also .*|frequently bought .*|why (?:choose|buy) .*|tags?|keywords?|disclaimers?|terms (?:of|and|&) .*|"
    r"(?:key )?differen(?:ces|tiators).*|compar(?:ison|ed) .*|compare .*|vs\.? .*|service transit .*|"
    rf"{SKIPPED})$",
    re.IGNORECASE,
)
# Headings whose short items are one fact.
JOINED_SECTIONS = re.compile(
    r"(?:(?:typical |main |recommended )?(?:applications|uses)|suitable (?:for|places?|occasions?).*|ideal for|perfect for|great for|best for|recommended for|where to use|occasions?|designed for|works with|fits|"
    r"(?:pack(?:age|ing|et)?|box|kit|set|sales package) ?(?:list|included|includes?|contents?|contains|including)|what(?:['’]s| is) (?:in (?:the|your) (?:box|package|kit|set)|included)|in the (?:box|package)|included(?: in .*)?|"
    r"(?:this |the |each |your )?(?:\w+ )?(?:set|kit|package|box|bundle|pack) (?:includes|contains|comes with)|includes|contents?|contains|(?:key |main |active |full )?ingredients?|materials|compatibility|compatible (?:with|\w+)(?: \w+)?|"
    r"(?:available )?(?:colou?rs|sizes)|certifications?|free (?:from|of)|scents?|flavou?rs?|"
    rf"{JOINED})",
    re.IGNORECASE,
)
INGREDIENTS = re.compile(
    r"(?:(?:key|main|active|full|all)\s)?ingredients?|composition|(?:全|主要)?成分|配料表?|原料", re.IGNORECASE
)
# Labels and headings that name a part of the page, and nothing of the product.
UNLABELLED = re.compile(
    r"(?:important |please |kind |warm |product |item |special |main |key |general |more |additional |other )*(?:notes?|note that|n\.b|tips?|warnings?|cautions?|attention|important|remarks?|reminders?|notice|safety information|description|"
    r"details?|features?|specifications?|specs?|spec|overview|highlights?|benefits?|about (?:this|the) (?:item|product)|information|introduction|summary|parameters?|"
    r"how to use|directions?(?: (?:for|of) use)?|instructions?(?: for use)?|steps?|general|technical (?:data|features|details|specifications)|advantages?|"
    rf"{UNLABELLED_CHINESE})",
    re.IGNORECASE,
)
# Numbers that name a thing to a warehouse.
CODE = re.compile(
    r"\b(?:UPC|EAN|SKU|ASIN|ISBN|GTIN|alternate item)\b\s*(?:code|no|number)?\.?\s*[:#]?\s*[A-Z0-9#-]{2,}|^[A-Z0-9-]*\d[A-Z0-9-]{6,}$|[货貨][号號]\s*[:：]?\s*[A-Za-z0-9]"
)
SHOWN = re.compile(
    r"(?:as|see) (?:in )?(?:the )?(?:pictures?|photos?|images?|shown|pictured|displayed)\b|如圖|如图|见图|見圖",
    re.IGNORECASE,
)
# A shop's sentence that holds the price.
SHOP_PRICE = re.compile(
    r"\b(?:only for|for only|online (?:at|for)|for)\s+((?:Rs|US\$|\$|£|€|INR)\.?\s?\d[\d,]*(?:\.\d\d)?)\b",
    re.IGNORECASE,
)


def listed(words: str) -> tuple[str, ...]:
    """The entries of a list that is written with bars, in its order."""
    return tuple(word.strip() for word in words.replace("\n", "").split("|") if word.strip())
