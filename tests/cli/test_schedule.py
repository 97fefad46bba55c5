"""Lines that cron and systemd understand, and a crontab that keeps all other lines."""

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl.cli.cron_and_systemd import Plan, crontab_lines, units, worker_unit
from newscrawl.cli.crontab import replaced
from newscrawl.errors import NewscrawlError
from tests.cli.inside import newscrawl_inside

#: All that a shell, cron or systemd might take for its own.
ODD = 'a home\'s "own" 50% $HOME \\ & place'

# Stands in for the program of a system's cron, which keeps a crontab where only it may write.
CRONTAB = """#!/bin/sh
if [ "$1" = -l ]; then
    [ -e "$CRONTAB" ] || { echo "no crontab for tester" >&2; exit 1; }
    exec cat "$CRONTAB"
fi
[ -e "$CRONTAB.refuses" ] && { echo "bad minute" >&2; exit 1; }
exec cat >"$CRONTAB"
"""


def plan(home: Path, *outlets: str, program: str = "/opt/newscrawl", is_each: bool = False) -> Plan:
    return Plan(command=(program,), home=home, outlets=outlets, is_each=is_each)


@pytest.fixture
def bin_(tmp_path: Path) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    _program(folder / "crontab", CRONTAB)
    return folder


def _program(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


def run_by_cron(line: str) -> "subprocess.CompletedProcess[str]":
    """What cron does with a line: its command up to a percent sign, handed to a bare shell."""
    command = line.split(" ", 5)[5]
    assert "%" not in command.replace("\\%", "")
    return subprocess.run(
        ["/bin/sh", "-c", command.replace("\\%", "%")],
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("outlets", "arguments"), [((), "crawl-due"), (("one", "two"), "crawl-due one two")]
)
def test_cron_starts_the_very_program_in_the_very_home(
    tmp_path: Path, outlets: tuple[str, ...], arguments: str
) -> None:
    home = tmp_path / ODD
    program = tmp_path / "bin & 100%" / "newscrawl"
    program.parent.mkdir()
    _program(program, '#!/bin/sh\necho "$NEWSCRAWL_HOME"; echo "$@"; echo wrong >&2\n')
    [line] = crontab_lines(plan(home, *outlets, program=str(program)))

    done = run_by_cron(line)

    # What is mailed is what went wrong.
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "wrong\n")
    assert (home / "log" / "crawl-due.log").read_text() == f"{home}\n{arguments}\n"


@pytest.mark.parametrize(("code", "is_mailed"), [(0, False), (75, False), (3, True)])
def test_a_crawl_that_fails_is_mailed_with_its_code(
    tmp_path: Path, code: int, is_mailed: bool
) -> None:
    home, program = tmp_path / ODD, tmp_path / "newscrawl"
    _program(program, f"#!/bin/sh\necho warned >&2; exit {code}\n")
    [line] = crontab_lines(plan(home, "one", program=str(program), is_each=True))

    done = run_by_cron(line)

    log = home / "log" / "one.log"
    said = f"newscrawl crawl one ended with {code}, see {log}\n" if is_mailed else ""
    assert (done.stdout, done.stderr, log.read_text()) == (said, "", "warned\n")


def test_what_is_due_is_looked_for_every_quarter_of_an_hour(tmp_path: Path) -> None:
    [line] = crontab_lines(plan(tmp_path))

    minutes = [int(minute) for minute in line.split()[0].split(",")]
    assert line.split()[1:5] == ["*"] * 4
    assert minutes == [minutes[0] + at for at in (0, 15, 30, 45)]
    assert 0 <= minutes[0] < 15


def test_outlets_are_spread_over_the_hour_and_stay_where_they_are() -> None:
    names = [f"outlet_{number}" for number in range(300)]
    lines = crontab_lines(plan(Path("/srv"), *names, is_each=True))
    again = crontab_lines(plan(Path("/srv"), *reversed(names), is_each=True))

    minutes = [int(line.split()[0]) for line in lines]
    assert sorted(lines) == sorted(again)
    assert len(set(minutes)) > 55
    assert max(minutes.count(minute) for minute in minutes) < 15


def test_units_name_the_program_the_home_and_the_minutes() -> None:
    home = Path("/srv") / ODD
    files = dict(units(plan(home, "one_two", program="/opt/100% $x/newscrawl", is_each=True)))

    assert set(files) == {"newscrawl-one-two.service", "newscrawl-one-two.timer"}
    service, timer = files["newscrawl-one-two.service"], files["newscrawl-one-two.timer"]
    assert 'ExecStart="/opt/100%% $x/newscrawl" "crawl" "one_two"' in service
    _, worker = worker_unit(plan(home, program="/opt/100% $x/newscrawl"))
    assert 'ExecStart="/opt/100%% $x/newscrawl" "worker"' in worker
    assert (
        'Environment="NEWSCRAWL_HOME=/srv/a home\'s \\"own\\" 50%% $HOME \\\\ & place"' in service
    )
    [line] = crontab_lines(plan(home, "one_two", is_each=True))
    assert f"OnCalendar=*:{line.split()[0]}\n" in timer


OTHERS = b"# mine\nMAILTO=a@b.example\n\n0 5 * * *\t/bin/true \\% \xff\r\n"
HOME = Path("/srv/news")


def test_lines_come_and_go_and_others_stay_byte_for_byte() -> None:
    once = replaced(OTHERS, HOME, [b"1 * * * * a\n"])
    twice = replaced(once, HOME, [b"1 * * * * a\n"])
    changed = replaced(once + b"# below\n", HOME, [b"2 * * * * b\n"])

    assert (
        once
        == twice
        == OTHERS
        + (b"# begin of newscrawl in /srv/news\n1 * * * * a\n# end of newscrawl in /srv/news\n")
    )
    assert changed == once.replace(b"1 * * * * a", b"2 * * * * b") + b"# below\n"
    assert replaced(changed, HOME, []) == OTHERS + b"# below\n"
    assert replaced(OTHERS, HOME, []) == OTHERS


def test_homes_have_lines_of_their_own() -> None:
    both = replaced(replaced(b"", HOME, [b"1\n"]), Path("/srv/other"), [b"2\n"])

    assert replaced(both, HOME, []) == replaced(b"", Path("/srv/other"), [b"2\n"])


def test_a_beginning_without_an_end_is_left_alone() -> None:
    with pytest.raises(NewscrawlError, match="no line '# end of newscrawl in /srv/news'"):
        replaced(b"# begin of newscrawl in /srv/news\n1 * * * * a\n", HOME, [b"2\n"])


def schedule(tmp_path: Path, *args: str, **more: str) -> "subprocess.CompletedProcess[str]":
    environ = {
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "CRONTAB": str(tmp_path / "crontab"),
        "NEWSCRAWL_HOME": str(tmp_path / ODD),
    }
    return newscrawl_inside("schedule", *args, **{**environ, **more})


@pytest.mark.usefixtures("bin_")
def test_the_users_crontab_gets_the_lines_and_gives_them_back(tmp_path: Path) -> None:
    crontab = tmp_path / "crontab"
    crontab.write_bytes(OTHERS)
    printed = schedule(tmp_path, "moscow_times").stdout.splitlines()[-1]

    for _ in range(2):
        done = schedule(tmp_path, "moscow_times", "--install")
        assert (done.returncode, done.stdout) == (0, "")
        assert crontab.read_bytes().startswith(OTHERS)
        assert crontab.read_bytes().decode("utf-8", "replace").splitlines()[-2] == printed
    assert schedule(tmp_path, "--remove").returncode == 0
    assert crontab.read_bytes() == OTHERS


@pytest.mark.usefixtures("bin_")
def test_a_user_without_a_crontab_gets_one(tmp_path: Path) -> None:
    assert schedule(tmp_path, "--install").returncode == 0
    assert (tmp_path / "crontab").read_text().count("crawl-due") == 2


@pytest.mark.usefixtures("bin_")
def test_a_crontab_that_is_refused_is_said(tmp_path: Path) -> None:
    (tmp_path / "crontab.refuses").touch()

    done = schedule(tmp_path, "--install")

    assert (done.returncode, done.stderr) == (1, "newscrawl: crontab refused: bad minute\n")


def test_a_machine_without_crontab_is_told_of_systemd(tmp_path: Path) -> None:
    done = schedule(tmp_path, "--install", PATH=str(tmp_path))

    assert done.returncode == 1
    assert done.stderr == (
        "newscrawl: there is no crontab program on this machine: see newscrawl schedule --systemd\n"
    )


@pytest.mark.usefixtures("bin_")
def test_what_cron_would_not_know_is_not_installed(tmp_path: Path) -> None:
    url = "postgresql://db.example/news"
    (tmp_path / ODD).mkdir()

    told = schedule(tmp_path, NEWSCRAWL_DATABASE_URL=url)
    kept = schedule(tmp_path, NEWSCRAWL_KEEP_LOCAL="1", NEWSCRAWL_MAIL_FROM="a@b.example")
    bucket = {"NEWSCRAWL_SNAPSHOTS": "s3://b/c", "AWS_SECRET_ACCESS_KEY": "key"}
    unit = schedule(tmp_path, "--workers", **bucket)
    refused = schedule(tmp_path, "--install", NEWSCRAWL_DATABASE_URL=url)
    (tmp_path / ODD / ".env").write_text(f"NEWSCRAWL_DATABASE_URL={url}\n")
    done = schedule(tmp_path, "--install", NEWSCRAWL_DATABASE_URL=url)

    assert "cron will not know NEWSCRAWL_DATABASE_URL" in told.stderr
    assert "NEWSCRAWL_MAIL_FROM and NEWSCRAWL_KEEP_LOCAL, set in this shell" in kept.stderr
    assert "systemd will not know NEWSCRAWL_SNAPSHOTS and " in unit.stderr
    assert "AWS_SECRET_ACCESS_KEY" in unit.stderr
    assert "crawl-due" in told.stdout
    assert (refused.returncode, refused.stderr) == (2, told.stderr)
    assert done.returncode == 0


def test_who_is_to_be_told_is_told_by_a_line_of_its_own(tmp_path: Path) -> None:
    told = replace(plan(tmp_path), is_telling=True)

    health, due = crontab_lines(told)

    assert "newscrawl health --notify >>" in health.replace("'", "")
    assert due == crontab_lines(plan(tmp_path))[0]
    assert [name for name, _ in units(told)] == [
        "newscrawl-health.service",
        "newscrawl-health.timer",
        "newscrawl.service",
        "newscrawl.timer",
    ]


def test_a_worker_has_a_unit_that_is_always_there(tmp_path: Path) -> None:
    done = newscrawl_inside("schedule", "--workers", NEWSCRAWL_HOME=str(tmp_path))

    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].endswith("/newscrawl-worker.service")
    assert f'Environment="NEWSCRAWL_HOME={tmp_path}"' in lines
    assert any(line.startswith("ExecStart=") and line.endswith('"worker"') for line in lines)
    assert "Restart=always" in lines
