"""The docs say what the code does: commands, settings and stats are all there, and run."""

import re
from pathlib import Path

from newscrawl.crawl import settings
from newscrawl.exit_code import ExitCode
from tests.rows import every_row

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CRAWL = "\n".join(path.read_text() for path in (ROOT / "newscrawl" / "crawl").glob("*.py"))


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = next(line for line in README.splitlines() if line.endswith("pytest -q"))

    assert command in (ROOT / ".ci" / "run").read_text().splitlines()


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) < 200


def test_every_exit_code_stands_in_the_readme() -> None:
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}

    assert listed == set(ExitCode)


@every_row("name", [n for n in dir(settings) if n.startswith("NEWSCRAWL_")])
def test_every_setting_of_ours_is_documented(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "settings.md").read_text()


def test_every_stat_is_documented_and_every_documented_stat_is_counted() -> None:
    text = (ROOT / "docs" / "stats.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([^`]+)`", text, re.MULTILINE))
    counted = set(re.findall(r'(?:inc_value|set_value|\bcount)\(\s*f?"([a-z]+/[^"]+)"', CRAWL))
    sources = set(re.findall(r'_count\("([a-z_]+)"', CRAWL))
    counted = {re.sub(r"\{[^}]+\}", "<name>", name) for name in counted} - {"discover/<name>"}

    assert documented == counted | {f"discover/{name}" for name in sources}


def test_each_version_of_the_changelog_has_each_section_once() -> None:
    known = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
    versions = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1:]
    sections = [re.findall(r"^### (.+)", version, re.MULTILINE) for version in versions]

    assert all(set(names) <= set(known) and len(names) == len(set(names)) for names in sections)


@every_row(
    "path", [*(ROOT / "docs").glob("*.md"), *(ROOT / n for n in ("README.md", "CONTRIBUTING.md"))]
)
def test_links_between_the_docs_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))

    assert [target for target in targets if not (path.parent / target).exists()] == []
