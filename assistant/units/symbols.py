"""How a person writes a unit after a number, in each language.

`name | en | zh-Hans | zh-Hant`: an empty Chinese column repeats the one to its left. In English a word in
parentheses is the form for exactly one ("hour" for "hours"); `~` is how it stands inside a composite ("h").
"""

from __future__ import annotations

SYMBOLS = """
meter | m | 米 | 公尺
gram | g | 克 | 公克
kilogram | kg | 公斤 | 公斤
milligram | mg | 毫克
microgram | μg | 微克
second | seconds(second)~s | 秒
millisecond | ms | 毫秒
minute | minutes(minute)~min | 分钟~分 | 分鐘~分
hour | hours(hour)~h | 小时 | 小時
day | days(day)~day | 天
week | weeks(week)~week | 周 | 週
month | months(month)~month | 个月~月 | 個月~月
year | years(year)~year | 年
century | centuries(century) | 个世纪 | 個世紀
fortnight | fortnights(fortnight) | 双周 | 雙週
kilometer | km | 公里
centimeter | cm | 厘米 | 公分
millimeter | mm | 毫米 | 公釐
micrometer | μm | 微米 | 微米
micron | microns(micron) | 微米
nanometer | nm | 纳米 | 奈米
inch | in | 英寸 | 吋
foot | ft | 英尺 | 呎
yard | yards(yard)~yd | 码 | 碼
mile | miles(mile)~mile | 英里 | 英里
nautical_mile | nautical miles(nautical mile)~nmi | 海里 | 浬
light_year | light-years(light-year) | 光年
astronomical_unit | AU | 天文单位 | 天文單位
hundred_kilometer | 100 km | 百公里
hectare | ha | 公顷 | 公頃
acre | acres(acre)~acre | 英亩 | 英畝
meter ** 2 | m² | 平方米 | 平方公尺
meter ** 3 | m³ | 立方米 | 立方公尺
kilometer ** 2 | km² | 平方公里
centimeter ** 2 | cm² | 平方厘米 | 平方公分
centimeter ** 3 | cm³ | 立方厘米 | 立方公分
liter | L | 升 | 公升
milliliter | mL | 毫升
gallon | gallons(gallon)~gal | 加仑 | 加侖
quart | quarts(quart) | 夸脱 | 夸脫
pint | pints(pint) | 品脱 | 品脫
cup | cups(cup) | 杯
fluid_ounce | fl oz | 液量盎司 | 液量盎司
tablespoon | tbsp | 汤匙 | 大匙
teaspoon | tsp | 茶匙 | 茶匙
oil_barrel | barrels(barrel) | 桶
barrel | barrels(barrel) | 桶
imperial_gallon | imperial gallons(imperial gallon)~imp gal | 英制加仑 | 英制加侖
imperial_pint | imperial pints(imperial pint) | 英制品脱 | 英制品脫
metric_ton | t | 吨 | 公噸
ton | tons(ton)~ton | 短吨 | 短噸
short_ton | short tons(short ton) | 短吨 | 短噸
long_ton | long tons(long ton) | 长吨 | 長噸
pound | lb | 磅
ounce | oz | 盎司
stone | stone | 英石
troy_ounce | troy oz | 金衡盎司
carat | carats(carat)~ct | 克拉
karat | karat | K
jin | jin | 斤 | 市斤
liang | liang | 两 | 市兩
qian_mass | qian | 钱 | 錢
tw_jin | Taiwan catties(Taiwan catty) | 台斤
tw_liang | Taiwan taels(Taiwan tael) | 台两 | 兩
hk_jin | Hong Kong catties(Hong Kong catty) | 司马斤 | 斤
hk_liang | Hong Kong taels(Hong Kong tael) | 司马两 | 兩
tw_chi | Taiwan feet(Taiwan foot) | 台尺
tw_cun | Taiwan inches(Taiwan inch) | 台寸
mu_area | mu | 亩 | 畝
qing_area | qing | 顷 | 頃
ping_area | ping | 坪
jia_area | jia | 甲
li_cn | li | 里 | 華里
zhang_cn | zhang | 丈
chi_cn | chi | 尺 | 尺
cun_cn | cun | 寸
fen_length | fen | 分
degree | ° | 度
arcminute | ′ | 角分
arcsecond | ″ | 角秒
turn | turns(turn)~turn | 圈
revolution | revolutions(revolution)~rev | 转 | 轉
revolutions_per_minute | rpm | 转/分 | 轉/分
degree_Celsius | °C | ℃ | °C
degree_Fahrenheit | °F | ℉ | °F
delta_degree_Celsius | °C | ℃ | °C
delta_degree_Fahrenheit | °F | ℉ | °F
kelvin | K
mile_per_hour | mph | 英里/小时 | 英里/小時
knot | knots(knot)~knot | 节 | 節
mach | Mach | 马赫 | 馬赫
speed_of_light | times the speed of light | 倍光速
gravity | g
standard_gravity | g
newton | N
force_kilogram | kgf | 公斤力
force_pound | lbf | 磅力
pascal | Pa | 帕
bar | bar | 巴
standard_atmosphere | atm | 个大气压 | 大氣壓
pound_force_per_square_inch | psi
kip_per_square_inch | ksi
ksi_pressure | ksi
millimeter_Hg | mmHg
inch_Hg | inHg
centimeter_H2O | cmH₂O
joule | J | 焦 | 焦耳
calorie | cal | 卡
kilocalorie | kcal | 千卡 | 大卡
watt | W | 瓦
kilowatt | kW | 千瓦
watt_hour | Wh | 瓦时 | 瓦時
kilowatt_hour | kWh | 度 | 度
british_thermal_unit | BTU
electron_volt | eV
horsepower | hp | 马力 | 馬力
metric_horsepower | PS | 马力 | 匹
metric_horsepower_ps | PS | 马力 | 匹
horsepower_metric_hp | PS | 马力 | 匹
ampere | A | 安
ampere_hour | Ah | 安时 | 安時
milliampere_hour | mAh
volt | V | 伏
volt_ampere | VA
ohm | Ω | 欧 | 歐姆
hertz | Hz
coulomb | C
farad | F
henry | H
tesla | T
weber | Wb
siemens | S
candela | cd
lumen | lm | 流明
lux | lx | 勒克斯 | 勒克斯
nit | nits(nit)~nit | 尼特
sievert | Sv
gray | Gy
becquerel | Bq
curie | Ci
mole | mol
molar | M
bit | bits(bit)~b | 比特 | 位元
byte | bytes(byte)~B | 字节 | 位元組
pixel | pixels(pixel)~px | 像素
megapixel | MP | 万像素 | 萬像素
dot | dots(dot) | 点 | 點
frame | frames(frame) | 帧~帧 | 幀
frame / second | fps | 帧/秒 | fps
pixel / inch | ppi
dot / inch | dpi
kilobit / second | kbps
megabit / second | Mbps
gigabit / second | Gbps
terabit / second | Tbps
bit / second | bps
gram / meter ** 2 | gsm | 克/平方米 | g/m²
io_operation / second | IOPS
request / second | requests per second | 次请求/秒 | 次請求/秒
transaction / second | TPS
sample / second | Sa/s
count / second | times per second | 次/秒
count / minute | times per minute | 次/分 | 次/分
count / hour | times per hour | 次/小时 | 次/小時
count / day | times a day | 次/天
count / week | times a week | 次/周 | 次/週
count / month | times a month | 次/月
count / year | times a year | 次/年
mile / gallon | mpg | 英里/加仑 | 英里/加侖
liter / hundred_kilometer | L/100 km | 升/百公里 | 公升/百公里
TOPS | TOPS
TFLOPS | TFLOPS
decibel_plain | dB | 分贝 | 分貝
decibel_a | dB(A)
decibel_c | dB(C)
decibel_i | dBi
decibel_m | dBm
percent | % | %
permille | ‰
ppm | ppm
ppb_ratio | ppb
basis_point | basis points(basis point) | 个基点 | 個基點
dimensionless | × | 倍
count |
dozen_count | dozen | 打
person | people(person) | 人
cfu | CFU
international_unit | IU
token | tokens(token)~token | 个词元 | 個詞元
million_token | million tokens~million tokens | 百万词元 | 百萬詞元
watt_peak | Wp
var_power | var
base_pair | bp | 碱基对 | 鹼基對
poise | P
stokes | St
tex | tex
denier | denier | 旦 | 丹
"""

# How prices read: `code | en, before the number | zh-Hans, after it | zh-Hant, after it`.
CURRENCIES = """
USD | $ | 美元
EUR | € | 欧元 | 歐元
GBP | £ | 英镑 | 英鎊
CNY | ¥ | 元 | 元人民幣
JPY | JP¥ | 日元 | 日圓
TWD | NT$ | 元新台币 | 元
HKD | HK$ | 港元 | 港幣
KRW | ₩ | 韩元 | 韓元
INR | ₹ | 印度卢比 | 印度盧比
CAD | C$ | 加元 | 加幣
AUD | A$ | 澳元 | 澳幣
NZD | NZ$ | 新西兰元 | 紐幣
CHF | CHF | 瑞士法郎
SGD | S$ | 新加坡元 | 新加坡幣
MOP | MOP$ | 澳门元 | 澳門幣
BTC | ₿ | 比特币 | 比特幣
MXN | MX$ | 墨西哥比索 | 墨西哥披索
RUB | ₽ | 卢布 | 盧布
BRL | R$ | 雷亚尔 | 巴西里耳
THB | ฿ | 泰铢 | 泰銖
VND | ₫ | 越南盾
MYR | RM | 林吉特 | 令吉
ILS | ₪ | 谢克尔 | 謝克爾
TRY | ₺ | 土耳其里拉
"""
CENTS = {
    "US_cent": ("¢", "美分"),
    "EUR_cent": ("c", "欧分"),
    "GBP_penny": ("p", "便士"),
    "CNY_jiao": ("jiao", "角"),
    "CNY_fen": ("fen", "分"),
}

PREFIX_SYMBOLS = {
    "quecto": "q", "ronto": "r", "yocto": "y", "zepto": "z", "atto": "a", "femto": "f", "pico": "p", "nano": "n",
    "micro": "μ", "milli": "m", "centi": "c", "deci": "d", "deca": "da", "hecto": "h", "kilo": "k", "mega": "M",
    "giga": "G", "tera": "T", "peta": "P", "exa": "E", "zetta": "Z", "yotta": "Y", "ronna": "R", "quetta": "Q",
    "kibi": "Ki", "mebi": "Mi", "gibi": "Gi", "tebi": "Ti", "pebi": "Pi", "exbi": "Ei", "zebi": "Zi", "yobi": "Yi",
}  # fmt: skip
