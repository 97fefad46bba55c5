"""Read the e-mail addresses that Cloudflare hides from programs and shows to readers."""

from collections.abc import Mapping


def email_hidden_in(given: Mapping[str, str | None]) -> str | None:
    """The address by an element's attributes; None where they hide none.

    The first byte was taken with each of the others, by which all of them changed.
    """
    if not (hidden := given.get("data-cfemail")):
        return None
    try:
        key, *others = bytes.fromhex(hidden)
        address = bytes(byte ^ key for byte in others).decode()
    except ValueError:
        return None
    return address if "@" in address and address.isprintable() else None
