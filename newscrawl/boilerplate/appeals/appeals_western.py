"""How appeals ask in German, French, Spanish, Italian, Portuguese and Turkish, in small letters."""

# "Sie" is the reader, "sie" is she or they: only capitals tell them apart.
_SIE = r"(?-i:Sie|Ihnen)"
_IHRE = r"(?:(?-i:Ihr)(?:e[rnms]?)?|eure[rnm]?|deine?[rnm]?)"

GERMAN = (
    # Money and members
    r"\bunterstütz(?:en|e|t) (?:sie )?(?:uns|unsere|unabhängig|freien|kritischen)\b",
    rf"\bhelfen {_SIE}\b.{{0,40}}(?:\bmit\b|uns\b|spende)|\bhilf(?:t)? uns\b",
    rf"\b{_IHRE} (?:\w+ )?(?:unterstützung|spende|hilfe|mitgliedschaft|beitrag|abo|meinung"
    r"|postfach|e-mail|adresse)\b",
    r"\bspenden sie\b|\bjetzt (?:\w+ )?(?:spenden|unterstützen|mitglied|abonnieren|testen|lesen"
    r"|mitmachen|registrieren|anmelden|bestellen|kündbar|teilnehmen)\b|\bspende jetzt\b",
    rf"\bwerden {_SIE} (?:\w+ )?(?:mitglied|unterstützer|abonnent|teil)"
    r"|\bwerde (?:jetzt )?(?:mitglied|teil)\b|\bmitglied werden$",
    r"\bwir (?:brauchen|sind auf)\b.{0,30}(?:unterstützung|hilfe|euch|dich)\b",
    rf"\b(?:sind|seien) {_SIE} dabei\b|\bjederzeit kündbar\b|\b(?:tage|wochen|monate?) (?:kostenlos"
    r"|gratis) (?:testen|lesen)|\bprobeabo\b|\bbereits (?:abonnent|registriert|kunde)\b",
    r"\bleser(?:innen)? (?:und leser )?(?:uns|unsere arbeit|unseren journalismus) (?:tragen|finanz"
    r"|unterst)",
    # Newsletters, channels, apps
    rf"\b(?:abonnieren {_SIE}|abonniere|abonniert) (?:\w+ ){{0,3}}"
    r"(?:uns|kostenlos|newsletter|kanal)",
    rf"\b(?:melden {_SIE} sich|melde dich|meldet euch)\b(?! (?:bei|unter|telefonisch))"
    r"|\b(?:noch )?kein konto\b|\bhier registrieren\b",
    rf"\b(?:unser\w*|den|zum) (?:\w+ )?newsletter\b.{{0,60}}(?:{_SIE}|an\b|kostenlos|abonn)"
    r"|\bunser\w* (?:\w+ )?newsletter\b",
    rf"\b(?:folgen {_SIE}|folge|folgt) uns\b|\b(?:verpassen {_SIE}|verpasse) (?:kein|nicht|nie)",
    rf"\b(?:laden|holen|installieren) {_SIE}\b.{{0,30}}\bapp\b|\bunsere (?:\w+-)?app\b",
    r"\bunser(?:em|en)? (?:\w+-?)?(?:kanal|telegram|whatsapp)",
    rf"\b(?:deaktivieren|schalten) {_SIE}\b.{{0,40}}blocker"
    r"|\b(?:ad|werbe)-?blocker\b.{0,40}\b(?:aus|deaktiv|seite)",
    # What readers do and think
    r"\b(?:nehmen sie an|nimm an|macht mit bei) (?:unserer|dieser|der) (?:\w+ )?umfrage",
    r"\b(?:hat|gefällt) (?-i:Ihnen|dir|euch) (?:dieser|der) (?:\w+ )?(?:text|artikel|beitrag)"
    r"|\b(?:erzählen|teilen|sagen|schreiben) (?-i:Sie) (?:es|uns|diesen|ihn)\b",
    rf"\b(?:bleiben {_SIE} informiert|diskutieren {_SIE} mit|lesen {_SIE} (?:alles|weiter))\b",
    r"^(?:teilen|drucken|link kopieren|merken|anmelden|abonnieren|spenden|kommentieren)$",
)
FRENCH = (
    r"\b(?:soutenez|aidez|rejoignez|suivez|abonnez|inscrivez|retrouvez|partagez)"
    r"[- ](?:nous|vous|notre|nos|cet article)\b",
    r"(?:^|[.!?:] )(?:soutenez|téléchargez|partagez) (?:une|un|le|la|l'|notre|nos|ce|cet|cette)\b"
    r"|(?:^|[.!?:] )donnez ce que\b",
    r"\b(?:votre|vos) (?:soutien|dons?|aide|contributions?|abonnement|boîte|adresse|avis)\b",
    r"\bfaites un don\b|\bje (?:fais un don|soutiens|m'abonne|me connecte|m'inscris)\b",
    r"\b(?:notre|nos) (?:newsletters?|lettres?|infolettres?|applis?|application|chaînes?"
    r"|podcasts?)\b|\bréservée? (?:à nos|aux) abonnés\b|\b(?:déjà|pas encore) (?:abonn|inscrit)",
    r"\bil vous reste\b.{0,30}\b(?:article|lire)|\bpour (?:lire la suite|continuer la lecture)\b",
    r"\bdevenez (?:membre|abonn|mécène|sociétaire)|\bnous avons besoin de (?:vous|votre)\b",
    r"\b(?:laissez|postez|publiez) (?:un|votre) (?:commentaire|avis)\b|\bun avis sur cet article\b",
    r"\b(?:désactivez|désactiver) (?:votre|le) (?:bloqueur|adblock)|\bbloqueur de publicité"
    r"|\b(?:activez|recevez) (?:les|nos|vos) (?:notifications|alertes)\b",
    r"\b(?:répondez|participez) à (?:notre|cette) (?:enquête|sondage)|\bfaites passer\b"
    r"|(?:^|[.!?:] )(?:rejoignez les lecteurs|offrez (?:cet|un) (?:article|abonnement))\b",
)
SPANISH = (
    r"\b(?:apóyanos|ayúdanos|síguenos|síganos|suscríbe(?:te|se)|suscríbase|regístrate|regístrese"
    r"|únete|únase|hazte (?:soci|miembro|de )|hágase soci)",
    r"(?:^|[.!?:,] )¿?¡?(?:apoya|apoye|dona|done|comparte|comparta|descarga|descargue|instala"
    r"|colabora) (?:\w+ )?(?:a nuestr|nuestr|est[ae] (?:\w+ )?(?:historia|noticia|artículo|nota)"
    r"|el periodismo|con nosotros|con lo que|la app|ahora|hoy|aquí|en redes)\w*",
    r"\b(?:tu|su) (?:\w+ )?(?:apoyo|donación|aportación|suscripción|correo electrónico|opinión)\b"
    r"|\b(?:haz|haga) (?:una|tu|su) (?:donación|aportación)",
    r"\b(?:nuestro|nuestros|el|recibe) (?:\w+ )?boletín(?:es)?\b.{0,60}\b(?:recib|correo|suscr|tu)"
    r"|\bnuestr\w+ (?:\w+ )?(?:boletín|newsletter|canal|podcast|app|aplicación)",
    r"(?:^|[.!?:] )recib[ea] (?:las noticias|nuestr|lo mejor)|¿te (?:sumas|apuntas|unes)\?"
    r"|\bactiva (?:las|tus) (?:alertas|avisos)\b|\bno te pierdas\b",
    r"\b(?:inicia|inicie) sesión\b|\b(?:aún no tienes|ya tienes|crea (?:tu|una)) (?:una )?cuenta\b"
    r"|\bquiero (?:colaborar|suscribirme|donar|apoyar)\b|\bseguir leyendo\b|\bya (?:eres|es) soci",
    r"\b(?:desactiva|desactive) (?:tu|su|el) (?:bloqueador|adblock)|\bdéjanos (?:tu|un)\b"
    r"|\b(?:activa|active) las notificaciones\b|\b(?:responde|contesta) (?:a )?nuestra encuesta",
)
ITALIAN = (
    r"\b(?:iscriviti|abbonati (?:a|ora|per|subito|oggi)|sostienici|seguici|aiutaci|accedi|scaricaci"
    r"|registrati (?:per|ora|gratis))\b",
    r"(?:^|[.!?:] )(?:ricevi (?:ogni|le|la nostra)|unisciti (?:a|alla|ai))\b",
    r"(?:^|[.!?:,] )(?:sostieni|scarica|dona|condividi|commenta|fai una donazione)\b",
    r"\b(?:il tuo|la tua) (?:sostegno|contributo|donazione|abbonamento|email|opinione)\b"
    r"|\bsei già abbonat|\bper continuare a leggere\b|\b(?:nostr[ao]|alla) newsletter\b",
)
PORTUGUESE = (
    r"(?:^|[.!?:,] )(?:assine|apoie|siga-nos|inscreva-se|doe agora|contribua|compartilhe|baixe)\b",
    r"\b(?:o seu|a sua|seu|sua) (?:apoio|contribuição|doação|assinatura)\b",
)
TURKISH = (
    r"\b(?:bize destek|destek olun|abone ol\w*|bizi (?:takip|izle)\w*|bültenimiz\w*|üye ol\w*"
    r"|bağış yap\w*|desteğiniz\w*|bize katılın|kanalımız\w*|uygulamamız\w*|gelişmeleri kaçır\w*)\b",
    r"\bgazeteciliği (?:\w+ )?destekle\w*|\b(?:bu haberi|haberi) paylaş\w*",
)
