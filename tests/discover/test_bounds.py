"""What a source may cost, in every dimension that it can grow in."""

import subprocess
import sys

import pytest

from newscrawl.discover.entries import MOST_NODES

#: Reads a source that is made in the process itself, and prints what that took.
_READ = """
import resource, sys, time
from newscrawl.discover import links_in
from newscrawl.outlet import Sitemap
body = eval(sys.argv[1])
before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
try:
    links_in(Sitemap("/s.xml"), body, "https://www.example.org/")
except Exception as error:
    sys.stderr.write(type(error).__name__)
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(grown // 1024, time.process_time() - begun)
"""
_HALF, _ALL = MOST_NODES // 2 - 10, MOST_NODES - 10
_FAULTS = {
    "nested entries": "b'<rss>' + b'<item><title>x</title>' * 7000 + b'<a/>' * 30000",
    "entries": f"b'<rss>' + b'<item/>' * {_ALL}",
    "depth": f"b'<rss><item>' + b'<title>' * {_ALL}",
    "fields": f"b'<rss><item>' + b'<link>/a</link>' * {_HALF}",
    "text": "b'<rss><item><link>' + b'x' * 49_000_000 + b'</link></item></rss>'",
    "an attribute": "b'<rss><item><link href=\"' + b'x' * 49_000_000 + b'\"/></item></rss>'",
    "names": f"b'<rss>' + b''.join(b'<a%d/>' % n for n in range({_ALL}))",
    "prefixes": f"b'<rss>' + b''.join(b'<a%d:x/>' % n for n in range({_HALF}))",
    "ampersands": f"b'<rss><item><link>' + b'&' * {_ALL} + b'</link></item></rss>'",
    "entities": f"b'<rss><item><link>' + b'&nbsp;' * {_ALL} + b'</link></item></rss>'",
    "stretches": f"b'<rss><item><link>' + b'<![CDATA[]]>' * {_ALL}",
    "errors": f"b'<rss><item>' + b'<a></b>' * {_HALF}",
    "lines": "b'http://e.org/1\\n' * 3_000_000",
    "lines without an address": "b'http://e.org/1\\n' + b'x\\n' * 20_000_000",
}


@pytest.mark.parametrize("fault", _FAULTS)
def test_no_source_takes_much_memory_or_time(fault: str) -> None:
    read = subprocess.run(
        [sys.executable, "-c", _READ, _FAULTS[fault]], capture_output=True, text=True, check=True
    )
    megabytes, seconds = read.stdout.split()

    assert not read.stderr
    assert int(megabytes) < 400
    assert float(seconds) < 15
