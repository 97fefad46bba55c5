"""A labelled set: appeals, and what outlets repeat that is journalism, each with what changes.

The texts lie in ``labelled/``, one case after the other::

    en everywhere: If you can, chip in {sum} today. | It takes a minute.

A case begins with its language and the way it is repeated; ``|`` stands between its blocks, and
``{…}`` for what changes from article to article.
"""

import random
import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.boilerplate.counting import FIRST, Shown, article

#: Articles that an outlet publishes in a week, one or two a day.
_A_WEEK = 10
_BEGIN = re.compile(r"([a-z]{2}) (everywhere|story|series): (.*)")
_CHANGES = {
    "en": ("${n}", "Vera Hollis,Ian Brodd,Ann Tolm,Joe Saven", "Lenwick,Karsk,Dunmore,Easton"),
    "ru": ("{n}00 рублей", "Вера Лугова,Инна Бродова,Анна Толм,Яна Савен", "Карск,Бродск,Сорок"),
    "uk": ("{n}0 гривень", "Віра Лугова,Інна Бродська,Ганна Коваль", "Карська,Дубна,Рудника"),
    "de": ("{n} Euro", "Vera Holl,Jan Brodt,Anne Thalm,Uwe Saven", "Lenwick,Karsk,Dünfeld"),
    "fr": ("{n} €", "Vera Hollis,Jean Brode,Anne Thalme,Luc Saven", "Lenvic,Carsque,Dunes"),
    "es": ("{n} euros", "Vera Lugo,Juan Brodo,Ana Tolmo,Luis Savén", "Lenvico,Carsco,Dunas"),
    "it": ("{n} euro", "Vera Lughi,Gianni Brodi,Anna Tolmi,Luca Savi", "Lenvico,Carsco,Dune"),
    "pl": ("{n} zł", "Wera Lugowa,Jan Brodzki,Anna Tolm", "Lenwika,Karska,Dubna"),
    "tr": ("{n} lira", "Vera Lugo,Can Brod,Ayşe Tolm", "Lenvik,Karsk,Dubna"),
}
_DAYS = {
    "day": "Monday,Friday,Sunday",
    "day_ru": "пятницу,субботу,неделю",
    "day_de": "Montag,Freitag,Sonntag",
    "day_fr": "lundi,vendredi,dimanche",
    "day_es": "lunes,viernes,domingo",
    "day_it": "lunedì,venerdì,domenica",
}
_DATES = {
    "en": "{n} March",
    "ru": "{n} марта",
    "uk": "{n} травня",
    "de": "{n}. April",
    "fr": "{n} mai",
    "es": "{n} de mayo",
    "it": "{n} maggio",
    "pl": "{n} maja",
    "tr": "{n} mayıs",
}
_SENTENCES = {
    "en": "The river froze early and nobody was told.|Three mayors were jailed this spring.|The "
    "new law leaves courts no choice.",
    "ru": "Суд над учителем закрыли от публики.|Зарплаты на шахте не платят с зимы.|Новый закон "
    "приняли за один день.",
    "uk": "Міст досі не відбудували.|У школах немає тепла з осені.|Суд відклали вже вчетверте.",
    "de": "Das Werk schließt im Herbst.|Die Akten blieben jahrelang liegen.|Niemand hat die "
    "Anwohner gefragt.",
    "fr": "L'usine fermera cet automne.|Les dossiers ont disparu.|Personne n'a prévenu le village.",
    "es": "La fábrica cerrará en otoño.|Los expedientes han desaparecido.|Nadie avisó al pueblo.",
    "it": "La fabbrica chiude in autunno.|Nessuno ha avvisato il paese.",
    "pl": "Fabrykę zamkną jesienią.|Nikt nie uprzedził mieszkańców.",
    "tr": "Fabrika sonbaharda kapanıyor.|Kimse köye haber vermedi.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Blocks that an outlet repeats ``everywhere``, in one ``story``, or in a ``series``."""

    language: str
    way: str
    blocks: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.language}: {' | '.join(self.blocks)}"

    def said(self, number: int) -> tuple[str, ...]:
        """The blocks as the article of this number shows them."""
        chance = random.Random(f"{self} {number}")
        return tuple(_filled(block, self.language, chance) for block in self.blocks)


def cases(name: str) -> list[Case]:
    """Those of a file of ``labelled/``."""
    file = Path(__file__).parent / "labelled" / f"{name}.txt"
    found: list[list[str]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if begins := _BEGIN.match(line):
            found.append(list(begins.groups()))
        elif line.startswith(" "):
            found[-1][2] += " " + line.strip()
    return [
        Case(language=language, way=way, blocks=tuple(map(str.strip, text.split("|"))))
        for language, way, text in found
    ]


def outlet_of(case: Case) -> list[Shown]:
    """All that an outlet of one case published.

    Even what is told in one story or series comes often enough to be taken for an appeal, if it
    were not for what it says.
    """
    weeks, has_it = {
        "everywhere": (8, lambda number: number % 4 != 3),
        "story": (3, lambda number: number % 2),
        "series": (12, lambda number: number % 8 == 1),
    }[case.way]
    return [
        article(
            number,
            case.said(number) if has_it(number) else (),
            FIRST + timedelta(days=number * 7 // _A_WEEK),
            at=7 if number % 3 else 4,
        )
        for number in range(weeks * _A_WEEK)
    ]


def _filled(text: str, language: str, chance: random.Random) -> str:
    money, names, cities = _CHANGES[language]
    given = {name: chance.choice(days.split(",")) for name, days in _DAYS.items()}
    given |= {
        "sum": money,
        "name": chance.choice(names.split(",")),
        "city": chance.choice(cities.split(",")),
        "date": _DATES[language],
        "sentence": chance.choice(_SENTENCES[language].split("|")),
        "topic": chance.choice(("the flood", "elections", "the river port")),
        "agency": chance.choice(("AP", "Reuters", "AFP")),
        "bot": chance.choice(("@northbot", "@north_news_bot")),
    }
    for name, value in given.items():
        text = text.replace("{" + name + "}", value)
    return re.sub(r"\{n\}", lambda _: str(chance.randint(2, 99)), text)
