"""A soft 404: a page that is not there, though its status is 200.

It has what the outlet says that no article has; or its title or first heading says so, and
``judge_content.py`` finds nothing of an article in it.
"""

import re
from functools import cache

from newscrawl.outlet import Outlet
from newscrawl.page import Page
from newscrawl.screen.outcome import Outcome, Verdict

SOFT_404 = Verdict(Outcome.NOT_ARTICLE, "soft_404")
_NAME = re.compile(r"[.#]([\w-]+)")
#: What such pages say, in full.
SOFT_404_TITLES = (
    r"((error|http|ошибка|fehler|erreur|errore|помилка|błąd) ?)?404"
    r"(( error| page)?[ ,]*\(?(not found|(page|file) not found)\)?.{0,5})?|404:? .{0,30}"
    r"|((sorry|oops),? )?(the |this )?(page|article|story|content|url)( you.{0,40})?"
    r" (was |is |can ?not be |could not be |can't be )?"
    r"(not (be )?found|found|missing|does ?n[o']t exist|unavailable|no longer available)"
    r"|nothing found|not found|no results( found)?"
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
    r"|페이지를 찾을 수 없습니다|الصفحة غير موجودة|صفحه (مورد نظر )?(یافت|پیدا) نشد"
    # What was there, and in more languages
    r"|410( gone)?|(this |the )?(page|article|story|content|post) (has |was |is )(been )?"
    r"(removed|deleted|expired|moved|archived)( or (removed|deleted|moved|expired))?"
    r"|(dieser |der )?(artikel|beitrag|inhalt) (ist|wurde) (leider )?(nicht mehr verfügbar"
    r"|gelöscht"
    r"|entfernt)|(cet |l')article (n'est plus disponible|est introuvable|a été supprimé)"
    r"|(este |el )?(artículo|contenido) (ya no está disponible|no existe|(fue|ha sido) eliminado)"
    r"|(материал|статья|новость|страница) (был[аи]? )?удал[её]н[ао]?"
    r"|((お探し|ご指定|ご覧)の|この)?(ページ|記事)[はが](見つかりません(でした)?|存在しません"
    r"|削除されました|(掲載|公開)(期間)?[がを]?終了(し|いたし)ました)"
    r"|((很?抱歉|对不起|對不起)[，,]? ?)?[您你](要?(访问|查找|浏览|訪問|查詢))的(页面|网页|文章"
    r"|内容"
    r"|頁面|網頁)(不存在|找不到了?|不见了|已(被)?(删除|刪除))|[该此該](文章|内容|页面"
    r"|頁面)已被?(删除|下线|刪除)"
    r"|(요청하신 )?(페이지|기사)가 (존재하지 않습니다|삭제되었습니다)"
    r"|(요청하신 )?기사를 찾을 수 없습니다"
    r"|(पृष्ठ|पेज) नहीं मिला|halaman tidak (ditemukan|ada)|trang không tồn tại"
    r"|không tìm thấy trang"
    r"|ไม่พบหน้า.{0,20}|η σελίδα δεν (βρέθηκε|υπάρχει)|(הדף|העמוד) (לא נמצא|אינו קיים)"
    r"|pagina nu (a fost găsită|există)|stranica (nije pronađena|ne postoji)|صفحہ نہیں ملا"
)


def has_soft_404_marks(page: Page, outlet: Outlet) -> bool:
    """Whether the page has what only pages that are no articles have at this outlet."""
    selector = outlet.not_articles
    # Looking for the bytes of a name costs a tenth of looking through the tree for a node.
    if not selector or not any(
        all(name in page.html for name in names) for names in _names_in(selector)
    ):
        return False
    return page.tree.css_first(selector) is not None


@cache
def _names_in(selector: str) -> tuple[tuple[bytes, ...], ...]:
    """The class names and ids that each of a selector's alternatives needs."""
    if re.search(r"[:\\]", selector):
        return ((),)
    parts = re.sub(r"\[[^\]]*\]", "", selector).split(",")
    return tuple(tuple(name.encode() for name in _NAME.findall(part)) for part in parts)
