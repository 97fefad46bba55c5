"""``newscrawl crawl``: Scrapy's own command, from any folder."""

import click

from newscrawl.crawl.command_line import run_crawl


@click.command(
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    options_metavar="",
)
@click.argument("args", nargs=-1, required=True, type=click.UNPROCESSED, metavar="OUTLET [ARGS]...")
def crawl(args: tuple[str, ...]) -> None:
    """Crawl OUTLET into the archive, from any folder.

    This is `scrapy crawl`, and takes the same ARGS: -a since=DATE, -a until=DATE, -a urls=URL,URL
    (or a file with one URL per line), -a mirror=URL, and -s NAME=VALUE for Scrapy's settings. The
    exit code is the crawl's.
    """
    run_crawl(*args)
