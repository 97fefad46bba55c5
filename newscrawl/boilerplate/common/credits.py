"""Lines that say who wrote, edited and photographed, and when."""

_MONTH = (
    r"(?:january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september"
    r"|sept?|october|oct|november|nov|december|dec)"
)
_WHEN = (
    rf"(?:{_MONTH}\b|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b|\d{{1,4}}"
    r"|[ap]\.?m\b|(?:st|nd|rd|th|at|on|ago|and|updated|published|hours?|hrs?|min(?:ute)?s?|days?"
    r"|est|edt|et|pst|pdt|pt|gmt|utc|bst|ist|cest|cet|sgt|hkt|aest|today|yesterday|last|modified)"
    r"\b|[ ,.:/|()·+-])"
)
_AGENCY = (
    r"(?:getty images|getty|ap|reuters|afp|shutterstock|ap photo|alamy|unsplash|pixabay|istock|epa"
    r"|dpa|tass)"
)

BYLINE = (
    r"(?:published|updated|posted|last (?:updated|modified|edited)|first published|created"
    rf"|modified)(?=.{{0,40}}\d)(?: on| at)?[ :]{{1,2}}{_WHEN}{{1,60}}(?:\bby [\w .'-]{{2,40}})?",
    r"(?:\d{1,2} ?(?:min(?:ute)?s?|hours?|days?|hrs?|weeks?|months?)(?: ago| read"
    r"|,? \d+ ?sec\w* read)|(?:estimated )?read(?:ing)? ?time"
    r"(?: ?:? ?(?:about |less |<)?.{0,6}\d.{0,16})?"
    r"|\d{1,2} ?-?min(?:ute)? read(?:ing)?)",
    r"(?:photo|image|picture|photograph|illustration|graphic|video|credit|source|file photo"
    r"|photo credit|image credit|image source|images?|photos?|picture credit)"
    r"(?: ?[:/|] ?[^!?]{2,90}| via (?:\S+(?: \S+){0,3}|(?!.*\.$)[^!?]{2,90}))|(?:(?:photo "
    r"|image )courtesy(?: of)?:?"
    r"|courtesy(?: of\b"
    r"|:)) ?[^.!?]{2,50}",
    rf"(?!.*\)\.$)[^.!?]{{0,60}}(?:/ ?|\bvia |\(){_AGENCY}(?: photos?| images?| pool| file)?\)?"
    r"(?: ?[/|] ?[^.!?]{0,30})?",
    r"(?:getty images|associated press|reuters|shutterstock)(?:/[^.!?]{0,40})?"
    r"|enlarge(?: this)? (?:image|photo)|(?:hide|toggle) caption|caption|view image in fullscreen",
    r"author ?: ?[^.!?]{2,60}",
    r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.\w{2,10}){1,3}|@\w{2,30}",
    r"(?:veröffentlicht|aktualisiert|stand|publié|mis à jour|publicad[oa]|actualizad[oa]"
    r"|pubblicato|aggiornato|atualizado|gepubliceerd|publicerad|publisert|uppdaterad|oppdatert"
    r"|opdateret|опубликовано|обновлено|оновлено|опубліковано|data publikacji|güncelleme"
    r"|yayınlanma)\b(?!.*\w{3}\.$)(?: ?:| (?:am|le|el|il|op|den|on|em|à|a las))? ?[^,]{0,20}\d"
    r"[\w .:/|,-]{0,40}",
    r"(?:lesedauer|lesezeit|temps de lecture|tiempo de lectura|время чтения|tempo di lettura"
    r"|leestijd|czas czytania)(?: ?:? ?.{0,6}\d.{0,16})?|\d{1,2} ?(?:min\.?|minuten|minutes|minutos"
    r"|minuti|мин\.?|хв\.?)(?: (?:lesezeit|de lecture|de lectura|di lettura|чтения|lesedauer))?",
    r"(?:foto|bild|fotos|bilder|photos?|crédits?(?: photos?)?|quelle|imagen|im[aá]genes"
    r"|fotograf[ií]a|фото"
    r"|изображение|иллюстрация|скриншот|zdjęcie|fot|görsel|kuva|archivbild|symbolbild"
    r"|bildquelle)\.? ?(?::|/|\||\(c\)|©) ?[^!?]{2,90}",
    r"(?:bild|video|audio) (?:vergrößern|öffnen|abspielen|starten)|(?:zum anhören"
    r"|neuer abschnitt|nach oben|zur startseite|inhaltsverzeichnis|inhalt)",
)

_CAPITAL = r"[A-ZÄÖÜÉÈÀÁÍÓÚĐŠŽČŁА-ЯЁІЇЄ]"
_NAME = rf"{_CAPITAL}[\w.'-]{{0,24}}"
_NAMES = rf"{_NAME}(?: (?:{_NAME}|de|da|van|von|der|den|al|el|and|und|et|y|e|и|та)){{1,7}}"

#: Behind these stands a name, so case tells.
BYLINE_NAMES = (
    r"^(?:By|BY) [A-Z][\w.'-]{1,20}(?! and\b)(?: (?:[A-Z][\w.'-]{0,24}|de|van|von|der|al|and)){1,5}"
    r"(?:[,|-] ?[^.!?]{0,80})?$",
    r"^(?:Contact|Reach|Email|E-mail|Follow) [A-Z]\w{1,30}(?: [A-Z]\w{1,30})? (?:at|via|on|by)"
    r" (?:\S{1,60}@|@\w|[Ee]-?mail|Twitter|X\b|Signal|[Pp]hone|[+(\d]).{0,120}$",
    r"^\(?(?i:photos?|images?|pictures?|video|illustration|graphics?|written|compiled|edited"
    rf"|produced) (?i:by) @?(?:{_NAMES}|{_NAME})"
    r"(?:(?: ?[/|,] ?| on | for | via )[^.!?]{0,40})?\)?$",
    rf"^(?i:foto|fotos|bild|bilder|photo|imagen|фото) (?i:von|de|di|da|par|door) {_NAMES}$",
    r"^(?i:von|par|por|di|door|av|af|автор|авторка|текст|autore?|auteur|autor(?:in)?"
    rf"|redacci[oó]n|redaktion|texte?|redazione) ?:? (?!\S+ (?:e|et|y|und|и)\b){_NAMES}$",
)

#: Evidence: who reported and edited, in the words of the wires.
CREDITS = (
    r"^\(?(?:With |Additional |Further )?(?i:reporting|editing|writing)"
    r"(?: and (?:editing|writing))? by (?:the )?(?!.*\b(?:is|was|are|were|has|had)\b)"
    rf"{_NAMES}(?: in {_NAME}(?: {_NAME})?)?(?:[,;:] ?.{{1,160}})?[).]{{0,3}}$",
    rf"^[-*( ]{{0,3}}(?i:with (?:assistance|help|contributions?|reporting|files|material)|con"
    rf" informaci[oó]n|mit material|avec) (?i:from|by|de|von|l') ?(?:the )?(?:{_NAMES}|{_NAME})"
    r"[).]{0,3}$",
    rf"^[-*( ]{{0,3}}(?:The )?(?:{_NAMES})(?:,? .{{1,80}})? (?:also )?contributed (?:reporting )?to"
    r" this (?:report|story|article)[).]{0,3}$",
)
