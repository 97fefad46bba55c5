"""What pages that are no articles say in their titles and first headings."""

import re

from newscrawl.screen.outcome import (
    CHALLENGE,
    CONSENT,
    RATE_LIMITED,
    SOFT_404,
    Outcome,
    Verdict,
)

#: What a title's part, or the first heading, says in full on a page that is no article.
_SAYINGS = (
    (
        CHALLENGE,
        r"just a moment|attention required|one moment,? please|please wait( a moment)?"
        r"|ddos-guard|ddos protection( by .+)?|checking your browser.{0,60}"
        r"|(please )?verify(ing)? (that )?(if )?you('re| are) (a )?(not a robot|human).{0,40}"
        r"|(please )?(confirm|prove) (that )?you('re| are) (a human|human|not a robot)"
        r"|are you a (robot|human)|bot (verification|check|protection)|robot check"
        r"|human verification|security (check|checkpoint|verification)( required)?"
        r"|vercel security checkpoint|pardon our interruption|one more step"
        r"|access to this page has been denied|access denied|captcha|recaptcha|captcha challenge"
        r"|radware (bot manager )?captcha|(making sure|checking) you('re| are) not a (ro)?bot"
        r"|robot challenge screen|establishing a secure connection|challenge validation"
        r"|verifying your browser|we're verifying your browser|hold tight"
        r"|dein browser wird geprüft|sicherstellen,? dass (du|sie) kein (ro)?bot .{3,4}"
        r"|je m'assure que vous n'êtes pas un robot|controllo se sei un robot"
        r"|asegurándonos de que no eres un robot|certificando de que você não é um bot"
        r"|even checken of je een bot bent|kollar så att du inte är en bot"
        r"|(bekrefter|stadfester) at du ikk[ej]e? er (en )?bot|varmistetaan ettet ole robotti"
        r"|sprawdzamy,? czy nie jesteś botem|ujišťujeme se,? že nejste robot"
        r"|provjeravamo da niste bot|bot olmadığınızdan emin oluyoruz"
        r"|stengiamasi užtikrinti,? jog jūs nesate robotas|kontrollime,? et sa ei ole bott"
        r"|перевірка,? чи ви не бот|проверяем,? что вы не бот|уверяваме се,? че не си бот"
        r"|đảm bảo bạn không phải là bot|あなたがボットでないことを確認しています"
        r"|.{0,20}認証中.{0,3}"
        r"|正在确认你是不是机器人|正在確認你是不是機器人"
        r"|please enable (js|javascript|cookies).{0,60}|javascript (is )?(required|disabled)"
        r"|sucuri website firewall|you are being redirected|request unsuccessful.{0,60}"
        r"|client challenge|unusual traffic( detected)?|we've detected unusual (activity|traffic).*"
        r"|einen moment,? bitte.{0,20}|un momento.{0,20}|un instant.{0,20}|sicherheitsüberprüfung"
        r"|проверка браузера.{0,40}|вы не робот|подтвердите,? что (запросы|вы).{0,60}"
        r"|доступ (временно )?(ограничен|заблокирован|запрещ[её]н)|один момент.{0,20}"
        r"|перевірка браузера.{0,40}|安全验证|人机验证",
    ),
    (
        CONSENT,
        r"before you continue.{0,40}|bevor (du|sie) (fortfahren|fortfährst|weitermach).{0,40}"
        r"|avant d['e ]?(accéder|continuer).{0,40}|prima di continuare.{0,40}"
        r"|antes de (continuar|ir).{0,40}|voordat (je|u) (verder|doorgaat).{0,40}"
        r"|.{0,20}privacy gate|(your )?privacy (choices|settings)|your privacy|consent"
        r"|(cookie|gdpr|privacy) consent( required)?|cookie wall|we value your privacy"
        r"|we care about your privacy|your data,? your choice|zustimmung( erforderlich)?"
        r"|(ihre )?datenschutz-?einstellungen|cookie-?einstellungen|privacyinstellingen"
        r"|accept cookies( to continue)?|прежде чем (перейти|продолжить).{0,40}",
    ),
    (
        RATE_LIMITED,
        r"(error )?429( too many requests)?|too many requests|rate limit(ed| exceeded)?"
        r"|you have been rate limited|слишком много запросов|zu viele anfragen"
        r"|trop de requêtes|demasiadas solicitudes",
    ),
    (Verdict(Outcome.BLOCKED, "forbidden"), r"((error|http) )?403( error)?( forbidden)?|forbidden"),
    (
        Verdict(Outcome.FAILED, "error_page"),
        r"((error|http) )?50[0-9]( error)?( (internal server error|bad gateway|gateway time-?out"
        r"|service (temporarily )?unavailable|backend fetch failed).{0,30})?"
        r"|internal server error|bad gateway|service (temporarily )?unavailable"
        r"|error establishing a database connection|database error"
        r"|(site )?(is )?(down for|under) maintenance|maintenance( mode)?|wartungsarbeiten"
        r"|технические работы",
    ),
    (
        SOFT_404,
        r"((error|http|ошибка|fehler|erreur|errore|помилка|błąd) ?)?404"
        r"(( error| page)?[ ,]*\(?(not found|(page|file) not found)\)?.{0,5})?|404:? .{0,30}"
        r"|((sorry|oops),? )?(the |this )?(page|article|story|content|url)( you.{0,40})?"
        r" (was |is |can ?not be |could not be |can't be )?"
        r"(not (be )?found|found|missing|does ?n[o']t exist|unavailable|no longer available)"
        r"|page (does not exist|unavailable|missing)|nothing found|not found|no results( found)?"
        r"|(oops|whoops|uh-oh)([,.!:]* .{0,50})?"
        r"|(sorry,? )?we (couldn't|could not|can't|cannot) find .{0,40}"
        r"|(die |diese )?seite (wurde )?(leider )?nicht (gefunden|verfügbar)|nicht gefunden"
        r"|(la )?page (introuvable|non trouvée|inexistante)|(la )?página no (encontrada|existe)"
        r"|no encontrada|(a )?página não (encontrada|existe)|pagina (non trovata|inesistente)"
        r"|pagina niet gevonden|sidan (kunde inte hittas|finns inte|hittades inte)"
        r"|siden (blev|ble) ikke funnet|siden findes ikke|sivua ei löyt(ynyt|y)"
        r"|(такая )?(страница|статья|материал) не (найдена?|существует)|страницы не существует"
        r"|(такой )?страницы нет|ничего не найдено|сторінк[ауи] не (знайдено|існує)"
        r"|(nie znaleziono|brak) strony|strona nie (istnieje|została znaleziona)"
        r"|stránka (nebyla nalezena|neexistuje|nenalezena)|sayfa bulunamadı"
        r"|(az )?oldal nem található|страницата не е намерена|lehte ei leitud|lapa nav atrasta"
        r"|puslapis nerastas|ページが見つかりません.{0,10}|页面(不存在|未找到)|找不到(该|此)?页面"
        r"|페이지를 찾을 수 없습니다|الصفحة غير موجودة|صفحه (مورد نظر )?(یافت|پیدا) نشد",
    ),
)
_SAID = re.compile("|".join(f"(?P<v{i}>{said})" for i, (_, said) in enumerate(_SAYINGS)))
PARTS = re.compile(r"\s+[-–—‐]\s+|\s*[|·•»«]\s*")
_EDGES = " \t\n\r.…!！?¡¿,;#\"'“”„‘’()[]😕🙁☹️"
#: Characters of the longest saying.
_LONGEST_SAYING = 80


def said(text: str) -> Verdict | None:
    """The verdict on a page that says this in full, if there is one."""
    folded = " ".join(text.split()).strip(_EDGES)
    if len(folded) > _LONGEST_SAYING:
        return None
    folded = folded.replace("’", "'").casefold()
    found = _SAID.fullmatch(folded) if folded else None
    return _SAYINGS[int(found.lastgroup[1:])][0] if found and found.lastgroup else None
