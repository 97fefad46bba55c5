#!/bin/sh
# Scrapy 2.19.0, w3lib 2.5.0 and furl 2.1.4 ask another site than browsers do where a name has ß, ς or a joiner.
#
# Since IDNA 2008 these letters are ones of their own (RFC 5892, 2.6 and appendix A), and `straße.example` and `strasse.example`
# may have two owners; Persian and Sinhala words are spelled with the joiners. URLs are read so (WHATWG's URL standard, "domain to
# ASCII": no transitional processing), and by requests and httpx. These three go by IDNA 2003, which turns ß into ss and drops
# joiners, though w3lib's manual promises an equal URL that browsers take, too. The page that is kept is another site's, under an
# address that no reader of the link would come to. furl refuses the right name in Punycode, too.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check Scrapy==2.19.0 w3lib==2.5.0 furl==2.1.4 requests==2.34.2 httpx==0.28.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from urllib.parse import urlsplit

import httpx
import requests
from furl import furl
from scrapy import Request
from w3lib.url import canonicalize_url, safe_url_string

READERS = {
    "requests": lambda url: requests.Request("GET", url).prepare().url,
    "httpx": lambda url: f"https://{httpx.URL(url).raw_host.decode()}/",
    "safe_url_string": safe_url_string,
    "canonicalize_url": canonicalize_url,
    "Scrapy": lambda url: Request(url).url,
    "furl": lambda url: furl(url).url,
}
PERSIAN, SINHALA = "نامه\u200cای", "ශ්\u200dරී"
for name in ("bücher", "straße", "βόλος", PERSIAN, SINHALA, "xn--strae-oqa"):
    host = f"{name}.example"
    print({PERSIAN: "Persian, with a joiner", SINHALA: "Sinhala, with a joiner"}.get(name, host))
    for name, read in READERS.items():
        try:
            print(f"  {name:16}", urlsplit(read(f"https://{host}/")).hostname)
        except UnicodeError as error:
            print(f"  {name:16}", type(error).__name__)
PYTHON
)
expected=$(cat <<'END'
bücher.example
  requests         xn--bcher-kva.example
  httpx            xn--bcher-kva.example
  safe_url_string  xn--bcher-kva.example
  canonicalize_url xn--bcher-kva.example
  Scrapy           xn--bcher-kva.example
  furl             xn--bcher-kva.example
straße.example
  requests         xn--strae-oqa.example
  httpx            xn--strae-oqa.example
  safe_url_string  strasse.example
  canonicalize_url strasse.example
  Scrapy           strasse.example
  furl             strasse.example
βόλος.example
  requests         xn--nxasmm1c.example
  httpx            xn--nxasmm1c.example
  safe_url_string  xn--nxasmq6b.example
  canonicalize_url xn--nxasmq6b.example
  Scrapy           xn--nxasmq6b.example
  furl             xn--nxasmq6b.example
Persian, with a joiner
  requests         xn--mgba3gch31f060k.example
  httpx            xn--mgba3gch31f060k.example
  safe_url_string  xn--mgba3gch31f.example
  canonicalize_url xn--mgba3gch31f.example
  Scrapy           xn--mgba3gch31f.example
  furl             xn--mgba3gch31f.example
Sinhala, with a joiner
  requests         xn--10cl1a0b660p.example
  httpx            xn--10cl1a0b660p.example
  safe_url_string  xn--10cl1a0b.example
  canonicalize_url xn--10cl1a0b.example
  Scrapy           xn--10cl1a0b.example
  furl             xn--10cl1a0b.example
xn--strae-oqa.example
  requests         xn--strae-oqa.example
  httpx            xn--strae-oqa.example
  safe_url_string  xn--strae-oqa.example
  canonicalize_url xn--strae-oqa.example
  Scrapy           xn--strae-oqa.example
  furl             UnicodeError
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
