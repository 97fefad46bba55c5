"""Parts that a React page sends late are read where the page's script puts them."""

import time

from newscrawl import read_article
from tests.rows import every_row

URL = "https://www.harbor.test/story"
SAID = [
    "The ferry to the northern islands stopped on Tuesday in the middle of the strait.",
    "Nobody was hurt, the harbor master said, and a tug would bring all of them home.",
    "The company has two other boats, but both are in a dock until the end of the month.",
    "Fishermen offered to carry mail and medicine to the islands until it is running again.",
]
P = [f"<p>{said}</p>" for said in SAID]
BEGIN, END = "<!--$?-->", "<!--/$-->"


def read(inside: str, behind: str) -> list[str]:
    page = (
        f"<title>The Ferry</title><body><main><article><h1>The Ferry</h1>{inside}</article></main>"
        f"<footer>Harbor</footer>{behind}</body>"
    )
    return [block.text for block in read_article(page.encode(), URL).blocks]


def late(number: str, inside: str) -> str:
    return f'<div hidden id="S:{number}">{inside}</div>'


def place(number: str, waiting: str = "") -> str:
    return f'{BEGIN}<template id="B:{number}"></template>{waiting}{END}'


@every_row(
    ("inside", "behind"),
    [
        (P[0] + place("0") + P[3], late("0", P[1] + P[2])),
        (P[0] + place("0", "<p>Loading the rest of this story, please wait.</p>") + P[3],
         late("0", P[1] + P[2])),
        (P[0] + place("0") + P[2] + place("1"), late("1", P[3]) + late("0", P[1])),
        (P[0] + place("0") + P[3], late("0", P[1] + place("1")) + late("1", P[2])),
        (P[0] + place("0") + P[3], late("1", P[2]) + late("0", P[1] + place("1"))),
        (P[0] + place("0") + P[3],
         late("5", P[1] + P[2]) + '<script>$RC("B:0","S:5")</script>'),
        (P[0] + '<template id="P:a"></template>' + P[3],
         late("a", P[1] + P[2]) + '<script>$RS("S:a","P:a")</script>'),
        (place("0"), late("0", "".join(P))),
    ],
)  # fmt: skip
def test_a_late_part_is_read_where_its_placeholder_stands(inside: str, behind: str) -> None:
    assert read(inside, behind) == SAID


def test_a_part_without_a_placeholder_is_read_where_it_is() -> None:
    assert read("", late("0", "".join(P))) == SAID


def test_parts_that_hold_each_others_places_cost_no_time() -> None:
    chain = "".join(
        late(f"{at:x}", f"<p>{SAID[0]}</p>" + place(f"{at - 1:x}")) for at in range(400)
    )
    started = time.process_time()
    read("".join(P), chain)
    assert time.process_time() - started < 1
