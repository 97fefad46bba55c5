"""Lines that lead to other articles: a label with a title behind it, or the label alone."""

from newscrawl.boilerplate.common.common_words import COLON, TITLE

#: With a title on the same line. What such a title says that somebody said is no report.
TITLED = (
    r"(?:(?:and |also |please )?(?:read|see|watch|listen|more|view|check out|don't miss)(?: (?:more"
    r"|also|next|now|this|on|too|about))?|also read|also see|explainer|exclusive|in pictures"
    r"|opinion|video|trending|featured|from the archives?)"
    rf"(?: in [\w ]{{2,30}})?{COLON}{TITLE}.{{1,220}}",
    r"(?:read (?:more|also|next|this|on)|also read|see also|related(?: (?:article|story|stories"
    r"|video|news|link|post|content|coverage|read(?:ing)?)s?)?|recommended(?: (?:reading|for you"
    r"|stories))?|more (?:on this|from|on|like this)|must[- ]read|you (?:may|might) (?:also )?"
    rf"(?:like|enjoy)|further reading|up next|top stor(?:y|ies)){COLON}.{{1,220}}",
    r"(?:lesen sie (?:auch|hier|dazu|mehr|jetzt|weiter)|lies auch|auch lesen|mehr lesen"
    r"|lesetipps?|mehr (?:zum thema"
    r"|dazu|lesen)|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren"
    rf"|passend dazu|siehe auch|weiterlesen){COLON}.{{1,220}}",
    r"(?:hintergrund|interview|video|podcast|kommentar|analyse|ratgeber|mehr (?:von|aus))"
    rf"{COLON}{TITLE}.{{1,220}}",
    rf"(?:à )?lire (?:aussi|également|la suite)(?:{COLON}.{{1,220}}| {TITLE}.{{1,220}})|(?:à|a)?"
    rf" ?voir (?:aussi|également){COLON}.{{1,200}}|notre dossier{COLON}.{{1,160}}",
    r"(?:lee|lea|leer|ver|vea|mira) (?:tambi[eé]n|m[aá]s|adem[aá]s)"
    rf"{COLON}.{{1,220}}|(?:lee|lea|mira) tambi[eé]n {TITLE}.{{1,220}}|(?:te"
    rf"|le) puede interesar{COLON}"
    rf".{{1,200}}|(?:recomendamos|no te pierdas|adem[aá]s){COLON}{TITLE}.{{1,200}}"
    rf"|m[aá]s informaci[oó]n{COLON}.{{1,160}}|en (?:contexto|otras noticias){COLON}"
    rf"{TITLE}.{{1,160}}",
    rf"(?:leggi|guarda|vedi) (?:anche|pure){COLON}.{{1,220}}|(?:leggi|guarda) anche {TITLE}"
    rf".{{1,220}}|(?:leia|veja|confira|assista) (?:tamb[eé]m|mais)(?:{COLON}.{{1,220}}| {TITLE}"
    rf".{{1,220}})|saiba mais{COLON}.{{1,220}}|lees (?:ook|meer|verder)(?:{COLON}.{{1,220}}"
    rf"| {TITLE}.{{1,220}})|(?:läs|les|læs) (?:också|også|mer|mere|även)(?:{COLON}.{{1,220}}"
    rf"| {TITLE}.{{1,220}})|(?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)(?:{COLON}"
    rf".{{1,220}}| {TITLE}.{{1,220}})",
    r"(?:читайте|читай|смотрите|см\.|подробнее|читать)(?: (?:также|еще|ещё|тоже|подробнее|далее"
    rf"|дальше))?(?: (?:по теме|в материале|на тему))?{COLON}.{{1,220}}|(?:читайте|смотрите|читай)"
    rf" (?:также|еще|ещё|тоже) {TITLE}.{{1,220}}|(?:материалы?|новости|сюжет|статьи) по теме{COLON}"
    rf".{{1,160}}|по теме{COLON}.{{1,160}}",
    rf"(?:читайте|дивіться|читай) (?:також|ще|далі)(?:{COLON}.{{1,220}}| {TITLE}.{{1,220}})"
    rf"|(?:за темою|по темі|новини за темою){COLON}.{{1,160}}",
    rf"(?:ayrıca okuyun|ilgili haber(?:ler)?|bunu da okuyun|haberin devamı){COLON}.{{1,200}}"
    r"|(?:اقرأ|شاهد) (?:أيضا|أيضاً)\b.{0,200}"
    r"|(?:اقرأ|شاهد) المزيد(?: ?[:：].{0,200}| (?:من (?:الصور|الأخبار|المقالات)|على|في"
    r"|هنا)\b.{0,80})?"
    r"|【?(?:関連記事|あわせて読みたい|続きを読む)】?(?![をがにでのとも]).{0,100}"
    r"|関連[:：】].{1,100}",
)

_MORE = r"(?: (?:the|our|from|about|on|stories|news|articles|of))"

RELATED = (
    r"(?:read|see|get|view|click here (?:for|to read)) (?:the )?(?:full|more|rest|complete"
    r"|original|related) ?(?:article|story|stories|coverage|report|post|here"
    r"|from [\w .]{2,40})?(?: here)?",
    r"click here\b.{0,120}|click (?:on |through )(?:the |this )?(?:link|image|photo|headline"
    r"|picture|gallery)s?(?: (?:to|for|above|below)\b.{0,80})?",
    r"(?:related|more|read|see) (?:to )?(?:this )?(?:article|story|topic|news)s?|\d{1,2} related"
    rf"|filed (?:under|in) ?:.{{0,160}}|filed under {TITLE}[\w &/,-]{{2,60}}|(?:tags?|topics?"
    r"|categor(?:y|ies)|keywords?|sections?) ?:.{0,200}",
    rf"(?:previous|next|older|newer) (?:post|article|story|entry)s?(?: ?[:>|»-] ?{TITLE}.{{0,120}}"
    r")?|back to (?:the )?(?:top|home(?:page)?|gallery|article|news)(?: page)?|view (?:all|gallery"
    r"|more|original|slideshow)(?: .{0,30})?|jump to:?|in this (?:article|story)"
    r"|(?:table of )?contents|home|menu|search|news",
    r"for (?:more|(?:all )?the latest|additional) (?:[\w'’-]{1,20} ){0,3}(?:on|news|information"
    r"|from|stories"
    r"|coverage|about|updates)\b.{0,120}(?:\bclick here|\bvisit our|\bfollow (?:us|our|@)"
    r"|\bcheck out our|\bsign up|\bsubscribe|\bdownload (?:the|our)|\bhead (?:over )?to our"
    r"|\b(?:see|read|on) our)\b.{0,80}",
    rf"(?:read|watch|listen to|check out) (?:more|all){_MORE}{{1,3}}(?: .{{0,100}})?|see (?:more"
    r"|all) (?:of )?(?:our|stories|news|articles|from|photos)\b.{0,60}",
    r"(?:à )?lire (?:aussi|également|la suite)|(?:à |a )?voir (?:aussi|également|plus)"
    r"|sur le même (?:sujet|thème)(?: ?:.{0,160})?",
    r"(?:lesen sie auch|das (?:thema )?könnte (?:sie|dich|euch) (?:auch"
    r"|vielleicht auch)) [\w ]{0,40}:?"
    r"|(?:te|le) puede interesar(?: ?:.{0,200})?|(?:puede|podr[ií]a) interesarte"
    r"|m[aá]s informaci[oó]n"
    r"|noticias? relacionadas?(?: ?:.{0,160})?|también te puede interesar|leer m[aá]s|ver m[aá]s",
    r"leggi (?:anche|tutto|di più)|ti potrebbe(?:ro)? interessare(?: ?:.{0,120})?|saiba mais"
    r"|leia mais|lees (?:meer|verder)|les mer|läs mer|læs mere",
    r"\w{2,30}(?: ?#[^\W\d]\w{1,30}){2,20}",
    r"по теме|за темою|по темі|подробнее|читать далее|читати далі|(?:теги|тэги|метки|мітки"
    r"|рубрики) ?:.{0,200}",
    r"(?:schlagwörter|themen|stichwörter|mots-clés|etiquetas|temas|tag|ressort|thèmes|argomenti"
    r"|tagi|etiketler) ?:.{0,200}",
)
