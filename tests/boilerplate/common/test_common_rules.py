"""The common rules: what they take, what they leave, and how fast they say so."""

import time
from dataclasses import replace

import pytest

from newscrawl.article import LINK_MARK, Block, BlockKind
from newscrawl.boilerplate import COMMON, Rule, clean
from newscrawl.boilerplate.common.common_rules import SHAPE_WITHOUT_LAYOUT, TOLD
from newscrawl.boilerplate.rules.applicable_rules import those_concerned
from newscrawl.boilerplate.rules.beside_story import BESIDE_STORY, LABEL
from newscrawl.boilerplate.rules.line_rules import Lines, Listed
from newscrawl.boilerplate.rules.link_rules import LinkedAsides, LinksAlone, Tail
from newscrawl.boilerplate.rules.rule_types import folded_lines
from newscrawl.boilerplate.rules.telling_names import Named, telling
from newscrawl.outlet import rules_of
from newscrawl.outlets import load_outlet
from tests.boilerplate.test_clean import article, texts
from tests.rows import every_row

PROSE = [
    f"Paragraph {n} tells what happened in the harbour that night, at length and in order, "
    "as paragraphs of articles do, so that nobody takes it for a line of furniture."
    for n in range(4)
]


def link(text: str, *marks: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, (*marks, LINK_MARK))


def marked(text: str, *marks: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, marks)


def heading(text: str, *marks: str) -> Block:
    return Block(BlockKind.HEADING, text, marks)


def removed_by(line: str) -> list[str]:
    cleaned = clean(article(PROSE[0], line, PROSE[1], PROSE[2]), COMMON)
    return [removal.rule for removal in cleaned.removed]


@every_row(
    ("line", "rule"),
    [
        ("Share this article", "share-words"),
        ("Write to lee@pier.example. You can also follow her on Twitter @lee", "share-words"),
        ("You can leave at any time. Read our Privacy Policy", "newsletter-words"),
        (
            "The Quay is a weekly letter on harbours. Get it delivered every Friday.",
            "newsletter-words",
        ),
        ("Get boat deals texted right to your phone!", "newsletter-words"),
        ("ATENÇÃO: Comentários sem respeito não serão aprovados pelo moderador.", "comments-words"),
        ("Comments that name no boat will not be published.", "comments-words"),
        ("Please note: Comments that name no boat will not be posted.", "comments-words"),
        ("Got a tip? tips@harbor.example", "legal-words"),
        ("Disclaimer: this text was written by a machine and may be wrong.", "legal-words"),
        (
            f"Disclaimer: All rights reserved for our words. {'Pictures are others. ' * 20}",
            "legal-words",
        ),
        (
            "Ich bin damit einverstanden, dass mir der externe Inhalt angezeigt wird. "
            f"{'Damit gehen Daten an andere. ' * 11}",
            "cookie-words",
        ),
        (
            "More information: Ann Lee et al, Tides of Lund, Seas (2023). DOI: 10.1000/x.1",
            "sources",
        ),
        ("B. Ek-Lund et al. 2023. Snails of Oslo. Shells 1 (2): 3-4; doi: 10.1000/s.2", "sources"),
        ("Originalpublikation: Ida Holm, Fähren im Sund. https://doi.org/10.1000/f.3", "sources"),
        ("Anhören Merken Teilen Feedback", "share-words"),
        ("For more garden news, make sure to sign up for our newsletter!", "newsletter-words"),
        ("Do not miss a thing. Sign up for my free course and learn it all.", "newsletter-words"),
        ("Be sure to sign up below so we can stay in touch!", "newsletter-words"),
        ("Sign up today and make this your best autumn yet.", "newsletter-words"),
        ("30 day free trial, no credit card required", "newsletter-words"),
        ("Never miss the latest news by signing up here", "newsletter-words"),
        ("If you buy something through our links, we may earn commission.", "advert-words"),
        ("Möchten Sie den Artikel teilen?", "comments-words"),
        ("(Noch keine Bewertungen)", "comments-words"),
        ("Lesen Sie auch die folgenden Beiträge:", "related-words"),
        ("Auch lesen: Der Hafen im Winter", "related-words"),
        ("Le puede interesar: El puerto en invierno", "related-words"),
        ("Crédits photos : Bestimage", "byline-words"),
        ("FacebookTwitterWhatsAppEmail", "share-words"),
        ("Follow us on Twitter", "share-words"),
        ("Artikel teilen", "share-words"),
        ("Partager sur Facebook", "share-words"),
        ("Compartir", "share-words"),
        ("Поделиться", "share-words"),
        ("Поділитися", "share-words"),
        ("Sign up for our weekly newsletter", "newsletter-words"),
        ("By signing up, you agree to our terms.", "newsletter-words"),
        ("Jetzt Newsletter abonnieren", "newsletter-words"),
        ("Inscrivez-vous à notre newsletter", "newsletter-words"),
        ("Suscríbete a nuestro boletín", "newsletter-words"),
        ("Подпишитесь на нашу рассылку", "newsletter-words"),
        ("Підпишіться на наш канал", "newsletter-words"),
        ("Please consider making a donation", "donation-words"),
        ("Support independent journalism today", "donation-words"),
        ("Unterstützen Sie uns", "donation-words"),
        ("Faites un don", "donation-words"),
        ("Поддержите нашу редакцию", "donation-words"),
        ("Підтримайте нас", "donation-words"),
        ("Already a subscriber? Log in", "subscribe-words"),
        ("Bereits Abonnent?", "subscribe-words"),
        ("Réservé aux abonnés", "subscribe-words"),
        ("Leave a comment", "comments-words"),
        ("12 comments", "comments-words"),
        ("Kommentar schreiben", "comments-words"),
        ("Оставить комментарий", "comments-words"),
        ("- Advertisement -", "advert-words"),
        ("Article continues below", "advert-words"),
        ("Anzeige", "advert-words"),
        ("Publicité", "advert-words"),
        ("Реклама", "advert-words"),
        ("We use cookies to improve your experience.", "cookie-words"),
        ("Datenschutzerklärung", "cookie-words"),
        ("© 2024 The Harbour Post. All rights reserved.", "legal-words"),
        ("Alle Rechte vorbehalten", "legal-words"),
        ("READ MORE: The ferry is late again", "related-words"),
        ("ALSO READ: The ferry is late again", "related-words"),
        ("Lesen Sie auch: Die Fähre hat Verspätung", "related-words"),
        ("Lire aussi : Le bac est en retard", "related-words"),
        ("Lee también: El transbordador llega tarde", "related-words"),
        ("Читайте также: Паром опять опоздал", "related-words"),
        ("Читайте також: Пором знову запізнився", "related-words"),
        ("Leia também: A balsa atrasou", "related-words"),
        ("Leggi anche: Il traghetto è in ritardo", "related-words"),
        ("Czytaj też: Prom znów się spóźnił", "related-words"),
        ("Editor's Picks", "related-words"),
        ("If you enjoyed this guide, share it with a friend who sails.", "share-words"),
        ("Wenn Ihnen dieser Artikel gefallen hat, empfehlen Sie ihn bitte.", "share-words"),
        (
            "Subscribe to our harbour newsletter, and read all. It comes on Fridays.",
            "newsletter-words",
        ),
        ("The Harbour is a paper. " * 20 + "All rights reserved.", "legal-words"),
        ("Disclaimer: Our writers may trade in what they write of.", "legal-words"),
        ("Ann Lee has no position in any of the stocks mentioned.", "legal-words"),
        ("The Harbour Trust does not provide tax, legal or accounting advice.", "legal-words"),
        ("This article is for general informational purposes only.", "legal-words"),
        ("The views expressed here are those of the author alone.", "legal-words"),
        ("Der Text gibt die Meinung des Autors, nicht die der Redaktion wieder.", "legal-words"),
        ("Les propos tenus ici n'engagent que leur auteur.", "legal-words"),
        ("Las opiniones de los autores no reflejan necesariamente las del medio.", "legal-words"),
        ("Мнение автора может не совпадать с мнением редакции.", "legal-words"),
        ("De mening van de auteur is niet noodzakelijk die van de redactie.", "legal-words"),
        ("Dette er en kommentar, og holdningen er skribentens egen.", "legal-words"),
        ("本文仅代表作者个人观点，不代表本报立场。", "legal-words"),
        ("※本記事は筆者個人の見解であり、当社のものではありません。", "legal-words"),
        ("Bài viết thể hiện quan điểm riêng của tác giả.", "legal-words"),
        ("The Harbour is not responsible for the content of external sites.", "legal-words"),
        ("This article is republished from The Pier under a free licence.", "legal-words"),
        ("Were you on board? Please share your story: news@harbor.example.", "legal-words"),
        ("Send tips to tips@harbor.example.", "legal-words"),
        ("Contact our newsroom at tips@harbor.example", "legal-words"),
        ("Have a story to tell? Write to the desk at news@harbor.example.", "legal-words"),
        ("#Ferry #strait #harbor", "related-words"),
        ("Our news is free for readers like you support it. Please give today.", "donation-words"),
        ("Photo via Harbour Images", "byline-words"),
        ("By Ann Lee", "byline-words"),
        ("Von Anna Lehmann", "byline-words"),
        ("Photo: Ann Lee/Harbour Post", "byline-words"),
        ("4 min read", "byline-words"),
        ("(Photo by Ann Lee/Harbour Post)", "byline-words"),
        ("Photo by Ann Lee on Harbour Images", "byline-words"),
        ("(Reporting by Ann Lee in Northport; editing by Bo Ray)", "wire-credit"),
        ("- With assistance from Ann Lee", "wire-credit"),
        ("Con información de Agencia Puerto", "wire-credit"),
        ("Ann Lee and Bo Ray in Northport contributed to this report.", "wire-credit"),
    ],
)
def test_a_standing_line_is_taken(line: str, rule: str) -> None:
    assert removed_by(line) == [rule]


@every_row(
    "line",
    [
        "The author did not reflect on his views of the newspaper that day.",
        "The town wants to read our privacy notes aloud. Nobody came.",
        "They get the paper delivered every morning, as their parents did.",
        "He asked the harbour to get the mail delivered every day.",
        "Comments on the plan will be published on Friday.",
        "Los comentarios del alcalde no serán bien recibidos en el puerto.",
        "Kommentare zum Plan werden nicht vor Mai gelesen.",
        "Ich bin damit einverstanden, dass die Fähre später fährt, schrieb der Bürgermeister.",
        "More information: the harbour office is open until five on all days.",
        "The ministry has a rule for towns. See our terms of reference, it replied in May.",
        "Comments made by the minister on Monday will not be published until the autumn.",
        "Comments in the study will not be published before the board has read them.",
        "Kommentare der Prüfer werden nicht veröffentlicht, bis der Ausschuss getagt hat.",
        "Comentarios de los jueces sobre el caso no serán publicados hasta que termine.",
        "Commentaires et notes des experts ne seront pas publiés avant la fin de l'enquête.",
        "Have a boat and no berth? The master, at master@port.example, keeps a list of 300 names.",
        "It is readers like you who make the library matter, and 400 of them support it with ten.",
        "Sources: The figures come from a study (doi:10.1000/x.1), which two divers have read.",
        "Lee et al. 2023 was the first to count the snails of Oslo, and few believed it.",
        "The study has a DOI, 10.1000/x.1, by which anybody finds it.",
        "The author of the letter has no view of the newspaper that he left in May.",
        "“Share this with everyone,” the mayor said of the photograph.",
        "Facebook said on Monday that it would appeal.",
        "He signed up for the navy in 1941.",
        "She urged people to sign up for the programme before Friday.",
        "To sign up for government help, residents must show papers and wait.",
        "For more than ten years he ran the news desk, and he signed up for more.",
        "The minister said no credit card was required.",
        "People can register for free at the town hall until May, the council said.",
        "The newsletter of the choir was printed in the cellar of the town hall.",
        "She donated the money to the school.",
        "Photo by Ann Lee on the wall of the town hall was stolen at night.",
        "With help from Ann Lee the boat was saved.",
        "Bo Ray contributed to this report of 1874, as letters show.",
        "Support for independent candidates rose to a third.",
        "Subscribers of the railway wait longer than others.",
        "The minister declined to comment.",
        "Comments by the minister were met with silence.",
        "The advertisement was painted over at night.",
        "The court ruled that cookies need consent.",
        "The copyright of the song is disputed.",
        "If you found this boat, the police ask that you tell them.",
        "The mayor has no position in the dispute over the quay.",
        "The minister said that this did not constitute legal advice, and left.",
        "By Friday the water had fallen.",
        "By noon, Ann Lee had left the town.",
        "Von dort fuhr das Schiff weiter.",
        "Read the letter aloud, the judge said.",
        "More ferries than ever crossed the strait.",
        "Поддержите его, просил отец.",
        "Реклама на трамваях запрещена с января.",
        "Er teilte den Artikel mit seinen Freunden.",
        "Par ailleurs, le maire a démissionné.",
        "Yes.",
        "This story was republished by ten papers within a day.",
        "The author's views are shared by half of the town.",
        "The opinions given in the article split the town for years.",
        "Le opinioni del sindaco non rappresentano la città, ha detto un consigliere.",
        "Share your stories of the lake at pier@harbor.example, the mayor asked the town.",
        "Мнение автора письма редакция получила в понедельник.",
        "The pier is not responsible for the content of external letters, a court ruled.",
    ],
)
def test_a_sentence_of_the_article_is_left(line: str) -> None:
    assert removed_by(line) == []


_SIGN_UP = "Ground Game: Sign up for our weekly politics newsletter to get it every Monday."


@pytest.mark.parametrize(
    ("items", "is_house"),
    [
        ([_SIGN_UP, "Today: Follow live updates.", "Our role: We count. Learn more."], True),
        ([_SIGN_UP, "We want to hear from you: Are you a voter?"], True),
        ([_SIGN_UP, *PROSE[2:]], False),
        (["Today: Follow live updates from the trail.", "The harbor stays shut until May."], False),
    ],
)  # fmt: skip
def test_a_list_that_asks_for_an_address_is_taken_where_the_house_speaks(
    items: list[str], is_house: bool
) -> None:
    listed = Block(BlockKind.LIST, "\n".join(items))
    read = article(*PROSE)
    removed = clean(replace(read, blocks=(*read.blocks, listed)), COMMON).removed
    assert [taken.block for taken in removed] == ([listed] if is_house else [])


def test_a_quote_of_an_appeal_is_left() -> None:
    quote = Block(BlockKind.QUOTE, "Support independent journalism today")

    assert not clean(article(*PROSE, quote), COMMON).removed


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        ("share", True),
        ("post-share_row", True),
        ("PostShare", True),
        ("PostShare-x7Fg2", True),
        ("shareholder-news", False),
        ("ashare", False),
    ],
)
def test_a_word_begins_a_part_of_a_name(mark: str, found: bool) -> None:
    assert bool(telling("share(?!holder)", frozenset({mark}))) is found


def test_what_stands_under_a_telling_name_is_taken() -> None:
    read = article(*PROSE, marked("Ann Lee writes about ships and lives by the sea.", "AuthorBio"))

    assert texts(clean(read, [Named("author", "author")])) == PROSE


@pytest.mark.parametrize("name", ["has-related", "article-share", "form", "paywall", "ad-free"])
def test_a_name_that_holds_the_article_is_passed_over(name: str) -> None:
    read = article(*(marked(text, name) for text in PROSE))

    assert texts(clean(read, COMMON)) == PROSE


def test_a_name_of_the_articles_own_does_not_keep_a_box_elsewhere() -> None:
    own = [marked(text, "jump-link") for text in PROSE[:3]]
    box = marked(PROSE[3], "offers-modal")

    assert texts(clean(article(*own, box), COMMON)) == PROSE[:3]
    parts = [marked(text, "widget-text", f"widget-{n}") for n, text in enumerate(PROSE)]
    assert texts(clean(article(*parts), COMMON)) == PROSE


@every_row(
    "name",
    ["paywall", "gate", "article-footer-text", "subscriber-only", "fact-card", "kg-toggle-card",
     "bg-card", "banner-cta-bottom-radius", "cta-padding-top",
     "ArticleWidgetHTML_root", "container-sidebar", "TopicHighlights", "time",
     "player-rating", "podcast-transcript", "ReadMoreAnswer_text", "timeline-date",
     "menu-item", "cta-padding-top", "jumplinks-section"],
)  # fmt: skip
def test_a_part_under_a_misleading_name_is_left(name: str) -> None:
    told = [*PROSE, *PROSE[:2]]

    assert texts(clean(article(*told, marked(PROSE[2], name)), COMMON)) == [*told, PROSE[2]]


@every_row(
    ("name", "said"),
    [
        ("rail-strike", "The strike stopped the rails."),
        ("cookie-recipe", "A recipe of cookies hung there."),
        ("informed-consent", "Without their consent nobody informed them."),
        ("copyrightCase", "The case was one of copyright."),
        ("modal_shift", "Modal shifts are what they study."),
        ("follow-the-money", "They follow the money."),
        ("cookie-jar", "The cookies were in a jar."),
    ],
)
def test_a_name_of_which_the_text_speaks_is_a_topics(name: str, said: str) -> None:
    told = [f"{PROSE[0]} {said}", *PROSE[1:], *PROSE[:2]]
    part = marked(PROSE[2], name)

    assert texts(clean(article(*told, part), COMMON)) == [*told, PROSE[2]]
    assert texts(clean(article(*told[1:], part), COMMON)) == told[1:]


@every_row(
    "name",
    ["cookie-notice", "rail-box", "copyright-text", "modal-body", "follow-us-2",
     "newsletter-politics", "mntl-author-tooltip", "politics-podcast", "the-grove-modal",
     "pop-up-1", "cta-top-banner"],
)  # fmt: skip
def test_a_name_without_a_word_of_its_own_is_a_boxs(name: str) -> None:
    told = [*PROSE[:3], *PROSE[:3]]

    assert texts(clean(article(*told, marked(PROSE[3], name)), COMMON)) == told


@every_row(
    "text",
    [
        "The bears of the harbour will write to you each week: subscribe to our newsletter today.",
        "Der Bär schreibt Ihnen jede Woche, abonnieren Sie jetzt kostenlos unseren Newsletter.",
        "L'ours vous écrit chaque semaine depuis le port : abonnez-vous à notre lettre.",
        "The bears",
    ],
)
def test_a_topic_makes_no_story_of_what_asks_or_tells_nothing(text: str) -> None:
    told = [f"{PROSE[0]} Bears, in the modal case, sleep.", *PROSE[1:3]]
    read = article(*told, marked(text, "bear-modal"), PROSE[3])

    assert texts(clean(read, COMMON)) == [*told, PROSE[3]]
    linked = (marked(PROSE[3], "bear-modal"), link("The bear that slept", "bear-modal"))
    assert texts(clean(article(*told, *linked), COMMON)) == told


def test_headings_and_days_stay_with_the_story_below_them() -> None:
    dish = heading("Fish soup", "menu-item")
    days = [marked(f"{day} March 1974", "date") for day in (4, 9)]
    told = (PROSE[0], dish, marked(PROSE[1], "menu-item"), days[0], PROSE[2], days[1], PROSE[3])

    assert len(texts(clean(article(*told), COMMON))) == len(told)
    assert texts(clean(article(*days, *PROSE), COMMON)) == PROSE
    menu = [heading("Fish soup", "menu-item"), marked("Bread, salt", "menu-item")]
    assert texts(clean(article(*menu, *PROSE), COMMON)) == PROSE


def test_a_headline_that_begins_with_a_time_is_no_date() -> None:
    told = heading("11.04 Uhr: Die Fähre treibt seit Stunden ohne Motor in der Meerenge", "time")
    read = article(PROSE[0], told, PROSE[1], marked("4 March 2026, 11.04", "date"), PROSE[2])

    assert texts(clean(read, COMMON)) == [PROSE[0], told.text, PROSE[1], PROSE[2]]


@every_row("name", ["card", "teaser", "widget", "sidebar", "topics", "read-more", "player-info"])
def test_a_box_is_known_by_its_name(name: str) -> None:
    box = link("The bear that slept in the library of the harbour", name)

    assert texts(clean(article(*PROSE, box), COMMON)) == PROSE


def test_an_id_made_of_a_headings_own_words_tells_nothing() -> None:
    boat, cook = "4. How to share a boat", "Menus of the harbour inn"
    heads = heading(boat, "h-4-how-to-share-a-boat"), heading(cook, "menus-of-the-harbour-inn")
    cut_short = heading("Share of the Boats in May", "nav_share_of_the_boats__0")
    substack = heading("Why a boat?", "header-with-anchor-widget")
    without_the = heading("6. Ask for the Latest Boats", "heading-6-ask-for-latest-boats")
    inside = marked(PROSE[1], "menus-of-the-harbour-inn")
    read = article(PROSE[0], *heads, cut_short, substack, without_the, inside, *PROSE[2:])

    assert not clean(read, COMMON).removed


def test_a_label_goes_with_the_links_behind_it() -> None:
    read = article(*PROSE, heading("Further reading"), link("One title"), link("Another"))

    cleaned = clean(read, [Listed("list", ("further reading",))])

    assert texts(cleaned) == PROSE


@every_row(
    ("words", "below", "is_own"),
    [
        (
            "Telegram",
            "Telegram came to the islands with the students, and the police followed.",
            True,
        ),
        ("Newsletter", "The newsletter of the port is sent by hand, since nobody trusts it.", True),
        (
            "Werbung",
            "Die Werbung der Reederei versprach im Herbst eine Fahrt in jeder Stunde.",
            True,
        ),
        ("Hintergrund: Der Streit", "Der Streit um die Pumpe begann, als niemand zahlte.", False),
        (
            "Hintergrund: Der Streit",
            "Der Streit um die Pumpe begann im Herbst, als niemand die Rechnung zahlen wollte.",
            True,
        ),
        (
            "广告",
            "广告牌在星期二的大风里倒了下来，没有人受伤，港务长说会在三天之内把它修好，广告公司也同意了这个安排，居民可以放心地从码头走过去。",
            True,
        ),
        (
            "Newsletter",
            "Get our newsletter each morning, with all that the harbor has to tell.",
            False,
        ),
        (
            "Telegram",
            "The ferry stopped in the strait on Tuesday, and nobody on board was hurt.",
            False,
        ),
    ],
)
def test_a_heading_that_the_paragraph_below_takes_up_is_the_storys(
    words: str, below: str, is_own: bool
) -> None:
    cleaned = clean(article(PROSE[0], PROSE[1], heading(words), below, PROSE[2]), COMMON)

    assert (words in texts(cleaned)) is is_own


def test_a_label_with_prose_behind_it_is_a_heading() -> None:
    read = article(PROSE[0], heading("Further reading"), PROSE[1])

    assert not clean(read, [Listed("list", ("further reading",))]).removed


def test_an_aside_with_a_link_is_taken_and_one_with_facts_is_left() -> None:
    leading = [marked("See more", "<aside>"), link("A title", "<aside>")]
    facts = marked("The ferry is 40 meters long.", "<aside>")

    cleaned = clean(article(PROSE[0], *leading, PROSE[1], facts, PROSE[2]), [LinkedAsides("a")])

    assert texts(cleaned) == [PROSE[0], PROSE[1], facts.text, PROSE[2]]


def test_an_aside_that_holds_nearly_all_was_left_open() -> None:
    read = article(link("Another story", "<aside>"), *(marked(text, "<aside>") for text in PROSE))

    assert texts(clean(read, [LinkedAsides("aside")]))[1:] == PROSE


def test_a_plug_ins_list_is_taken_though_it_is_longer_than_the_story() -> None:
    listed = [marked(f"{text} And so on, {text}", "related_post", "wp_rp") for text in PROSE]

    assert texts(clean(article(*PROSE, *listed), COMMON)) == PROSE


def test_a_paragraph_that_is_a_link_is_taken() -> None:
    assert (
        texts(clean(article(PROSE[0], link("A title"), PROSE[1]), [LinksAlone("l")])) == PROSE[:2]
    )


@every_row(
    ("before", "lines", "is_kept"),
    [
        ("The council closes these harbours for the winter:", ["Northhaven", "Eastbay"], True),
        ("В список попали следующие города области:", ["Приморск", "Северный"], True),
        ("この冬、町が閉鎖することに決めた港は次の通りで、ほかは今まで通り：", ["北港"] * 2, True),
        ("Topics:", ["Harbour", "Winter"], False),
        ("The council closes these harbours for the winter.", ["Northhaven", "Eastbay"], False),
        ("The council closes these harbours for the winter:", ["Northhaven"], False),
        (
            "Weitere Artikel zu diesem Thema finden Sie hier:",
            ["Wie der Hafen im Winter zu seinem Eis kommt, und wie nicht"] * 2,
            False,
        ),
        ("港についてのほかの記事は、下のリンクから読むことができるので、ご覧ください：",
         ["冬の港が氷に閉ざされるまでの道"] * 2, False),
    ],
)  # fmt: skip
def test_names_that_a_sentence_leads_to_are_told(
    before: str, lines: list[str], is_kept: bool
) -> None:
    names = Block(BlockKind.LIST, "\n".join(lines), (LINK_MARK,))

    read = clean(article(PROSE[0], before, names, PROSE[1]), [LinksAlone("l")])

    assert (names.text in texts(read)) is is_kept


def test_a_page_of_links_alone_is_left() -> None:
    assert not clean(article(link("One"), link("Two")), [LinksAlone("l")]).removed


def test_a_heading_with_no_text_behind_it_is_taken() -> None:
    read = article(heading("The night"), PROSE[0], heading("Comments on this"))

    assert texts(clean(read, [Tail("tail")])) == ["The night", PROSE[0]]


def test_a_rule_never_takes_all_of_several_texts() -> None:
    read = article("Share this", "Share", "Tweet")

    assert clean(read, [Lines("share", ("share this", "share", "tweet"))]) == read


def test_an_outlets_own_rules_are_asked_before_the_common_ones() -> None:
    outlet = load_outlet("moscow_times")

    assert rules_of(outlet) == (
        *BESIDE_STORY,
        *outlet.boilerplate,
        *LABEL,
        *TOLD,
        *SHAPE_WITHOUT_LAYOUT,
    )
    assert rules_of(None) == COMMON


@every_row(
    "unit", ["a", " ", "a ", "by ", "share ", "read more: ", "«", "1", "©", "x@y.", "(a", "подпи"]
)
def test_a_megabyte_without_sense_costs_little(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    # Just short enough to be asked, and far too long.
    blocks = [marked(text[:length], text[:1000]) for length in (319, 1_000_000)]
    lines = folded_lines(blocks)
    for rule in COMMON:
        assert min(_seconds(rule, blocks, lines) for _ in range(2)) < 0.05, rule


def _seconds(rule: Rule, blocks: list[Block], lines: list[str]) -> float:
    started = time.process_time()
    list(rule.matches(blocks, lines))
    return time.process_time() - started


@pytest.mark.parametrize(
    "line",
    [
        "Become a member of the harbor choir, the keeper told them.",
        "Reporting by night is hard, the keeper said.",
        "Support our work, the miners shouted outside the ministry.",
        "Читайте також вивіску над дверима, сказав доглядач, бо вона про вас.",
        "Mehr zum Thema wusste am Abend auch der Hafenmeister nicht.",
    ],
)
def test_what_somebody_said_is_no_plea(line: str) -> None:
    story = tuple(
        Block(BlockKind.PARAGRAPH, text)
        for text in ("The ferry stopped. " * 12, line, "It is. " * 30)
    )
    lines = folded_lines(story)

    assert [rule.name for rule in COMMON if list(rule.matches(story, lines))] == []


def test_a_rule_that_nothing_concerns_is_not_asked_and_no_other_is_left_out() -> None:
    rules = [Named("share", "share"), Named("author", "author"), Lines("x", ("tweet",))]
    blocks = [marked("Gulls.", "PostShare"), marked("Tweet", "lead")]

    assert those_concerned(rules, blocks[1:], ["Tweet"]) == rules[2:]
    assert those_concerned(rules, blocks[:1], ["Gulls."]) == rules[:1]
