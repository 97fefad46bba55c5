import pytest

from newscrawl.extract.bylines import persons


@pytest.mark.parametrize(
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
    ],
)
def test_a_byline_names_persons(byline: str, names: tuple[str, ...]) -> None:
    assert persons([byline], ["the paper"]) == names
