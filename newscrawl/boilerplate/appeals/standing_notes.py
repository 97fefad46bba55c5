"""How standing notes of journalism begin or what they name: they may stand beside every appeal."""

NOTES = (
    # Corrections and updates
    r"^(?:corrections?|clarification|editor's note|update)\b|\bearlier version of this\b"
    r"|\bcorrections policy\b|\bcommitted to accuracy\b",
    r"^(?:исправлен|уточнени|от редакции|від редакції|виправлен|уточнення|sprostowanie|erratum"
    r"|rectificatif|fe de errores|precisazione|düzeltme)|\banmerkung der redaktion\b"
    r"|\bfrüheren (?:fassung|version)\b|\bversion précédente\b|\bversión anterior\b",
    r"\bdeveloping story\b|\bwill be updated\b|\b(?:до|об)новл\w+тся\b|\bдополняется\b"
    r"|\b(?:доповнюється|оновлюється)\b|\bwird (?:laufend |fortlaufend )?aktualisiert\b"
    r"|\bsera mis à jour\b|\ben desarrollo\b|\bgüncellenecek|\bin aggiornamento\b",
    # Help lines
    r"\bsuicid|\b(?:crisis|help|life|hot)[ -]?line\b|\bтелефон\w* довери|\bгоряч\w+ лини"
    r"|\bгаряч\w+ ліні|\bпсихологічн\w+ допомог|\btelefonseelsorge\b|\bsuizid|\bidées noires\b"
    r"|\btelefon zaufania\b"
    r"|\bbezpłatny numer\b|\bvíctimas de la violencia\b",
    # How it was made, who paid for it, who is in it
    r"\bnames? (?:have|has|were|was) (?:been )?changed\b|\bимен\w+ .{0,30}измен|\bімена .{0,30}змін"
    r"|\bnamen (?:sind|wurden|haben wir) .{0,20}geändert\b|\bprénoms? .{0,30}modifié"
    r"|\bnombres? .{0,30}cambiado|\bimiona .{0,30}zmienion",
    r"\bhow we (?:did|reported|made) this\b|\bmargin of error\b|\bпогрешност|\bпохибк"
    r"|\bfehlertoleranz",
    r"\bpart of [\w ,]{0,40}\bseries\b|\bчаст[ьи] (?:проекта|серии|спецпроекта)|\bfür diese serie\b"
    r"|\bde la serie\b|\bde la série\b",
    r"\bsupported by a grant\b|\bthe funder\b|\bматеріал підготовлено за\b|\bпри поддержке фонда\b"
    r"|\bbénéficié du soutien\b|\bgefördert (?:von|durch)\b",
    r"^(?:additional )?(?:reporting|writing|editing) by\b|\bmit material\b"
    r"|^.{0,40}\b(?:ap|afp|dpa|reuters|tass|тасс|интерфакс\S*|укрінформ|unian)\b.{0,10}$",
    # Whose words these are
    r"\bviews expressed\b|\bмнени[ея] авторов?\b|\bдумк[аи] автор\w+\b|\bmeinung der redaktion\b"
    r"|\bn'engagent que\b|\bopinioni espresse\b|\bpoglądy autora\b|\bopiniones expresadas\b",
    r"\b(?:настоящий материал|данное сообщение)\b|\bреестр\w* иностранных"
    r"|\bв реестр\w* .{0,20}агент"
    r"|\b(?:created|made|produced|distributed) by an? (?:foreign|organization that)\b",
    r"\brespond to (?:a|our|repeated|several) requests?\b|\bна запрос\b|\bна запит\b"
    r"|\brépondu à nos\b|\bno respondió\b|\byanıt vermedi\b",
)
