"""Tell the rest of a story that readers open from what is hidden from them."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

from newscrawl.extract.body.inline import element_before, opens_what_follows
from newscrawl.extract.body.places import HEADINGS, Place
from newscrawl.markup.ancestors import behind
from newscrawl.page import Page

#: What a button says, in full, that opens the rest of a text.
_MORE = re.compile(
    r"(?:read|show|see|view|load|learn) (?:more|all|on|(?:the )?(?:full|rest|whole)\b.{0,20})"
    r"|(?:continue|keep) reading|expand(?: (?:article|text|story|all))?|more"
    r"|full (?:story|text|article)|weiterlesen|aufklappen|ausklappen"
    r"|mehr(?: (?:lesen|anzeigen|erfahren|zeigen|dazu))?"
    r"|(?:ganzen )?(?:artikel|text|beitrag) (?:vollständig )?(?:lesen|anzeigen|aufklappen)"
    r"|lire (?:la suite|plus|tout|l['’]article(?: complet| en entier)?)"
    r"|(?:voir|afficher|en savoir) plus|(?:leer|ver|mostrar|saber) más"
    r"|(?:seguir|continuar|sigue) leyendo|(?:leggi|mostra|vedi) (?:tutto|altro|di più)"
    r"|continua(?: a leggere)?|(?:ler|ver|mostrar|leia|veja|saiba) mais"
    r"|continu(?:ar|e) (?:lendo|a ler)|(?:lees|toon|bekijk) (?:meer|verder|alles)"
    r"|(?:läs|visa) mer|(?:les|vis) (?:mer|videre|mere)|læs (?:mere|videre)"
    r"|(?:lue|näytä) lisää|lesa meira|loe edasi|näita rohkem"
    r"|(?:czytaj|pokaż|zobacz) (?:dalej|więcej|całość)|rozwiń|číst (?:dále|dál|více)"
    r"|zobrazit (?:více|vše)|čítať ďalej|zobraziť viac|tovább(?: olvasom)?"
    r"|(?:citește|vezi|citeste) (?:mai mult|mai departe|tot)|(?:pročitaj|prikaži) (?:više|sve)"
    r"|skaityti (?:daugiau|toliau)|lasīt (?:vairāk|tālāk)|διαβάστε περισσότερα"
    r"|(?:читать|показать|смотреть) (?:далее|дальше|полностью|целиком|ещ[её]|больше|вс[её])"
    r"|развернуть|раскрыть|подробнее|далее|(?:читати|показати) (?:далі|більше|повністю|все)"
    r"|розгорнути|детальніше|(?:прочети|виж) (?:още|повече)|devamını (?:oku|gör|göster)"
    r"|daha fazla(?: göster| oku)?|続きを(?:読む|見る|表示)|もっと(?:見る|読む)"
    r"|全文(?:を?(?:読む|表示|見る))?|더 ?보기|계속 읽기|펼치기|(?:전체|전문) ?보기"
    r"|(?:展开|展開|阅读|閱讀|查看|显示|顯示)(?:全文|更多|全部)"
    r"|(?:اقرأ|إقرأ|عرض|شاهد) (?:المزيد|أكثر)|تابع القراءة|ادامه مطلب|بیشتر(?: بخوانید)?"
    r"|(?:קרא|הצג) עוד|(?:और|पूरा) पढ़ें|อ่าน(?:ต่อ|เพิ่มเติม)|(?:xem|đọc) (?:thêm|tiếp)"
    r"|(?:baca )?selengkapnya"
)
#: Around what it says: arrows, dots and signs.
_SIGNS = " \t\n.…+:>»›▾▼↓⌄→«‹←\u25bc\u25be"
_LONGEST = 40
#: Attributes that name what a control opens, behind a "#".
_TARGETS = ("href", "data-target", "data-bs-target")
_CONTROLS = ", ".join(("[aria-controls]", "label[for]", *(f'[{name}^="#"]' for name in _TARGETS)))
#: Boxes that open above a page, or beside a control, hold no part of a story.
_APART = frozenset("dialog alertdialog menu listbox tooltip tree grid".split())
#: Elements beside a fold that are looked at.
_NEAR = 2
#: So many texts that are hidden below headings beside each other are opened by these.
_SEVERAL = 2
#: What holds nothing but folds, and what these are called.
_HOLDERS = frozenset("div section dl ul ol li".split())
_CALLED = re.compile(
    r"\btab-?pane|\btabs?-(?:content|panel)|accordion|collaps|toggle-?(?:content|body)|\bfaq"
)
_ASKING = frozenset({"button", "label"})


def folded_up(page: Page, hidden: Collection[Place], seen: Iterable[Place]) -> set[Place]:
    """Those of hidden elements beside a text's paragraphs that readers open by what is there."""
    around = set[Place | None]({None})
    for place in seen:
        above: Place | None = place
        while above not in around:
            around.add(above)
            above = above.above if above is not None else None
    beside = [hiding for hiding in hidden if _is_near(hiding.above, around)]
    headed = [hiding for hiding in beside if _is_below_heading(hiding.node)]
    fellows = Counter(hiding.above for hiding in headed)
    opened = {hiding for hiding in headed if fellows[hiding.above] >= _SEVERAL}
    return opened | {hiding for hiding in beside if _is_opened(page, hiding.node)}


def _is_near(holder: Place | None, around: Collection[Place | None]) -> bool:
    """Whether a text's paragraphs stand beside a fold, or beside what holds folds alone."""
    return holder in around or (
        holder is not None and holder.tag in _HOLDERS and holder.above in around
    )


def _is_below_heading(fold: LexborNode) -> bool:
    before = element_before(fold)
    return before is not None and before.tag in HEADINGS


def _is_opened(page: Page, fold: LexborNode) -> bool:
    given = fold.attributes
    if given.get("role") in _APART or "aria-modal" in given or "popover" in given:
        return False
    if given.get("role") == "tabpanel" or _CALLED.search(given.get("class") or ""):
        return True
    before = element_before(fold)
    if before is not None and before.tag in _ASKING and opens_what_follows(before):
        return True
    if any(map(_says_more, _beside(fold))):
        return True
    name = given.get("id")
    return name is not None and name in page.once(_opened_names)


def _opened_names(page: Page) -> set[str]:
    """The ids that controls name which say that they open more: many folds are asked for."""
    controls = (node for node in page.tree.css(_CONTROLS) if _is_heading(node) or _says_more(node))
    return {name for control in controls for name in _controlled(control)}


def _controlled(control: LexborNode) -> Iterator[str]:
    given = control.attributes
    yield from (given.get("aria-controls") or "").split()
    targets = ((given.get(name) or "") for name in _TARGETS)
    yield from (target[1:] for target in targets if target.startswith("#"))
    if control.tag == "label":
        yield given.get("for") or ""


def _is_heading(control: LexborNode) -> bool:
    """Whether a heading opens what stands below it."""
    is_closed = "aria-expanded" in control.attributes
    around = control.parent
    return is_closed and (
        control.tag in HEADINGS or (around is not None and around.tag in HEADINGS)
    )


def _beside(fold: LexborNode) -> Iterator[LexborNode]:
    yield from (node for node in islice(behind(fold), 2 * _NEAR) if node.is_element_node)
    if (before := element_before(fold)) is not None:
        yield before


def _says_more(control: LexborNode) -> bool:
    text = " ".join(control.text()[: 2 * _LONGEST].split()).strip(_SIGNS)
    return len(text) <= _LONGEST and _MORE.fullmatch(text.casefold()) is not None
