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
        ("Eva von und zu Stein und Zu Yang", ("Eva von und zu Stein", "Zu Yang")),
        ("S. Ramesh a/l Raman / Bo Ray", ("S. Ramesh a/l Raman", "Bo Ray")),
        ("Lee, Ann and Ray, Bo", ("Ann Lee", "Bo Ray")),
        ("Ann Lee, Bo Ray and Cy Fox, Di Orr", ("Ann Lee", "Bo Ray", "Cy Fox", "Di Orr")),
        ("Ann Lee :: The Paper", ("Ann Lee",)),
        ("Ann Lee‚ Bo Ray", ("Ann Lee", "Bo Ray")),
        ("ロイター 山田太郎", ("山田太郎",)),
        ("特派員 山田太郎（キール）", ("山田太郎",)),
        ("القاهرة ـ أحمد علي", ("أحمد علي",)),
        *((desk, ()) for desk in ("Harbor Post Company Limited", "Redaktionsbüro Hafen", "SDA")),
        ("Της Μαρίας Παππά και του Νίκου Δήμου", ("Μαρίας Παππά", "Νίκου Δήμου")),
        *((f"Anna {last}", (f"Anna {last}",)) for last in ("Fund", "League", "Bureau")),
        *((f"Anna {desk}", ()) for desk in ("Team", "Redaktion", "Magazine", "Inc", "Verlag")),
        *(("Leo Media", ()), ("Emma Group", ()), ("Frank Content", ()), ("Max Museum", ())),
        ("Von unserem Redaktionsmitglied Eva Kern", ("Eva Kern",)),
        ("Redaktionsleiter Max Stein", ("Max Stein",)),
        ("كتب ـ محمد حسن", ("محمد حسن",)),
        *((f"Sea {last}", ()) for last in ("Museum", "Fund", "Club", "Media", "Union", "Group")),
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
        ("By Piers Paul Read", ("Piers Paul Read",)),
        ("By Ann Lee Read", ("Ann Lee",)),
        *((f"By Henry James {button}", ("Henry James",)) for button in ("Share", "Source")),
        *(("By Ann Share", ("Ann Share",)), ("Di Ann Leggi", ("Ann Leggi",))),
        *(("Par Jean Lire", ("Jean Lire",)), ("Par Luc Petit Lire la suite", ("Luc Petit",))),
        ("mercredi 4 mars 2026, par Luc Petit", ("Luc Petit",)),
        ("Montag, 27. August 2018 von Max Stein", ("Max Stein",)),
        ("The Harbor | By Ann Lee", ("Ann Lee",)),
        ("Hamburg | Von Max Stein", ("Max Stein",)),
        ("Par Luc Petit Voir tous ses articles", ("Luc Petit",)),
        ("Von Max Stein Alle Artikel", ("Max Stein",)),
        ("Por Ana Ruiz Ver más artículos", ("Ana Ruiz",)),
        ("Di Anna Rossi Leggi tutti gli articoli", ("Anna Rossi",)),
        ("Par Luc Voirin et Léa Lirette", ("Luc Voirin", "Léa Lirette")),
        ("Von Rolf Alle", ("Rolf Alle",)),
        ("By Ann Lee Royal Correspondent", ("Ann Lee",)),
        ("김철수 기자 승인 2026.03.04 10:05", ("김철수",)),
        ("Publicat de Ion Popescu la 4 martie 2026", ("Ion Popescu",)),
        ("Ann Lee; Harbor Film Editor", ("Ann Lee",)),
        ("Local Democracy Reporter Ann Lee", ("Ann Lee",)),
        ("Anna Royal", ("Anna Royal",)),
        ("ABC Travel Editor", ()),
        ("Sport | By The Numbers", ()),
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


def test_a_line_that_was_read_before_is_read_anew_for_another_site() -> None:
    found = [persons(["Ann Lee"], sites) for sites in ((), ("Ann Lee",), ("The Harbor",))]
    assert found == [("Ann Lee",), (), ("Ann Lee",)]
