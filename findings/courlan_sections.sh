#!/bin/sh
# courlan 1.4.0, asked for stories in German, refuses the section `/it/`, and `/id/4711`: they are Italian and Indonesian to it.
#
# A path's first segment of two letters is a language to `check_url` and `extract_links` where they are told one, if it is a
# language's code, and not otherwise: `/it/` is where German and Dutch outlets put information technology, `/tv/` passes, `/id/` is a key,
# `/my/` and `/in/` are editions in English for Malaysia and India, `/be/` and `/se/` for Belgium and Sweden, which have languages of
# other codes, `/is/` and `/no/` are words. All their stories are dropped before one is fetched. The argument of trafilatura's crawler
# and of its readers of feeds and sitemaps is this one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check courlan==1.4.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from courlan import check_url, extract_links

PATHS = {
    "de": ("politik/die-bruecke", "it/neue-chips", "tv/der-abend", "id/4711", "pr/4711"),
    "nl": ("politiek/de-brug", "it/nieuwe-chips", "be/de-brug", "nl/de-brug"),
    "en": ("politics/the-bridge", "my/the-bridge", "in/the-bridge", "se/the-bridge", "us/the-bridge", "no/thanks-to-the-mayor"),
}
for language, paths in PATHS.items():
    addresses = [f"https://herald.example/{path}" for path in paths]
    page = "".join(f'<a href="{address}">story</a>' for address in addresses)
    links = extract_links(page, "https://herald.example/", external_bool=False, language=language)
    print(language)
    for path, address in zip(paths, addresses, strict=True):
        passed = check_url(address, language=language) is not None
        print(f"  /{path:23} check_url {'keeps' if passed else 'drops'} it, extract_links {'keeps' if address in links else 'drops'} it")
PYTHON
)
expected=$(cat <<'END'
de
  /politik/die-bruecke     check_url keeps it, extract_links keeps it
  /it/neue-chips           check_url drops it, extract_links drops it
  /tv/der-abend            check_url keeps it, extract_links keeps it
  /id/4711                 check_url drops it, extract_links drops it
  /pr/4711                 check_url keeps it, extract_links keeps it
nl
  /politiek/de-brug        check_url keeps it, extract_links keeps it
  /it/nieuwe-chips         check_url drops it, extract_links drops it
  /be/de-brug              check_url drops it, extract_links drops it
  /nl/de-brug              check_url keeps it, extract_links keeps it
en
  /politics/the-bridge     check_url keeps it, extract_links keeps it
  /my/the-bridge           check_url drops it, extract_links drops it
  /in/the-bridge           check_url drops it, extract_links drops it
  /se/the-bridge           check_url drops it, extract_links drops it
  /us/the-bridge           check_url keeps it, extract_links keeps it
  /no/thanks-to-the-mayor  check_url drops it, extract_links drops it
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
