"""The names of the months in any language, as the Unicode consortium collects them."""

import re
import unicodedata
from functools import lru_cache, partial

from babel import Locale, UnknownLocaleError

from newscrawl.dates.calendars import Calendar
from newscrawl.dates.plain_digits import key

#: The languages that news is written in, by the script of a word; where two disagree, the first.
LANGUAGES = {
    "LATIN": (
        "en de fr es it pt nl sv da nb nn fi pl cs sk hu ro hr sr_Latn sl bs lt lv et tr az id ms "
        "fil vi ca gl eu sq is ga cy mt sw af ha yo ig so zu xh uz tk ku lb fo fy br de_AT es_PE "
        "pt_PT rm ht la mg rw eo"
    ),
    "CYRILLIC": "ru uk be bg sr mk kk ky tg mn uz_Cyrl tt",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "ARABIC": "ar fa ur ar_SY ar_DZ ar_MA ar_MR ckb ps fa_AF sd ug",
    "HEBREW": "he yi",
    "DEVANAGARI": "hi mr ne",
    "BENGALI": "bn as",
    "GURMUKHI": "pa",
    "GUJARATI": "gu",
    "ORIYA": "or",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "TIBETAN": "bo",
    "ETHIOPIC": "am ti",
    "HANGUL": "ko",
    "CJK": "zh ja zh_Hant",
}
#: Spellings that stand in no such collection, January first.
_SPELLINGS = """
- feber/pebruari mrz - maya - - - - - nopember -
- - - кві тра чер - сер - жов лис гру
- - fawrth - fai fehefin - - fedi - dachwedd ragfyr
fhaoilleach ghearran mhart ghiblean cheitean ogmhios iuchar lunastal t-sultain damhair - dubhlachd
- - មិនា - - - - ઓગસ્ટ/اگوست/অগস্ট - - - -
- - - - - - - - सितम्बर अक्तूबर नवम्बर दिसम्बर
ජනවාරි පෙබරවාරි මාර්තු අප්‍රේල් මැයි ජූනි ජූලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්
"""
_OTHER_CALENDARS = {
    Calendar.PERSIAN: """
فروردین اردیبهشت خرداد تیر مرداد/امرداد شهریور مهر آبان آذر دی بهمن اسفند
حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت
وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب
farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand
""",
    Calendar.HIJRI: """
محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة
- - ربیع_الاول ربيع_الثاني جمادي_الأول جمادى_الثانية - - - - ذي_القعدة ذي_الحجة
- - - ربیع_الثانی جمادی_الاول جمادی_الثانی رجب_المرجب - رمضان_المبارک - ذوالقعدہ ذوالحجہ
muharram safar - - - - rajab sha'ban ramadan/ramadhan shawwal - -
""",
    Calendar.ETHIOPIC: """
መስከረም ጥቅምት ኅዳር ታኅሣሥ ጥር የካቲት መጋቢት ሚያዝያ ግንቦት ሰኔ ሐምሌ ነሐሴ ጳጉሜን
- - ህዳር/ሕዳር ታኅሳስ/ታህሳስ/ታህሣሥ - - - ሚያዚያ - - ሀምሌ ነሃሴ/ነሀሴ ጳጉሜ
""",
    Calendar.BIKRAM: """
बैशाख जेठ असार साउन भदौ असोज कात्तिक मंसिर पुस माघ फागुन चैत
वैशाख/बैसाख जेष्ठ/ज्येष्ठ आषाढ/असाढ श्रावण/सावन भाद्र/भदौँ आश्विन कार्तिक मङ्सिर पुष/पौष - फाल्गुन चैत्र
baisakh jestha ashadh shrawan bhadra ashwin kartik mangsir poush magh falgun chaitra
baishakh jeth asar/ashar saun/sawan bhadau asoj/ashoj kattik - push - phalgun/fagun chait
""",
}
Month = tuple[Calendar, int]
#: Endings that a language may put behind a month's name, at most.
_ENDING = 3
#: Scripts whose words may touch: a name is looked for inside what is written together.
TOUCHING = frozenset("THAI LAO KHMER MYANMAR TIBETAN HEBREW".split())
#: Letters of a month's name that is shortened by somebody's own rule.
_SHORTEST = 4
_ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
_WIDTHS = ("wide", "abbreviated")


def month_of(word: str, language: str | None) -> Month | None:
    """The month that a word names in the language, else in any that is written like it."""
    if (roman := word.rstrip(".")) in _ROMAN:
        return Calendar.GREGORIAN, _ROMAN.index(roman) + 1
    name = key(word)
    script = script_of(name)
    for load in (partial(_months_of, language), _other_months, partial(_months_in, script)):
        table = load()
        found = table.get(name) or _declined(name, table)
        if not found and script in TOUCHING:
            inside = [each for each in table if len(each) > 1 and each in name]
            found = table[max(inside, key=len)] if inside else None
        if found:
            return found
    return _shortened(name, _months_of(language))


def _declined(name: str, table: dict[str, Month]) -> Month | None:
    endings = range(1, _ENDING + 1)
    stems = (name[:-length] for length in endings if len(name) - length > _ENDING)
    return next((table[stem] for stem in stems if stem in table), None)


def _shortened(name: str, table: dict[str, Month]) -> Month | None:
    """The one month whose name begins so: "берез." for "березня"."""
    if len(name) < _SHORTEST:
        return None
    found = {month for full, month in table.items() if full.startswith(name)}
    return found.pop() if len(found) == 1 else None


def script_of(text: str) -> str:
    """The script of the first letter, as Unicode calls it."""
    char = next(filter(str.isalpha, text), "a")
    script = unicodedata.name(char, "LATIN").partition(" ")[0]
    return "CJK" if script in ("HIRAGANA", "KATAKANA") else script


@lru_cache(256)
def locale_of(language: str | None) -> Locale | None:
    try:
        return Locale.parse((language or "en").replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        pass
    primary = re.split("[-_]", language or "")[0]
    return locale_of(primary) if primary != language else None


@lru_cache(256)
def _months_of(language: str | None) -> dict[str, Month]:
    locale = locale_of(language)
    found: dict[str, Month] = {}
    for width in _WIDTHS if locale else ():
        for style in ("format", "stand-alone"):
            for number, name in locale.months[style][width].items():  # type: ignore[union-attr]
                _add(found, name, Calendar.GREGORIAN, number)
    # "martā" for "marts", "მარტს" for "მარტი": what changes at the end is a letter or two.
    for name, month in list(found.items()):
        if len(name) > _ENDING + 1:
            found.setdefault(name[:-1], month)
    return found


def _add(found: dict[str, Month], name: str, calendar: Calendar, number: int) -> None:
    # Catalan and its like give the preposition with the name.
    word = key(re.sub(r"^(?:de |d['’])", "", name).replace("_", " "))
    if word.strip("-") and not any(map(str.isdigit, word)):
        found.setdefault(word, (calendar, number))


@lru_cache(64)
def _months_in(script: str) -> dict[str, Month]:
    found: dict[str, Month] = {}
    for language in LANGUAGES.get(script, "").split():
        found = {**_months_of(language), **found}
    return {**_listed({Calendar.GREGORIAN: _SPELLINGS}), **found}


@lru_cache(1)
def _other_months() -> dict[str, Month]:
    return _listed(_OTHER_CALENDARS)


def _listed(by_calendar: dict[Calendar, str]) -> dict[str, Month]:
    found: dict[str, Month] = {}
    for calendar, lines in by_calendar.items():
        for line in lines.strip().splitlines():
            for number, names in enumerate(line.split(), start=1):
                for name in names.split("/"):
                    _add(found, name, calendar, number)
    return found
