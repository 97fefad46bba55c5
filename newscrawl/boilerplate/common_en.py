"""Standing lines in English that news pages share, as patterns of whole folded lines."""

_ME = r"(?:us|me|him|her|them|@?\w{2,20}(?: \w{2,20})?)"
_NETWORK = (
    r"(?:facebook|twitter|x|instagram|youtube|linkedin|tiktok|telegram|whatsapp|threads|bluesky"
    r"|mastodon|google news|google|flipboard|social media|snapchat|pinterest|apple news|msn|rss)"
)

NEWSLETTER = (
    r"sign[- ]?up(?: now| here| today| below| free)?",
    r"(?:click here to )?(?:sign[- ]?up|signup|register|subscribe)(?: now| here| today"
    r"| below)? (?:for|to) .{0,200}"
    r"(?:newsletters?|e-?mails?|briefings?|alerts?|bulletin|digest|inbox|updates?"
    r"|channel)\b.{0,120}",
    r".{0,160}\b(?:delivered|sent|straight|direct|directly|right|in|to|into) (?:to |into |in )?your"
    r" (?:e-?mail )?inbox\b.{0,120}",
    r"get (?:the|our|all the|more|daily|weekly|breaking) .{0,120}(?:newsletter|e-?mail"
    r"|inbox)\b.{0,60}",
    r"(?:by|when) (?:signing up|subscribing|submitting|clicking|providing|entering|registering"
    r"|continuing|checking|creating|joining|you sign up|ticking)\b.{0,300}",
    r"(?:please )?(?:enter|type|add) (?:a|your) (?:valid )?e-?mail\b.{0,80}",
    r"(?:your )?e-?mail(?: address)?(?: \(?required\)?)?|your name|first name|last name",
    r"(?:thanks|thank you) for (?:signing up|subscribing|registering|joining)\b.{0,120}",
    r"(?:this (?:site|form) is )?protected by recaptcha\b.{0,160}",
    r"(?:you can )?unsubscribe (?:at )?any ?time\b.{0,120}|you can unsubscribe\b.{0,120}",
    r"i would like to (?:be emailed|receive|get)\b.{0,200}|yes,? (?:i"
    r"|please) .{0,80}e-?mails?\b.{0,80}",
    r"(?:free |daily |weekly |our |the |more |\w+ )?newsletters?(?: sign[- ]?up)?",
    r"(?:read|see|view) (?:our|the) (?:privacy|terms)\b.{0,120}|privacy (?:policy|notice"
    r"|statement)",
    r"join (?:over |more than )?[\d,.]+\w? (?:subscribers|readers|others)\b.{0,120}",
    r"subscribe to (?:our|the|my|his|her|this) \w.{0,120}",
    r"(?:an error occurred|something went wrong)\b.{0,80}|please try again(?: later)?",
    r"you(?:'ve| have| are) (?:been |now |already |successfully )*(?:subscribed|signed up"
    r"|logged in|registered)\b.{0,80}",
    r"(?:almost done|check your (?:inbox|e-?mail))\b.{0,160}|was this (?:e-?mail"
    r"|newsletter) forwarded .{0,80}",
    r"(?:a |the )?(?:confirmation|welcome) e-?mail (?:is|has been|will be) .{0,100}",
    r"(?:never miss|don't miss) (?:a|an|the|our|any) (?:story|beat|thing|update|moment|issue"
    r"|latest|big) ?.{0,100}",
    r"for (?:more|free|real).{0,80}(?:breaking news alerts|newsletters?)\b.{0,120}",
    r"(?:we care about|we protect|we respect) (?:the )?.{0,20}(?:data|privacy)\b.{0,100}",
    r"\* ?(?:indicates )?required(?: fields?)?|required fields?(?: are marked)?",
)

DONATION = (
    r"(?:please )?(?:donate|contribute|give)(?: now| today| here| monthly| once)?",
    r"(?:please )?(?:consider )?(?:make|making|give|giving) a (?:\w+ )?(?:donation"
    r"|contribution)\b.{0,200}",
    r"(?:please )?(?:help (?:us )?)?support (?:independent|our|quality|fearless|local|nonprofit"
    r"|non-profit|free|trusted|open)"
    r" (?:\w+ )?(?:journalism|reporting|newsroom|work|media|news)\b.{0,200}",
    r"become a (?:\w+ )?(?:member|supporter|patron|contributor|subscriber|sponsor)\b.{0,120}",
    r".{0,80}\byour (?:support|donation|contribution|membership|gift)s? (?:makes?|helps?"
    r"|matters?|keeps?|allows?|will|is|funds?|sustains?)\b.{0,200}",
    r"(?:please )?(?:donate|contribute) (?:to|by|via|through) .{0,120}|support us(?: on \w+| now"
    r"| today)?",
    r".{0,120}\b(?:reader|listener|viewer|member)[- ](?:supported|funded)\b.{0,160}",
    r"(?:we have|i have|we've) a (?:small )?favou?r to ask\b.{0,300}|before you go\b.{0,160}",
    r"if you (?:enjoyed|liked|appreciate|value|found) (?:this|our|what|reading)\b.{0,200}",
)

SUBSCRIBE = (
    r"subscribe(?: now| today| here| for free| free)?|log ?in|sign in|register|create (?:an "
    r"|free )?account|my account",
    r"already (?:a |an |have an? )?(?:subscriber|subscribed|member|account|registered)\b.{0,80}",
    r"(?:please )?(?:log|sign)[- ]?in (?:or \w+ )?(?:to|with|using) .{0,120}|(?:please )?(?:log"
    r"|sign)[- ]?in or .{0,80}",
    r"(?:this|the) (?:article|story|content|page) is (?:only |exclusive |reserved "
    r"|available )*(?:for|to|exclusively for|exclusive to)"
    r" (?:\w+ )?(?:paid |registered )?(?:subscribers|members)\b.{0,120}",
    r"(?:start|try|begin|claim) (?:your|a|our) (?:\d+-day )?(?:free|digital"
    r"|\$?\d+) ?.{0,40}trial\b.{0,80}",
    r"(?:get |enjoy |for )?unlimited (?:digital |online )?access\b.{0,120}",
    r"(?:create an account|register|subscribe)\b.{0,30} (?:to|and) (?:continue|unlock|read|keep"
    r"|access|save|get|bookmark|view)\b.{0,120}",
    r"(?:to )?(?:continue|keep) reading\b.{0,120}|want to read more\?.{0,80}"
    r"|you have \d+ free articles? .{0,60}",
    r"(?:you can )?save this article\b.{0,120}|save (?:article|for later|story)|saved?",
    r"(?:add|set|make) .{2,40} (?:as (?:a|your) )?preferred source\b.{0,60}|preferred source",
)

SHARE = (
    r"share(?: this| on| via| article| story| it| with| to| by| link| your)?(?: (?:article|story"
    r"|post|page|news|video|friends|"
    rf"e-?mail|link|thoughts|gift|{_NETWORK}))?(?: (?:on|via|with|to|using) ?[\w :,/&-]{{0,40}})?",
    r"sharing is caring|spread the (?:word|love|news)|copy (?:link|url|to clipboard)|link copied"
    r"|copied(?: to clipboard)?"
    r"|copy|like this|like loading|loading|tweet(?: this)?|print(?: this)?(?: article| page)?"
    r"|e-?mail(?: this)?(?: article)?"
    r"|save|bookmark|comment|like|follow|gift(?: this)? article|more|\d{1,5} ?shares?"
    r"|shares? ?\d{1,5}|share this:?|close",
    rf"(?:(?:please |and |you can |to )*(?:follow|like|find|join|connect with)) {_ME}(?: (?:too"
    rf"|also))? (?:on|at|in|via) {_NETWORK}\b.{{0,160}}",
    r"follow (?:us|me|topics|author|this author|the author|on x|on twitter|more)|(?:follow"
    r"|join) (?:our|the) .{0,60}(?:whatsapp|telegram|facebook|channel|group)\b.{0,80}",
    r"(?:join|download|get|install|try) (?:the|our) .{0,40}\b(?:app|whatsapp|telegram|facebook"
    r"|channel)\b.{0,120}",
    r"click to (?:share|email|print)\b.{0,80}|open(?:s)? in (?:a )?new window|opens new tab",
    r"(?:post|pin|mail|text|telegram|threads|bluesky|flip) ?(?:it|this)?",
    r"text size|font size|listen(?: to (?:this )?(?:article|story))?(?: ?\(?\d+ ?min\w*\)?)?"
    r"|click to unmute|watch now|play(?: video)?|advertising"
    r"|1\.0x|\d\d?:\d\d(?:/\d\d?:\d\d)?|now playing|up next|autoplay",
)

COMMENTS = (
    r"(?:leave|post|add|write|make|submit) (?:a|your|an?other) (?:comment|reply"
    r"|response)s?\b.{0,60}|leave a reply.{0,80}|cancel reply",
    r"(?:view|show|read|load|see|hide|click|open|go to)? ?(?:all |the |more |our "
    r"|\(?\d+\)? )*comments?(?: ?\(?\d+\)?)?(?: ?policy| below| section)?",
    r"comments? (?:are|have been|is|on this)\b.{0,80}|no comments(?: yet)?"
    r"|be the first to (?:comment|respond|like)\b.{0,40}",
    r"join (?:in )?the (?:conversation|discussion|debate)\b.{0,80}|(?:have"
    r"|had) your say\b.{0,60}|start the conversation",
    r"(?:please )?(?:read|review|see|follow) our comment(?:ing)? (?:policy|guidelines"
    r"|rules)\b.{0,80}",
    r"(?:what do you think|got a (?:story|tip|question)|do you have a (?:story|tip))\?.{0,160}"
    r"|let us know (?:in the comments|what you think)\b.{0,80}",
    r"(?:tell us|share your thoughts|let us know)\b.{0,80} (?:in"
    r"|below) (?:the )?comments?\b.{0,40}|discuss this (?:in|on|article)\b.{0,40}",
    r"your e-?mail address will not be published\b.{0,80}|notify me of (?:new"
    r"|follow-?up)\b.{0,60}|save my name, e-?mail\b.{0,100}",
    r"show (?:latest update|more)|view comments? ?\(?\d*\)?|(?:most )?(?:newest"
    r"|oldest)(?: first)?|report (?:a typo|an error|this ad|ad)\b.{0,60}",
    r"(?:spotted|notice|see|found) (?:a|an|any) (?:typo|error|mistake|correction)\b.{0,120}"
    r"|(?:send|email|submit) (?:us )?(?:your )?(?:tips?|letters?|feedback|news tips)\b.{0,120}",
    r"was this (?:article|page|content) (?:helpful|useful|valuable)\b.{0,40}|feedback"
    r"|thank you for your feedback",
)

ADVERT = (
    r"(?:[- ]{0,3}advertisements?[- ]{0,3}|ads?|advert|sponsored(?: by| content| links?| post)?"
    r"|promoted(?: content)?|paid (?:content|post|partner content)|ad feedback)",
    r"(?:advertisement ?)?(?:-? ?)?(?:the )?(?:article|story|content)s? (?:continues"
    r"|resumes)(?: (?:below|after|under))?\b.{0,60}",
    r"advertisement .{0,40}(?:continue|skip|story|loading|below)\b.{0,60}"
    r"|scroll (?:down )?to (?:continue|keep)\b.{0,60}",
    r"skip (?:past |to |this |ad\b|advert|the )?.{0,60}|(?:remove|hide|report|why this|about) ads?",
    r".{0,200}\b(?:may|might|can|could|will) (?:also )?(?:earn|receive|get|make) (?:us )?(?:a"
    r"|an) (?:small )?(?:\w+ )?commission\b.{0,200}",
    r"(?:all )?(?:products?|items?|services?) (?:featured|recommended|chosen|selected"
    r"|mentioned)\b.{0,100}\b(?:independently|editors?|editorial)\b.{0,160}",
    r"(?:this|our|the) (?:article|post|page|site|story)s? (?:may )?(?:contains?|includes?"
    r"|has) (?:\w+ )?(?:affiliate|sponsored) ?.{0,120}",
    r"(?:when|if) you (?:buy|purchase|click|make a purchase|shop)\b.{0,60} through (?:our|the"
    r"|links)\b.{0,200}",
    r"(?:buy|shop|get it|order|preorder|pre-order|check price|see (?:it|price)|view deal|see at"
    r"|available)(?: now| here| today)?(?: (?:at|on|from) [\w .'&,]{2,40})?",
    r"(?:price at|best price|view offers?|see deal|go to (?:site|deal)|jump to details"
    r"|there are currently no available deals)\b.{0,40}",
)

COOKIES = (
    r"(?:we|this (?:site|website|page)|our (?:site|website)|the site) uses? cookies\b.{0,300}"
    r"|accept(?: all)?(?: cookies)?|cookies? (?:policy|settings|preferences|consent)\b.{0,40}",
    r"(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)\b.{0,160}|(?:you need"
    r"|this (?:page|site|video|content|app)) .{0,30}javascript\b.{0,120}|javascript (?:is|must"
    r"|required)\b.{0,120}",
    r"your browser (?:does not|doesn't|is)\b.{0,160}|(?:please )?(?:disable"
    r"|turn off) (?:your )?ad ?-?blocker\b.{0,120}|.{0,60}\bad ?-?blocker\b.{0,100}",
    r"(?:this|the) (?:content|video|post|embed) (?:is|was|can|could|may) (?:not "
    r"|no longer )?(?:be )?(?:available|displayed|shown|loaded|provided|hosted|created)\b.{0,160}",
    r"(?:manage|change|adjust|update) (?:your )?(?:cookie|privacy) (?:settings"
    r"|preferences)\b.{0,60}|privacy settings|allow cookies.{0,60}|view (?:tweet|post"
    r"|this post on \w+)",
)

LEGAL = (
    r".{0,160}\ball rights reserved\b.{0,200}|(?:©|\(c\)|copyright)(?: ?©)? ?(?:by )?(?:\d{4}"
    r"|the |[a-z]).{0,160}",
    r"this material may not be (?:published|reproduced)\b.{0,160}"
    r"|(?:no part of )?this (?:article|story|content|material) (?:may|cannot|can't) be\b.{0,120}",
    r"click here for (?:reprint|re-?use)\b.{0,60}|(?:request )?(?:reprints?|permissions?"
    r"|licensing)(?: (?:&|and) (?:reprints?|permissions?|licensing))?\b.{0,60}",
    r"our standards: .{0,80}|(?:read|see) our (?:editorial|ethics|corrections"
    r"|standards)\b.{0,80}|terms of (?:use|service)(?: (?:and|&|\|) privacy policy)?",
    r"(?:republish|reuse) (?:this|our) (?:article|story|content)\b.{0,100}|this (?:story"
    r"|article) (?:was )?(?:first|originally) (?:appeared|published|ran|posted)\b.{0,160}",
    r"(?:this (?:story|article) (?:has been|was) )?(?:published|automatically generated"
    r"|auto-generated) from a (?:syndicated )?(?:feed|wire)\b.{0,100}",
)

RELATED = (
    r"(?:(?:and |also |please )?(?:read|see|watch|listen|more|view|check out"
    r"|don't miss)(?: (?:more|also|next|now|this|on|too|about))?"
    r"|also read|also see|related(?: (?:article|story|stories|video|news|link|post|content"
    r"|coverage|read(?:ing)?)s?)?"
    r"|recommended(?: (?:reading|for you|stories))?|more (?:on this|from|on|like this)"
    r"|must[- ]read|you (?:may|might) (?:also )?(?:like|enjoy)"
    r"|explainer|exclusive|in pictures|opinion|further reading|from the archives?|video"
    r"|up next|trending|top stor(?:y|ies)|featured)"
    r"(?: in [\w ]{2,30})? ?[:|>] ?.{1,220}",
    r"(?:read|see|get|view|click here (?:for|to read)) (?:the )?(?:full|more|rest|complete"
    r"|original|related) ?(?:article|story|stories|coverage|report|post|here"
    r"|from [\w .]{2,40})?(?: here)?",
    r"click (?:here|on|through)(?: to| for)? ?(?:read|see|view|more|find out|download|get|learn"
    r"|visit|listen|watch|subscribe|join|sign)?\b.{0,120}",
    r"(?:related|more|read|see) (?:to )?(?:this )?(?:article|story|topic|news)s?|\d{1,2} related"
    r"|filed (?:under|in)\b.{0,160}|(?:tags?|topics?|categor(?:y|ies)|keywords?"
    r"|sections?) ?:.{0,200}",
    r"(?:previous|next|older|newer) (?:post|article|story|entry)s?\b.{0,120}|back to (?:top|home"
    r"|gallery|article|news)\b.{0,30}|view (?:all|gallery|more|original|slideshow)\b.{0,40}"
    r"|jump to:?|in this (?:article|story)|(?:table of )?contents|home|menu|search|news",
    r"for (?:more|the latest|additional|all the latest) (?:on|news|information|from|stories"
    r"|coverage|about|updates)\b.{0,160}(?:click|visit|follow|check|sign|subscribe|download|head"
    r"|here|our|page)\b.{0,80}",
    r"(?:read|watch|listen to|check out|see) (?:more|all) (?:of )?(?:the |our |from |about |on "
    r"|stories |news |articles )+.{0,100}",
)

#: Labels that need no list behind them.
SURE_LABELS = (
    r"editors?'?s? ?'?(?:picks?|choice)|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)"
    r"|most (?:read|popular|viewed|shared|commented)(?: stories| articles| news)?|up next"
    r"|read (?:more|next|also|this next)|also read|see also|keep reading|what to read next"
    r"|recommended(?: (?:for you|by our editors|stories|reading|articles|videos))?|for you"
    r"|related(?: (?:articles?|stor(?:y|ies)|news|content|posts?|topics?|links?|videos?|coverage"
    r"|reading|photos))?|trending(?: (?:now|stories|news|topics|videos))?|popular (?:now|stories)"
    r"|more (?:stories|news|articles|top stories|from .{2,40}|in [a-z]{3,20}|coverage|to read)"
    r"|(?:top|latest) (?:stories|news|headlines|videos)|people are also reading|don't miss"
    r"|(?:from )?around the web|from our partners|sponsored (?:stories|content|links)"
    r"|must[- ]reads?"
    r"|stories for you|in case you missed it|next read|share this(?: \w{3,12})?",
)

LABELS = (
    r"(?:read (?:more|also|next|this next|on|our)|also read|see also|keep reading"
    r"|continue reading|what to read next|recommended(?: \w+){0,3}|related(?: \w+){0,2}"
    r"|more (?:from|on|in|about|by|like|stories|news|coverage|articles|top stories|to (?:read"
    r"|explore))(?: [\w&' .-]{1,50})?|more|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|you may also .{0,40}"
    r"|most (?:read|popular|viewed|recent|shared|commented)(?: .{0,40})?|trending(?: \w+){0,3}"
    r"|popular(?: \w+){0,3}|editors?'?s? ?'?(?:picks?|choice)|up next|don't miss|must[- ]reads?"
    r"|latest(?: \w+){0,3}|top (?:stories|news|headlines|videos)|people are also reading"
    r"|others? (?:also )?(?:read|liked)|in other news|in case you missed it|featured(?: \w+){0,2}"
    r"|from (?:our partners|around the web|the web)|around the web|sponsored (?:stories|content"
    r"|links)|explore more(?: .{0,40})?|discover more.{0,40}|suggested(?: \w+){0,2}"
    r"|similar (?:stories|articles|posts)"
    r"|best of .{2,30}|next up|top picks|watch (?:more|next)|share this(?: \w+)?"
    r"|about the authors?|author|comments|next article|previous article|what's next"
    r"|stories for you|for you|further reading|key reads|next read)",
)

BYLINE = (
    r"(?:published|updated|posted|last (?:updated|modified|edited)|first published|created"
    r"|modified)(?: on| at| by)?\b ?:?[^!?]{0,30}\d.{0,60}",
    r"(?:\d{1,2} ?(?:min(?:ute)?s?|hours?|days?|hrs?|weeks?|months?)(?: ago| read"
    r"|,? \d+ ?sec\w* read)|(?:estimated )?read(?:ing)? ?time ?:? ?.{0,20}"
    r"|\d{1,2} ?-?min(?:ute)? read(?:ing)?)",
    r"(?:photo|image|picture|photograph|illustration|graphic|video|credit|source|file photo"
    r"|photo credit|image credit|image source|photo courtesy(?: of)?|courtesy(?: of)?|images?"
    r"|photos?|picture credit) ?(?:by|:|/|\||via) ?[^!?]{2,90}",
    r"[^.!?]{0,60}(?:/|\bvia |\()(?:getty images|getty|ap|reuters|afp|shutterstock|ap photo"
    r"|alamy|unsplash|pixabay|istock)\b[^.!?]{0,40}",
    r"(?:getty images|associated press|reuters|shutterstock)(?:/[^.!?]{0,40})?"
    r"|enlarge(?: this)? (?:image|photo)|(?:hide|toggle) caption|caption|view image in fullscreen",
    r"(?:author|reporter|editor) ?: ?[^.!?]{2,60}|(?:written|compiled|edited) by [^.!?]{2,60}"
    r"|\(?(?:with |additional )?(?:reporting|editing|writing) by .{2,160}",
    r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.\w{2,10}){1,3}|@\w{2,30}",
)

#: These begin with a small word or a name, so case tells.
BYLINE_NAMES = (
    r"^(?:By|BY) [A-Z][\w.'-]{1,20}(?: (?:[A-Z][\w.'-]{0,24}|de|van|von|der|al|and)){1,5}"
    r"(?:[,|-] ?[^.!?]{0,80})?$",
    r"^(?:Contact|Reach|Email|E-mail) [A-Z]\w{1,30}(?: [A-Z]\w{1,30})? (?:at|via|on|by) .{2,120}$",
)
