"""A name is a place: what the docs name is there, and no name stands for two things."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from pkgutil import resolve_name

import pytest

from tests.rows import every_row

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "newscrawl"
DOCS = sorted((ROOT / "docs").glob("*.md"))
TEXTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "findings" / "README.md", *DOCS]
CODE = sorted(
    path for folder in ("newscrawl", "tests", "bench") for path in (ROOT / folder).rglob("*.py")
)
TOP = {path.name for path in ROOT.iterdir() if path.is_dir()}
FOLDERS = TOP | {path.name for path in PACKAGE.iterdir() if path.is_dir()}
#: Outlets that a reader of the docs makes.
MADE_UP = ("harbor_gazette", "gazette", "<outlet>")
NAMES = {path.name for path in PACKAGE.rglob("*.*")}
FLOORS = [
    floor.split(" | ")
    for floor in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"][0]["layers"]
]


def paths_in(quoted: list[str]) -> Iterator[str]:
    """Of what stands between backticks, files of code and folders, however they are begun."""
    for name in quoted:
        name = name.partition("::")[0].removeprefix("../")
        is_file = re.fullmatch(r"[\w./-]+\.(?:py|sql|sh|ipynb)", name)
        is_folder = re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*/", name) and name.split("/")[0] in FOLDERS
        if (is_file or is_folder) and not any(made in name.split("/") for made in MADE_UP):
            yield name


def is_there(name: str, beside: Path) -> bool:
    """Whether a path leads somewhere, from the checkout, the package or the text's own folder.

    No name of the package's stands twice, so a file's name alone will do.
    """
    return name in NAMES or any((folder / name).exists() for folder in (ROOT, PACKAGE, beside))


def missing(quoted: list[str], beside: Path) -> list[str]:
    return [
        name
        for name in paths_in(quoted)
        if Path(name).stem not in MADE_UP and not is_there(name, beside)
    ]


@every_row("path", TEXTS)
def test_every_path_that_the_docs_name_is_there(path: Path) -> None:
    assert missing(re.findall(r"`([^`\n]+)`", path.read_text(encoding="utf-8")), path.parent) == []


def test_a_path_that_is_nowhere_is_missed() -> None:
    named = ["archive/record.py", "archive/frontier/", "crawl/hosts/", "record.py", "outlet.py"]

    assert missing(named, ROOT) == ["archive/record.py", "crawl/hosts/", "record.py"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_dotted_name_of_ours_in_the_docs_can_be_imported(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    for name in re.findall(r"`(newscrawl(?:\.\w+)+)", text):
        assert resolve_name(name) is not None


def test_every_file_that_a_docstring_or_a_comment_names_is_there() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in CODE
        for name in missing(re.findall(r"``([^`\n]+\w)``", path.read_text("utf-8")), path.parent)
    }

    assert found == set()


def test_the_index_lists_every_page_of_the_docs_once() -> None:
    index = ROOT / "docs" / "README.md"
    listed = re.findall(r"^\| \[[^]]+\]\((\w[^)]*)\)", index.read_text("utf-8"), re.MULTILINE)

    assert sorted(listed) == [path.name for path in DOCS if path != index]


def test_no_file_name_stands_twice() -> None:
    exempt = {"__init__.py", "__main__.py"}
    # Scrapy finds its commands by the names of their files, and this one is called crawl.
    scrapys_own = PACKAGE / "crawl" / "commands" / "crawl.py"
    counts = Counter(
        path.name
        for path in PACKAGE.rglob("*.py")
        if path.name not in exempt and path != scrapys_own
    )

    assert [name for name, count in counts.items() if count > 1] == []


def test_no_public_class_name_stands_twice() -> None:
    counts = Counter(
        node.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )

    # Scrapy takes a command by this name.
    assert [name for name, count in counts.items() if count > 1 and name != "Command"] == []


def test_the_map_of_the_code_has_everything_floor_by_floor() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Map of the code")[2]
    rows = re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE)
    names = [re.findall(r"`(\w+)(?:/|\.py)`", row) for row in rows]
    floor_of = {name: at for at, floor in enumerate(FLOORS) for name in floor}
    floors = [floor_of[name] for row in names for name in row]

    assert sorted(name for row in names for name in row) == sorted(floor_of)
    assert floors == sorted(floors)


def test_the_architecture_has_the_floors_that_are_checked() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

    assert "```\n" + "\n".join(map(" | ".join, FLOORS)) + "\n```" in text


@pytest.mark.parametrize(
    "owner", ["Scrapy", "SQLAlchemy", "click", "WARC", "object storage", "HTML"]
)
def test_the_architecture_has_the_owners_that_are_checked(owner: str) -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [contract] = [
        one
        for one in contracts["tool"]["importlinter"]["contracts"]
        if one["name"].startswith(owner) or one["name"] == f"One owner: {owner}"
    ]
    importers = ", ".join(
        f"`{name.removeprefix('newscrawl.')}`" for name in contract["allowed_importers"]
    )

    assert f"| {importers} |\n" in text
