"""Labels of boxes of links, alone or above a list: "Read also", "Most read"."""

#: Labels that need no list behind them.
SURE_LABELS = (
    r"editors?'?s? ?'?(?:picks?|choice)|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)"
    r"|most (?:read|popular|viewed|shared|commented)(?: stories| articles| news)?|up next"
    r"|read (?:more|next|also|this next)|also read|see also|keep reading|what to read next"
    r"|recommended(?: (?:for you|by our editors|stories|reading|articles|videos))?|for you"
    r"|related(?: (?:articles?|stor(?:y|ies)|news|content|posts?|topics?|links?|videos?|coverage"
    r"|reading|photos))?|trending(?: (?:now|stories|news|topics|videos))?|popular (?:now|stories)"
    r"|more (?:stories|news|articles|top stories|from .{2,40}|in [a-z]{3,20}|coverage|to read)"
    r"|(?:top|latest) (?:stories|news|headlines|videos)|people are also reading|don't miss"
    r"|(?:from )?around the web|from our partners|sponsored (?:stories|content|links)"
    r"|must[- ]reads?"
    r"|stories for you|in case you missed it|next read|share this(?: \w{3,12})?",
    r"lesen sie (?:auch|mehr)|lies auch|mehr zum thema|auch interessant"
    r"|das könnte (?:sie|dich|euch)"
    r" (?:auch )?interessieren|passend dazu|meist ?gelesen|lesetipps?|weitere (?:artikel|meldungen)"
    r"|à lire (?:aussi|également)|lire aussi|(?:les )?plus lus|sur le même (?:sujet|thème)"
    r"|lee tambi[eé]n|te puede interesar|noticias relacionadas|lo m[aá]s (?:le[ií]do|visto)"
    r"|leggi anche|ti potrebbe interessare|articoli correlati|leia tamb[eé]m|veja tamb[eé]m"
    r"|mais lidas|lees ook|meest gelezen|läs också|läs mer|les også|læs også|lue myös"
    r"|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)",
    r"читайте (?:также|ещё|еще)|(?:материалы|новости|статьи) по теме|смотрите также"
    r"|самое (?:читаемое|популярное)|читайте також|новини за темою|дивіться також"
    r"|ilgili haberler|çok okunanlar|関連記事|あわせて読みたい|関連キーワード|관련기사|相关阅读",
)

#: Labels where links follow.
LABELS = (
    r"(?:read (?:more|also|next|this next|on|our)|also read|see also|keep reading"
    r"|continue reading|what to read next|recommended(?: \w+){0,3}|related(?: \w+){0,2}"
    r"|more (?:from|on|in|about|by|like|stories|news|coverage|articles|top stories|to (?:read"
    r"|explore))(?: [\w&' .-]{1,50})?|more|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|you may also .{0,40}"
    r"|most (?:read|popular|viewed|recent|shared|commented)(?: .{0,40})?|trending(?: \w+){0,3}"
    r"|popular(?: \w+){0,3}|editors?'?s? ?'?(?:picks?|choice)|up next|don't miss|must[- ]reads?"
    r"|latest(?: \w+){0,3}|top (?:stories|news|headlines|videos)|people are also reading"
    r"|others? (?:also )?(?:read|liked)|in other news|in case you missed it|featured(?: \w+){0,2}"
    r"|from (?:our partners|around the web|the web)|around the web|sponsored (?:stories|content"
    r"|links)|explore more(?: .{0,40})?|discover more.{0,40}|suggested(?: \w+){0,2}"
    r"|similar (?:stories|articles|posts)"
    r"|best of .{2,30}|next up|top picks|watch (?:more|next)|share this(?: \w+)?"
    r"|about the authors?|author|comments|next article|previous article|what's next"
    r"|stories for you|for you|further reading|key reads|next read)",
    r"(?:lesen sie (?:auch|mehr|dazu|hier)|lies auch|mehr (?:zum thema|dazu|aus|von|zu|über"
    r"|nachrichten|news|artikel)(?: .{0,60})?|auch interessant|das könnte (?:sie|dich"
    r"|euch) (?:auch )?interessieren|passend dazu|weitere (?:themen|artikel|nachrichten"
    r"|meldungen|beiträge|news|videos)(?: .{0,40})?"
    r"|meist ?gelesen(?:e artikel)?|(?:beliebt|neueste|aktuelle|ähnliche|verwandte"
    r"|top)\w* (?:artikel|beiträge|themen|meldungen|nachrichten|videos|stories)|zum thema|themen"
    r"|empfehlungen(?: .{0,40})?|unsere empfehlungen|lesetipps?|aktuelles(?: .{0,40})?"
    r"|schlagzeilen|newsticker|zur startseite|über den autor|autoren?|nächster artikel)",
    r"(?:à lire(?: aussi| également| ensuite)?|lire aussi|sur le même (?:sujet|thème)"
    r"|(?:les )?plus lus|les plus lus|à voir(?: aussi| également)?|dans la même rubrique"
    r"|nos derniers .{0,30}|articles? (?:liés?|similaires?|connexes?|recommandés?)"
    r"|vous aimerez aussi|à la une|contenus sponsorisés|en savoir plus|voir aussi"
    r"|pour aller plus loin|notre sélection|thèmes|services .{0,20})",
    r"(?:lee (?:tambi[eé]n|m[aá]s)|te puede interesar|tambi[eé]n te puede interesar"
    r"|noticias? relacionadas?|relacionad[oa]s?|(?:lo )?m[aá]s (?:le[ií]do|visto|noticias"
    r"|informaci[oó]n|sobre|de)s?(?: .{0,40})?|te recomendamos|m[aá]s en .{0,40}|ver m[aá]s"
    r"|últimas noticias|temas|archivado en|etiquetas|contenido relacionado"
    r"|art[ií]culos relacionados)",
    r"(?:leggi anche|ti potrebbe(?:ro)? interessare|articoli correlati|potrebbe interessarti"
    r"|i più letti|più letti|notizie correlate|ultime notizie|approfondimenti|vedi anche"
    r"|leia (?:tamb[eé]m|mais)|mais lidas|veja tamb[eé]m|relacionadas|not[ií]cias relacionadas"
    r"|saiba mais|lees ook|meer over .{0,40}|gerelateerd\w*|meest gelezen|läs (?:också|mer|även)"
    r"|les også|læs også|mest lest|mest læste|mest lästa|mer om .{0,40}|lue myös|czytaj (?:też"
    r"|także|więcej|również)|zobacz (?:też|także|również)|polecane|powiązane|najczęściej czytane)",
    r"(?:читайте (?:также|ещё|еще|нас)|(?:материалы|новости|статьи) по теме|по теме"
    r"|смотрите также|самое (?:читаемое|популярное|интересное|важное)|популярное|рекомендуем"
    r"|ещё по теме|еще по теме|главное|последние новости|другие новости|читайте також|за темою"
    r"|новини за темою|популярне|останні новини|рекомендуємо|дивіться також|головне|більше новин)",
    r"(?:ilgili haberler|çok okunanlar"
    r"|önerilen\w*|son dakika|関連記事|関連キーワード|あわせて読みたい|おすすめ|人気記事"
    r"|ランキング|新着|관련기사|相关阅读|相关新闻|延伸閱讀|مواضيع ذات صلة|اقرأ أيضا)",
)
