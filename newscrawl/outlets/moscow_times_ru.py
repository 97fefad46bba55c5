"""The Moscow Times in Russian: the same pages, with numbers and addresses of their own."""

from dataclasses import replace

from newscrawl.boilerplate import Field, Rule, Says
from newscrawl.boilerplate.rules.sequence_rule import InOrder, sure, then
from newscrawl.outlet import Feed
from newscrawl.outlets.moscow_times import DATED
from newscrawl.outlets.moscow_times import OUTLET as ENGLISH

#: Labels that the state forces on the outlet, and what only this service prints.
RUSSIAN_RULES: tuple[Rule, ...] = (
    Says("reading-time", r"^Время чтения: ?\d{1,3} мин(?:\.|ут[аы]?)?$"),
    InOrder(
        "legal-label",
        (
            sure(r"^(?:18\+ ?)?НАСТОЯЩИЙ МАТЕРИАЛ \(ИНФОРМАЦИЯ\) .{0,60}ПРОИЗВЕД[ЕЁ]Н"),
            sure(
                r"^(?:18\+ ?)?ДАННОЕ СООБЩЕНИЕ \(МАТЕРИАЛ\) СОЗДАНО И \(ИЛИ\) РАСПРОСТРАНЕНО"
                r" ИНОСТРАННЫМ"
            ),
            sure(r"^ЛИБО КАСАЕТСЯ ДЕЯТЕЛЬНОСТИ ИНОСТРАННОГО АГЕНТА\b"),
            then(r"^\(?18\+\)?\.?$"),
        ),
        fills=Field.LEGAL_LABEL,
    ),
    Says(
        "legal-footnote",
        r"^\*{1,3} ?(?:Власти|Минюст)\b.{0,40}\b(?:считают|признали?|внесли?)"
        r" .{0,40}ино(?:агент|странн)",
        fills=Field.LEGAL_LABEL,
    ),
)

OUTLET = replace(
    ENGLISH,
    name="moscow_times_ru",
    title="The Moscow Times in Russian",
    home="https://ru.themoscowtimes.com",
    language="ru",
    # Where the service lived before: slugs and numbers are the same on each.
    aliases=(
        "www.themoscowtimes.com/ru",
        "themoscowtimes.com/ru",
        "www.moscowtimes.ru",
        "moscowtimes.ru",
    ),
    hosts=("static.moscowtimes.ru",),
    sources=(Feed("/rss/news"), Feed("/rss/opinion"), Feed("/rss/ft")),
    articles=(DATED,),
    boilerplate=(*RUSSIAN_RULES, *ENGLISH.boilerplate),
)
