"""Bylines as they are begun, ended and signed in many languages."""

import json

import pytest

from newscrawl import read_article
from tests.rows import every_row

STORY = "<p>The ferry stopped in the strait on Tuesday, and nobody on board of it was hurt.</p>" * 3


def authors(byline: str, head: str = "", mark: str = 'class="byline"') -> tuple[str, ...]:
    seen = f"<p {mark}>{byline}</p>" if byline else ""
    html = f"<head>{head}</head><body><article><h1>Ferry Stops</h1>{seen}{STORY}</article></body>"
    return read_article(html.encode(), "https://www.harbor.test/ferry-stops").authors


def linked(name: str) -> str:
    data = {"@type": "NewsArticle", "headline": "Ferry Stops", "author": {"name": name}}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@every_row(
    ("line", "name"),
    [
        ("Аўтар: Алена Каваль", "Алена Каваль"),
        ("Материал подготовила Анна Ли", "Анна Ли"),
        ("Беседовала Анна Ли", "Анна Ли"),
        ("Пише: Ана Петровић", "Ана Петровић"),
        ("Piše: Ana Horvat", "Ana Horvat"),
        ("Napsala Jana Nováková", "Jana Nováková"),
        ("Rozmawiała Anna Kowalska", "Anna Kowalska"),
        ("Autors: Jānis Bērziņš", "Jānis Bērziņš"),
        ("Autorius: Jonas Kazlauskas", "Jonas Kazlauskas"),
        ("Höfundur: Anna Jónsdóttir", "Anna Jónsdóttir"),
        ("Müəllif: Əli Məmmədov", "Əli Məmmədov"),
        ("Հեղինակ՝ Արամ Պետրոսյան", "Արամ Պետրոսյան"),
        ("Muhabir: Ayşe Yılmaz", "Ayşe Yılmaz"),
        ("Kovács Anna újságíró", "Kovács Anna"),
        ("Pewarta: Budi Santoso", "Budi Santoso"),
        ("Isinulat ni Juan dela Cruz", "Juan dela Cruz"),
        ("Mwandishi: Juma Hamisi", "Juma Hamisi"),
        ("எழுதியவர்: முருகன் செல்வம்", "முருகன் செல்வம்"),
        ("రచయిత: రామ్ కుమార్", "రామ్ కుమార్"),
        ("अमित शर्मा द्वारा", "अमित शर्मा"),
        ("เขียนโดย สมชาย ใจดี", "สมชาย ใจดี"),
        ("글 김철수 사진 이영희", "김철수"),
        ("文：王小明 图：李华", "王小明"),
        ("Aufgezeichnet von Anna Schmidt", "Anna Schmidt"),
        ("Aus Berlin von Anna Schmidt", "Anna Schmidt"),
        ("Propos recueillis par Anne Petit", "Anne Petit"),
        ("Texte : Anne Petit / Photos : Luc Roux", "Anne Petit"),
        ("Texto: Ana Ruiz. Fotos: Luis Gil", "Ana Ruiz"),
        ("Intervista di Anna Rossi", "Anna Rossi"),
        ("Dal nostro inviato Luca Bianchi", "Luca Bianchi"),
        ("By Ann Lee and 2 others", "Ann Lee"),
        ("Ann Lee + 1 more", "Ann Lee"),
        ("By Ann Lee as told to Bo Ray", "Ann Lee"),
        ("Ann Lee (born 1950 in Northport) is a writer. Photo: Bo Ray", "Ann Lee"),
        ("Ann Lee (1950–2020)", "Ann Lee"),
        ("Mohammed bin Salman al-Amin", "Mohammed bin Salman al-Amin"),
        ("Jeanne d’Arcy", "Jeanne d’Arcy"),
        ("Ana María de la Cruz y Ortega", "Ana María de la Cruz y Ortega"),
        ("Ann Lee, CNN Business", "Ann Lee"),
        ("Ann Lee - Harbor Daily", "Ann Lee"),
    ],
)
def test_a_byline_names_who_wrote(line: str, name: str) -> None:
    assert authors(line) == (name,)


@every_row(
    "label",
    [
        *("Written by", "Verfasst von", "Écrit par", "Escrito por", "Scritto da", "Skrevet av"),
        *("Geschreven door", "Napisane przez", "Написано автором", "Ditulis oleh", "Scris de"),
        *("Được viết bởi", "Συντάχθηκε από", "Napsal(a)", "كُتب بواسطة", "נכתב על ידי", "เขียนโดย"),
    ],
)
def test_a_label_for_networks_says_who_wrote_in_any_language(label: str) -> None:
    head = (
        f'<meta name="twitter:label1" content="{label}"><meta name="twitter:data1" content="{{}}">'
    )

    assert authors("", head.format("Ann Lee")) == ("Ann Lee",)
    assert authors("", head.replace(label, "Filed under").format("World News")) == ()


def test_a_line_that_says_when_it_was_posted_says_by_whom() -> None:
    assert authors("Posted on March 4, 2026 by Ann Lee", mark='class="info"') == ("Ann Lee",)
    assert authors("Twelve songs of 2026 by Ann Lee", mark='class="info"') == ()


@every_row(
    "desk",
    [
        *("Staff reports", "Staff Report", "HLNF Staff Report", "Redakcija", "Redaktsioon"),
        *("Redacția", "Онлайн-редакция", "Редакцията", "Σύνταξη", "Onlineredaktion", "Newsdesk"),
        *("Agenturen", "Агентства", "Partner Content", "Letter to the editor", "מערכת האתר"),
        *("ডেস্ক রিপোর্ট", "რედაქცია", "통신사"),
    ],
)
def test_desks_and_labels_are_nobody(desk: str) -> None:
    assert authors(desk) == ()
    assert authors("", linked(desk)) == ()


@pytest.mark.parametrize("line", ["kei_eno", "By kei_eno", "Von kei_eno"])
def test_a_pen_name_is_read_where_readers_see_it(line: str) -> None:
    assert authors(line, linked("kei_eno")) == ("kei_eno",)
    assert authors("Kei Eno", linked("kei_eno")) == ("Kei Eno",)
    assert authors("", linked("kei_eno")) == ()
    assert authors("web_admin", linked("web_admin")) == ()
