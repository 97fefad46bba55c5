#!/bin/sh
# mail-parser 4.8.0 and imap-tools 1.16.0 make one text of a digest's messages, and lose who wrote them and when.
#
# A mailing list may send its day as a `multipart/digest`, whose parts are whole messages with senders and times of their own (RFC
# 2046, 5.1.5 and 5.2.1), and a newsletter may pass a message on. Both read the words of those as the outer message's own text, by
# the list and of its date: with mail-parser no attachment is left either, so that no name and no subject of a message inside is
# told. Where one comes as plain text and one as HTML, `text` is half of the digest. imap-tools glues the end of one to the next.
# Python's own parser says which message a text is of.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check mail-parser==4.8.0 imap-tools==1.16.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from email import message_from_bytes, policy

import mailparser
from imap_tools import MailMessage

OUTER = """From: list@herald.example
To: reader@archive.example
Subject: Digest of 4 March
Date: Wed, 4 Mar 2026 18:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/{}; boundary="cut"

{}--cut--
"""
ADA = """From: Ada Rowe <ada@herald.example>
Subject: Bridge
Date: Wed, 4 Mar 2026 08:00:00 +0000

The bridge opens.
"""
BEN = ADA.replace("Ada Rowe <ada", "Ben Holt <ben").replace("Bridge", "Ferry").replace("The bridge opens", "The ferry stops")
HTML = BEN.replace("\n\n", "\nContent-Type: text/html\n\n<p>").replace("stops.", "stops.</p>")
for title, kind, parts in (
    ("a digest", "digest", ["\n" + ADA, "\n" + BEN]),
    ("a digest, one of its messages in HTML", "digest", ["\n" + ADA, "\n" + HTML]),
    ("a note and a message", "mixed", ["\nPlease see below.\n", "Content-Type: message/rfc822\n\n" + ADA]),
):
    raw = OUTER.format(kind, "".join(f"--cut\n{part}" for part in parts)).encode()
    print(title)
    mail = mailparser.parse_from_bytes(raw)
    print("  mail-parser", mail.from_[0][1], mail.text_plain, mail.text_html, "attachments", mail.attachments)
    mail = MailMessage.from_bytes(raw)
    print("  imap-tools ", mail.from_, repr(mail.text), repr(mail.html), [each.content_type for each in mail.attachments])
    for part in message_from_bytes(raw, policy=policy.default).walk():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content()
            print("  Python     ", inner["from"], inner["date"], repr(inner.get_content()))
PYTHON
)
expected=$(cat <<'END'
a digest
  mail-parser list@herald.example ['The bridge opens.', 'The ferry stops.'] [] attachments []
  imap-tools  list@herald.example 'The bridge opens.The ferry stops.' '' ['message/rfc822', 'message/rfc822']
  Python      Ada Rowe <ada@herald.example> Wed, 04 Mar 2026 08:00:00 +0000 'The bridge opens.'
  Python      Ben Holt <ben@herald.example> Wed, 04 Mar 2026 08:00:00 +0000 'The ferry stops.'
a digest, one of its messages in HTML
  mail-parser list@herald.example ['The bridge opens.'] ['<p>The ferry stops.</p>'] attachments []
  imap-tools  list@herald.example 'The bridge opens.' '<p>The ferry stops.</p>' ['message/rfc822', 'message/rfc822']
  Python      Ada Rowe <ada@herald.example> Wed, 04 Mar 2026 08:00:00 +0000 'The bridge opens.'
  Python      Ben Holt <ben@herald.example> Wed, 04 Mar 2026 08:00:00 +0000 '<p>The ferry stops.</p>'
a note and a message
  mail-parser list@herald.example ['Please see below.', 'The bridge opens.'] [] attachments []
  imap-tools  list@herald.example 'Please see below.The bridge opens.' '' ['message/rfc822']
  Python      Ada Rowe <ada@herald.example> Wed, 04 Mar 2026 08:00:00 +0000 'The bridge opens.'
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
