"""In which encoding a page is read: what is named, what is named wrongly, and what is not named."""

import time

import pytest

from bench.encodings import Case, cases, declared, is_right, undeclared, written, wrong
from newscrawl.markup.encoding import decoded, encoding_named, is_utf8
from newscrawl.page import Page
from tests.rows import every_row

URL = "https://a.test/a"
#: Romanian with commas below its letters differs from the usual one in nothing but their shape.
UNTOLD = {("ro", "iso-8859-16")}
SHORT_LIES = {("cs", "windows-1250"), ("sk", "windows-1250")} | {
    ("hr", name) for name in ("windows-1250", "iso-8859-2")
}


def told(case: Case) -> str:
    return f"{case.language} {case.encoding} {case.named} {'long' if case.is_long else 'short'}"


@every_row("case", list(cases(declared)))
def test_a_page_that_names_its_charset_rightly_is_read_in_it(case: Case) -> None:
    assert is_right(case, decoded(case.html, None)[1])
    assert is_right(case, decoded(case.html, case.named)[1])


@every_row("case", list(cases(undeclared)))
def test_a_page_that_names_no_charset_is_read_in_what_it_looks_written_in(case: Case) -> None:
    assert is_right(case, decoded(case.html, None)[1]) or (case.language, case.encoding) in UNTOLD


@every_row("case", list(cases(wrong)))
def test_a_page_that_names_a_usual_charset_wrongly_is_read_in_its_own(case: Case) -> None:
    excused = UNTOLD if case.is_long else UNTOLD | SHORT_LIES
    assert is_right(case, decoded(case.html, None)[1]) or (case.language, case.encoding) in excused


SISTERS = (
    ("windows-1250", "iso-8859-2"),
    ("windows-1257", "iso-8859-13", "iso-8859-4"),
    ("windows-1251", "iso-8859-5", "koi8-r", "koi8-u"),
)


def sisters(encoding: str) -> tuple[str | None, ...]:
    """The other encodings for the same languages."""
    family = next((each for each in SISTERS if encoding in each), ())
    return tuple(name for name in family if name != encoding)


@every_row("case", list(cases(sisters)))
def test_a_page_that_names_another_encoding_for_its_language_is_read_in_its_own(
    case: Case,
) -> None:
    assert is_right(case, decoded(case.html, None)[1])


@every_row("case", list(cases(declared)))
@every_row("served", ["utf-8", "iso-8859-1", "no-such-charset"])
def test_the_pages_own_word_counts_where_the_servers_does_not_hold(case: Case, served: str) -> None:
    # A few letters that make sense in Western Europe too.
    holds = not case.is_long and (case.language, case.encoding) in UNTOLD | {("hr", "iso-8859-2")}
    assert is_right(case, decoded(case.html, served)[1]) or holds


STORY = "Środa: „Żółw” pływał, a łódź tonęła w Gdańsku."
CHARSET = '<meta charset="{}">'


@pytest.mark.parametrize(
    ("served", "own", "written_in"),
    [
        ("iso-8859-2", "windows-1250", "iso-8859-2"),
        ("windows-1250", "iso-8859-2", "windows-1250"),
        ("windows-1250", "utf-8", "windows-1250"),
        ("koi8-r", "windows-1251", "koi8-r"),
        ("iso-8859-15", "windows-1252", "iso-8859-15"),
    ],
)
def test_the_servers_word_goes_before_the_pages(served: str, own: str, written_in: str) -> None:
    story = {"koi8-r": "Паром стоит", "iso-8859-15": "Œuvre à 5 €"}.get(written_in, "Środa, łódź")
    html = f"<head>{CHARSET.format(own)}</head><h1>{story}</h1>".encode(written_in)

    assert Page(URL, html, declared=served).text_of("h1") == story


@every_row("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@every_row("named", [None, "windows-1250", "iso-8859-1", "koi8-r"])
def test_a_byte_order_mark_and_bytes_of_utf_16_go_before_any_word(
    encoding: str, named: str | None
) -> None:
    html = f"<head>{CHARSET.format(named)}</head><h1>{STORY}</h1>".encode(encoding)

    assert Page(URL, html, declared=named).text_of("h1") == STORY
    if encoding == "utf-16-be":
        assert Page(URL, b"\xfe\xff" + html, declared=named).text_of("h1") == STORY


LABELS = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ISO_8859-2": "iso8859-2",
    "iso-8859-2": "iso8859-2", "iso-8859-9": "cp1254", "latin5": "cp1254", "x-cp1251": "cp1251",
    "iso-8859-15": "iso8859-15", "iso885915": "iso8859-15", "iso-8859-16": "iso8859-16",
    "gb2312": "gb18030", "x-gbk": "gb18030", "chinese": "gb18030", "ks_c_5601-1987": "cp949",
    "windows-949": "cp949", "euc-kr": "cp949", "x-x-big5": "big5hkscs", "x-sjis": "cp932",
    "shift-jis": "cp932", "x-euc-jp": "euc_jp", "tis-620": "cp874", "iso-8859-11": "cp874",
    "iso-8859-8-i": "iso8859-8", "logical": "iso8859-8", "koi": "koi8-r", "koi8-ru": "koi8-u",
    "x-mac-cyrillic": "mac-cyrillic", "x-user-defined": "cp1252", "unicode-1-1-utf-8": "utf-8",
    "utf8": "utf-8", " windows-1250 ": "cp1250", "utf-7": None, "zip": None, "utf-9": None,
}  # fmt: skip


@every_row(("label", "encoding"), LABELS.items())
def test_a_charset_means_what_it_means_to_browsers(label: str, encoding: str | None) -> None:
    assert encoding_named(label) == encoding


@pytest.mark.parametrize(
    ("meta", "written_in"),
    [
        ('<meta charset="x-cp1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi">', "koi8-r"),
        ("<script>" + "var a = 1;" * 900 + "</script><meta charset=cp866>", "cp866"),
        ('<?xml version="1.0" encoding="iso-8859-5"?>', "iso8859-5"),
        ('<?xml version="1.0" encoding="x-mac-cyrillic"?>', "mac-cyrillic"),
    ],
)
def test_a_pages_own_word_is_found_however_it_stands(meta: str, written_in: str) -> None:
    html = f"{meta}<h1>Снег</h1>".encode(written_in)

    assert decoded(html, None)[0] == written_in
    assert "Снег" in decoded(html, None)[1]


@pytest.mark.parametrize("broken", [b"\xff", b"\xc5", b"\x92"])
def test_a_broken_sign_makes_no_other_encoding_of_utf_8(broken: bytes) -> None:
    html = f"<h1>{STORY}</h1><p>{STORY * 9}</p>".encode() + b"<p>" + broken + b" end</p>"

    for named in (None, "utf-8"):
        assert Page(URL, html, declared=named).text_of("h1") == STORY


@every_row("text", ["für die Fähre läßt", "паром стоит", "it’s “the” boat’s", "連絡船が止まる"])
@every_row("by", ["windows-1252", "latin-1"])
@every_row("named", [None, "utf-8", "iso-8859-1"])
def test_what_was_encoded_twice_is_decoded_twice(text: str, by: str, named: str | None) -> None:
    page = f"<p>{text}</p>"
    taken_for = "".join(bytes([byte]).decode(by, "ignore") or chr(byte) for byte in page.encode())
    html = taken_for.encode()

    assert decoded(html, named) == ("utf-8", page)
    assert not is_utf8(html, named)


@pytest.mark.parametrize(
    "text", ["fÃ¼r is für, and Ã© is é, Ã¨ is è", "SÃO JOÃO, IRMÃ", "Â«A», Ã¼"]
)
def test_a_page_that_tells_of_such_signs_stays_as_it_is(text: str) -> None:
    assert decoded(text.encode(), None) == ("utf-8", text)


@every_row("named", [None, "utf-8", "iso-8859-2", "shift_jis"])
@every_row("sign", ["©", "•", "» more", "“quoted”"])
def test_signs_without_letters_are_those_of_western_europe(named: str | None, sign: str) -> None:
    html = f"<h1>Snow falls {sign}</h1>".encode("cp1252")
    found = Page(URL, html, declared=named).text_of("h1") or ""

    assert found.startswith("Snow falls ")
    if named in (None, "utf-8"):
        assert found == f"Snow falls {sign}"


def test_japanese_in_escapes_is_no_ascii() -> None:
    html = written("<h1>連絡船が止まる</h1>", "iso-2022-jp")

    assert not is_utf8(html, None)
    for named in (None, "utf-8", "iso-2022-jp"):
        assert Page(URL, html, declared=named).text_of("h1") == "連絡船が止まる"


@pytest.mark.parametrize(
    "part", [b"<", b"<!--", b">\xe9", b"\xe9 ", b"\xb7", b"<meta charset", b"a"]
)
def test_a_megabyte_of_one_thing_is_decoded_in_no_time(part: bytes) -> None:
    began = time.process_time()

    decoded(part * (1_000_000 // len(part)) + b"\xe9", None)

    assert time.process_time() - began < 0.7
