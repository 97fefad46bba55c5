"""How bot walls give themselves away: headers, and marks in their markup."""

from collections.abc import Mapping

from newscrawl.page import Page

#: What bot walls leave in the markup of their pages, and some of them in every page they guard.
_MARKS = (
    b"<title>Just a moment...", b"<title>Attention Required!", b"/cdn-cgi/challenge-platform/",
    b"cf-browser-verification", b"cf_chl_opt", b"cf-error-details", b"captcha-delivery.com",
    b"px-captcha", b"_Incapsula_Resource", b"Incapsula incident", b"errors.edgesuite.net",
    b"ddos-guard", b"DDoS-Guard", b"sucuri_cloudproxy", b"awsWafCookieDomainList", b"distil_r_",
    b"geetest", b"/_sec/cp_challenge", b"showcaptcha", b"SmartCaptcha", b"smartcaptcha",
    b"g-recaptcha", b"h-captcha", b"cf-turnstile", b"within.website/x/cmd/anubis", b"KPSDK",
)  # fmt: skip
_AKAMAI = (b"<TITLE>Access Denied</TITLE>", b"Reference&#32;&#35;")
#: Links of a bot wall's page, at most.
_FEW_LINKS = 10
#: Bytes of the largest page that is looked through for such marks; bot walls are small.
SMALL = 40_000
_HEADERS = (("cf-mitigated", "challenge"), ("x-amzn-waf-action", ""))


def is_challenged(headers: Mapping[str, str]) -> bool:
    return any(name in headers and value in headers[name].lower() for name, value in _HEADERS)


def has_marks(html: bytes) -> bool:
    return any(mark in html for mark in _MARKS) or all(mark in html for mark in _AKAMAI)


def looks_walled(page: Page) -> bool:
    """Whether a small page has a bot wall's marks, and next to no links, unlike a guarded page."""
    if len(page.html) > SMALL or not has_marks(page.html):
        return False
    return len(page.tree.css("a[href]")) <= _FEW_LINKS
