"""What the process that crawls are forked from loads, once for all of them.

Imported there alone, by ``ready_crawls``: it holds back the signals that end a crawl. Each crawl
lets them come when it listens, so that none is lost on the way, and none ends this process, which
is told of its end by whoever started it.
"""

import signal

# What a crawl loads behind its lock, at the latest.
import newscrawl.crawl.commands.crawl
import newscrawl.crawl.extensions
import newscrawl.crawl.handler
import newscrawl.crawl.log
import newscrawl.crawl.middlewares
import newscrawl.crawl.pipelines
import newscrawl.crawl.robots_txt
import newscrawl.crawl.run
import newscrawl.crawl.spider
import newscrawl.outlets
from newscrawl.cli.ready_crawls import ENDING

signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
# Their files are read and checked once, too.
newscrawl.outlets.outlet_files()
