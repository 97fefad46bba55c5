"""An address of each outlet that has no page of its own here, and a small page of each layout.

Only hosts, paths and class names are the outlets'; the words are invented.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

PROSE = (
    "The ferry to Lantern Isle stopped at noon on Monday, and nobody on the quay knew more.",
    "Bread was there for a week and lamp oil for two, said the keeper of the harbor store.",
    "The council meets on Friday to decide whether a second boat may be hired.",
)


class Small(NamedTuple):
    """In ``markup``, ``{prose}`` stands for what is kept; all else on the page must go."""

    outlet: str
    url: str
    key: str
    layout: str = "generic"
    markup: str = "<article>{prose}</article>"
    fields: Mapping[str, Any] = MappingProxyType({})

    @property
    def html(self) -> bytes:
        prose = "".join(f"<p>{text}</p>" for text in PROSE)
        title = "The ferry stopped"
        return (
            f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body>"
            f"<h1>{title}</h1>{self.markup.format(prose=prose)}</body></html>"
        ).encode()


AROUND = (
    "<nav><p>A menu of the site, with words enough to be taken for prose of somebody.</p></nav>"
)

SMALL = (
    Small(
        "br24",
        "https://www.br.de/nachrichten/bayern/die-faehre-steht,AbC9xYz",
        "AbC9xYz",
        "article",
        AROUND + "<p class='ArticleModuleTeaser_teaserText__x1'>The isle counts its bread.</p>"
        "<section id='articlebody'>{prose}<p>Zum Artikel: Ein Boot wird gesucht</p>"
        "<p>Das ist die Europäische Perspektive bei BR24.</p>"
        '<p>"Hier ist Bayern": Der BR24 Newsletter kommt jeden Abend mit der Ebbe.</p></section>',
        {"lead": "The isle counts its bread."},
    ),
    Small(
        "cbc",
        "https://www.cbc.ca/news/canada/ferry-stopped-1.9900017?cmp=rss",
        "1.9900017",
        "story",
        AROUND + "<div class='story'>{prose}</div>",
    ),
    Small(
        "hankook_ilbo",
        "https://www.hankookilbo.com/news/article/A2026022512000000017",
        "A2026022512000000017",
        "view",
        AROUND
        + "<div class='end-body'><p>Tools</p><div id='article-view-content'>{prose}</div></div>",
    ),
    Small(
        "hankook_ilbo",
        "https://www.hankookilbo.com/News/Read/A2025022512000000017",
        "A2025022512000000017",
        "main",
        AROUND
        + "<div class='end-body'><p>Tools</p><div itemprop='articleBody'>{prose}</div></div>",
    ),
    Small(
        "liberation",
        "https://www.liberation.fr/monde/2015/02/25/le-bac-est-a-quai_9900017",
        "9900017",
        "body",
        AROUND + "<div class='article-body'>{prose}</div>",
    ),
    Small(
        "people_daily",
        "http://world.people.com.cn/n1/2026/0225/c1002-99000017.html",
        "99000017",
        "text",
        AROUND + "<div class='rm_txt_con'>{prose}<p class='paper_num'>Page 7</p>"
        "<p>(责编：某人)</p><p>分享让更多人看到</p></div>",
        {"language": "zh", "credits": ("(责编：某人)",)},
    ),
    Small(
        "radio_svoboda",
        "https://www.radiosvoboda.org/a/porom-zupynyvsya/39900017.html",
        "39900017",
        "article",
        AROUND + "<div id='article-content'>{prose}<div class='also-read'><p>Also</p></div>"
        "<div class='share--box'><p>Share</p></div></div>",
    ),
    Small(
        "rzeczpospolita",
        "https://www.rp.pl/transport/art99000017-prom-stoi",
        "99000017",
        "blocks",
        AROUND + "<div class='article--lead'>The isle counts its bread.</div>"
        "<div class='articleBodyBlock'>{prose}</div>"
        "<div class='articleBodyBlock block--content--excerpt'><p>Of another article.</p></div>",
        {"lead": "The isle counts its bread."},
    ),
    Small(
        "spiegel",
        "https://www.spiegel.de/panorama/faehre-a-00000000-0000-0000-0000-000000000017",
        "00000000-0000-0000-0000-000000000017",
        "body",
        AROUND + "<div data-article-el='body'>{prose}<p>Kommentare öffnen</p></div>",
    ),
    Small(
        "tagesspiegel",
        "https://www.tagesspiegel.de/berlin/die-faehre-steht-99000017.html",
        "99000017",
        "generic",
        "<article>{prose}<p>Ich bin damit einverstanden, dass mir der externe Inhalt angezeigt "
        "wird. Mehr dazu am Hafen.</p></article>",
    ),
    Small(
        "taipei_times",
        "https://www.taipeitimes.com/News/front/archives/2026/02/25/2009900017",
        "2009900017",
        "archives",
        AROUND + "<div class='archives'><h1>Ferry</h1><div class='name'>By Ada Ferry</div>"
        "<div class='imgboxa'><p>The boat, on Monday.</p></div>{prose}</div>",
    ),
    Small(
        "telegraph",
        "https://www.telegraph.co.uk/news/2026/02/25/ferry-stopped/",
        "news/2026/02/25/ferry-stopped",
        "story",
        AROUND + "<div itemprop='articleBody'><p>12:04pm</p>{prose}</div>",
    ),
)

#: Outlets whose pages general rules read.
ADDRESSES = (
    ("abc_es", "https://www.abc.es/sociedad/el-barco-20260225120000-nt.html", "20260225120000-nt"),
    ("aftonbladet", "https://www.aftonbladet.se/nyheter/a/AbC9xY/farjan-star", "AbC9xY"),
    (
        "al_jazeera",
        "https://www.aljazeera.com/news/2026/2/5/ferry-stops",
        "news/2026/2/5/ferry-stops",
    ),
    ("anadolu", "https://www.aa.com.tr/tr/gundem/vapur-durdu/9900017", "9900017"),
    (
        "ansa",
        "https://www.ansa.it/sito/notizie/mondo/2026/02/25/nave_"
        "00000000-0000-0000-0000-000000000017.html",
        "00000000-0000-0000-0000-000000000017",
    ),
    ("asahi", "https://www.asahi.com/articles/AST9900017T1FERRY.html", "AST9900017T1FERRY"),
    ("bbc", "https://www.bbc.co.uk/news/articles/c9900017xyzo", "c9900017xyzo"),
    (
        "corriere",
        "https://www.corriere.it/cronache/26_febbraio_25/il-traghetto-"
        "00000000-0000-0000-0000-000000017xlk.shtml",
        "00000000-0000-0000-0000-000000017xlk",
    ),
    (
        "daily_maverick",
        "https://www.dailymaverick.co.za/article/2026-02-25-ferry-stops/",
        "article/2026-02-25-ferry-stops",
    ),
    ("der_standard", "https://www.derstandard.at/story/99000017/faehre-steht?ref=rss", "99000017"),
    ("dw", "https://www.dw.com/ru/parom/a-99000017?maca=ru-rss-all", "99000017"),
    ("el_diario", "https://www.eldiario.es/sociedad/el-barco_1_99000017.html", "99000017"),
    (
        "el_mundo",
        "https://www.elmundo.es/sociedad/2026/02/25/000000000000000000000017.html",
        "000000000000000000000017",
    ),
    ("el_pais", "https://elpais.com/sociedad/2026-02-25/barco.html", "sociedad/2026-02-25/barco"),
    (
        "euronews",
        "https://de.euronews.com/reise/2026/02/25/die-faehre-steht",
        "2026/02/25/die-faehre-steht",
    ),
    ("faz", "https://www.faz.net/aktuell/politik/die-faehre-steht-199000017.html", "199000017"),
    (
        "globe_and_mail",
        "https://www.theglobeandmail.com/canada/article-the-ferry-stops/",
        "canada/article-the-ferry-stops",
    ),
    ("haberturk", "https://www.haberturk.com/vapur-durdu-9900017", "9900017"),
    ("holod", "https://holod.media/2026/02/25/parom/", "2026/02/25/parom"),
    ("istories", "https://istories.media/en/news/2026/02/25/ferry/", "en/news/2026/02/25/ferry"),
    (
        "jyllands_posten",
        "https://jyllands-posten.dk/jpaarhus/ECE99000017/faergen-er-stoppet/",
        "99000017",
    ),
    (
        "la_vanguardia",
        "https://www.lavanguardia.com/local/20260225/9900017/el-barco.html",
        "9900017",
    ),
    (
        "le_figaro",
        "https://www.lefigaro.fr/international/le-bac-20260225",
        "international/le-bac-20260225",
    ),
    (
        "los_angeles_times",
        "https://www.latimes.com/california/story/2026-02-25/ferry",
        "california/story/2026-02-25/ferry",
    ),
    (
        "mainichi",
        "https://mainichi.jp/articles/20260225/k00/00m/040/000017c",
        "20260225/k00/00m/040/000017c",
    ),
    (
        "morgunbladid",
        "https://www.mbl.is/frettir/innlent/2026/02/25/ferjan/",
        "innlent/2026/02/25/ferjan",
    ),
    ("namibian", "https://www.namibian.com.na/ferry-stops-at-noon/", "ferry-stops-at-noon"),
    ("nrk", "https://www.nrk.no/nordland/ferja-star-1.99000017", "1.99000017"),
    ("nzz", "https://www.nzz.ch/zuerich/das-schiff-steht-ld.9900017", "ld.9900017"),
    ("orf", "https://orf.at/stories/9900017/", "9900017"),
    ("politico_eu", "https://www.politico.eu/article/ferry-stops/", "article/ferry-stops"),
    (
        "repubblica",
        "https://genova.repubblica.it/cronaca/2026/02/25/news/traghetto-499000017/",
        "499000017",
    ),
    (
        "reuters",
        "https://www.reuters.com/world/europe/ferry-stops-2026-02-25/",
        "world/europe/ferry-stops-2026-02-25",
    ),
    ("seznam_zpravy", "https://www.seznamzpravy.cz/clanek/domaci-privoz-stoji-990017", "990017"),
    (
        "srf",
        "https://www.srf.ch/news/schweiz/das-schiff-steht-still",
        "news/schweiz/das-schiff-steht-still",
    ),
    ("sueddeutsche", "https://www.sueddeutsche.de/bayern/faehre-lux.AbC9xY", "AbC9xY"),
    ("suspilne", "https://suspilne.media/9900017-porom/", "9900017"),
    ("tass", "https://tass.ru/obschestvo/99000017", "99000017"),
    (
        "times_of_india",
        "https://timesofindia.indiatimes.com/city/goa/ferry/articleshow/99000017.cms",
        "99000017",
    ),
    ("ukrinform", "https://www.ukrinform.ua/rubric-society/9900017-porom.html", "9900017"),
    ("ukrinform_en", "https://www.ukrinform.net/rubric-society/9900017-ferry.html", "9900017"),
    ("ukrinform_ru", "https://www.ukrinform.ru/rubric-society/9900017-parom.html", "9900017"),
    ("verdens_gang", "https://www.vg.no/nyheter/i/AbC9xY/ferja-star", "AbC9xY"),
    ("verstka", "https://verstka.media/parom-na-ostrov", "parom-na-ostrov"),
    ("vnexpress", "https://vnexpress.net/pha-dung-9900017.html", "9900017"),
    (
        "washington_post",
        "https://www.washingtonpost.com/world/2026/02/25/ferry-stops/",
        "world/2026/02/25/ferry-stops",
    ),
    ("welt", "https://www.welt.de/reise/article299000017/Die-Faehre-steht.html", "299000017"),
    ("yle", "https://yle.fi/a/74-99000017?origin=rss", "74-99000017"),
    ("yomiuri", "https://www.yomiuri.co.jp/national/20260225-OYT1T50017/", "20260225-OYT1T50017"),
    ("zdfheute", "https://www.zdf.de/nachrichten/panorama/faehre-100.html", "faehre-100"),
    ("zeit", "https://www.zeit.de/news/2026-02/25/faehre-steht", "news/2026-02/25/faehre-steht"),
    ("zerkalo", "https://news.zerkalo.io/life/990017.html", "990017"),
)

EVERY = (*SMALL, *(Small(*row) for row in ADDRESSES))
