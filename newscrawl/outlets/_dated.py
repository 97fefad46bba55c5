"""Addresses with a date, as WordPress and its like make them."""

#: The groups of a date with numbers, for patterns of addresses.
DATE = r"(?P<year>\d{4})/(?P<month>\d{2})/(?P<day>\d{2})"
#: The same as ``2026-02-25`` and as ``20260225``.
DASHED = DATE.replace("/", "-")
COMPACT = DATE.replace("/", "")
#: ``/2026/02/25/a-bridge-closes/``: WordPress's usual permalink. Its last slash comes and goes.
PERMALINK = rf"^/(?P<key>{DATE}/[^/?]+)/?$"
