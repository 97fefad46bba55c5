"""Labels of boxes of links, alone or above a list: "Read also", "Most read".

Not those that ``related_links.py`` and the other lines have alone: these are taken before.
"""

#: Labels that need no list behind them.
SURE_LABELS = (
    r"editors?'?s? ?'?(?:picks?|choice)|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)"
    r"|most (?:read|popular|viewed|shared|commented)(?: stories| articles| news)?"
    r"|read (?:more|next|also|this next)|also read|see also|what to read next"
    r"|recommended(?: (?:for you|by our editors|stories|reading|articles|videos))?|for you"
    r"|related(?: (?:articles?|stor(?:y|ies)|news|content|posts?|topics?|links?|videos?|coverage"
    r"|reading|photos))?|trending(?: (?:now|stories|news|topics|videos))?|popular (?:now|stories)"
    r"|more (?:stories|news|articles|top stories|from .{2,40}|in [a-z]{3,20}|coverage|to read)"
    r"|(?:top|latest) (?:stories|news|headlines|videos)|people are also reading|don't miss"
    r"|(?:from )?around the web|from our partners|sponsored (?:stories|content|links)"
    r"|must[- ]reads?|stories for you|in case you missed it|next read|share this(?: \w{3,12})?",
    r"lesen sie (?:auch|mehr)|lies auch|mehr zum thema|auch interessant"
    r"|das könnte (?:sie|dich|euch) (?:auch )?interessieren|passend dazu|meist ?gelesen|lesetipps?"
    r"|weitere (?:artikel|meldungen)|(?:les )?plus lus|lee tambi[eé]n|lo m[aá]s (?:le[ií]do|visto)"
    r"|articoli correlati|leia tamb[eé]m|veja tamb[eé]m|mais lidas|lees ook|meest gelezen"
    r"|läs också|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)",
    r"читайте (?:также|ещё|еще)|(?:материалы|новости|статьи) по теме|смотрите также"
    r"|самое (?:читаемое|популярное)|читайте також|новини за темою|дивіться також"
    r"|ilgili haberler|çok okunanlar|関連キーワード",
)

#: Labels where links follow.
LABELS = (
    *SURE_LABELS,
    r"read (?:on|our)|(?:recommended|trending|popular|latest)(?: \w+){0,3}"
    r"|(?:related|featured|suggested)(?: \w+){0,2}"
    r"|more (?:from|on|in|about|by|like|stories|news|coverage|articles|top stories|to (?:read"
    r"|explore))(?: [\w&' .-]{1,50})?|you may also .{0,40}"
    r"|most (?:read|popular|viewed|recent|shared|commented)(?: .{0,40})?"
    r"|others? (?:also )?(?:read|liked)|in other news|from the web|explore more(?: .{0,40})?"
    r"|discover more.{0,40}|similar (?:stories|articles|posts)|best of .{2,30}|next up|top picks"
    r"|watch (?:more|next)|share this \w+|about the authors?|author|what's next|further reading"
    r"|key reads",
    r"lesen sie (?:dazu|hier)|mehr (?:dazu|zum thema|aus|von|zu|über|nachrichten|news|artikel)"
    r"(?: .{0,60})?|weitere (?:themen|artikel|nachrichten|meldungen|beiträge|news|videos)"
    r"(?: .{0,40})?|meist ?gelesene artikel|(?:beliebt|neueste|aktuelle|ähnliche|verwandte|top)\w*"
    r" (?:artikel|beiträge|themen|meldungen|nachrichten|videos|stories)|zum thema|themen"
    r"|(?:empfehlungen|aktuelles)(?: .{0,40})?|unsere empfehlungen|schlagzeilen|newsticker"
    r"|über den autor|autoren?|nächster artikel",
    r"à lire(?: ensuite)?|à voir|dans la même rubrique|nos derniers .{0,30}"
    r"|articles? (?:liés?|similaires?|connexes?|recommandés?)|vous aimerez aussi|à la une"
    r"|contenus sponsorisés|en savoir plus|pour aller plus loin|notre sélection|thèmes"
    r"|services .{0,20}",
    r"lee m[aá]s|tambi[eé]n te puede interesar|relacionad[oa]s?|(?:lo )?m[aá]s (?:le[ií]do|visto"
    r"|noticias|informaci[oó]n|sobre|de)s?(?: .{0,40})?|te recomendamos|m[aá]s en .{0,40}"
    r"|últimas noticias|temas|archivado en|etiquetas|contenido relacionado"
    r"|art[ií]culos relacionados",
    r"potrebbe interessarti|(?:i )?più letti|notizie correlate|ultime notizie|approfondimenti"
    r"|vedi anche|not[ií]cias relacionadas|meer over .{0,40}|gerelateerd\w*|läs även"
    r"|mest (?:lest|læste|lästa)|mer om .{0,40}|polecane|powiązane|najczęściej czytane",
    r"читайте нас|самое (?:интересное|важное)|популярное|рекомендуем|(?:ещё|еще) по теме|главное"
    r"|(?:последние|другие) новости|популярне|останні новини|рекомендуємо|головне|більше новин"
    r"|önerilen\w*|son dakika|おすすめ|人気記事|ランキング|新着",
)
