from newscrawl.extract.fields.language_guess import detected_language
from tests.rows import every_row


@every_row(
    ("text", "language"),
    [
        ("The snow fell on the town for three days, and nobody in it complained of that.", "en"),
        ("Der Schnee fiel drei Tage auf die Stadt, und niemand hat sich mit dem beklagt.", "de"),
        (
            "Снег падал на город три дня, и никто в нём на это не жаловался до субботы, как он.",
            "ru",
        ),
        (
            "Сніг падав на місто три дні, і ніхто в ньому на це не скаржився до суботи, як він.",
            "uk",
        ),
        ("この町では三日間雪が降り続いているが、誰もそれを気にしていない。", "ja"),
        ("在这个国家，人们用了一年的时间来建造一座大桥，工程师们说这是为了未来。", "zh"),
        ("이 도시에는 사흘째 눈이 내리고 있지만 아무도 불평하지 않는다고 시장이 말했다", "ko"),
        ("Nothing here.", None),
        ("", None),
    ],
)
def test_a_text_tells_its_language(text: str, language: str | None) -> None:
    assert detected_language(text * 2) == language
