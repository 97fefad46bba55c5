"""Section pages: the links of their cards, and the addresses of the pages behind the first."""

from newscrawl import urls
from newscrawl.discover.link import Link
from newscrawl.errors import ExtractionError, OutletError, SourceError
from newscrawl.outlet import Section
from newscrawl.page import Page


def section_links(section: Section, body: bytes, url: str) -> tuple[list[Link], str | None]:
    """The links of a section page or of a fragment of one, and what is wrong with it, if anything.

    A card may carry its address as ``data-url``. An empty page is no error: behind the last page
    of a section many sites send nothing at all.
    """
    if not body.strip():
        return [], "the page is empty"
    page = Page(url, body)
    try:
        nodes = page.tree.css(section.links)
    except ExtractionError as error:
        raise SourceError(url, error.says) from error
    given = (node.attributes.get("data-url") or node.attributes.get("href") for node in nodes)
    found = (urls.absolute(page.base, link) for link in given if link)
    return [Link(url=each) for each in found if each and len(each) <= urls.LONGEST_URL], None


def next_page(section: Section, number: int) -> str:
    """The address of the page behind the first ``number`` pages of a section; 0: the first one.

    With 19 cards on the first page and 18 on each other, offsets are 19, 37, 55, …
    """
    if number == 0:
        return section.url
    if section.more is None:
        raise OutletError(f"the section {section.url} has one page only")
    return section.more.replace("{offset}", str(section.first + (number - 1) * section.step))
