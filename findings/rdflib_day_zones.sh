#!/bin/sh
# rdflib 7.6.0 takes the zone off a day: "2026-03-04+13:00" becomes "2026-03-04", and two days of two zones are one.
#
# A day of XML Schema may say in which zone it is, and one in Auckland begins thirteen hours before it does in London. Read from
# Turtle, RDF/XML or JSON-LD, as Dublin Core and schema.org come in, the zone is gone, also from what is written then, and of two
# statements that differ in it one is left. Times keep theirs, and so do years. The manual says that values are put into their usual
# form unless `NORMALIZE_LITERALS` is off: the usual form of such a day has a zone, and with it off each is left as it was.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check rdflib==7.6.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import rdflib
from rdflib import Graph

HEAD = (
    "@prefix dcterms: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
    " <https://herald.example/bridge> dcterms:issued "
)
VALUES = (
    '"2026-03-04"^^xsd:date',
    '"2026-03-04+13:00"^^xsd:date',
    '"2026-03-04+13:00"^^xsd:date, "2026-03-04-05:00"^^xsd:date',
    '"2026-03-04T10:00:00+13:00"^^xsd:dateTime',
    '"10:00:00+13:00"^^xsd:time',
    '"2026+13:00"^^xsd:gYear',
)


def shown(graph):
    return sorted(str(value) for value in graph.objects())


for is_normalized in (True, False):
    rdflib.NORMALIZE_LITERALS = is_normalized
    print("values in their usual form:", is_normalized)
    for values in VALUES:
        read = Graph().parse(data=f"{HEAD}{values} .", format="turtle")
        forms = {form: Graph().parse(data=read.serialize(format=form), format=form) for form in ("xml", "json-ld")}
        print(f"  {values}\n    read {shown(read)}, written and read", *(shown(graph) for graph in forms.values()))
PYTHON
)
expected=$(cat <<'END'
values in their usual form: True
  "2026-03-04"^^xsd:date
    read ['2026-03-04'], written and read ['2026-03-04'] ['2026-03-04']
  "2026-03-04+13:00"^^xsd:date
    read ['2026-03-04'], written and read ['2026-03-04'] ['2026-03-04']
  "2026-03-04+13:00"^^xsd:date, "2026-03-04-05:00"^^xsd:date
    read ['2026-03-04'], written and read ['2026-03-04'] ['2026-03-04']
  "2026-03-04T10:00:00+13:00"^^xsd:dateTime
    read ['2026-03-04T10:00:00+13:00'], written and read ['2026-03-04T10:00:00+13:00'] ['2026-03-04T10:00:00+13:00']
  "10:00:00+13:00"^^xsd:time
    read ['10:00:00+13:00'], written and read ['10:00:00+13:00'] ['10:00:00+13:00']
  "2026+13:00"^^xsd:gYear
    read ['2026+13:00'], written and read ['2026+13:00'] ['2026+13:00']
values in their usual form: False
  "2026-03-04"^^xsd:date
    read ['2026-03-04'], written and read ['2026-03-04'] ['2026-03-04']
  "2026-03-04+13:00"^^xsd:date
    read ['2026-03-04+13:00'], written and read ['2026-03-04+13:00'] ['2026-03-04+13:00']
  "2026-03-04+13:00"^^xsd:date, "2026-03-04-05:00"^^xsd:date
    read ['2026-03-04+13:00', '2026-03-04-05:00'], written and read ['2026-03-04+13:00', '2026-03-04-05:00'] ['2026-03-04+13:00', '2026-03-04-05:00']
  "2026-03-04T10:00:00+13:00"^^xsd:dateTime
    read ['2026-03-04T10:00:00+13:00'], written and read ['2026-03-04T10:00:00+13:00'] ['2026-03-04T10:00:00+13:00']
  "10:00:00+13:00"^^xsd:time
    read ['10:00:00+13:00'], written and read ['10:00:00+13:00'] ['10:00:00+13:00']
  "2026+13:00"^^xsd:gYear
    read ['2026+13:00'], written and read ['2026+13:00'] ['2026+13:00']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
