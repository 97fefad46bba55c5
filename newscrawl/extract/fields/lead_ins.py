"""What bylines begin with before the names: "by" and its like, in scripts that have capitals."""

import re

#: What was done, or what kind of text it is, before "by".
_DONE = (
    r"words|(?:photos?|pictures|words|story|text) and (?:story|text|words|photos?|pictures)"
    r"|compiled|submitted|eingereicht|gespeichert|soumis|enviado|ingediend|inskickat|indsendt|wysłane"
    r"|story|text|tekst|written|authored|posted|published|reporting|reported|opinion"
    r"|exclusive|analysis|review|report|commentary|kommentar|analyse|artikel|bericht"
    r"|pressemitteilung|(?:(?:blog|gast)[ -]?)?beitrag"
    r"|geschrieben|verfasst|eingestellt|erstellt|aufgezeichnet|protokolliert|escrito|publicado|écrit"
    r"|publié|rédigé|scritto|article"
    r"|guest (?:post|column|essay|blog)|column|essay|feature|interview|reportage|kolumne"
    r"|propos recueillis|recueillis?|enquête|entretien|texto|texte|reportaje|entrevista|ditulis"
    r"|được viết|aus [^\W\d_]+|ein\w* \w+|un\w* \w+"
)
#: What is told to have been done: "This article was written by".
_THIS = (
    r"this (?:guest )?(?:post|article|story|piece|entry|report|blog) (?:was|is|has been)\s+"
    r"|(?:article|post|story)\s+(?=(?:written|authored|posted|submitted) by)"
)
#: The same before a word that names begin with, too.
_DONE_BY_OF = (
    r"intervista|servizio|inviato|inserito|pubblicato|geplaatst|publicerad|publiceret|publisert"
    r"|une? (?:article|texte|chronique|enquête|reportage|analyse)"
    r"|articolo|testo|scritto|commento|texto|crónica|reportagem|geschreven"
    r"|skriven|skrevet|scris|publicat|postat|text|tekst|reportage"
)
_COLUMN = r"column|kolumne|columna|chronique|rubrica"
#: Who signs, or what he did: a name or a colon stands behind it.
_SIGNED = (
    r"автор текста|аутор(?:ка)?|avtor(?:ica)?|muallif|aus [^\W\d_]+ berichtet|от(?= \S+ \S)"
    r"|guest (?:author|writer|contributor|blogger)|gast(?:autor(?:in)?|beitrag)"
    r"|автори?|авторы|авторка|аўтар(?:ы|ка)?|текст|text|tekst|author|authors|autor"
    r"|autora|autore|auteurs?|autores|yazan|autoři|autors|autore|autori|autorius|autorė|müəllif|höfundur|mwandishi"
    r"|írta|kirjoittaja|kirjoittanut|γράφει(?: [οη])?|συντάχθηκε από|de către|a cura di"
    r"|dal(?:la)? nostr[oa] (?:inviat[oa]|corrispondente)|oprac(?:\.|ował|owała|owani[ea])"
    r"|shkrua(?:n|r nga)|parengė|сэтгүүлч"
    r"|napí?sala?(?:\(a\))?|napisa[olłt]a?|napisał[ao]?(?: przez)?|napisane przez|rozmawiała?"
    r"|piše|pišu"
    r"|пише|пишу|пишува|написа(?:о|ла?|в)|написано(?: автором| от)?|беседовала?|записала?"
    r"|(?:материал )?подготовил[аи]?|author\(s\)|reporter|penulis|pewarta|isinulat ni|szerző"
    r"|συντάκτης|haber(?=[:/])|bài và ảnh|bài|tác giả|phóng viên|pv"
    r"|autorin(?:/autor)?|autor/autorin|autoren|autorinnen|contributors?(?=:)|verfasser(?:in)?"
    r"|skribent|tekijä|autorka|redaktor|teksti"
    r"|szöveg|besedilo|texte|texto|testo|protokoll(?=\s?:)|հեղինակ|egilea"
    r"|підготува(?:в|ла|ли)|de notre (?:correspondante?|envoyée? spéciale?)"
    r"(?: (?:à|en|au|aux) \S+)?"
    r"|(?:van )?onze (?:redacteur|verslagge(?:ver|efster)|correspondent)(?: in \S+(?= )|(?! in ))"
    r"|(?:interview|entrevista|intervista|muhabir|journalist|journaliste|periodista|giornalista"
    r"|dziennikar(?:z|ka)|novinář(?:ka)?|wartawan|jurnalis|журналист(?:ка)?|журналіст(?:ка)?"
    rf"|{_COLUMN}"
    r"|корреспондент|кореспондент(?:ка)?|toimittaja|επιμέλεια|thực hiện)(?=\s?:)"
)
#: Before who writes a column, or what it is called.
COLUMN = re.compile(rf"(?:{_COLUMN})\s?:\s*", re.IGNORECASE)
LEAD_IN = re.compile(
    rf"^(?:{_THIS})?(?:(?:{_DONE})\s+)?(?:by|von|par|por|oleh|bởi|deur)\b[\s:]*"
    rf"|^(?:(?:{_DONE_BY_OF})\s+)?(?:di|da|door|av|af|de(?! notre))(?:\s?:)?\s+(?=\S+\s+\S)"
    rf"|^(?:{_SIGNED})[\s:/：՝]+"
    # Greek: "of" Ann Lee, in the case that says so.
    r"|^(?:από\s+)?(?:του|της|των|τον|την?|το)\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
#: "By" in languages in which it is part of names in others.
_OF_LANGUAGE = {
    language: re.compile(rf"^(?i:{words})\s+(?=[^\W\d_a-z]\S*\s+\S)")
    for language, words in {
        "ca": "per", "fil": "nina?|ni", "tl": "nina?|ni", "sw": "na", "sq": "nga", "cy": "gan",
        "ga": "le", "gd": "le", "mt": "minn", "lb": "vum|vun", "oc": "per",
        "vi": "theo",
    }.items()
}  # fmt: skip
#: Words among those that surnames begin with as well.
LEADS_NAMES_TOO = frozenset("von de di da af av par por door".split())
#: Those that full names begin with, and hardly a line of what is said to be a name.
BEGINS_NAMES = frozenset("De Di Da".split())
#: "By" and one name: "By Sukarta".
BY_ONE = re.compile(
    r"(?i:(?:(?:posted|written|submitted|story)\s+)?by:?|par|por|oleh|bởi)\s+([^\W\d_a-z][^\W\d_]{2,})"
    r"(?:,|(?:,|\s(?:on|[|·•–-]))\s.{0,20}\d.*)?"
)
#: Where the names begin behind a date.
LATE_LEAD_IN = re.compile(
    r"\s(?:by|von|par|por|door|av|af|przez|da|(?:autor|author|auteur|автор)\s?:)\s+", re.IGNORECASE
)
#: A line that says when it was posted, and then by whom.
POSTED = re.compile(
    r"(?:(?:originally |first )?(?:posted|published|written|created|added)|veröffentlicht|publié"
    r"|publicado|pubblicato|geplaatst|publicerad|publiceret|publisert|opublikowano|erstellt"
    r"|eingestellt)\s.{0,40}\d.{0,40}$",
    re.IGNORECASE,
)


def without_own_lead_in(line: str, language: str | None) -> str:
    """The line without a "by" that is one in the page's language alone."""
    own = _OF_LANGUAGE.get((language or "").partition("-")[0])
    return own.sub("", line) if own else line
