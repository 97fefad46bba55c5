"""Keys in the spelling of today: what was stored under an older one must not be stored twice.

Stands alone: a copy of what addresses were when this was written, applied to paths and queries. A
key whose new spelling is taken stays as it is: those were two articles before, and remain two.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ROWS = 1000
#: Whatever could be spelled otherwise; Postgres looks, so that few rows travel.
_MAY_DIFFER = r"%|/\.|[][|'^`{}\\]|&(amp|#)|[?&;][A-Za-z_]"
_TRACKING = re.compile(
    r"(?:amp;)*(?:(?:utm_|mtm_|pk_|piwik_|matomo_|hsa_|ns_|at_custom|fb_action_|guce_|ml_subscriber)\w+"
    r"|fbclid|fb_source|fb_ref|mibextid|igshid|igsh|twclid|ttclid|li_fat_id|rdt_cid|epik|sccid"
    r"|gclid|gclsrc|dclid|gbraid|wbraid|gad_source|gad_campaignid|srsltid|_ga|_gl|yclid|ysclid"
    r"|ymclid|_openstat|openstat|etext|msclkid|rb_clickid|erid|mc_cid|mc_eid|mkt_tok|dm_i|_ke|_kx"
    r"|vero_id|vero_conv|oly_anon_id|oly_enc_id|wickedid|_hsenc|_hsmi|__hssc|__hstc|__hsfp"
    r"|hsctatracking|_branch_match_id|_branch_referrer|s_cid|s_kwcid|ef_id|irclickid|cjevent"
    r"|ref_src|ref_url|__twitter_impression|guccounter|wt_mc|wt_zmc|wt\.mc_id|cmpid|ncid|xtor"
    r"|at_medium|at_campaign|at_campaign_type|at_format|at_link_id|at_link_type|at_link_origin"
    r"|at_ptr_name|at_bbc_team)(?:=|$)",
    re.IGNORECASE,
)
_AMPERSAND = re.compile(r"&(?:(?:amp|#0*38|#[xX]0*26);)+")
_ESCAPE = re.compile(r"(?<!%)(?<!%[0-9a-fA-F])%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ADDRESS = re.compile(r"(https?://[^/?]*)?(/[^?]*)(?:\?(.*))?", re.DOTALL)


def upgrade() -> None:
    # Articles first: a link leads to its article by its key.
    for table in ("article", "link", "quarantine"):
        _respell(table)


def _respell(table: str) -> None:
    last, connection = 0, op.get_bind()
    asked = sa.text(
        f"SELECT id, key FROM {table} WHERE id > :last AND key ~ :may ORDER BY id LIMIT {_ROWS}"
    )
    taken = f"SELECT FROM {table} AS other WHERE other.outlet = {table}.outlet AND other.key = :key"
    free = "" if table == "quarantine" else f"AND NOT EXISTS ({taken})"
    renamed = sa.text(f"UPDATE {table} SET key = :key WHERE id = :id {free}")
    while rows := connection.execute(asked, {"last": last, "may": _MAY_DIFFER}).all():
        last = rows[-1].id
        for row in rows:
            key = respelled(row.key)
            if key != row.key:
                connection.execute(renamed, {"id": row.id, "key": key})


def respelled(key: str) -> str:
    """A key as the addresses of today give it: path and query, a whole address, or a part."""
    if key.startswith("sha256:"):
        return key
    address = _ADDRESS.fullmatch(_AMPERSAND.sub("&", key))
    if not address:
        return _escaped(key)
    host, path, query = address.groups("")
    pairs = _escaped(re.sub(r"[\[\]|'^`{}\\]", _escape, query)).split("&")
    query = "&".join(pair for pair in pairs if not _TRACKING.match(pair))
    return f"{host}{_walked(_escaped(path))}{'?' if query else ''}{query}"


def _escape(odd: re.Match[str]) -> str:
    return f"%{ord(odd[0]):02X}"


def _escaped(text: str) -> str:
    return _ESCAPE.sub(_one_escape, text)


def _one_escape(escape: re.Match[str]) -> str:
    code = int(escape[1], 16)
    return chr(code) if code in _UNRESERVED else escape[0].upper()


def _walked(path: str) -> str:
    """The path without segments of dots."""
    walked: list[str] = []
    segments = path.split("/")[1:]
    for number, segment in enumerate(segments):
        if segment == "..":
            walked = walked[:-1]
        elif segment != ".":
            walked.append(segment)
        if segment in {".", ".."} and number == len(segments) - 1:
            walked.append("")
    return "/" + "/".join(walked)
