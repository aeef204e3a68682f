"""Pages of our own writing, each with a kind of mess that real pages have, and what a colleague would copy of them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents import Kind, read_document
from assistant.errors import InputError
from assistant.plan.pages import brief_from_page, find_page_facts, page_of
from assistant.plan.pages.titles import clean_title
from assistant.quantities import find_facts
from assistant.schema import Lang


@dataclass(frozen=True)
class Page:
    """A page, the lines that are wanted as they stand, and words that no line may hold."""

    name: str
    lang: Lang
    text: str
    wanted: tuple[str, ...]
    never: tuple[str, ...] = ()
    title: str = ""
    doubted: int = 0
    notices: int = 0


PAGES = (
    # Tables whose rules were lost.
    Page(
        "run-on-table",
        "en",
        "Key Features of Norvik BR-20 Bottle Leak proof,Specifications of Norvik BR-20 Bottle (Blue, 750 ml) General Brand Norvik "
        "Model Number BR-20 Type Sipper Capacity 750 ml Material Stainless Steel Color Blue Dimensions Weight 310 g Height "
        "26 cm In the Box 1 Bottle, 1 Brush Warranty Warranty Summary 1 Year",
        ("Capacity: 750 ml", "Material: Stainless Steel", "Color: Blue", "Weight: 310 g", "Height: 26 cm",
         "In the box: 1 Bottle, 1 Brush", "Warranty summary: 1 Year", "Brand: Norvik", "Model number: BR-20", "Type: Sipper"),
        ("General", "Specifications"),
        "Norvik BR-20 Bottle",
    ),
    Page(
        "run-on-table-with-conditions",
        "en",
        "Specifications of Halden HD-4 Weather Sensor General Brand Halden Model Name HD-4 Number of Sensors 3 Operating Humidity "
        "Operating: 20% to 80% non-condensing // Storage: 10% to 90% non-condensing Temperature Operating: -10 to 50 °C (14 to "
        "122 °F) Weight 84 g Certification CE, FCC Number of USB Ports 0",
        ("Number of sensors: 3", "Operating humidity: Operating: 20% to 80% non-condensing / Storage: 10% to 90% non-condensing",
         "Temperature: Operating: -10 to 50 °C (14 to 122 °F)", "Weight: 84 g", "Certification: CE, FCC"),
        ("USB", "General"),
        "Halden HD-4 Weather Sensor",
    ),
    Page(
        "labels-in-one-line",
        "en",
        "Size: medium Height: 12 inch GSM: 280 Material: Cotton",
        ("Size: medium", "Height: 12 inch", "GSM: 280", "Material: Cotton"),
    ),
    Page(
        "comma-list",
        "en",
        "Brand: Tolvan,Diver series watch for men,2 year manufacturer warranty,Analog display,Dial diameter:38mm ,Strap "
        "material:Nylon ,Strap width:18mm,Water resistant,Note: In case of any issue, please contact our team within 24 hours",
        ("2 year manufacturer warranty", "Analog display", "Dial diameter: 38mm", "Strap material: Nylon", "Strap width: 18mm",
         "Water resistant"),
        ("24 hours", "Note"),
    ),
    Page(
        "glued-sentences",
        "en",
        "Blackout Roller BlindMade from polyester with a foam backingWidth can be trimmed at homeIncludes two wall "
        "bracketsDimensions: 48 in. x 64 in.COLOR: GreyUPC: 0481516234219",
        ("Includes two wall brackets", "Dimensions: 48 in. x 64 in", "Color: Grey"),
        ("UPC", "0481516234219"),
        "Fenwick Blackout Roller Blind",
    ),
    Page(
        "rows-without-rules",
        "en",
        "Model T310 Tape DispenserCore Diameter 76 mmMaximum Tape Width 25Number of Rolls 2Weighted Base KeepsTape SteadyALTERNATE "
        "ITEM #: 99812, T310",
        ("Core diameter: 76 mm", "Number of rolls: 2"),
        ("99812", "ALTERNATE"),
    ),
    Page(
        "key-features-without-commas",
        "en",
        "Key Features of Norvik P2 Pump Dry run protection Corrosion free sensors Has Manual/Auto mode Durable,Specifications of Norvik "
        "P2 Pump General Brand Norvik Material Steel Color Blue Weight 2 kg Audible Alarm NO",
        ("Dry run protection", "Corrosion free sensors", "Has Manual/Auto mode", "Weight: 2 kg", "Audible alarm: NO"),
        ("Durable", "General"),
        "Norvik P2 Pump",
    ),
    # Figures that stand together.
    Page(
        "dimensions-kept-whole",
        "en",
        'Freestanding counter, 24" wide x 30" deep x 36" high, 14 gauge top, overall dimensions 26.5" L x 32.75" W x 41" H, '
        'Includes 4" casters',
        ('24" wide x 30" deep x 36" high', 'Overall dimensions 26.5" L x 32.75" W x 41" H', 'Includes 4" casters'),
    ),
    Page(
        "conversions-in-one-fact",
        "en",
        "Storage temperature: -20 to 60 °C (-4 to 140 °F)\nCable length: Approx. 1.8m / 70.9in\nDisk diameter: 30 mm (1.2 in)",
        ("Storage temperature: -20 to 60 °C (-4 to 140 °F)", "Cable length: Approx. 1.8m / 70.9in", "Disk diameter: 30 mm (1.2 in)"),
    ),
    Page("zh-size", "zh-Hans", "尺寸：45*12cm\n重量：0.6kg±0.05kg", ("尺寸：45*12cm", "重量：0.6kg±0.05kg")),
    Page(
        "zh-size-variants",
        "zh-Hans",
        "尺寸：1.2 x 2.4M：适用于1.2M以下的门\n1.5 x 2.4M：适用于1.2M-1.5M的门\n颜色：雾灰",
        ("尺寸：1.2 x 2.4M：适用于1.2M以下的门", "尺寸 1.5 x 2.4M：适用于1.2M-1.5M的门", "颜色：雾灰"),
    ),
    Page(
        "zh-set-sizes",
        "zh-Hant",
        "尺寸：單人： 被套 150*210cm/ 枕套：45*75cm*1\n雙人：被套 180*210cm/ 枕套：45*75cm*2\n材質：表布：100%棉  填充物：70%聚酯纖維 30%棉",
        ("尺寸：單人： 被套 150*210cm/ 枕套：45*75cm*1", "雙人：被套 180*210cm/ 枕套：45*75cm*2",
         "材質：表布：100%棉 填充物：70%聚酯纖維 30%棉"),
    ),
    # Facts among applause.
    Page(
        "figures-in-praise",
        "en",
        "Enjoy stunning sound with an impressive 40 mm driver. The battery lasts up to 28 hours on a charge, while the sleek case "
        "makes every trip a delight.",
        ("40 mm driver", "The battery lasts up to 28 hours on a charge"),
        ("stunning", "impressive", "delight", "Enjoy"),
    ),
    Page(
        "label-out-of-prose",
        "en",
        "Super Long Cable : With a generous length of 6 metres, this cable gives you amazing freedom around the house.",
        ("With a length of 6 metres, this cable gives you freedom around the house",),
        ("amazing", "generous", "Super"),
    ),
    Page("pure-applause", "en", "The best gift for every couple. Made of premium quality material, long lasting and durable too.", (), ("gift", "durable", "premium")),
    Page(
        "plain-statements",
        "en",
        "Black cord choker.\nLength, 14\" with 2\" extender\nLobster clasp\nMade in Portugal\nMachine wash at 30 °C\nCertified to EN 71",
        ('Length, 14" with 2" extender', "Lobster clasp", "Made in Portugal", "Machine wash at 30 °C", "Certified to EN 71"),
    ),
    Page(
        "praised-spec-tail",
        "en",
        "Output: 5.5kW - Perfect for demanding workshops\nVoltage: 400V three-phase\nCompatible with soft starters",
        ("Output: 5.5kW - for demanding workshops", "Voltage: 400V three-phase", "Compatible with soft starters"),
        ("Perfect",),
    ),
    Page(
        "zh-praise-around-figures",
        "zh-Hans",
        "旗舰体验，极致享受，90Hz柔性屏，50W超级快充，让您爱不释手。",
        ("90Hz柔性屏，50W快充",),
        ("旗舰", "极致", "超级", "爱不释手"),
    ),
    Page(
        "zh-press-prose",
        "zh-Hant",
        "這款手機首次搭載7200mAh超大電池，并宣稱將機身厚度控制在8.1mm，堪稱完美之作。",
        ("這款手機首次搭載7200mAh電池，機身厚度控制在8.1mm",),
        ("完美", "超大"),
    ),
    Page("zh-plain", "zh-Hant", "主體由鋁合金製成，堅固耐用。\n內附三個收納袋\n支援 Android 手機", ("主體由鋁合金製成", "內附三個收納袋", "支援 Android 手機"), ("耐用",)),
    Page("zh-applause", "zh-Hans", "一款百搭的美裙，精致优雅，气质非凡。经典剪裁，彰显高端品质感。", (), ("百搭", "优雅", "高端")),
    # What is no fact.
    Page(
        "disclaimers",
        "en",
        "Colour: Sand\nPlease allow 1-3 cm error due to manual measurement.\nDisclaimer: colours may vary with monitor settings.",
        ("Colour: Sand",),
        ("1-3 cm", "monitor"),
    ),
    Page(
        "notes-section",
        "en",
        "Material: ABS\nWeight: Approx. 140g\nNotes:\n1. Don't open the lid while it runs.\n2. Keep 50 cm away from heat.\n3.Thanks for reading.",
        ("Material: ABS", "Weight: Approx. 140g", "Don't open the lid while it runs", "Keep 50 cm away from heat"),
        ("Thanks", "Notes"),
    ),
    Page("zh-tips", "zh-Hans", "填充物：荞麦\n温馨提示：1.请在太阳下晒2小时。\n 2.建议每天使用20分钟。\n3.如有异味请通风。\n商品重量：1.1kg", ("填充物：荞麦", "请在太阳下晒2小时", "建议每天使用20分钟", "商品重量：1.1kg"), ("温馨提示",)),
    Page("zh-standard-and-price", "zh-Hans", "材质：羊毛\n执行标准：GB/T 8878-2014\n专柜价：599.00元　零售价：499.00元", ("材质：羊毛", "执行标准：GB/T 8878-2014", "专柜价：599.00元", "零售价：499.00元")),
    Page("price-last", "en", "Price: £24.50\nWeight: 1.2 kg\nIncludes a lid", ("Weight: 1.2 kg", "Includes a lid", "Price: £24.50")),
    Page(
        "other-models",
        "en",
        "Power: 9kW\nvs 7kW Model (€1,200): 2kW more power\nvs 12kW Model (€1,900): 3kW less power\nETL certified for commercial use",
        ("Power: 9kW", "ETL certified for commercial use"),
        ("7kW", "12kW", "€"),
    ),
    Page(
        "differences-section",
        "en",
        "Weight: 14 kg\nKEY DIFFERENCES FROM OTHER MODELS:\nM2: 3 kg heavier\nM3: 5 kg heavier\nSPECIFICATIONS:\nNoise: 42 dB",
        ("Weight: 14 kg", "Noise: 42 dB"),
        ("heavier",),
    ),
    Page(
        "ingredients",
        "en",
        "Net wt. 50 g\nFragrance-free\nIngredients\nAqua, Glycerin, Mica (CI 77019), Iron Oxides (CI 77491)\n",
        ("Net weight: 50 g", "Fragrance-free", "Ingredients: Aqua, Glycerin, Mica (CI 77019), Iron Oxides (CI 77491)"),
    ),
    Page("keyword-list", "en", "Garden Hose Reel Outdoor Watering Pipe Accessories Yard Lawn Tools\nLength: 20 m", ("Length: 20 m",), ("Garden Hose",)),
    Page("addresses-and-codes", "en", "Weight: 2 kg\nSKU: KX-99321\nCall us on 800.555.0142\nwww.example.com/shop\n12 Harbour Road, contact us for details", ("Weight: 2 kg",), ("KX-99321", "555", "example", "Harbour")),
    Page("repeats", "en", "Weight: 300 g\nSteel blade\nWeight: 300 g\nSteel blade", ("Weight: 300 g", "Steel blade")),
    Page("instructions", "en", "Simply plug it in and choose a nozzle.\nHow to use:\nWash for 20 seconds.\nDescription:\nCapacity: 250 ml", ("Plug it in and choose a nozzle", "Wash for 20 seconds", "Capacity: 250 ml"), ("Simply", "How to use")),
    # Several products.
    Page(
        "listing-zh",
        "zh-Hans",
        "极光路由器 R3\n四核处理器 / 6根天线 / 512MB内存\n299元\n极光音箱 S1\n蓝牙5.0 / 30W功率\n199元\n极光手环\n14天续航\n149元",
        ("极光路由器 R3：四核处理器、6根天线、512MB内存，299元", "极光音箱 S1：蓝牙5.0、30W功率，199元", "极光手环：14天续航，149元"),
        ("售价",),
        "极光路由器 R3 / 极光音箱 S1 / 极光手环",
        notices=1,
    ),
    Page(
        "review-of-three",
        "en",
        "- Torvald Ridge 30 - A pack that holds 30 litres and weighs 980 grams, which works out to 2.2 pounds, and comes with a rain cover.\n"
        "- Marsh Peak Lite - This one is lighter, at 740 grams, or 1.6 pounds, and it holds 26 litres, but it has no frame at all.\n"
        "- Corran Hauler XL - The largest here takes 65 litres and weighs 2100 grams, or 4.6 pounds, with a steel frame inside.",
        ("Marsh Peak Lite: This one is lighter, at 740 grams, or 1.6 pounds, and it holds 26 litres, but it has no frame at all",),
        (),
        "Three packs tested",
        notices=1,
    ),
    # Cut off.
    Page("cut-in-a-bracket", "zh-Hant", "隨附3個收納袋。 採用食品級矽膠，耐高溫低溫(-40℃ to 2", ("隨附3個收納袋",), ("40℃", "to 2")),
    Page("cut-in-a-sentence", "en", "The pouch holds 2 litres. It has a steel buckle. The strap can be set to any length between 60 and 1", ("The pouch holds 2 litres",), ("and 1",)),
    # What is complete.
    Page("prose-and-rows", "en", "A wide steel bar with a 31.8 mm clamp, perfect for city bikes.\nClamp: 31.8 mm\nWeight: 350 g", ("A wide steel bar with a 31.8 mm clamp, for city bikes", "Clamp: 31.8 mm", "Weight: 350 g"), ("perfect",)),
    Page("joined-section", "en", "APPLICATIONS:\nOffice buildings\nHotels and hostels\nSchools\nINSTALLATION:\nMust be fitted by an electrician", ("Applications: Office buildings, hotels and hostels, schools", "Must be fitted by an electrician")),
    Page("a-package-list", "en", "Package Included:\n1 x Lamp\n2 x Screws\nNote:\nPlease allow 1 cm error due to manual measurement.", ("Package included: 1 x Lamp, 2 x Screws",), ("error",)),
    Page("measured-parts-stand-alone", "en", "This set includes:\nNet 5 ml - Gloss\nNet 12 ml - Oil", ("Net 5 ml - Gloss", "Net 12 ml - Oil")),
    Page("terms", "en", "The lid is sold separately.\nPlease note: this lamp does not come with a bulb.\nProfessional installation required", ("The lid is sold separately", "This lamp does not come with a bulb", "Professional installation required")),
    Page("warnings", "en", "Notes:\n1. Please switch off the power before cleaning.\n2. Colours may differ slightly on your monitor.\n3. The old type and the new type are sent randomly.", ("Switch off the power before cleaning",), ("monitor", "randomly")),
    Page("said-again", "en", "With a lid of cork, it keeps tea warm\nMade in Portugal\nFeatures:\nWith a lid of cork, it keeps tea warm.\nCork lid keeps tea warm", ("With a lid of cork, it keeps tea warm", "Made in Portugal"), ("Cork lid",)),
    Page("list-price", "en", "List price: £60\nPrice: £45\nWeight: 2 kg", ("List price: £60", "Weight: 2 kg", "Price: £45")),
    Page("sizes-of-two-parts", "en", "Size: 18 x 5 x 5 cm\nSize: 8 x 3 x 3 cm", ("Size: 18 x 5 x 5 cm", "Size: 8 x 3 x 3 cm")),
    Page("rows-of-variants", "en", "Load: S 10-15 kg\nLoad: M 15-30 kg", ("Load: S 10-15 kg", "Load: M 15-30 kg")),
    Page("a-letter-ends-a-sentence", "en", "A blend of oats and vitamin E. Oats lock in moisture.", ("A blend of oats and vitamin E", "Oats lock in moisture")),
    Page("a-headline-of-its-own", "en", "Multicolor Design: This line adds amazing visual appeal to every trip.\nFoldable Legs: The legs fold flat and lock in place.", ("Multicolor Design", "The legs fold flat and lock in place"), ("appeal",)),
    Page("a-page-in-one-line", "en", "This pond bag has a drawstring and a fine mesh that holds back leaves and debris in ponds and fountains all year round. Specification: Name: Filter bag Material: Polyester Weight: 330g Pack List: Filter bag*1 Note: Due to different lighting and screen settings, the colour may be slightly different from the picture.", ("This pond bag has a drawstring and a fine mesh that holds back leaves and debris in ponds and fountains all year round", "Material: Polyester", "Weight: 330g", "Pack list: Filter bag*1"), ("screen", "picture")),
    Page("a-shop-s-own-line", "en", "Brio Mug - Buy Brio Mug For Only Rs. 140 Online in India. Free Shipping.", ("Price: Rs 140",), ("India", "Shipping"), "Brio Mug"),
    # Contradictions.
    Page("two-weights", "en", "Weight: 2.4 kg\nColour: Red\nWeight: 3.1 kg", ("Colour: Red",), ("kg",), doubted=1),
    Page("headline-against-row", "en", "Ostra HP 12 Heat Pump - 120kW Unit\nOutput Power: 12kW\nNoise: 48 dB", ("Output power: 12kW", "Noise: 48 dB"), ("120kW",), "Ostra HP 12 Heat Pump", doubted=1),
    Page("conversion-that-does-not-convert", "en", "Net wt. 12 g / 0.05 oz\nMade in Canada", ("Made in Canada",), ("12 g",), doubted=1),
    Page("conversion-that-is-rounded", "en", "Weight: 1640 g (3.6 lb)\nWeight: 1.64 kg", ("Weight: 1640 g (3.6 lb)",), ()),
    Page("attributes-with-hashes", "zh-Hans", "商品属性：类型#裤*材质#亚麻*颜色#白色*颜色#米色*裤长#九分裤\n穿上它，尽显优雅气质。", ("材质：亚麻", "颜色：白色、米色", "裤长：九分裤"), ("优雅", "#")),
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_gives_what_a_colleague_would_copy(page: Page) -> None:
    found = find_page_facts(page.text, page.lang, title=page.title)
    missing = [line for line in page.wanted if line not in found.facts]
    wrong = [line for line in found.facts if any(word in line for word in page.never)]
    assert (missing, wrong, len(found.doubted), len(found.notices)) == ([], [], page.doubted, page.notices), found.facts


@pytest.mark.parametrize(
    ("title", "lang", "name"),
    [
        ("Tolvan - Ridge Bar - 72cm", "en", "Tolvan Ridge Bar"),
        ("Norvik Kettle K2 | Norvik Shop", "en", "Norvik Kettle K2"),
        ("Halden Sport Watch  - For Boys, Girls", "en", "Halden Sport Watch"),
        ("2Pcs Garden Lamp For Pond Pool Terrace Fountain With Adapter And Long Cable", "en", "Garden Lamp"),
        ("极光路由器 R3 / 极光音箱 S1", "zh-Hans", "极光路由器 R3"),
        ("类型#裤*材质#亚麻", "zh-Hans", ""),
        ("", "en", ""),
    ],
)
def test_a_title_gives_the_name_of_the_product_alone(title: str, lang: Lang, name: str) -> None:
    assert clean_title(title, lang) == name


def test_a_page_becomes_a_brief_with_name_maker_and_facts() -> None:
    page = "Specifications of Norvik BR-20 Bottle General Brand Norvik Type Sipper Capacity 750 ml Material Steel Color Blue"
    brief = brief_from_page(page, "en", "Norvik BR-20 Bottle", "uk")
    assert (brief.product, brief.category, brief.names, brief.market) == (
        "Norvik BR-20 Bottle", "Sipper", ("Norvik",), "uk",
    )  # fmt: skip
    assert brief.facts == ("Brand: Norvik", "Type: Sipper", "Capacity: 750 ml", "Material: Steel", "Color: Blue")


def test_a_page_without_facts_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(InputError, match="Give a brief with its facts"):
        brief_from_page("The best gift for every couple!", "en")


def test_both_sides_of_a_contradiction_are_asked_about() -> None:
    (doubted,) = find_page_facts("重量：2.4kg\n颜色：红\n重量：3.1kg", "zh-Hans").doubted
    assert doubted.lines == ("重量：2.4kg", "重量：3.1kg")
    assert doubted.why == "页面上重量既写“重量：2.4kg”，又写“重量：3.1kg”，以哪个为准？"


@pytest.mark.parametrize("kind", ["html", "markdown"])
def test_the_cells_of_a_table_are_one_row(kind: Kind) -> None:
    pages = {
        "html": "<h1>Lamp</h1><table><tr><th>Weight</th><td>690 g</td></tr></table><dl><dt>Power</dt><dd>5 W</dd></dl>",
        "markdown": "# Lamp\n\n| Weight | 690 g |\n|---|---|\n| Power | 5 W |",
    }
    title, text = page_of(read_document(pages[kind], kind))
    assert (title, find_page_facts(text, "en", title=title).facts) == ("Lamp", ("Weight: 690 g", "Power: 5 W"))


@given(
    st.text(alphabet="aB5 .,:;()（）/*#\n-克重量：，kg", max_size=120), st.sampled_from(["en", "zh-Hans", "zh-Hant"])
)
def test_no_text_makes_the_reading_of_a_page_fail(text: str, lang: Lang) -> None:
    assert all(line.strip() for line in find_page_facts(text, lang).facts)


@pytest.mark.parametrize("text", ["( , " * 4_000, "x 5 kg, " * 500, "完美，" * 2_000, "Ab: 5 g " * 1_000])
def test_an_endless_line_is_read_to_its_end_or_cut(text: str) -> None:
    assert len(find_page_facts(text, "en").facts) <= 200


def test_a_fact_read_from_a_page_is_one_fact_of_the_brief() -> None:
    for page in PAGES:
        for line in find_page_facts(page.text, page.lang, title=page.title).facts:
            assert len(find_facts(line, page.lang)) == 1, line
