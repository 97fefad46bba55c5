"""Invented galleries, films, recordings, live blogs, branded content and archive pieces."""

from newscrawl.site.model import Box, Header, Line, Listing, Picture, Post, Said, Story, Text

OTHER_KINDS = (
    Story(
        key="92227",
        slug="a-winter-without-ice-in-pictures",
        headline="A Winter Without Ice, in Pictures",
        published="2026-03-04T15:10:00+03:00",
        kind="gallery",
        section="News",
        byline=("Matvei Rakurs",),
        teaser="Open water, idle sledges and a ferry that did not wait for spring.",
        keywords=("Winter", "Kalinov"),
        gallery=(
            Picture("ice-1.jpg", "The river at Kalinov in January.", "Matvei Rakurs"),
            Picture("ice-2.jpg", "A sledge on dry land.", "Matvei Rakurs"),
            Picture("ice-3.jpg", "The ferry, freshly painted.", "Kalinov River Office"),
            Picture("ice-4.jpg", "Anglers without a hole."),
        ),
        body=(),
    ),
    Story(
        key="92980",
        slug="cranes-over-lake-tolba-in-photos",
        headline="Cranes Over Lake Tolba, in Photos",
        published="2026-09-20T18:05:00+03:00",
        kind="gallery",
        section="News",
        byline=("Matvei Rakurs", "Anna Verbitskaya"),
        teaser="For one week in September, the lake belongs to the birds.",
        keywords=("Birds", "Lake Tolba"),
        gallery=(
            Picture("cranes-1.jpg", "Dawn.", "Matvei Rakurs"),
            Picture("cranes-2.jpg", "In the schoolyard — in rows.", "Matvei Rakurs"),
            Picture("cranes-3.jpg", credit="Anna Verbitskaya"),
        ),
        body=(
            Text(
                "Each September several hundred cranes rest by Lake Tolba on their way south, and "
                "for a week nothing else in the district is spoken of.",
                "These pictures were taken from a school, through a window that had been cleaned "
                "for the purpose.",
            ),
            Box(
                lines=(
                    Said("More image galleries", "more-lists"),
                    Said("View more articles", "more-lists"),
                ),
                wrappers=("g-2",),
            ),
        ),
    ),
    Story(
        key="92519",
        slug="video-the-ferry-from-above",
        headline="The Ferry From Above",
        published="2026-05-27T12:10:00+03:00",
        kind="video",
        section="News",
        byline=("Matvei Rakurs",),
        teaser="Nine minutes on the river at Kalinov, filmed from a kite.",
        keywords=("Ferries", "Video"),
        body=(
            Text(
                "Our photographer tied a camera to a kite and let it follow the Kalinov ferry "
                "from bank to bank — nine minutes, one heron, no commentary.",
            ),
            Line("More videos", "more-lists"),
        ),
    ),
    Story(
        key="92738",
        slug="podcast-the-echo-and-its-lawyers",
        headline="Podcast: The Echo and Its Lawyers",
        published="2026-07-25T08:00:00+03:00",
        kind="podcast",
        section="News",
        byline=("Sofia Renard", "Ilya Gromov"),
        keywords=("Podcasts", "Courts"),
        body=(
            Text(
                "Can one own a sound that is only ever somebody else’s? In this episode we climb "
                "the cliff between two towns and ask it ourselves.",
                "You can listen to us on the following platforms:",
            ),
            Listing(("Apple Podcasts", "Spotify", "[The open feed](https://audio.example/feed)")),
            Text("Music by the brass band of Dalnyaya, which needed no second take."),
        ),
    ),
    Story(
        key="92875",
        slug="live-the-great-lake-tolba-regatta",
        headline="Live: The Great Lake Tolba Regatta",
        subtitle="Forty boats, three of them seaworthy",
        published="2026-08-29T09:00:00+03:00",
        modified="2026-08-29T19:30:00+03:00",
        kind="live",
        kicker="LIVE",
        section="News",
        byline=("Oleg Varnavin",),
        keywords=("Lake Tolba", "Regattas"),
        body=(
            Text(
                "The regatta on Lake Tolba starts at ten. We report from the pier, and later from "
                "whatever is still afloat.",
            ),
        ),
        posts=(
            Post(
                number=1,
                time="2026-08-29T09:55:00+03:00",
                html="<p>The boats are at the line. One of them is a wardrobe.</p>",
            ),
            Post(number=2, time="2026-08-29T10:20:00+03:00", html="<p>The wardrobe leads.</p>"),
            Post(
                number=3,
                time="2026-08-29T12:45:00+03:00",
                html="<p>A protest: the wardrobe has a sail, and the rules speak of <em>boats</em>."
                "</p>",
            ),
            Post(
                number=4,
                time="2026-08-29T19:30:00+03:00",
                html="<p>The prize goes to the wardrobe, by two doors.</p>",
            ),
        ),
    ),
    Story(
        key="/plus/lantern-works/a-lamp-for-every-balcony",
        slug="a-lamp-for-every-balcony",
        headline="A Lamp for Every Balcony",
        published="2026-05-19T10:00:00+03:00",
        kind="sponsored",
        section=None,
        byline=("Lantern Works Studio",),
        keywords=("Lamps",),
        picture=Picture("lamp.jpg", "A balcony, lit.", "Lantern Works"),
        body=(
            Text(
                "An evening on a balcony is as long as its lamp is good. Lantern Works has made "
                "lamps for balconies since it noticed that nobody else did.",
                "This season’s model goes out by itself when the last guest has told the last "
                "story.",
            ),
            Header("Three Sizes of Dusk"),
            Text(
                "There is a small one for reading, a middle one for chess and a large one for "
                "quarrels. All three run on a candle or on a cable.",
            ),
            Box(
                lines=(
                    Said("Brought to you by", "sponsored-label"),
                    Said("MT+ is branded content of The Moscow Times.", "sponsored-label"),
                ),
                wrappers=("s-22",),
            ),
        ),
    ),
    Story(
        key="/archive/tram-conductor-collects-hats",
        slug="tram-conductor-collects-hats",
        headline="Tram Conductor Collects Hats",
        published="1996-11-14T00:00:00+03:00",
        section="News",
        byline=("Margaret Ash", "Pyotr Vesnin"),
        picture=Picture("archive/1996/hats.jpg", "A hat on Line 3.", "Pyotr Vesnin"),
        body=(
            Text(
                "In 19 years on Line 3, conductor Zinaida Tramova has found 214 hats and given "
                "back eleven. The rest live in her kitchen.",
                "“A person without a hat does not come back for it in this weather,” she said. "
                "“He buys a new one and is too proud.”",
            ),
            Text("Next spring she means to wear them, one a day, until somebody says something."),
        ),
    ),
    Story(
        key="/archive/first-escalator-of-verkhnaya-lipa",
        slug="first-escalator-of-verkhnaya-lipa",
        headline="First Escalator of Verkhnaya Lipa Goes Down Only",
        published="2001-06-08T00:00:00+04:00",
        section="Business",
        byline=("Margaret Ash",),
        body=(
            Text(
                "Verkhnaya Lipa’s only department store has opened its first escalator. It goes "
                "down; for the way up, the management recommends the stairs.",
                "Customers rode it until closing time. A second one, going up, is to follow “when "
                "everybody is downstairs.”",
                "Elderly customers have asked for a bench at the bottom, and children for a "
                "second ride.",
            ),
            Box(
                lines=(
                    Said(
                        "Get the latest updates as we post them — right on your browser",
                        "newsletter-words",
                    ),
                    Said(". Last Updated: 06/08/2001", "newsletter-words"),
                    Said("Moscow in your inbox", "newsletter-words"),
                    Said("type your e-mail here", "newsletter-words"),
                ),
                wrappers=("old-1",),
            ),
        ),
    ),
)
