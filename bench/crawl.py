"""What archiving costs beside a bare download: ``bench/crawl.py [--pages 2000] [--rounds 3]``.

A bare Scrapy spider with Scrapy's default settings, and the whole pipeline (fetch, extract, clean,
store) with snapshots off and on, and with a delay, take turns on the same pages from the same
server; then all pages are asked for again, and come unchanged, or not at all. What counts are the
ratios within a round: absolute figures drift with the machine, and ratios move with what else it
does meanwhile, so that the least and the most of all rounds stand beside their median.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

HERE = Path(__file__).parent
#: Python keeps it, as it does wherever nobody forbids it.
BYTE_CODE = Path(tempfile.gettempdir(), "newscrawl-bench-pyc")
VARIANTS = {
    "bare download": ["bare"],
    "newscrawl, no snapshots": ["newscrawl", "NEWSCRAWL_SNAPSHOTS=0"],
    # As crawls are, but for the pace: a delay parts the pages, and few share a commit.
    "newscrawl, 20 pages/s": ["newscrawl", "NEWSCRAWL_SNAPSHOTS=1", "DOWNLOAD_DELAY=0.05"],
    "newscrawl, snapshots": ["newscrawl", "NEWSCRAWL_SNAPSHOTS=1"],
    # In the home of the one before it.
    "the same pages again": ["again", "NEWSCRAWL_SNAPSHOTS=1"],
    "again, not modified (304)": ["unmodified", "NEWSCRAWL_SNAPSHOTS=1"],
}


@contextmanager
def server(count: int):
    """The port of a server of so many pages."""
    command = [sys.executable, HERE / "server.py", str(count)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield process.stdout.readline().strip()
    finally:
        process.stdin.close()
        process.wait(30)


def measure_all(port: str, count: int) -> dict[str, dict[str, float]]:
    """A round: each variant in a home of its own, but for what is crawled again."""
    found, home = {}, None
    with ExitStack() as stack:
        for name, variant in VARIANTS.items():
            if home is None or variant[0] not in {"again", "unmodified"}:
                home = stack.enter_context(tempfile.TemporaryDirectory())
            found[name] = measure(variant, port, count, home)
    return found


def measure(variant: list[str], port: str, count: int, home: str) -> dict[str, float]:
    """One crawl in a process of its own."""
    name, *settings = variant
    environment = {**os.environ, "NEWSCRAWL_HOME": home, "PYTHONPYCACHEPREFIX": str(BYTE_CODE)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.pop("NEWSCRAWL_DATABASE_URL", None)
    urlopen(f"http://127.0.0.1:{port}/-/{304 if name == 'unmodified' else 200}").close()
    command = [sys.executable, HERE / "one_crawl.py", name, port, str(count), *settings]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    figures = json.loads(done.stdout.splitlines()[-1])
    if figures["pages"] != count:
        raise SystemExit(f"{name}: {figures['pages']} of {count} pages")
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    rounds = []
    with server(given.pages) as port:
        for _ in range(given.rounds):
            rounds.append(measure_all(port, given.pages))
    print(f"{given.pages} pages, {given.rounds} rounds; medians\n")
    print(
        "variant                   CPU ms/page   ratio (least, most)   with Postgres"
        "   MB at 1/4   MB at end"
    )
    for name in VARIANTS:
        runs = [found[name] for found in rounds]
        floors = [found["bare download"]["cpu"] for found in rounds]
        median = statistics.median
        ratios = [run["cpu"] / floor for run, floor in zip(runs, floors, strict=True)]
        whole = median(
            (run["cpu"] + run["postgres_cpu"]) / floor
            for run, floor in zip(runs, floors, strict=True)
        )
        print(
            f"{name:25} {1000 * median(run['cpu'] for run in runs) / given.pages:11.2f} "
            f"{median(ratios):7.2f} ({min(ratios):.2f}, {max(ratios):.2f}) "
            f"{whole:15.2f} {median(run['quarter_mb'] for run in runs):11.0f} "
            f"{median(run['end_mb'] for run in runs):11.0f}"
        )


if __name__ == "__main__":
    main()
