"""What every request and every answer is held against, whatever the page."""

from collections.abc import Set as AbstractSet

from flask import Flask, Response, abort, request

#: Nothing from anywhere else, no script, no frame around us, and only our own frames in us.
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "browsing-topics=()",
    "Cache-Control": "no-cache",
}


def add(app: Flask, hosts: AbstractSet[str]) -> None:
    """Refuse what was asked by another name than ours, and tell browsers what pages may do."""

    @app.before_request
    def check_host() -> None:
        # A site whose name was made to lead here would read the archive through its visitors.
        if hosts and _name_in(request.headers.get("Host", "")) not in hosts:
            abort(421)

    @app.after_request
    def tell(answer: Response) -> Response:
        for name, value in _HEADERS.items():
            answer.headers.setdefault(name, value)
        answer.headers.pop("Server", None)
        return answer


def _name_in(host: str) -> str:
    """The name without the port: ``[::1]:8080`` is ``[::1]``."""
    name, _, port = host.rpartition(":")
    return (name if name and port.isdecimal() else host).lower()
