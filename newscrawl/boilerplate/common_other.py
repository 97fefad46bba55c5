"""Standing lines in other languages, as patterns of whole folded lines."""

NEWSLETTER = (
    r"(?:zum |unsere[nr]? |kostenlose[rn]? |jetzt |der |den )*newsletter(?:s)?(?: abonnieren"
    r"| bestellen| anmelden)?",
    r".{0,160}\b(?:newsletter|e-?mail)\b.{0,80}\b(?:abonnieren|anmelden|bestellen|abonniert"
    r"|erhalten sie|registrieren|eintragen)\b.{0,160}",
    r"(?:jetzt|hier|kostenlos) (?:anmelden|registrieren|abonnieren)|(?:ihre"
    r"|deine) e-?mail-?adresse\b.{0,80}|.{0,160}\b(?:in ihr|direkt ins|in dein) postfach\b.{0,80}",
    r"mit (?:der|ihrer|deiner) (?:anmeldung|registrierung|bestellung)\b.{0,200}"
    r"|ich (?:bin damit einverstanden|stimme zu|möchte)\b.{0,240}"
    r"|sie können sich jederzeit\b.{0,120}|weitere newsletter",
    r"(?:inscrivez|abonnez)[- ]vous\b.{0,200}|(?:recevez|recevoir) .{0,100}(?:newsletter|e-?mail"
    r"|lettre|mail|alertes)\b.{0,120}|(?:votre|adresse) (?:adresse )?e-?mail\b.{0,80}"
    r"|s'inscrire(?: à .{0,60})?|en (?:vous inscrivant|cliquant|renseignant)\b.{0,200}",
    r"(?:suscr[ií]bete|suscr[ií]base|ap[uú]ntate|reg[ií]strate|inscr[ií]bete)\b.{0,200}"
    r"|(?:recibe|reciba) .{0,120}(?:bolet[ií]n|newsletter|correo|bandeja)\b.{0,120}"
    r"|(?:tu )?correo electr[oó]nico",
    r"(?:iscriviti|abbonati|registrati)\b.{0,200}|(?:ricevi"
    r"|resta aggiornato)\b.{0,120}(?:newsletter|e-?mail)\b.{0,80}",
    r"(?:inscreva-se|assine|subscreva|cadastre-se|receba)\b.{0,80}(?:newsletter|e-?mail|boletim"
    r"|not[ií]cias|canal)\b.{0,100}",
    r"(?:meld je (?:nu )?aan|schrijf je in|aanmelden|zapisz się|prenumerera på|abonnér|abonner"
    r"|tilmeld dig|anmäl dig)\b.{0,160}(?:nyhetsbrev|nieuwsbrief|newsletter\w*"
    r"|nyhedsbrev)\b.{0,100}|nieuwsbrief|nyhetsbrev|nyhedsbrev",
    r"(?:подпи(?:шитесь|сывайтесь|саться|ска)|подпишись)\b.{0,200}|(?:підпи(?:шіться|суйтесь"
    r"|суйтеся|сатися|ска))\b.{0,200}|.{0,120}\b(?:рассылк[уи]|розсилк[уи])\b.{0,60}",
    r"(?:e-?posta|bültenimize|bültene) .{0,80}|(?:haber )?bülten(?:i|ine)? .{0,60}abone.{0,60}",
)

DONATION = (
    r"(?:jetzt )?(?:spenden|unterstützen)(?: sie| jetzt)?|(?:unterstützen sie|unterstütze"
    r"|unterstützt) (?:uns|unsere|unseren|unabhängig\w*|die)\b.{0,160}|(?:mitglied"
    r"|unterstützer) werden\b.{0,60}|.{0,60}\bspenden sie\b.{0,100}",
    r"(?:faire|faites) un don\b.{0,120}|soutenez(?:-nous| le| la| notre| nous)\b.{0,160}"
    r"|je (?:soutiens|fais un don)\b.{0,60}",
    r"(?:haz|haga) (?:una donaci[oó]n|te socio)\b.{0,100}|ap[oó]y(?:a|e|anos"
    r"|enos)\b.{0,20}(?:periodismo|nuestro)\b.{0,120}|dona(?:r)?(?: ahora)?"
    r"|sostieni(?:ci)?(?: il| la)?\b.{0,80}|apoie\b.{0,100}|doe mee|steun ons\b.{0,60}|word lid",
    r"(?:поддержите|поддержать) (?:нас|нашу|наш|медузу|редакцию|проект|независим\w*|журналист\w*"
    r"|издание)\b.{0,200}|(?:підтримайте|підтримати) (?:нас|редакцію|нашу|наш|незалежн\w*"
    r"|журналіст\w*|\w+ правду|проєкт)\b.{0,200}|(?:пожертвовать|сделать пожертвование"
    r"|задонатить|стать патроном)\b.{0,60}",
    r"(?:wesprzyj|wspieraj) (?:nas|nasz\w*|niezależn\w*)\b.{0,120}|destek ol(?:un)?\b.{0,60}",
)

SUBSCRIBE = (
    r"(?:jetzt )?(?:abonnieren|abo(?:nnent)? (?:werden|testen|abschließen)|einloggen|anmelden"
    r"|weiterlesen)(?: mit .{0,40})?|(?:bereits|schon|sie sind) (?:abonnent\w*|registriert"
    r"|abo)\b.{0,80}|.{0,60}\babonnenten? lesen\b.{0,80}|(?:jetzt )?(?:kostenlos )?(?:testen"
    r"|freischalten)",
    r"(?:cet article est )?(?:réservé|contenu réservé) aux abonnés\b.{0,80}|s'abonner"
    r"|se connecter|déjà abonné\b.{0,60}|il vous reste .{0,40}article à lire\b.{0,40}"
    r"|lecture du monde en cours\b.{0,80}|article réservé .{0,60}",
    r"(?:suscr[ií]bete|iniciar sesi[oó]n|inicia sesi[oó]n|ya soy suscriptor"
    r"|contenido (?:exclusivo )?para suscriptores|solo para suscriptores|reg[ií]strate)\b.{0,80}"
    r"|accedi|abbonati|hai già un abbonamento\b.{0,60}",
    r"(?:оформить подписку|войти|уже есть подписка)\b.{0,60}|logga in\b.{0,40}|log ind\b.{0,40}"
    r"|log in eller .{0,40}|zaloguj się\b.{0,40}|giriş yap|ログイン.{0,20}|新規登録|会員登録.{0,30}"
    r"|会員限定.{0,20}",
)

SHARE = (
    r"(?:artikel |beitrag |jetzt |seite )?(?:teilen|drucken|merken|vorlesen|kommentieren"
    r"|speichern|empfehlen|mailen|link kopieren|feedback)(?: auf \w+)?|(?:bei|auf|via"
    r"|per) (?:facebook|twitter|x|whatsapp|e-?mail|telegram|xing|linkedin) (?:teilen|versenden"
    r"|senden)|folgen(?: sie uns)?\b.{0,80}|(?:seite|artikel) (?:drucken|teilen|merken"
    r"|versenden)|schließen",
    r"partage[rz]?(?: (?:sur|via|cet|l'article|par) ?.{0,40})?|imprimer|copier le lien|(?:suivez"
    r"|retrouvez)[- ](?:nous|.{1,30}) sur\b.{0,80}|envoyer(?: par e-?mail)?"
    r"|écouter(?: l'article)?|enregistrer",
    r"compart[ie]r?(?:lo)?(?: (?:en|por|esta|el|con) ?.{0,40})?|imprimir"
    r"|copiar (?:el )?(?:enlace|link)|(?:s[ií]gue|sigue)(?:nos)? (?:a|en|todas)\b.{0,100}"
    r"|guardar|escuchar|enviar por .{0,30}",
    r"condividi(?: (?:su|via) ?.{0,30})?|stampa|copia (?:il )?link|seguici su\b.{0,80}"
    r"|ascolta(?: l'articolo)?|compartilh[ea]r?(?: .{0,30})?|siga .{0,30} (?:no|nas|em)\b.{0,60}"
    r"|ouvir|copiar link|deel(?: dit| op| via)?(?: .{0,30})?|delen|del(?: artik\w+)?"
    r"|dela(?: artikeln)?|udostępnij|drukuj|skopiuj link|paylaş|yazdır",
    r"поделиться(?: .{0,30})?|поделитесь\b.{0,60}|поділитися(?: .{0,30})?|поширити|печать"
    r"|друк(?:увати)?|распечатать|(?:скопировать|копировать|копіювати) (?:ссылку|посилання)"
    r"|ссылка скопирована|читайте (?:нас|наш\w*) (?:в|у|на)\b.{0,100}|(?:следите"
    r"|стежте) за .{0,100}(?:telegram|телеграм\w*|facebook|новин\w*|новост\w*)\b.{0,60}",
    r"シェア(?:する)?|ツイート|印刷|共有|スクラップ.{0,20}|ポスト|公유|분享|分享|مشاركة|شارك",
)

COMMENTS = (
    r"(?:\d+ )?kommentare?(?: ?\(?\d+\)?)?|(?:kommentar|kommentare) (?:schreiben|verfassen"
    r"|hinzufügen|abgeben|anzeigen|lesen|melden)\b.{0,60}|diskutieren sie mit\b.{0,60}"
    r"|schreib(?:en sie|e)? (?:den ersten|einen) kommentar\b.{0,40}|.{0,40}um (?:einen kommentar"
    r"|zu kommentieren)\b.{0,60}|antworten abbrechen",
    r"(?:\d+ )?commentaires?(?: ?\(?\d+\)?)?|(?:lire|voir|poster|laisser|ajouter"
    r"|réagir).{0,12} (?:les|un|votre|à) (?:\d+ )?(?:commentaires?|article)\b.{0,40}|réagir"
    r"|(?:\d+ )?comentarios?(?: ?\(?\d+\)?)?|(?:deja|escribe|a[nñ]ade|ver|env[ií]a) (?:un|tu|los"
    r"|sus) comentarios?\b.{0,40}",
    r"(?:\d+ )?comment[io](?: ?\(?\d+\)?)?|(?:lascia|scrivi) un commento\b.{0,40}"
    r"|(?:\d+ )?coment[aá]rios?(?: ?\(?\d+\)?)?|deixe (?:um|seu) coment[aá]rio\b.{0,40}"
    r"|(?:\d+ )?reacties|reageer|(?:\d+ )?kommentarer|komentarze(?: ?\(?\d+\)?)?|(?:dodaj"
    r"|napisz) komentarz|yorum(?:lar| yap| yaz)?",
    r"(?:\d+ )?комментари(?:и|ев|й|я)(?: ?\(?\d+\)?)?|(?:оставить|добавить|написать|показать"
    r"|читать) комментари\w*|(?:\d+ )?коментар(?:і|ів|ь|я)(?: ?\(?\d+\)?)?|(?:залишити|додати"
    r"|написати) коментар|(?:если вы )?(?:заметили|нашли|нашли) (?:ошибку|опечатку)\b.{0,160}"
    r"|(?:якщо ви )?(?:помітили|знайшли) помилку\b.{0,160}|нашли ошибку\b.{0,120}",
    r"コメント(?:する|を書く|\d+件?)?|댓글|评论",
)

ADVERT = (
    r"(?:[- ]{0,3}(?:anzeige|werbung|advertorial|publicité|annonce|publicidad|pubblicità"
    r"|publicidade|reklama|реклама|реклама\w*|reclame|advertentie|annons|annonse|mainos|ilan|広告"
    r"|pr|光고)[- ]{0,3})",
    r"(?:artikel wird|nach der werbung|weiter nach der|der artikel wird)\b.{0,60}"
    r"|der text geht .{0,40} weiter.{0,20}|la suite après (?:la|cette) publicité|(?:después"
    r"|despu[eé]s) de la publicidad|continua (?:dopo|após|depois) (?:la|da|a) pub\w*.{0,20}"
    r"|artikeln fortsätter .{0,40}|artikkelen fortsetter .{0,40}|lees verder onder .{0,40}"
    r"|dalsza część .{0,40}|(?:продолжение|статья продолжается) .{0,20}реклам\w*",
    r".{0,160}\b(?:affiliate[- ]?links?|afiliados?|affiliation|affiliés?)\b.{0,200}",
)

COOKIES = (
    r".{0,160}\b(?:externe[rn]?|diesen?|fremde) (?:inhalte?|anbieter\w*)\b.{0,200}\b(?:anzeigen"
    r"|angezeigt|laden|geladen|einverstanden|ausblenden|zustimm\w+|datenschutz\w*)\b.{0,160}"
    r"|externer inhalt|(?:empfohlener )?(?:redaktioneller|externer) inhalt|(?:mehr (?:dazu"
    r"|infos?) in (?:unserer|der) )?datenschutz(?:erklärung|hinweise|einstellungen)?"
    r"|inhalt(?:e)? (?:laden|anzeigen|entsperren)|immer (?:laden|anzeigen)",
    r"an dieser stelle finden sie\b.{0,200}|(?:hier|um) .{0,60}(?:externe inhalte"
    r"|drittanbieter\w*|cookies)\b.{0,160}|(?:wir|diese (?:seite|website)) (?:verwenden|nutzen"
    r"|nutzt|verwendet) cookies\b.{0,160}|(?:dein|ihr|der) browser\b.{0,120}"
    r"|(?:bitte )?javascript\b.{0,120}",
    r"(?:nous|ce site) utilis\w+ des cookies\b.{0,160}|(?:este"
    r"|nuestro) sitio .{0,20}cookies\b.{0,120}|(?:мы"
    r"|сайт) использ\w+ (?:файлы )?cookie\w*\b.{0,160}|(?:gérer|accepter) (?:les |mes )?cookies"
    r"|(?:aceptar|configurar) cookies",
)

LEGAL = (
    r".{0,120}\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
    r"|tutti i diritti riservati|riproduzione riservata|todos os direitos reservados"
    r"|alle rechten voorbehouden|wszelkie prawa zastrzeżone|все права защищены"
    r"|усі права захищено|tüm hakları saklıdır)\b.{0,160}",
    r"(?:quelle|source|fuente|fonte|bron|источник|джерело|źródło|kaynak) ?: ?[^.!?]{2,60}"
    r"|無断転載.{0,20}|\([^()]{0,24}(?:dpa|afp|apa|sda|kna|epd|efe|ansa)[^()]{0,24}\)"
    r"|dpa-infocom,? ?\S{0,40}|dieser (?:artikel|text|beitrag) (?:erschien|ist|wurde) (?:zuerst"
    r"|zuvor|erstmals|ursprünglich)\b.{0,120}",
    r"(?:sendung|dieses thema im programm) ?:.{0,120}|(?:mehr|weitere) (?:informationen"
    r"|infos) (?:auf|unter|zum thema|finden sie|zu)\b.{0,80}",
)

RELATED = (
    r"(?:lesen sie (?:auch|hier|dazu|mehr|jetzt|weiter)|lies auch|lesetipps?|mehr (?:zum thema"
    r"|dazu|lesen|von|aus)|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren"
    r"|passend dazu|siehe auch|hintergrund|interview|video|podcast|kommentar|analyse|ratgeber"
    r"|weiterlesen) ?[:|>] ?.{1,220}",
    r"(?:à )?lire (?:aussi|également|la suite)\b ?:?.{0,220}|(?:à|a) voir (?:aussi"
    r"|également)\b.{0,200}|sur le même (?:sujet|thème)\b.{0,160}|notre dossier ?:.{0,160}"
    r"|voir (?:aussi|plus)\b.{0,160}",
    r"(?:lee|lea|leer|ver|vea|mira) (?:tambi[eé]n|m[aá]s|adem[aá]s)\b ?:?.{0,220}"
    r"|te puede interesar\b.{0,200}|(?:puede|podr[ií]a) interesarte\b.{0,160}"
    r"|m[aá]s informaci[oó]n ?:?.{0,160}|noticias? relacionadas?\b.{0,160}|en (?:contexto"
    r"|otras noticias) ?:.{0,160}|también te puede .{0,160}",
    r"(?:leggi|guarda|vedi) (?:anche|pure|di più|tutto)\b ?:?.{0,220}"
    r"|ti potrebbe(?:ro)? interessare\b.{0,120}|(?:leia|veja|confira|assista|saiba) (?:tamb[eé]m"
    r"|mais)\b ?:?.{0,220}|lees (?:ook|meer|verder)\b ?:?.{0,200}|(?:läs|les|læs) (?:också|også"
    r"|mer|mere|även|hele)\b ?:?.{0,200}|(?:czytaj|zobacz|przeczytaj) (?:też|także|również"
    r"|więcej)\b ?:?.{0,200}|lue myös\b.{0,200}",
    r"(?:читайте|читай|смотрите|см\.|подробнее|читать) ?(?:также|еще|ещё|тоже|подробнее|далее"
    r"|дальше)?(?: (?:по теме|в материале|на тему))? ?:.{1,220}|(?:читайте|смотрите"
    r"|читай) (?:также|еще|ещё|тоже)\b.{0,220}|(?:материал|новости|сюжет"
    r"|статьи)ы? по теме\b.{0,160}|по теме ?:?.{0,160}|(?:читайте|дивіться|читай) (?:також|ще"
    r"|далі)\b.{0,220}|(?:за темою|по темі|новини за темою) ?:?.{0,160}|(?:теги|тэги|метки|мітки"
    r"|рубрики) ?:.{0,200}",
    r"(?:ayrıca okuyun|ilgili haber(?:ler)?|bunu da okuyun|haberin devamı)\b.{0,200}|(?:اقرأ"
    r"|شاهد) (?:أيضا|أيضاً|المزيد)\b.{0,200}"
    r"|【?(?:関連記事|あわせて読みたい|続きを読む|関連)】?.{0,100}"
    r"|(?:schlagwörter|themen|stichwörter|mots-clés|etiquetas|temas|tag|ressort|thèmes|argomenti"
    r"|tagi|etiketler) ?:.{0,200}",
)

#: Labels that need no list behind them.
SURE_LABELS = (
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

LABELS = (
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

BYLINE = (
    r"(?:veröffentlicht|aktualisiert|stand|publié|mis à jour|publicad[oa]|actualizad[oa]"
    r"|pubblicato|aggiornato|atualizado|gepubliceerd|publicerad|publisert|uppdaterad|oppdatert"
    r"|opdateret|опубликовано|обновлено|оновлено|опубліковано|data publikacji|güncelleme"
    r"|yayınlanma)\b ?:?.{0,80}\d.{0,40}",
    r"(?:lesedauer|lesezeit|temps de lecture|tiempo de lectura|время чтения|tempo di lettura"
    r"|leestijd|czas czytania)\b ?:? ?.{0,30}|\d{1,2} ?(?:min\.?|minuten|minutes|minutos|minuti"
    r"|мин\.?|хв\.?)(?: (?:lesezeit|de lecture|de lectura|di lettura|чтения|lesedauer))?",
    r"(?:foto|bild|fotos|bilder|photo|crédits?|quelle|imagen|im[aá]genes|fotograf[ií]a|фото"
    r"|изображение|иллюстрация|скриншот|фото з|zdjęcie|fot|görsel|kuva|archivbild|symbolbild"
    r"|bildquelle)\.? ?(?:von|de|di|da|:|/|\||\(c\)|©) ?[^!?]{2,90}",
    r"(?:bild|video|audio) (?:vergrößern|öffnen|abspielen|starten)|(?:zum anhören"
    r"|neuer abschnitt|nach oben|zur startseite|inhaltsverzeichnis|inhalt)",
)

#: Behind these words stands a name, so case tells.
BYLINE_NAMES = (
    r"^(?i:von|par|por|di|door|av|af|автор|от|авторка?|текст|autore?|auteur|autor(?:in)?"
    r"|redacci[oó]n|redaktion|texte?|redazione) ?:? [A-ZÄÖÜÉÈÀÁÍÓÚА-ЯЁІЇЄ][^.!?,:]{1,60}$",
)
