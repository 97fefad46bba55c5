"""Canonical URLs: one spelling for every address of the same page."""

import hashlib
import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

from ada_url import join_url, normalize_url

#: Query parameters that say where a reader came from, never what is on the page: by their
#: beginning, and by their name. One that some site needs to choose a page is none of them.
_TRACKING_FAMILIES = (
    "utm_ mtm_ pk_ piwik_ matomo_ hsa_ ns_ at_custom fb_action_ guce_ ml_subscriber"
)
_TRACKING_NAMES = """
    fbclid fb_source fb_ref mibextid igshid igsh twclid ttclid li_fat_id rdt_cid epik sccid
    gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl
    yclid ysclid ymclid _openstat openstat etext msclkid rb_clickid erid
    mc_cid mc_eid mkt_tok dm_i _ke _kx vero_id vero_conv oly_anon_id oly_enc_id wickedid
    _hsenc _hsmi __hssc __hstc __hsfp hsctatracking _branch_match_id _branch_referrer
    s_cid s_kwcid ef_id irclickid cjevent ref_src ref_url __twitter_impression guccounter
    wt_mc wt_zmc wt.mc_id cmpid ncid xtor at_medium at_campaign at_campaign_type at_format
    at_link_id at_link_type at_link_origin at_ptr_name at_bbc_team
    ml_subscriber ck_subscriber_id sfnsn tblci dicbo obclickid ob_click_id outbrainclickid
    __cft__%5B0%5D __tn__ __s hss_channel vgo_ee unicorn_click_id sms_click sms_source sms_uph
    et_rid ss_email_id ss_source bbeml _bta_tid _bta_c qclid yadclid yadordid
    elqtrackid elqtrack elqaid elqat spmailingid spuserid spjobid spreportid
"""
_TRACKING = re.compile(
    rf"(?:amp;)*(?:(?:{'|'.join(_TRACKING_FAMILIES.split())})\w+"
    rf"|(?:{'|'.join(map(re.escape, _TRACKING_NAMES.split()))}))(?:=|$)",
    re.IGNORECASE,
)
#: Which spelling this is: an archive of another one is respelled. The number goes up where anything
#: but the tracking parameters changes how addresses are spelled.
SPELLING = f"1-{hashlib.sha256(_TRACKING.pattern.encode()).hexdigest()[:12]}"
#: An address as the parser writes it.
_HREF = re.compile(
    r"(https?://)(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*?)(\.*)(:\d+)?(/[^?#]*)(?:\?([^#]*))?(?:#.*)?",
    re.DOTALL,
)
#: Addresses that are canonical as they are: most of those that feeds and sitemaps list.
_PLAIN = re.compile(r"https?://(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*/[a-zA-Z0-9/_.~-]*")
#: A path that is canonical below any host.
_PLAIN_PATH = re.compile(r"/(?:[a-zA-Z0-9_.~-][a-zA-Z0-9/_.~-]*)?")
#: An ampersand that was escaped once too often.
_AMPERSAND = re.compile(r"&(?:(?:amp|#0*38|#[xX]0*26);)+")
_ESCAPE = re.compile(r"(?<!%)(?<!%[0-9a-fA-F])%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
#: What browsers send as it is, and others escape.
_ODD = re.compile(r"[\[\]|^`{}\\]")
_SURROGATE = re.compile("[\ud800-\udfff]")
#: A longer address is no article: it is a trap, or an attack.
LONGEST_URL = 2048
#: What is longer is no address at all but a quote that never closed: half a page, which would take
#: a second to spell. Browsers stop at some such length too.
_LONGEST_SPELLED = 1 << 15


def canonical(url: str) -> str | None:
    """The URL in its one spelling, or None if it is no http(s) address.

    Read as browsers do (WHATWG's URL standard): dot segments are walked, hosts are in lower case
    and in ASCII, letters beyond it in the path are escaped. Beyond that escapes are in capitals and
    none that needs no escape; there is no fragment, user name or tracking parameter. The scheme and
    a trailing slash stay as they are: they can mean another page.
    """
    return url if _is_plain(url) else _spelled(url)


def absolute(base: str, link: str) -> str | None:
    """The canonical form of a link found on the page ``base``."""
    if link.startswith("/") and not link.startswith("//") and _is_plain(base):
        # Most links of a page; the parser would take ten times as long to say the same.
        rooted = _beginning(base) + link
        if _is_plain(rooted):
            return rooted
    return link if _is_plain(link) else _spelled(link, base)


def _is_plain(url: str) -> bool:
    # A segment that begins with a dot may be a step up.
    return _PLAIN.fullmatch(url) is not None and "/." not in url


def is_plain_path(link: str) -> bool:
    """Whether a link is a path from the root, and canonical as it is."""
    return _PLAIN_PATH.fullmatch(link) is not None and "/." not in link


def _beginning(url: str) -> str:
    """Scheme and host of an address that is plain."""
    return url[: url.index("/", len("https://"))]


def _spelled(url: str, base: str | None = None) -> str | None:
    if len(url) > _LONGEST_SPELLED:
        return None
    if "&" in url:
        url = _AMPERSAND.sub("&", url)
    try:
        href = normalize_url(url) if base is None else join_url(base, url)
    except ValueError:
        whole = _SURROGATE.sub("\ufffd", url)
        return _spelled(whole, base) if whole != url else None
    parts = _HREF.fullmatch(href)
    if not parts or not parts[2]:
        return None
    scheme, host, dots, port, path, query = parts.groups("")
    if dots:
        # Without them it may be a number, which is read as an address of four.
        return _spelled(f"{scheme}{host}{port}{path}?{query}")
    path, query = _escaped(path), _without_tracking(_escaped(query))
    return f"{scheme}{host}{port}{path}{'?' if query else ''}{query}"


def _escaped(text: str) -> str:
    """With each escape in its one spelling, whatever encoding it is of."""
    text = _ODD.sub(lambda odd: f"%{ord(odd[0]):02X}", text)
    return _ESCAPE.sub(_respelled, text) if "%" in text else text


def _respelled(escape: re.Match[str]) -> str:
    code = int(escape[1], 16)
    return chr(code) if code in _UNRESERVED else escape[0].upper()


def _without_tracking(query: str) -> str:
    # An empty pair, as what follows a tool's "?" or "&" may leave, says nothing to anybody.
    pairs = query.split("&") if query else ()
    return "&".join(pair for pair in pairs if pair and not _TRACKING.match(pair))


def host_of(url: str) -> str:
    """The host of a URL in its one spelling, with its port, if it has one; empty for none."""
    try:
        host = urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""
    return host if host.isascii() else in_ascii(host)


def in_ascii(host: str) -> str:
    """A host as its one spelling has it: one of another alphabet in Punycode."""
    found = canonical(f"https://{host}/")
    return found[len("https://") : -1] if found else host


def with_host(url: str, origin: str) -> str:
    """The same path and query at another origin, such as ``http://127.0.0.1:8000``."""
    at, parts = urlsplit(origin), urlsplit(url)
    return urlunsplit(SplitResult(at.scheme, at.netloc, parts.path, parts.query, parts.fragment))


def path_of(url: str) -> str:
    """Path and query of a URL."""
    if _is_plain(url):
        return url.removeprefix(_beginning(url))
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def short_key(url: str) -> str:
    """The URL itself as a key, or its hash where an index could not hold it."""
    if len(url) <= LONGEST_URL:
        return url
    return f"sha256:{hashlib.sha256(url.encode()).hexdigest()}"
