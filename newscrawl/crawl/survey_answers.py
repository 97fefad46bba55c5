"""Answers of a survey that was cut off: the next one asks for none of them again."""

import json
import shutil
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newscrawl.config import make_home

#: Seconds after which a site is asked anew.
_FRESH = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyAnswer:
    """What a site said to one question; ``why`` it said nothing that can be used."""

    url: str
    body: bytes = b""
    declared: str | None = None
    why: str = ""


class SurveyAnswers:
    """A folder of the home with one file for each question to a host."""

    def __init__(self, home: Path, host: str) -> None:
        self._home, self._folder = home, home / "surveys" / host

    def get(self, url: str) -> SurveyAnswer | None:
        path = self._path(url)
        try:
            if time.time() - path.stat().st_mtime > _FRESH:
                return None
            head, _, body = path.read_bytes().partition(b"\n")
            return SurveyAnswer(**json.loads(head), body=body)
        except (OSError, ValueError, TypeError):
            return None

    def keep(self, asked: str, answer: SurveyAnswer) -> None:
        """Whole or not at all, whatever happens meanwhile."""
        make_home(self._home)
        self._folder.mkdir(parents=True, exist_ok=True)
        head = {"url": answer.url, "declared": answer.declared, "why": answer.why}
        path = self._path(asked)
        written = path.with_suffix(".part")
        written.write_bytes(json.dumps(head).encode() + b"\n" + answer.body)
        written.replace(path)

    def forget(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def _path(self, url: str) -> Path:
        return self._folder / sha256(url.encode()).hexdigest()[:24]
