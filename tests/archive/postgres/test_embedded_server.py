"""Real servers in homes of their own; clients that get killed are processes of their own."""

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg2
import pytest

from newscrawl.archive.database.backup import libpq_url
from newscrawl.archive.postgres import embedded_server
from newscrawl.archive.postgres.cluster import ROOM, socket_folder
from newscrawl.archive.postgres.data_folder import cluster_in
from newscrawl.archive.postgres.embedded_server import Server, open_database
from newscrawl.archive.postgres.postmaster import Postmaster, read_postmaster
from newscrawl.config import Config
from newscrawl.errors import ConfigError, DatabaseUnavailable, DiskFull
from tests.crawl.runner import wait_until
from tests.own_server import ask
from tests.ready_programs import ReadyProgram

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("fcntl") is None, reason="the embedded server is for POSIX systems"
)
is_root = hasattr(os, "geteuid") and os.geteuid() == 0
needs_root = pytest.mark.skipif(not is_root, reason="mounts need root")
SYSTEM_15 = Path("/usr/lib/postgresql/15/bin")
needs_15 = pytest.mark.skipif(not SYSTEM_15.is_dir(), reason="no Postgres 15 on this machine")

CLIENT = """
import sys
from pathlib import Path
from newscrawl.archive.postgres.embedded_server import Server
said = []
server = Server(Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2:] else None, said.append)
print(server.start(), len(said), flush=True)
sys.stdin.read()
server.release()
"""


class Client:
    """Another process that holds a share until it is told to go, or killed."""

    def __init__(self, home: Path, *pg_bin: Path, **environment: str) -> None:
        self.process = ReadyProgram(
            [sys.executable, "-c", CLIENT, str(home), *map(str, pg_bin)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )

    def url(self) -> str:
        return self.answer()[0]

    def answer(self) -> list[str]:
        """Its URL, and how many lines it said."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().split()

    def go(self) -> None:
        self.process.communicate(timeout=60)

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=60)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a database in it, at rest: copied, because making one takes seconds."""
    home = tmp_path_factory.mktemp("archive")
    with Server(home):
        pass
    return home


@pytest.fixture
def new_home() -> Iterator[Path]:
    """A home yet to be made, whose server is gone after the test, whatever the test did."""
    with tempfile.TemporaryDirectory(prefix="newscrawl-test-") as folder:
        yield Path(folder, "home")
        for data in Path(folder).glob("**/postgres/*/data"):
            end(data)


@pytest.fixture
def home(new_home: Path, archive: Path) -> Path:
    """The same with a database in it."""
    return shutil.copytree(archive, new_home)


def end(data: Path) -> None:
    server = read_postmaster(data)
    if server is not None and server.is_running():
        server.stop(30)
        if server.socket is not None:
            with contextlib.suppress(OSError):
                server.socket.rmdir()


def running(home: Path) -> Postmaster | None:
    """The server of this home that is alive."""
    for data in home.glob("postgres/*/data"):
        server = read_postmaster(data)
        if server is not None and server.is_running():
            return server
    return None


def pid_of(home: Path) -> int:
    server = running(home)
    assert server is not None
    return server.pid


def test_the_first_start_says_in_one_line_where_the_database_is(new_home: Path) -> None:
    said: list[str] = []

    with Server(new_home, say=said.append):
        pass
    with Server(new_home, say=said.append):
        pass

    assert len(said) == 1
    assert str(new_home / "postgres") in said[0]


def test_the_major_version_is_in_the_path(home: Path) -> None:
    with Server(home) as url:
        major = ask(url, "SELECT current_setting('server_version_num')::int / 10000")
        assert (home / "postgres" / major / "data" / "PG_VERSION").read_text().strip() == major


@pytest.fixture(scope="module")
def settings() -> Iterator[Callable[[str], str]]:
    """Ask one server, in an environment that tries to steer Postgres, for its settings."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("PGPORT", "6543")
        patch.setenv("PGDATA", "/nowhere")
        patch.setenv("TZ", "Europe/Moscow")
        with Server(Path(folder)) as url:
            yield lambda query: ask(url, query)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("listen_addresses", ""),
        ("unix_socket_permissions", "0700"),
        ("fsync", "on"),
        ("full_page_writes", "on"),
        ("synchronous_commit", "on"),
        ("TimeZone", "UTC"),
        ("server_encoding", "UTF8"),
        ("port", "5432"),
    ],
)
def test_the_server_is_set_for_an_archive(
    settings: Callable[[str], str], setting: str, value: str
) -> None:
    assert settings(f"SHOW {setting}") == value


def test_database_and_user_are_named_newscrawl(settings: Callable[[str], str]) -> None:
    assert settings("SELECT current_database() || ' ' || current_user") == "newscrawl newscrawl"


def test_the_socket_is_in_a_private_folder(settings: Callable[[str], str]) -> None:
    folder = Path(settings("SHOW unix_socket_directories").strip('"'))

    assert (folder / ".s.PGSQL.5432").is_socket()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_processes_share_one_server_and_the_last_one_out_stops_it(home: Path) -> None:
    first, second = Client(home), Client(home)
    assert first.url() == second.url()
    pid = pid_of(home)

    first.go()
    assert pid_of(home) == pid
    second.go()
    assert running(home) is None


def test_processes_that_start_at_once_make_one_database(new_home: Path) -> None:
    clients = [Client(new_home) for _ in range(4)]
    answers = [client.answer() for client in clients]

    assert sum(int(said) for _, said in answers) == 1
    assert {ask(url, "SELECT 1") for url, _ in answers} == {"1"}
    for client in clients:
        client.go()
    assert running(new_home) is None


def test_a_server_left_by_a_killed_client_is_taken_over_and_stopped(home: Path) -> None:
    client = Client(home)
    client.url()
    client.kill()
    orphan = pid_of(home)

    with Server(home):
        assert pid_of(home) == orphan
    assert running(home) is None


@pytest.mark.parametrize("client_stays", [False, True])
def test_a_killed_server_is_recovered_with_all_that_was_committed(
    home: Path, client_stays: bool
) -> None:
    client = Client(home)
    url = client.url()
    ask(url, "CREATE TABLE kept AS SELECT 42 AS it")
    with contextlib.closing(psycopg2.connect(libpq_url(url))) as busy:
        busy.cursor().execute("SELECT 1")
        os.kill(pid_of(home), signal.SIGKILL)
        if not client_stays:
            client.kill()
        wait_until(lambda: running(home) is None)

        with Server(home) as again:
            assert ask(again, "SELECT it FROM kept") == "42"
    if client_stays:
        assert running(home) is not None
        client.go()
    assert running(home) is None


def test_a_pid_that_another_program_got_does_not_matter(home: Path) -> None:
    with Server(home):
        cluster = cluster_in(home, None)
        pid_file = cluster.data / "postmaster.pid"
        lines = pid_file.read_text().splitlines()
    with subprocess.Popen(["sleep", "300"]) as sleeper:
        pid_file.write_text("\n".join([str(sleeper.pid), *lines[1:]]) + "\n")
        shutil.copystat(cluster.data / "PG_VERSION", pid_file)
        os.chown(pid_file, cluster.data.stat().st_uid, cluster.data.stat().st_gid)
        command = [cluster.binaries / "postgres", "-D", cluster.data]
        refused = cluster.account.run(command, cluster.folder)
        assert "is another postmaster" in refused.stdout.lower()

        with Server(home) as url:
            assert ask(url, "SELECT 1") == "1"
        assert sleeper.poll() is None
        sleeper.kill()


def test_a_server_that_hangs_is_left_in_peace(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_server, "ANSWER_PATIENCE_S", 0.5)
    client = Client(home)
    client.url()
    pid = pid_of(home)
    os.kill(pid, signal.SIGSTOP)
    try:
        with pytest.raises(DatabaseUnavailable, match=f"process {pid}.* does not answer"):
            Server(home).start()
        assert pid_of(home) == pid
    finally:
        os.kill(pid, signal.SIGCONT)
    client.go()
    assert running(home) is None


def test_no_second_server_starts_while_anything_of_the_first_lives(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    monkeypatch.setattr(embedded_server, "ANSWER_PATIENCE_S", 0.5)
    with Server(home):
        pass
    (lock,) = home.glob("postgres/*/server.lock")
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(DatabaseUnavailable, match="still uses"):
            Server(home).start()
    with Server(home) as url:
        assert ask(url, "SELECT 1") == "1"


def test_the_server_holds_its_lock_as_long_as_it_lives(home: Path) -> None:
    import fcntl

    with Server(home):
        (lock,) = home.glob("postgres/*/server.lock")
        with lock.open("w") as ours, pytest.raises(BlockingIOError):
            fcntl.flock(ours, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_creation_that_was_cut_off_is_begun_again(new_home: Path) -> None:
    cluster = cluster_in(new_home, None)
    (cluster.folder / "data.new" / "base").mkdir(parents=True)

    with Server(new_home) as url:
        assert ask(url, "SELECT 1") == "1"
    assert not (cluster.folder / "data.new").exists()


@pytest.mark.parametrize("stage", ["data.new/base/1", "data", "data/postmaster.pid"])
def test_a_client_killed_while_it_creates_and_starts_does_no_harm(
    new_home: Path, stage: str
) -> None:
    client = Client(new_home)
    wait_until(lambda: bool(list(new_home.glob(f"postgres/*/{stage}"))))
    client.kill()

    with Server(new_home) as url:
        assert ask(url, "SELECT lower('Ё')") == "ё"
    assert running(new_home) is None


def test_a_socket_that_was_swept_away_is_made_again(home: Path) -> None:
    client = Client(home)
    client.url()
    client.kill()
    left = running(home)
    assert left is not None
    assert left.socket is not None
    shutil.rmtree(left.socket)

    with Server(home) as url:
        assert ask(url, "SELECT 1") == "1"
        assert pid_of(home) != left.pid


@pytest.mark.parametrize("name", ["h" * 150, "a home with ' \" $HOME and %20 ü"])
def test_a_home_may_have_any_path(new_home: Path, name: str) -> None:
    with Server(new_home / name) as url:
        assert ask(url, "SELECT 1") == "1"


@pytest.mark.parametrize("name", ["a b", "a'b", "a,b"])
def test_the_folder_for_temporary_files_may_have_any_path(
    home: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = home.parent / name
    place.mkdir()
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(place))

    with Server(home) as url:
        assert ask(url, "SELECT 1") == "1"


def test_the_socket_is_in_the_runtime_folder_if_it_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short, long = Path(tempfile.mkdtemp(dir="/tmp")), tmp_path / ("r" * 100)
    long.mkdir()
    uid = os.geteuid()

    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short))
    assert socket_folder(tmp_path, uid).parent == short
    assert socket_folder(tmp_path, uid + 1).parent != short
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    assert socket_folder(tmp_path, uid).parent != long
    short.rmdir()


def test_a_socket_folder_that_others_may_enter_is_refused(new_home: Path) -> None:
    socket = socket_folder(cluster_in(new_home, None).folder, os.geteuid())
    socket.mkdir()
    socket.chmod(0o755)
    try:
        with pytest.raises(ConfigError, match="not private"):
            Server(new_home).start()
        assert socket.stat().st_mode & 0o777 == 0o755
    finally:
        socket.rmdir()


@pytest.mark.parametrize("variable", ["LANG", "LC_ALL"])
@pytest.mark.parametrize("pg_bin", [(), pytest.param((SYSTEM_15,), marks=needs_15)])
def test_russian_is_read_whatever_the_environment_speaks(
    new_home: Path, variable: str, pg_bin: tuple[Path, ...]
) -> None:
    client = Client(new_home, *pg_bin, **{"LANG": "", "LC_ALL": "", variable: "C"})
    url = client.url()

    assert ask(url, "SELECT lower('РОССИИ')") == "россии"
    assert ask(url, "SELECT to_tsvector('russian', 'РОССИИ')") == "'росс':1"
    client.go()


@needs_15
def test_an_archive_of_another_major_version_is_not_hidden_by_a_new_one(new_home: Path) -> None:
    with Server(new_home, SYSTEM_15) as url:
        assert ask(url, "SELECT current_setting('server_version_num')::int / 10000") == "15"

    with pytest.raises(ConfigError, match=r"^the archive in .* is of Postgres 15.*$"):
        Server(new_home).start()
    assert not (new_home / "postgres" / "18").exists()


def test_a_data_folder_of_another_major_version_is_refused(home: Path) -> None:
    with Server(home):
        pass
    (version,) = home.glob("postgres/*/data/PG_VERSION")
    version.write_text("13\n")

    with pytest.raises(ConfigError, match=r"^the archive in .* is of Postgres 13.*$"):
        Server(home).start()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Mount a small disk in memory on the test's folder, or change it."""

    def mount(options: str) -> None:
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"no mount here: {done.stderr.strip()}")

    yield mount
    for data in tmp_path.glob("postgres/*/data"):
        end(data)
    subprocess.run(["umount", "--lazy", str(tmp_path)], check=False, capture_output=True)


@needs_root
def test_a_disk_too_small_is_said_in_one_line(disk: Callable[[str], None], tmp_path: Path) -> None:
    disk("size=20m")

    with pytest.raises(DiskFull, match=rf"^no space left .*{tmp_path}.*$"):
        Server(tmp_path).start()


@needs_root
def test_a_disk_that_has_filled_up_is_said_in_one_line(
    disk: Callable[[str], None], tmp_path: Path
) -> None:
    disk("size=200m")
    with Server(tmp_path):
        pass
    fill = tmp_path / "fill"
    with fill.open("wb") as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(1 << 16))
    assert shutil.disk_usage(tmp_path).free < ROOM

    with pytest.raises(DiskFull, match=r"^no space left .*$"):
        Server(tmp_path).start()
    fill.unlink()
    with Server(tmp_path) as url:
        assert ask(url, "SELECT 1") == "1"


@needs_root
@pytest.mark.parametrize("is_new", [True, False])
def test_a_disk_that_cannot_be_written_is_said_in_one_line(
    disk: Callable[[str], None], tmp_path: Path, is_new: bool
) -> None:
    disk("size=200m")
    if not is_new:
        with Server(tmp_path):
            pass
    disk("remount,ro")

    with pytest.raises(ConfigError, match=r"^the archive in .* cannot be written.*$"):
        Server(tmp_path).start()


def test_a_kept_server_runs_until_it_is_stopped(home: Path) -> None:
    Server(home).keep()
    pid = pid_of(home)
    with Server(home):
        pass
    assert pid_of(home) == pid

    assert Server(home).stop()
    assert running(home) is None
    with Server(home):
        pass
    assert running(home) is None


def test_a_server_in_use_is_stopped_by_the_last_one_out(home: Path) -> None:
    client = Client(home)
    client.url()
    Server(home).keep()

    assert not Server(home).stop()
    assert running(home) is not None
    client.go()
    assert running(home) is None


def test_a_kept_server_that_crashed_starts_again(home: Path) -> None:
    Server(home).keep()
    os.kill(pid_of(home), signal.SIGKILL)
    wait_until(lambda: running(home) is None)

    with Server(home) as url:
        assert ask(url, "SELECT 1") == "1"


def test_stopping_where_nothing_was_ever_started_makes_nothing(new_home: Path) -> None:
    assert Server(new_home).stop()
    assert not new_home.exists()


def test_a_share_is_given_back_once(home: Path) -> None:
    client = Client(home)
    client.url()
    server = Server(home)
    server.start()
    server.start()

    server.release()
    server.release()
    assert running(home) is not None
    client.go()
    assert running(home) is None


def test_the_url_is_unknown_before_the_start(home: Path) -> None:
    with pytest.raises(DatabaseUnavailable):
        _ = Server(home).url


def test_a_database_that_was_set_is_handed_on_untouched(new_home: Path) -> None:
    url = "postgresql+psycopg2://someone@elsewhere/archive"

    with open_database(Config(home=new_home, database_url=url)) as opened:
        assert opened == url
    assert not new_home.exists()


def test_without_a_database_set_the_embedded_one_is_opened(home: Path) -> None:
    with open_database(Config(home=home)) as url:
        assert ask(url, "SELECT 1") == "1"
    assert running(home) is None


def test_a_platform_without_file_locks_asks_for_a_server(new_home: Path) -> None:
    code = f"""
import sys
sys.modules["fcntl"] = sys.modules["pwd"] = None
from pathlib import Path
from newscrawl.archive.postgres.embedded_server import Server
from newscrawl.errors import ConfigError
try:
    Server(Path({str(new_home)!r})).start()
except ConfigError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "NEWSCRAWL_DATABASE_URL" in done.stdout
    assert not new_home.exists()
