"""What reading pages again changed is said as people say it."""

import pytest

from newscrawl.cli.print_differences import ToldDifferences, print_told


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({("gain", "entries"): {1}}, "1 article would change: 1 gains an entry"),
        ({("gain", "credits"): {1, 2}}, "2 articles would change: 2 gain a credit"),
        ({("lose", "keywords"): {1}}, "1 article would change: 1 loses its keywords"),
    ],
)
def test_the_sum_names_each_field(
    fields: dict[tuple[str, str], set[int]], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = set[int]().union(*fields.values())

    print_told(ToldDifferences(read=2, articles=articles, fields=fields), dry_run=True)

    assert capsys.readouterr().out.splitlines()[-1] == said
