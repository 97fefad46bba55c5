"""Take the site's name, and its section, off the title of a page."""

import re
from collections.abc import Sequence

from newscrawl.extract.fields.headline import FEWEST_SHARED, LONGEST_LABEL
from newscrawl.extract.fields.title_words import LONGEST, SEPARATOR, UNSPACED_SIGN, words_in

#: A name behind a dash that touches the word before it.
_TOUCHED = re.compile(r"(?<=[^\s\W])\s?[–—|-]\s?([^–—|-]{4,60})$")
#: A name in brackets at the end of a title, as in Japanese.
_BRACKETED = re.compile(r"\s?[【［\[(（「]([^【［\[(（「]{2,60})[】］\])）」]$")
#: What a headline ends with to say what kind of text it stands over.
_LABEL = re.compile(r"\s[|–—-]\s(?:opinion|analysis|commentary|editorial|column)$", re.IGNORECASE)


def without_site_name(headline: str, sites: Sequence[str]) -> str:
    """The headline without " - The Outlet" or "The Outlet | " around it, however often.

    Of what underscores part, as titles in Chinese do, the longest is the headline.
    """
    if len(headline) > LONGEST:
        return headline
    headline = _LABEL.sub("", headline)
    first, colon, rest = headline.partition(": ")
    if colon and words_in(first) > 1 and words_in(rest) >= FEWEST_SHARED and _is_site(first, sites):
        return without_site_name(rest, sites)
    for found in SEPARATOR.finditer(headline):
        before, behind = headline[: found.start()].strip(), headline[found.end() :].strip()
        if before and _is_site(behind, sites):
            return without_site_name(_without_section(before, found[0]), sites)
        if behind and _is_site(before, sites):
            rest = _behind_section(behind.lstrip("»›|·•: "), found[0])
            return without_site_name(rest, sites)
    if touched := _TOUCHED.search(headline):
        name, before = touched[1], headline[: touched.start()].rstrip()
        if len(name) > LONGEST_LABEL and before and _is_site(name, sites):
            return before
    last = _BRACKETED.search(headline)
    if last and last.start() and _is_site(last[1], sites):
        return headline[: last.start()].strip()
    if "_" in headline and UNSPACED_SIGN.search(headline):
        return max(headline.split("_"), key=len).strip()
    return headline


def _without_section(title: str, separator: str) -> str:
    """The headline without the one word that a title has between it and the site's name."""
    before, parted, section = title.rpartition(separator)
    # Hardly a headline has that sign.
    most = LONGEST_LABEL if separator.strip() == "|" else 1
    is_section = parted and 0 < words_in(section) <= most and section[:1].isupper()
    return before if is_section and words_in(before) >= FEWEST_SHARED else title


def _behind_section(title: str, separator: str) -> str:
    """The same of a title that begins with the site's name."""
    section, parted, behind = title.partition(separator)
    is_section = parted and words_in(section) == 1 and section[:1].isupper()
    return behind if is_section and words_in(behind) >= FEWEST_SHARED else title


def _is_site(said: str, sites: Sequence[str]) -> bool:
    return " ".join(said.split()).casefold().removeprefix("www.") in sites
