"""Tell which date of a printed line is that of publication and which that of a change."""

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from newscrawl.dates.plain_digits import plain


class DateLabel(Enum):
    """What the words beside a date say of it."""

    PUBLISHED = "published"
    UPDATED = "updated"


#: In full, or the beginning that all forms of the word have.
_PUBLISHED = """
publish posted issued created first_published veröffentlich erschienen erstellt publié publie
paru mis_en_ligne publicad creado creada fecha_de_publicación pubblicat postado postada criado
gepubliceerd geplaatst publicerad publisert publiceret udgivet offentliggjort lagt_ut julkaistu
avaldatud publicēt paskelbta opublikowan data_publikacji dodano publikován publikované
publikovan vydáno zverejnen vyšlo megjelen közzé publikál publicat postat objavlj objavljen
publikuar botuar опубликован дата_публикации создан опубліковано створено дата_публікації
апублікавана публикуван објављ објавен жарияланды yayın giriş_tarihi eklenme dərc chop_etil
ishga δημοσι δημοσί გამოქვეყნდა გამოქვეყნებ հրապարակ פורסם פרסום نشر منشور تاريخ_النشر انتشار منتشر
شائع_ہون تاریخ_اشاعت प्रकाशित प्रकाशन পোস্ট প্রকাশ வெளியிட เผยแพร่ โพสต์ วันที่ลง đăng_lúc
ngày_đăng xuất_bản diterbit dipublikasi terbit tayang inilathala nailathala imechapishwa 发布 發布
发表 發表 公開 投稿 掲載 配信 初出 입력 등록 게재 게시 작성 ចុះផ្សាយ ផ្សាយ ထုတ်ဝေ birt ప్రచుర የታተመ
gepubliseer argitarat પ્રકાશિત foilsithe erstveröffentlich pubblicazione ಪ್ರಕಟ жарыялан
ເຜີຍແຜ່ പ്രസിദ്ധീകരി ippubblika нийтэл нийтлэ ପ୍ରକାଶ خپور ਪ੍ਰਕਾਸ਼ਿਤ data_publicării ප්‍රකාශ
daabac нашр oluşturulma giriş: çap_edil شائع đăng_ngày cyhoeddwyd wallafa weşand بڵاوکر
kushicilelwe
"""
_UPDATED = """
updat upd. last_update modified edited revised amended corrected aktualisier geändert
letzte_änderung stand: stand_vom überarbeitet mis_à_jour mise_à_jour modifié
dernière_modification actualisé actualizad actualización modificad modificación aggiorn modificat
ultima_modifica atualizad atualização alterado bijgewerkt gewijzigd wijziging laatste_update
uppdater ändrad oppdater opdater ændret endret päivitetty zmodyfikowan modyfikacj poslední_změna
naposledy_změn ultima_actualizare последнее_изменение останні_зміни ενημέρ τροποποί
muokattu uuendatud muudetud atjaunot labots papildināt atnaujint zaktualizowan aktualizacj
aktualizov aktualizác upraven změněno frissít módosít actualizat actualitzat ažurir izmijenj
izmenj posodobljen përditësu обновлен изменен отредактирован оновлен змінен абноўлен обновен
актуализиран ажурир жаңарт güncelle yenilən yangilan ενημερ τροποποι განახლ թարմաց עודכן עדכון
تحديث محدث آخر_تعديل تعديل بروزرسانی به_روز_رسانی به‌روزرسانی ویرایش اپڈیٹ अपडेट अद्यतन संशोधित
হালনাগাদ আপডেট புதுப்பிக்க อัปเดต อัพเดท ปรับปรุง แก้ไข cập_nhật diperbarui dikemas_kini
kemas_kini kemaskini diubah na-update in-update imesasishwa 更新 修改 编辑 編輯 修訂 改稿 수정
업데이트 갱신
ធ្វើបច្ចុប្បន្នភាព ပြင်ဆင် uppfær నవీకర புதுப்பிப்பு اپ_ڈیٹ የዘመነ
opgedateer eguneratu અપડેટ nuashonr zadnja_izmjen ನವೀಕರ ಅಪ್‌ಡೇಟ್ жаңыр ອັບເດດ പുതുക്കി
അപ്‌ഡേറ്റ് aġġorna шинэчл шинэчил अद्यावधिक ଅପଡେଟ تازه_شوی ਅਪਡੇਟ ਅੱਪਡੇਟ data_actualizării
actualizări යාවත්කාලීන cusbooney навсоз täzelen آخری_تبدیلی به_روز_شده diweddar sabunta
nûkir نوێکر kubuyekezwe تم_التحديث
"""
#: Something else than the page that a date is of which stands right behind: what happened to it,
#: or, before a colon or "on", what it is. "Events" and "NATO" before a date are sections.
_ANOTHERS = re.compile(
    r"(?:(?:\b(?:born|died|founded|established|since|until|deadline|valid|expires|ends|starts|opens"
    r"|due|in cinemas|in theaters|retrieved|accessed|received|accepted|joined"
    r"|geboren|gestorben|gegründet|seit|bis(?: zum)?|gültig"
    r"|(?:anmelde|einsende|bewerbungs)schluss"
    r"|née?|morte?|fondée?|depuis|jusqu['’]au|nacid[oa]|nascid[oa]|fundad[oa]|fondat[oa]|desde|hasta"
    r"|até|vence|opgericht|sinds|urodz\w+|założon\w+|родил\w+|умер\w*|основан\w*)\b"
    r"|生年月日|締切|発売日|開催日|出生|成立|截止)"
    r"(?:\s(?:date|datum|fecha|data|дата))?\s?[:：]?\s?(?:(?:on|am|an|le|el|il|em|op|the|of)\s)?"
    r"|(?:\b(?:events?|frist|\w+schluss|\w+start|beginn|termin|limite|sortie|échéance|nat[oa](?!\s?:)"
    r"|plazo|prazo|estreno|estreia|scadenza|uscita|premiera|срок|премьера)\b|上映)"
    r"(?:\s(?:date|datum|fecha|data|дата))?\s?(?:[:：]\s?|\s(?:on|am|le|el|il|em|op)\s))"
    # Two words before a day in digits: a weekday, and a month.
    r"(?=(?:[^\W\d_]{2,12}[.,]*\s){0,2}(?:\d{1,2}(?!\d)|\d{4}\s?[-./年]))",
    re.IGNORECASE,
)
#: Marks around a label at the end of a line.
_AROUND = " \t|/·•-–—()[]（）【】:：,、"
_LETTER = r"[^\W\d_]"
#: Scripts that part words by spaces: there a label begins a word.
_SPACED = re.compile(r"[\u0041-\u0dff\u10a0-\u10ff\u1200-\u137f]")
_DIGIT = re.compile(r"\d")
#: What is written for machines, and has no label: "…T14:51:30Z".
_MOMENT = re.compile(r"[0-9TZ:.+\s-]*")


def _forms(words: str) -> list[str]:
    """Each label, in small letters and as ``plain`` leaves it, the longest first."""
    forms = {form.lower() for word in words.split() for form in (word, plain(word))}
    return sorted((form.replace("_", " ") for form in forms), key=len, reverse=True)


def _either(forms: list[str]) -> str:
    """A pattern for any of them, which tries those alone that begin as the text does."""
    tails: dict[str, list[str]] = {}
    for form in forms:
        tails.setdefault(form[0], []).append(re.escape(form[1:]))
    each = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in tails.items())
    return f"(?:{'|'.join(each)})"


def _labels(words: str) -> str:
    forms = _forms(words)
    spaced = _either([form for form in forms if _SPACED.match(form)])
    others = _either([form for form in forms if not _SPACED.match(form)])
    return rf"(?<!{_LETTER}){spaced}|{others}"


_FIRST = re.escape("".join({form[0] for form in _forms(_UPDATED + _PUBLISHED)}))
# Without a flag for upper case, by which a pattern of so many words is slow.
_LABEL = re.compile(
    rf"(?=[{_FIRST}])(?:(?P<UPDATED>{_labels(_UPDATED)})|(?P<PUBLISHED>{_labels(_PUBLISHED)}))"
    rf"{_LETTER}*"
)


def _found(text: str) -> list[re.Match[str]]:
    if _MOMENT.fullmatch(text):
        return []
    lowered = text.lower()
    return list(_LABEL.finditer(lowered if len(lowered) == len(text) else text))


def is_anothers_day(line: str, before: str) -> bool:
    """Whether the first date of a line stands right behind the word of something that it is of."""
    label = _DIGIT.split(before)[-1].rstrip()
    found = _ANOTHERS.search(f"{label} {line}")
    return found is not None and not _DIGIT.search(line[: max(0, found.start() - len(label))])


def last_label(text: str) -> DateLabel | None:
    """What the last label in a text says."""
    found = _found(text)
    return DateLabel[found[-1].lastgroup or ""] if found else None


def label_before(text: str) -> DateLabel | None:
    """What the last label says, where its date does not stand behind it already."""
    found = _found(text)
    is_open = bool(found) and not _DIGIT.search(text[found[-1].end() :])
    return DateLabel[found[-1].lastgroup or ""] if is_open else None


def labelled(line: str) -> Iterator[tuple[DateLabel | None, str]]:
    """The parts of a line that hold a number, each with what the label beside it says.

    A label stands before its date; behind it where the line begins with a date and ends so.
    """
    labels = _found(line)
    if not labels:
        yield None, line
        return
    first, last = labels[0], labels[-1]
    is_behind = bool(_DIGIT.search(line[: first.start()])) and not _DIGIT.search(line[last.end() :])
    says: list[DateLabel | None] = [DateLabel[each.lastgroup or ""] for each in labels]
    if is_behind:
        cuts = [0, *(each.end() for each in labels)]
    else:
        cuts = [each.start() for each in labels] + [len(line)]
        says, cuts = [None, *says], [0, *cuts]
    for what, (start, end) in zip(says, pairwise(cuts), strict=True):
        part = line[start:end].strip(_AROUND)
        if _DIGIT.search(part):
            yield what, part


def part_about(line: str, wanted: DateLabel) -> str:
    """The part of a line that is about the wanted date; the line where it names one alone."""
    parts = list(labelled(line))
    if len(parts) < 2:
        return line
    by_label = dict(reversed(parts))
    return (
        by_label.get(wanted)
        or (by_label.get(None) if wanted is DateLabel.PUBLISHED else None)
        or line
    )
