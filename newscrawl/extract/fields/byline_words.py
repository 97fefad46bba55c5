"""The words that bylines are made of beside names, in the languages that news is written in."""

import re

#: Who signs articles but is no person.
AGENCIES = frozenset(
    (
        "afp|agence france-presse|agence france presse|ap|associated press|the associated press|"
        "reuters|thomson reuters|tass|тасс|interfax|интерфакс|ria novosti|риа новости|dpa|sid|epd|"
        "condé nast|"
        "kna|apa|bloomberg|bloomberg news|efe|europa press|ansa|adnkronos|agi|upi|pa media|belga|"
        "press "
        "association|ttxvn|antara|anp|ntb|tt|ritzau|stt|pap|čtk|mti|agerpres|tanjug|hina|укринформ|"
        "укрінформ|xinhua|kyodo|kyodo news|jiji press|yonhap|ani|pti|ians|cnn|bbc|agencies|"
        "canadian press|the canadian press|anadolu ajansı|anadolu agency|wire reports|"
        "wire services|usa today network|getty images|pr newswire|prnewswire|business wire|"
        "globenewswire|accesswire|ots|ddp|kyodo|jiji|ptv|aap|cp|rtr|redazione ansa"
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
#: Words that end the name of a desk, an agency or a paper.
DESK = re.compile(
    r"(?:\b(?:staff|desk|team|newsroom|editors|editorial|agency|agencies|agence|agencia|press|news"
    r"|newspaper|media|magazine|network|online|digital|admin|editorial board|r[eé]daction"
    r"|redaktionen|nachrichtenagentur|institute|university|department|ministry|council|foundation"
    r"|center|centre|association|college|committee|institut|universität|company|group|inc|ltd|llc"
    r"|gmbh|redakcija|redakcia|\w*redaktion|redaktsioon|redacția|redaksjonen|редакцията|σύνταξη"
    r"|συντακτική ομάδα|newsdesk|agenturen|agencias|agenzie|agences|ajanslar|агентства|content"
    r"|podcast|kolegium redakcyjne|redazione|redacci[oó]n|reda[cç][aã]o|redactie|redakcja"
    r"|redakce|toimitus|редакци[яи]|редакція|агентство|nhóm pv|ban biên tập|redaksi"
    r"|haber merkezi|szerkesztőség|reporters|correspondents|contributors|journal|times|tribune"
    r"|herald|post|radio|tv|service|services|daily|weekly"
    r"|(?:staff|wire|agency|news|combined) reports?|opinion|commentary))$"
    r"|^(?:la )?(?:redazione|redacci[oó]n?|reda[cç][aã]o|r[eé]daction|redaktion|redactie|redakcja"
    r"|редакция|редакція|ag[eê]ncia|agence|agenzia|agenția|agencja"
    r"|onze (?:redacteur|verslagge(?:ver|efster)|correspondent))\b|^the (?=\S)",
    re.IGNORECASE,
)
#: What somebody at a newsroom is, beside or instead of a name.
_ROLES = (
    r"correspondent|reporter|editor|editor-in-chief|columnist|journalist|staff|writer|columnists"
    r"|writers|editors|producer|bureau chief|contributor|publisher|photographer|videographer"
    r"|author|analyst|reviewer"
    r"|critic|intern|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|volontär(?:in)?"
    r"|journaliste|autor(?:in)?|corresponsal|redactor(?:a)?|periodista|giornalista|inviat[oa]"
    r"|dziennikar(?:z|ka)|redaktor(?:ka)?|novinář(?:ka)?|muhabir|editör|wartawan|phóng viên"
    r"|újságíró|szerkesztő|toimittaja|reportér(?:ka)?|novinar(?:ka)?|verslaggever|jornalista"
    r"|корреспондент|редактор|журналист(?:ка)?|обозреватель|кореспондент|журналіст(?:ка)?"
)
#: A role said in more words than one.
_RANKS = (
    r"senior|chief|executive|managing|deputy|associate|assistant|content|political|guest"
    r"|special|foreign|national|daily|weekly|contributing|multiplatform|freelance|staff|copy"
    r"|investigative|team|business|sports?|health|science|digital|news|the|our|white house"
)
RANK = re.compile(rf"\b(?:{_RANKS})\b", re.IGNORECASE)
#: A rank that no name begins with: "Senior Staff Technologist".
RANKED = re.compile(
    r"(?:senior|chief|executive|managing|deputy|associate|assistant|contributing|principal|lead"
    r"|freelance|staff|investigative|vice|former|leitende[r]?|stellvertretende[r]?)\s(?=\S)",
    re.IGNORECASE,
)
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
#: What the name of an organisation ends with.
ORGANISATION = re.compile(
    r"\b(?:trust|bank|corp(?:oration)?|fund|partners|society|league|union|alliance|museum|hospital"
    r"|clinic|club|agency|bureau|authority|commission|party|systems|solutions|technologies"
    r"|labs?|capital|holdings|industries|energy|records|books|publishing|airlines|motors|consulting"
    r"|studios?|web ?design|research|initiative|project|on-?line|forum|organi[sz]ation|coalition"
    r"|consortium|observatory|federation|campaign|charity|inquirer|gazette|chronicle"
    r"|observer|stiftung|verlag|verein"
    r"|gesellschaft|fondation|fundación|fondazione|fundacja|nadace|alapítvány|vakfı|фонд|банк)$",
    re.IGNORECASE,
)
#: A name that says where it was written for: "special to The Paper".
SPECIAL = re.compile(
    rf"(?:^|\s)(?:special|exclusive) (?:to|for)\b.*$|\s(?:(?:{_RANKS})\s)*(?:{_ROLES}) to\b.*$",
    re.IGNORECASE,
)
#: What somebody else did for the article than to write it.
OTHERS_WORK = re.compile(
    r"^(?:(?:with |and )?(?:photo(?:s|graphy|graphs)?|pictures?|images?|illustrations?|graphics?"
    r"|video|fotos?|bilder|fotografías?|photographies?|фото) (?:by|von|par|por|di|de|av|door)"
    r"|(?:photographed|illustrated|edited|translated|produced|medically reviewed|reviewed"
    r"|fact[- ]checked|paid for|brought to you|powered|presented|provided) by)\b",
    re.IGNORECASE,
)
#: What tells a son from his father is part of a name, whatever parts it from it.
GENERATION = re.compile(r",?\s+(Jr|Sr)\b\.?|,\s+(II|III|IV)\b")
ADDRESS = re.compile(
    r"(?:https?:|www\.)[^\s<>()\[\],;]*|(?:mailto:)?[^\s<>()\[\],;]*@[^\s<>()\[\],;]+",
    re.IGNORECASE,
)
#: A place behind a full name and a full stop: "Ann Lee. Madrid".
PLACE_BEHIND = re.compile(r"(?<=[^\W\d_]\s)([^\W\d_]{3,})\s?\.\s+([^\W\d_a-z]\S*)((?:\s\S+)?)$")
#: What somebody is called by a program: "ann.lee", "ann_lee".
LOGIN = re.compile(r"[a-z\d]+[._][a-z\d._]*")
#: A name in a sentence about who bears it: "Ann Lee is a reporter at the Harbor".
LIFE = re.compile(
    r"((?:[^\W\d_a-z][\w.'’-]*\s){2,4})(?:is|was|covers|writes|reports|leads|has been|joined"
    r"|ist|schreibt|arbeitet|berichtet|est|écrit|couvre|es|escribe|cubre|è|scrive|é|escreve|is een"
    r"|schrijft|är|er|jest|pisze|пишет)\s(?=\S+\s)"
)
SITE = re.compile(r"^\S+\.[a-z]{2,4}$", re.IGNORECASE)
WHOLLY_IN_BRACKETS = re.compile(
    r"^[\s,<>]*[(\[（【「〔]([^()\[\]（）【】「」〔〕]+)[)\]）】」〕]\s*$"
)
BRACKETS = re.compile(r"\s*[(\[（【「〔<][^)\]）】」〕>]*[)\]）】」〕>]")
#: "Ann Lee in London", "Bo Ray of The Paper".
WHERE = re.compile(
    r"\s(?:in|aus|à|[Ff]rom|of|[Ff]or|via|at|@|on behalf of|courtesy of|en|w|we|z|v|ve|din)\s.*$"
    r"|\set al\.?$"
)
#: The same in a name: "Anna in 't Hof".
IN_NAME = re.compile(r"\sin(?=\s(?:['’]t|het|der?|den)\s\S+$)")
#: What somebody has studied, and suffixes of names.
_DEGREES = (
    r"jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|do|mba|ma|m\.a|ms|msc|bsc|bs|ba|b\.a|bsn|rn|rd|rdn|ld"
    r"|ldn|jd|j\.d|mph|dds"
    r"|dvm|cfa|cpa|cfp|lcsw|lmft|dpt|pt|edd|psyd|pharmd|faap|facc|facs|mrcgp|obe|mbe|cbe|esq|dr"
    r"|prof|pe|pmp|np|pa-c|cpt"
)
#: What stands before what somebody has studied, or is.
CREDENTIAL = re.compile(
    r"(?:[MB]\.(?:A|S|Sc|Ed)\.?|[MB]Sc|MBA|Ph\.?D\.?)\s|(?:Licensed|Certified|Registered|Accredited)\s"
)
DEGREE = re.compile(rf"^(?:{_DEGREES})\.?$", re.IGNORECASE)
#: Behind a full name, in the letters in which they are written.
DEGREES_BEHIND = re.compile(
    r"(?<=\S\s\S\S)(\S*)(?:\s(?:MD|DO|PhD|Ph\.D\.?|M\.D\.?|MBA|MS|MSc|BSc|RN|RDN?|LDN?|JD|MPH"
    r"|DDS|DVM|CFA|CPA|MPs?|MEP|MSP|MLA|QC|KC"
    r"|CFP|BSN|LCSW|PsyD|PharmD|EdD|Esq\.?|OBE|MBE|CBE))+$"
)
#: Who took the pictures: "Ann Lee (Photos)".
PICTURED = re.compile(
    r"\s*[(\[（](?:mit )?(?:fotos?|photos?|photographs|pictures?|bilder|bild|video|illustrations?"
    r"|zdjęcia|фото|фотографии|fotografie|kuvat?|写真|撮影|摄影|攝影|사진)[)\]）]",
    re.IGNORECASE,
)
#: A role before a name.
ROLE_BEFORE = re.compile(
    r"^(?i:(?:(?:unser\w*|our|notre|nuestr[oa]|nostr[oa]|freie[rn]?)\s+)?"
    rf"(?:[^\W\d_]+(?=\s(?-i:[a-zà-ÿ]))\s+)?(?:(?:{_RANKS})\s+)*"
    rf"(?:{_ROLES})\s+)(?=[^\W\d_a-z]\S*\s[^\W\d_a-z])"
)
#: Where, within a line, it is told what somebody else did: "Ann Lee Photo: Bo Ray".
THEN_OTHERS = re.compile(
    r"(?<=\S)[\s,;|/.–—-]+(?:(?:photo(?:s|graphy|graphs)?|pictures?|images?|illustrations?|illustrated"
    r"|graphics?|video|audio|cover|fotos?|bild(?:er)?|fotografías?|imagen|photographies?|crédits?"
    r"|fotografie|zdjęci[ae]|фото|ілюстрація|иллюстрация|写真|図)\s?[:：/]"
    r"|(?:(?:photo(?:s|graphs|graphy)?|illustrations?) by|photographed by|illustrated by"
    r"|as told (?:to|by)|edited by|translated by|translation by|produced by|reviewed by"
    r"|fact[- ]checked by|editing by|(?:with )?additional reporting by"
    r"|(?:fotos?|bilder|illustration(?:en)?|redigiert|übersetzt|aus dem \w+(?:en|ischen)) von"
    r"|photos? de|traduit par|édité par|traducido por|editado por|fotos? de|tradotto da|foto di"
    r"|traduzione di)\s)",
    re.IGNORECASE,
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
#: "By" within a line: "reviewed by Ann Lee, written by Bo Ray".
BY_AGAIN = re.compile(
    r"^(?:(?:written|reported|words|text|story|reporting)\s+)?(?:by|von|par|por)\s+"
    r"(?!der?\s|la\s)(?=\S+\s\S)",
    re.IGNORECASE,
)
#: Pictures among letters.
EMOJI = re.compile(
    "[\u200b\u2060\ufeff\u2190-\u259f\u25d0-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+"
)
NOT_A_NAME = re.compile(r"[@\d<>{}=?!:]")
LONGEST = 60
#: Where a byline ends and a date, a place or a button begins.
BEHIND = re.compile(
    r"\d|\b(?:published|updated|posted|last|stand|aktualisiert|veröffentlicht|publié|mis à jour"
    r"|publicado|actualizado|pubblicato|опубликовано|follow|share|view|read|see|hace|quelle|e-?mail"
    r"|source|monday|tuesday"
    # Jan, April and August sign articles too.
    r"|wednesday|thursday|friday|saturday|sunday|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
    r"|apr(?:il)?"
    r"|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\.?\s\d+)"
    r"\b|フォロー|の筆者",
    re.IGNORECASE,
)
#: What leads over from a name to a date.
LEAD_OUT = re.compile(
    r"\s(?:le|am|on|el|il|den|at|um|vom|op|em|w|в)(?:\s[^\W\d_]{2,12}\.?,)?$", re.IGNORECASE
)
#: "And", with others counted behind it: "Ann Lee and 2 others".
AND_OTHERS = re.compile(r"(?:\s(?:and|und|et|y|e|i|og|och|en|и|та|with|mit)|\s?[&+])$")
#: A date that stands before the names, with what parts it from them.
LEADING_DATE = re.compile(
    r"^(?:[^\W\d_]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? [^\W\d_]{3,9}\.?,? \d{4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})[\s·|,•–—-]+(?=[^\W\d_])"
)
BUTTON = re.compile(
    r"\b(?:abone ol|takip et"
    r"|read(?:ing)? time|twitter|facebook|instagram|linkedin|whatsapp|telegram|youtube"
    r"|email|e-mail|share|comments?"
    r"|subscribe|print(?= |$)|login|menu|copy|link|posts|profile|contact|bio(?:graphy)?"
    r"|articles?)\b",
    re.IGNORECASE,
)
#: Part of an institution's long name, which may have a comma or an "and" of its own.
INSTITUTION = re.compile(
    r"(?:^|,)[^,]*\b(?:institut[eo]?|university|department|ministry|council|college|committee"
    r"|school|academy|center|centre|office|foundation) (?:of|for|on)\b[^,]*",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    "née né de del della di da dos das do du des la le van von der den ten ter zu zum zur al el "
    "bin ibn ben abu bint ould vom op het 't ’t y e af av dela st mc o'".split()
)
#: A particle that is written with the name: "al-Amin", "d’Arcy".
PREFIXED = re.compile(r"[a-z]{1,3}['’‘-][^\W\d_a-z]")
#: A shorter or another first name in brackets: "Ann (Annie) Lee".
NICKNAME = re.compile(r"([^\W\d_a-z]\w+) [(]([^\W\d_a-z][^\W\d_]+)[)] ([^\W\d_a-z][\w'’-]+)")
#: What is told of somebody in brackets: "(born 1950 in Northport)", "(4 May 2026)".
TOLD_IN_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]*\d[^()\[\]（）]*[)\]）]")
LETTER = re.compile(r"[^\W\d_]")
#: Words of a name, and with particles between them.
MOST_WORDS, LONGEST_NAME = 5, 8
#: Surnames that papers are called as well.
SURNAMES = frozenset(
    "post press times herald journal service college center centre radio news daily weekly".split()
)
#: Those that persons bear beside a first name that nobody knows here.
PLAIN_SURNAMES = frozenset({"post", "press"})
#: What stands before "post" and "press" where a paper or a button is named.
OF_PAPERS = frozenset(
    "the a an le la die der daily weekly sunday saturday morning evening national financial free "
    "associated united canadian australian european american british french world international "
    "local global university harvard oxford cambridge yale princeton stanford guest blog share "
    "view "
    "next previous print all new latest older newer save edit sponsored featured washington denver "
    "jakarta bangkok kyiv jerusalem houston huffington huff bristol birmingham nottingham "
    "yorkshire "
    "cincinnati tampa columbus boston chicago detroit pittsburgh phoenix winnipeg manila china "
    "india asia africa arab euro europa news editorial our foreign us uk city state tech business "
    "politics culture opinion digital york palm dominion liverpool charlotte vermont texas".split()
)
