"""Invented news of February to April 2026: towns, ministries and persons that do not exist."""

from newscrawl.site.model import (
    Aside,
    Bare,
    Box,
    Header,
    Line,
    Listing,
    Picture,
    Quote,
    Related,
    Said,
    Story,
    Text,
)

SPRING = (
    Story(
        key="92104",
        slug="kalinov-ferry-returns-after-a-winter-without-ice",
        headline="Kalinov Ferry Returns After a Winter Without Ice",
        published="2026-02-03T09:15:00+03:00",
        byline=("Anna Verbitskaya",),
        keywords=("Kalinov", "Ferries", "Winter"),
        picture=Picture(
            "kalinov-ferry.jpg", "The ferry at its berth in Kalinov.", "Kalinov River Office"
        ),
        body=(
            Text(
                "The ferry between the two halves of Kalinov resumed its crossings on Tuesday, "
                "six weeks before anyone can remember it doing so.",
                "The river did not freeze this winter, and the ice road that usually joins the "
                "banks was never opened, the town’s River Office said in a statement.",
            ),
            Text(
                "“We painted the hull in January — in gloves, but without coats,” said the "
                "captain, Pavel Ozerov, who has run the boat for 22 years.",
                "Tickets cost 40 rubles, the same as last season. Schoolchildren, nurses and "
                "anyone carrying a sack of potatoes travel free of charge.",
            ),
            Text(
                "The Ministry of Bridges and Ferries says that it will decide by summer whether "
                "the ice road has a future at all.",
            ),
        ),
    ),
    Story(
        key="92131",
        slug="ministry-of-bridges-counts-one-bridge-twice",
        headline="Ministry of Bridges Counts One Bridge Twice for 11 Years",
        subtitle="The error was found by a postman with two addresses.",
        published="2026-02-07T16:40:00+03:00",
        modified="2026-02-08T10:05:00+03:00",
        byline=("Ilya Gromov", "Marta Sedova"),
        keywords=("Bridges", "Statistics"),
        picture=Picture(
            "two-bridges.jpg", "The bridge, from both banks.", "M. Sedova / TMT archive"
        ),
        body=(
            Text(
                "A bridge over the Lipovka stream has been entered in the national register twice "
                "since 2015, once for each village that it joins, an audit has found.",
                "Both entries were repainted, inspected and insured every year. Only one of them "
                "exists, auditors said with some regret.",
            ),
            Related(
                "news",
                "Kalinov Ferry Returns After a Winter Without Ice",
                "kalinov-ferry-returns-after-a-winter-without-ice",
            ),
            Text(
                "“I delivered a letter addressed to the eastern bridge and was asked why I had "
                "not also delivered one to the western bridge,” postman Semyon Dudin said. “That "
                "is how it came out.”",
                "The Ministry of Bridges and Ferries thanked Dudin and removed the western entry. "
                "Villagers on that side have written to object.",
            ),
            Text(
                "The national total now stands at 4,217 bridges; officials described the figure "
                "as “final, with one exception that is being looked into.”",
            ),
        ),
    ),
    Story(
        key="92158",
        slug="sosnogor-library-lends-its-last-typewriter",
        headline="Sosnogor Library Lends Out Its Last Typewriter",
        published="2026-02-12T11:00:00+03:00",
        byline=("Vera Lugovaya",),
        keywords=("Sosnogor", "Libraries"),
        place="end",
        body=(
            Text(
                "The public library in Sosnogor has lent out the last of its 14 typewriters, and "
                "the queue for one now runs into August.",
                "Readers may keep a machine for three weeks. They must return it with a sheet of "
                "paper in it, so that the next reader can see that it works.",
            ),
            Text(
                "“People come for the noise,” librarian Nadezhda Kruglova said. “They say that "
                "the noise helps them to finish a sentence.”",
                "The library, which was nearly closed in 2021, had asked residents to support it. "
                "“They did support us,” Kruglova added, “and then they asked for ribbons.”",
            ),
        ),
    ),
    Story(
        key="92177",
        slug="department-of-snow-sells-surplus-to-theater",
        headline="Department of Snow Sells Its Surplus to a Theater",
        published="2026-02-19T18:20:00+03:00",
        byline=("Oleg Varnavin", "AFP"),
        keywords=("Snow", "Theater", "Budgets"),
        picture=Picture("snow-yard.jpg", "Snow in the municipal yard.", "Department of Snow"),
        body=(
            Text(
                "Belorechye’s Department of Snow has sold 60 truckloads of clean snow to a "
                "theater that stages an opera about a blizzard.",
                "The price was not disclosed, but the department’s accounts show an entry of "
                "18,000 rubles under “other weather.”",
            ),
            Quote(
                "It falls on us for nothing, and we carry it away at great expense. This is the "
                "first time that anyone has paid us for it.",
                "Kirill Zimin, Department of Snow",
            ),
            Text(
                "The theater keeps the snow in a cellar and brings up two sacks for each "
                "performance. Critics found it “convincing, and wet.”",
                "Three further theaters have made inquiries; one of them performs in the open air.",
            ),
            Line("Includes reporting from AFP.", "wire-credit"),
        ),
    ),
    Story(
        key="92203",
        slug="clock-agency-abolishes-a-minute",
        headline="Clock Agency Abolishes a Minute, Then Restores It",
        published="2026-02-26T12:05:00+03:00",
        modified="2026-02-26T12:09:00+03:00",
        byline=("Reuters",),
        keywords=("Clocks",),
        body=(
            Text(
                "The Federal Agency for Clocks announced on Thursday that the last minute of "
                "February would be left out, and withdrew the announcement an hour later.",
                "The minute had been found to be “surplus to the calendar,” the agency’s first "
                "statement said. The second called the first “premature.”",
            ),
            Text(
                "Railway managers in three regions had already reprinted their timetables. They "
                "will keep them, a spokesman said, since the paper is good.",
                "It is not the agency’s first difficulty: in 2023 it lost the key to its own "
                "tower.",
            ),
            Line("Reuters contributed reporting.", "wire-credit"),
        ),
    ),
    Story(
        key="92219",
        slug="editor-who-refused-to-be-silenced-opens-bakery",
        headline="Editor Who ‘Refused to Be Silenced’ Opens Bakery",
        published="2026-03-02T12:30:00+03:00",
        byline=("Anna Verbitskaya", "Ilya Gromov", "Tamara Bek"),
        keywords=("Media", "Bakeries", "Kalinov"),
        picture=Picture("bakery.jpg", "Loaves with headlines pressed into the crust."),
        place="middle",
        body=(
            Text(
                "The former editor of a Kalinov weekly that was labeled a “foreign agent” and "
                "later an “undesirable” organization has opened a bakery in the paper’s old "
                "office.",
                "Each loaf bears a headline that the weekly could not print. “We, the bakers, "
                "refuse to be silenced,” a sign over the oven says.",
            ),
            Header("Crust and Column"),
            Text(
                "“A reader who would never have sent us money now buys two loaves a day,” said "
                "the editor, Grigory Malov. “They support us without noticing.”",
                "Authorities inspected the bakery twice in February and found the flour in order. "
                "An inspector asked for a loaf; Malov gave him the one about inspectors.",
            ),
            Text(
                "The bakery’s morning list is still called the front page, and it is still late "
                "on Mondays.",
                "Malov says that he sleeps better. “Bread cannot be appealed against,” he said — "
                "“only eaten.”",
            ),
        ),
    ),
    Story(
        key="92240",
        slug="regional-assembly-passes-budget-written-in-verse",
        headline="Regional Assembly Passes a Budget Written in Verse",
        published="2026-03-06T19:45:00+03:00",
        byline=("Marta Sedova",),
        keywords=("Belorechye", "Budgets", "Poetry"),
        page_title="A budget in verse, and what it costs",
        body=(
            Text(
                "Deputies in the Belorechye region passed next year’s budget late on Friday, 31 "
                "votes to 4, after its author had read all 212 stanzas aloud.",
                "The finance committee’s chair, Lyudmila Yastrebova, wrote it in verse so that "
                "“somebody would listen to the end.”",
            ),
            Text("Among the main lines of spending:"),
            Listing(
                (
                    "roads: 1.2 billion rubles, in iambs;",
                    "schools: 940 million rubles, in rhymed couplets;",
                    "reserve fund: 17 rubles, “for the sake of the meter.”",
                )
            ),
            Text(
                "The four who voted against said that they did not object to the figures but to a "
                "rhyme in stanza 88.",
                "The governor has ten days to sign the budget — or to answer it.",
            ),
        ),
    ),
    Story(
        key="92266",
        slug="night-train-to-staroye-bolotovo-arrives-early",
        headline="Night Train to Staroye Bolotovo Arrives a Day Early",
        published="2026-03-13T07:50:00+03:00",
        byline=("Oleg Varnavin",),
        keywords=("Railways", "Staroye Bolotovo"),
        body=(
            Bare(
                "The night train to Staroye Bolotovo pulled in on Friday a full day before it was "
                "expected, to the surprise of its passengers and of **three station cats**.",
                "Railway officials blamed a timetable that had been printed for a leap year. “The "
                "train was right; the calendar was not,” the stationmaster, Fyodor Lapin, said.",
                "Passengers were offered tea, and a second Friday at no extra cost.",
            ),
            Text(
                "Those who had been due to leave on Saturday’s return service were put up in the "
                "waiting room, which has\N{NO-BREAK SPACE}12 beds and a piano.",
            ),
        ),
    ),
    Story(
        key="92291",
        slug="court-rules-that-goose-may-keep-its-name",
        headline="Court Rules That a Goose May Keep Its Name",
        published="2026-03-20T14:10:00+03:00",
        modified="2026-03-20T17:32:00+03:00",
        byline=("Tamara Bek",),
        keywords=("Courts", "Geese"),
        picture=Picture("goose.jpg", "The goose, with its owner.", "Tamara Bek"),
        plea="2023",
        place="end",
        body=(
            Text(
                "A district court in Zarechny ruled on Friday that a goose may go on being called "
                "Governor, rejecting a complaint by an official of that rank.",
                "Judge Roman Pestov found that the name was “descriptive, and given in affection.”",
            ),
            Text(
                "The goose’s owner, pensioner Klavdia Ptitsyna, told the court that she had named "
                "it for the way it crosses the yard.",
                "“It takes the middle of the path and waits for the others to step aside,” she "
                "said.",
            ),
            Aside(
                "**What the law says.** Animals may bear any name that is not a state secret; the "
                "list of secrets is itself one.",
                "Since 2019, eleven complaints of this kind have been heard. None succeeded.",
            ),
            Text(
                "The governor’s office said that it would appeal. The goose was not available for "
                "comment.",
            ),
        ),
    ),
    Story(
        key="92318",
        slug="lighthouse-keeper-asked-to-work-from-home",
        headline="Lighthouse Keeper Asked to Work From Home",
        published="2026-03-27T10:00:00+03:00",
        byline=(),
        keywords=("Northern Harbor", "Labor"),
        body=(
            Text(
                "The keeper of the Cape Tuman lighthouse has been told to work from home as part "
                "of an efficiency drive, port officials in Northern Harbor confirmed.",
                "The keeper, who asked not to be named, lives in the lighthouse.",
            ),
            Related("opinion", "In Praise of Slow Ferries", "in-praise-of-slow-ferries"),
            Text(
                "Under the new rules he must log in each evening, light the lamp and report that "
                "he has not come to work.",
                "The port expects to save 3 percent of its spending on boots.",
            ),
        ),
    ),
    Story(
        key="92344",
        slug="census-finds-village-larger-than-its-map",
        headline="Census Finds a Village Larger Than Its Map",
        published="2026-04-03T13:25:00+03:00",
        byline=("Vera Lugovaya", "Ilya Gromov"),
        keywords=("Census", "Maps"),
        place="end",
        split=True,
        body=(
            Text(
                "Census takers in the Tolba lake district have found 41 houses that appear on no "
                "map, together with a school, a bathhouse and a brass band.",
                "The residents of the place, which they call Dalnyaya, say that they never hid. "
                "“The road has a bend,” said one of them, Yegor Shatrov. “Nobody takes the bend.”",
            ),
            Text(
                "A surveyor who visited last week took the bend and stayed for three days; his "
                "report describes the band as “in tune, and tireless.”",
                "The new map is to be printed in autumn. Dalnyaya has asked for a large type.",
            ),
        ),
    ),
    Story(
        key="92371",
        slug="power-cut-reveals-town-clock-was-never-plugged-in",
        headline="Power Cut Reveals That Town Clock Was Never Plugged In",
        published="2026-04-10T08:35:00+03:00",
        byline=("Oleg Varnavin",),
        keywords=("Clocks", "Electricity", "Sosnogor"),
        body=(
            Text(
                "When the lights went out in Sosnogor on Thursday evening, everything stopped but "
                "the town clock, which engineers now believe was never connected to the grid.",
                "It has kept good time since 1974. How it does so is the subject of a commission.",
            ),
            Text(
                "“We opened the case and found a cable with a plug, and no socket,” electrician "
                "Arkady Volkhov said. “We closed the case again.”",
            ),
            Box(
                lines=(
                    Said("Most read", "sidebar"),
                    Said("Just in", "sidebar"),
                    Said("3 Min read", "sidebar"),
                ),
                wrappers=("t-44",),
            ),
            Text("The Federal Agency for Clocks has asked the town not to touch anything."),
        ),
    ),
    Story(
        key="92398",
        slug="mushroom-forecast-to-be-read-after-the-news",
        headline="Mushroom Forecast to Be Read After the News",
        published="2026-04-17T17:00:00+03:00",
        byline=("Marta Sedova",),
        keywords=("Mushrooms", "Radio"),
        body=(
            Text(
                "From May, the regional radio of Belorechye will follow its evening news with a "
                "mushroom forecast, the station announced.",
                "It will name woods and hours but not persons, editor Zoya Kosareva said. “We do "
                "not want to be blamed for baskets that stay empty.”",
            ),
            Text(
                "A trial edition last year was heard by 9,000 people — three times as many as the "
                "news before it — and led to a traffic jam in a birch grove.",
                "The forecaster, Dr. Ignat Syroyezhkin, does not eat mushrooms. “I know them too "
                "well,” he said.",
            ),
            Line("This article was originally published by Severny Telegraph.", "republished"),
        ),
    ),
)
