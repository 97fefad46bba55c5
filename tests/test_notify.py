"""What an operator is told arrives, by mail and by webhook."""

import json
from contextlib import nullcontext
from pathlib import Path

import pytest

from newscrawl.errors import ConfigError, NotTold
from newscrawl.notify import notify, require_address
from newscrawl.printable import printable
from tests.cli.runner import newscrawl
from tests.listeners import mail_server, webhook
from tests.rows import every_row

NEWS = {"lines": ["herald: field: 12 of 12 articles have no authors", "Вести: снова хорошо"]}


def test_a_mail_arrives_with_all_lines() -> None:
    with mail_server() as (address, kept):
        notify("mailto:desk@example.org", f"smtp://ann:s%40t@{address}", "a@b.org", "Hi", NEWS)

    login, mail = kept
    assert login.startswith("AUTH PLAIN")
    assert "To: desk@example.org" in mail
    assert "Subject: Hi" in mail
    assert "Auto-Submitted: auto-generated" in mail


def test_a_webhook_gets_json() -> None:
    with webhook() as (address, kept):
        notify(f"http://{address}/hook", None, "a@b.org", "Hi", NEWS)

    assert [json.loads(each) for each in kept] == [{"subject": "Hi", **NEWS}]


def test_an_address_of_apprise_gets_the_lines() -> None:
    with webhook() as (address, kept):
        notify(f"json://{address}/hook", None, "a@b.org", "Hi", NEWS)

    [told] = [json.loads(each) for each in kept]
    assert (told["title"], told["message"].split("\n")) == ("Hi", NEWS["lines"])


def test_a_service_that_takes_nothing_is_an_error_without_its_password() -> None:
    with webhook() as (address, _), pytest.raises(NotTold) as failed:
        notify(f"json://ann:s3cret@{address}/broken", None, "a@b.org", "Hi", NEWS)

    assert address in str(failed.value)
    assert "error=500" in str(failed.value)
    assert "s3cret" not in str(failed.value)


def test_a_mail_and_a_webhook_carry_no_codes() -> None:
    news = {"lines": ["herald: \u202egnp \x9b31m \x1b[2J"]}
    with mail_server() as (address, kept):
        notify("mailto:desk@example.org", f"smtp://{address}", "a@b.org", "Hi", news)
    [mail] = kept
    assert r"herald: \u202egnp \x9b31m \x1b[2J" in mail

    with webhook() as (address, posted):
        notify(f"http://{address}/hook", None, "a@b.org", "Hi", news)
    [post] = posted
    assert printable(post) == post
    assert json.loads(post) == {"subject": "Hi", **news}


@pytest.mark.parametrize("to", ["mailto:refuse@example.org", "http://{}/broken", "http://{}"])
def test_what_nobody_takes_is_an_error_with_the_host(to: str) -> None:
    server = mail_server() if to.startswith("mailto") else webhook()
    with server as (address, _):
        smtp = f"smtp://{address}"
        if not to.endswith("}"):
            with pytest.raises(NotTold, match=r"127\.0\.0\.1 did not accept"):
                notify(to.format(address), smtp, "a@b.org", "Hi", NEWS)
    if to.endswith("}"):
        # Nobody listens there any more.
        with pytest.raises(NotTold, match=r"127\.0\.0\.1 did not accept"):
            notify(to.format(address), smtp, "a@b.org", "Hi", NEWS)


_MAIL = "mailto:desk@example.org"


@every_row(
    ("target", "smtp"),
    [
        ("http://example.org/hook", None),
        ("ftp://example.org/hook", None),
        ("file:///etc/passwd", None),
        ("desk@example.org", None),
        ("mailto:", None),
        ("https://[::1/hook", None),
        ("mailto:desk@example.org", "http://127.0.0.1"),
        ("mailto:desk@example.org", "smtp://"),
        ("mailto:desk@example.org", "smtp://host:many"),
    ],
)
def test_a_target_that_is_neither_is_refused(target: str, smtp: str | None) -> None:
    with pytest.raises(ConfigError, match=r"NEWSCRAWL_(NOTIFY|SMTP) must look like"):
        notify(target, smtp, "a@b.org", "Hi", NEWS)


@every_row(
    ("sender", "is_one"),
    [
        ("desk@example.org", True),
        ("The Desk <desk@example.org>", True),
        ("foo", False),
        ("desk@", False),
        ("desk@example.org\nBcc: all@example.org", False),
    ],
)
def test_a_sender_is_an_address(sender: str, is_one: bool) -> None:
    with nullcontext() if is_one else pytest.raises(ConfigError, match="NEWSCRAWL_MAIL_FROM must"):
        require_address(_MAIL, None, sender)


@pytest.mark.parametrize("command", ["health --notify", "schedule", "worker"])
@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({"NEWSCRAWL_NOTIFY": "desk@example.org"}, "NEWSCRAWL_NOTIFY must look like"),
        ({"NEWSCRAWL_NOTIFY": _MAIL, "NEWSCRAWL_MAIL_FROM": "foo"}, "NEWSCRAWL_MAIL_FROM must"),
    ],
)
def test_a_target_that_is_none_is_refused_while_there_is_nothing_to_tell(
    tmp_path: Path, environ: dict[str, str], says: str, command: str
) -> None:
    if command == "worker":
        pytest.importorskip("procrastinate", reason="worker needs Procrastinate")
    done = newscrawl(*command.split(), NEWSCRAWL_HOME=str(tmp_path), **environ)

    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
