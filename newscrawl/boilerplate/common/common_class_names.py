"""Rules of place for any outlet: words in class names that news pages share."""

from newscrawl.boilerplate.rules.telling_names import Named

#: What stands beside an article may be longer than it; what holds all of it is still passed over.
_LONG = 0.8
#: What readers wrote may be twenty times as long.
_READERS = 0.97

PLACES: tuple[Named, ...] = (
    # What the vendors of such dialogs call them; a long one holds more words than a short article.
    Named(
        "consent",
        r"wt-cli|cli-(?:bar|col|modal|privacy|settings|style|tab)|cookielawinfo|onetrust|ot-sdk"
        r"|didomi|qc-cmp|sp-message|usercentrics|uc-banner|cybot|cookiebot|truste|"
        r"coi-(?:banner|consent)|cmp(?:box|wrapper)|tarteaucitron|axeptio|sirdata|evidon"
        r"|cookie-?(?:first|script)|ppms-?cm|trustarc|cmplz|iubenda|klaro|osano|termly|cky-"
        r"|fc-consent|borlabs|cookieyes|cookie-?(?:law|"
        r"notice|banner|consent|bar|popup|modal)|consent-?(?:banner|manager|modal|dialog|layer"
        r"|popup)",
        _READERS,
    ),
    Named(
        "comments",
        r"comments(?:$|-(?!open|closed|enabled))|disqus|livefyre|viafoura|spot-?im|openweb"
        r"|comment-?(?:area|body|box|content|form|links|list|reply|section|thread)|\w+-comment-\d+"
        r"|leser-?(?:kommentar|brief)|user-?comment|kommentare(?:$|-)|kommentar-?(?:bereich|form"
        r"|liste)"
        r"|comentarios(?:$|-)|commentaires(?:$|-)|commenti(?:$|-)|reacties(?:$|-)|komentarze(?:$|-)"
        r"|yorumlar(?:$|-)|kommentarer(?:$|-)|kommentit(?:$|-)",
        _READERS,
    ),
    Named(
        "comments",
        r"comment(?:$|-(?!open|closed|enabled))|respond(?:$|-)|responses(?:$|-)|replies|discussion",
        _LONG,
    ),
    # Lists that plug-ins add below each article.
    Named(
        "related",
        r"wp-rp|related-?post(?:s|$|-)|yarpp|jp-relatedposts|crp-|outbrain|taboola",
        _LONG,
    ),
    Named("form", r"<(?:form|button|dialog|label)>"),
    Named("navigation", r"<(?:nav|footer)>"),
    Named(
        "navigation",
        r"nav(?:$|-|bar|igation)|menu(?!-?item)"
        # Not "toc-how-it-works", which is what a table of contents leads to.
        r"|toc(?:$|-(?:$|list|container|wrap|widget|box|nav|menu|title|item|toggle|side|block|inner"
        r"|head|body|content|plugin|mobile|desktop|link|heading|entry|level))"
        r"|table-of-contents|paginat|pager|modal|pop-?up|popover|tooltip|dropdown|toolbar"
        r"|breadcrumb|skip-|site-?header"
        r"|site-?footer|masthead|back-to-|jump-?(?:to|link(?!s-section))"
        # Not "has-sidebar" or "article--sidebar-right", which are names of what stands beside one,
        # nor "sidebar-disabled", which tells whether there is one.
        r"|(?<!--)(?<!has-)(?<!with-)(?<!no-)(?<!container-)(?:side-?bar(?!-(?:enabled|disabled|none"
        r"|on|off|true|false|active|inactive|visible|collapsed|expanded)(?:$|-))|right-rail"
        r"|rail(?:$|-))",
        _LONG,
        is_spoken_of=True,
    ),
    # Restaurants have menus, too.
    Named("navigation", r"menu-?item", _LONG, longest=80),
    # Page builders call each part of a page a widget, its paragraphs too; Substack a heading.
    Named(
        "navigation",
        r"(?<!elementor-)(?<!anchor-)(?<!article-)widget(?!-(?:text|theme|container))",
    ),
    Named(
        "hidden",
        r"<hidden>|sr-only|screen-?reader|visually-?hidden|a11y-hidden|is-hidden|no-?print|d-none"
        r"|print-?only|only-print|visible-print(?!-none)",
    ),
    Named(
        "share",
        r"share(?!d|holder|point)|sharing|social(?!-?(?:embed|post|card|media-?embed|ism|ist))"
        r"|addtoany|addthis|a2a|dpsp|follow(?:$|-|us)|bookmark|copy-?link|reactions?(?:$|-)"
        r"|likes?-",
        is_spoken_of=True,
    ),
    Named(
        "newsletter",
        r"newsletter|nl-|sign-?up|subscribe(?!r)|subscription|mailing|email-?(?:capture|form|alert)"
        r"|inbox|mc-?embed|opt-?in(?:$|-)|reg-?(?:form|wall)|registration|mailchimp|mailpoet",
        is_spoken_of=True,
    ),
    Named(
        "donation",
        r"donat|contribute(?:$|-)|contribution|membership|patreon|support-us|fundrais|paypal",
        is_spoken_of=True,
    ),
    Named(
        "related",
        r"related|recirc|recommend|read-?(?:next|also|on)(?:$|-)"
        r"|read-?more(?:$|-(?!answer|content|text|wrap|body|inner|container))|more-?(?:from|on"
        r"|stories"
        r"|news|articles|links|about|like)|also-?(?:read|on|in|like)|see-?also|you-?(?:may|might)"
        r"|most-?(?:read|popular|viewed|recent)|popular|trending|(?:prev|next)-?(?:post|article)"
        r"|post-?nav|promo(?:$|-|s|box|tion)|latest|up-?next|further-?reading|suggest|similar"
        r"|cross-?link|internal-?link|inline-?link|story-?(?:link|package)|link-?(?:list|box"
        r"|teaser)|topicbox",
    ),
    # Not what holds facts, or what a text folds up and points out; nor what has a card's colour.
    Named(
        "teaser",
        r"(?:\w{1,12})?teaser|(?<!kg-)(?<!fact-)(?<!info-)(?<!toggle-)(?<!callout-)"
        r"(?<!^bg-)(?<!^text-)(?<!^border-)card(?:$|-|s)|tile(?:$|-|s)|summary-item",
        behind=3,
    ),
    Named(
        "embed",
        r"twitter-tweet|wp-(?:block-embed|embedded)(?:$|-)|instagram-media|tiktok-embed|fb-(?:post|video)|bluesky-embed|reddit-embed",
        _LONG,
    ),
    # Where a text was found, in a list of its own.
    Named(
        "sources",
        r"(?:article|citation|story|content)-?sources?(?:$|-)|source-?guidelines"
        r"|reference-?list|bibliograph|works-?cited",
    ),
    Named(
        "author",
        r"author|byline|bio(?:$|-|s$|graphy)|contributor|about-?the-|writer|journalist|avatar"
        r"|posted-?(?:by|on|in)|(?:entry|post|article|story)-?meta|dateline"
        r"|publi(?:sh|cation)-?(?:ed)?-?(?:date|info|time|on)|read(?:ing)?-?time"
        r"|updated?-?(?:date|time|on|at)",
    ),
    # Not a headline that begins with a time, nor the days of a chronicle.
    Named("author", r"(?<!timeline-)date(?:$|-)|timestamp|time(?:$|-stamp)", longest=40),
    Named(
        "caption",
        r"<figure>|caption|(?:photo|image|img|picture|media|foto|bild)-?(?:credit|info|source|desc"
        r"|meta|title|caption|copyright|owner|by)|credits?(?:$|-)|attribution|pictsrc|figcaption"
        r"|bildunterschrift|bildquelle|legende|(?:res)?gallery|slideshow|carousel|pie-?de-?foto"
        r"|ep[ií]grafe|didascalia|legenda|bijschrift|bild(?:e?tekst|text)|billedtekst|popis(?:ek"
        r"|ka)"
        r"|podpis-?(?:zdj|pod|foto)|kuvateksti|k[eé]p-?al[aá]|foto-?alt[ıi]"
        r"|slick|swiper",
    ),
    Named(
        "player",
        r"(?:video|audio)-?(?:player|title|meta|info|playlist|wrap|container|controls)"
        r"|player(?!-?ratings?)|playlist|jw-?player|listen|trinity|podcast(?!-transcript)|vjs"
        r"|playback|transport",
        is_spoken_of=True,
    ),
    Named(
        "tags",
        r"tags?(?:$|-(?!line))|tag-?(?:list|cloud)|taglist|keywords?(?:$|-)|categor(?:y|ies)"
        r"|cat-links|filed-under|hashtags?",
    ),
    Named("tags", r"topics?(?:$|-)", longest=80),
    Named(
        "advert",
        r"ads?(?:$|-)|advert|adslot|ad-?wrap|sponsor|dfp|gpt|affiliate|product-?offer"
        r"|buy-?(?:link|now|button)|buylink|cta(?:$|-(?!(?:top-|bottom-)?(?:padding|margin|radius)))"
        r"|partner-?(?:box|links?)|legal",
        0.2,
        is_spoken_of=True,
    ),
    # What lawyers want to be said may be longer than what it is said of.
    Named(
        "legal",
        r"disclaimer|disclosures?(?:$|-)|copyright|fine-?print|legal-?(?:notice|text|info|note"
        r"|copy|footer|disclaimer)|rechtliche-?hinweise|mentions-?legales|aviso-?legal",
        _LONG,
        is_spoken_of=True,
    ),
    Named(
        "consent",
        r"cookie|consent|gdpr|embed-?(?:privacy|consent|blocked)|privacy",
        is_spoken_of=True,
    ),
)
