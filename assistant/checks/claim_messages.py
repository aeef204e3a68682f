"""What the rules say that look at words instead of numbers."""

from __future__ import annotations

from assistant.schema import Lang

CLAIM_MESSAGES: dict[str, dict[Lang, str]] = {
    "new-certification": {
        "en": "“{shown}” claims a certificate or standard that no fact or proof holds.",
        "zh-Hans": "“{shown}”说的是认证或标准，事实和证明里都没有。",
        "zh-Hant": "「{shown}」說的是認證或標準，事實與證明裡都沒有。",
    },
    "new-origin": {
        "en": "“{shown}” says where or how it is made; no fact does.",
        "zh-Hans": "“{shown}”说到产地或做法，事实里没有。",
        "zh-Hant": "「{shown}」說到產地或做法，事實裡沒有。",
    },
    "new-material": {
        "en": "“{shown}” says what it is made of; no fact does.",
        "zh-Hans": "“{shown}”说到材质，事实里没有。",
        "zh-Hant": "「{shown}」說到材質，事實裡沒有。",
    },
    "new-guarantee": {
        "en": "“{shown}” promises something to the buyer that no fact holds.",
        "zh-Hans": "“{shown}”是对买家的承诺，事实里没有。",
        "zh-Hant": "「{shown}」是對買家的承諾，事實裡沒有。",
    },
    "new-endorsement": {
        "en": "“{shown}” leans on an award, a test, experts or customers that no proof names.",
        "zh-Hans": "“{shown}”借了奖项、检测、专家或顾客的名头，证明里没有。",
        "zh-Hant": "「{shown}」借了獎項、檢測、專家或顧客的名義，證明裡沒有。",
    },
    "new-capability": {
        "en": "“{shown}” says that it can do or has something that no fact holds.",
        "zh-Hans": "“{shown}”是一项功能或功效，事实里没有。",
        "zh-Hant": "「{shown}」是一項功能或功效，事實裡沒有。",
    },
    "new-name": {
        "en": "“{shown}” is a name that stands nowhere in the brief.",
        "zh-Hans": "“{shown}”这个名字在简报里没有出现过。",
        "zh-Hant": "「{shown}」這個名字沒有在簡報裡出現過。",
    },
    "new-comparative": {
        "en": "“{shown}” sets it above others or above what was before, and no fact measures both.",
        "zh-Hans": "“{shown}”说比别的强，却没有两边都量过的事实。",
        "zh-Hant": "「{shown}」說比別的強，卻沒有兩邊都量過的事實。",
    },
    "competitor-bashing": {
        "en": "“{shown}” runs others down; say what this one does.",
        "zh-Hans": "“{shown}”在贬低别人，只说自己做到的就好。",
        "zh-Hant": "「{shown}」在貶低別人，只說自己做到的就好。",
    },
    "company-centred-voice": {
        "en": "“We” stands {shown} times, “you” {detail}: turn it to what the customer has of it.",
        "zh-Hans": "“我们”出现{shown}次，“你”出现{detail}次：换成顾客得到什么来说。",
        "zh-Hant": "「我們」出現{shown}次，「你」出現{detail}次：換成顧客得到什麼來說。",
    },
    "repeated-sentence": {
        "en": "“{shown}” is said for the third time.",
        "zh-Hans": "“{shown}”已经说了第三遍。",
        "zh-Hant": "「{shown}」已經說了第三遍。",
    },
    "repeated-comparison": {
        "en": "The comparison “{shown}” is made for the third time.",
        "zh-Hans": "“{shown}”这个比较已经用了第三遍。",
        "zh-Hant": "「{shown}」這個比較已經用了第三遍。",
    },
    "repeated-opening": {
        "en": "Three bullets open with “{shown}”.",
        "zh-Hans": "有三条都用“{shown}”开头。",
        "zh-Hant": "有三條都用「{shown}」開頭。",
    },
    "stage-misfit": {
        "en": "“{shown}” does not suit the stage “{detail}”.",
        "zh-Hans": "“{shown}”不适合“{detail}”这个阶段。",
        "zh-Hant": "「{shown}」不適合「{detail}」這個階段。",
    },
    "persona-language": {
        "en": "{shown} reads {detail}; this text is written in another language or script.",
        "zh-Hans": "{shown}读的是{detail}，这篇文案用的是另一种语言或字体。",
        "zh-Hant": "{shown}讀的是{detail}，這篇文案用的是另一種語言或字體。",
    },
    "term-unexplained": {
        "en": "“{shown}” says little to someone new to the subject; say what it comes to.",
        "zh-Hans": "刚接触的人不懂“{shown}”，请补一句它意味着什么。",
        "zh-Hant": "剛接觸的人不懂「{shown}」，請補一句它代表什麼。",
    },
    "sentence-long": {
        "en": "“{shown}” runs to {detail} words; make two sentences of it.",
        "zh-Hans": "“{shown}”这句有{detail}个字，拆成两句更好读。",
        "zh-Hant": "「{shown}」這句有{detail}個字，拆成兩句更好讀。",
    },
    "words-long": {
        "en": "“{shown}” holds {detail} long words; say it with shorter ones.",
        "zh-Hans": "“{shown}”这句里有{detail}个长词，换成短一些的。",
        "zh-Hant": "「{shown}」這句裡有{detail}個長詞，換成短一些的。",
    },
    "region-word": {
        "en": "“{shown}” is not what readers in this market say; they say “{detail}”.",
        "zh-Hans": "“{shown}”不是这里读者的说法，这里说“{detail}”。",
        "zh-Hant": "「{shown}」不是這裡讀者的說法，這裡說「{detail}」。",
    },
    "insensitive-reference": {
        "en": "“{shown}” may hurt readers, or belongs to what this brief avoids; choose another comparison.",
        "zh-Hans": "“{shown}”可能伤到读者，或属于简报要避开的话题，换一个比较。",
        "zh-Hant": "「{shown}」可能傷到讀者，或屬於簡報要避開的話題，換一個比較。",
    },
}
