"""What a page may hold, told from its bytes before any parser sees them.

lexbor's time, and here and there its memory, grows with the square of what a page holds in some
directions. Each has a bound far above what writers write and below what costs seconds. The checks
are linear, and cost an ordinary page a tenth of what reading it costs.
"""

import re

from newscrawl.errors import TooDeep, TooLarge
from newscrawl.markup.attributes import attribute_names
from newscrawl.markup.nesting import deepest_nesting

#: Elements of a page, at most: the longest threads have half of that. Each costs time. End tags,
#: each of which is looked for among all that is open, at most as many.
MOST_ELEMENTS = 25_000
#: Levels of nesting, at most. lexbor's time grows with the square of the depth (20 ms at 3,000).
DEEPEST = 3_000
#: Choices of a page, at most: those of one list are counted through for each (7 s for 25,000).
MOST_OPTIONS = 6_000
#: Attributes of a page, and names of attributes, at most: for each attribute, those of its element
#: and all names are looked through (12 s for 100,000 names). Ordinary pages have 300 names.
MOST_ATTRIBUTES, MOST_NAMES = 150_000, 2_000
#: Elements that a parser makes of formatting that was left open, since it opens it anew in each
#: paragraph: 200 left open in 20,000 paragraphs take 1.5 GB.
MOST_REOPENED = 400_000
#: Pages that begin fewer elements cannot be deep enough to matter, so they are not counted through.
_FEW_TAGS = 2 * DEEPEST
#: Bytes through which the levels of a page of too many elements are counted.
_COUNTED = 200_000

_OPTION = re.compile(rb"<opt(?:ion|group)", re.IGNORECASE)
_FORMATTING = frozenset(b"b big code em font i s small strike strong tt u".split())
#: A tag that may be one of those, by the first letter and the rest of their names: to ask for each
#: name at each tag would take twice as long.
_FORMATS = re.compile(
    rb"<(/?)([bcefistuBCEFISTU](?i:ig|ode|m|ont|mall|trike|trong|t)?)(?=[\s/>])([^>]*+)"
)
#: A parser keeps so many that are alike to the letter.
_ALIKE = 3


def check(url: str, html: bytes) -> None:
    """Raise ``TooLarge`` or ``TooDeep`` for a page in UTF-8 that would cost its parser too much."""
    tags = html.count(b"<")
    ends = html.count(b"</") if tags > _FEW_TAGS else 0
    begun = tags - ends
    # What is refused anyway needs no long count to say why.
    counted = html if begun <= MOST_ELEMENTS else html[:_COUNTED]
    if begun > _FEW_TAGS and deepest_nesting(counted, DEEPEST) > DEEPEST:
        raise TooDeep(url, f"over {DEEPEST:,} levels")
    if begun > MOST_ELEMENTS:
        raise TooLarge(url, f"{begun:,} elements")
    if ends > MOST_ELEMENTS:
        raise TooLarge(url, f"{ends:,} ends of elements")
    if begun > MOST_OPTIONS and (options := len(_OPTION.findall(html))) > MOST_OPTIONS:
        raise TooLarge(url, f"{options:,} options")
    if tags * tags > 4 * MOST_REOPENED and tags * left_open(html) > MOST_REOPENED:
        raise TooDeep(url, f"formatting that is left open, in {tags:,} elements")
    names = attribute_names(html)
    if len(names) > MOST_ATTRIBUTES:
        raise TooLarge(url, f"{len(names):,} attributes")
    if len(of_one := set(names)) > MOST_NAMES:
        raise TooLarge(url, f"{len(of_one):,} names of attributes")


def left_open(html: bytes) -> int:
    """How many elements of formatting are open at once, at most, as a parser keeps them."""
    is_open: dict[bytes, list[bytes]] = {}
    count = most = 0
    for end, spelled, given in _FORMATS.findall(html):
        if (name := spelled.lower()) not in _FORMATTING:
            continue
        of_name = is_open.setdefault(name, [])
        if end:
            count -= bool(of_name)
            del of_name[-1:]
        elif of_name[-_ALIKE:] != [given] * _ALIKE:
            of_name.append(given)
            count += 1
            most = max(most, count)
    return most
