"""Faults and notices in words, in the three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.documents.files.faults import Fault
from assistant.documents.files.opened import Left, Notice
from assistant.schema.nouns import Lang

if TYPE_CHECKING:
    from assistant.documents.files.faults import FileError

_FAULTS: dict[Fault, dict[Lang, str]] = {
    Fault.TOO_LARGE: {
        "en": "{file}: larger than {limit} MB. Save the part you need as a file of its own, without pictures.",
        "zh-Hans": "{file}：超过 {limit} MB。请把需要的部分另存为一个文件，不带图片。",
        "zh-Hant": "{file}：超過 {limit} MB。請將需要的部分另存成一個檔案，不含圖片。",
    },
    Fault.UNKNOWN_KIND: {
        "en": "{file}: holds {what}, which is not read. Save it as .docx, .xlsx, .csv, .html, .md or .txt.",
        "zh-Hans": "{file}：内容是{what}，无法读取。请另存为 .docx、.xlsx、.csv、.html、.md 或 .txt。",
        "zh-Hant": "{file}：內容是{what}，無法讀取。請另存成 .docx、.xlsx、.csv、.html、.md 或 .txt。",
    },
    Fault.OLD_OFFICE: {
        "en": "{file}: is in the format of Office 97 to 2003. Open it and save it as .docx or .xlsx.",
        "zh-Hans": "{file}：是 Office 97–2003 的旧格式。请打开后另存为 .docx 或 .xlsx。",
        "zh-Hant": "{file}：是 Office 97–2003 的舊格式。請開啟後另存成 .docx 或 .xlsx。",
    },
    Fault.ARCHIVE: {
        "en": "{file}: is an archive, not a document. Unpack it and choose a file from it.",
        "zh-Hans": "{file}：是压缩包，不是文档。请解压后选择其中的文件。",
        "zh-Hant": "{file}：是壓縮檔，不是文件。請解壓縮後選擇其中的檔案。",
    },
    Fault.ENCRYPTED: {
        "en": "{file}: is protected by a password. Save it without one.",
        "zh-Hans": "{file}：设有密码。请取消密码后重新保存。",
        "zh-Hant": "{file}：設有密碼。請取消密碼後重新儲存。",
    },
    Fault.DAMAGED: {
        "en": "{file}: is damaged or cut short. Open it in the program it comes from and save it again.",
        "zh-Hans": "{file}：文件已损坏或不完整。请用原来的软件打开并重新保存。",
        "zh-Hant": "{file}：檔案已損毀或不完整。請用原來的軟體開啟並重新儲存。",
    },
    Fault.UNPACKED: {
        "en": "{file}: unpacks to more than {limit} MB. Save the part you need as a file of its own.",
        "zh-Hans": "{file}：解压后超过 {limit} MB。请把需要的部分另存为一个文件。",
        "zh-Hant": "{file}：解壓縮後超過 {limit} MB。請將需要的部分另存成一個檔案。",
    },
    Fault.PARTS: {
        "en": "{file}: consists of more than {limit} parts. Save the part you need as a file of its own.",
        "zh-Hans": "{file}：包含超过 {limit} 个部件。请把需要的部分另存为一个文件。",
        "zh-Hant": "{file}：包含超過 {limit} 個組件。請將需要的部分另存成一個檔案。",
    },
    Fault.ENTITIES: {
        "en": "{file}: holds definitions that no office program writes (a DTD). Open it and save it again.",
        "zh-Hans": "{file}：含有办公软件不会写入的定义（DTD）。请打开后重新保存。",
        "zh-Hant": "{file}：含有辦公軟體不會寫入的定義（DTD）。請開啟後重新儲存。",
    },
    Fault.DEEP: {
        "en": "{file}: is nested more than {limit} levels deep. Copy its text into a new file.",
        "zh-Hans": "{file}：嵌套超过 {limit} 层。请把文字复制到新文件中。",
        "zh-Hant": "{file}：巢狀超過 {limit} 層。請將文字複製到新檔案中。",
    },
    Fault.COMPLEX: {
        "en": "{file}: one table or paragraph of it has more than {limit} elements. Save the part you need by itself.",
        "zh-Hans": "{file}：其中一个表格或段落的元素超过 {limit} 个。请单独保存需要的部分。",
        "zh-Hant": "{file}：其中一個表格或段落的元素超過 {limit} 個。請單獨儲存需要的部分。",
    },
}
# What a file may hold that is not read.
_CONTENTS: dict[str, dict[Lang, str]] = {
    "pdf": {"en": "a PDF", "zh-Hans": " PDF", "zh-Hant": " PDF"},
    "picture": {"en": "a picture", "zh-Hans": "图片", "zh-Hant": "圖片"},
    "rtf": {"en": "rich text (RTF)", "zh-Hans": " RTF 文本", "zh-Hant": " RTF 文字"},
    "presentation": {"en": "a presentation", "zh-Hans": "演示文稿", "zh-Hant": "簡報"},
    "opendocument": {"en": "an OpenDocument file", "zh-Hans": " OpenDocument 文件", "zh-Hant": " OpenDocument 檔案"},
    "binary": {"en": "no text", "zh-Hans": "非文本数据", "zh-Hant": "非文字資料"},
    "web_archive": {"en": "a web archive (MHTML)", "zh-Hans": "网页存档（MHTML）", "zh-Hant": "網頁封存檔（MHTML）"},
    "binary_sheet": {"en": "a binary workbook (.xlsb)", "zh-Hans": "二进制工作簿（.xlsb）", "zh-Hant": "二進位活頁簿（.xlsb）"},
}  # fmt: skip
_NOTICES: dict[Left, dict[Lang, str]] = {
    Left.ENCODING_GUESSED: {
        "en": "The file does not say how its characters are written; it was read as {what}. Check that they look right.",
        "zh-Hans": "文件没有标明编码，按 {what} 读取。请确认文字显示正常。",
        "zh-Hant": "檔案沒有標明編碼，依 {what} 讀取。請確認文字顯示正常。",
    },
    Left.NAMED_OTHERWISE: {
        "en": "The file's name says otherwise, but it is {what}; it was read as that.",
        "zh-Hans": "文件名与内容不符：内容是 {what}，已按此读取。",
        "zh-Hant": "檔名與內容不符：內容是 {what}，已依此讀取。",
    },
    Left.TEXT_CUT: {
        "en": "The text is longer than is read: its last {count} characters were left out.",
        "zh-Hans": "文字过长，末尾 {count} 个字符未读取。",
        "zh-Hant": "文字過長，末尾 {count} 個字元未讀取。",
    },
    Left.ROWS_CUT: {
        "en": "More rows than are read; left out at the end: {count}.",
        "zh-Hans": "行数过多，末尾 {count} 行未读取。",
        "zh-Hant": "列數過多，末尾 {count} 列未讀取。",
    },
    Left.COLUMNS_CUT: {
        "en": "More columns than are read; cells left out at the right: {count}.",
        "zh-Hans": "列数过多，右侧 {count} 个单元格未读取。",
        "zh-Hant": "欄數過多，右側 {count} 個儲存格未讀取。",
    },
    Left.CELLS_CUT: {
        "en": "Cells with too much text, cut short: {count}.",
        "zh-Hans": "{count} 个单元格文字过长，只读取了前面部分。",
        "zh-Hant": "{count} 個儲存格文字過長，只讀取了前面部分。",
    },
    Left.SHEETS_CUT: {
        "en": "More sheets than are read; left out at the end: {count}.",
        "zh-Hans": "工作表过多，末尾 {count} 个未读取。",
        "zh-Hant": "工作表過多，末尾 {count} 個未讀取。",
    },
    Left.QUOTES_KEPT: {
        "en": "A quotation mark is opened and never closed; quotation marks were read as part of the text.",
        "zh-Hans": "有一个引号没有闭合，引号已按普通文字读取。",
        "zh-Hant": "有一個引號沒有閉合，引號已當作一般文字讀取。",
    },
    Left.HIDDEN_SHEETS: {
        "en": "Hidden sheets were left out: {what}.",
        "zh-Hans": "未读取隐藏的工作表：{what}。",
        "zh-Hant": "未讀取隱藏的工作表：{what}。",
    },
    Left.HIDDEN_ROWS: {
        "en": "Hidden rows were left out: {count}.",
        "zh-Hans": "未读取隐藏的行：{count} 行。",
        "zh-Hant": "未讀取隱藏的列：{count} 列。",
    },
    Left.HIDDEN_COLUMNS: {
        "en": "Hidden columns were left out: {count}.",
        "zh-Hans": "未读取隐藏的列：{count} 列。",
        "zh-Hant": "未讀取隱藏的欄：{count} 欄。",
    },
    Left.HIDDEN_TEXT: {
        "en": "Hidden text was left out; stretches: {count}.",
        "zh-Hans": "未读取隐藏的文字：{count} 处。",
        "zh-Hant": "未讀取隱藏的文字：{count} 處。",
    },
    Left.FORMULAS: {
        "en": "Formulas without a stored result, left empty: {count}. Open the file in a spreadsheet program and save it.",
        "zh-Hans": "{count} 个公式没有保存结果，已留空。请用表格软件打开并保存一次。",
        "zh-Hant": "{count} 個公式沒有儲存結果，已留空。請用試算表軟體開啟並儲存一次。",
    },
    Left.CELL_ERRORS: {
        "en": "Cells that hold an error such as #N/A, left empty: {count}.",
        "zh-Hans": "{count} 个单元格是错误值（如 #N/A），已留空。",
        "zh-Hant": "{count} 個儲存格是錯誤值（如 #N/A），已留空。",
    },
    Left.IMAGES: {
        "en": "Pictures, charts and embedded objects were not read: {count}.",
        "zh-Hans": "未读取图片、图表和嵌入对象：{count} 个。",
        "zh-Hant": "未讀取圖片、圖表和內嵌物件：{count} 個。",
    },
    Left.CHANGES: {
        "en": "Tracked changes were read as if accepted: {count}.",
        "zh-Hans": "修订已按全部接受读取：{count} 处。",
        "zh-Hant": "追蹤修訂已按全部接受讀取：{count} 處。",
    },
    Left.STRUCK: {
        "en": "Text that is struck through was left out; stretches: {count}.",
        "zh-Hans": "未读取带删除线的文字：{count} 处。",
        "zh-Hant": "未讀取帶刪除線的文字：{count} 處。",
    },
    Left.COMMENTS: {
        "en": "Comments were left out: {count}.",
        "zh-Hans": "未读取批注：{count} 条。",
        "zh-Hant": "未讀取註解：{count} 則。",
    },
    Left.HEADERS: {
        "en": "Headers and footers of the pages were left out.",
        "zh-Hans": "未读取页眉和页脚。",
        "zh-Hant": "未讀取頁首和頁尾。",
    },
    Left.MACROS: {
        "en": "The file holds macros; they were neither read nor run.",
        "zh-Hans": "文件含有宏，未读取也未运行。",
        "zh-Hant": "檔案含有巨集，未讀取也未執行。",
    },
}


def say_fault(error: FileError, lang: Lang) -> str:
    """Why a file is not read, in one line: which, what about it, the limit, what to do next."""
    what = _CONTENTS[error.what][lang] if error.what in _CONTENTS else error.what
    return _FAULTS[error.fault][lang].format(file=error.file, limit=f"{error.limit:,}", what=what)


def say_notice(notice: Notice, lang: Lang) -> str:
    """What was left out or guessed, in a sentence.

    >>> say_notice(Notice(Left.IMAGES, 3), "en")
    'Pictures, charts and embedded objects were not read: 3.'
    """
    return _NOTICES[notice.code][lang].format(count=f"{notice.count:,}", what=notice.what)
