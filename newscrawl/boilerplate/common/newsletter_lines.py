"""Lines that ask for an address: newsletters, their forms, and what those answer."""

_LETTER = (
    r"(?:newsletters?|e-?mails?|briefings?|alerts?|bulletins?|digest|inbox|updates?|mailing list)"
)

#: Who writes of frauds that come by mail offers none.
_OFFERED = (
    r"(?=.*\b(?:sign|subscrib\w+|newsletters?|get|our|we|us|stories|news|free|updates|daily"
    r"|weekly|best of|latest from|must-reads?|round-?ups?|briefings?|digests?|highlights|headlines"
    r"|insights?|analysis|exclusives?)\b)"
)
_LABEL = r"(?:[^:.]{1,40}: )?"
#: What else a house says in a box with such a line.
HOUSE = (
    rf"{_LABEL}(?:follow|get|read|see|watch|listen to|download|join) (?:live|our|all|along|us"
    r"|the (?:latest|app)\b).{0,200}",
    rf"{_LABEL}(?:we (?:want|would like) to hear from|tell us|send us|write to us|e-?mail us)"
    r"\b.{0,280}",
    r".{0,280}[.!?] (?:learn|read|find out|see) more(?: here)?",
)

NEWSLETTER = (
    r"sign[- ]?up(?: now| here| today| below| free)?",
    r"(?:please |click here to |to (?=.*\b(?:click|visit|go to|here|our|fill|enter)\b))?"
    r"(?:sign[- ]?up|signup|register|subscribe)(?: now| here| today"
    rf"| below| free)? (?:for|to) [^.,;]{{0,120}}\b{_LETTER}\b.{{0,160}}",
    r"(?:please |don't forget to |(?:be|make) sure to )?(?:sign[- ]?up|subscribe|register)"
    r"(?: here| now| today| below| (?:for )?free){1,2},? (?:and|to|so|for)\b.{0,160}",
    rf"(?:for|want|to (?:get|receive)|get) [^.!?]{{0,160}},? (?:sign[- ]?up|subscribe) (?:to|for)"
    rf" [^.!?]{{0,60}}\b{_LETTER}\b.{{0,80}}",
    r"(?:[^\"]{0,200}[.!?:] )?(?:sign[- ]?up|register|join) (?:for|to)? ?(?:our|my|his|her|the)"
    r" free\b.{0,160}|.{0,160}\bsign[- ]?up here|(?:(?:start|get|try|claim|begin|enjoy|with|your"
    r"|our|an?|free) ){0,4}\d{1,2}[- ]day free trial\b"
    r".{0,60}|(?:no )?credit card (?:is )?(?:not )?(?:required|needed)",
    rf"[^\"]{{0,200}}[.!?:] (?:please )?(?:you can )?(?:sign[- ]?up|subscribe)(?: (?:here|now"
    rf"|today|below)(?:[.!:,].{{0,80}}| (?:to|and|for)\b.{{0,100}})?| (?:for|to) [^.,;]{{0,80}}"
    rf"\b{_LETTER}"
    r"\b.{0,120})",
    r"subscribe to (?:(?:our|my|this)\b.{0,300}|(?:his|her) \w[^,;]{0,100}"
    r"|the [\w ]{0,40}(?:podcast|channel|magazine|feed|paper|show)\b.{0,80})",
    rf"{_OFFERED}.{{0,160}}\b(?:delivered|straight|direct|directly|right) (?:to|into|in) your"
    r" (?:e-?mail )?inbox\b.{0,200}",
    r"(?:get|receive|want|join) .{0,120}\b(?:to|in|into) your (?:e-?mail )?inbox"
    r"\b.{0,160}",
    rf"get (?:the|our|all the|more|daily|weekly|breaking) [^.,;]{{0,100}}\b{_LETTER}\b.{{0,60}}",
    r"(?:by|when) (?=.*\b(?:terms|privacy|polic(?:y|ies)|conditions|receiv\w+|newsletters?|cookies"
    r"|e-?mails?|texts|messages|data)\b)"
    r"(?:\w+ing\b|you )[^.]{0,100}\b(?:you (?:\w+ )?(?:agree|accept|consent|confirm"
    r"|acknowledge|certify)|(?:our|the) (?:terms|privacy))\b.{0,300}",
    r"(?:please )?(?:enter|type|add) (?:a|your) (?:valid )?e-?mail\b.{0,80}",
    r"(?:your )?e-?mail(?: address)?(?: \(?required\)?)?|your name|first name|last name",
    r"(?:thanks|thank you) for (?:signing up|subscribing|registering)\b.{0,120}",
    r"(?:this (?:site|form) is )?protected by recaptcha\b.{0,160}",
    r"(?:you can |you may )?unsubscribe (?:at )?any ?time\b.{0,120}|you can unsubscribe\b.{0,120}",
    r"(?:yes,? )?(?:please )?(?:i (?:would like|want|agree|consent) to (?:be emailed|receive|get)"
    r"|send me|sign me up for)\b[^.]{0,80}\b(?:e-?mails?|newsletters?|offers|promotions|updates)"
    r"\b.{0,120}",
    r"(?:free |daily |weekly |our |the |more |\w+ )?newsletters?(?: sign[- ]?up)?",
    r"(?:read|see|view) our (?:privacy|terms)\b.{0,120}"
    r"|.{0,240}[.!] (?:read|see|view) our (?:privacy (?:policy|notice|statement)"
    r"|terms (?:and|of (?:use|service)))\b.{0,120}"
    r"|privacy (?:policy|notice|statement)",
    r"(?:.{0,240}[.!?] )?get (?:it|(?:the|our) [^.,;]{2,60}) delivered (?:every|each) \w+"
    r"|(?:get|receive) .{0,80}\b(?:texted|sent) (?:right |straight |directly )?to your"
    r" (?:phone|mobile)\b.{0,60}|be the first to know",
    r"join (?:over |more than )?[\d,.]+\w? (?:subscribers|readers)\b.{0,120}",
    r"an error (?:has )?occurred(?:[.,:]? (?:please|try)\b.{0,80})?|please try again(?: later)?"
    r"|something went wrong[.,!]? (?:please|try)\b.{0,60}",
    r"you(?:'ve| have| are) (?:been |now |already |successfully )+(?:subscribed|signed up"
    r"|logged in|registered)\b(?:[.!,:]{1,3} ?.{0,80}| (?:to|for|with)\b.{0,80})?|you(?:'ve"
    r"| are) (?:subscribed|logged in)\b.{0,40}",
    r"(?:almost done[.!:]?)? ?(?:please )?check your (?:inbox|e-?mail)\b.{0,160}|almost done"
    r"|was this (?:e-?mail|newsletter) forwarded .{0,80}",
    r"(?:a |the )?(?:confirmation|welcome) e-?mail (?:is on|has been sent|will be sent)\b.{0,100}",
    r"(?:never|don't) miss (?:a|an|any|our|the) (?:big |latest |top )?(?:story|beat|update|moment"
    r"|issue|headline|episode|scoop|stories|headlines|news)(?:(?: again| from| by| with (?:our"
    r"|the)|[.!:-])"
    r".{0,100})?",
    r"for (?:more |free |real-?time |the latest |breaking )[\w ]{0,40}\b(?:alerts|newsletters?)"
    r",? (?:sign|subscribe|click|download|follow|text)\b.{0,100}",
    r"we (?:care about|protect|respect) (?:the \w+ of )?your (?:\w+ )?(?:data|privacy)\b.{0,100}",
    r"(?:indicates )?required(?: fields?)?|required fields?(?: are marked)?",
    r"(?:zum |unsere[nr]? |kostenlose[rn]? |jetzt |der |den )*newsletters?(?: abonnieren"
    r"| bestellen| anmelden)?",
    r"(?:(?:jetzt|hier|kostenlos|gratis|zum|zur|den|der|die|unser\w*|täglich\w*|wöchentlich\w*) )"
    r"{0,5}[\w-]{0,30}newsletter[\w ,!:-]{0,60}\b(?:abonnieren|anmelden|bestellen|eintragen"
    r"|registrieren)(?: und .{0,100})?",
    r"(?:(?:bitte|hier|jetzt|gratis|kostenlos|gleich) ){0,3}(?:(?:abonnieren|bestellen|erhalten"
    r"|lesen) sie|melden sie sich|abonniere|abonniert)\b[^.]{0,100}(?:newsletter|\be-?mail"
    r"|postfach)\b.{0,120}",
    r"(?:jetzt|hier|kostenlos) (?:anmelden|registrieren|abonnieren)|(?:ihre|deine) e-?mail-?"
    r"adresse(?: (?:wird|eingeben|ein)\b.{0,80})?|.{0,160}\b(?:in ihr|in dein|(?:erhalten|bekommen"
    r"|newsletter|kostenlos|täglich)\b"
    r".{0,60} direkt ins) (?:e-?mail-?)?postfach\b.{0,80}",
    r"mit (?:der|ihrer|deiner) (?:anmeldung|registrierung|bestellung)\b[^.]{0,80}\b(?:(?:stimm"
    r"|akzept"
    r"|erklär|bestätig|willig)\w* (?:sie|du|ihr|ich)|einverstanden)\b.{0,160}",
    r"ich (?:bin damit einverstanden|stimme (?:den|der|zu))\b.{0,80}\b(?:inhalte|angezeigt|e-?mail"
    r"|newsletter|daten\w*|nutzung\w*|agb)\b.{0,160}|sie können sich jederzeit\b.{0,80}\b(?:abmeld"
    r"|austrag)\w*\b.{0,60}",
    r"(?:inscrivez|abonnez)[- ]vous(?:(?: gratuitement| dès maintenant| maintenant| ici)?(?: (?:à"
    r"|pour|sur) (?:notre|nos|la|l[ae]s?|recevoir|lire|votre|profiter|ne)\b[^.]{0,160})?)",
    r"recevez .{0,100}\b(?:newsletter|e-?mail|lettre|mail|alertes)\b.{0,120}|(?:votre|adresse)"
    r" (?:adresse )?e-?mail|s'inscrire(?: à (?:la|notre|une) (?:newsletter|lettre)\b.{0,40})?"
    r"|en (?:vous inscrivant|cliquant|renseignant)\b.{0,80}\bvous (?:acceptez|consentez|confirmez"
    r"|reconnaissez|déclarez|autorisez|recevrez|pourrez)\b.{0,160}",
    r"(?:suscr[ií]bete|suscr[ií]base|inscr[ií]bete|reg[ií]strate)\b.{0,160}|ap[uú]ntate (?:a|al)"
    r" (?:nuestr\w+|la newsletter|bolet[ií]n)\b.{0,100}|reciba?e? (?:nuestr|tod|las? |el |lo |en tu"
    r"|cada)[^.]{0,100}\b(?:bolet[ií]n|newsletter|tu (?:correo|bandeja|e-?mail))\b.{0,100}"
    r"|(?:tu )?correo electr[oó]nico",
    r"iscriviti\b.{0,160}|(?:abbonati|registrati)(?: (?:ora|subito|gratis|alla newsletter|per"
    r" (?:leggere|continuare))\b.{0,100})?|(?:ricevi|resta aggiornato)\b.{0,120}\b(?:newsletter"
    r"|e-?mail)\b.{0,80}",
    r"(?:inscreva-se|assine|subscreva|cadastre-se|receba)\b.{0,80}\b(?:newsletter|e-?mail|boletim"
    r"|not[ií]cias|canal)\b.{0,100}",
    r"(?:meld je (?:nu )?aan|schrijf je in|aanmelden|zapisz się|prenumerera på|abonnér|abonner"
    r"|tilmeld dig|anmäl dig)\b.{0,160}(?:nyhetsbrev|nieuwsbrief|newsletter\w*"
    r"|nyhedsbrev)\b.{0,100}|nieuwsbrief|nyhetsbrev|nyhedsbrev",
    r"(?:подпишитесь|подписывайтесь|подпишись|підпишіться|підписуйтесь|підписуйтеся)(?: (?:на"
    r"|чтобы|и|в|прямо|сейчас|щоб|та|у)\b.{0,180})?",
    r"(?:подписаться|подписка|підписатися|підписка)(?: на (?:рассылку|розсилку|канал|новости"
    r"|новини|нас|наш\w*|обновления|telegram|телеграм)\b[^,.]{0,40})?",
    r"(?:получайте|отримуйте|читайте)\b.{0,80}\b(?:рассылк|розсилк)\w*\b.{0,60}",
    r"(?:bültenimize|bültene|haber bülten\w*|e-?posta)\b.{0,60}\b(?:abone|kaydol\w*|kayıt ol\w*)\b"
    r".{0,60}",
)
