"""Lines in which a paper keeps its distance: from what others think, write, or show elsewhere."""

_NOT = r"(?:not|nicht|pas|no|não|non|niet|inte|ikke|nie|не|neodráž\w*)"
#: Who writes, what is thought, and the paper, in the words of many languages.
_WRITERS = (
    r"(?:\b(?:author|writer|contributor|aut[oeu]r|auteur|verfasser|skribent|forfatter|szerző|автор"
    r"|yazar|penulis|συγγραφ)|tác giả|लेखक|كاتب|نويسنده|نویسنده|作者|筆者|필자|필진|المقال|مطالب)"
)
_VIEWS = (
    r"(?:\b(?:view|opini|pendapat|pandangan|meinung|ansicht|mening|åsikt|holdning|vélemén|álláspont"
    r"|názor|pogląd|görüş|άποψ|απόψ|мнени|думк|погляд)|quan điểm|विचार|رأي|آراء|دیدگاه)"
)
_PAPER = (
    r"(?:\b(?:redak|redac|rédac|redaz|редакц|szerkeszt|newspaper|publication|tidning|avis|gazete"
    r"|εφημερίδ|tòa soạn|medio|jornal|giornale)|الصحيفة|الجريدة|الموقع|رسانه|अखबार)"
)
_NEVER = (
    r"(?:\b(?:not|nicht|niet|pas|no|não|non|inte|ikke|nie|не|nem|nu|ne\w+|δεν|tidak|không)\b"
    r"|\bلا\b|لزوما)"
)
#: What the one does not do for the other.
_STANDS_FOR = (
    r"(?:\b(?:reflect(?! on)|represent|necessar|necesari|nécessair|notwendig|wider|noodzak"
    r"|nødvendig|nödvändig|odzwierc|shod|совпад|збіг|отраж|відображ|yansıt|tükröz|refle[jt]"
    r"|mencermin)"
    r"|εκφράζ|تعبر|بیانگر)"
)
_OF = (
    r"(?:article|piece|column|commentary|post|essay|op-?ed|authors?(?:'s?)?|writers?(?:'s?)?"
    r"|contributors?(?:'s?)?|their own|his own|her own)"
)
_ARE = r"(?:are|is|do not|don't|does not|belong)"
#: Whose opinions papers speak of, in Romance languages.
_SIGNED = (
    r"(?:autor\w*|column\w*|colun\w*|art[ií][cg]\w*|colabor\w*|text\w*|e[sx]pres\w*|vertid\w*"
    r"|emitid\w*|conten\w*|contid\w*|assinad\w*)"
)

DISCLAIMERS = (
    rf"(?:the )?(?:views|opinions)(?:,? (?:and |or )?(?:thoughts|views|opinions))?,? (?:expressed"
    rf"|stated|given|contained|presented)\b.{{0,120}}\b(?:{_OF}\b.{{0,120}}\b{_ARE}|{_ARE}\b"
    rf".{{0,120}}\b{_OF})\b.{{0,200}}",
    rf"(?=.*{_WRITERS})(?=.*{_VIEWS})(?=.*{_PAPER})(?=.*{_NEVER})"
    rf"(?=.*{_STANDS_FOR}).{{20,240}}",
    rf"(?:the )?(?:views|opinions) in this\b.{{0,80}}\b{_OF}\b.{{0,120}}"
    r"|this is an? (?:opinion|column|commentary|op-?ed)\b.{0,100}\b(?:author|writer)\b.{0,80}",
    r"(?:dette|det her|detta|det här) (?:er|är) (?:et|en|ett) (?:debatindlæg|kommentar|kronik\w*"
    r"|debattinn?l\w+|leserinnlegg|læserbrev|debattartikel|krönika|insändare|ledar\w*)\b.{0,160}"
    r"|åsikterna\b.{0,60}\bskribent\w*\b.{0,80}",
    r"(?:※ ?)?(?:本文|以上内容|以上內容|此文)\S{0,10}(?:代表|屬|属)作者\S{0,40}"
    r"|(?:※ ?)?\S{0,16}(?:筆者|個人|執筆者)の(?:個人的な)?(?:見解|意見)\S{0,50}ません[。.]?"
    r"|(?:※ ?)?.{0,30}본지의? .{0,20}(?:다를 수|무관).{0,20}",
    r"bài viết (?:thể hiện|là) quan điểm\b.{0,60}|लेख में व्यक्त .{0,80}"
    r"|dieser (?:beitrag|text|artikel) gibt die\b.{0,40}\bmeinung\b.{0,80}"
    r"|cet(?:te)? (?:tribune|article|chronique) n'engage\b.{0,80}"
    r"|(?:el autor|la autora|los autores) .{0,24}\bresponsables? de (?:las|sus) opiniones\b.{0,80}",
    r"(?:the )?(?:author|writer|contributor)s?'?s? (?:views|opinions) (?:do(?: not|n't)"
    r"|are (?:his|her|their|solely|not|entirely|purely))\b.{0,200}",
    rf".{{0,60}}\bmeinung\w*\b.{{0,60}}\b(?:autor|verfasser|gast)\w*\b.{{0,60}}\b{_NOT}\b.{{0,40}}"
    r"\b(?:redaktion|herausgeber|verlag)\w*\b.{0,60}",
    r"les (?:opinions|propos|points de vue|idées)\b.{0,60}\b(?:n'engage|engagent|reflètent pas)"
    r"\b.{0,200}|ce (?:texte|point de vue|billet) n'engage\b.{0,120}",
    rf"(?:las |los )?(?:opiniones|puntos de vista)\b.{{0,40}}\b{_SIGNED}\b.{{0,60}}"
    rf"\b(?:responsabilidad|{_NOT}"
    r" (?:necesariamente )?(?:reflejan|representan))\b.{0,200}",
    rf"(?:as )?opiniões\b.{{0,40}}\b{_SIGNED}\b.{{0,60}}"
    rf"\b(?:responsabilidade|{_NOT} (?:necessariamente )?(?:refletem"
    r"|representam))\b.{0,200}",
    rf"le opinioni\b.{{0,40}}\b{_SIGNED}\b.{{0,60}}"
    rf"\b(?:{_NOT} (?:necessariamente )?(?:riflettono|rappresentano)"
    r"|esclusivamente)\b.{0,200}",
    r"(?:poglądy|opinie)\b.{0,80}\bautor\w*\b.{0,60}\bnie\b.{0,60}\bredakcj\w*\b.{0,60}"
    r"|názory\b.{0,60}\bautor\w*\b.{0,60}\bne\w*\b.{0,60}\bredakc\w*\b.{0,60}",
    r"(?:мнени[ея]|позици[яи]|точк\w+ зрения)\b.{0,60}\bавтор\w*\b.{0,60}"
    r"(?:\bне\b.{0,60}\bредакци\w*\b.{0,60}|\bредакци\w*\b.{0,60}\bне\b.{0,60})"
    r"|(?:думк[аи]|погляд\w*)\b.{0,60}\bавтор\w*\b.{0,60}"
    r"(?:\bне\b.{0,60}\bредакці\w*\b.{0,60}|\bредакці\w*\b.{0,60}\bне\b.{0,60})",
    r".{0,40}yazar\w*\b.{0,60}\bgörüş\w*\b.{0,80}\byansıt\w*\b.{0,40}",
    r".{2,40} (?:is|are) not responsible for the content of (?:external|other|third[- ]party)"
    r" (?:web ?|internet )?(?:sites?|links?|pages?)\b.{0,40}",
    r"this (?:article|story|piece|post) (?:is|was|has been) republished (?:here )?(?:from|under"
    r"|(?:with|by) (?:the )?(?:kind )?permission)\b.{0,200}",
    # To whom readers write.
    r"(?:please )?(?:send|e-?mail|share|submit|tell)\b.{0,60}\b(?:tips?|stor(?:y|ies)"
    r"|experiences?|views|letters|comments|questions|photos)\b.{0,60}\S@\S+(?:\s\S+){0,3}"
    r"|(?:please )?(?:contact|reach|write to|e-?mail) (?:us|(?:the|our) (?:\w+ )?(?:newsroom|desk"
    r"|editors?|team|redaction))\b[^.?!]{0,40}[: ]\S+@\S+"
    r"|(?:do you have|have (?:you|an?)|are you|got an?"
    r"|were you)\b[^.]{2,120}\? (?=\S+@|.*\b(?:us|our|me|you|e-?mail|write|send|contact|share|tell"
    r"|touch|reach|newsroom)\b).{0,120}\S@\S.{0,60}"
    r"|(?:haben|kennen) sie\b[^.]{2,120}\? .{0,120}\S@\S.{0,60}"
    r"|(?:vous avez|avez-vous|tiene|¿tiene|у вас|есть)\b[^.]{2,120}\? .{0,120}\S@\S.{0,60}",
)
