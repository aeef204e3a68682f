"""The words that pages are made of: labels of their tables, their sections, their asides and their applause."""

from __future__ import annotations

import re

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
# Labels whose value tells a customer nothing: codes, sections of the table, the seller's own sorting.
MUTE_LABELS = """
additional features|age group|antennae|brand|brand color|collection|color code|connectivity|covered in warranty|
designed for|design code|dimensions|features|gender|general|ideal for|in the sales package|key features|important note|note|character|label|manufactured by|
model|model id|model name|model no|model no.|model number|item model number|not covered in warranty|occasion|
occasion type|operating conditions|other details|other features|other body features|part number|part number(s)|power features|product code|
product name|name|region|season|series|service type|sku|style|style code|sub model|supported protocols|topsheet|type|upc|ean|mpn|asin|
isbn|item code|item no|item number|alternate item #|cube|barcode|vehicle brand|vehicle model name|vehicle model year|stand by|usage|condition|
manufacturer|
品牌|型号|型號|货号|貨號|款号|款號|商品编号|商品編號|条码|條碼|执行标准|執行標準|产品标准|產品標準|产品等级|產品等級|名称|名稱|商品名称|商品名稱|品名|
产品名称|產品名稱|厂家|生产厂家|製造商|制造商|上市时间|上市時間|销售渠道|适用性别|季节|专柜价|專櫃價|原价|原價|
地址|生产地址|电话|電話|网址|網址|客服电话|風格|风格|类型|類型|分类|商品属性|类目
"""
PRICE_LABELS = """
price|our price|sale price|retail price|rrp|msrp|list price|价格|售价|零售价|到手价|优惠价|定价|單價|单价|价钱|價格|售價|定價|特價|建議售價|优惠價
"""
NOTHING = frozenset(
    "no none na n/a - 0 nil not applicable not specified no damage value values figure figures detail details description unknown 无 無 否 没有 沒有 值 数值 數值 内容 內容 说明 說明 描述 as shown".split(
        " "
    )
)
# Everything under these headings is no fact of this product.
SKIPPED_SECTIONS = re.compile(
    r"^(?:important )?(?:notes?|please note|disclaimers?|warnings?|cautions?|attention|ingredients|applications?|how to use|"
    r"usage|directions?(?: for use)?|instructions?|steps?|about us|about the (?:brand|company|seller)|our (?:story|promise|service)|shipping(?: .*)?|"
    r"delivery(?: information)?|returns?(?: policy)?|payment|feedback|about (?:shipping|payment|returns?)|returns? (?:and|&) refunds?|contact us|faqs?|reviews?|customer reviews|"
    r"you may also like|related products?|customers also .*|frequently bought .*|why (?:choose|buy) .*|tags?|keywords?|"
    r"(?:key )?differen(?:ces|tiators).*|compar(?:ison|ed) .*|compare .*|vs\.? .*|perfect for|ideal for|where to use|"
    r"sweet spot.*|energy efficiency benefits|size chart|"
    r"温馨提示|溫馨提示|注意事项|注意事項|购买须知|購買須知|购物须知|購物須知|使用方法|使用说明|使用說明|使用步骤|使用步驟|关于我们|關於我們|品牌故事|"
    r"配送说明|配送說明|售后说明|售後說明|退换货.*|退換貨.*|常见问题|常見問題|免责声明|免責聲明|买家须知|買家須知|相关推荐|相關推薦|"
    r"猜你喜欢|猜你喜歡|用户评价|用戶評價|成分|全成分|配料|配料表|备注|備註|说明|說明|注意|提醒|價格說明|价格说明)$",
    re.IGNORECASE,
)
# An inline "Note: …", its whole sentence, and what sellers say to shoppers.
ASIDE = re.compile(
    r"^(?:\W*(?:please\s+)?(?:note|n\.b|disclaimer|warning|caution|attention|tips?|kind(?:ly)? (?:note|remind\w*)|shipping|returns?)\b\s*[:：!-])"
    r"|\b(?:disclaimer|please|kindly|may (?:slightly )?(?:vary|differ)|might (?:vary|differ)|slightly different|actual colou?r|in case of non|"
    r"copyright|all rights|subject to change|without (?:prior )?notice|add to (?:cart|basket|bag)|buy (?:it )?now|order (?:now|today)|shop now|hurry|"
    r"contact us|contact our|call us|email us|e-?mail|click|sign up|subscribe|free shipping|ships? (?:from|within)|feedback|five stars?|5 stars?|"
    r"sold separately|not included|does not (?:come with|include)|customers? also|related (?:video|products?)|see (?:also|below|chart)|"
    r"do(?:n't|n’t| not) (?:touch|worry|hesitate)|no need to worry|this link|our (?:store|shop|team|company|website|customers)|discount|coupon|"
    r"manual measurement|measurement (?:error|deviation)|different monitors|monitor settings|display brightness|light(?:ing)? (?:and )?screen|genuine products|cash on delivery|great discounts|replacement guarantee|best prices?|online (?:at|in)|payments?|refunds?|font-family|text-align|\\d+px|"
    r"before (?:ordering|purchas\w+|you buy)|as (?:shown|pictured)|i (?:believe|think|hope)|stock(?:ed)? (?:up|clearance)|null price|wholesale)\b"
    r"|https?://|www\.|\b[\w.]{2,40}@[\w-]{2,40}\.\w{2,6}\b|\b(?:\+?\d{1,3}[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\b400-?\d{3}-?\d{4}\b"
    r"|温馨提示|溫馨提示|重要提醒|活动时间|活動時間|优惠|優惠|色差|以实物为准|以實物為準|以实物为主|请以|請以|仅供参考|僅供參考|专柜价|專櫃價|执行标准|執行標準|客服|加入购物车|加入購物車|"
    r"点击|點擊|关注我们|關注我們|下单|下單|抢购|搶購|包邮|免運|优惠券|優惠券|领券|好评|好評|请放心|請放心|放心购买|放心購買|建议您|建議您|请勿|請勿|"
    r"建议|建議|误差|誤差|手工测量|手工測量|敬请|敬請|亲[，,们們]|[先後后]?諮詢|咨询|联系我们|聯繫我們|聯絡我們|版权所有|版權所有|"
    r"不含|不包含|另购|另購|加購|地址[：:]|電話[：:]|电话[：:]",
    re.IGNORECASE,
)
# Numbers that name a thing to a warehouse.
CODE = re.compile(
    r"\b(?:UPC|EAN|SKU|ASIN|MPN|ISBN|GTIN|part (?:no|number|#)|item (?:no|#|number)|model ?(?:no|#|number)?\b|alternate item)\s*[:#]?\s*[A-Z0-9-]{3,}"
    r"|[型款货貨][号號]\s*[:：]?\s*[A-Za-z0-9]|#\s*:|\b[A-Z]{1,4}\d{4,}[A-Z0-9-]*\b|\b\d{6,}\b",
    re.IGNORECASE,
)
SHOWN = re.compile(
    r"as (?:the )?(?:pictures?|photos?|images?|shown|pictured|displayed)\b|如圖|如图|见图|見圖", re.IGNORECASE
)
# A standard's number under any label tells a customer nothing.
STANDARD = re.compile(r"(?:GB|QB|FZ|DB|CNS|Q)(?:/[A-Z]{1,3})?\s?\d[\d.-]{3,}")
# What is said of other products.
OTHERS = re.compile(
    r"\bvs\.?\b|\bversus\b|\bcompared (?:to|with)\b|\b(?:than|unlike) (?:the |our )?(?:other|previous|old|older|traditional|conventional|ordinary|regular|"
    r"competing|last)\b|\b(?:over|vs) IE\d\b|\bother (?:brands?|models?|versions?)\b|\bcompared\b|\bcompetitors?\b|\bthe previous (?:model|generation)\b"
    r"|相比|对比|對比|比起|较上代|較上代|较上一代|較上一代|比上一代|比上代|上一代|同类产品|同類產品|竞品|競品|其他型号|其他型號|市面上|一般产品|一般產品|一般.{0,6}的",
    re.IGNORECASE,
)
# Applause that the linter lets pass where it stands, but that no colleague copies into a brief.
WARM = re.compile(
    r"\b(?:easy|easily|effortless(?:ly)?|perfect(?:ly)?|ideal(?:ly)?|great|good|nice(?:ly)?|convenient(?:ly)?|must-have|must have|stunning|magical|"
    r"comfortable|comfortably|comfort|beautiful(?:ly)?|elegant(?:ly)?|attractive|sleek|stylish|chic|trendy|gorgeous|lovely|impressive|amazing|awesome|"
    r"premium|luxury|luxurious|superior|superb|excellent|exceptional|exquisite|finest|best|top-notch|top-quality|top-grade|high[- ]quality|"
    r"high[- ]performance|quality|powerful|reliable|reliability|reliably|durable|durability|sturdy|robust|solid|tough|strong|stronger|super|ultra|"
    r"innovative|advanced|revolutionary|cutting[- ]edge|state-of-the-art|professional(?! installation)|smart|generous|ample|versatile|versatility|flexible|"
    r"enjoy|experience|enhance[sd]?|enhancing|ensur(?:e|es|ing)|guarantee[sd]? (?:you|a|the)|satisf\w+|love|delight\w*|serene|lifelike|vibrant|"
    r"inviting|healing|boosts?|demanding|essential|with ease|sufficient|not (?:all that|so|very)|lightweight|curated|trusted|trustworthy|leading|renowned|famous|unique|special|optimal|optimi[sz]ed?|maximum flavou?r|efficient(?:ly)?|unparalleled|unmatched|"
    r"suitable for (?:any|all|every)|wide range of|so you|never|forever|no matter|anywhere|everyone|look(?:s|ing) (?:great|good|for)|"
    r"gift|brand[- ]new|long(?:er)?[- ](?:lasting|service)|extended|reduc(?:es?|ed|ing) (?:operating|maintenance)|savings?|value for money|affordable|"
    r"exactly|crystal clear|smooth(?:er|ly)?|silky|rich|delicate|timeless|classic|popular|best-selling|"
    r"creates? (?:a|an|the)|adds? (?:a|an|to|visual)|brings?|makes? (?:it|your|for|sure)|allow(?:s|ing)? (?:you|for)|lets? you|helps?)\b"
    r"|共享|时光|時光|最新|輕柔|轻柔|舒透|暗藏|刷新(?!率)|复古|復古|超[级級大强強高清]|极致|極致|完美|轻松|輕鬆|舒适|舒適|柔软|柔軟|柔然|细腻|細膩|亲肤|親膚|爽滑|饱满|飽滿|优雅|優雅|时尚|時尚|浪漫|经典|經典|高端|高级|高級|"
    r"顶级|頂級|卓越|出色|优质|優質|精致|精緻|精湛|气质|氣質|品质|品質|享受|尽享|盡享|必备|必備|首选|首選|理想|强力|強力|强劲|強勁|旗舰|旗艦|震撼|惊艳|驚艷|沉浸|"
    r"全新|独家|獨家|尖端|领先|領先|贴心|貼心|安心|放心|满满|滿滿|十足|非凡|彰显|彰顯|勾勒|不失为|感觉|感覺|随心|隨心|畅享|暢享|告别|告別|让您|讓您|让你|讓你|"
    r"大方|大气|大氣|百搭|可爱|可愛|显瘦|顯瘦|性感|甜美|清纯|清純|纤细|纖細|曼妙|唯美|奢|匠心|呵护|呵護|守护|守護|有型|堅固耐用|坚固耐用|耐用|堅固|坚固|"
    r"更[快高好强強轻輕大久多舒方井]|極速|极速|清凉|沁凉|沁涼|放松|放鬆|適合各種|适合各种|四季可用|巧妙|绝佳|絕佳|良好|优良|優良|美观|美觀|靈活|灵活|隨意|随意",
    re.IGNORECASE,
)
ADDRESSED = re.compile(r"\b(?:you|your|yours|we|our|ours|us|i|my|i'm|let's)\b|您|你|我们|我們", re.IGNORECASE)
# Statements without a figure that a colleague copies: what it is made of, with, for, where, and how it is kept.
PLAIN = re.compile(
    r"\b(?:made (?:in|of|from|out of|with)|crafted (?:from|of|out of|in)|fashioned in|assembled in|includ(?:es|ed|ing)|comes with|consists of|set of|pack of|"
    r"compatible with|fits|works with|for use with|designed for|suitable for|certified|approved by|listed|complies with|meets .{0,40}(?:standards?|regulations?)|"
    r"patented|waterproof|water[- ]?(?:resistant|proof)|[a-z]+-(?:proof|resistant|free|coated|plated|lined)|machine wash\w*|hand wash\w*|dishwasher[- ]safe|washable|removable|"
    r"adjustable|detachable|foldable|rechargeable|refillable|built-in|without (?:light|batter\w+|cable)|"
    r"warranty|available in|resin|stainless|aluminium|aluminum|steel|brass|cotton|leather|gold|silver|wood|plastic|rubber|glass|quartz|analog|digital|"
    r"LED|bluetooth|wi-?fi|USB(?:-[AC])?|clasp|zip(?:per)?|lock(?:ing)?|installation required|hypoallergenic)\b"
    r"|制成|製成|材质|材質|采用|採用|面料|填充|不锈钢|不銹鋼|不鏽鋼|硅胶|矽膠|橡胶|橡膠|纯棉|純棉|牛仔|棉|麻|羊毛|皮革|塑料|塑膠|木|玻璃|陶瓷|织|織|编织|編織|"
    r"附|随附|隨附|内含|內含|包含|配备|配備|支持|支援|兼容|相容|适用于|適用於|适配|專為|专为|认证|認證|(?:通过|通過).{0,12}(?:认证|認證|检测|檢測)|产地|產地|产于|產於|制造|製造|专利|專利|"
    r"防水|防滑|防尘|防塵|防刮|耐热|耐熱|耐高[温溫]|無異味|无异味|可拆|可水洗|机洗|機洗|手洗|充电|充電|蓝牙|藍牙|免工具|不用工具|[两兩双雙]片式|可調|可调",
    re.IGNORECASE,
)


def listed(words: str) -> tuple[str, ...]:
    """The entries of a list that is written with bars, in its order."""
    return tuple(word.strip() for word in words.replace("\n", "").split("|") if word.strip())
