"""What a page's JSON-LD says that its article's text is: ``articleBody``, unless it is the dek."""

import re

from newscrawl.boilerplate.folding import letters
from newscrawl.extract.fields.json_ld import article_object, strings
from newscrawl.page import Page

_DESCRIPTIONS = ("description", "og:description", "twitter:description")
#: A body that is no longer than this part of the description's length repeats it.
_NO_LONGER = 1.2
#: Letters by which a text is known again.
_HEAD = 60
_TAG = re.compile(r"<[^<>]{0,500}>")


def told_body(page: Page) -> str:
    """The text; none where the page repeats its description there."""
    return page.once(_told_body)


def letters_told(said: str) -> str:
    """The letters and figures of a text that may be HTML."""
    return letters(_TAG.sub(" ", said))


def _told_body(page: Page) -> str:
    article = article_object(page)
    said = "\n".join(strings(article.get("articleBody")))
    described = [page.metas.get(name, "") for name in _DESCRIPTIONS]
    described += strings(article.get("description"))
    named = letters(" ".join(strings(article.get("headline"))))
    told = letters_told(said).removeprefix(named) if any(described) else ""
    is_dek = any(_repeats(told, letters(text)) for text in described)
    return "" if is_dek else said


def _repeats(body: str, described: str) -> bool:
    is_alike = bool(described) and body[:_HEAD] == described[:_HEAD]
    return is_alike and len(body) <= _NO_LONGER * len(described)
