"""Invented news of May to July 2026: towns, ministries and persons that do not exist."""

from newscrawl.site.model import (
    Box,
    Embed,
    Header,
    Line,
    LinkCard,
    Listing,
    Picture,
    Quote,
    Related,
    Said,
    Slider,
    Story,
    TelegramPost,
    Text,
)

SUMMER = (
    Story(
        key="92431",
        slug="parade-of-tractors-loses-its-way",
        headline="Parade of Tractors Loses Its Way, Plows a Field",
        published="2026-05-02T15:30:00+03:00",
        byline=("Tamara Bek",),
        keywords=("Parades", "Farming"),
        picture=Picture("tractors.jpg", "Tractors on parade near Krutaya Gora.", "Tamara Bek"),
        body=(
            Text(
                "A parade of 30 tractors that was to cross the center of Krutaya Gora on Saturday "
                "turned left too early and plowed a field of 12 hectares instead.",
                "The field belongs to farmer Stepan Rogov, who had expected to do the work "
                "himself over the following week.",
            ),
            Text(
                "“I took off my hat,” Rogov said. “They took it for a salute, and went round "
                "again.”",
                "Spectators in the square waited until four o’clock, when the mayor read out the "
                "names of the tractors.",
            ),
            Picture("field.jpg", "The field, seen from the road.", "Krutaya Gora Town Hall"),
            Text("Organizers have promised better signs, and Rogov has promised them potatoes."),
        ),
    ),
    Story(
        key="92455",
        slug="postal-service-delivers-letters-from-1987",
        headline="Postal Service Delivers 600 Letters From 1987",
        published="2026-05-08T09:40:00+03:00",
        modified="2026-05-11T09:40:00+03:00",
        byline=("Vera Lugovaya",),
        keywords=("Post", "History"),
        plea="2025",
        place="end",
        body=(
            Text(
                "The post office in Zarechny has begun to deliver 600 letters that were found "
                "behind a radiator, all of them stamped in the spring of 1987.",
            ),
            Related(
                "news",
                "Ministry of Bridges Counts One Bridge Twice for 11 Years",
                "ministry-of-bridges-counts-one-bridge-twice",
                telling=False,
            ),
            Text(
                "About a third of the addressees still live where they did, postmistress Inna "
                "Golubeva said. Two had written to each other and married in the meantime.",
                "“He asked me to the cinema,” said one recipient, Alla Mironova, 61. “I have gone "
                "round to tell him yes.”",
            ),
            Text(
                "The letters carry five-kopeck stamps. No surcharge will be asked, the postal "
                "service said, “in view of the circumstances.”",
            ),
            Line(
                "Read more about: [Post](/tag/post), [History](/tag/history)",
                "tags",
            ),
        ),
    ),
    Story(
        key="92480",
        slug="zoo-promotes-tortoise-to-deputy-director",
        headline="Zoo Promotes Tortoise to Deputy Director",
        published="2026-05-15T12:00:00+03:00",
        byline=("Ilya Gromov",),
        keywords=("Zoos", "Labor"),
        body=(
            Text(
                "The zoo in Northern Harbor has made a 94-year-old tortoise its deputy director, "
                "filling a post that had been vacant since 2020.",
                "The appointment saves a salary and keeps the post from being abolished, director "
                "Emilia Sorokina explained — “and she has the longest service of us all.”",
            ),
            TelegramPost("examplezoo/94"),
            Text(
                "The tortoise, named Marshal, signs documents with a foot. Decisions take about a "
                "day, which staff say is an improvement.",
            ),
            Box(
                lines=(
                    Said("Remind me next month", "support-form"),
                    Said("Thank you! Your reminder is set.", "support-form"),
                ),
                wrappers=("set-1",),
            ),
            Text("A union has asked whether she is owed leave."),
        ),
    ),
    Story(
        key="92507",
        slug="village-elects-mayor-who-did-not-stand",
        headline="Village Elects Mayor Who Did Not Stand",
        published="2026-05-22T20:15:00+03:00",
        byline=("Anna Verbitskaya", "Vera Lugovaya", "Oleg Varnavin"),
        keywords=("Elections", "Dalnyaya"),
        picture=Picture("ballots.jpg", credit="V. Lugovaya"),
        body=(
            Text(
                "Voters in Dalnyaya, a village that was put on the map this spring, have elected "
                "a mayor who was not a candidate, did not vote and was fishing at the time.",
                "Yegor Shatrov received 212 of 219 votes, all of them written in by hand.",
            ),
            Quote(
                "They rowed out to tell me. I asked them to speak quietly, because of the perch.",
                "Yegor Shatrov, mayor",
            ),
            Text(
                "Two official candidates received seven votes between them. One conceded from his "
                "porch; the other demanded a recount, and got it in four minutes.",
                "Shatrov has since accepted the office on condition that it is moved to the pier.",
            ),
            Header("A Bend in the Road"),
            Text(
                "His program has one point: the road to the village is to keep its bend. Election "
                "observers called the vote “orderly, and rather damp.”",
            ),
            LinkCard(
                "https://elections.example/dalnyaya",
                "Results in full",
                "The protocol of the only polling station",
            ),
        ),
    ),
    Story(
        key="92533",
        slug="heat-melts-asphalt-statue-sinks-to-its-knees",
        headline="Heat Melts Asphalt; Statue Sinks to Its Knees",
        published="2026-06-01T14:55:00+03:00",
        byline=("Marta Sedova", "AFP"),
        keywords=("Weather", "Statues"),
        plea="2019",
        place="end",
        body=(
            Text(
                "Four days above 36 degrees Celsius have softened the main square of Belorechye "
                "so far that a bronze statue of its founder stands in it up to the knees.",
                "“He looks as if he were wading,” said a passer-by, Rita Chernova. “It suits him; "
                "he was a ferryman.”",
            ),
            Text(
                "The town has closed the square to trucks, dancers and the brass band.",
                "Engineers will wait for a cool night before they lift the statue. Until then a "
                "guard sprinkles its hat.",
            ),
            Line("AFP contributed reporting.", "wire-credit"),
        ),
    ),
    Story(
        key="92560",
        slug="school-replaces-bell-with-cellist",
        headline="School Replaces Its Bell With a Cellist",
        published="2026-06-09T08:10:00+03:00",
        byline=("Tamara Bek",),
        keywords=("Schools", "Music"),
        body=(
            Text(
                "School No. 3 in Sosnogor has switched off its bell. Lessons now begin and end "
                "with eight bars played in the stairwell by a retired cellist.",
            ),
            Slider(
                (
                    Picture("cellist-1.jpg", "Before the first lesson.", "School No. 3"),
                    Picture("cellist-2.jpg", "The stairwell.", "School No. 3"),
                    Picture("cellist-3.jpg"),
                )
            ),
            Text(
                "Teachers say that pupils leave the room more slowly — and, oddly, come back "
                "sooner.",
                "The cellist, Boris Lvovich Tarn, chooses the music himself. On the day of the "
                "mathematics examination he played something in five-four time.",
            ),
            Listing(
                ("Mondays: a saraband", "Wednesdays: a polka", "Fridays: as he likes"), ordered=True
            ),
            Embed("https://video.example/embed/cello-in-the-stairwell?start=8"),
            Text("The old bell has been lent to the fire brigade."),
        ),
    ),
    Story(
        key="92588",
        slug="customs-officers-seize-suitcase-of-fog",
        headline="Customs Officers Seize a Suitcase of Fog",
        published="2026-06-16T11:20:00+03:00",
        byline=("Oleg Varnavin",),
        keywords=("Customs", "Fog", "Northern Harbor"),
        plea="2022",
        place="middle",
        body=(
            Text(
                "Customs officers in Northern Harbor have seized a suitcase that its owner "
                "declared as “fog, for personal use.”",
                "When it was opened in the inspection hall, visibility fell to two meters and a "
                "clerk was lost for half an hour.",
            ),
            Text(
                "The traveler, a stage designer on the way to a festival, was released with a "
                "warning. The fog could not be returned.",
                "The customs code has no entry for it. Officials settled on number 9603: “brooms, "
                "brushes and the like.”",
            ),
        ),
    ),
    Story(
        key="92611",
        slug="kalinov-school-opens-for-displaced-children",
        headline="Kalinov Opens a School for Displaced Children",
        published="2026-06-23T10:30:00+03:00",
        byline=("Anna Verbitskaya",),
        section="Ukraine War",
        kicker="Ukraine War",
        keywords=("Kalinov", "Schools", "War"),
        picture=Picture("kalinov-school.jpg", "A classroom in the new school.", "A. Verbitskaya"),
        body=(
            Text(
                "A school for 80 children who were driven from their homes by the war has opened "
                "in a former button factory in Kalinov.",
                "It was furnished by neighbors: no two desks are alike, and the globe is a lamp.",
            ),
            Text(
                "“On the first day nobody spoke,” teacher Olena Horbach said. “On the second we "
                "found a drawer full of buttons, and then everybody did.”",
                "Lessons are held in two languages. The town pays for heating; the rest comes "
                "from a box at the bakery.",
            ),
            Text("You can access our earlier live coverage here."),
        ),
    ),
    Story(
        key="92640",
        slug="anglers-and-divers-agree-on-timetable",
        headline="Anglers and Divers Agree on a Timetable for Lake Tolba",
        published="2026-06-30T16:05:00+03:00",
        byline=("Ilya Gromov",),
        keywords=("Lake Tolba", "Fishing"),
        body=(
            Text(
                "After nine years of quarrels, anglers and divers have agreed on who may use Lake "
                "Tolba when: divers until noon, anglers after it, and swimmers at their own risk.",
                "The agreement was signed on a raft, by flashlight, at exactly 12 o’clock.",
            ),
            Box(
                lines=(
                    Said("TMT Weekly Newsletter", "newsletter-words"),
                    Said(
                        "Our editors take you through the biggest Russia stories as featured in "
                        "The Moscow Times.",
                        "newsletter-words",
                    ),
                ),
                wrappers=(
                    "article__block article__block--newsletter article__block--column",
                    "article__newsletter newsletter",
                ),
            ),
            Text(
                "“We do not expect to become friends,” said divers’ chairman Lev Rybin. “We "
                "expect to become punctual.”",
                "The fish, a marine biologist said, will notice within a week.",
            ),
        ),
    ),
    Story(
        key="92668",
        slug="orchestra-strands-on-drawbridge",
        headline="Orchestra Strands on a Drawbridge and Plays On",
        published="2026-07-07T23:15:00+03:00",
        modified="2026-07-08T08:00:00+03:00",
        byline=("Vera Lugovaya",),
        keywords=("Music", "Bridges"),
        picture=Picture("drawbridge.jpg", "Half of the orchestra.", "Northern Harbor Port"),
        body=(
            Text(
                "A chamber orchestra on the way home from a concert was parted by a drawbridge "
                "that opened between its two buses on Tuesday night.",
                "The strings stood on the southern bank, the winds on the northern. They finished "
                "the evening with a serenade across the gap.",
            ),
            Text(
                "“We had to guess at the tempo,” conductor Feliks Arendt said. “The echo "
                "conducted.”",
                "The bridge, whose mechanism had stuck, was lowered at 2:40 a.m. By then, police "
                "said, about 400 people had brought chairs.",
            ),
            Box(
                lines=(
                    Said("Share on Facebook", "share"),
                    Said("Share with email", "share"),
                    Said("Download as PDF", "share"),
                    Said(
                        "If you spot a mistake, please select the error in the text and press "
                        "Ctrl + Enter",
                        "spot-mistake",
                    ),
                ),
                wrappers=("z-19",),
            ),
        ),
    ),
    Story(
        key="92695",
        slug="ministry-asks-public-to-read-more",
        headline="Ministry Asks the Public to Read More",
        published="2026-07-14T13:00:00+03:00",
        byline=("Marta Sedova",),
        keywords=("Books", "Education"),
        place="end",
        body=(
            Text(
                "Read more, sleep later and lend your books: so begins a leaflet that the "
                "Ministry of Quiet is sending to every household this month.",
                "The leaflet is four pages long. A survey found that most people stop after one.",
            ),
            Header("Once"),
            Text(
                "Once a month, the leaflet says, a family should read aloud by candlelight. Fire "
                "officers in three towns have asked for a second edition.",
                "The minister, Apollon Tishin, admits that he has little time for novels himself. "
                "“I read what I sign,” he said, “and that is a kind of fiction.”",
            ),
            Box(
                lines=(
                    Said("Read more", "read-more"),
                    Said(
                        "[School Replaces Its Bell With a "
                        "Cellist](/2026/06/09/school-replaces-bell-with-cellist-a92560)",
                        "read-more",
                    ),
                    Said(
                        "[Customs Officers Seize a Suitcase of "
                        "Fog](/2026/06/16/customs-officers-seize-suitcase-of-fog-a92588)",
                        "read-more",
                    ),
                    Said("A clerk was lost for half an hour.", "read-more"),
                ),
                wrappers=("rm-5",),
            ),
        ),
    ),
    Story(
        key="92720",
        slug="well-found-under-parking-lot-has-waiting-list",
        headline="Well Found Under a Parking Lot Already Has a Waiting List",
        published="2026-07-21T09:05:00+03:00",
        byline=("Tamara Bek", "Reuters"),
        keywords=("Archaeology", "Belorechye"),
        body=(
            Text(
                "Workers who were mending a parking lot in Belorechye have uncovered a well from "
                "the 17th century, with water, a bucket and a list of people entitled to use it.",
                "The list, on birch bark, holds 26 names. Descendants of four of them have come "
                "forward with jugs.",
            ),
            Related("Sponsored", "A Lamp for Every Balcony", "a-lamp-for-every-balcony"),
            Text(
                "“Legally, it may still be in force,” said historian Mirra Osipova, only half "
                "joking. The water is being tested; the bucket is in a museum.",
                "Drivers, meanwhile, have lost nine places. The town has offered them a square "
                "meter each of an older parking lot — for carts.",
            ),
            Line("Includes reporting by Severny Telegraph.", "wire-credit"),
            Line(
                "[Read this article in Russian](https://ru.themoscowtimes.com/)", "other-language"
            ),
        ),
    ),
    Story(
        key="92748",
        slug="brief-power-restored-in-dalnyaya",
        headline="Power Restored in Dalnyaya",
        published="2026-07-29T06:20:00+03:00",
        byline=("Oleg Varnavin",),
        keywords=("Dalnyaya", "Electricity"),
        plea="2025",
        place="end",
        body=(
            Text(
                "Power was restored in the village of Dalnyaya early on Wednesday, officials said."
            ),
        ),
    ),
)
