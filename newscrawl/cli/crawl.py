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

    It is `scrapy crawl`, and takes the same ARGS: -a since=DATE, -a until=DATE, -a urls=URL,URL or
    a file of them, -a mirror=URL, and -s NAME=VALUE for Scrapy's settings. Its exit code is the
    crawl's.
    """
    run_crawl(*args)
