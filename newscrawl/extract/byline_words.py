"""The words that bylines are made of beside names, in the languages that news is written in."""

import re

#: Who signs articles but is no person.
AGENCIES = frozenset(
    (
        "afp|agence france-presse|agence france presse|ap|associated press|the associated press|"
        "reuters|thomson reuters|tass|тасс|interfax|интерфакс|ria novosti|риа новости|dpa|sid|epd|"
        "kna|apa|bloomberg|bloomberg news|efe|europa press|ansa|adnkronos|agi|upi|pa media|belga|"
        "press association|anp|ntb|tt|ritzau|stt|pap|čtk|mti|agerpres|tanjug|hina|укринформ|"
        "укрінформ|xinhua|kyodo|kyodo news|jiji press|yonhap|ani|pti|ians|cnn|bbc|agencies|"
        "canadian press|the canadian press|anadolu ajansı|anadolu agency|wire reports|"
        "wire services|usa today network|getty images"
    ).split("|")
)
#: What stands in the place of a name.
NOBODY = frozenset(
    (
        "staff writer|editorial board|admin|administrator|none|null|unknown|author|anonymous|guest|"
        "by|via|follow|more|read more|twitter facebook|nachrichten|noticias|новости|haber|news"
    ).split("|")
)
#: Words that end the name of a desk, an agency or a paper.
DESK = re.compile(
    r"(?:\b(?:staff|desk|team|newsroom|editors|editorial|agency|agencies|agence|agencia|press|news"
    r"|newspaper|media|magazine|network|online|digital|admin|editorial board|r[eé]daction|redaktion"
    r"|redaktionen|nachrichtenagentur|institute|university|department|ministry|council|foundation|center"
    r"|centre|association|college|committee|institut|universität|company|group|inc|ltd|llc|gmbh"
    r"|podcast|redazione|redacci[oó]n|reda[cç][aã]o|redactie|redakcja|redakce|toimitus|редакци[яи]"
    r"|редакція|агентство|reporters|correspondents|contributors|journal|times|tribune|herald|post"
    r"|radio|tv|service|services)|新聞|通信|編集部|取材班|デジタル|オンライン)$",
    re.IGNORECASE,
)
LEAD_IN = re.compile(
    r"^(?:(?:words|story|text|tekst|written|posted|published|reporting|reported|opinion|analysis"
    r"|review|report|commentary|kommentar|analyse|artikel|bericht|beitrag|pressemitteilung"
    r"|geschrieben|verfasst|escrito|écrit|scritto|article"
    r"|ein\w* \w+|un\w* \w+)\s+)?(?:by|von|par|por)\b[\s:]*"
    r"|^(?:di|da|door|av|af|de)\s+(?=\S+\s+\S)"
    r"|^(?:автори?|авторы|текст|text|tekst|author|authors|autor|autora|autore|auteur|yazan|autoři"
    r"|author\(s\)|reporter|記者|记者|文)[\s:/：]+",
    re.IGNORECASE,
)
#: A lone "y" parts persons only before a full name: Ortega y Gasset is one.
SPLIT = re.compile(
    r"\s*(?:[,;|/•·،、，\n]|\s[-–—]\s|\s(?:and|und|et|и|і|та|ja|og|och|en|ve|with|avec|mit|&|\+)\s"
    r"|\s(?-i:[ye])\s(?=\S+\s+\S))\s*",
    re.IGNORECASE,
)
#: What somebody is, beside or instead of a name.
ROLE = re.compile(
    r"\s*\b(?:correspondent|reporter|editor|editor-in-chief|columnist|journalist|staff|writer|columnists|writers|editors"
    r"|producer|bureau chief|contributor|contributing writer|photographer|author|analyst|critic"
    r"|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|journaliste|autor(?:in)?"
    r"|corresponsal|redactor(?:a)?|корреспондент|редактор|журналист|обозреватель|кореспондент|기자)$",
    re.IGNORECASE,
)
#: A role said in more words than one.
RANK = re.compile(
    r"\b(?:senior|chief|executive|managing|deputy|associate|assistant|content|political|guest"
    r"|special|foreign|national|daily|weekly|contributing|multiplatform"
    r"|investigative|team|business|sports?|health|science|digital|news|the|our|white house)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:https?:|www\.)\S*|\S+@\S+", re.IGNORECASE)
SITE = re.compile(r"^\S+\.[a-z]{2,4}$", re.IGNORECASE)
WHOLLY_IN_BRACKETS = re.compile(r"^\s*[(\[]([^()\[\]]+)[)\]]\s*$")
BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
#: "Ann Lee in London", "Bo Ray of The Paper".
WHERE = re.compile(r"\s(?:in|aus|à|from|of|for|via)\s.*$")
DEGREE = re.compile(r"^(?:jr|sr|ii|iii|phd|ph\.d|md|m\.d|mba|esq|rn|dr|prof)\.?$", re.IGNORECASE)
NOT_A_NAME = re.compile(r"[@\d<>{}=?!:]")
LONGEST = 60
#: Where a byline ends and a date, a place or a button begins.
BEHIND = re.compile(
    r"\d|\b(?:published|updated|posted|last|stand|aktualisiert|veröffentlicht|publié|mis à jour"
    r"|publicado|actualizado|pubblicato|опубликовано|follow|share|view|read|see|hace|quelle|source|monday|tuesday"
    # Jan, April and August sign articles too.
    r"|wednesday|thursday|friday|saturday|sunday|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?"
    r"|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s\d+)"
    r"\b|フォロー|の筆者",
    re.IGNORECASE,
)
#: What leads over from a name to a date.
LEAD_OUT = re.compile(r"\s(?:le|am|on|el|il|den|at|um|vom)$", re.IGNORECASE)
#: Where the names begin behind a date.
LATE_LEAD_IN = re.compile(
    r"\s(?:by|von|par|por|(?:autor|author|auteur|автор)\s?:)\s+", re.IGNORECASE
)
BUTTON = re.compile(
    r"\b(?:twitter|facebook|instagram|linkedin|whatsapp|telegram|youtube|email|e-mail|share|comments?"
    r"|subscribe|print|login|menu|copy|link|posts?|profile|contact|biography|articles?)\b",
    re.IGNORECASE,
)
#: Part of an institution's long name, which may have a comma or an "and" of its own.
INSTITUTION = re.compile(
    r"(?:^|,)[^,]*\b(?:institut[eo]?|university|department|ministry|council|college|committee"
    r"|school|academy|center|centre|office|foundation) (?:of|for|on)\b[^,]*",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    "de del della di da dos das do du des la le van von der den ten ter zu zum zur al el bin ibn "
    "ben y e af av dela st mc o'".split()
)
UNCASED = re.compile(
    r"[\u0590-\u07ff\u0900-\u0fff\u10d0-\u10ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
LETTER = re.compile(r"[^\W\d_]")
MOST_WORDS = 5
