"""What pages that are no articles say in their titles and first headings."""

import re

from newscrawl.boilerplate.rules.prefilter import WholeLine
from newscrawl.screen.bot_wall_titles import BOT_WALL_TITLES, WAITING_TITLES
from newscrawl.screen.outcome import (
    BY_STATUS,
    CHALLENGE,
    CONSENT,
    HOSTED,
    RATE_LIMITED,
    Outcome,
    Verdict,
)
from newscrawl.screen.soft_404 import SOFT_404, SOFT_404_TITLES

#: What a title's part, or the first heading, says in full on a page that is no article.
_SAYINGS = (
    (CHALLENGE, f"{BOT_WALL_TITLES}|{WAITING_TITLES}"),
    (
        CONSENT,
        r"are you (over|at least) (18|21)( years old)?|age verification|(confirm|verify) your age"
        r"|altersprüfung|weiter(lesen)? mit werbung.{0,20}|mit werbung .{0,20}pur.{0,20}"
        r"|avec votre accord,? nos partenaires.{0,60}|before you continue.{0,40}"
        r"|bevor (du|sie) (fortfahren|fortfährst|weitermach).{0,40}"
        r"|avant d['e ]?(accéder|continuer).{0,40}|prima di continuare.{0,40}"
        r"|antes de (continuar|ir).{0,40}|voordat (je|u) (verder|doorgaat).{0,40}"
        r"|.{0,20}privacy gate|(your )?privacy (choices|settings)|your privacy|consent"
        r"|(cookie|gdpr|privacy) consent( required)?|cookie wall|we value your privacy"
        r"|we care about your privacy|your data,? your choice|zustimmung( erforderlich)?"
        r"|(ihre )?datenschutz-?einstellungen|cookie-?einstellungen|privacyinstellingen"
        r"|accept cookies( to continue)?|прежде чем (перейти|продолжить).{0,40}"
        r"|mit werbung weiterlesen|cookies (accepteren|akzeptieren)|aceptar (y continuar|cookies)"
        r"|accepter (et continuer|les cookies)"
        r"|[\w ]{2,20} (is part of the yahoo family.*|ist teil der yahoo.*markenfamilie)",
    ),
    (
        RATE_LIMITED,
        r"(error )?429( too many requests)?|too many requests|rate limit(ed| exceeded)?"
        r"|you have been rate limited|слишком много запросов|zu viele anfragen"
        r"|trop de requêtes|demasiadas solicitudes",
    ),
    (Verdict(Outcome.BLOCKED, "forbidden"), r"((error|http) )?403( error)?( forbidden)?|forbidden"),
    (
        BY_STATUS[451],
        r"((error|http) )?451:?( unavailable (for|due to) legal reasons)?"
        r"|unavailable (for|due to) legal reasons"
        r"|(sorry,? )?((this|our) )?(content|site|website|page|service|article|video) is"
        r" (currently )?(not available|unavailable) in (your|this|most) ([a-z]{2,8} )?"
        r"(countr(y|ies)|regions?|locations?|areas?|states?|territor(y|ies)|jurisdictions?)"
        r"|not available in your (country|region|location|area)"
        r"|(dieser inhalt|diese (seite|website)) ist in (ihrem|deinem) (land|gebiet) .{0,30}"
        r"|contenu (non|pas) disponible dans votre (pays|région)"
        r"|(este )?contenido no (está )?disponible en (su|tu) (país|región)"
        r"|(этот )?(контент|материал|сайт) недоступен в ваше(м|й) (регионе|стране)"
        r"|(ce contenu|cette page) n'est pas disponible dans votre (pays|région)"
        r"|(este )?conteúdo não (está )?disponível (na sua região|no seu país|em sua região)"
        r"|(questo )?contenuto non (è )?disponibile (nel tuo paese|nella tua (regione|area))"
        r"|(deze inhoud|deze pagina) is niet beschikbaar in (uw|je|jouw) (land|regio)"
        r"|(ten )?materiał (jest )?niedostępny w (twoim|państwa) kraju"
        r"|(ця )?(сторінка|цей )?(матеріал )?недоступн(ий|а) у вашій країні"
        r"|(このコンテンツは)?お住まいの(地域|国)では(ご利用|ご覧)いただけません",
    ),
    (
        BY_STATUS[401],
        r"(please )?(log|sign) ?-?in( (to|below) .{0,40})?|login( required| page)?|member login"
        r"|(create|register) (an |your |a free )?(account|to .{0,40})"
        r"|anmelden|einloggen|bitte (melden|loggen) sie sich .{0,30}|se connecter"
        r"|connectez-vous( pour .{0,40})?|inici(ar|e|a) sesión( para .{0,40})?"
        r"|iniciar sessão|(faça|fazer) (o )?login( para .{0,40})?|effettua (il |l')?(login|accesso)"
        r"|accedi( per .{0,40})?|inloggen|logga in|logg inn|log ind|kirjaudu( sisään)?"
        r"|zaloguj się( aby .{0,40})?|logowanie|přihlášení|přihlásit se|prihlásenie|bejelentkezés"
        r"|autentificare|prijava|вход на сайт|вход в (систему|личный кабинет)|авторизация|увійти"
        r"|вход|войти|giriş yap|σύνδεση|ログイン|登录|登錄|登入|로그인|تسجيل الدخول|đăng nhập",
    ),
    (
        BY_STATUS[402],
        r"subscribe (now )?to (read|continue|unlock).{0,40}|(for )?subscribers only"
        r"|this (article|story|content) is (reserved |only |available )*(for|to) (our )?(paying )?"
        r"(subscribers|members)( only)?|(jetzt )?abonnieren( und weiterlesen)?"
        r"|abonnez-vous( pour .{0,40})?|suscríbete( para .{0,40})?|assine( para .{0,40})?",
    ),
    (
        Verdict(Outcome.FAILED, "error_page"),
        r"((error|http) )?50[0-9]( error)?( (internal server error|bad gateway|gateway time-?out"
        r"|service (temporarily )?unavailable|backend fetch failed).{0,30})?"
        r"|(error )?52[0-9]: .{0,60}|web server is (down|returning an unknown error)"
        r"|(we'll|we will) be (right )?back( soon| shortly)?|ssl handshake failed"
        r"|internal server error|bad gateway|service (temporarily )?unavailable"
        r"|error establishing a database connection|database error"
        r"|(site )?(is )?(down for|under) maintenance|maintenance( mode)?|wartungsarbeiten"
        r"|технические работы|(site|website) (is )?(down|under|in) maintenance"
        r"|briefly unavailable for scheduled maintenance.{0,40}|account (has been )?suspended"
        r"|(this )?(site|website|account) (is |has been )?(currently )?(suspended|disabled)"
        r"|we('re| are) (currently )?(down|offline|closed)( for .{0,30})?|error|fehler|erreur"
        r"|ошибка|(die )?domain [\w.-]{3,60} (steht zum verkauf|ist zu verkaufen)"
        r"|diese domain .{0,40}verkauf.{0,10}"
        r"|домен [\w.-]{3,60} (продаётся|продается|выставлен на продажу)"
        r"|(le (nom de )?domaine )?[\w.-]{3,60} est (à vendre|en vente)|future home of .{0,40}"
        r"|coming soon|under construction|[\w.-]{3,60} is (parked|for sale)"
        r"|(this )?(domain|website)( name)? (is |may be )?(for sale|parked|expired)",
    ),
    (
        HOSTED,
        r"welcome to (nginx|openresty|caddy|centos|tengine)"
        r"|(apache2?|nginx|plesk|domain|server|hosting)( [\w ]{1,20})? default page(: it works)?"
        r"|apache2? [\w ]{0,20}(default|test) page.{0,12}|test page for the [\w ]{0,40}server"
        r"|iis windows( server)?"
        r"|default web site page|web server's default page"
        r"|sorry! if you are the owner of this website.{0,60}",
    ),
    (SOFT_404, SOFT_404_TITLES),
)
#: Nearly no title begins like one of them: they are asked in earnest where one does.
_MAY_SAY = WholeLine(tuple(re.sub(r"(?<!\\)\((?!\?)", "(?:", said) for _, said in _SAYINGS))
PARTS = re.compile(r"\s+[-–—‐]\s+|\s*[|·•»«]\s*")
_EDGES = " \t\n\r.…!！?¡¿,;#\"'“”„‘’()[]😕🙁☹️"
#: Characters of the longest saying.
_LONGEST_SAYING = 100


def said(text: str) -> Verdict | None:
    """The verdict on a page that says this in full, if there is one."""
    folded = " ".join(text.split()).strip(_EDGES)
    if len(folded) > _LONGEST_SAYING:
        return None
    folded = folded.replace("’", "'").casefold()
    if not folded or not _MAY_SAY(folded):
        return None
    return next((verdict for verdict, said in _SAYINGS if re.fullmatch(said, folded)), None)
