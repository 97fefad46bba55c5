"""What walls say in place of an article where neither title nor mark tells: in a few lines."""

import re

from newscrawl.boilerplate.rules.line_rules import is_reported
from newscrawl.markup.seen_text import seen_lines
from newscrawl.page import Page
from newscrawl.screen.bot_wall_marks import is_small
from newscrawl.screen.not_article_titles import said
from newscrawl.screen.outcome import BY_STATUS, CHALLENGE, CONSENT, HOSTED, RATE_LIMITED, Verdict
from newscrawl.screen.soft_404 import SOFT_404

#: What a line says somewhere; of several the first counts. Each speaks of what asks the reader,
#: and of nothing else: see ``said_in_few_words``.
_WORDS = (
    (
        CHALLENGE,
        r"java ?script|ad ?-?block(?:er|ing)?\b|werbeblocker|bloqueur de publicité"
        r"|bloqueador de anuncios|блокировщик\w* рекламы|広告ブロック|captcha"
        r"|(?:not|are|were) an? (?:ro)?bot\b|(?:you|that you) ?(?:are|'re) (?:a )?human"
        r"|unusual (?:activity|traffic)|automat(?:ed|ion) (?:access|requests|queries|tools)"
        r"|(?:newer|modern|different|another|supported|your) (?:version of your )?browser"
        r"|(?:kein|ein) (?:ro)?bot\b|pas un robot|no (?:eres|es) un robot|не робот"
        r"|(?:верс\w+|обновите) .{0,20}браузер",
    ),
    (
        RATE_LIMITED,
        r"(?:too many|number of) requests|rate limit",
    ),
    (
        BY_STATUS[451],
        r"\b(?:in|from|for) (?:your|most european) (?:countr|region|location|territor|jurisdiction)"
        r"|\b(?:available|shown|access\w*|offered|blocked).{0,40} (?:most|certain|some) (?:countr"
        r"|region|location|territor|jurisdiction)|european economic area"
        r"|\b(?:in|aus) (?:ihrem|deinem) (?:land|gebiet)"
        r"|(?:dans|depuis) votre (?:pays|région)|(?:en|desde) (?:su|tu) (?:país|región|zona)"
        r"|(?:no|em|do) seu país|(?:na|em) (?:sua )?região|nel tuo paese|nella tua (?:regione|area)"
        r"|in (?:uw|je|jouw) (?:land|regio)|i ditt land|w (?:twoim|państwa) kraju|ve vaší zemi"
        r"|в ваше[йм] (?:стране|регионе)|у вашій країні|[üu]lkenizde|bölgenizde"
        r"|お住まいの(?:地域|国)|[您你]所在的?(?:国家|地区|國家|地區)|(?:해당|귀하의) (?:국가|지역)"
        r"|في (?:بلدك|منطقتك)",
    ),
    (
        HOSTED,
        r"domain (?:name )?(?:is|may be|has been|was) .{0,12}(?:parked|for sale|expired|registered)"
        r"|(?:buy|about|own|renew|owned|is) this domain\b|this domain (?:is|has|was|may)\b"
        r"|domain (?:owner|parking)|domain.{0,60}\bregistrar\b"
        r"|\bdomain\b.{0,60}(?:verkauf|kaufen|te koop)"
        r"|домен\b.{0,60}(?:прода|купить)|domaine\b.{0,40}(?:à vendre|en vente)"
        r"|domin(?:io|ío)\b.{0,40}(?:en venta|in vendita|à venda)|域名.{0,20}(?:出售|转让)"
        r"|ドメイン.{0,20}販売|(?:site|website|page)(?:'s)? owner\b|hosting provider"
        r"|(?:site|pages?|servers?|service|we|we're)\b.{0,20} (?:undergoing|down for|under)"
        r" .{0,20}maintenance"
        r"|wartungsarbeiten.{0,40} (?:web)?(?:seite|site|server|dienst)"
        r"|(?:seite|site|server|dienst)\b.{0,40} wartungsarbeiten"
        r"|maintenance (?:en cours|programmée)|en mantenimiento|em manutenção|in manutenzione"
        r"|(?:сайт|портал|страниц|сервер)\w*.{0,60}техническ\w+ (?:работ|обслуж)"
        r"|техническ\w+ (?:работ|обслуж)\w* на (?:сайте|портале|сервере)"
        r"|メンテナンス中|(?:维护|維護)中|점검 ?중",
    ),
    (
        SOFT_404,
        r"(?:page|article|story|url|address) (?:that )?you(?:'re| are| were)? (?:looking for"
        r"|requested|tried to)|(?:gesuchte|aufgerufene|angeforderte) (?:seite|artikel)"
        r"|(?:page|article) que vous (?:cherch|recherch|demand)|(?:página|artículo|artigo) que"
        r" (?:busca|est[aá]s? buscando|procura|você)|pagina che (?:stai|stavi) cercando"
        r"|(?:запрашиваем|запрошенн)\w+ (?:вами )?(?:страниц|стать|материал)"
        r"|お探しの(?:ページ|記事)|(?:您|你)(?:访问|查找|訪問)的(?:页面|頁面)",
    ),
    (
        CONSENT,
        r"\bpartners?\b.{0,160}\b(?:cookies|devices?|personal data)|(?:accept|use of|use) cookies"
        r"|(?:with|mit) (?:ads|advertising|werbung) (?:and|und) (?:tracking|cookies)|pur-abo"
        r"|partner\b.{0,160}\b(?:cookies|geräte?n?|daten)|partenaires\b.{0,160}\b(?:cookies"
        r"|données)"
        r"|(?:socios|proveedores|parceiros|fornitori)\b.{0,160}\bcookies"
        r"|партн[её]р\w*\b.{0,160}cookie"
        r"|\byou\b.{0,30} (?:at least|over|under) (?:18|21)\b|confirm (?:your age|that you are)"
        r"|mindestens 18 jahre"
        r"|(?:plus|moins) de 18 ans|mayor de (?:18|edad)|вам (?:уже )?(?:есть |исполнилось )?18",
    ),
)
#: The same of which stories and headlines tell, too: it must speak to its reader, and a sentence be
#: about what the last pattern says.
_TOLD_TOO = (
    (
        CHALLENGE,
        # What is to be read elsewhere than in a browser
        r"\b(?:open|read|view|continue|download|get|install)\b.{0,40}\b(?:our|the|in"
        r"|your) .{0,16}\bapp\b"
        r"|\bin (?:der|unserer) (?:[\w-]{1,20}[ -])?app\b|(?:dans|télécharge\w*) (?:l'|notre )appli"
        r"|en (?:la|nuestra) app\b|descarg\w+ (?:la|nuestra) app\b|nell'app\b|n[oa] (?:nosso app"
        r"|app d[aeo])\b"
        r"|(?:в|наше) (?:мобильном )?приложени|uygulama(?:mızı|da|mızda) (?:aç|indir)"
        r"|aplikasi (?:kami|untuk)"
        r"|アプリで(?:開|読|続|ご覧)|アプリを(?:ダウンロード|開)|앱(?:에서|을) .{0,12}(?:열|계속"
        r"|설치|확인|이용)"
        r"|(?:微信|客户端|客戶端|app|手机).{0,8}(?:中|内)?(?:打开|打開|访问|查看|阅读)"
        r"|不支持.{0,8}浏览器|浏览器.{0,6}不支持"
        # Puzzles
        r"|\bsolve (?:this|the) (?:puzzle|challenge)|\breal person\b|(?:滑动|拖动|拖動)滑块"
        r"|完成.{0,8}验证",
        r"stor(?:y|ies)|article|news|page|browser|content|human|robot|access|proceed|artikel"
        r"|beitrag|seite|artículo|noticia|página|contenido|articol|notizi|pagina|artigo|matéria"
        r"|новост|стать|страниц|браузер|haber|sayfa|berita|halaman|記事|ページ|ブラウザ|기사|페이지"
        r"|브라우저|文章|新闻|页面|浏览器|链接|网站",
    ),
    (
        RATE_LIMITED,
        r"\bwaiting room\b"
        r"|\b(?:in|your (?:place|position|turn|number) in"
        r"|join(?:ed)?) (?:the )?(?:virtual )?(?:line|queue)\b"
        r"|warteschlange|warteraum|(?:file|salle) d'attente|\b(?:cola|fila|sala) (?:virtual"
        r"|de espera)"
        r"|(?:in|na|en la|en) (?:coda|fila|cola)\b|sala d'attesa|wachtrij|wachtkamer"
        r"|\b(?:du|din|deg|dig)\b.{0,40}\bk[øö](?:en|n)?\b"
        r"|w kolejce|poczekaln|(?:в|вашей?) (?:электронной |виртуальной )?очеред|в черзі"
        r"|bekleme odası|sıranız"
        r"|待合室|順番.{0,10}(?:お待ち|ご案内)|排[队隊]|等候室|대기(?:열| ?순[서번]|실| 중)"
        r"|(?:estimated|expected) wait|(?:not|n't|never) (?:refresh|reload|close) th(?:e|is) page",
        r"site|page|browser|redirect|refresh|weitergeleitet|seite|actualis"
        r"|redirig"
        r"|actuali[cz]|página|pagina|reindiriz|ververs|doorgestuurd|siden|sidan|odśwież|stron"
        r"|сайт|страниц"
        r"|сторін|sayfa|サイト|ページ|ブラウザ|页面|頁面|网站|網站|浏览器|刷新|페이지|사이트"
        r"|새로 ?고침",
    ),
    (
        SOFT_404,
        r"\blink (?:that )?you (?:followed|clicked|used)|\blink has expired"
        r"|link ist (?:abgelaufen|nicht mehr)"
        r"|(?:lien|enlace|link) (?:a expiré|n'est plus|ha caducado|ya no|expirou|è scaduto"
        r"|non è più)"
        r"|ссылк\w+ (?:устарел|недействит|больше)|链接(?:已|不)|リンクの.{0,4}期限|링크.{0,4}만료",
        "",
    ),
)
_SAYINGS = (*((verdict, words, None) for verdict, words in _WORDS), *_TOLD_TOO)
_SAID = re.compile("|".join(f"(?P<v{i}>{words})" for i, (_, words, _) in enumerate(_SAYINGS)))
#: Walls speak of themselves, or to the reader; stories of walls, domains and rules hardly do.
_ADDRESSED = re.compile(
    r"\b(?:please|you(?:rs?|rself)?|we|our|us|thank|(?:this|the requested) (?:site|link|domain"
    r"|website|page|content|article|video|service|resource|account|server|url)|bitte|wir"
    r"|uns(?:er\w*)?"
    r"|du|dein\w*|diese\w*|vous|votre|vos|nous|notre|nos|veuillez|cet?(?:te)?|por favor|usted"
    r"|su|tu|t[eu]s|nuestr\w*|est[ea]|voc[êe]|seus?|suas?|noss\w*|tu[oa]|suo|nostr\w*|quest[oa]"
    r"|uw?|je"
    r"|jouw|jij|wij|ons|onze|deze|dit|din|ditt|dig|vi|vår\w*|proszę|tw[oó]\w+|państw\w*"
    r"|nasz\w*|prosím|vaš\w*|vaší|náš\w*|naše|lütfen|siz\w*|bu|вы|вас|вам\w*|ваш\w*|мы|нас"
    r"|наш\w*|эт\w+|пожалуйста|ви|цей|це|ця|будь ласка|запрашива\w+|включите"
    r"|обновите)\b|(?:n|bölge|ülke)(?:iz|niz)|ください|ません|ご利用|ご覧|ご案内|お客様|当サイト"
    r"|[您你请請本该該]"
    r"|\b(?:kami|anda|silakan)\b|귀하|죄송|抱歉|申し訳|주세요|십시오|هذا|هذه|يرجى|عذرا|بلدك|منطقتك"
)
#: Within a sentence: "Sie" is the reader, "sie" is they.
_FORMALLY = re.compile(r"(?<=[\w,] )(?:Sie|Ihnen|Ihr(?:e[rnms]?)?)\b")
#: What is refused in a country, and what is not at hand: of a pass or a lighthouse stories tell.
_ABOUT = {
    BY_STATUS[451]: re.compile(
        r"access|content|available|site|page|service|video|article|verfügbar|inhalt|zugriff|seite"
        r"|contenu|disponib|accès|accéd|contenido|acces[ao]|acced|conteúdo|acess|disponív|contenut"
        r"|beschikba|inhoud|toegang|pagina|innehåll|tillgäng|materiał|dostęp|treś|obsah|dostupn"
        r"|доступ|контент|материал|матеріал|сайт|страниц|сторінк|erişim|içerik|ご利用|ご覧|視聴"
        r"|コンテンツ|サービス|访问|訪問|内容|內容|服务|服務|이용|콘텐츠|서비스|محتوى|متاح|متوفر"
        r"|الوصول"
    ),
    HOSTED: re.compile(
        r"domain|dominio|domínio|domein|домен|域名|ドメイン|site|sitio|página|pagina|web|portal"
        r"|портал|page|server|servi|сервер|service|hosting|seite|dienst|сайт|страниц|owner"
        r"|サイト|サービス|システム|ページ|网站|網站|系统|系統|服务|사이트|서비스|시스템"
    ),
}
#: What only pages have that a script makes an article of.
_SCRIPTED = (b"articleBody", b"__NEXT_DATA__", b"__next_f", b"__NUXT", b"application/json")
#: A wall has so many characters; a line of so many is told, and no label or name.
_WALL, _TOLD = 1_500, 60
_SIGN = re.compile("[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]")
#: Lines of a page that are looked at.
_MOST_LINES = 200
#: What a novel or a play that is called "Consent" does not tell of.
_OF_CONSENT = re.compile(
    r"cookie|tracking|privacy|datenschutz|personenbezog|données|datos|dati personali"
    r"|dados pessoais|gegevens|персональн|werbung|advertis|partner|\b(?:18|21)\b"
)
#: A heading that says so stands among the first lines, and so much prose makes it a headline.
_FIRST, _PROSE = 3, 400
#: "Log in" and "Subscribe" stand in menus above short stories, too.
_IN_MENUS, _HEADINGS = (BY_STATUS[401], BY_STATUS[402]), "h1, h2, h3, h4, legend"


def said_in_few_words(page: Page) -> Verdict | None:
    """What a page of a few lines says of itself, where no line tells anything else.

    Or what one of its first lines says in full, if there is hardly any prose.
    """
    body = page.tree.body
    if body is None or not is_small(page.html) or any(each in page.html for each in _SCRIPTED):
        return None
    lines = seen_lines(body)
    if sum(map(len, lines)) > _WALL:
        return None
    verdicts = [_verdict_on(line) for line in lines]
    others = [
        len(line)
        for line, verdict in zip(lines, verdicts, strict=True)
        if not verdict and _is_told(line)
    ]
    if not others and (found := next(filter(None, verdicts), None)):
        return found
    if sum(others) < _PROSE:
        headings = {" ".join(node.text().split()) for node in body.css(_HEADINGS)}
        said_first = ((line, said(line)) for line in lines[:_FIRST])
        told = (v for line, v in said_first if v not in _IN_MENUS or line in headings)
        return next(filter(None, told), None)
    return None


def tells_a_story(page: Page) -> bool:
    """Whether a line is told that no wall says."""
    return any(_is_told(line) and _verdict_on(line) is None for line in _first_lines(page))


def asks_consent(page: Page) -> bool:
    """Whether one of the first sentences is about what forms of consent ask for."""
    told = (line.casefold() for line in _first_lines(page) if _is_told(line))
    return any(map(_OF_CONSENT.search, told))


def _first_lines(page: Page) -> list[str]:
    return seen_lines(page.tree.body)[:_MOST_LINES] if page.tree.body is not None else []


def _verdict_on(given: str) -> Verdict | None:
    line = given.replace("’", "'").casefold()
    found = _SAID.search(line)
    if found is None or found.lastgroup is None:
        return None
    verdict, _, told_too = _SAYINGS[int(found.lastgroup[1:])]
    about = _ABOUT.get(verdict, "") if told_too is None else told_too
    is_told = _is_told(line)
    is_about = not is_told or re.search(about, line) is not None
    speaks = is_addressed(given) or (told_too is None and not is_told)
    return verdict if is_about and speaks and not is_reported(given) else None


def _is_told(line: str) -> bool:
    """Whether a line is a sentence: a sign of Chinese or Korean says as much as two letters."""
    return len(line) >= _TOLD or len(line) + len(_SIGN.findall(line)) >= _TOLD


def is_addressed(line: str) -> bool:
    """Whether a line speaks to its reader, or of the site."""
    folded = line.replace("’", "'").casefold()
    return bool(_ADDRESSED.search(folded) or _FORMALLY.search(line))
