"""Chinese words and last characters that name a measure, in both scripts."""

from __future__ import annotations

# A group that ends in one of these is a measure even with a product's name in front of it.
LAST = frozenset(
    "高宽寬深长長厚重径徑度率量期力数數距时時额額价價速耗压壓流容温溫围圍积積命频頻阻比值程差角矩租费費龄齡限載载坪幅"
)
# These measure alone, and end the name of a product without being part of it: 玩偶高, 锅身厚.
SIDES = frozenset("高宽寬深长長厚重")
# What one character may name in a list of contents.
ALONE = SIDES | frozenset("钠鈉钾鉀钙鈣铁鐵锌鋅镁鎂糖盐鹽径徑")
# The character in front of a side that makes one word with it: 身高, 座高, 轴距.
_BODY = (
    "身坐座杯瓶锅鍋桌床椅柜櫃车車体體肩胸袖裤褲衣裙净淨毛自总總全内內外壁线線轴軸层層板刃底口跟鞋腰臂背管带帶盒箱罐碗盘盤屏"
    "幕门門窗墙牆孔槽齿齒翼机機杆桿绳繩链鏈钢鋼刀表錶镜鏡边邊面载載承耐限配起加厚单單皮毯垫墊布被枕帘簾"
)
BODY = frozenset(_BODY)
# 提高, 加厚, 擅长: a side that is part of a verb or an adjective.
GROWING = frozenset("提增升延成拉加特擅超较較更减減贵貴注看沉严嚴尊慎越最助专專")
# Complete by themselves: whoever is measured stands in front.
PERSONAL = (
    "身高", "体重", "體重", "腰围", "腰圍", "胸围", "胸圍", "臀围", "臀圍", "肩宽", "肩寬", "袖长", "袖長", "裤长", "褲長",
    "衣长", "衣長", "年龄", "年齡",
)  # fmt: skip
_WORDS = (
    "重量 净重 淨重 毛重 自重 车重 車重 载重 載重 承重 耐重 限重 质量 高度 宽度 寬度 深度 长度 長度 厚度 直径 直徑 口径 口徑 半径 半徑 管径 管徑"
    " 身高 体重 體重 座高 坐高 车高 車高 车长 車長 车宽 車寬 轴距 軸距 桌高 床高 层高 層高 水深 线长 線長 刃长 刃長 全长 全長 总长 總長"
    " 速度 车速 車速 时速 時速 转速 轉速 风速 風速 网速 網速 加速 风量 風量 流量 排量 排气量 排氣量 制冷量 制热量 含量 含水量 用量 用水量 耗电量 耗電量"
    " 容量 电量 電量 热量 熱量 能量 重力 压力 壓力 吸力 拉力 推力 扭力 扭矩 马力 馬力 动力 動力 水压 水壓 气压 氣壓 胎压 胎壓 电压 電壓 耐压 耐壓"
    " 电流 電流 功率 功耗 效率 频率 頻率 刷新率 更新率 采样率 採樣率 使用率 利用率 转换率 轉換率 分辨率 解析度 亮度 对比度 對比度 密度 浓度 濃度"
    " 精度 精准度 精準度 准确率 準確率 硬度 强度 強度 温度 溫度 水温 水溫 色温 色溫 湿度 濕度 坡度 角度 视角 視角 可视角度 可視角度 海拔 纬度 弧度"
    " 酒精度 酒精浓度 甜度 粘度 噪音 噪声 噪聲 音量 分贝 容积 容積 体积 體積 面积 面積 坪數 坪数 里程 续航 續航 续航里程 續航里程 续航时间 續航時間"
    " 时间 時間 时长 時長 时延 時延 延迟 延遲 寿命 壽命 周期 週期 有效期 保质期 保質期 保固期 质保期 期限 租期 工期 效期 年龄 年齡 价格 價格 售价 售價"
    " 原价 原價 单价 單價 总价 總價 特价 特價 定价 定價 均价 均價 成本 费用 費用 月费 月費 年费 年費 运费 運費 租金 月租金 金额 金額 电费 電費 水费 水費"
    " 距离 距離 行程 量程 高程 间距 間距 间隙 間隙 落差 误差 誤差 公差 比例 占比 比率 含糖量 含税价 像素 尺寸 带宽 頻寬 带宽 内存 記憶體 算力 扬程 揚程"
    " 蛋白质 蛋白質 脂肪 碳水化合物 热值 燃烧值 反应时间 反應時間 响应时间 響應時間 透光率 透气率 遮光率 折射率 可用性 可用率 良率 坏账率 利率 增长率"
    " 回购率 心率 血压 血壓 腰围 腰圍 胸围 胸圍 臀围 臀圍 肩宽 肩寬 胸宽 胸寬 袖长 袖長 裤长 褲長 衣长 衣長 背长 背長 能耗 油耗 电耗 耗电 耗電 用电 用電 耗水"
    " 负载 負載 载荷 荷重 存储 储存 產量 产量 销量 銷量 评分 評分 光通量 照度 焦距 光圈 倍率 变焦 行驶里程 总功率 噪音值 防水深度 能力 除湿量 除濕量 头围 頭圍 颈围 頸圍"
)
WORDS = frozenset(_WORDS.split())
# Statistics and verbs in front of the name that the product's name stands before.
CUTS = (
    "最大", "最高", "最低", "最小", "最长", "最長", "最快", "最远", "最遠", "额定", "額定", "平均", "典型", "标称", "標稱",
    "公称", "峰值", "尖峰", "综合", "綜合", "适用", "適用", "支持", "支援", "的", "在", "於", "于", "和", "与", "與", "及", "从", "從",
    "把", "将", "將", "让", "讓", "被", "是", "为", "為", "仅", "僅", "只", "达", "達",
)  # fmt: skip
# What rises or falls by the number stands in front of these.
CHANGES = frozenset((
    "提升", "提高", "降低", "减少", "減少", "增加", "增长", "增長", "下降", "上升", "延长", "延長", "缩短", "縮短", "减轻", "減輕", "改善",
    "超过", "突破",
))  # fmt: skip
# Names that the rules below would take for pieces.
NAMES = frozenset("适用 適用 定时 定時 室内 室內".split())
# Verbs and adverbs that stand in front of a number and name nothing.
VERBS = frozenset(
    "搭载 搭載 配备 配備 采用 採用 使用 拥有 擁有 支持 支援 具备 具備 提供 实现 實現 包含 包括 达到 達到 需要 仅需 僅需 节省 節省 步行 全国 全國 全台 全球 内置 內置 内建 內建 立减 立減 下单 下單".split()
)
# No name starts, holds or ends with these.
NO_START = frozenset(
    "即就只可能便已再也还還更让讓使把將将被在從从由这這那每支配含有适適一二两兩三第首比共占佔但却卻虽雖尽儘盡并並而因所其某该該您我你他她它们們了着吗嗎买買卖賣满滿送达達仅僅需须須如若"
)
NO_INSIDE = frozenset("的了着就才都也还還仅僅只可能会會让讓把将將需须須被和与與及每比")
NO_END = frozenset(
    "后後前时時里裡的和与與及或把被在於于每共享需须須满滿送少轻輕快慢买買卖賣内內第了又含大小并並且而若如是有"
)
# Labels that announce a remark, and labels that announce a list.
REMARKS = frozenset("备注 備註 说明 說明 注 注意 提示 提醒 例如 比如 例 优惠 優惠 活动 活動 其他 其它 备 另".split())
LISTS = frozenset("规格 規格 参数 參數 特点 特點 产品 產品 商品 名称 名稱 型号 型號 描述 详情 詳情 套餐 配置".split())
