"""How units and counters are written in Chinese, Simplified and Traditional.

`canonical = surface, surface …` holds in both scripts; `HANT` says what differs in Taiwan, `HANS` on the mainland.
"""

from __future__ import annotations

BOTH = """
meter = 米, 公尺
kilometer = 公里, 千米
centimeter = 厘米, 釐米, 公分
millimeter = 毫米, 公釐, 公厘
micrometer = 微米, 微公尺
nanometer = 纳米, 奈米, 納米
decimeter = 分米, 公寸
inch = 英寸, 英吋, 吋
foot = 英尺, 英呎, 呎
yard = 码, 碼
mile = 英里, 英哩, 哩
nautical_mile = 海里, 浬
light_year = 光年
gram = 克, 公克
kilogram = 公斤, 千克
milligram = 毫克
microgram = 微克
microliter = 微升
tablespoon = 大匙, 汤匙, 湯匙
teaspoon = 小匙, 茶匙
metric_ton = 吨, 噸, 公吨, 公噸
pound = 磅
ounce = 盎司, 安士
carat = 克拉
second = 秒, 秒钟, 秒鐘
millisecond = 毫秒
microsecond = 微秒
nanosecond = 纳秒, 奈秒
minute = 分钟, 分鐘
minute * 15 = 刻钟, 刻鐘
hour = 小时, 小時, 个小时, 個小時, 钟头, 鐘頭, 个钟头, 個鐘頭, 个钟
day = 天, 昼夜, 个工作日, 個工作天, 工作天, 工作日, 个自然日, 日夜
week = 周, 週, 星期, 个星期, 個星期, 礼拜, 禮拜, 个礼拜, 個禮拜
month = 个月, 個月, 个自然月
year = 年, 周年, 週年, 周岁, 岁, 歲, 足歲
century = 世纪, 世紀, 个世纪, 個世紀
meter ** 2 = 平方米, 平方公尺, 平米
kilometer ** 2 = 平方公里, 平方千米
centimeter ** 2 = 平方厘米, 平方公分
millimeter ** 2 = 平方毫米, 平方公釐
foot ** 2 = 平方英尺, 平方呎, 平方英呎
meter ** 3 = 立方米, 立方公尺, 立方
centimeter ** 3 = 立方厘米, 立方公分
liter = 升, 公升
milliliter = 毫升
hectare = 公顷, 公頃
acre = 英亩, 英畝
gallon = 加仑, 加侖
watt = 瓦, 瓦特
kilowatt = 千瓦
megawatt = 兆瓦, 百萬瓦
gigawatt = 吉瓦
milliwatt = 毫瓦
watt_hour = 瓦时, 瓦時
kilowatt_hour = 千瓦时, 千瓦時, 度电, 度電
ampere = 安, 安培
milliampere = 毫安, 毫安培
milliampere_hour = 毫安时, 毫安時
ampere_hour = 安时, 安時
volt = 伏, 伏特
millivolt = 毫伏
kilovolt = 千伏
ohm = 欧姆, 歐姆, 欧
hertz = 赫兹, 赫茲, 赫
kilohertz = 千赫, 千赫兹, 千赫茲
megahertz = 兆赫, 兆赫兹, 兆赫茲
gigahertz = 吉赫, 吉赫兹
joule = 焦耳, 焦
kilojoule = 千焦, 千焦耳
millijoule = 毫焦, 毫焦耳
calorie = 卡, 卡路里
kilocalorie = 千卡, 大卡, 仟卡
pascal = 帕, 帕斯卡
kilopascal = 千帕
megapascal = 兆帕
bar = 巴
standard_atmosphere = 个大气压, 大气压, 個大氣壓, 大氣壓
newton = 牛, 牛顿, 牛頓
newton * meter = 牛·米, 牛米, 牛顿米, 牛頓米, 牛頓公尺, 牛頓·公尺
force_kilogram * meter = 公斤米, 公斤公尺, 公斤·米
force_kilogram = 公斤力
decibel_plain = 分贝, 分貝
lumen = 流明
lux = 勒克斯, 勒克司
nit = 尼特
candela = 坎德拉, 坎
kelvin = 开尔文, 開爾文
degree_Celsius = 摄氏度, 攝氏度, 度C
degree_Fahrenheit = 华氏度, 華氏度, 度F
percent = 个百分点, 個百分點, 百分点, 百分點
byte = 字节, 位元組
megabyte = 兆字节, 兆位元組
gigabyte = 吉字节
bit = 比特, 位元
pixel = 像素, 畫素
frame = 帧, 幀
revolutions_per_minute = 转/分, 轉/分, 转/分钟, 轉/分鐘, 转每分, 转每分钟, 轉每分鐘, 转/每分钟
revolution = 转, 轉
horsepower = 匹马力, 匹馬力, 马力, 馬力
ping_area = 坪
mu_area = 亩, 畝
jin = 市斤
tw_jin = 台斤, 臺斤
tw_liang = 台两, 台兩
international_unit = 国际单位, 國際單位
cfu = 菌落单位
person = 人
mach = 马赫, 馬赫
denier = 丹尼, 旦
USD = 美元, 美金, 美圆, 美圓
CNY = 人民币, 人民幣, 元人民币, 元人民幣, 块钱, 塊錢
CNY_jiao = 毛钱, 毛錢
TWD = 新台币, 新台幣, 新臺幣, 台币, 台幣, 元新台币, 元新台幣
EUR = 欧元, 歐元
GBP = 英镑, 英鎊
GBP_penny = 便士
JPY = 日元, 日圆, 日圓, 日币, 日幣
HKD = 港元, 港币, 港幣
KRW = 韩元, 韓元, 韓圜, 韩币, 韓幣
CAD = 加元, 加币, 加幣
AUD = 澳元, 澳币, 澳幣
NZD = 纽元, 紐幣
SGD = 新加坡元, 新币, 新幣, 坡币
CHF = 瑞士法郎, 瑞郎
RUB = 卢布, 盧布
INR = 卢比, 盧比, 印度卢比
THB = 泰铢, 泰銖
MYR = 林吉特, 令吉, 马币, 馬幣
NGN = 奈拉
MOP = 澳门元, 澳門幣
BTC = 比特币, 比特幣, 个比特币, 個比特幣
VND = 越南盾
PHP = 菲律宾比索, 菲律賓披索
US_cent = 美分
EUR_cent = 欧分
token = 词元, 詞元, 个token
"""

HANS = """
jin = 斤
liang = 两
qian_mass = 钱
chi_cn = 尺
cun_cn = 寸
zhang_cn = 丈
CNY = 元, 圆, 元整
CNY_jiao = 角
qing_area = 顷
meter ** 2 = 平
"""

HANT = """
tw_jin = 斤
tw_liang = 兩, 两
tw_chi = 尺, 台尺
tw_cun = 寸, 台寸
TWD = 元, 圓, 元整, 塊
jia_area = 甲
"""

# Measure words: what they count has unit "count".
COUNTERS = """
个 個 件 条 條 片 台 臺 只 隻 支 枝 盒 袋 包 瓶 双 雙 对 對 张 張 款 种 種 项 項
节点 節點 核 层 層 次 步 页 頁 字 名 户 戶 家 颗 顆 粒 根 枚 把 套 组 組 座 本 册
冊 道 扇 朵 束 箱 桶 罐 杯 碗 份 块 塊 间 間 棟 栋 城 国 国家 国家和地区 國家 省 站
门店 门 門 辆 輛 架 艘 列 匹 头 頭 位 场 場 轮 輪 篇 首 部 集 例 批 卷 排 格 档
檔 挡 键 鍵 孔 芯 线程 線程 核心 通道 口 串 株 棵 滴 贴 貼 抽 幅 盏 盞 顶 頂 面 餐
顿 頓 人次 人份 回 遍 趟 圈 声道 聲道 单元 單元 喇叭 麦克风 摄像头 鏡頭 镜头 织 織 針 针
项专利 项功能 余家 台次 所 店 樣 样 级台阶 味 色 段 錠 锭 埠 入 捲 頻道 频道 期 节 節 键位 篮 籃 笔 筆 單 单
"""

# A counter or unit followed by one of these is part of another word: 三天线 has three antennas, 5米色 is no length.
NOT_BEFORE = {
    "天": "线線窗猫貓然气氣花", "米": "色饭飯粉其黄黃兰蘭", "克": "服隆罗羅", "元": "素件器旦宵气氣", "年": "级級代轻輕度款份货貨",
    "周": "边邊围圍", "秒": "杀殺", "度": "假", "台": "湾灣", "条": "件", "條": "件", "升": "级級降", "安": "全装裝",
    "卡": "车車片通", "转": "换", "轉": "換", "两": "种", "个": "性", "個": "性", "面": "板", "点": "击", "點": "擊",
    "分": "之", "节": "目能点省日奏", "節": "目能點省日奏", "道": "路", "部": "分", "口": "味", "人": "工民类類",
    "巴": "士", "牛": "奶肉皮", "焦": "点點", "码": "头", "碼": "頭", "欧": "美洲", "坪": "林", "包": "装裝", "门": "店窗", "匹": "配狼", "对": "1一", "對": "1一",
    "项": "链鏈鍊目圈", "項": "链鏈鍊目圈", "首": "付都先次发發页頁席家批飾饰", "平": "方台均面衡板底价價稳穩安时時行直整等原分局0123456789",
    "入": "口门門侵住耳选選围圍手户戶库庫学學场場会會", "期": "间間货貨限待望末",
    "家": "用庭具电電居", "位": "置于於", "头": "发", "尺": "寸码碼", "角": "度色落钢鋼铁膜蛋", "店": "铺",
}  # fmt: skip
