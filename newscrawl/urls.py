"""Canonical URLs: one spelling for every address of the same page."""

import hashlib
import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

#: Query parameters that say where a reader came from, never what is on the page.
_TRACKING = re.compile(
    r"^(utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|dclid|yclid|msclkid|igshid|mc_[ce]id|_ga|ref_src"
    r"|wt_mc|cmpid|ns_\w+|xtor|at_medium|at_campaign|__twitter_impression)$",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SAFE = "/:@!$&'()*+,;=~-._%"
#: Addresses that are canonical as they are: most of those that feeds and sitemaps list.
_PLAIN = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*/[a-zA-Z0-9/_.~-]*")
#: A longer address is no article: it is a trap, or an attack.
LONGEST_URL = 2048


def canonical(url: str) -> str | None:
    """The URL in its one spelling, or None if it is no http(s) address.

    Lower-case host, no default port, fragment, user name or tracking parameter; percent-encoded
    where it must be. The scheme and a trailing slash stay as they are: they can mean another page.
    """
    if _PLAIN.fullmatch(url):
        return url
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return None
    host = f"[{host}]" if ":" in host else host
    netloc = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    path = quote(parts.path, safe=_SAFE, errors="replace") or "/"
    return urlunsplit((parts.scheme, netloc, path, _without_tracking(parts.query), ""))


def absolute(base: str, link: str) -> str | None:
    """The canonical form of a link found on the page ``base``."""
    if _PLAIN.fullmatch(link):
        return link
    try:
        return canonical(urljoin(base, link.strip()))
    except ValueError:
        return None


def host_of(url: str) -> str:
    """The host of a URL with its port, if it has one; empty if there is none."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def with_host(url: str, origin: str) -> str:
    """The same path and query at another origin, such as ``http://127.0.0.1:8000``."""
    at, parts = urlsplit(origin), urlsplit(url)
    return urlunsplit(SplitResult(at.scheme, at.netloc, parts.path, parts.query, parts.fragment))


def path_of(url: str) -> str:
    """Path and query of a URL."""
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def short_key(url: str) -> str:
    """The URL itself as a key, or its hash where an index could not hold it."""
    if len(url) <= LONGEST_URL:
        return url
    return f"sha256:{hashlib.sha256(url.encode()).hexdigest()}"


def _without_tracking(query: str) -> str:
    if not query:
        return ""
    # Escapes stay as they are: not every site's queries are UTF-8.
    kept = (pair for pair in query.split("&") if not _TRACKING.match(pair.partition("=")[0]))
    return quote("&".join(kept), safe=_SAFE + "?[]|", errors="replace")
