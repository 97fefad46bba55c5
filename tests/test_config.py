from pathlib import Path

import pytest

from newscrawl.config import Config, make_home
from newscrawl.errors import ConfigError


def _config(home: Path, **given: str) -> Config:
    return Config.from_env({"NEWSCRAWL_HOME": str(home), **given})


def test_without_settings_the_database_is_the_embedded_one(tmp_path: Path) -> None:
    assert _config(tmp_path) == Config(home=tmp_path)


def test_without_a_home_it_is_the_platforms_data_folder() -> None:
    home = Config.from_env({}).home

    assert home.is_absolute()
    assert home.name == "newscrawl"


def test_a_home_is_absolute_whatever_folder_a_command_runs_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert Config.from_env({"NEWSCRAWL_HOME": "here"}).home == tmp_path / "here"
    assert "~" not in str(Config.from_env({"NEWSCRAWL_HOME": "~/archive"}).home)


@pytest.mark.parametrize(
    "given", ["postgres://u:p@h/d", "postgresql://u:p@h/d", "postgresql+psycopg2://u:p@h/d"]
)
def test_every_spelling_of_a_database_means_psycopg2(tmp_path: Path, given: str) -> None:
    url = _config(tmp_path, NEWSCRAWL_DATABASE_URL=given).database_url

    assert url == "postgresql+psycopg2://u:p@h/d"


@pytest.mark.parametrize(
    "given", ["mysql://h/d", "sqlite:///f", "S3CRET", "postgresql+asyncpg://h"]
)
def test_another_database_is_refused_without_printing_it(tmp_path: Path, given: str) -> None:
    with pytest.raises(ConfigError) as failed:
        _config(tmp_path, NEWSCRAWL_DATABASE_URL=given)

    assert given not in str(failed.value)


def test_the_env_file_of_the_home_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("NEWSCRAWL_CONTACT=desk@herald.test\nNEWSCRAWL_PG_BIN=/opt/pg\n")

    config = _config(tmp_path)

    assert (config.contact, config.pg_bin) == ("desk@herald.test", Path("/opt/pg"))


@pytest.mark.parametrize(("own", "contact"), [("me@herald.test", "me@herald.test"), ("", None)])
def test_the_process_environment_wins_over_the_file(
    tmp_path: Path, own: str, contact: str | None
) -> None:
    (tmp_path / ".env").write_text("NEWSCRAWL_CONTACT=desk@herald.test\n")

    assert _config(tmp_path, NEWSCRAWL_CONTACT=own).contact == contact


@pytest.mark.parametrize(
    ("given", "is_kept"),
    [("1", True), ("yes", True), ("TRUE", True), ("0", False), ("off", False), ("", False)],
)
def test_a_variable_says_yes_or_no(tmp_path: Path, given: str, is_kept: bool) -> None:
    assert _config(tmp_path, NEWSCRAWL_KEEP_LOCAL=given).keep_local == is_kept


@pytest.mark.parametrize("given", ["perhaps", "2", "ja", " "])
def test_what_says_neither_is_refused(tmp_path: Path, given: str) -> None:
    with pytest.raises(ConfigError, match="is neither yes nor no: write 1 or 0"):
        _config(tmp_path, NEWSCRAWL_KEEP_LOCAL=given)


@pytest.mark.parametrize(
    ("written", "mode", "is_refused"),
    [
        ("NEWSCRAWL_DATABASE_URL=postgresql://me:S3CRET@h/d", 0o644, True),
        ("NEWSCRAWL_DATABASE_URL=postgresql://me:S3CRET@h/d", 0o640, True),
        ("NEWSCRAWL_DATABASE_URL=postgresql://me@h/d?password=S3CRET", 0o604, True),
        ("NEWSCRAWL_SMTP=smtp://me:S3CRET@mail.test:587", 0o644, True),
        ("NEWSCRAWL_DATABASE_URL=postgresql://me:S3CRET@h/d", 0o600, False),
        ("NEWSCRAWL_DATABASE_URL=postgresql://me:S3CRET@h/d", 0o400, False),
        ("NEWSCRAWL_DATABASE_URL=postgresql://me@h/d", 0o644, False),
        ("NEWSCRAWL_CONTACT=desk@herald.test", 0o644, False),
    ],
)
def test_an_env_file_that_shows_a_password_to_others_is_refused(
    tmp_path: Path, written: str, mode: int, is_refused: bool
) -> None:
    file = tmp_path / ".env"
    file.write_text(f"{written}\n")
    file.chmod(mode)

    if not is_refused:
        _config(tmp_path)
        return
    with pytest.raises(ConfigError, match=r"can be read by others: chmod 600") as failed:
        _config(tmp_path)
    assert "S3CRET" not in str(failed.value)


@pytest.mark.parametrize(("given", "mode"), [((), 0o700), ((0o711,), 0o711)])
def test_a_home_that_is_made_is_nobody_elses(
    tmp_path: Path, given: tuple[int, ...], mode: int
) -> None:
    home = tmp_path / "above" / "home"

    make_home(home, *given)

    assert home.stat().st_mode & 0o777 == mode
    home.chmod(0o755)
    make_home(home)
    assert home.stat().st_mode & 0o777 == 0o755, "the control: one that is there is left alone"


def test_an_env_file_that_is_no_text_is_said_so(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"NEWSCRAWL_CONTACT=\xff\xfe\n")

    with pytest.raises(ConfigError, match="cannot be read"):
        _config(tmp_path)


@pytest.mark.parametrize("given", ["bucket/prefix", "s3:bucket", "s3://", "zz://b", "memory:///"])
def test_object_storage_is_named_by_an_address(tmp_path: Path, given: str) -> None:
    with pytest.raises(ConfigError, match="NEWSCRAWL_SNAPSHOTS must look like s3://"):
        _config(tmp_path, NEWSCRAWL_SNAPSHOTS=given)


@pytest.mark.parametrize(
    "given", ["s3://name:sesame@bucket/prefix", "https://a.blob.core.windows.net/c?sig=sesame"]
)
def test_an_address_of_object_storage_that_holds_a_key_is_refused_and_not_said(
    tmp_path: Path, given: str
) -> None:
    with pytest.raises(ConfigError, match="NEWSCRAWL_SNAPSHOTS contains a key") as caught:
        _config(tmp_path, NEWSCRAWL_SNAPSHOTS=given)
    assert "sesame" not in str(caught.value)
