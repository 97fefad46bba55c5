"""Invented news of August to October 2026: towns, ministries and persons that do not exist."""

from newscrawl.site.model import (
    Aside,
    Box,
    Embed,
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

AUTUMN = (
    Story(
        key="92781",
        slug="museum-of-lost-gloves-finds-a-pair",
        headline="Museum of Lost Gloves Finds a Pair",
        published="2026-08-04T12:45:00+03:00",
        byline=("Vera Lugovaya",),
        keywords=("Museums", "Gloves"),
        picture=Picture("gloves.jpg", "Two gloves that belong together.", "Museum of Lost Gloves"),
        plea="2018",
        place="end",
        body=(
            Text(
                "For the first time since it opened in 1998, the Museum of Lost Gloves in "
                "Sosnogor has found two that belong together.",
                "They had hung eleven meters apart in the section for the 2000s, one labeled "
                "“left, gray,” the other “right, hopeful.”",
            ),
            Text(
                "Under its statutes, the museum may not show a complete pair. The gloves will be "
                "sent to their owner as soon as she has been found.",
                "“It is a happy day and a gap on the wall,” said the director, Eleonora Pukh.",
            ),
        ),
    ),
    Story(
        key="92809",
        slug="insurance-for-rainy-days-sold-out",
        headline="Insurance Against Sunny Days Sells Out on the Coast",
        published="2026-08-12T18:30:00+03:00",
        byline=("Ilya Gromov",),
        section="Business",
        keywords=("Insurance", "Weather"),
        body=(
            Text(
                "An umbrella maker in Northern Harbor has taken out insurance against sunny days, "
                "and others have followed: the policy sold out within a week.",
                "It pays 2,000 rubles for every cloudless afternoon between August and October.",
            ),
            Listing(("Premium: 900 rubles", "Excess: one sunset", "Exclusions: eclipses")),
            Text(
                "“We have looked at 80 years of weather and are not afraid,” said Gleb Strakhov "
                "of the insurer, the Cautious Seagull. “We are an old company, and it is an old "
                "coast.”",
                "The makers of sunglasses are said to be considering the opposite policy.",
            ),
        ),
    ),
    Story(
        key="92836",
        slug="bus-drivers-strike-ends-with-a-song",
        headline="Bus Drivers’ Strike Ends With a Song",
        published="2026-08-19T21:10:00+03:00",
        modified="2026-08-20T07:15:00+03:00",
        byline=("Marta Sedova", "Oleg Varnavin"),
        keywords=("Labor", "Transport", "Belorechye"),
        picture=Picture("buses.jpg", "Buses in the depot.", "Belorechye Transport"),
        body=(
            Text(
                "A three-day strike by bus drivers in Belorechye ended on Wednesday when the town "
                "agreed to all demands but one, and sang the remaining one.",
                "Monthly passes will cost what they did. Drivers will get a room with a stove, "
                "and an extra quarter of an hour at the terminus by the river.",
            ),
            Text(
                "The demand that could not be met was for a new anthem of Route 6. Negotiators "
                "wrote one on the spot — two verses, in a minor key.",
                "“It is not good,” union leader Zakhar Kolesov said, “but they stood up for it.”",
            ),
            Header("Route 6"),
            Text(
                "Route 6 is the town’s longest. It has 48 stops, of which 12 are at the request "
                "of one passenger.",
            ),
        ),
    ),
    Story(
        key="92863",
        slug="astronomers-borrow-villages-darkness",
        headline="Astronomers Rent a Village’s Darkness",
        published="2026-08-27T22:40:00+03:00",
        byline=("Tamara Bek",),
        section="Climate",
        keywords=("Astronomy", "Night"),
        body=(
            Text(
                "An observatory has agreed to pay the village of Staroye Bolotovo for switching "
                "off its eleven street lamps on 40 nights a year.",
                "The price — 300 rubles a lamp and a night — was set by comparing it with candles.",
            ),
            Quote(
                "We always had the darkness. We never knew that it was any good.",
                "Raisa Gnezdova, resident",
            ),
            Text(
                "Astronomers hope to see a comet that returns every 71 years. The village hopes "
                "to see it too; the contract allows for one telescope on the pier.",
                "The savings on electricity were entered in the village’s books under “other "
                "income, night.”",
            ),
        ),
    ),
    Story(
        key="92890",
        slug="first-day-of-school-postponed-for-cranes",
        headline="First Day of School Postponed for the Cranes",
        published="2026-09-01T08:00:00+03:00",
        byline=("Anna Verbitskaya",),
        keywords=("Schools", "Birds", "Lake Tolba"),
        plea="2020",
        place="end",
        body=(
            Text(
                "Three schools by Lake Tolba will open a day late this year because several "
                "hundred cranes have settled in their yards.",
                "The birds arrived on Sunday, two weeks early. “They stood in rows, as the "
                "children do,” headmistress Galina Stroyeva said. “It would have been rude.”",
            ),
            Text(
                "Teachers used the day to count the birds. They came to 614, 618 and 590, and "
                "will set the difference as an exercise.",
                "By Tuesday noon the first flocks had moved on to the football ground.",
            ),
        ),
    ),
    Story(
        key="92917",
        slug="archive-opens-drawer-marked-do-not-open",
        headline="Archive Opens the Drawer Marked ‘Do Not Open’",
        published="2026-09-07T15:15:00+03:00",
        byline=("Vera Lugovaya", "Tamara Bek"),
        keywords=("Archives", "History"),
        picture=Picture("drawer.jpg", "The drawer, before.", "State Archive of Belorechye"),
        body=(
            Text(
                "Archivists in Belorechye have opened a drawer that had been marked “Do not open” "
                "since 1911. It held a second label, which reads: “As you were told.”",
                "Beneath the label lay a pressed fern and a bill for ink.",
            ),
            Text(
                "“It is either a joke or a method,” said the archive’s head, Innokenty Skladov. "
                "He has ordered the drawer closed again, and the fern copied.",
                "The archive owns nine more drawers with such marks. A committee will discuss "
                "them in the new year, “in the order of their politeness.”",
            ),
            Box(
                lines=(
                    Said("From our partners", "partners"),
                    Said(
                        "Original url: https://www.themoscowtimes.com/2026/09/07/archive", "pdf-amp"
                    ),
                    Said(
                        "Some external media is not supported on this page, proceed to "
                        "themoscowtimes.com to view it.",
                        "pdf-amp",
                    ),
                    Said("© The Moscow Times, all rights reserved.", "copyright"),
                ),
                wrappers=("y-3",),
            ),
        ),
    ),
    Story(
        key="92941",
        slug="fire-brigade-rescues-cloud-from-chimney",
        headline="Fire Brigade Called Out to a Cloud",
        published="2026-09-12T19:55:00+03:00",
        byline=("Oleg Varnavin",),
        keywords=("Weather", "Fire"),
        body=(
            Text(
                "Firefighters in Krutaya Gora spent an hour on Saturday hosing a chimney that "
                "turned out to have a cloud behind it.",
                "“It was the right shape and in the right place,” brigade chief Maksim Pozharov "
                "said. “When it drifted off, we rolled up the hoses.”",
            ),
            Text(
                "The owner of the house, who had watched from an armchair, thanked the crew for "
                "cleaning her roof.",
                "Under the brigade’s rules a cloud counts as a false alarm, unless it rains "
                "within the hour; it did, and the crew will be paid.",
            ),
        ),
    ),
    Story(
        key="92968",
        slug="apple-harvest-breaks-record-and-scales",
        headline="Apple Harvest Breaks a Record, and the Scales",
        published="2026-09-18T11:35:00+03:00",
        byline=("Marta Sedova",),
        section="Business",
        keywords=("Farming", "Apples"),
        body=(
            Text(
                "The apple harvest in the Zarechny district has passed 8,000 tons, the most since "
                "records began — and the last that could be weighed, since the scales gave way.",
                "Growers blame a wet June, a dry August and, in one case, a kind word.",
            ),
            Related(
                "news",
                "Mushroom Forecast to Be Read After the News",
                "mushroom-forecast-to-be-read-after-the-news",
            ),
            Text(
                "Prices have fallen by a third. A cider press that was built for a museum is "
                "being run in two shifts.",
                "“We will take payment in apples until further notice,” a sign at the district’s "
                "only barbershop says.",
            ),
        ),
    ),
    Story(
        key="92992",
        slug="two-towns-dispute-an-echo",
        headline="Two Towns Dispute the Ownership of an Echo",
        published="2026-09-23T14:20:00+03:00",
        modified="2026-09-23T14:25:00+03:00",
        byline=("Ilya Gromov", "Anna Verbitskaya"),
        keywords=("Courts", "Tourism"),
        place="middle",
        body=(
            Text(
                "Sosnogor and Krutaya Gora are going to court over an echo. The cliff that "
                "returns it stands in one town, and the meadow from which it is heard in the "
                "other.",
                "At stake are about 5,000 visitors a year and a kiosk.",
            ),
            Text(
                "“Without our cliff they would be people shouting in a field,” said Sosnogor’s "
                "lawyer, Ninel Otrada. The other side replied — after a pause — in the same words.",
                "Judge Roman Pestov has visited the place twice. He asked it a question, and "
                "noted the answer.",
            ),
            Aside(
                "An echo needs about 17 meters of distance; this one has 340, and gives back a "
                "whole sentence.",
            ),
            Text("A ruling is expected in November, or shortly after it has first been heard."),
        ),
    ),
    Story(
        key="93015",
        slug="fog-festival-canceled-for-clear-weather",
        headline="Fog Festival Canceled for Clear Weather",
        published="2026-09-29T17:45:00+03:00",
        byline=("Tamara Bek",),
        keywords=("Fog", "Festivals", "Northern Harbor"),
        body=(
            Text(
                "The annual Fog Festival in Northern Harbor was called off on Tuesday because one "
                "could see all the way to the islands.",
                "It is the first cancellation in 31 years. Organizers had rented machines but "
                "decided against them. “It would not have been honest,” they said.",
            ),
            Embed("https://audio.example/embed/foghorn"),
            Text(
                "Visitors were given back their money and shown the islands, which many had taken "
                "for a legend.",
                "“They are smaller than we had told people,” said the festival’s founder, Taras "
                "Mglin, “but there are more of them.” Next year’s date will be kept secret from "
                "the weather.",
            ),
        ),
    ),
    Story(
        key="93038",
        slug="tax-office-apologizes-to-a-scarecrow",
        headline="Tax Office Apologizes to a Scarecrow",
        published="2026-10-02T10:10:00+03:00",
        byline=("Vera Lugovaya",),
        keywords=("Taxes", "Farming"),
        picture=Picture("scarecrow.jpg", "The scarecrow in its field.", "Vera Lugovaya"),
        body=(
            Text(
                "The tax office in Zarechny has apologized to a scarecrow that it had taken for "
                "an unregistered farmhand on an aerial photograph.",
                "The demand, for 14,200 rubles and three years of arrears, was pinned to its coat "
                "by an officer who, his superiors say, is short-sighted and conscientious.",
            ),
            Text(
                "“He stands there from May to October in all weather,” farmer Stepan Rogov said. "
                "“I can see how one might think that he was employed.”",
                "The letter of apology has been laminated. The crows, Rogov added, respect it.",
            ),
        ),
    ),
    Story(
        key="93052",
        slug="ice-road-to-return-on-paper",
        headline="Ice Road to Return, on Paper",
        subtitle="Kalinov’s river crossing stays in the plans, whatever the river does.",
        published="2026-10-06T12:00:00+03:00",
        byline=("Anna Verbitskaya", "Marta Sedova"),
        lead="The ministry promised a decision by summer. It has arrived with the first frost.",
        keywords=("Kalinov", "Winter", "Bridges"),
        picture=Picture("ice-road.jpg", "Where the ice road was.", "Kalinov River Office"),
        place="end",
        body=(
            Text(
                "The Ministry of Bridges and Ferries will keep the ice road at Kalinov in its "
                "plans for ten more years, even if the river never freezes again.",
                "The road will be inspected, numbered and given a budget for grit.",
            ),
            Related(
                "news",
                "Kalinov Ferry Returns After a Winter Without Ice",
                "kalinov-ferry-returns-after-a-winter-without-ice",
            ),
            Text(
                "“A road is first of all an intention,” deputy minister Rodion Mostovoy said.",
                "Ferry captain Pavel Ozerov welcomed the decision. He has offered to follow the "
                "road’s route with his boat — “out of respect.”",
            ),
        ),
    ),
    Story(
        key="93067",
        slug="pigeons-fail-to-return-from-conference",
        headline="Pigeons Fail to Return From a Conference on Homing",
        published="2026-10-09T16:50:00+03:00",
        byline=("Oleg Varnavin",),
        keywords=("Birds", "Science"),
        body=(
            Text(
                "Twelve pigeons that were shown at a conference on the sense of direction have "
                "not come home to Sosnogor, their breeder said.",
                "The conference ended on Wednesday. The hall’s staff report that the birds have "
                "taken seats in the back rows.",
            ),
            Text(
                "“They may have learned something,” said Professor Agata Wenzel, who chaired the "
                "session. “It would not be our theory.”",
                "A box of their favorite grain has been sent, by train.",
            ),
            Line("This story first appeared in Severny Telegraph.", "republished"),
        ),
    ),
    Story(
        key="93081",
        slug="harbor-pilot-steers-by-smell-of-bread",
        headline="Harbor Pilot Steers by the Smell of Bread",
        published="2026-10-11T09:25:00+03:00",
        byline=("Tamara Bek",),
        keywords=("Northern Harbor", "Bakeries"),
        body=(
            Text(
                "When the lamp of the Cape Tuman lighthouse failed on Saturday night, a pilot in "
                "Northern Harbor brought in a freighter by the smell of a bakery.",
                "“Rye is to starboard, buns are dead ahead,” said the pilot, Vsevolod Kormin. “If "
                "you smell coffee, you are aground.”",
            ),
            Text(
                "The freighter, laden with umbrellas, berthed at 4:10 a.m., when the second batch "
                "comes out of the oven.",
                "The keeper of the lighthouse, who works from home, has mended the lamp.",
            ),
        ),
    ),
)
