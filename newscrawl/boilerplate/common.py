"""Rules for any outlet: what news pages put around and between the paragraphs of an article.

They are asked after an outlet's own. Patterns of words are whole short lines; what tells little
by itself needs a second sign: a link, or the end of the article.
"""

from typing import TYPE_CHECKING

from newscrawl.boilerplate import common_en as en
from newscrawl.boilerplate import common_other as other
from newscrawl.boilerplate.common_places import PLACES
from newscrawl.boilerplate.rules import Rule
from newscrawl.boilerplate.shapes import Cased, Lines, LinkedAsides, LinksAlone, Listed, Tail

if TYPE_CHECKING:
    from newscrawl.outlet import Outlet

_NETWORKS = (
    r"(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|flipboard|telegram|tumblr|messenger"
    r"|e-?mail|print|share|tweet|copy link|link|viber|vk|vkontakte|ok|xing|mix|pocket|threads"
    r"|bluesky"
    r"|mastodon|instagram|youtube|tiktok|pin it|copy|sms|google|teilen|drucken|line|hatena|x"
    r"|on|auf|via|\d|[ ,|/·•+&]){1,60}",
)

WORDS: tuple[Rule, ...] = (
    Lines("share-words", _NETWORKS + en.SHARE + other.SHARE),
    Lines("newsletter-words", en.NEWSLETTER + other.NEWSLETTER),
    Lines("donation-words", en.DONATION + other.DONATION),
    Lines("subscribe-words", en.SUBSCRIBE + other.SUBSCRIBE),
    Lines("comments-words", en.COMMENTS + other.COMMENTS),
    Lines("advert-words", en.ADVERT + other.ADVERT),
    Lines("cookie-words", en.COOKIES + other.COOKIES),
    Lines("legal-words", en.LEGAL + other.LEGAL),
    Lines("related-words", en.RELATED + other.RELATED),
    Lines("byline-words", en.BYLINE + other.BYLINE),
    *(Cased("byline-words", pattern) for pattern in en.BYLINE_NAMES + other.BYLINE_NAMES),
)

#: In the order in which they are asked: what a place tells needs no words.
TOLD: tuple[Rule, ...] = (
    LinkedAsides("aside"),
    *PLACES,
    *WORDS,
    Listed("related-list", en.LABELS + other.LABELS),
    Lines("related-words", en.SURE_LABELS + other.SURE_LABELS),
)

#: Where no layout says what the body is, its shape tells too: links and headings alone.
COMMON: tuple[Rule, ...] = (*TOLD, LinksAlone("links"), Tail("tail"))


def rules_of(outlet: "Outlet | None") -> tuple[Rule, ...]:
    """All rules for an outlet's pages, its own first; the common ones where there is no outlet."""
    return (*outlet.boilerplate, *TOLD) if outlet else COMMON
