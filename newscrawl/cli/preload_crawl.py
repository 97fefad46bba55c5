"""What the process that crawls are forked from loads, once for all of them.

Imported there alone, by ``ReadyCrawls``: it holds back the signals that end a crawl. Each crawl
lets them come when it listens, so that none is lost on the way, and none ends this process, which
ends with whoever started it.
"""

import signal
from importlib import import_module

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate import COMMON
from newscrawl.boilerplate.clean import left_by
from newscrawl.boilerplate.rules.applicable_rules import compile_patterns
from newscrawl.cli.crawl_processes import ENDING
from newscrawl.crawl.command_line import begin_loading
from newscrawl.crawl.garbage import keep_all

signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
begin_loading()
# What a crawl loads behind its lock, at the latest, and what its settings name.
for _name in (
    *("capped_compression", "commands.crawl", "extensions", "handler"),
    *("pipelines", "redirects", "robots_txt", "run", "spider"),
):
    import_module(f"newscrawl.crawl.{_name}")
# The patterns of the rules are compiled where a line begins as they do: for each crawl that finds
# an article that would take a third of a second.
compile_patterns(COMMON)
left_by("", COMMON, [Block(BlockKind.PARAGRAPH, "The ferry sails.")])
keep_all()
