"""``newscrawl demo``: a whole crawl in half a minute, with nothing but this machine."""

import os
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import click

from newscrawl.archive.database.sessions import Session, reading
from newscrawl.archive.postgres.embedded_server import open_database
from newscrawl.archive.queries.article_history import StoredArticle, latest, most_removed
from newscrawl.archive.queries.outlet_ledger import OutletNote, outlet_notes
from newscrawl.cli.output import print_table, print_text, say, shortened
from newscrawl.config import Config, make_home, require_writable
from newscrawl.exit_code import ExitCode, ending
from newscrawl.site import ExampleSite, serve

_OUTLET = "moscow_times"
_HEADLINES = 8
_BLOCKS = 3


@click.command()
def demo() -> int:
    """Crawl the bundled example site into an archive of its own, and show the result.

    The site is served on this machine, and read with the outlet file of a real newspaper; its towns
    and news are invented. The archive is NEWSCRAWL_HOME/demo; your own archive is never touched.
    """
    environment = demo_environment(os.environ)
    config = Config.from_env(environment)
    require_writable(config.home.parent)
    # Whoever runs the demo's server has to pass.
    make_home(config.home.parent, 0o711)
    with open_database(config, say):
        code = _crawl(config.home, environment)
        if code:
            say(f"newscrawl: the crawl {ending(code)}")
            return code
        with reading(config, say) as session:
            shown = most_removed(session)
            _show(session, shown)
    _print_way_on(config.home, shown.article_id)
    return ExitCode.COMPLETE


def demo_environment(own: Mapping[str, str]) -> dict[str, str]:
    """The environment of the demo: a home of its own, and the embedded database.

    An empty URL wins over any that a ``.env`` file names.
    """
    unset = {"NEWSCRAWL_DATABASE_URL": "", "NEWSCRAWL_READ_URL": "", "NEWSCRAWL_SNAPSHOTS": ""}
    outer = Config.from_env({**own, **unset})
    pg_bin = {"NEWSCRAWL_PG_BIN": str(outer.pg_bin)} if outer.pg_bin else {}
    home = {"NEWSCRAWL_HOME": str(outer.home / "demo")}
    return {**own, **unset, **pg_bin, **home, "SCRAPY_SETTINGS_MODULE": "newscrawl.crawl.settings"}


def _crawl(home: Path, environment: dict[str, str]) -> int:
    with serve(ExampleSite()) as server:
        arguments = ["crawl", _OUTLET, "-a", f"mirror={server.url}", "-s", "DOWNLOAD_DELAY=0"]
        print_text(f"$ scrapy {shlex.join(arguments)}")
        command = [sys.executable, "-m", "scrapy", *arguments]
        return subprocess.run(command, env=environment, cwd=home, check=False).returncode


def _show(session: Session, shown: StoredArticle) -> None:
    note = outlet_notes(session)[_OUTLET]
    print_text(f"\n{_news(note)} The archive holds {note.articles} articles. The latest:\n")
    print_table(
        ("article", "published", "section", "headline"),
        [
            (stored.article_id, article.date_published, article.section, article.headline)
            for stored in latest(session, _HEADLINES)
            for article in [stored.article]
        ],
    )
    _show_cleaned(shown)


def _news(note: OutletNote) -> str:
    crawl = note.last_crawl
    assert crawl is not None
    if crawl.created:
        return f"The crawl stored {crawl.created} new articles."
    if crawl.revised:
        return f"The crawl found {crawl.revised} articles that say something new."
    return "The crawl found nothing new since the last one."


def _show_cleaned(stored: StoredArticle) -> None:
    """How an article begins, and what was taken out of it, by which rule."""
    article = stored.article
    print_text(f"\nArticle {stored.article_id}, cleaned, begins:\n\n{article.headline}")
    for block in article.blocks[:_BLOCKS]:
        print_text(f"\n{block.text}")
    counts = Counter(removal.rule for removal in article.removed)
    first = {removal.rule: removal.block.text for removal in reversed(article.removed)}
    print_text("\nRemoved from it, and kept in the archive:\n")
    rows = [(rule, count, shortened(first[rule], 60)) for rule, count in counts.items()]
    print_table(("rule", "blocks", "the first of them"), rows)


def _print_way_on(home: Path, article: int) -> None:
    """Commands that reach the demo's archive, also where the user's own is elsewhere."""
    prefix = f"NEWSCRAWL_HOME={shlex.quote(str(home))}"
    for name in ("NEWSCRAWL_SNAPSHOTS", "NEWSCRAWL_READ_URL", "NEWSCRAWL_DATABASE_URL"):
        prefix = f"{name}= {prefix}" if name in os.environ else prefix
    # Run as .venv/bin/newscrawl, it is not on the path.
    is_found = shutil.which("newscrawl") or Path(sys.argv[0]).name != "newscrawl"
    program = "newscrawl" if is_found else shlex.quote(sys.argv[0])
    print_text("\nTry next:\n")
    for command in (
        "search bread",
        f"show {article} --removed",
        f"links {_OUTLET}",
        "db psql -c 'SELECT headline, word_count FROM articles LIMIT 5'",
    ):
        print_text(f"  {prefix} {program} {command}")
