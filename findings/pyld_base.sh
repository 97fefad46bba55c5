#!/bin/sh
# PyLD 3.3.0 gives things of all pages the addresses of example.org, and rdflib 7.6.0 those of the folder that it runs in.
#
# Sites name the things of a page by `#article` or `/people/ada` (JSON-LD 1.1, 3.3), relative to the page. Where it is not told a
# base, the first makes of them what nobody stated, with its own default of `http://example.org/base/`; rdflib takes the working
# folder. There is no word of either, and in one graph the stories of all outlets are one thing with many headlines, by one author.
# The standard's own default is no base at all (JSON-LD 1.1 API, 9.3), which leaves them relative.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyld==3.3.0 rdflib==7.6.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import json
from pathlib import Path

from pyld import jsonld
from rdflib import Graph


def story(outlet, headline):
    """What a page of an outlet says of itself, and its address."""
    thing = {"@id": "#article", "headline": headline, "author": {"@id": "/people/ada"}}
    return {"@context": {"@vocab": "https://schema.org/"}, **thing}, f"https://{outlet}.example/a"


STORIES = (story("herald", "Bridge closed"), story("gazette", "Mayor leaves"))
for with_base in (False, True):
    print("with a base" if with_base else "without")
    graph = Graph()
    for stated, address in STORIES:
        (thing,) = jsonld.expand(stated, {"base": address} if with_base else {})
        print("    PyLD  ", thing["@id"], thing["https://schema.org/author"][0]["@id"])
        graph.parse(
            data=json.dumps(stated), format="json-ld", publicID=address if with_base else None
        )
    here = Path.cwd().resolve().as_uri()
    for subject, _, value in sorted(graph):
        print("    rdflib", *(each.replace(here, "file:///(here)") for each in (subject, value)))
PYTHON
)
expected=$(cat <<'END'
without
    PyLD   http://example.org/base/#article http://example.org/people/ada
    PyLD   http://example.org/base/#article http://example.org/people/ada
    rdflib file:///(here)/#article file:///people/ada
    rdflib file:///(here)/#article Bridge closed
    rdflib file:///(here)/#article Mayor leaves
with a base
    PyLD   https://herald.example/a#article https://herald.example/people/ada
    PyLD   https://gazette.example/a#article https://gazette.example/people/ada
    rdflib https://gazette.example/a#article https://gazette.example/people/ada
    rdflib https://gazette.example/a#article Mayor leaves
    rdflib https://herald.example/a#article https://herald.example/people/ada
    rdflib https://herald.example/a#article Bridge closed
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
