"""Lines in which a paper keeps its distance: from what others think, write, or show elsewhere."""

_NOT = r"(?:not|nicht|pas|no|não|non|niet|inte|ikke|nie|не|neodráž\w*)"
_OF = (
    r"(?:article|piece|column|commentary|post|essay|op-?ed|authors?(?:'s?)?|writers?(?:'s?)?"
    r"|contributors?(?:'s?)?|their own|his own|her own)"
)

DISCLAIMERS = (
    rf"(?:the )?(?:views|opinions)(?:,? (?:and |or )?(?:thoughts|views|opinions))?,? (?:expressed"
    rf"|stated|given|contained|presented)\b.{{0,120}}\b{_OF}\b.{{0,200}}",
    r"(?:the )?(?:author|writer|contributor)s?'?s? (?:views|opinions) (?:are|do)\b.{0,200}",
    rf".{{0,60}}\bmeinung\w*\b.{{0,60}}\b(?:autor|verfasser|gast)\w*\b.{{0,60}}\b{_NOT}\b.{{0,40}}"
    r"\b(?:redaktion|herausgeber|verlag)\w*\b.{0,60}",
    r"les (?:opinions|propos|points de vue|idées)\b.{0,60}\b(?:n'engage|engagent|reflètent pas)"
    r"\b.{0,200}|ce (?:texte|point de vue|billet) n'engage\b.{0,120}",
    rf"(?:las |los )?(?:opiniones|puntos de vista)\b.{{0,80}}\b(?:responsabilidad|{_NOT}"
    r" (?:necesariamente )?(?:reflejan|representan))\b.{0,200}",
    rf"(?:as )?opiniões\b.{{0,80}}\b(?:responsabilidade|{_NOT} (?:necessariamente )?(?:refletem"
    r"|representam))\b.{0,200}",
    rf"le opinioni\b.{{0,80}}\b(?:{_NOT} (?:necessariamente )?(?:riflettono|rappresentano)"
    r"|esclusivamente)\b.{0,200}",
    r"(?:poglądy|opinie)\b.{0,80}\b(?:autor\w*)\b.{0,120}\bredakcj\w*\b.{0,60}"
    r"|názory\b.{0,60}\bautor\w*\b.{0,120}\bredakc\w*\b.{0,60}",
    r"(?:мнени[ея]|позици[яи]|точк\w+ зрения)\b.{0,60}\bавтор\w*\b.{0,60}\bредакци\w*\b.{0,60}"
    r"|(?:думк[аи]|погляд\w*)\b.{0,60}\bавтор\w*\b.{0,60}\bредакці\w*\b.{0,60}",
    r".{0,40}yazar\w*\b.{0,60}\bgörüş\w*\b.{0,80}\byansıt\w*\b.{0,40}",
    r".{2,40} (?:is|are) not responsible for the content of (?:external|other|third)\b.{0,80}",
    r"this (?:article|story|piece|post) (?:is|was|has been) republished (?:here )?(?:from|with"
    r"|under|by)\b.{0,200}",
    # To whom readers write.
    r"(?:please )?(?:send|e-?mail|share|submit|tell)\b.{0,60}\b(?:tips?|stor(?:y|ies)"
    r"|experiences?|views|letters|comments|questions|photos)\b.{0,60}\S@\S.{0,60}"
    r"|(?:do you have|have you|are you|got an?|were you)\b[^.]{2,120}\? .{0,120}\S@\S.{0,60}"
    r"|(?:haben|kennen) sie\b[^.]{2,120}\? .{0,120}\S@\S.{0,60}"
    r"|(?:vous avez|avez-vous|tiene|¿tiene|у вас|есть)\b[^.]{2,120}\? .{0,120}\S@\S.{0,60}",
)
