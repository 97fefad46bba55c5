"""Find the dates that a page prints for its readers."""

import re
from collections.abc import Iterator

from newscrawl.extract.near import is_beside, lines_near_headline
from newscrawl.extract.scopes import is_of_another
from newscrawl.page import Page

_MARKED = (
    '[itemprop="datePublished"], [property="datePublished"], [itemprop="dateCreated"], '
    '[class*="published" i] time[datetime]'
)
_TIMES = "time[datetime], time"
#: Elements whose class says date; in each, the first line that is one counts.
_DATED = (
    '[class*="date" i], [class*="publish" i], [class*="timestamp" i], [class*="byline" i], '
    '[class*="time" i], [id*="date" i], [class*="datum" i], [class*="fecha" i], [class*="meta" i]'
)
_OTHERS_MARKS = (
    "comment", "related", "recommend", "sidebar", "teaser", "footer", "popular", "trending",
    "update", "modified", "newsletter", "promo", "widget", "event", "weather", "livestream",
)  # fmt: skip
_LONGEST = 90
_YEAR = re.compile(r"(?<!\d)(?:19|20|25)\d\d(?!\d)|[\u0660-\u0669\u06f0-\u06f9]{4}")
_MOST = 25
_UPDATED = re.compile(
    r"\b(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|обновлено|изменено"
    r"|оновлено|bijgewerkt|uppdaterad|oppdatert|atualizado|zaktualizowano|güncelleme)\b",
    re.IGNORECASE,
)


def dates_marked(page: Page) -> Iterator[str]:
    """What elements say that mark the date of publication as such."""
    return _printed(page, _MARKED)


def dates_in_time(page: Page) -> Iterator[str]:
    """The ``datetime`` or the text of ``time`` elements, those of the article first."""
    scope = "article " if page.tree.css_first("article time") else ""
    return _printed(page, ", ".join(scope + part for part in _TIMES.split(", ")))


def dates_in_text(page: Page) -> Iterator[str]:
    """Short lines of elements that are called like a date, those that say "updated" last."""
    found = [line for line in _printed(page, _DATED) if _YEAR.search(line)]
    if not found:
        near = lines_near_headline(page, _OTHERS_MARKS)
        found = [line for line in near if len(line) <= _LONGEST and _YEAR.search(line)]
    return iter(sorted(found, key=lambda line: bool(_UPDATED.search(line))))


def dates_updated(page: Page) -> Iterator[str]:
    """Short lines that say when the article was changed."""
    return (line for line in _printed(page, _DATED) if _UPDATED.search(line))


def _printed(page: Page, selector: str) -> Iterator[str]:
    for node in page.tree.css(selector)[:_MOST]:
        if is_beside(node, _OTHERS_MARKS) or is_of_another(page, node):
            continue
        given = node.attributes
        line = given.get("datetime") or given.get("content") or node.text(separator=" ")
        line = " ".join(line.split())
        if 0 < len(line) <= _LONGEST:
            yield line
