"""Bot walls as they are sent, articles about them, and pages that they guard."""

import html as html_module
import time

from newscrawl.page import Page
from newscrawl.screen import screen
from newscrawl.screen.bot_wall_marks import Markup
from tests.rows import every_row

URL = "https://www.example.org/2026/03/31/a-title-a1"
WHY = {
    "en": "You see this page because the owner of this site wants to know that a person reads it.",
    "de": "Diese Seite steht hier, weil der Betreiber wissen will, ob ein Mensch sie liest, oder"
    " ein Programm, das Seiten sammelt.",
    "ru": "Эта страница показана потому, что владелец сайта хочет знать, читает ли её человек.",
    "ja": "このページは、サイトの運営者が、人が読んでいるかどうかを確かめるために表示しています。"
    "しばらくお待ちください。確認が終わると、記事のページが開きます。",
}
PROSE = {language: f"<p>{said} {said}</p>" * 6 for language, said in WHY.items()}

#: Title, what stands in the head, what stands in the body.
WALLS = {
    "anubis": (
        "Making sure you&#39;re not a bot!",
        '<link rel="stylesheet" href="/.within.website/x/xess/xess.min.css">'
        '<script id="anubis_version" type="application/json">"v1.27.0"</script>'
        '<script id="anubis_challenge" type="application/json">{"rules":{}}</script>',
        '<h1 id="title">Making sure you&#39;re not a bot!</h1><p id="status">Loading...</p>'
        '<script async type="module" src="/.within.website/x/cmd/anubis/static/js/main.mjs">'
        "</script>",
    ),
    "anubis under another title": (
        "Der Bote",
        '<script id="preact_info" type="application/json">{"redir":"/a"}</script>',
        "<h1>Der Bote</h1>",
    ),
    "go-away": (
        "Checking you are not a bot",
        '<link rel="stylesheet" href="/.well-known/.git.gammaspectra.live/git/go-away/cmd/go-away'
        '/assets/static/anubis/style.css?cacheBust=a1">',
        '<p id="status">Loading challenge <em>js-refresh</em>...</p>',
    ),
    "cloudflare": (
        "Just a moment...",
        '<meta http-equiv="refresh" content="360">',
        '<div class="main-content"><noscript><span id="challenge-error-text">Enable JavaScript'
        "</span></noscript></div><script>(function(){window._cf_chl_opt = {cvId: '3',cType:"
        "'managed'};var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/h/g/"
        "orchestrate/chl_page/v1?ray=1';document.head.appendChild(a);}());</script>",
    ),
    "cloudflare in the outlet's clothes": (
        "The Herald",
        "",
        "<h1>The Herald</h1><script>window._cf_chl_opt={cvId:'3',cType:'interactive'};</script>",
    ),
    "datadome": (
        "example.org",
        "",
        "<p id='cmsg'>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c',"
        "'cid':'A','hsh':'B','host':'geo.captcha-delivery.com'}</script>"
        '<script src="https://ct.captcha-delivery.com/c.js"></script>',
    ),
    "human": (
        "Access to this page has been denied",
        '<meta name="description" content="px-captcha">',
        '<div class="px-captcha-container"><div id="px-captcha"></div></div>'
        "<script>window._pxAppId='PX1';</script>",
    ),
    "akamai": (
        "",
        "",
        '<div id="sec-if-cpt-container" role="main"></div><script src="/aB1/cD2?v=3"></script>'
        '<script src="/_sec/cp_challenge/sec-3-4.js"></script>',
    ),
    "akamai, interstitial": (
        "",
        "<meta http-equiv='refresh' content=\"5; URL='/a?bm-verify=AAQAAAAJ'\">",
        "<script>xhr.open('POST','/_sec/verify?provider=interstitial',false);</script>",
    ),
    "imperva": (
        "",
        '<META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW">',
        '<iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&amp;xinfo=5&amp;edet=12">'
        "Request unsuccessful. Incapsula incident ID: 7</iframe>",
    ),
    "imperva, second kind": (
        "Pardon Our Interruption",
        "<script>window.onProtectionInitialized = function(a) {};</script>",
        "<h1>Pardon Our Interruption</h1>",
    ),
    "aws": (
        "",
        "<script>window.awsWafCookieDomainList = [];window.gokuProps = {'key':'A'};</script>"
        '<script src="https://a1.b2.eu-west-1.token.awswaf.com/a1/b2/challenge.js"></script>',
        '<div id="challenge-container"></div>',
    ),
    "aws, captcha": (
        "Human Verification",
        '<script src="https://a1.b2.eu-west-1.captcha.awswaf.com/a1/captcha.js"></script>',
        '<div id="captcha-container"></div>',
    ),
    "vercel": (
        "Vercel Security Checkpoint",
        "",
        "<p id='header-text'>We're verifying your browser</p><script>new Worker("
        "'/.well-known/vercel/security/static/challenge.v2.min.js')</script>",
    ),
    "sucuri": (
        "You are being redirected...",
        "",
        "<noscript>Javascript is required.</noscript><script>var s={},u,c,sucuri_cloudproxy_js='';"
        "</script>",
    ),
    "sucuri, refusal": (
        "Sucuri WebSite Firewall - Access Denied",
        '<link rel="stylesheet" href="https://cdn.sucuri.net/sucuri-firewall-block.css">',
        "<h1>Access Denied</h1>",
    ),
    "ddos-guard": (
        "DDOS-GUARD",
        "",
        '<h1 id="title">Checking your browser before accessing example.org</h1>'
        '<script src="https://check.ddos-guard.net/check.js"></script>',
    ),
    "qrator": ("", '<script src="/__qrator/qauth_utm_v2d_v9118.js"></script>', ""),
    "fastly": (
        "Client Challenge",
        '<script src="/_fs-ch-1a2b/script.js?reload=true" async></script>',
        '<div id="loading-error"></div>',
    ),
    "hcaptcha": (
        "Are you a robot?",
        '<script src="https://js.hcaptcha.com/1/api.js" async></script>',
        '<form method="post"><div class="h-captcha" data-sitekey="a1"></div></form>',
    ),
    "turnstile": (
        "Please verify you are a human",
        "",
        '<form><div class="cf-turnstile" data-sitekey="a1"></div></form>',
    ),
    "siteground": (
        "",
        '<meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2Fa&y=ipc:192.0.2.1">',
        "",
    ),
    "bunny": (
        "Establishing a secure connection ...",
        '<script src="/.bunny-shield/assets/shield-challenge.js"></script>',
        "",
    ),
    "safeline": ("", "", '<div id="slg-box"><div id="slg-title"></div></div>'),
    "basedflare": (
        "Hold tight...",
        '<script src="/.basedflare/js/challenge.min.js"></script>',
        "<h3>Checking your browser for robots</h3>",
    ),
    "radware": (
        "Radware Captcha Page",
        "",
        '<iframe src="https://validate.perfdrive.com/a1/captcha?ssa=b2"></iframe>',
    ),
    "safeline, under another title": (
        "Der Bote",
        '<link rel="icon" href="/.safeline/static/favicon.png" type="image/png">',
        "<h1>Der Bote</h1>",
    ),
    "cerberus": (
        "Der Bote",
        '<script src="/.cerberus/dist/main.js" x-challenge="{}"></script>',
        "",
    ),
    "litespeed": ("", "", '<form id="lsrecaptcha-form" action="/.lsrecap/recaptcha?"></form>'),
    "servicepipe": (
        "",
        '<script src="//servicepipe.ru/static/jsrsasign-all-min.js"></script>',
        '<div id="id_spinner"></div><div id="id_captcha_frame_div" style="display: none"></div>',
    ),
    "kasada, interstitial": (
        "",
        "<script>window.KPSDK={};</script>",
        '<script src="/a1/b2/ips.js?KP_UIDz=c3&x-kpsdk-v=j"></script>',
    ),
    "human, by its script": (
        "",
        '<script src="https://captcha.px-cdn.net/PX1/captcha.js?a=c&m=0"></script>',
        "",
    ),
    "queue-it": (
        "Der Bote",
        "",
        '<body data-pageid="queue" data-culture="de-DE" class="queue"><h2 id="lbHeaderH2">812</h2>',
    ),
    "alibaba, slider": ("", "", '<div id="baxia-punish"></div>'),
    "reblaze": ("", "<script>window.rbzns={seed:'a1'};</script>", ""),
    "stormwall": ("", "<script>const cN = 'swp_token', cO = 'a';</script>", ""),
    "azure": ("", '<script src="/.azwaf/captcha/main.js"></script>', ""),
    "imperva, interruption": (
        "Pardon Our Interruption",
        "",
        '<div id="interstitial-inprogress"><h1>Pardon Our Interruption</h1></div>',
    ),
    "yandex": (
        "",
        "",
        '<form action="/checkcaptcha"><div class="CheckboxCaptcha-Inner"></div></form>',
    ),
    "altcha": (
        "Are you human?",
        "",
        '<form><altcha-widget challengeurl="/a"></altcha-widget></form>',
    ),
    "friendly captcha": ("Bot check", "", '<form><div class="frc-captcha"></div></form>'),
    "mcaptcha": ("Are you a bot?", "", '<div id="mcaptcha__widget-container"></div>'),
    "cap": ("Verification", "", '<cap-widget data-cap-api-endpoint="/cap/"></cap-widget>'),
    "alibaba": ("", "<script>var arg1='A1';document.cookie='acw_sc__v2='+arg2;</script>", ""),
}


def page(title: str, head: str, body: str) -> Page:
    made = f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body>"
    return Page(URL, made.encode())


def seen(page: Page) -> str | None:
    verdict = screen(page, None)
    return f"{verdict.outcome} {verdict.reason}" if verdict else None


@every_row("language", [None, *WHY])
@every_row("wall", WALLS)
def test_a_bot_wall_is_known_whatever_prose_it_shows(wall: str, language: str | None) -> None:
    title, head, body = WALLS[wall]
    prose = PROSE[language] if language else ""

    assert seen(page(title, head, f"{body}<main>{prose}</main>")) == "blocked challenge"


@every_row("wall", ["anubis", "go-away", "imperva", "human", "qrator"])
def test_what_a_wall_repeats_of_the_articles_head_hides_it_not(wall: str) -> None:
    title, head, body = WALLS[wall]
    told = (
        '<meta property="og:title" content="Bear Sleeps in a Library">'
        '<meta property="article:published_time" content="2026-03-31T10:00:00Z">'
    )

    assert seen(page(title, head + told, body + PROSE["en"])) == "blocked challenge"


@every_row(
    "title",
    [
        "Dein Browser wird geprüft!", "Проверяем, что вы не бот!", "Robot Challenge Screen",
        "あなたがボットでないことを確認しています！", "正在确认你是不是机器人！", "【港町】認証中",
        "¡Asegurándonos de que no eres un robot!", "Bot olmadığınızdan emin oluyoruz!",
        "Sprawdzamy, czy nie jesteś botem!", "Einen Moment, bitte …", "Veuillez patienter…",
        "Por favor, espere", "Een moment geduld", "Ett ögonblick...", "Vent litt…", "Hetkinen…",
        "Bir dakika lütfen...", "Chwileczkę...", "Okamžik…", "Egy pillanat…", "O clipă…",
        "Подождите немного…", "Зачекайте…", "少々お待ちください…", "しばらくお待ちください",
        "请稍候…", "請稍候…", "滑动验证页面", "잠시만 기다리십시오…", "لحظة…", "רק רגע…",
        "รอสักครู่...", "Một chút...", "Tunggu sebentar...", "Μια στιγμή…", "Aguarde…",
        "Вы не робот?", "¿Eres un robot?", "Robot or human?", "Sorry, you have been blocked",
        "The request is blocked.", "Performing security verification", "Just a second...",
        "Verifying your connection...", "Enable JavaScript and cookies to continue",
    ],
)  # fmt: skip
def test_a_walls_title_tells_in_the_languages_that_it_is_sent_in(title: str) -> None:
    assert seen(page(title, "", "<p>...</p>")) == "blocked challenge"
    for_those_without = f"<noscript>{PROSE['de']}</noscript><details>{PROSE['en']}</details>"
    assert seen(page(title, "", for_those_without)) == "blocked challenge"
    in_boxes = for_those_without.replace("<p>", "<div>").replace("</p>", "</div>")
    assert seen(page(title, "", in_boxes)) == "blocked challenge"
    assert seen(page(title, "", PROSE["en"])) is None


@every_row(
    "title",
    [
        "451: Unavailable due to legal reasons", "Unavailable For Legal Reasons",
        "This content is not available in your region.", "Not available in your country",
        "Dieser Inhalt ist in Ihrem Land leider nicht verfügbar",
        "Contenu non disponible dans votre pays", "Contenido no disponible en tu región",
        "Этот материал недоступен в вашем регионе",
    ],
)  # fmt: skip
def test_a_wall_around_a_country_is_known_by_its_title(title: str) -> None:
    assert seen(page(title, "", "<p>...</p>")) == "blocked legal"
    assert seen(page("Herald", "", f"<h1>{title}</h1>")) == "blocked legal"
    assert seen(page(title, "", PROSE["en"])) is None


@every_row(
    ("verdict", "line"),
    [
        ("blocked challenge", "It looks as if JavaScript were off in your browser: turn it on."),
        ("blocked challenge", "Um diese Seite zu sehen, aktivieren Sie bitte JavaScript."),
        ("blocked challenge", "Чтобы увидеть эту страницу целиком, включите JavaScript."),
        ("blocked challenge", "Let us know that you are not a robot by a click on the box."),
        ("blocked legal", "Our pages cannot be shown in most European countries just now."),
        ("blocked legal", "Aus rechtlichen Gründen zeigen wir das in Ihrem Land nicht."),
        ("blocked legal", "По закону мы не можем показать это в вашей стране сегодня."),
        ("blocked legal", "Cette page ne peut être lue dans votre pays, pour des raisons légales."),
        ("failed error_page", "This domain is parked for its owner by the registrar."),
        ("failed error_page", "Diese Domain können Sie heute von der Inhaberin kaufen."),
        ("failed error_page", "Домен выставлен на продажу, его можно купить сегодня."),
        ("failed error_page", "Our pages are undergoing scheduled maintenance until noon."),
        ("not_article soft_404", "The page you are looking for might have had its name changed."),
        ("not_article soft_404", "Die von Ihnen gesuchte Seite gibt es hier nicht mehr."),
        ("not_article soft_404", "Запрашиваемой вами страницы здесь нет, или её не было."),
        ("blocked consent", "We and our 842 partners store cookies on this device of yours."),
        ("blocked consent", "Wir und unsere 842 Partner speichern Cookies auf dem Gerät."),
        ("blocked consent", "Мы и 842 наших партнёра храним файлы cookie на устройстве."),
        ("blocked consent", "You must be at least 18 years old to see what stands on this page."),
        ("blocked rate_limited", "You have exceeded the number of requests that we allow an hour."),
        ("blocked rate_limited", "You are in line now, and this page will let you in by itself."),
        ("blocked rate_limited", "Sie stehen in der Warteschlange, diese Seite lädt sich neu."),
        ("blocked rate_limited", "Vous êtes dans la file d'attente, restez donc sur cette page."),
        ("blocked rate_limited", "Вы в очереди, не закрывайте эту страницу, она откроется сама."),
        ("blocked rate_limited", "您正在排队，本页面过几分钟会自动打开我们的网站，不必再按一次。"),
        ("blocked challenge", "Please open this story in our app, which you find in any store."),
        ("blocked challenge", "Diesen Artikel können Sie bisher nur in unserer App ganz lesen."),
        ("blocked challenge", "Эту новость вы прочтёте в приложении, а в браузере её нет."),
        ("blocked challenge", "この記事の続きはアプリで読むことができます。お試しください。"),
        ("blocked challenge", "请在微信客户端打开链接"),
        ("not_article soft_404", "The link you followed is too old, please look for a newer one."),
        ("not_article soft_404", "Der Link ist abgelaufen, bitte fordern Sie einen neuen an."),
        ("not_article soft_404", "Ссылка устарела, пожалуйста, начните ещё раз с первой страницы."),
    ],
)  # fmt: skip
def test_a_wall_is_known_by_what_it_says_where_it_says_nothing_else(
    verdict: str, line: str
) -> None:
    for shown in (f"<p>{line}</p>", f"<div><h2>Herald</h2>{line}<br>ID 17</div>"):
        assert seen(page("Herald", "", shown)) == verdict
    assert seen(page("Herald", "", f"<p>{line}</p>{PROSE['en']}")) is None
    told = "The ferry stopped on Tuesday in the middle of the strait, with forty on board."
    assert seen(page("Herald", "", f"<p>{line}</p><p>{told}</p>")) is None
    published = '<meta property="article:published_time" content="2026-03-31T10:00:00Z">'
    assert seen(page("Herald", published, f"<p>{line}</p>")) is None
    data = '<script id="__NEXT_DATA__" type="application/json">{}</script>'
    assert seen(page("Herald", "", f"<p>{line}</p>{data}")) is None


@every_row(
    "told",
    [
        "The ferry of Lindau will not be sold in certain countries, its owner said on Monday.",
        "A team in Zurich has broken the captcha that guards the ticket shop of the railways.",
        "The website of the hospital is down for maintenance until Monday, its spokesman said.",
        "The registrar of the court said on Monday that the papers had been lost at night.",
        "Wegen Wartungsarbeiten fährt die Fähre von Lindau nach Bregenz am Montag nicht mehr.",
        "A balsa entre Lindau e Bregenz está em manutenção desde segunda-feira, disse ela.",
        "Паром из Линдау не ходит: на нём идут технические работы, сообщила компания вечером.",
        "We may all block the ads of a page with an ad blocker, a court in Hamburg has ruled.",
        "Hundreds stood in line on the pier, and our town has seen nothing like it since 1950.",
        "In der Warteschlange am Hafen standen am Montag Hunderte, wie unsere Stadt es nie sah.",
        "В очереди в порту стояли сотни людей, наш город давно не видел ничего подобного.",
        "Karten gibt es nur noch in der App, teilte uns die Reederei nach einem Jahr nun mit.",
        "渡轮公司只在手机应用上卖票，本地老人没有手机，港口会留一个窗口，港务长说。",
        "港口排队的人星期二有数百名，本地居民从来没有见过这样的场面，渡轮晚上才开，也没有人回家。",
        "화요일 항구 대기실에는 수백 명이 모여 밤까지 배를 기다렸다고 항구 책임자가 밝혔다.",
        "In our new app you can see when the ferry sails, and buy tickets: it costs nothing.",
        "Solve this puzzle and win a trip: please send us your answer by Friday at the latest.",
        "Det var lang kø ved fergen på tirsdag, og vi venter fortsatt, siden ingen har fortalt.",
        "フェリーはメンテナンス中のため月曜日は運航しないと会社が発表した。乗客には切符の払い戻しがあり、再開は来週の予定だと社長は話した。",
    ],
)
def test_a_story_of_one_sentence_that_speaks_to_nobody_is_no_wall(told: str) -> None:
    assert seen(page("Herald", "", f"<p>{told}</p>")) is None


@every_row(
    "told",
    [
        "<h1>Bridge Shut</h1><p>The bridge is shut as it is undergoing maintenance for days.</p>",
        "<h1>Brücke zu</h1><p>Wegen Wartungsarbeiten ist die Brücke heute bis neun zu.</p>",
        "<h1>Visa</h1><p>From May on, visitors from certain countries need no visa at sea.</p>",
        "<h1>Votes</h1><p>Whoever votes must be at least 18 years old and live on the island.</p>",
        "<h1>Quits</h1><p>The registrar of the island left her office on Friday, after a row.</p>",
        "<ul><li>Log in</ul><p>The ferry stopped on Tuesday, in the middle of its strait.</p>",
        "<p>El pescador, que no encontraba trabajo en su país, cruzó el estrecho el martes.</p>",
        "<p>El faro de las islas sigue en mantenimiento y este verano no se podrá subir a él.</p>",
        "<p>O pescador, que não tinha trabalho no seu país, atravessou o estreito de noite.</p>",
        "<p>Ein Gericht hat Werbeblocker erlaubt, und die Verlage wollen ihr Recht nun suchen.</p>",
        "<p>If you were born abroad, the tax is paid in your country of birth, a court found.</p>",
    ],
)
def test_a_story_of_a_line_without_dates_is_no_wall(told: str) -> None:
    assert seen(page("Herald", "", told)) is None


@every_row("wall", WALLS)
def test_an_article_that_writes_about_a_wall_stays_one(wall: str) -> None:
    """With the wall's markup as a sample, and links and pictures of it."""
    _, head, body = WALLS[wall]
    sample = html_module.escape(head + body)
    shown = (
        f"<h1>How {wall} works</h1>{PROSE['en']}<pre><code>{sample}</code></pre>"
        '<p>See <a href="https://ct.captcha-delivery.com/c.js">this</a>, <a href="https://x.test'
        '/.within.website/x/cmd/anubis/a.js">this</a> and <a href="/?bm-verify=A">this</a>.</p>'
        '<img src="https://x.test/.within.website/x/cmd/anubis/static/img/pensive.webp">'
    )
    data = (
        f'<script type="application/json">{{"page": "{head.replace(chr(34), chr(39))}"}}</script>'
    )
    about = data if "</script" not in head else ""

    assert seen(page(f"How {wall} works", about, shown)) is None


@every_row(
    "headline",
    [
        *("Tories Fall in Line", "Hundreds in the Queue for Bread", "Waiting Room Burns Down"),
        *("Warteschlange vor der Fähre", "Tickets nur noch in der App", "File d'attente au port"),
        *("Kø ved fergen", "Entradas en la app del puerto", "Очередь: люди стоят в очереди"),
        *(
            "渡し船の待合室",
            "港口排队",
            "微信中查看船期",
            "선착장 대기실 새 단장",
            "The Link Has Expired",
        ),
    ],
)
def test_a_headline_above_a_film_may_tell_of_what_walls_say(headline: str) -> None:
    film = f"<h1>{headline}</h1><video src=/a.mp4></video><p>Foto: Ann Lee</p>"

    assert seen(page(f"{headline} | Herald", "", film)) is None


GUARDED = {
    "cloudflare": "<script>(function(){window.__CF$cv$params={r:'1'};var a=document.createElement("
    "'script');a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';}());</script>",
    "datadome": '<link rel="preconnect" href="https://geo.captcha-delivery.com">'
    '<script src="https://js.datadome.co/tags.js"></script>',
    "imperva": '<script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e"></script>',
    "aws": '<script src="https://a1.b2.eu-west-1.token.awswaf.com/a1/b2/challenge.js"></script>',
    "human": "<script>window._pxAppId='PX1';</script><script src='/aB1/init.js'></script>",
    "ddos-guard": '<script src="https://check.ddos-guard.net/check.js"></script>',
    "queue-it": '<script src="//static.queue-it.net/script/queueclient.min.js"></script>',
    "kasada": "<script>window.KPSDK={};</script>",
    "a page's own number": '<div data-pageid="after-1" data-culture="de-DE"></div>',
    "a form with a proof of work": "<form><altcha-widget></altcha-widget></form>",
    "a form for comments": '<form><div class="h-captcha"></div></form>',
}


@every_row("guard", GUARDED)
@every_row("language", WHY)
def test_a_page_that_a_wall_guards_is_let_through(guard: str, language: str) -> None:
    story = f"<h1>Bear Sleeps in a Library</h1>{PROSE[language]}"

    assert seen(page("Bear Sleeps in a Library", GUARDED[guard], story)) is None


@every_row("guard", GUARDED)
@every_row(
    "told",
    [
        "The ferry stopped in the strait on Tuesday, and nobody on board was hurt.",
        "Die Fähre blieb am Dienstag in der Meerenge liegen, verletzt wurde niemand.",
        "Паром остановился во вторник посреди пролива, никто из людей не пострадал.",
        "渡轮星期二在海峡中停航，没有人受伤，票款会退还给乘客，明天再开航。",
    ],
)
def test_a_brief_story_that_a_wall_guards_is_let_through(guard: str, told: str) -> None:
    head = f'<meta property="og:title" content="Ferry Stops">{GUARDED[guard]}'

    for headline in ("Ferry Stops", "渡轮停航"):
        assert seen(page(headline, head, f"<h1>{headline}</h1><p>{told}</p>")) is None
    assert seen(page("herald.test", head, f"<h1>herald.test</h1><p>{told}</p>")) == (
        None if guard == "queue-it" else "blocked challenge"
    )


@every_row("title", ["Consent", "Coming Soon", "Under Maintenance", "Captcha", "Fehler", "Ошибка"])
def test_a_title_makes_no_wall_of_what_is_told_to_nobody(title: str) -> None:
    told = (
        "<p>The ferry to the northern islands stopped on Tuesday after its engine gave out in the "
        "strait, and nobody was hurt.</p><p>The company has two other boats, but both of them are "
        "in a dock for repairs until the end of the month.</p>"
    )
    you = (
        "<p>You see this since our server is at rest, as you may do yourself until it is back.</p>"
    )

    assert seen(page(title, "", f"<h1>{title}</h1>{told}")) is None
    assert seen(page(title, "", f"<h1>{title}</h1>{you}{you}")) is not None


@every_row(
    "part", ["<script>", "<!--", "<", "<b /.bunny-shield/assets/", "<b .awswaf.com/", "<link a "]
)
@every_row("end", ["", ">"])
def test_markup_that_never_ends_takes_no_time(part: str, end: str) -> None:
    made = (part * (50_000 // len(part)) + end).encode()
    began = time.process_time()

    found = Markup(made)
    assert (found.is_walls_own(), found.has_walls_scripts()) == (False, False)
    assert time.process_time() - began < 0.5
