"""Lines that ask the reader for something: an address, money, a subscription."""

from newscrawl.boilerplate.common.common_words import NEWS, TO_YOU

_LETTER = (
    r"(?:newsletters?|e-?mails?|briefings?|alerts?|bulletins?|digest|inbox|updates?|mailing list)"
)

NEWSLETTER = (
    r"sign[- ]?up(?: now| here| today| below| free)?",
    r"(?:please |click here to |to )?(?:sign[- ]?up|signup|register|subscribe)(?: now| here| today"
    rf"| below| free)? (?:for|to) [^.,;]{{0,120}}\b{_LETTER}\b.{{0,160}}",
    rf"[^\"]{{0,200}}[.!?:] (?:please )?(?:you can )?(?:sign[- ]?up|subscribe)(?: (?:here|now"
    rf"|today|below)(?:[.!:,].{{0,80}}| (?:to|and|for)\b.{{0,100}})?| (?:for|to) [^.,;]{{0,80}}"
    rf"\b{_LETTER}"
    r"\b.{0,120})",
    r"subscribe to (?:(?:our|my|his|her|this) \w[^,;]{0,100}|the [\w ]{0,40}(?:podcast|channel"
    r"|magazine|feed|paper|show)\b.{0,80})",
    r".{0,160}\b(?:delivered|straight|direct|directly|right) (?:to|into|in) your (?:e-?mail )?"
    r"inbox\b.{0,200}",
    r"(?:get|receive|have|want|join|find) .{0,120}\b(?:to|in|into) your (?:e-?mail )?inbox"
    r"\b.{0,160}",
    rf"get (?:the|our|all the|more|daily|weekly|breaking) [^.,;]{{0,100}}\b{_LETTER}\b.{{0,60}}",
    r"(?:by|when) (?:\w+ing\b|you )[^.]{0,100}\b(?:you (?:\w+ )?(?:agree|accept|consent|confirm"
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
    r"(?:read|see|view) our (?:privacy|terms)\b.{0,120}|privacy (?:policy|notice|statement)",
    r"join (?:over |more than )?[\d,.]+\w? (?:subscribers|readers)\b.{0,120}",
    r"an error (?:has )?occurred(?:[.,:]? (?:please|try)\b.{0,80})?|please try again(?: later)?"
    r"|something went wrong[.,!]? (?:please|try)\b.{0,60}",
    r"you(?:'ve| have| are) (?:been |now |already |successfully )+(?:subscribed|signed up"
    r"|logged in|registered)\b.{0,80}|you(?:'ve| are) (?:subscribed|logged in)\b.{0,40}",
    r"(?:almost done[.!:]?)? ?(?:please )?check your (?:inbox|e-?mail)\b.{0,160}|almost done"
    r"|was this (?:e-?mail|newsletter) forwarded .{0,80}",
    r"(?:a |the )?(?:confirmation|welcome) e-?mail (?:is|has been|will be) .{0,100}",
    r"(?:never|don't) miss (?:a|an|any|our|the) (?:big |latest |top )?(?:story|beat|update|moment"
    r"|issue|headline|episode|scoop|stories|headlines|news)(?:(?: again| from|[.!:-]).{0,100})?",
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
    r"adresse(?: (?:wird|eingeben|ein)\b.{0,80})?|.{0,160}\b(?:in ihr|direkt ins|in dein)"
    r" (?:e-?mail-?)?postfach\b.{0,80}",
    r"mit (?:der|ihrer|deiner) (?:anmeldung|registrierung|bestellung)\b[^.]{0,80}\b(?:stimm|akzept"
    r"|erklär|einverstanden|bestätig|willig)\w*\b.{0,160}",
    r"ich (?:bin damit einverstanden|stimme (?:den|der|zu))\b.{0,80}\b(?:inhalte|angezeigt|e-?mail"
    r"|newsletter|daten\w*|nutzung\w*|agb)\b.{0,160}|sie können sich jederzeit\b.{0,80}\b(?:abmeld"
    r"|austrag)\w*\b.{0,60}|weitere newsletter",
    r"(?:inscrivez|abonnez)[- ]vous(?:(?: gratuitement| dès maintenant| maintenant| ici)?(?: (?:à"
    r"|pour|sur) (?:notre|nos|la|l[ae]s?|recevoir|lire|votre|profiter|ne)\b[^.]{0,160})?)",
    r"recevez .{0,100}\b(?:newsletter|e-?mail|lettre|mail|alertes)\b.{0,120}|(?:votre|adresse)"
    r" (?:adresse )?e-?mail|s'inscrire(?: à (?:la|notre|une) (?:newsletter|lettre)\b.{0,40})?"
    r"|en (?:vous inscrivant|cliquant|renseignant)\b.{0,80}\bvous\b.{0,160}",
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
    r"(?:bültenimize|bültene|haber bülten\w*|e-?posta)\b.{0,60}\b(?:abone|kaydol\w*|kayıt)\b"
    r".{0,60}",
)

DONATION = (
    r"(?:please )?(?:donate|contribute|give)(?: now| today| here| monthly| once)?",
    r"(?:please )?(?:consider )?(?:make|give) a (?:\w+ )?(?:donation|contribution)(?:[.!]| (?:to"
    r" (?:us|our|support|help|keep|sustain)|today|now|here|and|of any)\b)?.{0,4}",
    r"please (?:consider )?(?:mak|giv)(?:e|ing) a (?:\w+ )?(?:donation|contribution|gift)\b"
    r".{0,200}",
    rf"{TO_YOU}(?:please )?help (?:us )?(?:to )?keep .{{0,60}}\b(?:free|alive|independent|going)\b"
    rf".{{0,200}}|{TO_YOU}we (?:can't|cannot|couldn't|could not) do (?:this|it) without you\w*\b"
    r".{0,200}",
    r"(?:[^\"]{0,160}[.!?] )?(?:please )?(?:help (?:us )?)?support (?:our|us)\b[^,]{0,20}(?:"
    rf"{NEWS}|work)\b.{{0,200}}",
    r"(?:please )?(?:help (?:us )?)?support (?:independent|quality|fearless|local|nonprofit"
    rf"|non-profit|free|trusted|open) (?:\w+ )?{NEWS}"
    r"(?:(?: today| now| here| by (?:donat|subscrib|becom)| with your|[.!:]).{0,160})?",
    r"become a (?:\w+ )?(?:member|supporter|patron|contributor|subscriber|sponsor)(?: (?:today|now"
    r"|here|for (?:just|only|as little|free|[$€£\d])|and (?:get|help|support|enjoy|gain|read)|to"
    r" (?:get|support|help|read|enjoy|access|continue|comment|unlock)|of our)\b.{0,100})?",
    r"(?:(?:but|and|with|because|every|please|all)\b[\w ,]{0,40})?your (?:support|donation"
    r"|contribution|membership|gift)s? (?:makes?|helps?|matters?|keeps?|allows?|will|is|funds?"
    r"|sustains?)\b(?=.*\b(?:us|our|we|possible|difference|journalism|reporting|needed)\b).{0,200}",
    r"(?:please )?donate (?:to (?:us|our|support|help|keep)|(?:by|via|through|with) (?:paypal"
    r"|patreon|card|bank|this|the link|our|clicking|text|credit))\b.{0,120}|support us(?: on \w+"
    r"| now| today)?",
    rf"{TO_YOU}(?:we|we're|as an?|this|our|because|unlike|[\w ]{{2,30}} is)\b[\w ',-]{{0,60}}"
    r"\b(?:reader|listener|viewer|member)[- ](?:supported|funded)\b.{0,200}",
    r"(?:we have|i have|we've) a (?:small )?favou?r to ask\b.{0,300}|before you go(?:\W{1,3}(?:we"
    r"|can you|could you|will you|please|help|consider|sign up|subscribe|support)\b.{0,160})?",
    r"if you (?:(?:enjoyed?|liked?|appreciate|value|found) (?:this|our|reading)\b[\w ']{0,40}"
    rf"(?:article|story|piece|post|{NEWS}|work|useful|newsletter|site)|(?:like|value|appreciate)"
    r" what (?:we do|you))\b.{0,200}",
    r"(?:jetzt )?(?:spenden|unterstützen)(?: sie(?: uns)?| jetzt)?|(?:bitte )?(?:unterstützen sie"
    r"|unterstütze|unterstützt) (?:uns|unsere[nrm]?|unser|unabhängigen journalismus)\b.{0,160}",
    r"(?:mitglied|unterstützer|abonnent) werden(?: (?:und|bei|für|jetzt|ab)\b.{0,40})?|(?:bitte"
    r" |jetzt )?spenden sie (?:jetzt|hier|uns|für (?:uns|unser\w*)|an uns|per|via)\b.{0,100}",
    r"hat (?:ihnen|dir|euch) (?:dieser|der) (?:artikel|beitrag|text) gefallen\?.{0,240}",
    r"faites un don\b.{0,120}|faire un don|soutenez(?:[- ](?:nous|notre \w+)| (?:le|la|une|un)"
    r" (?:journal|média|presse|rédaction|journalisme|information)\w*)\b.{0,160}|je (?:soutiens"
    r"|fais un don|m'abonne)",
    r"(?:haz|haga) (?:una donaci[oó]n|te socio)\b.{0,100}|ap[oó]y(?:anos|enos)\b.{0,120}"
    r"|apoy[ae] (?:el|nuestro) periodismo\b.{0,120}|dona(?:r)?(?: ahora)?|doe mee|word lid",
    r"sostienici\b.{0,80}|sostieni (?:il nostro|l'informazione|il giornalismo)\b.{0,80}"
    r"|apoie (?:o jornalismo|nosso|o nosso)\b.{0,100}|steun (?:ons|onze \w+)(?: .{0,60})?",
    r"поддержите (?:нас|медузу|редакцию|издание|наш\w* (?:работ|редакц|издани|проект|журналист)\w*"
    r"|независим\w+ (?:журналист|медиа|сми)\w*)\b.{0,200}|поддержать (?:нас|медузу|редакцию|проект"
    r"|издание)|(?:пожертвовать|сделать пожертвование|задонатить|стать патроном)(?: сейчас)?",
    r"підтрима(?:йте|ти) (?:нас|редакцію|українську правду|наш\w* (?:робот|редакц|видання|проєкт"
    r"|журналіст)\w*|незалежн\w+ (?:журналіст|медіа)\w*)\b.{0,200}",
    r"(?:wesprzyj|wspieraj) (?:nas|nasz\w*|niezależn\w*)\b.{0,120}|destek ol(?:un)?",
)

SUBSCRIBE = (
    r"subscribe(?: now| today| here| for free| free)?|log ?in|sign in|register|create (?:an "
    r"|free )?account|my account",
    r"already (?:a |an |have an? )?(?:subscriber|subscribed|member|account|registered)(?:\?.{0,80}"
    r"|[,.:]? ?(?:log|sign|click|please)\b.{0,60})?",
    r"(?:please )?(?:log|sign)[- ]?in (?:or [\w ]{2,20} )?(?:to (?:your|our|comment|continue|read"
    r"|save|view|access|leave|join|post|follow|see|manage|reply|unlock|bookmark|vote)|(?:with"
    rf"|using|via) (?:your|{NEWS}|facebook|google|apple|twitter|e-?mail))\b.{{0,120}}",
    r"(?:please )?(?:(?:log|sign)[- ]?in|create an? (?:free )?account|register|subscribe) or"
    r" (?:log|sign|register|subscribe|create|join)\b.{0,80}",
    r"(?:this|the) (?:article|story|content|page) is (?:only |exclusive |reserved "
    r"|available )*(?:for|to|exclusively for|exclusive to)"
    r" (?:our |\w+ )?(?:paid |registered )?(?:subscribers|members)(?:[.,!;:].{0,120}| only)?",
    r"(?:start|try|begin|claim) (?:your|a|our) (?:\d+-day )?(?:free|digital|\$?\d+) ?.{0,40}trial"
    r"\b.{0,80}|(?:get |enjoy |for |gain )?unlimited (?:digital|online) access\b.{0,120}",
    r"(?:get |enjoy |for |gain )?unlimited access(?: (?:to (?:all|our|every|premium|the site"
    r"|[\w ]{0,20}(?:content|articles|stories|journalism))|for|from [$€£\d])\b.{0,100})?",
    r"(?:create an? (?:free )?account|register|subscribe)(?: now| for free| today)? (?:to|and)"
    r" (?:continue|unlock|read|keep reading|access|save this|bookmark|view|comment)\b.{0,120}",
    rf"{TO_YOU}.{{0,60}}\bfree trial\b.{{0,60}}|.{{0,60}}\bjetzt (?:\w+ )?abonnieren"
    r"(?:[ :!.].{0,80})?",
    r"access (?:articles|content|stories) from\b.{0,60}\b(?:account|subscription)\b.{0,240}",
    r"(?:to )?(?:continue|keep) reading(?:[.:>!,].{0,120}| (?:this|the (?:article|story|rest)|with"
    r" (?:a|your|an)|below|for (?:free|just|only)|our)\b.{0,100})?|want to read more\?.{0,80}"
    r"|you have \d+ free articles? .{0,60}",
    r"(?:you can )?save this article\b.{0,120}|save (?:article|for later|story)|saved?",
    r"(?:add|set|make) .{2,40} (?:as (?:a|your) )?preferred source\b.{0,60}|preferred source",
    r"(?:jetzt )?(?:abonnieren|abo(?:nnent)? (?:werden|testen|abschließen)|einloggen|anmelden"
    r"|weiterlesen)(?: mit .{0,40})?|(?:bereits|schon|sie sind)(?: bereits)? (?:abonnent\w*"
    r"|registriert|abo)(?:\?.{0,80})?|(?:jetzt )?(?:kostenlos )?(?:testen|freischalten)",
    r"(?:als |nur |exklusiv für )?abonnent\w* lesen (?:sie|mehr|auch|alle|weiter|hier)\b.{0,80}",
    r"(?:cet article est )?(?:réservé|contenu réservé|article réservé) aux abonnés\b.{0,80}"
    r"|s'abonner|se connecter|déjà abonné(?: ?\?.{0,60})?|il vous reste .{0,40}à lire\b.{0,40}"
    r"|lecture du monde en cours\b.{0,80}",
    r"(?:iniciar sesi[oó]n|inicia sesi[oó]n|ya soy suscriptor|contenido (?:exclusivo )?para"
    r" suscriptores|solo para suscriptores)|accedi|hai già un abbonamento\b.{0,60}",
    r"(?:оформить подписку|войти|уже есть подписка)(?: (?:через|в аккаунт|или)\b.{0,40}|\?.{0,40})?"
    r"|logga in(?: (?:för|med|här)\b.{0,40})?|log ind(?: .{0,20})?|zaloguj się(?: .{0,30})?"
    r"|log in eller .{0,40}|giriş yap|ログイン.{0,10}|新規登録|会員登録.{0,20}|会員限定.{0,10}",
)
