"""Lines that ask for money: gifts, and subscriptions to read on."""

from newscrawl.boilerplate.common.common_words import NEWS, TO_YOU

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
    r"(?=.*\b(?:we|us|our|please|today)\b)[^\"]{0,160}\b(?:readers|people|members) like you\b"
    r".{0,80}\b(?:chip in|support|donat|contribut|giv|join)\w*\b.{0,80}",
    r"(?:please )?donate (?:to (?:us|our|support|help|keep)|(?:by|via|through|with) (?:paypal"
    r"|patreon|card|bank|this|the link|our|clicking|text|credit))\b.{0,120}|support us(?: on \w+"
    r"| now| today)?",
    rf"{TO_YOU}(?:we|we're|as an?|this|our|because|unlike|[\w ]{{2,30}} is)\b[\w ',-]{{0,60}}"
    r"\b(?:reader|listener|viewer|member)[- ](?:supported|funded)\b.{0,200}",
    r"(?:we have|i have|we've) a (?:small )?favou?r to ask\b.{0,300}|before you go(?:\W{1,3}(?:we"
    r"|(?:can|could|will|would) you (?:help|support|spare|give|chip|take)|please|help|consider"
    r"|sign up|subscribe|support)\b.{0,160})?",
    r"if you (?:(?:enjoyed?|liked?|appreciate|value|found) (?:this|our|reading)\b[\w ']{0,40}"
    rf"(?:article|story|piece|post|{NEWS}|work|useful|newsletter|site)|(?:like|value|appreciate)"
    r" what (?:we do|you(?:'ve| have|'re| are)? (?:just )?(?:read|reading|see here)))\b.{0,200}",
    r"(?:jetzt )?(?:spenden|unterstützen)(?: sie(?: uns)?| jetzt)?|(?:bitte )?(?:unterstützen sie"
    r"|unterstütze|unterstützt(?= (?:uns|unsere (?:arbeit|redaktion)|unabhängigen)\b)) (?:uns"
    r"|unsere[nrm]?"
    r"|unser|unabhängigen journalismus)\b.{0,160}",
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
    r"(?:please )?(?:log|sign)[- ]?in (?:or [\w ]{2,20} )?(?:to (?:your (?:account|profile)|our"
    r"|comment|continue|read"
    r"|save|view|access|leave|join|post|follow|see|manage|reply|unlock|bookmark|vote)|(?:with"
    rf"|using|via) (?:your|{NEWS}|facebook|google|apple|twitter|e-?mail))\b.{{0,120}}",
    r"(?:please )?(?:(?:log|sign)[- ]?in|create an? (?:free )?account|register|subscribe) or"
    r" (?:log|sign|register|subscribe|create|join)\b.{0,80}",
    r"(?:this|the) (?:article|story|content|page) is (?:only |exclusive |reserved "
    r"|available )*(?:for|to|exclusively for|exclusive to)"
    r" (?:our |\w+ )?(?:paid |registered )?(?:subscribers|members)(?:[.,!;:].{0,120}| only)?",
    r"(?:start|try|begin|claim) (?:your|a|our) (?:\d+-day )?(?:free|digital|\$?\d+) ?.{0,40}trial"
    r"\b.{0,80}",
    r"(?:get |enjoy |for |gain )?unlimited (?:digital |online )?access(?: (?:to (?:all|our|every"
    r"|premium|the site"
    r"|[\w ]{0,20}(?:content|articles|stories|journalism))|for|from [$€£\d])\b.{0,100})?",
    r"(?:create an? (?:free )?account|register|subscribe)(?: now| for free| today)? (?:to|and)"
    r" (?:continue|unlock|read|keep reading|access|save this|bookmark|view|comment)\b.{0,120}",
    r"(?=.*\b(?:our|we|today|start|try|get|sign|claim|begin)\b).{0,60}\bfree trial\b.{0,60}"
    r"|.{0,60}\bjetzt (?:\w+ )?abonnieren"
    r"(?:[ :!.].{0,80})?",
    r"access (?:articles|content|stories) from\b.{0,60}\b(?:account|subscription)\b.{0,240}",
    r"(?:to )?(?:continue|keep) reading(?:[.:>!,].{0,120}| (?:this|the (?:article|story|rest)|with"
    r" (?:a|your|an) (?:[\w-]{1,12} ){0,3}(?:subscription|account|membership|trial|pass)|below"
    r"|for (?:free|just|only)|our)\b.{0,100})?|want to read more\?(?: ?(?:subscribe|sign|log|become"
    r"|register|join|start|get|try|click|check|create)\b.{0,80})?"
    r"|you have \d+ free articles? .{0,60}",
    r"(?:you can )?save this article\b.{0,120}|save (?:article|for later|story)|saved?",
    r"(?:add|set|make) .{2,40} (?:as (?:a|your) )?preferred source\b.{0,60}|preferred source",
    r"(?:jetzt )?(?:abonnieren|abo(?:nnent)? (?:werden|testen|abschließen)|einloggen|anmelden"
    r"|weiterlesen)(?: mit .{0,40})?|(?:bereits|schon|sie sind)(?: bereits)? (?:abonnent\w*"
    r"|registriert|abo)(?:\?.{0,80})?|(?:jetzt )?(?:kostenlos )?(?:testen|freischalten)",
    r"(?:als |nur |exklusiv für )?abonnent\w* lesen (?:sie|mehr|auch|alle|weiter|hier)\b.{0,80}",
    r"(?:cet article est )?(?:réservé|contenu réservé|article réservé) aux abonnés\b.{0,80}"
    r"|s'abonner|se connecter|déjà abonné(?: ?\?.{0,60})?"
    r"|il vous reste \D{0,12}\d.{0,40}à lire\b.{0,40}"
    r"|lecture du monde en cours\b.{0,80}",
    r"(?:iniciar sesi[oó]n|inicia sesi[oó]n|ya soy suscriptor|contenido (?:exclusivo )?para"
    r" suscriptores|solo para suscriptores)|accedi|hai già un abbonamento\b.{0,60}",
    r"(?:оформить подписку|войти|уже есть подписка)(?: (?:через|в аккаунт|или)\b.{0,40}|\?.{0,40})?"
    r"|logga in(?: (?:för|med|här)\b.{0,40})?|log ind(?: .{0,20})?|zaloguj się(?: .{0,30})?"
    r"|log in eller .{0,40}|giriş yap|ログイン(?:する|して.{0,8}|は.{0,8}|[/・].{0,8})?|新規登録"
    r"|会員登録.{0,20}|会員限定(?:[^の]{0,10}|の(?:記事|コンテンツ).{0,6})",
)
