"""Lines of the page's own furniture: rows to share it and to comment on it."""

import re

from newscrawl.boilerplate.common.common_words import NETWORK, TO_YOU

_ON = (
    rf"(?: (?:on|via|with|to|using|through|in|auf|bei|per|sur|par|en|por|su|no|via|op|på|в|во|через"
    rf"|у|на) (?:your |a |le |mit )?(?:{NETWORK}|friends?(?: and family)?|others|family|us|sms)"
    r"(?: .{0,30})?)"
)
_NAMES = (
    r"(?=.*(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|flipboard|telegram|tumblr"
    r"|messenger|mail|print|share|tweet|copy|viber|vk|xing|pocket|threads|bluesky|mastodon"
    r"|instagram|youtube|tiktok|teilen|drucken|merken|sms"
    r"|link))"
    r"(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|flipboard|telegram|tumblr|messenger"
    r"|e-?mail|print|share|tweet|link|viber|vk|vkontakte|ok|xing|mix|pocket|threads|bluesky"
    r"|mastodon|instagram|youtube|tiktok|pin it|copy|sms|google|teilen|drucken|line|hatena|x"
    r"|merken|anhören|hören|senden|speichern|kommentieren|vorlesen|kopieren|tweeten|feedback|pdf"
    r"|on|auf"
    r"|via|\d|[ ,|/·•+&]){1,60}"
)

SHARE = (
    _NAMES,
    r"share(?: this| on| via| story| it| with| to| by| link| your)?(?: (?:article|story"
    r"|post|page|news|video|friends|e-?mail|link|thoughts|gift))?(?: on)?:?|share (?:an? )?article"
    r"|\d{1,5} ?shares?|shares? ?\d{1,5}",
    rf"share(?: (?:this|it))?(?: (?:article|story|post|page|news|video|link))?{_ON}",
    r"sharing is caring|spread the (?:word|love|news)|copy (?:link|url|to clipboard)|link copied"
    r"|copied(?: to clipboard)?|copy|like this|like loading|loading|tweet(?: this)?"
    r"|print(?: this)?(?: article| page)?|e-?mail(?: this)?(?: article)?"
    r"|save|bookmark|comment|like|follow|gift(?: this)? article|more|close",
    r"(?:(?:please |and |you can |to )*(?:follow|like|find|join|connect with)) (?:@?[\w.]{2,20}"
    rf"(?: \w{{2,20}}){{0,2}}|us)(?: too| also)? (?:on|via) {NETWORK}(?:(?:[.,:!|(@&-]| (?:and|or"
    r"|for|at|to|by|with|page|here|[(@&|-])).{0,160})?",
    r".{0,260}(?:(?:[.!:,)]| and| or) (?:you can )?(?:also )?follow"
    r"|[.!:)] (?:you can )?(?:find|reach|contact))"
    rf" (?:him|her|them|me|us) (?:on|via) {NETWORK}\b.{{0,60}}",
    r"if you (?:have )?(?:found|enjoy(?:ed)?|liked?|loved?) (?:this|our|my|reading|the (?:article"
    r"|story|post|content|video|show|episode|podcast|newsletter|recipe|site|blog))\b.{0,100}"
    r"\b(?:share|pin|follow|subscribe|forward|comment|let (?:us|me) know)\b.{0,200}"
    r"|(?:wenn|falls) (?:ihnen|dir|euch) (?:dieser|der|unser|mein) (?:artikel|beitrag)\b.{0,260}"
    r"|si (?:cet article vous a|vous avez aimé cet)\b.{0,260}|si te (?:ha )?(?:gust[óo]|gustado)"
    r" (?:este|el|nuestro) (?:art[ií]culo|post)\b.{0,260}"
    r"|если (?:вам|тебе) (?:понравил\w+|была? полезн\w+)"
    r" (?:эт\w+|наш\w+|мо\w+)? ?(?:стать\w+|материал|текст|пост)\b.{0,260}",
    r"follow (?:us|me|topics|author|this author|the author|on x|on twitter|more)|(?:follow|join)"
    r" our .{0,60}(?:whatsapp|telegram|facebook|channel|group)\b.{0,80}",
    r"(?:join|download|get|install|try) our .{0,40}\b(?:app|whatsapp|telegram|facebook|channel)\b"
    r".{0,120}|(?:download|get|install) the (?:[\w ]{1,30} )?app(?: (?:today|now|here|for (?:free"
    r"|ios|android|iphone))\b.{0,60})?",
    r"click to (?:share|email|print)\b.{0,80}|open(?:s)? in (?:a )?new window|opens new tab",
    r"(?:post|pin|mail|text|telegram|threads|bluesky|flip)(?: (?:it|this))?",
    r"text size|font size|listen(?: to (?:this )?(?:article|story))?(?: ?\(?\d+ ?min\w*\)?)?"
    r"|click to unmute|watch now|play(?: video)?|advertising"
    r"|1\.0x|\d\d?:\d\d(?:/\d\d?:\d\d)?|now playing|up next|autoplay",
    r"(?:(?:den |diesen )?(?:artikel|beitrag) |jetzt |seite )?(?:teilen|drucken|merken|vorlesen"
    r"|kommentieren"
    rf"|speichern|empfehlen|mailen|link kopieren|feedback){_ON}?|(?:bei|auf|via|per) {NETWORK}"
    r" (?:teilen|versenden|senden)|folgen(?: sie (?:uns|ihm|ihr)\b.{0,80})?|(?:seite|artikel)"
    r" versenden|schließen",
    rf"partage[rz]?(?: (?:cet article|l'article)(?: .{{0,30}})?)?{_ON}?|imprimer|copier le lien"
    rf"|(?:suivez|retrouvez)[- ](?:nous|.{{1,30}}) sur {NETWORK}\b.{{0,80}}|envoyer"
    r"(?: par e-?mail)?|(?:suivez|retrouvez)-nous\b.{0,80}|écouter(?: l'article)?|enregistrer",
    rf"compart[ie]r?(?:lo)?(?: (?:esta|el|este) (?:noticia|art[ií]culo|nota))?{_ON}?|imprimir"
    r"|copiar (?:el )?(?:enlace|link)|s[ií]guenos(?: .{0,100})?|sigue toda la (?:informaci[oó]n"
    r"|actualidad)\b.{0,100}|guardar|escuchar|enviar por .{0,30}",
    rf"condividi{_ON}?|stampa|copia (?:il )?link|seguici su\b.{{0,80}}|ascolta(?: l'articolo)?"
    rf"|compartilh[ea]r?{_ON}?|siga .{{0,30}} (?:no|nas|em|pelo) {NETWORK}\b.{{0,60}}|ouvir"
    rf"|deel(?: dit| dit artikel)?{_ON}?|delen|del(?: artik\w+)?"
    r"|dela(?: artikeln)?|udostępnij|drukuj|skopiuj link|paylaş|yazdır",
    rf"(?:поделиться|поделитесь|поділитися)(?: (?:ссылкой|новостью|новиною|в соцсетях|с друзьями)"
    rf"|{_ON})?|поширити|печать|друк(?:увати)?|распечатать|(?:скопировать|копировать|копіювати)"
    r" (?:ссылку|посилання)|ссылка скопирована|читайте (?:нас|наш\w*) (?:в|у|на)\b.{0,100}"
    r"|(?:следите|стежте) за .{0,80}(?:telegram|телеграм\w*|facebook|новин\w*|новост\w*)\b.{0,60}",
    r"シェア(?:する)?|ツイート|印刷|共有|スクラップ.{0,20}|ポスト|分享|مشاركة|شارك",
)

_TAIL = (
    r"(?:[.:!,].{0,60}| (?:below|here|(?:on|in) (?:this|our)|in the comments|cancel|using)"
    r"\b.{0,50})?"
)

#: What stands above the comments of readers, with their number.
COMMENTS_HEADING = re.compile(
    r"(?:\(?\d+\)? |all |latest |top |recent |join |(?:reader|user|leser)s?[- ]?)*"
    r"(?:(?:comments?|responses?|replies|discussion|thoughts?)(?: (?:on|to) .{1,200})?"
    r"|(?:leser)?kommentare?(?: zu .{1,200})?|leserbriefe|commentaires?|réactions|comentarios?"
    r"|comment[io]|coment[aá]rios?|reacties|kommentarer|kommentit|komentarze|komentáře|diskuse"
    r"|hozzászólások|comentarii|komentari|yorumlar|σχόλια|комментари[ий]|коментарі?|коментари"
    r"|التعليقات|تعليقات|نظرات|תגובות|評論|评论|留言|コメント|댓글|bình luận|komentar|ความคิดเห็น"
    r"|join (?:in )?the (?:conversation|discussion|debate)|have your say|what do you think\?"
    r"|leave a (?:reply|comment)|diskutieren sie mit|ihre meinung|kommentar schreiben"
    r"|laisse[rz] un commentaire|(?:deja|escribe) un comentario|lascia un commento"
    r"|deixe (?:um|seu) comentário|geef een reactie|skriv en kommentar|dodaj komentarz"
    r"|оставить комментарий|залишити коментар|yorum yap(?:ın)?)"
    r"(?: ?[\[(]?\d+[\])]?)?",
    re.IGNORECASE,
)

COMMENTS = (
    rf"(?:leave|post|add|write|make|submit) (?:a|your|an?other) (?:comment|reply|response)s?{_TAIL}"
    r"|leave a reply.{0,40}|cancel reply",
    r"(?:view|show|read|load|see|hide|click|open|go to)? ?(?:all |the |more |our "
    r"|\(?\d+\)? )*comments?(?: ?\(?\d+\)?)?(?: ?policy| below| section)?",
    r"comments? (?:are|have been|is) (?:(?:now|currently|temporarily|automatically) )?(?:closed"
    r"|disabled|off|turned off|moderated|not (?:available|enabled|allowed|monitored|published)"
    r"|subject to|welcome(?! (?:on|from) )|reviewed|the responsibility)\b.{0,80}"
    r"|comments? on this (?:article|story)"
    r".{0,60}|no comments(?: yet)?|be the first to (?:comment|respond|like)\b.{0,40}",
    # Not the comments of somebody on something, which are not published for another reason.
    r"(?:(?:please )?[^\W\d_]{3,12}: )?(?:comments|comentários|comentarios|kommentare"
    r"|commentaires|commenti) "
    r"(?!.*\b(?:until|before|bis|bevor|hasta|até|avant|prima)\b)"
    r"(?!(?:made |sent )?(?:by|of|from|to|on|about)\b|(?:von|de[rs]|zu[mr]?|aus|über|an|auf)\b"
    r"|(?:del?|d[ao]s?|des|du|sur|sobre|d[ei]|dell\w*|degli|sull?\w*|et|und|and|y|e)\b)"
    r".{0,160}\b(?:will not be|won't be|não serão|no serán|werden nicht|ne seront pas|non saranno) "
    r"(?:approved|published|posted|aprovad\w+|aprobad\w+|publicad\w+|publiés|pubblicati"
    r"|freigeschaltet|veröffentlicht)\b.{0,60}",
    rf"(?:join (?:in )?the (?:conversation|discussion|debate)|have your say){_TAIL}"
    r"|start the conversation|[^\"]{0,240}[.!?] (?:please )?join (?:in )?the (?:conversation"
    r"|discussion)(?=.{0,120}\b(?:our|us|below|comments?|forums?|facebook|here|today"
    r"|now)\b).{0,120}"
    r"|[^\"]{0,240}[.!?] join the (?:conversation|discussion)",
    r"(?:please )?(?:read|review|see|follow) our comment(?:ing)? (?:policy|guidelines"
    r"|rules)\b.{0,80}",
    r"what do you think\? ?(?:let us|tell us|share|comment|join|e-?mail|leave|vote|have your)\b"
    r".{0,160}|(?:got|do you have) a (?:story|tip|question)(?: for us| to share)?\? ?(?:let us|tell"
    r"|share|e-?mail|contact|send|get in|call|text|reach|ask|submit)\b.{0,160}"
    r"|let us know (?:in the comments|what you think)\b.{0,80}",
    r"(?:tell us|share your thoughts|let us know)\b.{0,80} (?:in|below) (?:the )?comments?\b.{0,40}"
    r"|discuss this (?:in|on|article)\b.{0,40}",
    r"your e-?mail address will not be published\b.{0,80}|notify me of (?:new"
    r"|follow-?up)\b.{0,60}|save my name, e-?mail\b.{0,100}",
    r"show (?:latest update|more)|(?:most )?(?:newest|oldest)(?: first)?"
    r"|report (?:a typo|an error|this ad|ad)"
    r"(?:[.!:?].{0,60}| (?:in (?:this|the)|on this|here|with)\b.{0,50})?",
    rf"{TO_YOU}(?:(?:have you )?(?:spotted|noticed?|seen?|found) (?:a|an|any) (?:typo|error|mistake"
    r"|correction)\b.{0,120}|(?:send|email|submit) (?:us )?(?:your )?(?:tips?|letters?|feedback"
    r"|news tips)\b.{0,120})",
    r"was this (?:article|page|content) (?:helpful|useful|valuable)\b.{0,40}"
    r"|thank you for your feedback",
    r"\(?(?:noch|bisher) keine (?:kommentare|bewertungen)(?: vorhanden)?"
    r"|(?:möchten sie|willst du) (?:den |diesen )?(?:artikel|beitrag) teilen"
    r"|(?:\d+ )?kommentare?(?: ?\(?\d+\)?)?|(?:kommentar|kommentare) (?:schreiben|verfassen"
    r"|hinzufügen|abgeben|anzeigen|lesen|melden)|diskutieren sie mit(?:[.!:].{0,60})?"
    r"|schreib(?:en sie|e)? (?:den ersten|einen) kommentar\b.{0,40}|antworten abbrechen"
    r"|.{0,40}\b(?:anmelden|registrieren|einloggen),? um (?:einen kommentar|zu kommentieren)"
    r".{0,30}",
    r"(?:\d+ )?commentaires?(?: ?\(?\d+\)?)?|(?:lire|voir|poster|laisser|ajouter|écrire) (?:les|un"
    r"|votre) (?:\d+ )?commentaires?|réagir(?: à cet article)?"
    r"|(?:deja|escribe|a[nñ]ade|ver|env[ií]a) (?:un|tu|los|sus) comentarios?",
    r"(?:\d+ )?comment[io](?: ?\(?\d+\)?)?|(?:lascia|scrivi) un commento\b.{0,40}"
    r"|(?:\d+ )?coment[aá]rios?(?: ?\(?\d+\)?)?|deixe (?:um|seu) coment[aá]rio\b.{0,40}"
    r"|(?:\d+ )?reacties|reageer|(?:\d+ )?kommentarer|komentarze(?: ?\(?\d+\)?)?|(?:dodaj"
    r"|napisz) komentarz|yorum(?:lar| yap| yaz)?",
    r"(?:\d+ )?комментари(?:и|ев|й|я)(?: ?\(?\d+\)?)?|(?:оставить|добавить|написать|показать"
    r"|читать) комментари\w*|(?:\d+ )?коментар(?:і|ів|ь|я)(?: ?\(?\d+\)?)?|(?:залишити|додати"
    r"|написати) коментар|если вы (?:заметили|нашли) (?:ошибку|опечатку)\b"
    r"(?=.*(?:выдел|нажм|нажат|сообщ|ctrl|напиш|отправ|пожалуйста|редакц)).{0,160}"
    r"|якщо ви (?:помітили|знайшли) помилку\b"
    r"(?=.*(?:виділ|натис|повідом|ctrl|напиш|надішл|будь ласка|редакц)).{0,160}|нашли (?:ошибку"
    r"|опечатку)\?.{0,120}"
    r"|(?:помітили|знайшли) помилку\?.{0,120}",
    r"コメント(?:する|を書く|\d+件?)?|댓글",
)
