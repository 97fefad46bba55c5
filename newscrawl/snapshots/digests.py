"""Hold bytes against a digest in any of the spellings that tools write."""

import base64
import hashlib
from collections.abc import Callable
from functools import partial

_ALGORITHMS = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s"}


def is_digest(named: str, payload: bytes) -> bool:
    """Whether a digest is the payload's; one that cannot be held against anything, is."""
    name, wanted = _read(named)
    if not wanted:
        return True
    return hashlib.new(name, payload, usedforsecurity=False).digest() in wanted


def spellings(named: str | None) -> list[str]:
    """A digest as it is named and as others would name it."""
    if not named:
        return []
    name, wanted = _read(named)
    found = [named]
    for raw in sorted(wanted):
        base32, base64_ = base64.b32encode(raw).decode(), base64.b64encode(raw).decode()
        values = [base32, base32.rstrip("="), raw.hex(), base64_, base64_.rstrip("=")]
        found += [f"{prefix}:{value}" for prefix in _names(name) for value in values]
        found += [f"{name}:{base32.lower()}"]
    return list(dict.fromkeys(found))


def _names(name: str) -> list[str]:
    return [name, name.replace("sha", "sha-", 1), name.upper()]


def _read(named: str) -> tuple[str, set[bytes]]:
    """The algorithm, and the bytes that the value may mean: none where nobody can say."""
    algorithm, _, value = named.partition(":")
    name = algorithm.strip().lower().replace("-", "").replace("_", "")
    if name not in _ALGORITHMS:
        return name, set()
    size = hashlib.new(name, usedforsecurity=False).digest_size
    bare = value.strip().rstrip("=")
    padded = bare + "=" * (-len(bare) % 8)
    in_fours = padded[: len(bare) + -len(bare) % 4]
    read = {
        _decoded(bytes.fromhex, bare),
        _decoded(base64.b32decode, padded.upper()),
        _decoded(partial(base64.b64decode, validate=True), in_fours),
        _decoded(partial(base64.b64decode, altchars=b"-_", validate=True), in_fours),
    }
    return name, {each for each in read if len(each) == size}


def _decoded(decode: Callable[[str], bytes], value: str) -> bytes:
    try:
        return decode(value)
    except ValueError:
        return b""
