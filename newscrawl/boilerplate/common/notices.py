"""Lines of adverts, of cookie walls and of lawyers."""

_SIGNS = r"(?=.*\b(?:we|our|us|links?|affiliate|you (?:buy|click|purchase|shop))\b)"
#: A page that speaks of itself, or a label: a story may tell of such links as well.
_OWN = (
    r"(?=.{0,40}$|.*(?:\*|\b(?:we|our|us|i|my|wir|uns(?:er\w*)?|sternchen|gekennzeichnet\w*"
    r"|markiert\w*|nous|nos|notre|nuestr\w+|nostr\w+|(?:this|these|diese[mnrs]?|ces?|cet(?:te)?"
    r"|est[aeo]s?|quest\w+) (?:\w+ )?(?:article|post|page|site|blog|story|guide|content|link"
    r"|website|artikel|beitrag|text|seite|billet|art[ií]culo|p[aá]gina|articolo|pagina|sito)s?)\b))"
)
_SHOP = r"(?:amazon|walmart|target|best buy|ebay|etsy|apple|asos|argos|john lewis|currys|netflix)"

ADVERT = (
    r"(?:[- ]{0,3}advertisements?[- ]{0,3}|ads?|advert|sponsored(?: by| content| links?| post)?"
    r"|promoted(?: content)?|paid (?:content|post|partner content)|ad feedback)",
    r"(?:advertisement ?)?(?:-? ?)?(?:the )?(?:article|story|content)s? (?:continues|resumes)"
    r" (?:below|(?:after|under) (?:the |this )?(?:ad\b|ads\b|advert|video|image|photo|promotion"
    r"|break|banner|gallery)).{0,40}",
    r"advertisement[ .:-]{1,3}(?:your story continues|scroll|continue|skip|story|article|content"
    r"|loading)\b.{0,60}|scroll (?:down )?to (?:continue|keep reading)\b.{0,60}",
    r"skip (?:past |to |this )?(?:the )?(?:ads?|advert(?:isement)?s?|main content|content"
    r"|navigation|newsletter promotion|promotion|footer|comments|menu|end|next|.{0,30} (?:post"
    r"|embed))\b.{0,20}"
    r"|(?:remove|hide|report|why this|about) ads?",
    rf"{_SIGNS}.{{0,200}}\b(?:may|might|can|could|will|often) (?:also )?(?:earn|receive|get|make)"
    r" (?:us )?(?:an? )?(?:small )?(?:\w+ )?commissions?\b.{0,200}",
    r"(?:all )?(?:products?|items?|services?) (?:featured|recommended|chosen|selected|mentioned"
    r"|are)\b.{0,100}\b(?:independently|editors?|editorial)\b.{0,160}",
    r"(?:this|our|the) (?:article|post|page|site|story)s? (?:may )?(?:contains?|includes?"
    r"|has) (?:affiliate|sponsored) (?:links?|content)\b.{0,120}",
    r"(?:when|if) you (?:buy|purchase|click|make a purchase|shop)\b.{0,60} through (?:our|the"
    r"|links)\b.{0,200}",
    r"(?:buy|shop|get it|preorder|pre-order|check price|see (?:it|price)|view deal|see at)"
    r"(?: now| here| today)?(?: (?:at|on|from) [\w.'&]{2,20}(?: [\w.'&]{2,20})?)?"
    rf"|(?:order|available)(?: (?:now|here|today))?(?: (?:at|on|from) {_SHOP}.{{0,20}})?",
    r"(?:price at|best price|view offers?|see deal|go to (?:site|deal)|jump to details"
    r"|there are currently no available deals)\b.{0,40}",
    r"(?:[- ]{0,3}(?:anzeige|werbung|advertorial|publicité|annonce|publicidad|pubblicità"
    r"|publicidade|reklama|реклама|reclame|advertentie|annons|annonse|mainos|ilan|広告"
    r"|pr|광고)[- ]{0,3})",
    r"(?:der )?(?:artikel|text|beitrag) (?:wird|geht) (?:nach|unter|hinter) (?:der|dem|dieser)\b"
    r".{0,30}(?: (?:fortgesetzt|weiter).{0,20})|weiter nach der (?:werbung|anzeige)|nach der"
    r" werbung weiterlesen|la suite après (?:la|cette) publicité|(?:sigue leyendo )?despu[eé]s de"
    r" la publicidad|continua (?:dopo|após|depois) (?:la|da|a) pub\w*.{0,20}"
    r"|artikeln fortsätter .{0,40}|artikkelen fortsetter .{0,40}|lees verder onder .{0,40}"
    r"|dalsza część .{0,20}(?:reklam|poniżej).{0,20}|(?:продолжение|статья продолжается) .{0,20}"
    r"реклам\w*",
    rf"{_OWN}.{{0,160}}\b(?:affiliate[- ]?links?|enlaces? de afiliad\w+|liens? (?:d'affiliation"
    r"|affiliés?)|link di affiliazione)\b.{0,240}",
)

COOKIES = (
    r"(?:we|this (?:site|website|page)|our (?:site|website)|the site) uses? cookies\b.{0,300}"
    r"|accept(?: all)?(?: cookies)?|cookies? (?:policy|settings|preferences|consent)(?: .{0,20})?",
    r"(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)\b.{0,160}|(?:you need"
    r"|this (?:page|site|video|content|app) (?=.*\b(?:needs?|requires?|enabled?|disabled"
    r"|without|works?|turn\w*|uses)\b)).{0,30}javascript\b.{0,120}|javascript (?:is|must be)"
    r" (?:required|disabled|not (?:enabled|available|supported|active)|needed|turned off|currently"
    r"|enabled)\b.{0,120}",
    r"your browser (?:does not|doesn't|is (?:not|too|out|no|un\w+|old|blocking|set))\b.{0,160}"
    r"|(?:please )?(?:disable|turn off|pause|switch"
    r" off) (?:your )?ad ?-?blocker\b.{0,120}|(?:it (?:looks|seems|appears)|you(?:'re| are)|we)\b"
    r".{0,60}\bad ?-?blocker\b.{0,160}",
    r"(?:this|the) (?:content|embed|video|post) (?:is|can|could|may)(?:not| not|n't| no longer"
    r"| currently) (?:be |currently )?(?:available|displayed|shown|loaded|played|unavailable)"
    r"(?: (?:in|on|for|from|to|because of|due to|without|until|unless) (?:your|you|this|our|the"
    r" (?:app|amp)|the european|cookies|consent|privacy)\b.{0,160}| (?:here|right now|at th(?:is|e)"
    r" (?:time|moment))\b.{0,80}|[.!,:] (?:please|try|to|you|we|sorry)\b.{0,160})?|this (?:content"
    r"|embed) is (?:provided|hosted|created)\b.{0,160}",
    r"(?:manage|change|adjust|update) (?:your )?(?:cookie|privacy) (?:settings|preferences)"
    r"(?: (?:here|at any|in|to|below|now|and|by)\b.{0,60})?|privacy settings"
    r"|allow (?:all )?cookies(?: (?:and|to|for|from)\b.{0,60})?|view (?:tweet|post"
    r"|this post on \w+)",
    r"(?=.*\binhalte?n?\b).{0,160}\b(?:externe[rn]?|fremde) (?:inhalte?"
    r"|anbieter\w*)\b.{0,200}\b(?:anzeigen"
    r"|angezeigt|laden|geladen|einverstanden|ausblenden|zustimm\w+|datenschutz\w*)\b.{0,160}"
    r"|(?:empfohlener )?(?:redaktioneller|externer) inhalt|(?:mehr (?:dazu"
    r"|infos?) in (?:unserer|der) )?datenschutz(?:erklärung|hinweise|einstellungen)?"
    r"|(?:diesen? )?inhalte? (?:laden|anzeigen|entsperren)|immer (?:laden|anzeigen)",
    r"an dieser stelle finden sie\b.{0,200}|(?:wir|diese (?:seite|website)) (?:verwenden|nutzen"
    r"|nutzt|verwendet) cookies\b.{0,160}|(?:dein|ihr|der) browser (?:unterstützt|kann (?:die|das"
    r"|den|de[rm]"
    r"|keine?|dies\w*)|ist veraltet)\b.{0,120}|bitte (?:aktivieren sie )?javascript\b.{0,120}"
    r"|javascript (?:aktivieren"
    r"|ist deaktiviert|muss)\b.{0,100}",
    r"(?:nous|ce site) utilis\w+ des cookies\b.{0,160}|(?:este"
    r"|nuestro) sitio .{0,20}cookies\b.{0,120}|(?:мы"
    r"|сайт) использ\w+ (?:файлы )?cookie\w*\b.{0,160}|(?:gérer|accepter) (?:les |mes )?cookies"
    r"|(?:aceptar|configurar) cookies",
    # What the dialogs of all vendors say, since their association wrote it for them.
    r"we and (?:our )?(?:\d[\d.,]* )?(?:\w+ )?(?:partners|vendors)\b.{0,120}\b(?:cookies|device"
    r"|store|process)\b.{0,240}|(?:we (?:value|respect|care about)) your privacy\W?|your (?:choices"
    r"|preferences|selections?) (?:will )?(?:only )?appl(?:y|ies) (?:only )?"
    r"to this (?:web)?site\b.{0,200}",
    r"wir (?:und|sowie) (?:unsere )?(?:\d[\d.,]* )?(?:\w+ )?partner\b.{0,120}\b(?:cookies|gerät\w*"
    r"|speichern|verarbeiten)\b.{0,240}|(?:wir schätzen ihre|ihre) privatsphäre"
    r"(?: ist uns wichtig)?\W?",
    r"(?:nous et|nous, ainsi que) nos (?:\d[\d., ]* )?(?:\w+ )?partenaires\b.{0,120}\b(?:cookies"
    r"|appareil|terminal|stock\w+|trait\w+)\b.{0,240}|(?:nous respectons|le respect de)"
    r" votre vie privée\b.{0,60}",
    r"nosotros y nuestros (?:\d[\d.,]* )?(?:\w+ )?(?:socios|proveedores)\b.{0,120}\b(?:cookies"
    r"|dispositivo|almacen\w+|trat\w+)\b.{0,240}|(?:valoramos|respetamos) (?:su|tu) privacidad\W?",
)

LEGAL = (
    r"(?!.*\"\W{0,2}all rights reserved).{0,160}\ball rights reserved\b.{0,200}|© ?.{1,160}"
    r"|c\) ?(?:19|20)\d\d\b.{0,160}|(?:[^\"]"
    r"{0,200}[.|] )?copyright(?:[ :]{0,2}(?:©|\(c\)))?[ :]{0,2}(?:by )?(?:19|20)\d\d\b.{0,160}"
    r"|copyright ?[:/©] ?.{2,80}",
    r"(?:no part of )?this (?:article"
    r"|story|content|material) (?:may|cannot|can't) (?:not )?be (?:published|reproduced|copied"
    r"|republished|redistributed|reprinted|used (?:without|for commercial)|distributed)\b.{0,120}",
    r"click here for (?:reprint|re-?use)\b.{0,60}|(?:request )?(?:reprints?|permissions?"
    r"|licensing)(?: (?:&|and) (?:reprints?|permissions?|licensing))?",
    r"our standards: .{0,80}|(?:read|see) our (?:editorial|ethics|corrections"
    r"|standards)\b.{0,80}|terms of (?:use|service)(?: (?:and|&|\|) privacy policy)?",
    r"(?:republish|reuse) (?:this|our) (?:article|story|content)\b.{0,100}",
    r"(?:this (?:story|article) (?:has been|was) )?(?:published|automatically generated"
    r"|auto-generated) from a (?:syndicated )?(?:feed|wire)\b.{0,100}",
    r"(?!.*\"alle rechte).{0,120}\b(?:alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados"
    r"|tutti i diritti riservati|riproduzione riservata|todos os direitos reservados"
    r"|alle rechten voorbehouden|wszelkie prawa zastrzeżone|все права защищены"
    r"|усі права захищено|tüm hakları saklıdır)\b"
    r"(?: ?[^\w\s,].{0,160}|,? ?(?:(?:19|20)\d\d|by|von|par|por|für)\b.{0,80})?",
    # What lawyers of advisers and of shops want to be said.
    r"(?:disclosures?|disclaimer|haftungsausschluss|risikohinweis|clause de non-responsabilité"
    r"|descargo de responsabilidad|aviso legal) ?: ?.{1,300}",
    r".{2,100}\b(?:has|have|hold|holds|own|owns) no (?:positions?|shares|stakes?) in (?:any of\b"
    r"|(?:any |the )?(?:stocks?|shares|compan(?:y|ies)|securities|funds?) (?:mentioned|discussed"
    r"|listed|named|above|covered|in this)\b).{0,200}"
    r"|.{2,60} has a disclosure policy|(?:(?=.*\b(?:th(?:is|ese)|articles?|site|website"
    r"|content|information|here|posts?|page|we|nothing)\b)|(?=.* (?:and|or) \w+ advice\b))"
    r".{0,160}\b(?:does|do|is|are|should) not"
    r" (?:be considered |intended as |provid\w* |constitut\w* |offer\w* |give )(?:an? |any )?"
    r"(?:\w+,? (?:and |or )?){0,4}(?:legal|tax|investment|financial|medical|accounting)"
    r" advice\b.{0,160}",
    r"(?:this|the|all|any) (?:article|content|post|information|material|blog|site)s?\b.{0,80}"
    r" (?:is|are) (?:meant |intended |provided )?(?:solely |only )?for (?:\w+ (?:and|or|&) )?"
    r"(?:general |your )?(?:informational|information|educational)(?: (?:and|or) [\w ]{2,30})?"
    r" (?:purposes?|only|use only)\b.{0,200}",
    r"(?:quelle|source|fuente|fonte|bron|источник|джерело|źródło|kaynak) ?: ?[^.!?]{2,60}"
    r"|[^()]{0,24}\b(?:dpa|afp|apa|sda|kna|epd|efe|ansa)\b[^()]{0,24}\)"
    r"|dpa-infocom,? ?\S{0,40}",
    r"(?:sendung|dieses thema im programm) ?:.{0,120}|(?:mehr|weitere) (?:informationen"
    r"|infos) (?:finden sie|gibt es hier|hier|auf unserer)\b.{0,80}",
)

#: What asks before it shows another's content.
EXTERNAL = (
    r"ich bin damit einverstanden, dass mir (?:der |die )?externe\w* inhalte? angezeigt\b.{1,400}",
)

#: What ends so, or begins so, is no prose, however long it is.
RESERVED = (
    r"disclaimer ?: ?all rights reserved\b.{1,900}",
    r".{1,900}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados"
    r"|все права защищены)",
)

#: What a report on research is about, as scholars cite it.
REFERENCES = (
    r"(?:(?:more information|(?:journal )?references?|sources?|citation|original(?:publikation"
    r"| paper| study| publication)|publication|publikation|référence|referencia|riferimento"
    r"|источник) ?: ?|[^.:!?]{1,60}(?:\. [^.:!?]{2,30})? et al\.? (?:19|20)\d\d\. )"
    r".{20,700}\bdoi(?::|\.org/) ?10\.\d\S+(?: \S+){0,4}",
)

#: Evidence: where a text stood first.
REPUBLISHED = (
    r"(?:a version of )?this (?:story|article|piece|essay|column) (?:was )?(?:first|originally)"
    r" (?:appeared|published|ran|posted)\b.{0,160}",
    r"dieser (?:artikel|text|beitrag) (?:erschien|ist|wurde) (?:zuerst|zuvor|erstmals"
    r"|ursprünglich)\b.{0,120}|cet article (?:a été|est) (?:d'abord |initialement )(?:publié|paru)"
    r"\b.{0,120}|este art[ií]culo (?:fue|se) public(?:ado|ó) (?:originalmente|primero)\b.{0,120}",
)
