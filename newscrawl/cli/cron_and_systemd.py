"""When newscrawl is started: lines for cron, and units for systemd. Pure."""

import hashlib
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newscrawl.cli.own_process import log_folder

#: Minutes between two looks at what is due: no outlet is asked more often.
_LOOK = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is started, and how."""

    #: The program, and what stands before its commands.
    command: tuple[str, ...]
    home: Path
    #: For `crawl-due` all that were crawled, where there are none.
    outlets: tuple[str, ...] = ()
    #: A crawl of each outlet every hour, in place of `crawl-due`.
    is_each: bool = False
    #: Somebody is to be told of what needs a look.
    is_telling: bool = False

    def starts(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Name, minutes of the hour and arguments of what is started."""
        if self.is_telling:
            yield "health", _minutes(f"health {self.home}"), ("health", "--notify")
        if not self.is_each:
            yield "crawl-due", _minutes(str(self.home)), ("crawl-due", *self.outlets)
            return
        for outlet in self.outlets:
            yield outlet, str(_minute(outlet, 60)), ("crawl", outlet)


def _minutes(name: str) -> str:
    """Four minutes of the hour."""
    return ",".join(str(minute) for minute in range(_minute(name, _LOOK), 60, _LOOK))


def _minute(name: str, of: int) -> int:
    """A minute that is the same each time, and another one for most names."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest()
    return int.from_bytes(digest[:8]) % of


def crontab_lines(plan: Plan) -> list[str]:
    """The lines of a crontab. What they write to stderr, or at all, is worth a mail."""
    return [_line(plan, *start) for start in plan.starts()]


def _line(plan: Plan, name: str, minutes: str, arguments: Sequence[str]) -> str:
    folder = log_folder(plan.home)
    log = shlex.quote(str(folder / f"{name}.log"))
    run = f"NEWSCRAWL_HOME={shlex.quote(str(plan.home))} {shlex.join([*plan.command, *arguments])}"
    run = f"mkdir -p {shlex.quote(str(folder))} && {run} >>{log}"
    if plan.is_each and name in plan.outlets:
        # Its warnings are for the log; 75 is a crawl that takes longer than an hour.
        told = f"echo newscrawl crawl {name} ended with $code, see {log}"
        run += f" 2>&1 || {{ code=$?; [ $code -eq 75 ] || {told}; }}"
    # To cron, a percent sign ends the line.
    return f"{minutes} * * * * {run}".replace("%", r"\%")


def units(plan: Plan) -> Iterator[tuple[str, str]]:
    """Files of systemd by name. What is written goes to the journal."""
    for name, minutes, arguments in plan.starts():
        unit = "newscrawl" if name == "crawl-due" else f"newscrawl-{name}".replace("_", "-")
        yield (
            f"{unit}.service",
            _SERVICE.format(
                arguments=" ".join(arguments),
                **_run(plan, *arguments),
            ),
        )
        yield f"{unit}.timer", _TIMER.format(arguments=" ".join(arguments), minutes=minutes)


def worker_unit(plan: Plan) -> tuple[str, str]:
    """A file of systemd by its name: a worker that is always there."""
    return "newscrawl-worker.service", _WORKER.format(**_run(plan, "worker"))


def _run(plan: Plan, *arguments: str) -> dict[str, str]:
    """What every service says of its home and its command."""
    program, *given = (*plan.command, *arguments)
    # Variables are not looked for in the name of the program.
    words = (program, *(word.replace("$", "$$") for word in given))
    return {
        "home": _quoted(f"NEWSCRAWL_HOME={plan.home}"),
        "command": " ".join(map(_quoted, words)),
    }


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


# A signal goes to newscrawl alone, which hands it on: two of them end a crawl at once.
_SERVICE = """\
[Unit]
Description=newscrawl {arguments}

[Service]
Type=oneshot
Environment={home}
ExecStart={command}
KillMode=mixed
TimeoutStopSec=120
SuccessExitStatus=75
"""
_WORKER = """\
[Unit]
Description=newscrawl worker
Wants=network-online.target
After=network-online.target

[Service]
Environment={home}
ExecStart={command}
KillMode=mixed
TimeoutStopSec=120
SuccessExitStatus=11
Restart=always
RestartSec=30

[Install]
WantedBy=default.target
"""
_TIMER = """\
[Unit]
Description=newscrawl {arguments}

[Timer]
OnCalendar=*:{minutes}
Persistent=true

[Install]
WantedBy=timers.target
"""
