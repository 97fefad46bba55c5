"""Which of the dates on a page are its own: of publication, of a change, of something else."""

import json
from datetime import UTC, datetime

import pytest

from newscrawl import read_article
from newscrawl.article import Article
from newscrawl.extract import extract
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page
from tests.rows import every_row

URL = "https://www.harbor.example/story"
PROSE = (
    "The ferry to the northern islands stopped on Tuesday after its engine gave out in the strait.",
    "Harbor master Lena Voss told passengers that a tug would bring them home before the evening.",
)
STORY = "".join(f"<p>{line}</p>" for line in PROSE)
FOURTH, FIFTH = "2026-03-04", "2026-03-05"


def article(body: str, language: str = "en", head: str = "", url: str = URL) -> Article:
    html = (
        f'<html lang="{language}"><head><title>Ferry Stops</title>{head}</head>'
        f"<body><article><h1>Ferry Stops</h1>{body}</article></body></html>"
    )
    return read_article(html.encode(), url)


def days(read: Article) -> tuple[str | None, str | None]:
    moments = (read.date_published, read.date_modified)
    published, modified = (moment.date().isoformat() if moment else None for moment in moments)
    return published, modified


@every_row(
    ("line", "language"),
    [
        ("Published March 4, 2026 10:05 | Updated March 5, 2026 11:00", "en"),
        ("Updated March 5, 2026 11:00 | Published March 4, 2026 10:05", "en"),
        ("March 4, 2026 (updated March 5, 2026)", "en"),
        ("Veröffentlicht: 04.03.2026 - Aktualisiert: 05.03.2026", "de"),
        ("Aktualisiert am 05.03.2026, veröffentlicht am 04.03.2026", "de"),
        ("Publié le 4 mars 2026 à 10h05, mis à jour le 5 mars 2026 à 11h00", "fr"),
        ("Publicado el 4 de marzo de 2026. Actualizado el 5 de marzo de 2026", "es"),
        ("Опубликовано 4 марта 2026, обновлено 5 марта 2026", "ru"),
        ("Оновлено 5 березня 2026, опубліковано 4 березня 2026", "uk"),
        ("Giriş Tarihi: 04.03.2026 14:05 Güncelleme Tarihi: 05.03.2026 10:00", "tr"),
        ("입력 2026.03.04 14:05 수정 2026.03.05 10:00", "ko"),
        ("2026年3月4日 14:05 公開 / 2026年3月5日 更新", "ja"),
        ("更新：2026-03-05 10:00 发布：2026-03-04 14:05", "zh"),
        ("نشر في 4 مارس 2026، آخر تحديث 5 مارس 2026", "ar"),
        ("פורסם: 04.03.2026 עודכן: 05.03.2026", "he"),
        ("प्रकाशित 4 मार्च 2026, अपडेट 5 मार्च 2026", "hi"),
        ("Erstellt: 4. März 2026 | Letzte Änderung: 5. März 2026", "de"),
        ("Stand: 05.03.2026, Erschienen: 04.03.2026", "de"),
        ("2026-03-04 (upd. 2026-03-05)", "en"),
        ("Publicado em 4 de março de 2026, última atualização 5 de março de 2026", "pt"),
        ("Publié le 4 mars 2026 - Dernière modification le 5 mars 2026", "fr"),
        ("Δημοσίευση: 04/03/2026, Ενημέρωση: 05/03/2026", "el"),
        ("Birt 4. mars 2026, uppfært 5. mars 2026", "is"),
        ("ప్రచురణ: 4 మార్చి 2026 నవీకరణ: 5 మార్చి 2026", "te"),
        ("பதிவு: 4 மார்ச் 2026 புதுப்பிப்பு: 5 மார்ச் 2026", "ta"),
        ("تاریخ اشاعت 4 مارچ 2026 اپ ڈیٹ 5 مارچ 2026", "ur"),
        ("የታተመ 4 ማርች 2026 የዘመነ 5 ማርች 2026", "am"),
    ],
)
def test_two_dates_in_a_line_are_told_apart_by_their_labels(line: str, language: str) -> None:
    assert days(article(f'<p class="date">{line}</p>{STORY}', language)) == (FOURTH, FIFTH)


@every_row(
    ("language", "published", "updated"),
    [
        *(("af", "Gepubliseer", "Opgedateer"), ("eu", "Argitaratua", "Eguneratua")),
        *(("gu", "પ્રકાશિત", "અપડેટ"), ("ga", "Foilsithe", "Nuashonraithe")),
        *(("hr", "Objavljeno", "Zadnja izmjena"), ("kn", "ಪ್ರಕಟಣೆ:", "ನವೀಕರಣ:")),
        *(("de", "Erstveröffentlichung:", "Stand:"), ("it", "Pubblicazione", "Aggiornamento")),
        *(("ky", "Жарыяланган", "Жаңыртылган"), ("lo", "ເຜີຍແຜ່", "ອັບເດດ")),
        *(("ml", "പ്രസിദ്ധീകരിച്ചത്", "പുതുക്കിയത്"), ("mt", "Ippubblikat", "Aġġornat")),
        *(("mn", "Нийтэлсэн", "Шинэчилсэн"), ("ne", "प्रकाशित", "अद्यावधिक")),
        *(("or", "ପ୍ରକାଶିତ", "ଅପଡେଟ"), ("fa", "منتشر شده", "به روز شده")),
        *(("ps", "خپور شوی", "تازه شوی"), ("pa", "ਪ੍ਰਕਾਸ਼ਿਤ", "ਅਪਡੇਟ")),
        *(("ro", "Data publicării", "Data actualizării"), ("si", "ප්‍රකාශිත", "යාවත්කාලීන")),
        *(("so", "La daabacay", "La cusbooneysiiyey"), ("tg", "Нашр шуд", "Навсозӣ шуд")),
        *(("tk", "Çap edildi", "Täzelendi"), ("tr", "Oluşturulma", "Güncelleme")),
        *(("ur", "شائع", "آخری تبدیلی"), ("vi", "Đăng ngày", "Cập nhật")),
        *(("cy", "Cyhoeddwyd", "Diweddarwyd"), ("ha", "An wallafa", "An sabunta")),
        *(("ku", "Weşandin", "Nûkirin"), ("ckb", "بڵاوکراوەتەوە", "نوێکراوەتەوە")),
    ],
)  # fmt: skip
def test_labels_tell_two_days_apart_in_a_line_or_in_elements_of_their_own(
    language: str, published: str, updated: str
) -> None:
    in_line = f"<p>{updated} 2026-03-05 | {published} 2026-03-04</p>"
    row = "<div><span>{}</span> <span>{}</span></div>".format
    apart = row(updated, "2026-03-05") + row(published, "2026-03-04")

    assert days(article(in_line + STORY, language)) == (FOURTH, FIFTH)
    assert days(article(apart + STORY, language)) == (FOURTH, FIFTH)


@every_row(
    ("head", "language"),
    [
        (
            "<details><summary>Wed 4 March 2026 05.06 GMT</summary>"
            "<span>Last modified on Thu 5 March 2026 08.00 GMT</span></details>",
            "en",
        ),
        (
            "<details><summary>Veröffentlicht: 04.03.2026, 05.06 Uhr</summary>"
            "<p>Aktualisiert: 05.03.2026, 08.00 Uhr</p></details>",
            "de",
        ),
        (
            '<p>Updated <time datetime="2026-03-05T10:00:00Z">5 March</time></p>'
            '<p>Published <time datetime="2026-03-04T10:00:00Z">4 March</time></p>',
            "en",
        ),
        (
            '<span>Updated</span> <time datetime="2026-03-05T10:00:00Z">5 March</time>'
            '<span>Published</span> <time datetime="2026-03-04T10:00:00Z">4 March</time>',
            "en",
        ),
        (
            "<dl><dt>Aktualisiert</dt><dd><time>05.03.2026</time></dd>"
            "<dt>Erstellt</dt><dd><time>04.03.2026</time></dd></dl>",
            "de",
        ),
        (
            '<time class="updated" datetime="2026-03-05T10:00:00Z">5 mars</time>'
            '<time class="entry-date" datetime="2026-03-04T10:00:00Z">4 mars</time>',
            "fr",
        ),
        (
            '<meta itemprop="dateModified" content="2026-03-05T10:00:00Z">'
            '<meta itemprop="datePublished" content="2026-03-04T10:00:00Z">',
            "es",
        ),
        (
            '<div class="post-meta">Обновлено: 5 марта 2026</div>'
            '<div class="post-meta">4 марта 2026</div>',
            "ru",
        ),
        (
            '<abbr class="published" title="2026-03-04T05:06:07Z">March 4</abbr>'
            '<time class="updated" datetime="2026-03-05T05:06:07Z">March 5</time>',
            "en",
        ),
        ("<p class=date>04 มี.ค. 69</p><p class=date>อัปเดต 05 มี.ค. 69</p>", "th"),
        ("<div class=date>수정 2026.03.05</div><div class=date>입력 2026.03.04</div>", "ko"),
    ],
)
def test_a_change_that_stands_first_is_no_publication(head: str, language: str) -> None:
    assert days(article(head + STORY, language)) == (FOURTH, FIFTH)


OWN = '<p class="meta">4 March 2026</p>'


@every_row(
    "other",
    [
        '<p>The bridge opened on <time datetime="1935-08-14">14 August 1935</time>.</p>',
        '<p>The bridge opened on <time datetime="1935-08-14">14 August 1935</time>, and the ferry '
        "has sailed below it since that day without a pause, as everybody here knows.</p>",
        "<ul><li>Die Brücke wurde am <time>14.08.1935</time> eröffnet, wie jeder weiß.</li></ul>",
        "<div>Le pont a été ouvert le 14 août 1935.</div>",
        '<p>大桥于<time datetime="1935-08-14">1935年8月14日</time>通车。</p>',
        '<p>افتتح الجسر الكبير يوم <time datetime="1935-08-14">14 أغسطس</time>.</p>',
        '<figure><img src="a.jpg"><figcaption>The bridge, <time>14 August 1935</time></figcaption>'
        "</figure>",
        '<div class="wp-caption-text"><span class="date">14 August 1935</span></div>',
        '<blockquote><time datetime="1935-08-14">14 August 1935</time></blockquote>',
        '<div class="comments"><time datetime="1935-08-14">14 August</time></div>',
        '<section id="Kommentare"><span class="date">14.08.1935</span></section>',
        '<ul class="comentarios"><li><time>14 de agosto de 1935</time></li></ul>',
        '<div itemscope itemtype="https://schema.org/Comment">'
        '<time itemprop="dateCreated" datetime="1935-08-14">14 August</time></div>',
        '<div itemscope itemtype="https://schema.org/ImageObject">'
        '<meta itemprop="datePublished" content="1935-08-14"></div>',
    ],
)
@every_row("is_before", [True, False])
def test_a_date_in_prose_a_caption_or_a_comment_is_not_the_pages(
    other: str, is_before: bool
) -> None:
    body = f"{other}{OWN}{STORY}" if is_before else f"{OWN}{STORY}{other}"

    assert days(article(body)) == (FOURTH, None)
    assert days(article(other + STORY)) == (None, None)


@pytest.mark.parametrize(
    ("around", "day"),
    [
        ('<div itemscope itemtype="https://schema.org/VideoObject">{}</div>', FOURTH),
        ('<div class="layout caption">{}' + 10 * STORY + "</div>", FOURTH),
        (
            '<div itemprop="video" itemscope itemtype="https://schema.org/VideoObject">{}</div>',
            None,
        ),
    ],
)
def test_what_holds_the_whole_page_is_no_part_beside_it(around: str, day: str | None) -> None:
    own = '<meta itemprop="datePublished" content="2026-03-04">'

    assert days(article(around.format(own) + STORY))[0] == day


@pytest.mark.parametrize(
    "line",
    [
        "Wednesday, March 4, 2026 at 2:05 p.m.",
        "Published on Wednesday, 4 March 2026.",
        "By Ann Lee, Staff Writer of the Harbor, London — 4 March 2026, 10:05",
        "Von Anna Novak, 4. März 2026.",
        "Анна Новак | среда, 4 марта 2026 г.",
        "Анна Новак | среда, 4. март 2026.",
        "Анна Новак, редактор отдела моря, 4 марта 2026, 2:05 п.п.",
    ],
)
def test_a_line_with_a_label_or_a_name_is_no_prose(line: str) -> None:
    assert days(article(f'<p class="byline">{line}</p>{STORY}'))[0] == FOURTH
    assert days(article(f"<p>{line}</p>{STORY}"))[0] == FOURTH


@every_row("number", [1772600000, 1772600000000, 1772600000.5, "1772600000000"])
@every_row("is_linked", [True, False])
def test_a_number_since_1970_is_a_moment(number: object, is_linked: bool) -> None:
    told = json.dumps({"@type": "NewsArticle", "headline": "Ferry", "datePublished": number})
    head = (
        f'<script type="application/ld+json">{told}</script>'
        if is_linked
        else f'<meta property="article:published_time" content="{number}">'
    )

    found = article(STORY, head=head).date_published

    assert found is not None
    assert found.replace(microsecond=0) == datetime(2026, 3, 4, 4, 53, 20, tzinfo=UTC)


@every_row(
    ("url", "language", "moment"),
    [
        ("https://harbor.example.in/story", "en", "2026-03-04T08:35"),
        ("https://harbor.example.co.il/story", "en", "2026-03-04T12:05"),
        ("https://harbor.example.ie/story", "en", None),
        (URL, "en-IN", "2026-03-04T08:35"),
        (URL, "he-IL", "2026-03-04T12:05"),
        (URL, "he", "2026-03-04T12:05"),
        (URL, "hi", "2026-03-04T08:35"),
        (URL, "en", None),
    ],
)
def test_a_zone_that_is_short_for_several_is_the_countrys(
    url: str, language: str, moment: str | None
) -> None:
    head = '<meta property="article:published_time" content="4 March 2026 14:05 IST">'

    found = article(STORY, language, head, url).date_published

    # Where it is not known, the day alone is: Ireland has that hour in summer.
    assert found == datetime.fromisoformat(moment or FOURTH).replace(tzinfo=UTC)


SPANISH = (
    "<p>El ferry a las islas del norte se detuvo el martes en el estrecho, y los pasajeros de la "
    "tarde no llegaron a sus casas por la noche, como se dijo en el puerto.</p>"
)


@every_row(
    ("attributes", "around", "day"),
    [
        # What the text is written in, where the page says nothing, or what its template says.
        ("", f"<p>04/03/2026</p>{SPANISH}", FOURTH),
        ('lang="en"', f"<p>04/03/2026</p>{SPANISH}", FOURTH),
        ("", f"<p>03/04/2026</p>{STORY}", FOURTH),
        ('lang="en-IN"', f"<p>04/03/2026</p>{STORY}", FOURTH),
        # How the page's other dates are printed.
        ('lang="en"', f"<p>04/03/2026</p>{STORY}<p>Older: 28/02/2026</p>", FOURTH),
        ('lang="en"', f"<p>03/04/2026</p>{STORY}<p>Older: 02/28/2026</p>", FOURTH),
        ('lang="en"', f"<p>03/04/2026</p>{STORY}<p>Older: 02/28/2026, 28/02/2026</p>", FOURTH),
        ('lang="en"', f'<p>03/04/2026</p>{STORY}<a href="/a/28/02/2026/b">Older</a>', FOURTH),
        ('lang="en-US"', f"<p>03/04/2026</p>{STORY}<p>Photo of 28/02/2026</p>", FOURTH),
    ],
)
def test_what_order_day_and_month_have_is_told_by_the_page(
    attributes: str, around: str, day: str
) -> None:
    html = f"<html {attributes}><article><h1>Ferry Stops</h1>{around}</article></html>"
    assert days(read_article(html.encode(), URL))[0] == day


def _outlet(zone: str) -> Outlet:
    return Outlet(
        name="harbor",
        title="Harbor",
        home="https://www.harbor.example",
        language="en",
        timezone=zone,
        articles=(r"/(?P<key>story)$",),
        layouts=(Layout("story", body="main"),),
    )


@every_row(
    ("zone", "day"),
    [
        ("Europe/London", FOURTH),
        ("Asia/Calcutta", FOURTH),
        ("America/New_York", "2026-04-03"),
        ("US/Eastern", "2026-04-03"),
        ("Pacific/Guam", "2026-04-03"),
        ("UTC", "2026-04-03"),
    ],
)
def test_what_order_an_outlet_prints_is_told_by_its_zone(zone: str, day: str) -> None:
    outlet = _outlet(zone)
    html = f"<main><h1>Ferry Stops</h1><p>04/03/2026</p>{STORY}</main>"

    found = extract(Page(URL, html.encode()), outlet).date_published
    assert found is not None
    assert found.astimezone(outlet.zone).date().isoformat() == day


@every_row(
    ("path", "line", "day"),
    [
        ("/2026/march/04/story", "", FOURTH),
        ("/2026/Mar/4/story", "", FOURTH),
        ("/2026/03/04/story", "03/04/2026", FOURTH),
        ("/2026/03/04/story", "04/03/2026", FOURTH),
        ("/2026/mar/04/story", "4.3.2026", FOURTH),
        ("/2026/03/05/story", "04/03/2026", "2026-04-03"),
        ("/2026/foo/04/story", "", None),
        ("/2026/market/04/story", "", None),
        ("/2026/decor/04/story", "", None),
        ("/2026/feb/30/story", "", None),
    ],
)
def test_the_day_in_an_address_tells_the_day_from_the_month(
    path: str, line: str, day: str | None
) -> None:
    url = f"https://www.harbor.example{path}"

    assert days(article(f'<p class="date">{line}</p>{STORY}', url=url))[0] == day


@every_row(
    ("url", "language", "line", "hour"),
    [
        (URL, "ko", "2026.03.04 17:06", "08:06"),
        (URL, "kor", "2026년 3월 4일 오후 5시 06분", "08:06"),
        (URL, "ja", "2026年3月4日 17時06分", "08:06"),
        (URL, "zh-TW", "2026年3月4日下午5:06", "09:06"),
        (URL, "th", "4 มีนาคม 2569 เวลา 17:06 น.", "10:06"),
        (URL, "de-AT", "4. März 2026, 17.06 Uhr", "16:06"),
        ("https://harbor.example.jp/story", "en", "March 4, 2026 17:06", "08:06"),
        (URL, "en-US", "March 4, 2026 17:06", "17:06"),
        (URL, "en", "March 4, 2026 17:06", "17:06"),
        (URL, "es", "4 de marzo de 2026 17:06", "17:06"),
        (URL, "ru", "4 марта 2026 17:06", "17:06"),
    ],
)
def test_a_time_without_a_zone_is_in_that_of_the_pages_country(
    url: str, language: str, line: str, hour: str
) -> None:
    found = article(f'<p class="date">{line}</p>{STORY}', language, url=url).date_published

    assert found == datetime.fromisoformat(f"2026-03-04T{hour}:00").replace(tzinfo=UTC)


@every_row(
    ("country", "day", "hour"),
    [("uy", "2014-01-15", 14), ("lt", "1999-01-15", 11), ("na", "2015-07-15", 11), ("uk", "", 12)],
)
def test_a_time_is_in_the_zone_that_its_country_had_then(country: str, day: str, hour: int) -> None:
    day = day or "2026-01-15"
    line = f'<p class="date">{day} 12:00</p>{STORY}'

    found = article(line, "en", url=f"https://harbor.example.{country}/story").date_published

    assert found == datetime.fromisoformat(f"{day}T{hour}:00").replace(tzinfo=UTC)


@every_row("zone", ["America/New_York", "Asia/Tokyo", "Pacific/Auckland", "UTC"])
@every_row(
    "head",
    [
        '<meta property="article:published_time" content="2026-03-04">',
        '<meta property="article:published_time" content="2026-03-04T00:00:00">',
        '<p class="date">March 4, 2026</p>',
        '<p class="date">4 มีนาคม 2569</p>',
        '<time datetime="2026-03-04">yesterday</time>',
        '<p class="date">March 4, 2026 14:05 XYZ</p>',
    ],
)
def test_a_day_without_a_time_is_that_day_where_the_outlet_is(zone: str, head: str) -> None:
    outlet = _outlet(zone)
    html = f'<html lang="en"><body><h1>Ferry Stops</h1>{head}<main>{STORY}</main></body></html>'

    found = extract(Page(URL, html.encode()), outlet).date_published

    assert found is not None
    assert found.astimezone(outlet.zone).isoformat()[:16] == "2026-03-04T00:00"


def test_an_outlets_own_reader_of_a_date_goes_before_what_the_page_shows() -> None:
    html = (
        "<html><head><title>Ice</title><meta name='stamp' content='2026-02-25T10:00:00Z'></head>"
        "<body><h1>Ice</h1><time datetime='2026-02-26T08:00:00Z'>yesterday</time>"
        f"<div class='story'><p>{'The ice on the river is thick. ' * 12}</p></div></body>"
    )
    outlet = Outlet(
        name="harbor",
        title="Harbor",
        home="https://www.harbor.example",
        language="en",
        layouts=(Layout("story", ".story"),),
        fields={"date_published": lambda page: page.metas.get("stamp")},
    )
    found = extract(Page(URL, html.encode()), outlet).date_published
    assert found == datetime(2026, 2, 25, 10, tzinfo=UTC)


def test_a_papers_section_of_events_has_articles() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
    body = f'<div class="event_date">4 March 2026</div>{STORY}'

    assert days(article(body, head=head, url="https://www.harbor.example/events/x"))[0] == FOURTH
    assert days(article(body, url="https://www.harbor.example/events/x"))[0] is None


@pytest.mark.parametrize(
    "marked",
    [
        '<p class="date">二〇二六年三月四日</p>',
        '<p class="date">民國一一五年三月四日</p>',
        '<span property="dc:date" content="2026-03-04">x</span>',
        '<span property="dcterms:issued" content="2026-03-04T10:00:00Z">x</span>',
    ],
)
def test_a_day_in_characters_or_marked_by_dublin_core_is_read(marked: str) -> None:
    assert days(article(marked + STORY, "zh"))[0] == FOURTH


@pytest.mark.parametrize(
    "told",
    [
        "dataLayer = [{'articlePublishDate': '2026-03-04'}]",
        'window.dataLayer.push({"page_type": "story", "publish_date": "March 4, 2026"})',
        'window.__INITIAL_STATE__={"a":{"publishedAt":"2026-03-04T10:00:00Z"}};',
        'var d = {"page": {"pub-date": "2026/03/04", "published": "undefined"}}',
        'a({"datePublished": "2026-03-04"}, {"datePublished": "2026-03-04T10:00:00Z"})',
    ],
)
def test_the_one_day_that_scripts_tell_is_the_last_resort(told: str) -> None:
    head = f"<script>{told}</script>"
    other = '<script>s({"pubDate": "2026-03-01"})</script>'
    earlier = '<p class="date">5 March 2026</p>'

    assert days(article(STORY, head=head))[0] == FOURTH
    assert days(article(STORY, head=head + other))[0] is None
    assert days(article(earlier + STORY, head=head))[0] == FIFTH


def test_what_a_meta_tag_holds_for_a_counter_is_read_last() -> None:
    held = '{"title": "Ferry", "pub_date": "2026-03-04T10:00:00Z"}'

    assert days(article(STORY, head=f"<meta name='parsely-page' content='{held}'>"))[0] == FOURTH


CALLED = {
    (FOURTH, None): (
        "published published-date publication_date citation_publication_date article:publish_date "
        "article.published og:published_time bt:pubdate rbpubdate dc.issued dc.date.created "
        "dcterms.available created cre-date w-published-date eprints.date pdate gentime "
        "field-name-post-date date.release originalpublishdate article_date_original "
        "weibo:article:create_at og:regdate news_date shareaholic:article_published_time "
        "analyticsattributes.articledate blogdate uploaddate issue_date"
    ),
    (None, FOURTH): (
        "lastmodified revised dc.date.modified dc.modified updated og:modified_time revision_date "
        "last_updated_date article:updated_time date.updated last-published modificationdate "
        "bt:moddate parsely-mod-date utime"
    ),
    (None, None): (
        "unpublish_date article:expiration_time publisher dc.publisher publish_status publish-id "
        "filing-date event-date published_by reviewed"
    ),
}


@every_row(
    ("name", "told"), [(name, told) for told, names in CALLED.items() for name in names.split()]
)
def test_a_tag_that_is_called_like_a_date_of_the_article_is(
    name: str, told: tuple[str | None, str | None]
) -> None:
    attribute = ("name", "property", "itemprop")[len(name) % 3]
    head = f'<meta {attribute}="{name}" content="March 4, 2026">'

    assert days(article(STORY, "en", head)) == told


def test_a_tag_that_holds_no_date_leaves_it_to_the_next() -> None:
    empty = '<meta property="article:published_time" content="Invalid Date">'
    unset = '<meta name="pubdate" content="0001-01-01T00:00:00Z">'
    own = '<meta name="publish_date" content="2026-03-04">'

    assert days(article(STORY, "en", empty + unset + own))[0] == FOURTH


@every_row(
    ("printed", "language"),
    [
        ('<span class="date" title="4 March 2026 10:05">3 hours ago</span>', "en"),
        *(('<p class="teaser-meta">By Ann Lee, March 4, 2026</p>', "en"),
          ('<div class="sidebar__item"><time datetime="2026-03-04">4. März</time></div>', "de"),
          ('<div class="widget"><span>Publié le 4 mars 2026</span></div>', "fr"),
          ('<div class="event_date">4 марта 2026</div>', "ru")),
        *((f"<p>(04.03.2026) {PROSE[0]}</p>", "de"), (f"<p>LONDON, March 4, 2026 – {PROSE[0]}</p>",
                                                     "en"),
          (f"<p>Paris, le 4 mars 2026 — {PROSE[0]}</p>", "fr"),
          (f"<p>2026年3月4日：{PROSE[0]}</p>", "zh")),
        ("<p>NEW YORK, NY / SEA WIRE / March 4, 2026 / The ferry has stopped.</p>", "en"),
        ('<p class="postmetadata">This entry was posted on Wednesday, March 4th, 2026 at 5:11 am '
         "and is filed under Sea. You can follow any responses to it through the feed.</p>", "en"),
        ('<p class="postmetadata">Dieser Beitrag wurde am Mittwoch, 4. März 2026 um 10:05 Uhr '
         "veröffentlicht und unter Meer abgelegt. Antworten stehen im Feed.</p>", "de"),
        ('<div class="footer"><span itemprop="datePublished">4. März 2026</span></div>', "de"),
        ('<i property="schema:dateCreated" content="2026-03-04T10:05:00+00:00"></i>', "en"),
        ('<i property="dc:date dc:created" content="2026-03-04T10:05:00+00:00"></i>', "nl"),
        ('<script type="application/ld+json">{"@type": "Article", "datePublished": '
         '"2026-03-04T10:05:08:684Z"}</script>', "de"),
        ('<div class="post-footer"><abbr class="published" title="2026-03-04">5 pm</abbr></div>',
         "en"),
        ('<footer class="node__meta"><span class="post-created">04.03.2026</span></footer>', "de"),
        ('<footer class="entry-meta"><time datetime="2026-03-04">4 mars</time></footer>', "fr"),
        ('<span class="timeago" data-time="1772618700000">vor 3 Stunden</span>', "de"),
        ('<abbr class="timestamp" data-utime="1772618700">3 часа назад</abbr>', "ru"),
        ('<div class="post-date" data-datetime="2026-03-04T10:05:00Z"></div>', "en"),
        ('<relative-time datetime="2026-03-04T10:05:00Z">3時間前</relative-time>', "ja"),
        ('<time class="entry-date published updated" datetime="2026-03-04">x</time>', "en"),
        ('<p>Veröffentlicht am <time class="updated" datetime="2026-03-04">4.</time></p>', "de"),
        ('<p>Publié le <time class="updated" datetime="2026-03-04">4 mars</time></p>', "fr"),
        ('<p class="date">4 Mar \'26</p>', "en"),
        ('<span class="datum">04.03.26, 14:30 Uhr</span>', "de"),
        ('<span class="data date">4/3/26</span>', "it"),
        ('<span class="date">3/4/26</span>', "en-US"),
        ('<time aria-label="Published on March 4, 2026">4h ago</time>', "en"),
        ('<span class="ago" title="4 mars 2026">il y a 4 h</span>', "fr"),
        ('<p class="date">20260304</p>', "en"),
        ("<dl><dt>Published</dt><dd>4 March 2026</dd></dl>", "en"),
        ('<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Ferry", '
         '"coverageStartTime": "2026-03-04T10:05:00Z"}</script>', "en"),
    ],
)  # fmt: skip
def test_a_date_is_read_that_is_printed_short_or_for_scripts(printed: str, language: str) -> None:
    assert days(article(printed + STORY, language))[0] == FOURTH


@pytest.mark.parametrize("printed", ["Version 1.2.17.3", "10.11.12:30", "04.03.2610"])
def test_what_only_looks_like_a_short_date_is_none(printed: str) -> None:
    assert days(article(f'<span class="date">{printed}</span>{STORY}')) == (None, None)


@pytest.mark.parametrize("around", ["<header>{}</header>", "<div><header>{}</header></div>"])
def test_the_day_in_the_masthead_is_that_of_the_visit(around: str) -> None:
    masthead = around.format('<div class="current-date">5 March 2026</div>')
    read = f"<title>Ferry Stops</title>{masthead}<article><h1>Ferry Stops</h1>{{}}</article>"

    assert days(read_article(read.format(STORY).encode(), URL)) == (None, None)
    assert days(read_article(read.format(OWN + STORY).encode(), URL)) == (FOURTH, None)


CARDS = {
    "a link": '<a href="/b"><h3>{}</h3><time datetime="2026-03-05">x</time><i>By Bo Ray</i></a>',
    "a linked heading": '<div><h3><a href="/b">{}</a></h3><p>By Bo Ray</p>'
    '<time datetime="2026-03-05">x</time></div>',
    "a list": '<ul><li><time>5 March 2026</time> <a href="/b">{}</a> <i>By Bo Ray</i></li></ul>',
}


@every_row("card", CARDS)
@every_row(
    "title",
    ["A Bear Sleeps in a Library", "Ein Bär schläft in der Bücherei", "Медведь спит в библиотеке"],
)
def test_what_stands_on_the_card_of_another_article_is_that_ones(card: str, title: str) -> None:
    cards = 3 * CARDS[card].format(title)

    for page in (f"{STORY}{cards}", f"<div>{STORY}</div><div>{cards}</div>"):
        read = article(page)
        assert (days(read), read.authors) == ((None, None), ())
    signed = article(f'{cards}<div><p class="byline">By Ann Lee</p>{OWN}</div>{STORY}')
    assert (days(signed)[0], signed.authors) == (FOURTH, ("Ann Lee",))
    own = CARDS[card].format("Ferry Stops Today, and Nobody Knows Why").replace("/b", "/story")
    html = f"<title>Ferry Stops Today, and Nobody Knows Why</title>{own}{STORY}"
    assert days(read_article(html.encode(), URL))[0] == FIFTH


def test_a_date_beside_the_headline_in_a_figure_is_the_articles() -> None:
    html = (
        '<figure><img src="a.jpg"><figcaption>{}<small>04.03.2026</small></figcaption></figure>'
        f"{STORY}<figure><figcaption><small>05.03.2026</small><h2>More</h2></figcaption></figure>"
    )
    read = read_article(html.format("<h1>Ferry Stops</h1>").encode(), URL)
    assert days(read)[0] == FOURTH
    assert days(article(html.format("")))[0] is None


@pytest.mark.parametrize(
    ("meta", "published", "changed", "day"),
    [
        # A tag that tells the change, and one that tells another day than the moment is of.
        ("2026-03-05T09:00:00Z", "2026-03-04T22:00:00Z", "2026-03-05T09:00:00Z", FOURTH),
        ("2026-03-05", "2026-03-04T10:00:00-05:00", "2026-03-05T10:00:00-05:00", FOURTH),
        # An evening west of Greenwich, told without the zone.
        ("2026-03-04", "2026-03-05T01:00:00Z", "2026-03-05T02:00:00Z", FOURTH),
        ("2026-03-04T10:00:00Z", "2026-03-04T10:00:00Z", "2026-03-04T10:00:00Z", FOURTH),
        # A template that was not filled tells no other date.
        ("2026-03-04T10:00:00Z", "published", "2026-03-04T10:00:00Z", FOURTH),
    ],
)
def test_json_ld_says_which_of_two_dates_is_that_of_the_change(
    meta: str, published: str, changed: str, day: str
) -> None:
    told = {"@type": "NewsArticle", "datePublished": published, "dateModified": changed}
    head = (
        f'<meta property="article:published_time" content="{meta}">'
        f'<script type="application/ld+json">{json.dumps(told)}</script>'
    )

    assert days(article(STORY, head=head))[0] == day


@pytest.mark.parametrize(
    ("line", "head", "url"),
    [
        ("4 March 2026", '<meta property="og:type" content="event">', URL),
        ("4 March 2026", '<script type="application/ld+json">{"@type": "Event"}</script>', URL),
        ("4 March 2026", "", "https://www.harbor.example/events/boats"),
        ("Updated on 4 March 2026", "", URL),
    ],
)
def test_the_day_of_something_else_is_no_last_resort(line: str, head: str, url: str) -> None:
    body = f'<div class="event_date">{line}</div>{STORY}'

    assert days(article(body, head=head, url=url))[0] is None
    days_of = f"<p>4 March 2026 – {PROSE[0]}</p><p>5 March 2026 – {PROSE[1]}</p>"
    cards = "".join(
        f'<div class="sidebar"><time datetime="March 4, {year}">x</time></div>'
        for year in (2025, 2026)
    )
    later = f"{STORY}<p>4 March 1941 – The first ferry sailed to the islands, and came home.</p>"
    footer = f"{STORY}<footer>© 2024 <time datetime='2026-03-04'>4 March 2026</time></footer>"
    assert days(article(later))[0] is days(article(footer))[0] is None
    assert days(article(days_of))[0] is days(article(STORY + cards))[0] is None
    told = f'{head}<meta property="article:published_time" content="2026-03-05">'
    assert days(article(body, head=told, url=url))[0] == FIFTH


@every_row("heading", ["h1", "h2", "h3"])
@every_row("around", ["widget Blog", "sidebar-layout", "teaser page"])
def test_what_holds_the_headline_is_the_article_however_it_is_called(
    heading: str, around: str
) -> None:
    logo = "" if heading == "h1" else "<h1>Harbor</h1>"
    menu = 130 * "<li><a href=/x>Sea</a></li>"
    html = (
        f"<title>Ferry Stops in the Strait</title>{logo}<ul>{menu}</ul><div class='{around}'>"
        f"<{heading}>Ferry Stops in the Strait</{heading}><span>4 March 2026</span>"
        f"<b class='byline'>By Ann Lee</b>{STORY}</div>"
    )
    read = read_article(html.encode(), URL)

    assert (days(read)[0], read.authors) == (FOURTH, ("Ann Lee",))


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("/2026/03/04/story", ""),
        ("/news/2026_03_04_story.html", ""),
        ("/news/story-2026-03-04/", ""),
        ("/2026/mar/04/story", ""),
        ("/blog/2026/3/4/story", ""),
        ("/p/17", '<meta property="og:url" content="https://www.harbor.example/2026/03/04/s">'),
        ("/p/17", '<link rel="canonical" href="/2026-03-04-story">'),
    ],
)
def test_the_day_in_the_pages_own_address_is_the_last_to_be_believed(path: str, head: str) -> None:
    url = f"https://www.harbor.example{path}"

    assert days(article(STORY, "en", head, url))[0] == FOURTH
    assert days(article(f'<p class="date">9 March 2026</p>{STORY}', "en", head, url))[0] != FOURTH


def test_what_is_told_of_somebody_in_a_list_is_no_date_of_the_article() -> None:
    assert days(article("<dl><dt>Born</dt><dd>28 January 1975</dd></dl>" + STORY, "en"))[0] is None


@pytest.mark.parametrize(
    "moment",
    [
        {"date": "2026-03-04 14:05:00.000000", "timezone_type": 3, "timezone": "Asia/Tokyo"},
        {"date": "2026-03-04 00:05:00.000000", "timezone_type": 1, "timezone": "-05:00"},
        {"seconds": 1772600700, "nanoseconds": 0},
        {"$date": {"$numberLong": "1772600700000"}},
    ],
)
def test_a_moment_is_read_as_programs_write_one(moment: object) -> None:
    told = json.dumps({"@type": "NewsArticle", "headline": "Ferry", "datePublished": moment})
    head = f'<script type="application/ld+json">{told}</script>'

    assert article(STORY, head=head).date_published == datetime(2026, 3, 4, 5, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "language"),
    [("Updated: March 4, 2026", "en"), ("Zuletzt aktualisiert: 4. März 2026", "de")],
)
def test_a_line_near_the_headline_may_say_when_the_article_was_changed(
    line: str, language: str
) -> None:
    first = '<meta property="article:published_time" content="2026-03-02">'
    assert days(article(f"<p>{line}</p>{STORY}", language, first))[1] == FOURTH


def test_the_moment_of_publication_is_no_change_however_it_is_printed() -> None:
    first = '<meta property="article:published_time" content="2026-03-04T10:00:00Z">'
    line = "<p>Stand: 04.03.2026 11:00 Uhr</p>"

    assert days(article(line + STORY, "de", first)) == (FOURTH, None)


def main_part(body: str, head: str = "") -> Article:
    html = f"<title>Ferry Stops</title>{head}<main><h1>Ferry Stops</h1>{body}</main>"
    return read_article(html.encode(), URL)


FAR = "".join(f"<div><span>Engine {number}</span></div>" for number in range(90))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<div><small>March 4, 2026</small></div>", FOURTH),
        ("<div>Mittwoch, 4. März 2026</div>", FOURTH),
        ("<div>2026年3月4日</div>", FOURTH),
        ('<data itemprop="datePublished" value="2026-03-04T10:00:00Z">4 March</data>', FOURTH),
        ("<span>Posted on March 4, 2026</span><p>May 1, 1935</p>", FOURTH),
        ("<p>Publié le 4 mars 2026</p><p>Mis à jour le 5 mars 2026</p>", FOURTH),
        ("<ul><li><b>Datum</b> 04.03.2026</li></ul>", None),
        ("<a href=/b><h3>A Bear in the Library</h3><time>4 March 2026</time></a>", None),
        ("<p>4 March 2026</p><p>5 March 2026</p>", None),
        ("<ul><li><span>4 March 2026</span></li></ul>", None),
        ("<p>Updated 4 March 2026</p>", None),
        ("<p>The ferry of 4 March 2026</p>", None),
        ('<div class="related">4 March 2026</div>', None),
        ("<p>4 March 2026</p><p>That day the ferry stopped.</p>", None),
        ("<p>4 March 1926</p>", None),
        ("<div><a href=/b>The old ferry is late again, and nobody knows why</a><i></i>"
         "<small>4 March 2026</small></div>", None),
    ],
)  # fmt: skip
def test_the_one_line_that_is_a_day_is_the_last_resort(line: str, day: str | None) -> None:
    assert days(main_part(f"{STORY}{FAR}{line}"))[0] == day


@every_row(
    "line",
    [
        *("Founded 4 March 1995", "Deadline: 4 March 2026", "Offer ends Friday, March 4, 2026"),
        *("Lena Voss, born on 4 March 1995", "Member since March 4, 2026", "Due date: 2026-03-04"),
        *("Kinostart: 4. März 2026", "Einsendeschluss 04.03.2026", "Gültig bis zum 4. März 2026"),
        *("Né le 4 mars 1995", "Jusqu’au 4 mars 2026", "Fundado el 4 de marzo de 1995"),
        *("Nata il 4 marzo 1995", "Prazo: 4 de março de 2026", "締切：2026年3月4日"),
        "<b>Deadline:</b> <span>4 March 2026</span>",
    ],
)
def test_the_day_of_what_a_line_names_is_not_the_pages(line: str) -> None:
    assert days(article(f"<p>{line}</p>{STORY}"))[0] is None
    assert days(article(f"<p>{line}</p><div>4 March 2026</div>{STORY}"))[0] == FOURTH


@every_row(
    "line",
    [
        *(
            "Ann Lee, editor since 2015 | March 4, 2026",
            "Events | March 4, 2026",
            "成立す 2026/3/4",
        ),
        *("For immediate release: March 4, 2026", "4 March 2026 (deadline 5 May 2026)"),
        *("Sortie nature - 4 mars 2026", "Published 4 March 2026, valid until 5 May 2027"),
        *("Seiten 4. März 2026", "Duende 4 marzo 2026", "Endspiel, 4. März 2026"),
        *(
            "Events 4 March 2026",
            "NATO 4 March 2026",
            "NATO: 4 March 2026",
            "Kino-Neustart 4. März 2026",
        ),
        *("<a href=/c>Sortie</a> <span>4 mars 2026</span>", "<b>Premiera</b> 4.03.2026"),
        *("Date: 4 March 2026", "公開日：2026年3月4日", "Kiel, den 4. März 2026"),
    ],
)
def test_a_word_of_something_else_need_not_have_the_date(line: str) -> None:
    assert days(article(f"<p>{line}</p>{STORY}"))[0] == FOURTH


@every_row("line", ["<p><b>{}</b></p>", "<h3>{}</h3>", "<ul><li>{}</li></ul>", "<div>{}</div>"])
@every_row("day", ["4 March 2019", "4. März 2019", "2019年3月4日", "Last checked: 2019-03-04"])
def test_a_day_within_the_story_is_not_the_pages(line: str, day: str) -> None:
    below = f"{line.format(day)}<p>On that day the pump of the engine had failed before.</p>"

    assert days(article(f"{STORY}{STORY}{below}"))[0] is None
    assert days(article(f"{STORY}<p>4 March 2026</p>{STORY}{below}"))[0] == FOURTH
    published = "<ul><li><b>Datum</b> 04.03.2026</li></ul>"
    assert days(article(f"{STORY}{STORY}{below}{published}"))[0] == FOURTH


@every_row("line", ["<p><em>{}</em></p>", "<div><span>{}</span></div>"])
@every_row(
    "day",
    [
        *("4 March 2026", "(4. März 2026)", "ta, 4.3.2026", "Ann Lee – 4 March 2026"),
        *("Source: Harbor Daily, 4 March 2026", "Paris, le 4 mars 2026", "（2026年3月4日）"),
    ],
)
def test_the_day_below_the_last_paragraph_is_the_pages(line: str, day: str) -> None:
    others = f"<div class=comments>{STORY}</div>"

    assert days(article(f"{STORY}{STORY}{line.format(day)}{others}"))[0] == FOURTH


@pytest.mark.parametrize(
    "visit",
    [
        '<div class="block-date"><p id="todays-date">March 5, 2026</p></div>',
        '<div class="date"><span class="current-date">5 March 2026</span></div>',
        '<div class="topbar"><span class="date">5. März 2026</span></div>',
    ],
)
@pytest.mark.parametrize("own", ["<div>04.03.2026</div>", "<div>4 March 2026</div>"])
def test_the_day_of_the_visit_is_known_by_its_name(visit: str, own: str) -> None:
    html = f"<title>Ferry Stops</title>{visit}<article><h1>Ferry Stops</h1>{own}{STORY}</article>"

    assert days(read_article(html.encode(), URL))[0] == FOURTH


def test_a_line_at_the_headline_goes_before_the_times_of_several_days() -> None:
    cards = "".join(
        f'<div><b>Bear {day}</b><time datetime="2026-01-0{day}">x</time></div>' for day in (1, 2)
    )
    line = "<div>March 4, 2026</div>"

    assert days(main_part(f"{line}{STORY}{FAR}{cards}"))[0] == FOURTH
    assert days(main_part(f"<div>The best ferries of 2025</div>{STORY}{FAR}{cards}"))[0] != FOURTH
    time = '<time datetime="2026-03-04">x</time>'
    assert days(main_part(f"{time}<div>May 4, 1935</div>{STORY}{FAR}{cards}"))[0] == FOURTH
