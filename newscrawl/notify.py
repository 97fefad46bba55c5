"""Tell an operator by mail, by a webhook, or by whatever else Apprise has an address for."""

import logging
import re
import smtplib
import ssl
from email.message import EmailMessage
from http.client import HTTPException
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from newscrawl.errors import ConfigError, NotTold
from newscrawl.printable import printable, printable_json

if TYPE_CHECKING:
    from apprise import LogCapture
    from apprise.plugins.base import NotifyBase

#: Seconds that a mail server or a webhook may take.
_WAIT = 20.0
#: An address of mail, perhaps behind a name: ``Desk <desk@example.org>``.
_SENDER = re.compile(r"(?:[^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?")


def notify(target: str, smtp: str | None, sender: str, subject: str, news: dict[str, Any]) -> None:
    """Send to an address; ``news`` has the lines to read as ``lines``.

    ``mailto:ADDRESS`` gets a mail through ``smtp``, an address of Apprise the lines, and any other
    URL a POST of ``news``. Raises ``ConfigError`` for what is none of these, ``NotTold`` where
    nobody took it.
    """
    require_address(target, smtp, sender)
    parts, lines = urlsplit(target), printable("\n".join(news["lines"]))
    if _is_mail(parts):
        _send(_mail(parts.path, sender, subject, lines), smtp)
    elif (service := _service(target)) is not None:
        _tell(service, subject, lines)
    else:
        _post(target, {"subject": subject, **news})


def require_address(target: str, smtp: str | None, sender: str | None) -> None:
    """Raise ``ConfigError`` for what nobody can be told at: better now than when there is news."""
    try:
        parts = urlsplit(target)
        if _is_mail(parts):
            _mail_server(smtp)
            if sender and not _SENDER.fullmatch(sender):
                raise ConfigError("NEWSCRAWL_MAIL_FROM must look like desk@example.org")
        is_address = _is_mail(parts) or _is_hook(parts) or _service(target) is not None
    except ValueError:
        is_address = False
    if not is_address:
        raise ConfigError(
            "NEWSCRAWL_NOTIFY must look like mailto:desk@example.org, https://example.org/hook"
            " (http on this machine only) or an address of Apprise such as slack://TOKENS"
        )


def _is_mail(parts: SplitResult) -> bool:
    return parts.scheme == "mailto" and "@" in parts.path


def _is_hook(parts: SplitResult) -> bool:
    host = parts.hostname
    return bool(host) and (parts.scheme == "https" or _is_loopback(parts.scheme, host or ""))


def _service(target: str) -> "NotifyBase | None":
    """The service at an address, if Apprise knows it; it takes half a second to load."""
    from apprise import Apprise

    with _unlogged():
        return Apprise.instantiate(target)


def _tell(service: "NotifyBase", subject: str, text: str) -> None:
    with _unlogged() as said:
        is_told = service.notify(body=text, title=subject)
    if not is_told:
        # Apprise says why in its log alone.
        why = next((line for line in said.getvalue().splitlines() if line), "it did not say why")
        where = service.url(privacy=True).partition("?")[0]  # type: ignore[no-untyped-call]
        raise NotTold(where, why)


def _unlogged() -> "LogCapture":
    """What Apprise logs, caught: an error's first line is all that an operator needs."""
    from apprise import LogCapture

    return LogCapture(  # type: ignore[no-untyped-call]
        level=logging.WARNING, fmt="%(message)s"
    )


def _is_loopback(scheme: str, host: str) -> bool:
    if scheme != "http":
        return False
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _mail(to: str, sender: str, subject: str, text: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    # No auto-reply shall answer (RFC 3834).
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(text + "\n")
    return mail


def _mail_server(smtp: str | None) -> tuple[SplitResult, str, int | None]:
    """The parts of its address, its host and its port."""
    try:
        parts = urlsplit(smtp or "smtp://localhost:25")
        host, port = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in {"smtp", "smtps"}:
        raise ConfigError("NEWSCRAWL_SMTP must look like smtp://user:password@host:587, or smtps:")
    return parts, host, port


def _send(mail: EmailMessage, smtp: str | None) -> None:
    parts, host, port = _mail_server(smtp)
    try:
        with _connected(parts.scheme, host, port) as server:
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(mail)
    except (OSError, smtplib.SMTPException) as error:
        raise NotTold(host, str(error)) from error


def _connected(scheme: str, host: str, port: int | None) -> smtplib.SMTP:
    """A server that may be told a password: encrypted, unless it is this machine."""
    context = ssl.create_default_context()
    if scheme == "smtps":
        return smtplib.SMTP_SSL(host, port or 465, timeout=_WAIT, context=context)
    server = smtplib.SMTP(host, port or 587, timeout=_WAIT)
    try:
        if not _is_loopback("http", host):
            server.starttls(context=context)
    except (OSError, smtplib.SMTPException):
        server.close()
        raise
    return server


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *given: Any) -> None:
        """A POST that was moved would arrive as a GET, without its body."""


def _post(url: str, news: dict[str, Any]) -> None:
    body = printable_json(news).encode()
    request = Request(url, data=body, headers={"Content-Type": "application/json"})
    try:
        build_opener(_NoRedirects).open(request, timeout=_WAIT).close()
    except (OSError, HTTPException) as error:
        raise NotTold(urlsplit(url).hostname or "", str(error)) from error
