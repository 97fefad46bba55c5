"""How bot walls give themselves away: headers, and marks in their markup."""

import re
from collections.abc import Mapping

#: What a bot wall's own page has in its tags, and no page that it guards: elements of the
#: challenge, and where its scripts and frames come from.
_OWN_IN_TAGS = re.compile(
    # Anubis, go-away, and other proofs of work
    rb"\bid=[\"']?(?:anubis_(?:challenge|version)|preact_info)\b|\.within\.website/x/cmd/anubis/"
    rb"|\.gammaspectra\.live/git/go-away/|/\.basedflare/|/\.bunny-shield/assets/\S{0,80}challenge"
    rb"|\bid=[\"']?slg-(?:box|title|bg|warning|caption)\b|/\.safeline/(?:static|challenge|\w+_page)"
    rb"|/\.well-known/sgcaptcha/|/\.cerberus/|/\.lsrecap/|\bid=[\"']?lsrecaptcha-form"
    # Cloudflare, DataDome, HUMAN
    rb"|/cdn-cgi/challenge-platform/h/\w+/orchestrate/|\bid=[\"']?(?:cf-)?challenge-(?:running|error)"
    rb"|\b(?:ct|geo|interstitial)\.captcha-delivery\.com|\bid=[\"']?px-captcha"
    rb"|\bcaptcha\.(?:px-cdn|perimeterx)\.net|/ips\.js\?\S{0,80}kp_uidz="
    # Akamai, Imperva, AWS, Azure, Vercel
    rb"|\bid=[\"']?sec-(?:if-cpt|cpt-if|bc-)|/_sec/(?:cp_challenge|verify)|[?&;]bm-verify="
    rb"|\bid=[\"']?interstitial-inprogress|\b(?:Checkbox|Advanced)Captcha-"
    rb"|_Incapsula_Resource\?[CS]WUDNSAI|/\.well-known/vercel/security/|\.awswaf\.com/\S{0,80}captcha\.js|/\.azwaf/"
    # DDoS-Guard, Qrator, Servicepipe, Sucuri, Radware, Google
    rb"|/\.well-known/ddos-guard/|\bid=[\"']?ddg-captcha|/__qrator/"
    rb"|\bid=[\"']?id_captcha_frame_div|\bservicepipe\.(?:ru|tech)/static"
    rb"|sucuri-firewall-block|validate\.perfdrive\.com|/recaptcha/challengepage/"
    # Alibaba, Queue-it
    rb"|\bid=[\"']?baxia-punish|/_____tmd_____/|\bdata-pageid=[\"']?(?:before|queue|after)[\"'\s][^<>]{0,80}\bdata-culture=",
    re.IGNORECASE,
)
#: The same in its scripts. An article may show them: what says that it is one is believed.
_OWN_IN_SCRIPTS = re.compile(
    rb"\b_cf_chl_opt\s*=|\bwindow\.gokuProps\s*=|[\"']geo\.captcha-delivery\.com|\bacw_sc__v2\b"
    rb"|\bsucuri_cloudproxy_js\b|/\.well-known/(?:sgcaptcha|vercel/security)/|/__qrator/"
    rb"|/_sec/(?:cp_challenge|verify\?provider)|/\.bunny-shield/verify|/\.basedflare/"
    rb"|\bqueueViewModel\s*=|\bwsidchk\b|\bwindow\.rbzns\s*=|\bget_cookie_spsn\b|\bcN\s*=\s*[\"']swp_token"
)
#: What bot walls leave in their pages, and some of them in every page they guard.
_MARKS = (
    b"/cdn-cgi/challenge-platform/", b"cf-browser-verification", b"cf_chl_opt", b"cf-turnstile",
    b"cf-error-details", b"challenge-running", b"challenge-error", b"captcha-delivery.com",
    b"px-captcha", b"_pxAppId", b"_Incapsula_Resource", b"Incapsula incident", b"distil_r_",
    b"onProtectionInitialized", b"errors.edgesuite.net", b"/_sec/", b"sec-if-cpt", b"sec-cpt-if",
    b"sec-bc-", b"bm-verify", b"ddos-guard", b"DDoS-Guard", b"ddg-captcha", b"sucuri",
    b"awsWafCookieDomainList", b"gokuProps", b".awswaf.com/", b"vercel/security/", b"/_fs-ch-",
    b"geetest", b"showcaptcha", b"SmartCaptcha", b"smartcaptcha", b"g-recaptcha", b"h-captcha",
    b"challengepage/", b"anubis_", b"/x/cmd/anubis", b"preact_info", b"git/go-away", b"KPSDK",
    b".basedflare/", b".bunny-shield/", b"slg-", b"sgcaptcha", b"__qrator", b"perfdrive.com",
    b"acw_sc__v2", b"/TSPD/", b"bobcmn", b".azwaf/", b"rbzns", b".safeline/", b".cerberus/",
    b"lsrecap", b"px-cdn.net", b"captcha.perimeterx.net", b"KP_UIDz", b"servicepipe",
    b"id_captcha_frame", b"get_cookie_spsn", b"swp_token", b"frc-captcha", b"altcha-widget",
    b"interstitial-inprogress", b"boxCaptcha-", b"AdvancedCaptcha-", b"wsidchk", b"cap-widget",
    b"mcaptcha", b"pow-bot-deterrent", b"banjax",
    b'data-pageid="queue', b'data-pageid="before', b'data-pageid="after', b"queueViewModel",
    b"baxia-punish", b"_____tmd_____",
)  # fmt: skip
_TITLES = (b"<title>Just a moment...", b"<title>Attention Required!")
_AKAMAI = (b"<TITLE>Access Denied</TITLE>", b"Reference&#32;&#35;")
#: Links and pictures are of what an article tells of, and hints are of what it may load.
_ELSEWHERE = re.compile(
    rb"<(?:a|img)\b|<link\b[^<>]*\b(?:preconnect|dns-prefetch)|<[^a-z]", re.IGNORECASE
)
_SCRIPT = re.compile(rb"<script\b", re.IGNORECASE)
_DATA = re.compile(rb"\bjson\b", re.IGNORECASE)
#: Links of a bot wall's page, at most.
_FEW_LINKS = 10
#: Bytes of the largest page that is looked through for such marks; bot walls are small.
SMALL = 60_000
_HEADERS = (
    ("cf-mitigated", "challenge"),
    ("x-amzn-waf-action", ""),
    ("x-vercel-mitigated", ""),
    ("sg-captcha", "challenge"),
    ("x-dd-b", ""),
)


def is_challenged(headers: Mapping[str, str]) -> bool:
    return any(name in headers and value in headers[name].lower() for name, value in _HEADERS)


def has_marks(html: bytes) -> bool:
    return any(mark in html for mark in _MARKS) or all(mark in html for mark in _AKAMAI)


def is_titled(html: bytes) -> bool:
    return any(title in html for title in _TITLES)


class Markup:
    """What a page says to machines: tags, but for those that tell of other pages, and scripts."""

    def __init__(self, html: bytes) -> None:
        tags, scripts = list[bytes](), list[bytes]()
        low, at = html.lower(), 0
        # In one pass, whatever is left open: what looks like tags in scripts and comments is none.
        while (start := html.find(b"<", at)) >= 0:
            is_comment = html.startswith(b"<!--", start)
            end = html.find(b"-->" if is_comment else b">", start)
            if end < 0:
                break
            tag, at = html[start : end + 1], end + 1
            if not is_comment and not _ELSEWHERE.match(tag):
                tags.append(tag)
            if _SCRIPT.match(tag):
                close = low.find(b"</script", at)
                close = close if close >= 0 else len(html)
                if not _DATA.search(tag):
                    scripts.append(html[at:close])
                at = close
        self.tags, self.scripts = b"\n".join(tags), b"\n".join(scripts)

    def is_walls_own(self) -> bool:
        return _OWN_IN_TAGS.search(self.tags) is not None

    def has_walls_scripts(self) -> bool:
        return _OWN_IN_SCRIPTS.search(self.scripts) is not None

    def has_marks(self) -> bool:
        return has_marks(self.tags) or has_marks(self.scripts)


def is_small(html: bytes) -> bool:
    """Whether a page is small, with next to no links, unlike those that a bot wall guards."""
    return len(html) <= SMALL and html.count(b"<a ") + html.count(b"<A ") <= _FEW_LINKS


def may_be_wall(html: bytes) -> bool:
    """Counting bytes costs far less than looking for the marks, which most pages need not."""
    return is_small(html) and has_marks(html)
