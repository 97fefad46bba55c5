"""What the common lines share: names of networks, the marks of an appeal, the ends of titles."""

NETWORK = (
    r"(?:facebook|twitter|x|instagram|youtube|linkedin|tiktok|telegram|телеграм\w*|whatsapp|threads"
    r"|bluesky|mastodon|google news|google|flipboard|social media|snapchat|pinterest|apple news"
    r"|msn|rss|vk|xing|reddit|e-?mail)"
)
#: Whoever asks for something speaks of himself or to the reader; a report does neither.
TO_YOU = r"(?=.*\b(?:our|us|we|your|you|today)\b)"
#: A title ends without a full stop, a sentence does not.
TITLE = r"(?!.*[.;]['\")]?$)"
#: A name or two, with which a line ends: who speaks so in a transcript says more, or asks.
LAST_NAMES = r"(?!.*[.!?]\W*$)\S+(?: \S+){0,4}"
#: What stands between a label and the title behind it.
COLON = r" ?[:|>] ?"
NEWS = r"(?:journalism|reporting|newsroom|journalists|coverage|media|news)"
