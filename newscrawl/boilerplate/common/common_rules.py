"""Rules for any outlet: what news pages put around and between the paragraphs of an article.

They are asked after an outlet's own. Patterns of words are whole short lines; what tells little
by itself needs a second sign: a link, a name, "our", or the end of the article.
"""

from newscrawl.boilerplate.common import lines_by_language
from newscrawl.boilerplate.common.box_labels import LABELS, SURE_LABELS
from newscrawl.boilerplate.common.common_class_names import PLACES
from newscrawl.boilerplate.common.credits import BYLINE, BYLINE_NAMES, CREDITS
from newscrawl.boilerplate.common.disclaimers import DISCLAIMERS
from newscrawl.boilerplate.common.donation_lines import DONATION, SUBSCRIBE
from newscrawl.boilerplate.common.newsletter_lines import HOUSE, NEWSLETTER
from newscrawl.boilerplate.common.notices import (
    ADVERT,
    COOKIES,
    EXTERNAL,
    LEGAL,
    REFERENCES,
    REPUBLISHED,
    RESERVED,
)
from newscrawl.boilerplate.common.page_furniture import COMMENTS, SHARE
from newscrawl.boilerplate.common.related_links import RELATED, TITLED
from newscrawl.boilerplate.rules.beside_story import BESIDE_STORY, LABEL
from newscrawl.boilerplate.rules.line_rules import Cased, HouseList, Lines, Listed
from newscrawl.boilerplate.rules.link_rules import LinkedAsides, LinksAlone, Tail
from newscrawl.boilerplate.rules.pull_quotes import PullQuotes
from newscrawl.boilerplate.rules.rule_types import Field, Rule, WithoutLayout

WORDS: tuple[Rule, ...] = (
    Lines("share-words", (*SHARE, *lines_by_language.FOLLOW)),
    Lines("newsletter-words", NEWSLETTER),
    HouseList("newsletter-words", NEWSLETTER, HOUSE),
    Lines("donation-words", DONATION),
    Lines("subscribe-words", (*SUBSCRIBE, *lines_by_language.READERS_ONLY)),
    Lines("comments-words", (*COMMENTS, *lines_by_language.READERS)),
    Lines("advert-words", (*ADVERT, *lines_by_language.ADVERTS)),
    Lines("cookie-words", COOKIES),
    Lines("cookie-words", EXTERNAL, longest=1_000),
    # They speak of what they show.
    Lines("cookie-words", lines_by_language.EMBEDS, is_titled=True),
    Lines("republished", REPUBLISHED, fills=Field.REPUBLISHED_FROM),
    Lines("legal-words", (*LEGAL, *lines_by_language.RIGHTS, *DISCLAIMERS)),
    Lines("legal-words", RESERVED, longest=1_000),
    Lines("sources", REFERENCES, longest=1_000),
    Lines("related-words", (*TITLED, *lines_by_language.ALSO_TITLED), is_titled=True),
    Lines("related-words", (*RELATED, *lines_by_language.ALSO)),
    Lines("byline-words", BYLINE),
    *(Cased("byline-words", pattern) for pattern in BYLINE_NAMES),
    *(Cased("wire-credit", pattern, fills=Field.CREDITS) for pattern in CREDITS),
)

#: In the order in which they are asked: what a place tells needs no words.
TOLD: tuple[Rule, ...] = (
    LinkedAsides("aside"),
    PullQuotes("pull-quote"),
    *PLACES,
    *WORDS,
    Listed("related-list", LABELS),
    Lines("related-words", SURE_LABELS),
)

#: Where no layout says what the body is, its shape tells too: links and headings alone.
SHAPE: tuple[Rule, ...] = (LinksAlone("links"), Tail("tail"))
#: The same for outlets that have layouts: of pages that none of them fits.
SHAPE_WITHOUT_LAYOUT: tuple[Rule, ...] = tuple(map(WithoutLayout, SHAPE))

COMMON: tuple[Rule, ...] = (*BESIDE_STORY, *LABEL, *TOLD, *SHAPE)
