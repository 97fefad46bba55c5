#!/bin/sh
# requests 2.34.2 and httpx 0.28.1 cut an address in a Link header at its first semicolon, and what the link is may go with it.
#
# RFC 8288 puts the address between angle brackets, and a semicolon is a plain character of one (RFC 3986): `;page=2` or a
# session's name is in it in many systems of publishers, and whole in the addresses of archives. What is behind it becomes a
# parameter that nobody sent, so the next page is the first one again, or the link has no `rel` and the list ends there. A title
# in quotation marks is cut the same way. Of several relations in one `rel`, which RFC 7089 has ("first memento"), the list of
# names makes one name, and of many mementos the last is left.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check requests==2.34.2 httpx==0.28.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import httpx
import requests

HEADERS = {
    "next page": '<https://herald.example/list?page=2>; rel="next"',
    "next page with a semicolon": '<https://herald.example/list;page=2>; rel="next"',
    "and without a value behind it": '<https://herald.example/list;all>; rel="next"',
    "semicolon in the title": '</de>; rel="alternate"; title="Kyiv; Lviv"; hreflang="de"',
    "first of the mementos": '</2026/story>; rel="first memento"',
    "three mementos": '</2024/story>; rel="memento", </2025/story>; rel="memento", </2026/story>; rel="memento"',
}
for title, header in HEADERS.items():
    print(f"{title}\n  {header}")
    response = requests.Response()
    response.headers["Link"] = header
    print("  requests", response.links)
    print("  httpx   ", httpx.Response(200, headers={"Link": header}).links)
PYTHON
)
expected=$(cat <<'END'
next page
  <https://herald.example/list?page=2>; rel="next"
  requests {'next': {'url': 'https://herald.example/list?page=2', 'rel': 'next'}}
  httpx    {'next': {'url': 'https://herald.example/list?page=2', 'rel': 'next'}}
next page with a semicolon
  <https://herald.example/list;page=2>; rel="next"
  requests {'next': {'url': 'https://herald.example/list', 'page': '2>', 'rel': 'next'}}
  httpx    {'next': {'url': 'https://herald.example/list', 'page': '2>', 'rel': 'next'}}
and without a value behind it
  <https://herald.example/list;all>; rel="next"
  requests {'https://herald.example/list': {'url': 'https://herald.example/list'}}
  httpx    {'https://herald.example/list': {'url': 'https://herald.example/list'}}
semicolon in the title
  </de>; rel="alternate"; title="Kyiv; Lviv"; hreflang="de"
  requests {'alternate': {'url': '/de', 'rel': 'alternate', 'title': 'Kyiv'}}
  httpx    {'alternate': {'url': '/de', 'rel': 'alternate', 'title': 'Kyiv'}}
first of the mementos
  </2026/story>; rel="first memento"
  requests {'first memento': {'url': '/2026/story', 'rel': 'first memento'}}
  httpx    {'first memento': {'url': '/2026/story', 'rel': 'first memento'}}
three mementos
  </2024/story>; rel="memento", </2025/story>; rel="memento", </2026/story>; rel="memento"
  requests {'memento': {'url': '/2026/story', 'rel': 'memento'}}
  httpx    {'memento': {'url': '/2026/story', 'rel': 'memento'}}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
