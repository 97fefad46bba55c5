#!/bin/sh
# extruct 0.18.0 gives the authors of a page in RDFa in another order each time it is run.
#
# The values are of a graph, which has no order, and come as Python's hashes fall, which differ from one process to the next. Who
# reads a kept page twice has two first authors, and a revision that nobody made. `inlist` keeps them as they stand. A fix of its
# own puts `meta` of the head in order again, but not where the prefix is said by `html`, as it is on most pages, in place of
# `head`. Its reader of microdata has the page's order always; the README says of neither which order there is.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check extruct==0.18.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import os
import subprocess
import sys

READ = """
import sys, warnings
warnings.simplefilter("ignore")
import extruct
(syntax,) = sys.argv[1:]
found = extruct.extract(sys.stdin.read(), base_url="https://herald.example/a", syntaxes=[syntax])[syntax]
found = {name: value for each in found for name, value in (each.get("properties") or each).items()}
values = found.get("author") or found.get("https://schema.org/author") or found["http://ogp.me/ns/article#author"]
values = values[0].get("@list", values) if syntax == "rdfa" else values
print(", ".join(each if isinstance(each, str) else each["@value"] for each in values))
"""
NAMES = ("Ada Rowe", "Ben Low", "Cy Hall", "Di Marsh")
SPANS = "".join(f"<span property='author'>{name}</span>" for name in NAMES)
METAS = "".join(f"<meta property='article:author' content='{name}'>" for name in NAMES)
PREFIX = "prefix='article: http://ogp.me/ns/article#'"
PAGES = {
    "spans": ("rdfa", f"<div vocab='https://schema.org/' typeof='NewsArticle'>{SPANS}</div>"),
    "spans in a list": (
        "rdfa",
        f"<div vocab='https://schema.org/' typeof='NewsArticle'>{SPANS.replace(' property', ' inlist property')}</div>",
    ),
    "meta, prefix of html": ("rdfa", f"<html {PREFIX}><head><title>Bridge</title>{METAS}</head><body><p>Open."),
    "meta, prefix of head": ("rdfa", f"<html><head {PREFIX}><title>Bridge</title>{METAS}</head><body><p>Open."),
    "microdata": (
        "microdata",
        f"<div itemscope itemtype='https://schema.org/NewsArticle'>{SPANS.replace('property', 'itemprop')}</div>",
    ),
}


def read_once(syntax, page, seed):
    """The authors, read by a process of its own."""
    command, told = [sys.executable, "-c", READ, syntax], os.environ | {"PYTHONHASHSEED": str(seed)}
    return subprocess.run(command, input=page, env=told, capture_output=True, text=True, check=True).stdout.strip()


for title, (syntax, page) in PAGES.items():
    runs = [read_once(syntax, page, seed) for seed in range(1, 7)]
    of_page = runs.count(", ".join(NAMES)) == len(runs)
    otherwise = "several orders" if len(set(runs)) > 1 else "one order, and not the page's"
    print(f"{title:20} {'the order of the page' if of_page else otherwise}")
PYTHON
)
expected=$(cat <<'END'
spans                several orders
spans in a list      the order of the page
meta, prefix of html several orders
meta, prefix of head the order of the page
microdata            the order of the page
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
