"""Characters that stand in one Chinese script only, written as pairs: Simplified, then Traditional.

Characters that both scripts use (里, 后, 面, 台, 干, 只, 系, 制, 着, 乾, 著) are left out, whatever they stand for.
"""

from __future__ import annotations

from assistant.schema import Lang

_PAIRS = """
这這 们們 来來 对對 时時 个個 说說 为為 国國 过過 还還 会會 学學 与與 电電 机機 开開 关關 种種 轻輕 让讓 点點 动動 长長 体體 讯訊 号號 无無 线線 应應
从從 实實 际際 样樣 选選 请請 买買 卖賣 价價 质質 续續 进進 远遠 连連 运運 迟遲 适適 递遞 边邊 达達 迁遷 迈邁 违違 遗遺 邮郵 邻鄰 郑鄭 释釋 钟鐘 钢鋼 钱錢
铁鐵 银銀 铝鋁 锅鍋 锁鎖 锂鋰 错錯 键鍵 镜鏡 门門 闪閃 问問 间間 闲閒 闻聞 阅閱 队隊 阳陽 阶階 险險 陆陸 阴陰 难難 雾霧 静靜 页頁 顶頂 项項 顺順 须須 顾顧 顿頓
预預 领領 频頻 题題 颜顏 额額 风風 飞飛 饭飯 饮飲 馆館 马馬 驱驅 驾駕 验驗 骑騎 鱼魚 鸟鳥 鸡雞 龙龍 齿齒 龄齡 级級 纪紀 约約 红紅 纯純 纳納 纸紙 纹紋 细細
终終 组組 经經 结結 绕繞 给給 络絡 绝絕 统統 绿綠 维維 缓緩 编編 缩縮 网網 罗羅 罚罰 职職 联聯 声聲 聪聰 肤膚 胜勝 脑腦 脏髒 节節 艺藝 苹蘋 药藥 获獲 营營
蓝藍 虽雖 补補 装裝 见見 观觀 规規 视視 觉覺 览覽 计計 订訂 认認 记記 讲講 许許 论論 设設 访訪 证證 评評 识識 词詞 试試 话話 该該 详詳 语語 误誤 读讀 课課 谁誰
调調 谈談 谢謝 贝貝 负負 财財 责責 败敗 货貨 购購 贴貼 贵貴 费費 资資 赏賞 赛賽 赠贈 车車 轨軌 转轉 轮輪 软軟 载載 较較 辆輛 输輸 办辦 务務 劳勞 势勢 单單 卫衛
压壓 厅廳 历歷 厨廚 双雙 发發 变變 叶葉 听聽 员員 响響 团團 园園 围圍 图圖 圆圓 场場 块塊 坏壞 坚堅 备備 够夠 头頭 夹夾 奖獎 妈媽 宝寶 宽寬 审審 寻尋 导導 尔爾
尝嘗 层層 岁歲 岛島 师師 带帶 帮幫 库庫 废廢 张張 弹彈 强強 归歸 录錄 忆憶 忧憂 怀懷 态態 总總 恶惡 惊驚 惯慣 户戶 扩擴 扫掃 护護 报報 担擔 拥擁 择擇 换換 据據
损損 摄攝 数數 断斷 旧舊 显顯 晓曉 暂暫 术術 权權 条條 杂雜 极極 构構 枪槍 标標 栏欄 树樹 桥橋 检檢 楼樓 欢歡 欧歐 残殘 毕畢 气氣 汉漢 汤湯 沟溝 泪淚 洁潔 浅淺
测測 济濟 浓濃 涂塗 润潤 涨漲 温溫 湿濕 滚滾 满滿 滤濾 灯燈 灵靈 烦煩 热熱 爱愛 状狀 独獨 猫貓 现現 环環 班班 画畫 疗療 盖蓋 盘盤 码碼 砖磚 础礎 确確 离離 积積
称稱 稳穩 窗窗 竞競 笔筆 筛篩 简簡 粮糧 紧緊 纤纖 练練 绍紹 继繼 绩績 绳繩 胀脹 脚腳 舰艦 荐薦 荣榮 触觸 订訂 讨討 议議 译譯 诉訴 诚誠 诺諾 贯貫 践踐 轴軸 辅輔 迹跡
两兩 严嚴 丝絲 丢丟 乐樂 习習 书書 乱亂 争爭 亏虧 亚亞 产產 亲親 仅僅 仓倉 仪儀 众眾 优優 传傳 伤傷 伦倫 伪偽 伟偉 侧側 侦偵 偿償 储儲 儿兒 党黨 兰蘭 兴興 养養 兽獸 内內
册冊 写寫 军軍 农農 决決 况況 净淨 凉涼 减減 凤鳳 凭憑 刚剛 创創 删刪 别別 剂劑 剧劇 剩剩 劝勸 励勵 区區 医醫 华華 协協 占占 却卻 厂廠 县縣 参參 吗嗎 启啟 呜嗚 咸咸 哑啞 唤喚
万萬 亿億 义義 举舉 么麼 乌烏 爷爺 丽麗 圣聖 处處 壳殼 奥奧 妇婦 娱娛 孙孫 宁寧 宫宮 宾賓 将將 尽盡 屏屏 属屬 岭嶺 币幣 帅帥 广廣 庆慶 异異 弃棄 忘忘 戏戲 战戰 执執 扬揚 扰擾
抚撫 抢搶 拟擬 拦攔 挂掛 挡擋 挤擠 挥揮 捡撿 携攜 摆擺 摇搖 斗斗 斩斬 昼晝 杀殺 来來 档檔 樱櫻 氢氫 沉沉 泽澤 浆漿 涡渦 渐漸 潜潛 灭滅 炉爐 烧燒 牵牽 犹猶 珑瓏 疯瘋 监監
睁睜 矿礦 础礎 礼禮 祸禍 积積 稣穌 穷窮 窃竊 类類 罢罷 脱脫 腾騰 艳豔 莱萊 蚀蝕 蛮蠻 衬襯 袜襪 袭襲 裤褲 誉譽 贪貪 贫貧 轰轟 辉輝 迹跡 郁鬱 酱醬 锐銳 镇鎮 闭閉 闹鬧 隐隱 颗顆 飘飄 饰飾 饿餓
"""
# Traditional characters whose Simplified form is Traditional as well.
_ONLY_HANT = "裡裏後雲幾隻復複鬆幹準週於臺颱豐髮麵鬧鐘儘僅彙穀籤製範曬錶"
_SIMPLIFIED_TOO = frozenset("班窗剩占咸忘屏斗沉奥郁迹")
_HANS = frozenset(pair[0] for pair in _PAIRS.split() if pair[0] != pair[1] and pair[0] not in _SIMPLIFIED_TOO)
_HANT = frozenset(pair[1] for pair in _PAIRS.split() if pair[0] != pair[1] and pair[0] not in _SIMPLIFIED_TOO) | set(
    _ONLY_HANT
)


def is_other_script(char: str, lang: Lang) -> bool:
    """Whether a character stands only in the Chinese script that is not `lang`'s, as far as the list goes.

    >>> is_other_script("续", "zh-Hant"), is_other_script("續", "zh-Hans"), is_other_script("水", "zh-Hans")
    (True, True, False)
    """
    return char in (_HANT if lang == "zh-Hans" else _HANS)
