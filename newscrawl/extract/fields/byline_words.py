"""The words that bylines are made of beside names, in the languages that news is written in."""

import re

#: Who signs articles but is no person.
AGENCIES = frozenset(
    (
        "afp|agence france-presse|agence france presse|ap|associated press|the associated press|"
        "reuters|thomson reuters|tass|тасс|interfax|интерфакс|ria novosti|риа новости|dpa|sid|epd|"
        "condé nast|kna|apa|sda|keystone-sda|dha|bloomberg|"
        "bloomberg news|efe|europa press|ansa|adnkronos|agi|upi|belga|"
        "pa media|press association|ttxvn|antara|anp|ntb|tt|ritzau|stt|pap|čtk|mti|agerpres|tanjug|"
        "hina|укринформ|укрінформ|xinhua|kyodo|kyodo news|jiji|jiji press|yonhap|ani|pti|ians|cnn|"
        "bbc|agencies|canadian press|the canadian press|anadolu ajansı|anadolu agency|aap|cp|rtr|"
        "wire reports|wire services|usa today network|getty images|pr newswire|prnewswire|ptv|"
        "business wire|globenewswire|accesswire|ots|ddp|redazione ansa"
    ).split("|")
)
#: What stands in the place of a name.
NOBODY = frozenset(
    (
        "staff writer|staff report|staff reports|editorial board|admin|administrator|none|null|"
        "unknown|author|anonymous|guest|sponsored|advertorial|publireportage|contributed|reader|"
        "readers|letters|letter to the editor|"
        "undefined|null null|nan|n/a|true|false|wordpress|super user|superuser|webmaster|root|"
        "sponsored content|press release|al|others|altri|andere|otros|autres|inne|др|и др|"
        "著者|筆者|作者|記者|记者|著者一覧|投稿者|翻訳者|編集者|"
        "array|comments|share|home|istock|istockphoto|shutterstock|adobe stock|unsplash|pixabay|"
        "wetu|mwandishi wetu|waandishi wetu|"
        "by|via|follow|more|read more|twitter facebook|nachrichten|noticias|новости|haber|news"
    ).split("|")
)
#: What somebody at a newsroom is, beside or instead of a name.
_ROLES = (
    r"correspondent|reporter|editor|editor-in-chief|columnist|journalist|staff|writer|columnists"
    r"|writers|editors|producer|bureau chief|contributor|publisher|photographer|videographer"
    r"|author|analyst|reviewer"
    r"|critic|intern|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|volontär(?:in)?"
    r"|redaktions(?:leiter|mitglied|volontär|chef)(?:in)?"
    r"|journaliste|envoyée? spéciale?|autor(?:in)?|corresponsal|redactor(?:a)?|periodista"
    r"|giornalista|inviat[oa]"
    r"|dziennikar(?:z|ka)|korespondent(?:ka)?|redaktor(?:ka)?|novinář(?:ka)?|muhabir|editör"
    r"|wartawan|phóng viên"
    r"|újságíró|szerkesztő|írása|skrifar|toimittaja|reportér(?:ka)?|novinar(?:ka)?|verslaggever|jornalista"
    r"|корреспондент|редактор|журналист(?:ка)?|обозреватель|кореспондент|журналіст(?:ка)?"
)
#: A role said in more words than one.
_RANKS = (
    r"senior|chief|executive|managing|deputy|associate|assistant|content|political|guest"
    r"|special|foreign|national|daily|weekly|contributing|multiplatform|freelance|staff|copy"
    r"|investigative|team|business|sports?|health|science|digital|news|the|our|white house"
    r"|travel|culture|crime|consumer|democracy|education|entertainment|environment|climate|fashion|features"
    r"|film|lifestyle|local|royal|technology|video"
)
RANK = re.compile(rf"\b(?:{_RANKS})\b", re.IGNORECASE)
ROLE = re.compile(rf"\s*\b(?:(?:{_RANKS})\s+)*(?:{_ROLES})$", re.IGNORECASE)
#: What somebody is elsewhere: it says of whom, or where.
TITLE = re.compile(
    r"\b(?:vice[- ]president|[se]?vp|president|director|(?:head|chief)(?= of)"
    r"|chief \w+ officer|officer"
    r"|professor|minister|(?:co-)?founder|ceo|cfo|coo|cto|manager|fellow|secretary|senator"
    r"|chair(?:man|woman|person)?|partner|attorney|lawyer|economist|lecturer|researcher|scientist"
    r"|consultant|strategist|specialist|technologist|scholar|adviser|advisor|counsel|coordinator|developer|engineer|designer"
    r"|spokes(?:man|woman|person)|ambassador|physician|nurse|therapist|dietitian|nutritionist"
    r"|historian|physicist|teacher|student|candidate|expert|photojournalist"
    r"|president[ea]|directora?|dirett(?:ore|rice)|direct(?:eur|rice)|direktor(?:in)?|leiter(?:in)?"
    r"|profesora?|professeure?|professore|professor(?:in)?|profesor(?:ka|ius|ė)?"
    r"|geschäftsführer(?:in)?|vorsitzende[r]?"
    r"|ministr[oae]|ministre|dyrektor(?:ka)?|ředitel(?:ka)?|müdürü|başkanı|genel yayın yönetmeni"
    r"|директор|президент|профессор|руководитель|политолог|экономист|аналитик|министр|юрист)"
    r"(?=$|\s(?:of|for|at|in|&|and|de|del|di|der|des|für|bei|an)\b)",
    re.IGNORECASE,
)
#: A name that says where it was written for: "special to The Paper".
SPECIAL = re.compile(
    rf"(?:^|\s)(?:special|exclusive) (?:to|for)\b.*$|\s(?:(?:{_RANKS})\s)*(?:{_ROLES}) to\b.*$",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"(?:https?:|www\.)[^\s<>()\[\],;]*|(?:mailto:)?[^\s<>()\[\],;]*@[^\s<>()\[\],;]+",
    re.IGNORECASE,
)
#: What somebody is called by a program: "ann.lee", "ann_lee".
LOGIN = re.compile(r"[a-z\d]+[._][a-z\d._]*")
BRACKETS = re.compile(r"\s*[(\[（【「〔<][^)\]）】」〕>]*[)\]）】」〕>]")
#: What somebody has studied, and suffixes of names.
_DEGREES = (
    r"jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|do|mba|ma|m\.a|ms|msc|bsc|bs|ba|b\.a|bsn|rn|rd|rdn|ld"
    r"|ldn|jd|j\.d|mph|dds"
    r"|dvm|cfa|cpa|cfp|lcsw|lmft|dpt|pt|edd|psyd|pharmd|faap|facc|facs|mrcgp|obe|mbe|cbe|esq|dr"
    r"|prof|pe|pmp|np|pa-c|cpt"
)
DEGREE = re.compile(rf"^(?:{_DEGREES})\.?$", re.IGNORECASE)
#: A role before a name.
ROLE_BEFORE = re.compile(
    r"^(?i:(?:(?:unser\w*|our|notre|nuestr[oa]|nostr[oa]|freie[rn]?)\s+)?"
    rf"(?:[^\W\d_]+(?=\s(?-i:[a-zà-ÿ]))\s+)?(?:(?:{_RANKS})\s+)*"
    rf"(?:{_ROLES})\s+)(?=[^\W\d_a-z]\S*\s[^\W\d_a-z])"
)
#: The same before a name that stands in an element of its own, unless the text is theirs, too.
OTHERS_WORK_BEFORE = re.compile(
    r"(?<!\b(?:and|und)\s)(?<!\b(?:et|en|og)\s)(?<!\b[&+yeiи]\s)(?:\b(?:"
    r"(?:photo\w*|pictures?|images?|illustrat\w+|graphics?|video|edited|translat\w+|styl\w+|produced"
    r"|review(?:ed)?|fact[- ]check(?:ed|ing)?|researched"
    r"|checked|approved) by"
    r"|(?:fotos?|fotografien?|bild(?:er)?|illustration(?:en)?|grafik(?:en)?|video|redigiert|übersetz\w+"
    r"|geprüft|überprüft) von"
    r"|(?:photos?|photographies?|illustrations?|traduit|relu|vérifié|édité) (?:de|par)"
    r"|(?:fotos?|fotografías?|ilustraci(?:ón|ones)|traducido|editado|revisado) (?:de|por)"
    r"|(?:foto|fotografie|illustrazioni?|tradotto|traduzione|revisionato) (?:di|da)"
    r"|(?:foto's|foto|vertaald|beeld) (?:door|van)"
    r"|zdjęci[ae]|фото|фотографии|перевод|переклад|редактор)"
    r"|(?:写真|撮影|摄影|攝影|翻訳|翻訳者|译者|編集|编辑|編輯|사진))\s?[:：]?$",
    re.IGNORECASE,
)
NOT_A_NAME = re.compile(r"[@\d<>{}=?!:]")
LONGEST = 60
PARTICLES = frozenset(
    "née né de del della di da dos das do du des la le van von der den ten ter zu zum zur al el "
    "bin ibn ben abu bint binti binte ould vom op het 't ’t y e af av dela st mc o' "
    "los las ap ab ferch a/l a/p s/o d/o".split()
)
LETTER = re.compile(r"[^\W\d_]")
#: Words of a name, and with particles between them.
MOST_WORDS = 5
#: Surnames that papers are called as well.
SURNAMES = frozenset(
    "post press times herald journal service college center centre radio news daily weekly bank "
    "hospital fund league union bureau books company".split()
)
