"""Bylines in scripts without capitals: there, names are known by what stands around them."""

import re
from collections.abc import Iterator

_UNCASED = re.compile(
    r"[\u0590-\u07ff\u0900-\u0fff\u1000-\u109f\u10d0-\u10ff\u1200-\u137f\u1780-\u17ff"
    r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HAN = r"[\u3400-\u9fff々]"
_KANA = re.compile(r"[\u3040-\u30ff]")
_KATAKANA = re.compile(r"^[\u30a0-\u30faー]+$")
_HANGUL = re.compile(r"^[가-힣]{2,5}$")
#: "By" and what reporters are called, before a name.
LEAD_IN = re.compile(
    r"^(?:"
    # Those that no name begins with need nothing behind them.
    r"(?:本報|本报|新华社|新華社|中新社|中央社|央视)?(?:特約|特约|見習|见习|首席|財經|财经|実習|實習|实习)?(?:記者|记者)"
    r"|通訊員|通讯员|撰稿人?|撰文|作者|執筆者|執筆|取材・文|ライター\s*[:：]|構成・文|聞き手|เขียนโดย|โดย|ຂຽນໂດຍ|ໂດຍ|ដោយ|ผู้สื่อข่าว|ผู้เขียน|นักข่าว"
    r"|(?:ရေးသားသူ|စာရေးသူ)\s*[-–:]|(?:ጸሐፊ|ጸሃፊ|አዘጋጅ)\s*[:፡፦]"
    r"|(?:লেখা|रिपोर्ट|رپورٹ|文|著者|筆者|글|글쓴이|취재|작성자|기자|記|по|எழுதியவர்|ஆசிரியர்|రచయిత|เรื่อง|เรื่องและภาพ)\s*[:/：／|｜・=＝●■]"
    r"|(?:بقلم|كتبت?|إعداد|تقرير|تحرير|الكاتب(?:ة)?|بواسطة|المحرر|مراسل(?:نا|ة)?|به قلم|نویسنده"
    r"|خبرنگار"
    r"|كُ?تبت? بواسطة|نوشته شده توسط|נכתב על ידי"
    r"|گزارش|تحریر|از|מאת|כתב(?:ת|נו|תנו)?|כתבו|लेखक|लेखिका|द्वारा|संवाददाता|रिपोर्टर|प्रतिवेदক"
    r"|লেখক|ავტორი|글|취재)"
    r"(?=[\s:：/])"
    r")[\s:/：／|｜・=＝●■]*"
)
#: What reporters are called, behind a name.
_ROLE = re.compile(
    r"\s*(?:(?:선임|전문|인턴|수습|객원|탐사|의학|과학|산업|부)?(?:기자|특파원|통신원|논설위원|편집위원|평론가"
    r"|칼럼니스트|앵커|에디터|편집장|교수|연구원|작가|대표|팀장|부장|차장)(?:단)?"
    r"|(?:特約|特约|見習|见习|首席)?(?:記者|记者)|編集委員|論説委員|特派員|支局長|編集長|編集者|解説委員|評論家"
    r"|ライター|ジャーナリスト|キャスター|教授|さん|氏|評論員|评论员|通訊員|通讯员|編輯|编辑|主筆|主笔|編譯|编译)$"
    r"|\s+(?:द्वारा|দ্বারা)$"
    r"|^(?:כתב(?:ת|נו|תנו)?|פרשן|פרשנית|עורכת?)\s\S+(?:\s\S+)?$"
)
#: Where a Chinese line goes on: "reports from Beijing".
_REPORTS = re.compile(
    r"[\s／/]+\S{0,20}(?:報導|报道|報道|報导|报导|电|電|综合|綜合|撮影|摄影|攝影|摄|攝)$|(?:報導|报道|報道|报导|撮影|摄影|攝影)$"
    # A town and the day, behind a name of three signs.
    rf"|(?<={_HAN}{{3}}){_HAN}{{2,3}}\d{{1,2}}日(?:電|电|讯|訊).*$"
)
#: What a newsroom, an agency or a paper ends with.
_DESK = re.compile(
    r"(?:ロイター|新聞|新聞社|通信|通信社|通訊社|通讯社|編集部|取材班|編輯部|编辑部|編輯室|デジタル|オンライン|ニュース|放送|テレビ"
    r"|日報|日报|晚报|晚報|時報|时报|周刊|週刊|新华社|新華社|中央社|中新社|網|网|网站|支局|総局|本社|政治部|社会部|経済部"
    r"|国際部|文化部|運動部|一覧|編集局"
    r"|뉴스|일보|신문|경제|투데이|미디어|방송|통신|닷컴|타임스|타임즈|저널|데일리|편집국|[가-힣]{3,}부|(?:사회|정치|경제|문화|국제|산업|체육|전국|편집|금융|증권|과학|사진|외신|지방|교육|법조)부|팀|온라인"
    r"|통신사|რედაქცია|กองบรรณาธิการ|ทีมข่าว|ทีมงาน|ออนไลน์|สำนักข่าว\S*|ไทยรัฐ|มติชน"
    r"|وكالات|رويترز|الأناضول|فرانس برس|التحرير|الجزيرة نت|خبرگزاری"
    r"|تحریریه"
    r"|מערכת|סוכנויות|סוכנויות הידיעות|חדשות|דסק"
    r"|डेस्क|ब्यूरो|टीम|ڈیسک|ડેસ્ક|ਡੈਸਕ|డెస్క్|ಡೆಸ್ಕ್|ഡെസ്ക്|ലേഖകൻ|செய்திப்பிரிவு|संवाददाता|রিপোর্ট|টিম|ডেস্ক|প্রতিবেদক|প্রতিনিধি|নিজস্ব|স্টাফ|রিপোর্টার)$"
)
_DESK_BEFORE = re.compile(
    r"^(?:وكالة|وكالات|صحيفة|هيئة|أسرة|מערכת|סוכנות|กอง(?=บก|บรรณา|ข่าว)|ทีม|สำนักข่าว)"
)
#: A line that names the place first, as in "Washington=Kim".
_FROM = re.compile(r"^\S{1,15}?\s*[=＝]\s*(?=\S)")
_PLACE_BEHIND = re.compile(r"\s*[=＝]\s*[\u30a0-\u30ffー]+$")
_HAN_AND = re.compile(rf"(?<={_HAN}{{2}})(?:和|与|與|及|跟|暨|と)(?={_HAN}{{2,5}}(?:\s|$))")
_HAN_DOT = re.compile(rf"(?<={_HAN})[・･](?={_HAN})")
_HANGUL_AND = re.compile(r"(?<=[가-힣]{2})[와과]\s+(?=[가-힣]{2,4}(?:\s|$))|\s그리고\s")
#: What is written together with the name before or behind it, in Thai and Burmese.
_ATTACHED_AND = re.compile(r"\s*(?:และ|နှင့်)\s*")
#: Those who edited, checked or photographed; behind them, in a line, may stand who wrote.
_OTHERS = re.compile(
    r"^(?:責任編輯|责任编辑|責編|责编|編輯|编辑|主編|主编|監製|监制|校對|校对|審核|审核|写真|撮影|図|图|圖|图片|圖片|摄|攝|译|譯|翻译|翻譯|翻訳|訳|攝影|摄影|撮影者|사진|편집"
    r"|ภาพ|تصوير|צילום)\s*[:：／/|｜・=＝]"
)
_OTHERS_BEFORE = re.compile(
    rf"{_OTHERS.pattern}\s*\S+?[\s|｜／/，,]+(?=(?:文|撰文|記者|记者|글|取材・文)\s*[:：／/|｜])"
)
_OTHERS_BEHIND = re.compile(rf"(?<=\S)[\s|]+(?:{_OTHERS.pattern[1:]}|사진\s).*$")
#: What each did, behind the names: "王小明/文 李华/图".
_OTHERS_BY_SLASH = re.compile(
    rf"{_HAN}{{2,4}}\s?[/／](?:图|圖|摄|攝|摄影|攝影|编辑|制图|视频)(?=\s|$)"
)
_WROTE = re.compile(r"(?<=[\u3400-\u9fff])\s?[/／]文(?=\s|$)")
#: One person or several, and what they are.
IS_SIGNED = re.compile(
    rf"[가-힣]{{2,4}}(?:\s?[·,ㆍ]\s?[가-힣]{{2,4}})*\s?(?:선임기자|기자|특파원|논설위원)(?:\s\S+@\S+)?"
    rf"|{_HAN}{{2,5}}\s?(?:記者|记者)"
)
#: The surnames that nearly all bear.
_CHINESE = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾萧蕭田董潘袁蔡蒋蔣余于"
    "杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘鍾姜崔谭譚陆陸范汪廖金石贾賈韦韋夏付方邹鄒熊白孟秦邱丘侯江尹薛闫阎雷龙龍段郝孔邵史毛"
    "常万萬顾顧赖賴武康贺賀严嚴钱錢汤湯"
)
_KOREAN = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표"
    "명기반왕금옥육인맹제모탁국어은편용"
)
#: Names that begin with the letter which is "and" as well.
_ARABIC = frozenset(
    "وليد وائل وسام وسيم وجدي وجيه وحيد وداد وفاء ورود وردة وصال وصفي وضاح ولاء ونيس وهبة وهيب "
    "وديع واصف والي وزير وهبي وفيق وجد وسن ورد ولد".split()
)
_HEBREW = frozenset(
    "ורד ורדה ויקטור ויקטוריה ויקי ויליאם וולף ולדימיר ולרי ולריה ויטלי ורוניקה ויויאן ונסה "
    "ויינשטיין ויינברג ויינר וייס ווייס וייסמן וינטר ויצמן ולך וולך וקנין וענונו ורטהיים וקסמן "
    "וקסלר וגנר וסרמן ורשבסקי ולנסי ואזן וייל".split()
)


def uncased(text: str) -> bool:
    """Whether letters that have no capitals stand in it."""
    return bool(_UNCASED.search(text))


def is_label(text: str) -> bool:
    """Whether it is one word in the letters of foreign words, as buttons are."""
    return bool(_KATAKANA.match(text))


def is_dense(text: str) -> bool:
    """Whether its letters are syllables or words: a name has few of them."""
    return bool(_DENSE.search(text))


def bare(line: str) -> str:
    """The line without "by" before it, and without "reports from Beijing" behind it."""
    if not uncased(line):
        return line
    line = _WROTE.sub("", _OTHERS_BY_SLASH.sub("", line))
    return _REPORTS.sub("", LEAD_IN.sub("", _OTHERS_BEHIND.sub("", _OTHERS_BEFORE.sub("", line))))


def unjoined(part: str) -> str:
    """A part that stands behind a comma, without the "and" that is its first letter."""
    words = part.split()
    return part[1:] if len(words) > 1 and _is_joined(words[0]) else part


def parted(part: str) -> Iterator[str]:
    """The names in a part of a line, without "by", roles, desks and places."""
    if _OTHERS.match(part.strip()):
        return
    line = LEAD_IN.sub("", _FROM.sub("", _PLACE_BEHIND.sub("", part.strip())))
    line = _REPORTS.sub("", line).strip(" =＝")
    is_signed = bool(_ROLE.search(line))
    for pattern in (_HAN_AND, _HAN_DOT, _HANGUL_AND, _ATTACHED_AND):
        line = pattern.sub("\n", line)
    for name in line.split("\n"):
        for each in _attached(_ROLE.sub("", name).split()):
            yield from _without_desks(each, is_signed)


def is_desk(name: str) -> bool:
    return bool(_DESK.search(name) or _DESK_BEFORE.match(name))


def _attached(words: list[str]) -> Iterator[list[str]]:
    """The words, parted where "and" is the first letter of one that begins a full name."""
    for at in range(2, len(words) - 1):
        if _is_joined(words[at]):
            yield words[:at]
            yield from _attached([words[at][1:], *words[at + 1 :]])
            return
    yield words


def _is_joined(word: str) -> bool:
    is_arabic = word[0] == "و" and len(word) > 3 and word not in _ARABIC
    return is_arabic or (word[0] == "ו" and len(word) > 2 and word not in _HEBREW)


def _without_desks(words: list[str], is_signed: bool) -> Iterator[str]:
    """The name that the words are, or the names: of a desk's and a person's, the person's."""
    words = [word for word in (LEAD_IN.sub("", word) for word in words) if word]
    left = words
    if len(words) > 1:
        left = [word for word in words if not is_desk(word) and not _ROLE.fullmatch(word)]
    korean = [word for word in left if _HANGUL.match(word) and word[0] in _KOREAN]
    korean = [word for word in korean if len(word) == 3] or korean
    if len(left) > 1 and korean and (is_signed or len(korean) == len(left)):
        yield from korean
    elif len(left) > 1 and all(_is_chinese(word) for word in left):
        yield from (_ROLE.sub("", word) for word in left)
    elif left == words or len(left) > 1 or is_dense(left[0] if left else ""):
        yield " ".join(left)


def _is_chinese(word: str) -> bool:
    bare = _ROLE.sub("", word)
    return 2 <= len(bare) <= 3 and bare[0] in _CHINESE and not _KANA.search(bare)
