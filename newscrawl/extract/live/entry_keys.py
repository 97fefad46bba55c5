"""What an entry of a live blog is known by when it was edited.

Its name, where the page has one: an id, or the fragment of its own address. Without a name, the
time at which it was published, with its headline; without a time, its headline, else what it says.
So an entry without a name and a time that is edited is another one.
"""

import hashlib
from collections.abc import Sequence

from newscrawl.article import LiveEntry
from newscrawl.boilerplate.folding import fold
from newscrawl.outlet import ClaimedEntry

#: A longer name is known by its hash: it stands in an index.
_LONGEST = 200


def keys_of(
    claims: Sequence[ClaimedEntry], entries: Sequence[LiveEntry], texts: Sequence[str]
) -> list[str]:
    """The keys, of which only those that the page names may stand twice."""
    found = list[str]()
    for claim, entry, text in zip(claims, entries, texts, strict=True):
        key = _named(claim.key) if claim.key else _unnamed(entry, text)
        if not claim.key and key in found:
            key = f"{key}/{_print(text)}"
        found.append(key)
    return found


def _named(given: str) -> str:
    key = " ".join(given.split())
    return key if len(key) <= _LONGEST else f"{key[: _LONGEST // 2]}…{_print(key)}"


def _unnamed(entry: LiveEntry, text: str) -> str:
    time = entry.date_published.isoformat() if entry.date_published else ""
    said = entry.headline or ("" if time else text)
    return "/".join(filter(None, [time, said and _print(said)]))


def _print(text: str) -> str:
    return hashlib.sha256(fold(text).casefold().encode("utf-8", "replace")).hexdigest()[:12]
