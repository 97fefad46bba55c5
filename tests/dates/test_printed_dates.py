"""Dates that are printed for people: clocks, scripts, calendars, languages, zones, machines."""

import subprocess
import sys
from datetime import timedelta
from zoneinfo import ZoneInfo

from newscrawl.dates import Where, read
from newscrawl.dates.calendars import Calendar, gregorian
from tests.rows import every_row

AFTERNOON = "2026-03-04T14:05:00"
DAY = "2026-03-04"


def reading(printed: str, language: str | None = None, *zones: str) -> str | None:
    is_month_first = language in (None, "en")
    found = read(printed, Where(language, is_month_first, tuple(map(ZoneInfo, zones))))
    if found is None:
        return None
    return found.moment.isoformat() if found.has_time else found.moment.date().isoformat()


@every_row(
    ("printed", "language"),
    [
        ("March 4, 2026, 2:05 PM", "en"),
        ("March 4, 2026 at 2:05 p. m.", "en"),
        ("2:05pm, 4 March 2026", "en"),
        ("Mar 4, 2026 2:05 in the afternoon", "en"),
        ("4 de marzo de 2026, 2:05 p. m.", "es"),
        ("4 de marzo de 2026 a las 2:05 de la tarde", "es"),
        ("4 марта 2026, 2:05 дня", "ru"),
        ("4 Μαρτίου 2026, 2:05 μ.μ.", "el"),
        ("2026년 3월 4일 오후 2:05", "ko"),
        ("2026년 3월 4일 오후 2시 5분", "ko"),
        ("2026.03.04. 오후 2:05", "ko"),
        ("2026.03.04 오후 2:05", "en"),
        ("2026年3月4日下午2:05", "zh"),
        ("2026年3月4日 下午 2时05分", "zh"),
        ("2026年3月4日 午後2時5分", "ja"),
        ("2026年3月4日(水) 午後2時05分", "ja"),
        ("4 مارس 2026 2:05 م", "ar"),
        ("٤ مارس ٢٠٢٦ ٢:٠٥ مساءً", "ar"),
        ("۱۴۰۴/۱۲/۱۳ ۲:۰۵ بعد از ظهر", "fa"),
        ("4 मार्च 2026, 2:05 अपराह्न", "hi"),
        ("4 मार्च 2026 दोपहर 2:05 बजे", "hi"),
        ("৪ মার্চ ২০২৬, দুপুর ২:০৫", "bn"),
        ("4 มีนาคม 2569 บ่าย 2:05", "th"),
        ("2:05 CH, 4/3/2026", "vi"),
        ("4/3/2026 2:05 chiều", "vi"),
        ("4 Mac 2026, 2:05 PTG", "ms"),
        ("4 Mac 2026 2:05 petang", "ms"),
        ("Marso 4, 2026 2:05 ng hapon", "fil"),
        ("2026. március 4. du. 2:05", "hu"),
        ("4. maaliskuuta 2026 2.05 ip.", "fi"),
        ("4 mars 2026 kl. 2:05 em", "sv"),
        ("4 Mart 2026 ÖS 2:05", "tr"),
        ("4 Mars 2026 2:05 MD", "sq"),
        ("৪ মার্চ ২০২৬, ২:০৫ অপরাহ্ণ", "bn"),
        ("४ मार्च २०२६, दुपारी २:०५", "mr"),
        ("4 ਮਾਰਚ 2026, 2:05 ਬਾ.ਦੁ.", "pa"),
        ("ಮಾರ್ಚ್ 4, 2026 2:05 ಅಪರಾಹ್ನ", "kn"),
        ("4 במרץ 2026 2:05 אחה״צ", "he"),
        ("4 maart 2026 om 2:05 ’s middags", "nl"),
        ("4 mart 2026, sagat 2:05 go.soň", "tk"),
        ("4 mars 2026 à 2:05 de l’ap.m.", "fr-CH"),
        ("4 Machị 2026 na 2:05 N’abalị", "ig"),
        ("4 март 2026 г. в 2:05 ч. следобед", "bg"),
        ("4. март 2026. 2:05 по подне", "sr"),
        ("2026年3月4日 昼2:05", "ja"),
        ("4 mart 2026/14:05", "az"),
        ("04.03.2026-14:05", "tr"),
        ("२०२६ मार्च ४: १४:०५", "ne"),
        # The half of the day beside a clock of 24 hours.
        ("2026년 3월 4일 오후 14:05", "ko"),
        ("2026年3月4日下午14:05", "zh"),
        ("March 4, 2026 14:05 PM", "en"),
    ],
)
def test_a_clock_of_twelve_hours_is_read_by_its_half(printed: str, language: str) -> None:
    assert reading(printed, language) == AFTERNOON


@every_row(
    ("printed", "language", "hour"),
    [
        ("March 4, 2026 12:05 a.m.", "en", 0),
        ("March 4, 2026 12:05 p.m.", "en", 12),
        ("2026年3月4日 午後0時05分", "ja", 12),
        ("2026年3月4日 午前0時05分", "ja", 0),
        ("March 4, 2026 0:05 PM", "en", 12),
        ("2026년 3월 4일 오전 12:05", "ko", 0),
        ("2026年3月4日 凌晨2:05", "zh", 2),
        ("2026年3月4日 晚上8:05", "zh", 20),
        ("4 मार्च 2026 रात 10:05", "hi", 22),
        ("4 मार्च 2026 सुबह 8:05", "hi", 8),
        ("4 марта 2026 8:05 вечера", "ru", 20),
        ("4 марта 2026 2:05 ночи", "ru", 2),
        ("4 марта 2026 11:05 ночи", "ru", 23),
        ("4 марта 2026 1:05 утра", "ru", 1),
        ("4 марта 2026 11:05 дня", "ru", 11),
        ("4 марта 2026 1:05 дня", "ru", 13),
        ("4 березня 2026 1:05 ранку", "uk", 1),
        ("4 มีนาคม 2569 1:05 เช้า", "th", 1),
        ("4 มีนาคม 2569 4:05 เย็น", "th", 16),
        ("۴ مارس ۲۰۲۶ ۱:۰۵ صبح", "fa", 1),
        ("4 במרץ 2026 12:05 אחה״צ", "he", 12),
        ("4 de marzo de 2026, 1:05 de la madrugada", "es", 1),
        ("4 de marzo de 2026, 11:05 de la noche", "es", 23),
        ("2026년 3월 4일 밤 12:05", "ko", 0),
        # "At".
        ("4 Mawrth 2026 am 12:05", "cy", 12),
        # The agency, not the morning.
        ("12:05 AP March 4, 2026", "en", 12),
    ],
)
def test_a_part_of_the_day_says_which_hour_is_meant(printed: str, language: str, hour: int) -> None:
    assert reading(printed, language) == f"2026-03-04T{hour:02}:05:00"


@every_row(
    ("printed", "language", "day"),
    [
        # Digits of other scripts.
        ("٤ مارس ٢٠٢٦", "ar", DAY),
        ("४ मार्च २०२६", "hi", DAY),
        ("৪ মার্চ ২০২৬", "bn", DAY),
        ("২০২৬-০৩-০৪", "bn", DAY),
        ("２０２６年３月４日", "ja", DAY),
        ("二〇二六年三月四日", "zh", DAY),
        ("二〇二六年十二月二十五日", "zh", "2026-12-25"),
        # Years since Buddha, of East Asia's eras, and after an apostrophe.
        ("4 มีนาคม 2569", "th", DAY),
        ("๔ มีนาคม ๒๕๖๙", "th", DAY),
        ("4 มี.ค. 69", "th", DAY),
        ("วันพุธที่4มีนาคม2569", "th", DAY),
        ("วันพุธที่ 4 มีนาคม พ.ศ. 2569", "th", DAY),
        ("4/3/2569", "th", DAY),
        ("2569-03-04", "th", DAY),
        ("29 กุมภาพันธ์ 2567", "th", "2024-02-29"),
        ("令和8年3月4日", "ja", DAY),
        ("令和元年五月一日", "ja", "2019-05-01"),
        ("民國115年3月4日", "zh", DAY),
        ("4 Mar '26", "en", DAY),
        # Persian and Hijri years.
        ("۱۳ اسفند ۱۴۰۴", "fa", DAY),
        ("چهارشنبه ۱۳ اسفند ۱۴۰۴", "fa", DAY),
        ("۱۴۰۴/۱۲/۱۳", "fa", DAY),
        ("۱۳۹۹/۱۲/۳۰", "fa", "2021-03-20"),
        ("1404-12-13", "fa", DAY),
        ("15 رمضان 1447 هـ", "ar", DAY),
        ("١٥ رمضان ١٤٤٧", "ar", DAY),
        ("15/9/1447 هـ", "ar", DAY),
        # Ethiopic years, of which every fourth has six days behind its twelve months.
        ("የካቲት 25 ቀን 2018 ዓ.ም", "am", DAY),
        ("መስከረም 1, 2016", "am", "2023-09-12"),
        ("ጳጉሜን 6 ቀን 2015", "am", "2023-09-11"),
        ("ጳጉሜን 6 ቀን 2018", "am", None),
        ("የካቲት 24 ቀን 2018 (ማርች 4, 2026)", "am", DAY),
        # Eritrea's months are ours.
        ("4 ግንቦት 2026", "ti", "2026-05-04"),
        ("4 መጋቢት 2026", None, DAY),
        # Bikram Sambat, in Nepal.
        ("2082-11-20", "ne", DAY),
        ("२०८२ फागुन २० गते", "ne", DAY),
        ("बुधबार, २० फाल्गुन २०८२", "ne", DAY),
        ("Falgun 20, 2082", "en", DAY),
        ("२०८२/११/२०", "ne", DAY),
        ("1 Baisakh 2050", "en", "1993-04-13"),
        ("३२ असार २०८२", "ne", None),
        ("2026-03-04", "ne", DAY),
        # Years of the republic and of eras without their names, and years of two digits.
        ("115-03-04", "zh", DAY),
        ("115年3月4日", "zh", DAY),
        ("115.3.4.5", "zh", None),
        ("R8.3.4", "ja", DAY),
        ("R8年3月4日", "ja", DAY),
        ("H31.4.30", "ja", "2019-04-30"),
        ("26.03.04", "ko", DAY),
        ("26/03/04 (水)", "ja", DAY),
        ("4.3.26", "de", DAY),
        ("3月 4, 2026", "ja", DAY),
        ("03月04日 2026", "zh", DAY),
        # 5 March 2026 is a Thursday, and 3 May a Sunday, which is said as a day is.
        ("3月5日 2026年3月5日", "zh", "2026-03-05"),
        ("3月4日 2018人参加", "zh", None),
        ("H35.3.4", "ja", None),
        ("12.16.2025", "en", "2025-12-16"),
        ("16-12-2025", "en", "2025-12-16"),
        ("2026.03.04.", "ko", DAY),
        ("4.3.26.", "bs", DAY),
        ("4.3.26. 14:05", "hr", "2026-03-04T14:05:00"),
        ("4/3/69", "th", DAY),
        ("4/3/70", "th", "2027-03-04"),
        ("4/3/26", "th", DAY),
        ("4/3/70", "fr", None),
        ("26/03/04", "eu", DAY),
        ("2026 ел, 4 март", "tt", DAY),
        # Beside a day of our calendar, that one counts: the other depends on the country.
        ("الأربعاء 15 رمضان 1447 هـ - 4 مارس 2026 م", "ar", DAY),
        ("14 رمضان 1447 - 4 آذار 2026", "ar", DAY),
    ],
)
def test_digits_and_years_of_other_scripts_and_calendars_are_read(
    printed: str, language: str | None, day: str | None
) -> None:
    assert reading(printed, language) == day


@every_row(
    ("printed", "language", "month"),
    [
        ("2026. gada 4. marts", "lv", 3),
        ("2026. gada 4. martā", "lv", 3),
        ("4. jūnijā, 2026", "lv", 6),
        ("4 de març de 2026", "ca", 3),
        ("4 III 2026", "pl", 3),
        ("4.XII.2026", "ro", 12),
        ("2026. III. 4.", "hu", 3),
        ("4-VIII-2026", "it", 8),
        ("4 берез. 2026", "uk", 3),
        ("4 Augu. 2026", "de", 8),
        ("4 settem. 2026", "it", 9),
        ("4 augus 2026", "nl", 8),
        ("4 ta' Marzu 2026", "mt", 3),
        ("៤ មិនា ២០២៦", "km", 3),
        ("令和8.3.4", "ja", 3),
        ("民國 115/03/04", "zh", 3),
        ("4 d’abril del 2026", "ca", 4),
        ("4 Ogos 2026", "ms", 8),
        ("ika-4 ng Marso 2026", "fil", 3),
        ("Hunyo 4, 2026", "fil", 6),
        ("၂၀၂၆ ခုနှစ် မတ်လ ၄ ရက်", "my", 3),
        ("၄ ဩဂုတ် ၂၀၂၆", "my", 8),
        ("ថ្ងៃទី៤ ខែមីនា ឆ្នាំ២០២៦", "km", 3),
        ("04 សីហា 2026", "km", 8),
        ("৪ আগস্ট, ২০২৬", "bn", 8),
        ("4 მარტი, 2026", "ka", 3),
        ("4 აგვისტოს 2026", "ka", 8),
        ("4 ມີນາ 2026", "lo", 3),
        ("4 ማርች 2026", "am", 3),
        ("2026 මාර්තු 4", "si", 3),
        ("மார்ச் 4, 2026", "ta", 3),
        ("2026ko martxoaren 4a", "eu", 3),
        ("2026(e)ko martxoaren 4a", "eu", 3),
        ("4ú Márta 2026", "ga", 3),
        ("2026 йил 4 март", "uz", 3),
        ("4-a de marto 2026", "eo", 3),
        ("4 Márta 2026", "ga", 3),
        ("2026 оны 3-р сарын 4", "mn", 3),
        ("2026 жылғы 4 наурыз", "kk", 3),
        ("4 mart 2026-cı il", "az", 3),
        ("2026-yil 4-mart", "uz", 3),
        ("ngày 4 tháng 3 năm 2026", "vi", 3),
        ("Thứ tư, 4 tháng 3, 2026", "vi", 3),
        # In the genitive, by other names, without marks, in a page that names another language.
        ("4 Ιανουαρίου 2026", "el", 1),
        ("4 stycznia 2026", "pl", 1),
        ("4. února 2026", "cs", 2),
        ("4 лютого 2026 р.", "uk", 2),
        ("4 listopada 2026", "pl", 11),
        ("4. listopada 2026.", "hr", 10),
        ("4. Jänner 2026", "de", 1),
        ("4 de setiembre de 2026", "es", 9),
        ("4 آذار 2026", "ar", 3),
        ("4 كانون الثاني 2026", "ar", 1),
        ("4 تشرين الأول 2026", "ar", 10),
        ("4 أبريل/نيسان 2026", "ar", 4),
        ("4 أبريل (نيسان) 2026", "ar", 4),
        ("4 جانفي 2026", "ar", 1),
        ("4 غشت 2026", "ar", 8),
        ("4 במרץ, 2026", "he", 3),
        ("4 fevrier 2026", "fr", 2),
        ("4 марта 2026", "en", 3),
        ("4. marts 2026", "en", 3),
        ("4 o Fai 2026", "cy", 5),
        ("4ydd o Fawrth 2026", "cy", 3),
        ("4mh den Mhàrt 2026", "gd", 3),
        ("2026-cı il 4 mart", "az", 3),
        ("2026 m. kovo mėn. 4 d.", "lt", 3),
        ("3-р сарын 4, 2026", "mn", 3),
        ("04 മാര്‍ച്ച് 2026", "ml", 3),
        ("04 മാർച്ച് 2026", "ml", 3),
        ("04 ઓગસ્ટ 2026", "gu", 8),
        ("4 ga Maris 2026", "ha", 3),
        ("4 มีนาคม 2026", "en", 3),
    ],
)
def test_a_month_is_known_in_any_language_and_form(printed: str, language: str, month: int) -> None:
    assert reading(printed, language) == f"2026-{month:02}-04"


@every_row(
    ("printed", "zone", "read"),
    [
        ("Wed, 04 Mar 2026 14:05:00 WIB", None, f"{AFTERNOON}+07:00"),
        ("4 Maret 2026 14:05 WITA", None, f"{AFTERNOON}+08:00"),
        ("4 марта 2026 в 14:05 (МСК)", None, f"{AFTERNOON}+03:00"),
        ("4 March 2026 14:05 NPT", None, f"{AFTERNOON}+05:45"),
        ("2026-03-04 14:05 (GMT+7)", None, f"{AFTERNOON}+07:00"),
        ("14:05, 04/03/2026 (GMT+7)", None, "2026-04-03T14:05:00+07:00"),
        ("4. März 2026, 14.05 Uhr MEZ", None, f"{AFTERNOON}+01:00"),
        ("4. März 2026, 14:05 Uhr (MEZ)", None, f"{AFTERNOON}+01:00"),
        # Another hour in summer.
        ("March 4, 2026, 2:05 p.m. ET", None, f"{AFTERNOON}-05:00"),
        ("July 4, 2026, 2:05 p.m. ET", None, "2026-07-04T14:05:00-04:00"),
        ("March 4, 2026, 2:05 p.m. Eastern", None, f"{AFTERNOON}-05:00"),
        # Short for several: the one where the outlet is.
        ("March 4, 2026 14:05 IST", "Asia/Kolkata", f"{AFTERNOON}+05:30"),
        ("March 4, 2026 14:05 IST", "Asia/Jerusalem", f"{AFTERNOON}+02:00"),
        ("July 4, 2026 14:05 IST", "Europe/Dublin", "2026-07-04T14:05:00+01:00"),
        ("March 4, 2026 14:05 EST", "Australia/Brisbane", f"{AFTERNOON}+10:00"),
        ("March 4, 2026 14:05 CST", "Asia/Shanghai", f"{AFTERNOON}+08:00"),
        ("March 4, 2026 14:05 CST", None, f"{AFTERNOON}-06:00"),
        ("March 4, 2026 14:05 BST", "Asia/Dhaka", f"{AFTERNOON}+06:00"),
        # Of a zone that nobody knows, the day is sure and the time is not.
        ("March 4, 2026 14:05 IST", None, DAY),
        ("Wed, 04 Mar 2026 14:05:00 XYZ", None, DAY),
        ("2026-03-04 14:05 QQT", None, DAY),
        ("March 4, 2026 14:05 (LMT)", None, DAY),
        ("March 4, 2026, 2:05 p.m. E.T.", None, f"{AFTERNOON}-05:00"),
        # By the place that it is called after.
        ("March 4, 2026, 2:05 p.m. New York time", None, f"{AFTERNOON}-05:00"),
        ("July 4, 2026, 2:05 p.m. New York Time", None, "2026-07-04T14:05:00-04:00"),
        ("March 4, 2026 14:05 Kyiv time", None, f"{AFTERNOON}+02:00"),
        ("March 4, 2026 14:05 (Singapore time)", None, f"{AFTERNOON}+08:00"),
        ("March 4, 2026 14:05 Central European Time", None, f"{AFTERNOON}+01:00"),
        ("March 4, 2026 14:05 Eastern Standard Time", None, f"{AFTERNOON}-05:00"),
        ("4. März 2026, 14:05 Uhr Moskauer Zeit", None, f"{AFTERNOON}+03:00"),
        ("4. März 2026, 14:05 Uhr (New Yorker Zeit)", None, f"{AFTERNOON}-05:00"),
        ("March 4, 2026 à 14h05, heure de Paris", None, f"{AFTERNOON}+01:00"),
        ("March 4, 2026 à 14h05 (heure de Montréal)", None, f"{AFTERNOON}-05:00"),
        ("March 4, 2026, 14:05 hora de Madrid", None, f"{AFTERNOON}+01:00"),
        ("March 4, 2026, 14:05 (hora peninsular)", None, f"{AFTERNOON}+01:00"),
        ("March 4, 2026, 14h05 (horário de Brasília)", None, f"{AFTERNOON}-03:00"),
        ("March 4, 2026, ore 14:05 (ora di Mosca)", None, f"{AFTERNOON}+03:00"),
        ("4 марта 2026, 14:05 по московскому времени", None, f"{AFTERNOON}+03:00"),
        ("4 марта 2026, 14:05 по мск", None, f"{AFTERNOON}+03:00"),
        ("4 березня 2026, 14:05 за Києвом", None, f"{AFTERNOON}+02:00"),
        ("4 marca 2026, 14:05 czasu polskiego", None, f"{AFTERNOON}+01:00"),
        ("4 مارس 2026 14:05 بتوقيت القاهرة", None, f"{AFTERNOON}+02:00"),
        ("4 مارس 2026 14:05 (بتوقيت مكة المكرمة)", None, f"{AFTERNOON}+03:00"),
        ("2026-03-04 14:05（北京时间）", None, f"{AFTERNOON}+08:00"),
        ("2026年3月4日 14:05 日本時間", None, f"{AFTERNOON}+09:00"),
        ("March 4, 2026 14:05 Ukraine time", None, f"{AFTERNOON}+02:00"),
        ("4. März 2026, 14:05 Uhr Ukrainischer Zeit", None, f"{AFTERNOON}+02:00"),
        ("March 4, 2026 14:05 Indiana time", None, f"{AFTERNOON}-05:00"),
        ("March 4, 2026 14:05 Indianapolis time", None, f"{AFTERNOON}-05:00"),
        ("March 4, 2026 14:05 Indian Standard Time", None, f"{AFTERNOON}+05:30"),
        ("March 4, 2026 14:05 British Columbia time", None, f"{AFTERNOON}-08:00"),
        ("March 4, 2026 14:05 Central Indonesia Time", None, f"{AFTERNOON}+08:00"),
        ("March 4, 2026, 14:05 (hora central europea)", None, f"{AFTERNOON}+01:00"),
        ("March 4, 2026, 14:05 (horário central europeu)", None, f"{AFTERNOON}+01:00"),
        ("March 4, 2026, ore 14:05 (ora centrale europea)", None, f"{AFTERNOON}+01:00"),
        ("March 4, 2026 à 14:05, heure de l'Estonie", None, f"{AFTERNOON}+02:00"),
        ("2026-03-04 14:05（美国东部时间）", None, f"{AFTERNOON}-05:00"),
        # Of a place that nobody knows, as of a zone.
        ("March 4, 2026 14:05 Eastern Australia time", None, DAY),
        ("March 4, 2026 14:05 Central Asia time", None, DAY),
        ("March 4, 2026 14:05 Georgia time", None, DAY),
        ("March 4, 2026 14:05 Harborville time", None, DAY),
        # What is no zone.
        ("March 4, 2026 14:05 local time", None, AFTERNOON),
        ("March 4, 2026 14:05 Reading time: 3 min", None, AFTERNOON),
        ("March 4, 2026 14:05 | Last time", None, AFTERNOON),
        ("March 4, 2026 14:05 Approx. reading time: 3 min", None, AFTERNOON),
        ("March 4, 2026 14:05 | Show Time", None, AFTERNOON),
        ("4 марта 2026, 14:05 По Москве прошёл дождь", None, AFTERNOON),
        ("March 4, 2026, 14:05 Ora Londra decide", None, AFTERNOON),
        ("4. März 2026, 14:05 Uhr Ortszeit", None, AFTERNOON),
        ("March 4, 2026 à 14:05, heure locale", None, AFTERNOON),
        ("14:05 WED, MARCH 4, 2026", None, AFTERNOON),
        ("4. März 2026, 14:05 UHR", None, AFTERNOON),
        ("14:05 MARCH 4, 2026", None, AFTERNOON),
    ],
)
def test_a_zone_is_known_by_its_name_where_the_outlet_is(
    printed: str, zone: str | None, read: str
) -> None:
    assert reading(printed, "en", *filter(None, [zone])) == read


@every_row(
    ("printed", "read"),
    [
        ("1772600000", "2026-03-04T04:53:20+00:00"),
        ("1772600000000", "2026-03-04T04:53:20+00:00"),
        ("1772600000000000", "2026-03-04T04:53:20+00:00"),
        ("1772600000.25", "2026-03-04T04:53:20+00:00"),
        ("/Date(1772600000000)/", "2026-03-04T04:53:20+00:00"),
        ("/Date(1772600000000+0100)/", "2026-03-04T04:53:20+00:00"),
        ("20260304140500", AFTERNOON),
        ("202603041405", AFTERNOON),
        ("20260304", DAY),
        (
            "Wed Mar 04 2026 14:05:00 GMT+0100 (Central European Standard Time)",
            f"{AFTERNOON}+01:00",
        ),
        ("Wed Mar 04 2026 14:05:00 GMT-0500 (EST)", f"{AFTERNOON}-05:00"),
        ("Wed Mar 04 2026", DAY),
        ("Wed, 04 Mar 2026 14:05:00 GMT", f"{AFTERNOON}+00:00"),
        ("3/4/2026, 2:05:00 PM", AFTERNOON),
        ("2026-03-04T14:05:00.123456789Z", f"{AFTERNOON}.123456+00:00"),
        ("2569-03-04T14:05:00+07:00", f"{AFTERNOON}+07:00"),
        ("2026:03:04 14:05:00", AFTERNOON),
        ("2026-W10-3", DAY),
        ("2026-W10-3T14:05:00+01:00", f"{AFTERNOON}+01:00"),
        ("4 March 2026, 1405 GMT", f"{AFTERNOON}+00:00"),
        ("March 4, 2026 1405 hrs", AFTERNOON),
    ],
)
def test_what_programs_print_is_a_date(printed: str, read: str) -> None:
    assert reading(printed, "en") == read


@every_row(
    ("printed", "language", "offset"),
    [
        ("۴ مارس ۲۰۲۶ ۱۴:۰۵ به وقت گرینویچ", "fa", "+00:00"),
        ("۴ مارس ۲۰۲۶ ساعت ۱۴:۰۵ به وقت تهران", "fa", "+03:30"),
        ("4 مارس 2026 14:05 غرينتش", "ar", "+00:00"),
        ("4 март 2026 г., 14:05 ч. Гринуич", "bg", "+00:00"),
        ("4 marca 2026 14:05 czasu warszawskiego", "pl", "+01:00"),
        ("4 Μαρτίου 2026 14:05 (ώρα Ελλάδας)", "el", "+02:00"),
        ("4 Mart 2026 14:05 Türkiye saatiyle", "tr", "+03:00"),
        ("4 mars 2026, 14 h 05 HNE", "fr-CA", "-05:00"),
        ("Publié à 14h05 HNE, 4 mars 2026", "fr-CA", "-05:00"),
        ("4 mars 2026 14h05 HE", "fr-CA", "-05:00"),
    ],
)
def test_a_zone_is_known_as_its_language_names_it(printed: str, language: str, offset: str) -> None:
    assert reading(printed, language) == f"{AFTERNOON}{offset}"


@every_row(
    ("printed", "language"),
    [
        ("4 March", "en"),
        ("12 dead in March 2026", "en"),
        ("March 2026", "en"),
        ("31 February 2026", "en"),
        ("32 มีนาคม 2569", "th"),
        ("۳۱ اسفند ۱۴۰۴", "fa"),
        ("31 رمضان 1447", "ar"),
        ("13/13/1404", "fa"),
        ("3 Marys 2026", "en"),
        ("3 Ju 2026", "en"),
        ("3 XIII 2026", "la"),
        ("4 iii 2026", "pl"),
        ("2026-W60-3", "en"),
        ("2026:03:99 14:05:00", "en"),
        ("1404/12/13", "en"),
    ],
)
def test_what_names_no_day_is_none(printed: str, language: str) -> None:
    assert reading(printed, language) is None


@every_row(
    ("calendar", "years", "last"),
    [
        (Calendar.PERSIAN, range(1340, 1440), 12),
        (Calendar.ETHIOPIC, range(1940, 2040), 13),
        (Calendar.BIKRAM, range(2050, 2083), 12),
    ],
)
def test_years_follow_each_other_without_a_gap(calendar: Calendar, years: range, last: int) -> None:
    for year in years:
        days = [day for day in range(1, 33) if is_day(calendar, year, last, day)]
        end = gregorian(calendar, year, last, days[-1])
        assert gregorian(calendar, year + 1, 1, 1) == end + timedelta(days=1)


def is_day(calendar: Calendar, year: int, month: int, day: int) -> bool:
    try:
        return gregorian(calendar, year, month, day) is not None
    except ValueError:
        return False


@every_row(
    ("printed", "read"),
    [
        ("4 March 2026 (updated 5 March 2026, 10:00)", DAY),
        ("4 marzo 2026 (modifica il 5 marzo 2026 | 10:00)", DAY),
        ("4 marzo 2026 (modifica il 5 marzo, 10:00)", DAY),
        ("4 March 2026 | Updated Mar. 5 at 10.00", DAY),
        ("04.03.2026 (aktualisiert 05.03., 10:00 Uhr)", DAY),
        ("2026년 3월 4일 (수정 3월 5일 10:00)", DAY),
        ("4 March 2026, 14.05, updated 5 March, 10:00", AFTERNOON),
        ("4 March 2026 | 5 min read | 14:05", AFTERNOON),
        ("2026-03-04 | 2026-03-05 10:00", DAY),
        ("4 March 2026, 14:05, updated 5 March 2026, 10:00", AFTERNOON),
        ("4 March 2026 - 4 March 2026 14:05", AFTERNOON),
        ("۱۳ اسفند ۱۴۰۴ - 4 مارس 2026 - ۱۴:۰۵", AFTERNOON),
    ],
)
def test_the_time_of_another_day_is_not_this_days(printed: str, read: str) -> None:
    assert reading(printed) == read


def test_names_are_loaded_when_a_date_in_words_is_read_and_not_before() -> None:
    code = (
        "import sys; from newscrawl.extract.dates.dates_in_utc import read_date;"
        "read_date('2026-03-04T14:05:00+01:00', 'UTC'); read_date('1772600000', 'UTC');"
        "from newscrawl.dates import months; print(months._months_of.cache_info().currsize)"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert loaded.stdout.strip() == "0"


@every_row(
    ("printed", "language", "month", "day"),
    [
        ("Wed, 03/04/2026 - 17:00", "en-GB", 3, 4),
        ("mer, 03/04/2026 - 17:00", "fr", 3, 4),
        ("mié, 03/04/2026 - 17:00", "es", 3, 4),
        ("śr., 03/04/2026", "pl", 3, 4),
        ("Wed, 03.04.2026", "de", 3, 4),
        ("3/4/2026 (Wed)", "en-GB", 3, 4),
        ("Friday 3/4/2026", "en", 4, 3),
        ("vie, 03/04/2026", "es", 4, 3),
        # Of neither day: as is usual in the language.
        ("Mon, 03/04/2026", "fr", 4, 3),
        ("Posted 03/04/2026", "en", 3, 4),
        ("Wed, 04/04/2026", "fr", 4, 4),
        ("01/04/2026(日)", "ja", 1, 4),
        ("01/04/2026, Sun. - 17:00", "en-GB", 1, 4),
        # What begins a headline, a name or an initial like a weekday's.
        ("01.04.2026 | So viel kostet die Fahrt", "de", 4, 1),
        ("01/06/2026 | Mar del Plata", "es", 6, 1),
        ("01/05/2026, L. Dupont", "fr", 5, 1),
        ("Section T 01/06/2026", "en-GB", 6, 1),
    ],
)
def test_the_weekday_tells_the_month_from_the_day(
    printed: str, language: str, month: int, day: int
) -> None:
    assert (reading(printed, language) or "")[:10] == f"2026-{month:02}-{day:02}"


@every_row(
    ("printed", "read"),
    [
        ("2026-03-04T:14:05:00", AFTERNOON),
        ("2026-03-0414:05:00", AFTERNOON),
        ("2026-03-04T14:05:00 01:00", f"{AFTERNOON}+01:00"),
        ("2026-03-03T24:00:00Z", "2026-03-04T00:00:00+00:00"),
        ("2026-03-04T14", "2026-03-04T14:00:00"),
        ("2026‑03‑04", DAY),
        ("2026–03–04", DAY),
        ("04–03–2026", DAY),
    ],
)
def test_what_is_nearly_a_programs_date_is_read(printed: str, read: str) -> None:
    assert reading(printed, "de") == read
