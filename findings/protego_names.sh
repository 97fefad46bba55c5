#!/bin/sh
# Protego 0.7.0 takes a group of robots.txt for ours whose name is only the beginning of our name, or a word of our contact.
#
# RFC 9309 (2.2.1) compares product tokens, and a token is a whole word. Asked for `newscrawl`, a group for `news` is obeyed;
# asked for a whole user agent, a group for `archive` that stands in the address behind it. So a crawler that names
# itself `newscrawl (+https://archive.example.org)` may be shut out, or let in, by rules for somebody else.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check protego==0.7.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from protego import Protego

for name in ("newscrawl", "news", "crawl", "archive"):
    rules = Protego.parse(f"User-agent: {name}\nDisallow: /\n")
    for agent in ("newscrawl", "newscrawl (+https://archive.example.org)"):
        allowed = rules.can_fetch("https://herald.example/story", agent)
        print(f"group {name:9} agent {agent:42} {'allowed' if allowed else 'refused'}")
PYTHON
)
expected=$(cat <<'END'
group newscrawl agent newscrawl                                  refused
group newscrawl agent newscrawl (+https://archive.example.org)   refused
group news      agent newscrawl                                  refused
group news      agent newscrawl (+https://archive.example.org)   refused
group crawl     agent newscrawl                                  allowed
group crawl     agent newscrawl (+https://archive.example.org)   allowed
group archive   agent newscrawl                                  allowed
group archive   agent newscrawl (+https://archive.example.org)   refused
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
