"""Does a page show all entries of a live blog, or say that there are older ones?"""

import re

from newscrawl.markup.hidden import is_unseen_in_line
from newscrawl.page import Page

#: Links to a next page, and what loads more of a list.
_MARKS = (
    '[rel~="next"], [class*="load-more" i], [class*="loadmore" i], [class*="load_more" i],'
    ' [class*="show-more-post" i], [class*="more-posts" i], [class*="older-posts" i],'
    ' [id*="load-more" i], [id*="loadmore" i], [data-load-more]'
)
_WORDS = re.compile(
    r"(?:load|show|see|view) (?:more|older|earlier|previous)(?: \w+)?"
    r"|(?:older|earlier|previous|more) (?:posts|updates|entries|events)"
    r"|(?:mehr|weitere|ältere)(?: beiträge| einträge| meldungen)?(?: laden| anzeigen)?"
    r"|(?:voir|afficher|charger) (?:plus|la suite)(?: \w+)?"
    r"|(?:ver|cargar|carregar|mostrar) (?:más|mais)"
    r"|mostra altr[oi]|carica altr[oi]|pokaż więcej|показать (?:ещё|еще)|показати (?:ще|більше)"
    r"|загрузить (?:ещё|еще)|завантажити ще|ещё|еще",
    re.IGNORECASE,
)
_LONGEST = 40


def says_more(page: Page, selector: str | None = None) -> bool:
    """By an outlet's own selector, else by what pages of all kinds have for it."""
    if selector is not None:
        found = page.tree.css(selector)
        return any(not is_unseen_in_line(node, node.tag, node.attributes) for node in found)
    if page.tree.css_first(_MARKS) is not None:
        return True
    texts = (" ".join(node.text().split()) for node in page.tree.css("button, a"))
    return any(len(text) <= _LONGEST and _WORDS.fullmatch(text) for text in texts)
