from newscrawl.extract.fields.bylines import persons
from newscrawl.extract.fields.seen_bylines import persons_seen
from tests.rows import every_row


@every_row(
    ("byline", "names"),
    [
        ("By Ann Lee, Bo Ray and Cy Doe", ("Ann Lee", "Bo Ray", "Cy Doe")),
        ("Von Max Stein und Eva Kern", ("Max Stein", "Eva Kern")),
        ("Par Luc Petit et Zoé Roy", ("Luc Petit", "Zoé Roy")),
        ("Ana Ruiz y Luis Gil", ("Ana Ruiz", "Luis Gil")),
        ("José Ortega y Gasset", ("José Ortega y Gasset",)),
        ("Анна Орлова и Иван Белов", ("Анна Орлова", "Иван Белов")),
        ("Автор: Анна Орлова", ("Анна Орлова",)),
        ("Олена Коваль та Іван Білий", ("Олена Коваль", "Іван Білий")),
        ("Andy Sandyman", ("Andy Sandyman",)),
        ("Byron Vonnegut", ("Byron Vonnegut",)),
        ("Ann Lee, Senior Reporter", ("Ann Lee",)),
        ("Ann Lee / AFP", ("Ann Lee",)),
        ("REUTERS", ()),
        ("ann@paper.test", ()),
        ("https://paper.test/ann", ()),
        ("The Paper", ()),
        ("Ann Lee; ann lee", ("Ann Lee",)),
        ("山田 太郎", ("山田 太郎",)),
        ("", ()),
        ("x" * 80, ()),
        ("By Ann Lee, " * 100_000, ()),
        ("Ann Lee (ale)", ("Ann Lee",)),
        ("Ann Lee in London", ("Ann Lee",)),
        ("Sports Desk", ()),
        ("paper.test", ()),
        ("Ann Lee, South The Paper", ("Ann Lee",)),
        ("Ann Lee The Associated Press", ("Ann Lee",)),
        ("The Canadian Press", ()),
        ("Ann Lee, National Institute of Snow and Slow Rain", ("Ann Lee",)),
    ],
)
def test_a_byline_names_persons(byline: str, names: tuple[str, ...]) -> None:
    assert persons([byline], ["the paper"]) == names


@every_row(
    ("line", "names"),
    [
        ("By Ann Lee and Bo Ray, PAPER", ("Ann Lee", "Bo Ray")),
        ("Ann Lee Ann Lee Published: December 20, 2023", ("Ann Lee",)),
        ("von Max Stein, PAPER NORD Stand: 28. April 2023", ("Max Stein",)),
        ("松岡大地 フォロー", ("松岡大地",)),
        ("Jan Maria Stein, April Ray Sept. 3, 2024", ("Jan Maria Stein", "April Ray")),
        ("Par Luc Petit le 7 mai 2020", ("Luc Petit",)),
        ("By Ann Lee and Bo Ray on December 21, 2023", ("Ann Lee", "Bo Ray")),
        ("21.12.2023, 15:53 von Max Stein", ("Max Stein",)),
        ("Datum: 21.12.2023 Autor: Max Stein Quelle: Papier", ("Max Stein",)),
        ("Bericht von Max Stein", ("Max Stein",)),
        ("Ana Ruiz y Luis Gil Hace 13 horas", ("Ana Ruiz", "Luis Gil")),
        ("[ 田中太郎， PAPER]", ("田中太郎",)),
        ("Dec. 19, 2025 · Ann Lee", ("Ann Lee",)),
        ("17. Mai 2025 – Max Stein", ("Max Stein",)),
        ("2025-12-17 | Ana Ruiz y Luis Gil", ("Ana Ruiz", "Luis Gil")),
        ("May 3, 2024 at 3:15 PM", ()),
        ("Full Bio", ()),
        ("Share on Facebook", ()),
        ("a word in lower case", ()),
        ("3 min read", ()),
    ],
)
def test_a_line_that_readers_see_names_only_what_looks_like_a_name(
    line: str, names: tuple[str, ...]
) -> None:
    assert persons_seen([line]) == names
