"""Does a text speak to its readers in the outlet's own voice, and does it ask something of them?

Journalism repeats itself too: datelines, standing notes, wire paragraphs. What tells an appeal
from those is that it asks: for money, a subscription, an address, a click. Both are sought
outside quotation marks: what somebody is quoted as asking for is news.
"""

import re

from newscrawl.boilerplate.text import fold

_QUOTED = re.compile(r'"[^"]{0,600}"')

_EN = r"""
    \b(?:support|back|fund|sustain|help|keep|stand\ with|stand\ by)\ (?:us\b|our\b
      |independent\b|free\b|quality\b)
  | \b(?:support|help|contribute\ to|donat\w+\ to|subscrib\w+\ to
      |become\ an?\ \w+\ of)\ the\ [\w\ ]{1,30}(?:today|now|by|\.|!|$)
  | \byour\ (?:\w+\ )?(?:support|help|donations?|contributions?|gift|generosity|subscription
      |inbox|membership)\b
  | \b(?:make|give|leave)\ (?:us\ )?a\ (?:\w+[- ])?(?:donation|contribution|gift)\b
  | (?:^|[.!?:]\ )(?:please\ |you\ can\ )?(?:consider\ )?donat(?:e|ing)\b(?!\ (?:blood|to\ the))
  | \bdonate\ (?:now|today|here|online|monthly)\b | \bchip(?:ping)?\ in\b
  | (?:^|[.!?:,]\ )(?:please\ )?(?:sign\ up|subscribe|register)\b
  | \b(?:sign\ up|subscribe|register)\ (?:for|to)\ (?:our|the|free|a|my)\b
  | \b(?:our|free|weekly|daily|the|this)\ (?:\w+\ ){0,2}newsletters?\b
  | \bbecom(?:e|ing)\ (?:an?|our)\ (?:\w+\ )?(?:member|supporter|subscriber|patron|friend
      |backer)\b
  | \b(?:follow|join|find|like|write\ to|tip)\ us\b
  | \bjoin\ (?:our|the)\ (?:[\w,]+\ ){0,3}(?:community|channel|chat|members?|readers|supporters
      |conversation)\b
  | \b(?:download|get|install|try)\ (?:our|the)\ (?:\w+\ ){0,2}app\b
  | \b(?:follow|read|watch|listen\ to)\ (?:our|more\ of\ our|the\ [\w\ ]{1,25}\ on\ (?:telegram
      |facebook|twitter|x|instagram|youtube|bluesky|threads|whatsapp|tiktok))\b
  | \bon\ our\ (?:telegram|facebook|twitter|youtube|whatsapp|tiktok|social)
  | \bwe\ (?:\w+\ )?(?:need|rely\ on|depend\ on|count\ on|ask)\ (?:\w+\ ){0,3}(?:your|you
      |readers|help|support|donations|supporters|members)\b
  | \breaders?(?:,\ who|\ like\ you|\ such\ as\ you)\b
  | \bremind\ me\ (?:later|next)
  | \bad(?:\ |-)?block
  | \b(?:for\ (?:just|only|as\ little\ as|less\ than)|from\ (?:just|only|as\ little\ as)
      |starting\ (?:at|from))\b.{0,30}\b(?:month|week|day|year|coffee)\b
  | (?:^|[.!?:]\ )(?:please\ )?(?:click|tap)\ (?:here|below|the)\b
  | \bshare\ this\ (?:article|story|post)\b
  | \bhelp\ (?:us\ )?(?:keep|make|ensure|fund|continue)\b
  | \bunlock\ (?:all|full|unlimited)\b
  | \bstraight\ to\ your\b
  | \b(?:take|fill\ (?:in|out)|complete)\ our\ (?:\w+\ )?survey\b
  | \bgift\ subscription
  | \bfree\ trial\b
"""
_RU_UK = r"""
    \b(?:поддерж(?:и|ите|ать)|підтрима(?:й|йте|ти))\b.{0,40}(?:\bнас\b|редакци|редакці
      |независим|незалежн|проект|проєкт|журналист|журналіст|сайт|издани|видання|медиа|медіа
      |рабо|робот|подписк|донат)
  | \b(?:подпи(?:шитесь|сывайтесь|саться)|підпи(?:шіться|суйтесь|суйтеся|сатися))\b
  | \b(?:пожертв|донат|задонат|перечислит|оформите\ (?:регуляр|подпис|ежемес|пожерт)|оформіть
      |скиньтесь)
  | \b(?:ваш\w*|вашей|вашу)\ (?:\w+\ )?(?:поддержк|помощ|пожертв|донат|підтримк|допомог|внес)
  | \b(?:рассылк|розсилк)\w*
  | \b(?:станьте|стать|ставайте|будьте)\ (?:\w+\ )?(?:подписчик|спонсор|патрон|членом|участник
      |підписник|другом|частью|частиною|соучастник)
  | \b(?:скачайте|установите|завантажте|встановіть)\b
  | \b(?:присоединяйтесь|приєднуйтесь|приєднуйтеся|следите\ за|слідкуйте|стежте|читайте\ нас
      |читайте\ нас|смотрите\ нас)\b
  | \b(?:в\ нашем|на\ наш|в\ наш|у\ нашому|на\ нашу|в\ нашому)\ (?:\w+[- ])?(?:телеграм
      |telegram|канал|youtube|фейсбук|бот)
  | \b(?:помогите|допоможіть)\ (?:нам|мы|медузе|нашо|сохран|продолж|зберег)
  | \bнам\ (?:очень\ )?(?:нужна|нужны|потрібна|потрібні)\b
  | \bнапомнить\ (?:мне\ )?позже | \b(?:поделитесь|поделиться|поширте)\b | \bрублей\ в\ месяц\b
"""
_DE = r"""
    \bunterstütz(?:en|e|t)\ (?:sie\ )?(?:uns|unsere|unabhängig)
  | \b(?:ihre|eure|deine)[rn]?\ (?:\w+\ )?(?:unterstützung|spende|hilfe|mitgliedschaft|beitrag)
  | \bspenden\ sie\b
  | \bjetzt\ spenden\b
  | \bspende\ jetzt
  | \b(?:abonnieren\ sie|jetzt\ abonnieren|abonniere\b|melden\ sie\ sich|jetzt\ anmelden
      |melde\ dich)
  | \bnewsletter\b
  | \bfolgen\ sie\ uns
  | \bfolge\ uns
  | \bfolgt\ uns
  | \bwerden\ sie\ (?:\w+\ )?(?:mitglied|unterstützer|abonnent|teil)
  | \bwerde\ (?:jetzt\ )?(?:mitglied|teil)
  | \bladen\ sie\b.{0,30}\bapp\b
  | \bunsere\ app\b
  | \b(?:unser|unserem|unseren)\ (?:\w+-?)?(?:kanal|podcast|telegram)
  | \bjetzt\ (?:testen|lesen|mitmachen|registrieren)\b
  | \bwir\ (?:brauchen|sind\ auf)\b.{0,30}(?:unterstützung|hilfe|sie|euch|dich)
  | \b(?:probeabo|adblocker|werbeblocker)\b
  | \bnehmen\ sie\ an\ unserer\b
"""
_FR_ES_IT_PT = r"""
    \b(?:soutenez|aidez|rejoignez|suivez|abonnez|inscrivez|téléchargez|découvrez|retrouvez
      |partagez)(?:[- ](?:nous|vous|notre|nos|le\ monde|la|l'))
  | \b(?:votre|vos)\ (?:soutien|dons?|aide|contribution|abonnement|boîte|adresse)
  | \bfaites\ un\ don
  | \bje\ (?:fais|soutiens|m'abonne)
  | \b(?:notre|la|nos)\ (?:newsletters?|lettres?\ d'information|infolettre)
  | \bnewsletters?\b
  | \bdevenez\ (?:membre|abonn|mécène)
  | \bnous\ avons\ besoin\ de\ (?:vous|votre)
  | \b(?:apoya|apóyanos|apoye|ayúdanos|suscríbe\w*|suscríbase|síguenos|síganos|únete|únase
      |descarga|descargue|hazte|haz\ una|dona|done|regístrate
      |comparte)\b.{0,40}(?:\b(?:nuestr\w+|a\ |en\ |soci\w+|donación|ahora|hoy|aquí|app|boletín
      |periodismo|miembro)|$|[.!])
  | \b(?:tu|su)\ (?:\w+\ )?(?:apoyo|ayuda|donación|aportación|suscripción|correo)
  | \bboletín(?:es)?\b
  | \b(?:iscriviti|abbonati|sostieni|sostienici|seguici|scarica|dona\ ora|aiutaci)\b
  | \b(?:assine|apoie|siga-nos|inscreva-se|doe\ agora|contribua)\b
  | \b(?:il\ tuo|la\ tua|seu)\ (?:sostegno|contributo|donazione|apoio)
"""
_PL_TR = r"""
    \b(?:wesprzyj|wspieraj|zapisz\ się|zasubskrybuj|obserwuj\ nas|dołącz\ do|pobierz\ (?:naszą
      |aplikację)|wpłać|przekaż)\b
  | \btwoje(?:mu|go)?\ (?:wsparcie|wsparciu|darowizna)
  | \b(?:bize\ destek|destek\ olun|abone\ ol\w*|bizi\ takip|bültenimiz\w*|üye\ ol\w*
      |bağış\ yap\w*|desteğiniz\w*)\b
"""
_ASKS = re.compile("|".join((_EN, _RU_UK, _DE, _FR_ES_IT_PT, _PL_TR)), re.VERBOSE | re.IGNORECASE)
_OWN_VOICE = re.compile(
    r"\b(?:we|our|us|you|your|dear\ (?:readers?|friends?)|thank\ you|thanks"
    r"|мы|нас|нам|наш\w{0,3}|вы|вас|вам|ваш\w{0,3}|дорогие|уважаемые|спасибо|ми|дякуємо|шановні"
    r"|wir|uns|unser\w{0,2}|sie|ihre?[rnms]?|euch|eure?[rnms]?|liebe|danke"
    r"|nous|notre|nos|vous|votre|vos|chers?|merci|nuestr\w+|nosotros|usted|gracias|querid\w+"
    r"|noi|nostr\w+|grazie|nossos?|nossas?|obrigado|my|nasz\w{0,3}|dziękujemy)\b",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Whether it asks something of its readers, for the outlet."""
    return _ASKS.search(_unquoted(text)) is not None


def has_own_voice(text: str) -> bool:
    """Whether it speaks as "we", or to "you"."""
    return _OWN_VOICE.search(_unquoted(text)) is not None


def _unquoted(text: str) -> str:
    return _QUOTED.sub(" ", fold(text))
