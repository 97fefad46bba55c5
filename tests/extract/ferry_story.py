"""A short story in several languages, for pages that hold it in many forms."""

from tests.rows import every_row

URL = "https://www.harbor.test/story"
SAID = {
    "en": ("The ferry to the northern islands stopped on Tuesday in the middle of the strait.",
           "Nobody was hurt, the harbor master said, and a tug would bring all of them home.",
           "The company has two other boats, but both are in a dock until the month is over."),
    "de": ("Die Fähre zu den nördlichen Inseln blieb am Dienstag mitten in der Meerenge stehen.",
           "Niemand wurde verletzt, sagte die Hafenmeisterin, ein Schlepper bringe alle heim.",
           "Die Reederei hat zwei weitere Schiffe, doch beide liegen bis zum Monatsende im Dock."),
    "ru": ("Паром на северные острова остановился во вторник посреди пролива из-за двигателя.",
           "Никто не пострадал, сказала начальница порта, и буксир доставит всех домой.",
           "У компании есть ещё два судна, но оба стоят в доке до самого конца месяца."),
}  # fmt: skip
EACH = every_row("language", SAID)
