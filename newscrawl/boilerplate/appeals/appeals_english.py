"""How appeals ask in English: patterns in plain typography and small letters, by what they want."""

#: Where a sentence begins that tells readers to do something.
_DO = r"(?:^|[.!?:;|-] )(?:or |and |so |then |but )?(?:please |now,? |if you can,? |you can )*"
_US = r"(?:us|our|independent|free|quality|fearless)\b"
_CHANNEL = r"(?:telegram|facebook|twitter|x|instagram|youtube|bluesky|threads|whatsapp|tiktok)\b"

ENGLISH = (
    # Money
    r"\b(?:support|fund|sustain|stand with|stand by) (?:us|our|independent|free|quality)\b",
    rf"{_DO}(?:help|keep|back|support|fund|sustain|defend|protect) {_US}",
    r"\b(?:please|you can|could you|can you|will you|consider) (?:\w+ )?"
    r"(?:help|back|support)\w* us\b",
    rf"{_DO}help (?:keep|make|ensure|fund|continue|build|power)\b",
    rf"{_DO}(?:support|help|contribute to|donate to|subscribe to) the [\w ]{{1,30}}"
    r"(?:today|now|by|\.|!|$)",
    r"\byour (?:\w+ )?(?:support|donations?|contributions?|generosity|membership|inbox)\b",
    r"\b(?:without|thanks to) your help\b|\byour (?:gift|help) (?:will|helps?|makes?|keeps?)\b",
    r"\b(?:make|leave|give) (?:us )?an? (?:[\w-]+ )?(?:donation|contribution|gift)(?! to the)\b",
    r"\bgift from you\b|\bevery (?:donation|contribution|gift|subscription) (?:to (?:us|our)|you"
    r"|counts|helps|matters|makes)\b",
    rf"{_DO}(?:consider )?donat(?:e|ing)\b(?! blood)|\bdonate (?:now|today|here|online|monthly)\b",
    rf"(?:{_DO}|, |please |you can |could )chip in\b",
    r"\bbuy (?:us|our \w+|me|the (?:author|team)) a (?:\w+ )?(?:coffee|beer|tea)\b",
    rf"{_DO}(?:pay|give|contribute|pledge) (?:for those|from|what you|as little|as much|whatever"
    r"|just|monthly|any)\b",
    r"\b(?:thanks to|funded by|supported by|powered by|made possible by|because of) (?:you\b"
    r"|readers like|(?:the support of )?our (?:\w+ )?(?:readers|members|supporters|subscribers"
    r"|donors|patrons))",
    r"\breaders (?:like you|such as you)|\breaders, who (?:support|fund|give|pay)",
    r"\bwe (?:\w+ )?(?:need|rely on|depend on|count on|ask) (?:\w+ ){0,3}(?:your|you|readers|help"
    r"|support|donations|supporters|members)\b",
    r"\bour (?:fundrais\w+|crowdfund\w+|patreon|(?:spring|winter|annual) (?:appeal|drive))\b",
    r"\b(?:just|only|as little as|less than|from) (?:[$€£₹] ?[\d.]{1,5}|[\d.]{1,5} ?(?:€|euros?"
    r"|dollars?|pounds?)) (?:a|per|each|every) (?:month|week|day|year)\b.{0,60}(?:$|[.!])",
    r"\b(?:readers|people|members) like you\b|\b(?:keep|start) reading for [$€£]",
    r"\b(?:could|will|would) you (?:be (?:one of|number|the next)|join (?:them|us)|give|chip)\b",
    r"\bfor (?:less than )?the price of a (?:\w+ )?(?:cup|coffee|beer)\b",
    # Members and subscribers
    rf"(?:{_DO}|\bby |\band |\bconsider )becom(?:e|ing) an? (?:\w+ )?(?:member|supporter|subscriber"
    r"|patron|friend|backer)\b",
    r"\bbecom(?:e|ing) (?:an?|our) (?:\w+ )?(?:member|supporter|subscriber|patron|backer)"
    r"(?: today| now| for|[.!]|$)",
    r"(?:^|[.!?:] )(?:please )?(?:sign up|subscribe|register)\b(?! to vote)",
    r", subscribe\b|\bor subscribe to\b",
    r"\b(?:sign up|subscribe|register) (?:for|to) (?:our|a free|my)\b|\bsubscribe now\b",
    r"\b(?:log|sign) in to (?:continue|read|comment|keep|save|access|view|join)\b",
    r"\balready (?:have an account|an? (?:member|subscriber)|subscribed|registered)\b",
    r"\byou (?:have|'ve) (?:used |read )?(?:\S+ ){0,3}free (?:articles?|stories|reads)\b",
    rf"{_DO}(?:create|open) (?:a|an|your) (?:free )?account\b",
    rf"{_DO}(?:start|begin|try|claim|get) (?:your|a|our)\b.{{0,30}}\b(?:trial|subscription)\b",
    r"\bread(?:ing)? the (?:full|whole|rest of the|rest of this) (?:story|article)\b"
    r"|\bunlock (?:all|full|unlimited|this)\b|\bcancel any ?time\b",
    # Newsletters
    r"\b(?:our|your|my|free|more) (?:\w+ ){0,3}newsletters?\b|\bstraight to your\b",
    r"^[^.]{0,25}\bnewsletters?\b[^.]{0,15}[.!]?$",
    rf"(?:{_DO}(?:get|receive)|\bsign up|\bsubscribe)\b.{{0,60}}\bnewsletters?\b",
    r"\b(?:enter )?your e-?mail(?: address)?\b.{0,12}$|\bby (?:clicking|signing up|subscribing)\b",
    # Channels and sharing
    r"\b(?:follow|tip) us\b|\b(?:find|like|join|message) us (?:on|at|today|now|in our)\b",
    r"\bjoin (?:our|the) (?:[\w,]+ ){0,3}(?:community|channel|chat|readers|supporters"
    r"|conversation|discussion)\b|\bjoin (?:them|us|over [\d,]+ [\w ]{1,20})(?: today)?[.!]?$",
    rf"{_DO}(?:follow|like|find|watch|listen to|read more of) our\b",
    rf"{_DO}(?:follow|read|watch|listen to|find) [\w ]{{1,40}} on {_CHANNEL}",
    rf"\bon our (?:{_CHANNEL}|social)|\bour (?:{_CHANNEL}|social media) (?:channel|page|group)",
    r"\b(?:never|don't|so you don't) miss (?:a|an|out|any|another)\b.{0,30}$",
    r"\bshare (?:this|our) (?:article|story|post|piece)\b|\bshare it (?:with|on)\b",
    r"\b(?:did you (?:like|enjoy)|enjoy(?:ed|ing)|liked?) this (?:article|story|piece|post)\b",
    r"^(?:copy(?: the)? link|share|tweet|email this|print|follow|save|donate|subscribe|log in"
    r"|sign in|sign up|register|join now|learn more|not now|no,? thanks|maybe later)[.!]?$",
    r"\bremind me (?:later|next)\b",
    rf"{_DO}(?:listen|subscribe) .{{0,60}}\bpodcast\b|\bwherever you (?:get|listen to) your pod",
    # Apps and browsers
    r"\b(?:download|get|install|try) our (?:\w+ ){0,3}app\b|\bour (?:\w+ )?app (?:for|is|on)\b",
    rf"{_DO}(?:download|get|install) the (?:\w+ ){{0,2}}app\b",
    r"\bavailable (?:on|in|for|from) (?:ios|android|the app store|iphone|google play)\b",
    rf"{_DO}(?:(?:switch|turn) on|enable|allow|activate) (?:\w+ ){{0,2}}(?:notification|alert)",
    r"\bad(?: |-)?block(?:er|ers|ing)?\b.{0,80}\b(?:us|our|this|site|page|your|you)\b"
    r"|\b(?:your|an|you|disable|our) (?:\w+ )?ad(?: |-)?block",
    rf"{_DO}(?:scan|use) (?:the|this|our) qr\b|\bwithout ads\?|\bad-free (?:for|with)\b",
    # What readers think and know
    rf"{_DO}(?:rate|like|recommend) this\b|{_DO}tell (?:a friend|your friends|others) about us\b",
    r"\b(?:take|fill (?:in|out)|complete|answer) (?:our|this|a) (?:\w+ ){0,2}(?:survey|poll)\b",
    rf"{_DO}(?:help us|tell us|let us know)\b.{{0,60}}(?:\bimprove|comments?|survey|what you think"
    r"|your (?:story|views?|experience|thoughts))|\blet us know (?:what|in)\b",
    r"\bwhat do you think\b.{0,40}$|\bhave your say\b|\bcomments? below\b",
    r"\bgot a (?:tip|story|question|news)\b|\bhave a (?:news )?tip\b|\bwork here\? ",
    rf"{_DO}(?:click|tap) (?:here|below|the (?:button|link below))\b(?! to (?:see|view|get))",
)
