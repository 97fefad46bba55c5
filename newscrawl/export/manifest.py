"""The manifest of an export: what was asked, and what came of it; and a file held against it."""

import csv
import hashlib
import io
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from newscrawl.errors import NewscrawlError, UsageError
from newscrawl.export.formats_and_columns import ExportRequest, Format, chosen
from newscrawl.export.parquet import arrow_library
from newscrawl.printable import iso
from newscrawl.selection import selection_of

#: Of the manifest's own form.
_FORM = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPart:
    """How many of the articles are of one outlet, and by which code and rules they were read."""

    articles: int = 0
    #: Version → articles.
    extractor_versions: Mapping[str, int] = field(default_factory=dict)
    rules_versions: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """An export, so that it can be cited, checked and made again."""

    request: ExportRequest
    #: The name of the file, in the manifest's own folder; None where it went to a stream.
    file: str | None
    rows: int
    bytes: int
    sha256: str
    outlets: Mapping[str, OutletPart]
    #: Of newscrawl, the archive's schema, and whatever else decides what is in the file.
    versions: Mapping[str, str]


def manifest_path(output: Path) -> Path:
    return output.with_name(f"{output.name}.manifest.json")


def as_json(manifest: Manifest) -> str:
    asked = manifest.request
    value = {
        "newscrawl_export": _FORM,
        "file": manifest.file,
        "format": asked.format,
        "raw": asked.raw,
        "as_of": iso(asked.as_of),
        "filters": asked.selection.given,
        "columns": asked.columns,
        "rows": manifest.rows,
        "bytes": manifest.bytes,
        "sha256": manifest.sha256,
        "outlets": {name: asdict(part) for name, part in manifest.outlets.items()},
        "versions": manifest.versions,
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file; raises ``UsageError`` where it is none."""
    try:
        return _manifest(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise UsageError(f"there is no {path}") from error
    except (ValueError, KeyError, TypeError, AttributeError, NewscrawlError) as error:
        raise UsageError(f"{path} is not the manifest of an export: {_in_words(error)}") from error


def _in_words(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"it has no {error}"
    return "it says something else" if isinstance(error, TypeError | AttributeError) else str(error)


def _manifest(value: dict[str, Any]) -> Manifest:
    if value["newscrawl_export"] != _FORM:
        raise UsageError("it is from another version of newscrawl")
    as_of = datetime.fromisoformat(value["as_of"])
    if as_of.tzinfo is None:
        raise UsageError("its moment has no time zone")
    request = ExportRequest(
        selection=selection_of(value["filters"]),
        as_of=as_of,
        columns=chosen(",".join(value["columns"])),
        format=Format(value["format"]),
        raw=bool(value["raw"]),
    )
    return Manifest(
        request=request,
        # A manifest may come from anywhere: it names a file beside itself, and no other.
        file=Path(value["file"]).name if value["file"] else None,
        rows=int(value["rows"]),
        bytes=int(value["bytes"]),
        sha256=str(value["sha256"]),
        outlets={name: OutletPart(**part) for name, part in value["outlets"].items()},
        versions=dict(value["versions"]),
    )


def differences(before: Manifest, after: Manifest) -> list[str]:
    """Why two exports of one request differ, as far as the manifests tell: a line each."""
    if before.sha256 == after.sha256:
        return []
    return list(_differences(before, after)) or [
        "no version changed: pages were read again after other libraries were installed"
        " (newscrawl replay --again), or somebody wrote into the database"
    ]


def _differences(before: Manifest, after: Manifest) -> Iterator[str]:
    for name in sorted({*before.versions, *after.versions}):
        then, now = before.versions.get(name, "none"), after.versions.get(name, "none")
        if then != now:
            yield f"{name} was {then} and is {now}"
    none = OutletPart()
    for outlet in sorted({*before.outlets, *after.outlets}):
        old, new = before.outlets.get(outlet, none), after.outlets.get(outlet, none)
        if old.articles != new.articles:
            yield f"{outlet}: there were {old.articles} articles and are {new.articles}"
        yield from _anew(outlet, "read", old.extractor_versions, new.extractor_versions)
        yield from _anew(outlet, "cleaned", old.rules_versions, new.rules_versions)


def _anew(outlet: str, done: str, old: Mapping[str, int], new: Mapping[str, int]) -> Iterator[str]:
    """How many articles left their version, and what there is in its place."""
    left, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    if left and come:
        yield (
            f"{outlet}: {left.total()} articles were {done} anew"
            f" (by {', '.join(sorted(come))}, before by {', '.join(sorted(left))})"
        )


def complaints(file: Path, manifest: Manifest) -> Iterator[str]:
    """What is wrong with the file, a line each; nothing where it is what was exported."""
    size = file.stat().st_size
    if size != manifest.bytes:
        yield f"{file} has {size} bytes, and its manifest says {manifest.bytes}"
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    if digest == manifest.sha256:
        return
    yield f"{file} is not what was exported: its sha256 is {digest}"
    try:
        rows = _rows(file, manifest.request.format)
    except (csv.Error, OSError, ValueError) as error:
        yield f"{file} cannot be read as {manifest.request.format}: {error}"
        return
    if rows != manifest.rows:
        yield f"{file} has {rows} rows, and its manifest says {manifest.rows}"


def _rows(file: Path, form: Format) -> int:
    if form is Format.PARQUET:
        arrow_library()
        from pyarrow import parquet

        return int(parquet.ParquetFile(file).metadata.num_rows)
    with file.open("rb") as content:
        if form is Format.JSONL:
            return sum(1 for _ in content)
        csv.field_size_limit(sys.maxsize)
        text = io.TextIOWrapper(content, encoding="utf-8-sig", errors="replace", newline="")
        return sum(1 for _ in csv.reader(text)) - 1
