"""A server on loopback that speaks S3, in a process of its own."""

import contextlib
import importlib.util
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.own_server import free_port


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket, and what a program must know to reach it."""

    process: "subprocess.Popen[bytes]"
    port: int

    @property
    def address(self) -> str:
        return "s3://pages/archive"

    @property
    def environ(self) -> dict[str, str]:
        return {
            "AWS_ACCESS_KEY_ID": "anybody",
            "AWS_SECRET_ACCESS_KEY": "anything",
            "AWS_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}",
            "AWS_ALLOW_HTTP": "true",
        }

    @contextlib.contextmanager
    def away(self) -> Iterator[None]:
        """It answers nobody for a while."""
        os.kill(self.process.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(self.process.pid, signal.SIGCONT)


@contextlib.contextmanager
def bucket() -> Iterator[Bucket]:
    """An empty bucket; skipped where there is no moto or no obstore."""
    for name in ("moto", "flask_cors", "obstore"):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed: pip install -e '.[test]'")
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _make_bucket(f"http://127.0.0.1:{port}/pages")
        yield Bucket(process, port)
    finally:
        process.kill()
        process.wait()


def _make_bucket(url: str) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(urllib.request.Request(url, method="PUT")).close()
            return
        time.sleep(0.1)
    raise AssertionError("no server of object storage")
