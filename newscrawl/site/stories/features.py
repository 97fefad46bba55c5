"""Invented opinion, analysis and features of 2026: places and persons that do not exist."""

from newscrawl.site.model import (
    Aside,
    Box,
    Header,
    Line,
    Picture,
    Quote,
    Related,
    Said,
    Story,
    Text,
)

FEATURES = (
    Story(
        key="92190",
        slug="in-praise-of-slow-ferries",
        headline="In Praise of Slow Ferries",
        published="2026-02-23T08:00:00+03:00",
        kind="opinion",
        kicker="opinion",
        section="Opinion",
        byline=("Leonid Parshin",),
        teaser="A crossing of nine minutes is the last place where nobody can reach us.",
        keywords=("Ferries", "Time"),
        picture=Picture("slow-ferry.jpg", "On deck.", "Kalinov River Office"),
        body=(
            Text(
                "I have crossed the river at Kalinov some 4,000 times, always at the speed of a "
                "man who is not late. I should like to say a word for that speed.",
                "A bridge is a sentence; a ferry is a conversation. One does not skip to the end.",
            ),
            Quote("Whoever is in a hurry may swim.", "notice on the ferry"),
            Text(
                "The ministry counts crossings per hour and finds the boat wanting. It does not "
                "count what is said aboard — births, debts, recipes — since there is no column "
                "for it.",
                "Let the column be added. Until then, let the boat be slow.",
            ),
        ),
    ),
    Story(
        key="92384",
        slug="what-the-undesirable-list-leaves-out",
        headline="What the List of the ‘Undesirable’ Leaves Out",
        published="2026-04-14T09:00:00+03:00",
        modified="2026-04-15T11:30:00+03:00",
        kind="opinion",
        kicker="opinion",
        section="Opinion",
        byline=("Grigory Malov", "Sofia Renard"),
        keywords=("Media", "Censorship"),
        plea="2023",
        place="middle",
        body=(
            Text(
                "By supporting a newspaper one used to mean buying it. In Kalinov the word now "
                "has a paragraph of the criminal code to itself.",
                "We were called “undesirable” in a letter of two lines. We have framed it; it "
                "hangs over the flour.",
            ),
            Header("The Weight of a Word"),
            Text(
                "These actions are meant to frighten readers, and they did: some of ours crossed "
                "the street. Others crossed it in the other direction, and bought bread.",
                "A list is a short text, and we are editors. We would cut it.",
            ),
            Line(
                "The views expressed in opinion pieces do not necessarily reflect the position of "
                "The Moscow Times.",
                "opinion-disclaimer",
            ),
        ),
    ),
    Story(
        key="92824",
        slug="do-not-mend-the-town-clock",
        headline="Do Not Mend the Town Clock",
        published="2026-08-15T07:30:00+03:00",
        kind="opinion",
        kicker="opinion",
        section="Opinion",
        byline=("Leonid Parshin",),
        keywords=("Clocks", "Sosnogor"),
        body=(
            Text(
                "The commission that studies Sosnogor’s clock has met nine times. I beg it to "
                "meet for ever and to decide nothing.",
                "What runs without a plug should not be offered one. That is good advice for "
                "clocks, and for most other things that the state has overlooked.",
            ),
            Related("opinion", "In Praise of Slow Ferries", "in-praise-of-slow-ferries"),
            Text(
                "I know what the engineers will say: that it is not impossible, merely "
                "unexplained. Exactly. Leave us one thing of that kind — we shall know what time "
                "it is.",
                "And should the clock stop one day, let it stop. It will have earned the right to "
                "be wrong, which the rest of us enjoy at all hours.",
            ),
        ),
    ),
    Story(
        key="92330",
        slug="why-small-towns-are-buying-back-their-bells",
        headline="Why Small Towns Are Buying Back Their Bells",
        published="2026-03-30T10:45:00+03:00",
        kind="analysis",
        kicker="News   Analysis",
        section="In-depth",
        byline=("Sofia Renard",),
        keywords=("Bells", "Economy"),
        picture=Picture("bells.jpg", "Bells on their way home.", "S. Renard"),
        body=(
            Text(
                "In the past year 17 towns of the Belorechye region have bought back bells that "
                "they had sold for scrap. The prices make no sense until one looks at the "
                "weddings.",
            ),
            Header("A Market of Sounds"),
            Text(
                "A town with a bell now draws three times as many weddings as one without, "
                "according to figures compiled by the Institute of Ceremonies.",
                "“It is not faith, and it is not nostalgia,” said Klim Yadrov, an economist "
                "there. “A recording does not shake the floor.”",
            ),
            Aside("A bell of 300 kilograms sounds near the note G; one of 40, near a saucepan."),
            Header("Who Pays"),
            Text(
                "Most towns borrow against future weddings. That works as long as people go on "
                "falling in love at the present rate — 2.1 percent above plan in the first "
                "quarter.",
                "Should the rate fall, Yadrov said, “there will be a great many bells, and a "
                "great deal of silence.”",
            ),
        ),
    ),
    Story(
        key="92702",
        slug="the-long-shadow-of-a-short-governor",
        headline="The Long Shadow of a Short Governor",
        published="2026-07-16T12:20:00+03:00",
        kind="analysis",
        kicker="Power & Parishes",
        section="In-depth",
        byline=("Ilya Gromov", "Sofia Renard"),
        keywords=("Belorechye", "Governors"),
        plea="2022",
        place="end",
        body=(
            Text(
                "Governor Filipp Malykh of Belorechye has served four terms, a record that his "
                "office attributes to experience and his rivals to the chairs in their waiting "
                "room.",
                "Interviews with 14 present and former officials show how little paper there is.",
            ),
            Text(
                "“He decides by nodding,” said one, who left in 2024. “But he nods at everything, "
                "so one must learn which nods count.”",
                "Under such a system nobody can be blamed; nor can anybody resign, several said, "
                "since nobody was ever quite appointed.",
            ),
            Text(
                "The next election is in 2028. Two candidates have begun to practice.",
            ),
        ),
    ),
    Story(
        key="92412",
        slug="letters-to-a-column-about-soup",
        headline="Letters to a Column About Soup",
        published="2026-04-24T13:40:00+03:00",
        section="Meanwhile",
        kicker="Meanwhile",
        byline=("Pelageya Ivina",),
        keywords=("Food", "Letters"),
        place="end",
        body=(
            Text(
                "Dear readers,",
                "After last month’s column about sorrel, 62 of you wrote in to say that it was "
                "wrong. You contradict each other so beautifully that I print the best of it here.",
            ),
            Text(
                "“Not lemon. Never lemon,” writes a reader from Krutaya Gora. A reader from "
                "Sosnogor sends a lemon.",
                "Another asks that I “sign up for our weekly newsletter” of the Society for Clear "
                "Broth. I have done so; it is thin.",
            ),
            Text("Thank you, and keep the pot covered."),
        ),
    ),
    Story(
        key="92655",
        slug="a-town-that-whistles",
        headline="A Town That Whistles",
        published="2026-07-03T09:50:00+03:00",
        section="Meanwhile",
        kicker="Meanwhile",
        byline=("Pelageya Ivina", "Tamara Bek"),
        keywords=("Language", "Travel"),
        plea="2023",
        place="outside",
        body=(
            Text(
                "In Verkhnaya Lipa people whistle across the gorge, because a walk round it takes "
                "forty minutes and a shout comes back.",
                "There are about 60 phrases. Most concern goats; a few, which visitors are not "
                "taught, concern visitors.",
            ),
            Quote("One can lie in it, but only briefly.", "Avdotya Svist, schoolteacher"),
            Text(
                "Children learn it before they read. A tax inspector who came in May was "
                "announced, from ridge to ridge, eleven minutes before he arrived.",
                "He left with a full notebook and a tune in his head. It was, we are told, his "
                "own name.",
            ),
        ),
    ),
    Story(
        key="92847",
        slug="opera-in-a-quarry-needs-no-scenery",
        headline="An Opera in a Quarry Needs No Scenery",
        published="2026-08-22T19:00:00+03:00",
        section="Arts & Life",
        byline=("Eva Lindqvist-Orlova",),
        lead="The stone was cut in 1890; the tenor has been waiting, he says, about as long.",
        keywords=("Opera", "Krutaya Gora"),
        picture=Picture("quarry.jpg", "The stage, before the rain.", "E. Lindqvist-Orlova"),
        plea="2020",
        place="middle",
        body=(
            Text(
                "Nobody had sung in the quarry of Krutaya Gora before this summer, unless one "
                "counts the men who cut it, and they were paid by the cartload.",
                "The company of the Belorechye theater now gives its blizzard opera there, in "
                "August, in coats.",
            ),
            Text(
                "The snow, bought from the town’s own department, is kept in a side gallery. In "
                "the third act it is thrown from a height of thirty meters — and takes its time.",
                "One leaves with wet shoes and the feeling of having been somewhere. More cannot "
                "be asked of scenery.",
            ),
        ),
    ),
    Story(
        key="92954",
        slug="ten-rooms-and-a-samovar",
        headline="Ten Rooms and a Samovar: A Hotel for Listeners",
        published="2026-09-15T10:15:00+03:00",
        section="Arts & Life",
        byline=("Eva Lindqvist-Orlova",),
        keywords=("Hotels", "Music"),
        partner=True,
        body=(
            Text(
                "Each of the ten rooms in the Hotel Resonance has a different acoustics and the "
                "same bed. Guests choose by ear: dry, warm, or cathedral.",
                "Breakfast is served in the dry one, so that nobody need whisper.",
            ),
            Box(
                lines=(
                    Said("Partner Content", "sponsored-label"),
                    Said("This content is provided by outside parties.", "sponsored-label"),
                ),
                wrappers=("s-21",),
            ),
            Text(
                "In the evening a samovar hums in the hall, a little flat. The owner, Wanda "
                "Klimkova, tunes it with a spoon.",
                "Rooms cost from 3,400 rubles; the cathedral is booked until March, chiefly by "
                "snorers.",
            ),
        ),
    ),
    Story(
        key="92574",
        slug="river-levels-and-how-to-read-them",
        headline="River Levels, and How to Read Them",
        published="2026-06-12T14:00:00+03:00",
        section="Climate",
        byline=("Marta Sedova",),
        keywords=("Rivers", "Weather"),
        plea="2019",
        place="outside",
        body=(
            Text(
                "Every morning at seven somebody in Kalinov climbs down 31 steps and reads a "
                "number from a painted board. The series goes back to 1902.",
                "It shows that the river now stands 40 centimeters lower in June than it did a "
                "century ago, and that the paint has been renewed nine times.",
            ),
            Header("A Number a Day"),
            Text(
                "“One number is weather,” hydrologist Lidia Protoka said. “Forty thousand of them "
                "are a letter, and we are only now learning to read the handwriting.”",
                "The board may soon be replaced by a sensor. The steps, in any case, will stay.",
            ),
        ),
    ),
    Story(
        key="92763",
        slug="a-choir-of-people-who-left",
        headline="A Choir of People Who Left",
        published="2026-08-01T16:00:00+03:00",
        section="Diaspora",
        byline=("Sofia Renard",),
        keywords=("Diaspora", "Music"),
        picture=Picture("choir.jpg", "Rehearsal, with coats.", "Sofia Renard"),
        body=(
            Text(
                "Every Thursday 34 people from 19 towns meet above a laundry in a port far from "
                "all of them, and sing what their grandmothers sang while hanging out the wash.",
                "Nobody auditions. One is asked for a song; if two others know it, one is in.",
            ),
            Text(
                "“We disagree about every word,” said the choir’s founder, Ulyana Berezhkova, "
                "“and that is how we know that the songs are the same.”",
                "In the spring they mean to give a concert. The laundry has offered to stop its "
                "machines — but only between the movements.",
            ),
        ),
    ),
    Story(
        key="92829",
        slug="lecture-on-the-history-of-waiting-rooms",
        headline="A Lecture on the History of Waiting Rooms Begins Late",
        published="2026-08-17T20:30:00+03:00",
        section="Lectures",
        byline=("Pelageya Ivina",),
        keywords=("Lectures", "Railways"),
        body=(
            Text(
                "Professor Agata Wenzel opened our lecture series on Monday with an hour on "
                "waiting rooms. She let the audience wait for twenty minutes, and then asked what "
                "they had seen.",
                "Eleven had noticed the clock, four the samovar, and one another passenger.",
            ),
            Text(
                "“A waiting room is the only public building in which nothing is for sale but "
                "time,” she said; “and that is why we put a kiosk in it.”",
                "The next lecture is about doors. It will be given twice: once going in.",
            ),
        ),
    ),
    Story(
        key="92933",
        slug="verkhnaya-lipa-names-its-wind",
        headline="Verkhnaya Lipa Gives Its Wind a Name",
        published="2026-09-10T11:05:00+03:00",
        section="Regions",
        byline=("Oleg Varnavin", "Vera Lugovaya"),
        keywords=("Weather", "Language"),
        body=(
            Text(
                "The wind that comes up the gorge of Verkhnaya Lipa at five in the afternoon has "
                "been entered in the regional register of names, after three years of "
                "correspondence.",
                "It is to be called the Postman, because it rattles the shutters and leaves "
                "nothing.",
            ),
            Text(
                "Two earlier proposals had been turned down. The first was a surname; the second, "
                "officials wrote, “cannot be printed, though it can be whistled.”",
                "A plaque will be put up where the wind is strongest, and firmly.",
            ),
        ),
    ),
)
