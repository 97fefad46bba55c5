"""What a page's JSON-LD says that its article's text is: ``articleBody``, unless it is the dek."""

import re

from newscrawl.extract.fields.json_ld import article_object, strings
from newscrawl.page import Page

_DESCRIPTIONS = ("description", "og:description", "twitter:description")
#: A body that is no longer than this part of the description's length repeats it.
_NO_LONGER = 1.2
#: Letters by which a text is known again.
_HEAD = 60
_TAG = re.compile(r"<[^<>]{0,500}>")
_NO_LETTER = re.compile(r"\W+")


def told_body(page: Page) -> str:
    """The text; none where the page repeats its description there."""
    return page.once(_told_body)


def folded(text: str) -> str:
    """The letters and figures of a text, by which it is known again."""
    return _NO_LETTER.sub("", text).lower()


def _told_body(page: Page) -> str:
    article = article_object(page)
    said = "\n".join(strings(article.get("articleBody")))
    described = [page.metas.get(name, "") for name in _DESCRIPTIONS]
    described += strings(article.get("description"))
    letters = folded(_TAG.sub(" ", said)) if any(described) else ""
    named = folded(" ".join(strings(article.get("headline"))))
    letters = letters.removeprefix(named)
    is_dek = any(_repeats(letters, folded(text)) for text in described)
    return "" if is_dek else said


def _repeats(body: str, described: str) -> bool:
    is_alike = bool(described) and body[:_HEAD] == described[:_HEAD]
    return is_alike and len(body) <= _NO_LONGER * len(described)
