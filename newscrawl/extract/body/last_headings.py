"""What stands as the last heading of an article, above what is no story any more."""

import re

#: What lawyers have to say. What is "important" may be the story's.
_LEGAL = (
    r"(?:legal )?disclaimers?|(?:important )?legal (?:notices?|disclosures?|information)"
    r"|risk (?:disclosures?|disclaimer)|(?:(?:safe harbor|cautionary) .{0,40})?forward[- ]looking"
    r" statements|haftungsausschlu(?:ss|ß)"
    r"|rechtlicher hinweis|rechtliche hinweise|mentions légales|avertissement légal"
    r"|clause de non-responsabilité|aviso legal|descargo de responsabilidad|avvertenze legali"
    r"|note legali"
    r"|isenção de responsabilidade|zastrzeżenie prawne|yasal uyarı|отказ от ответственности"
    r"|免責事項|免责声明|免責聲明|면책 조항"
)
#: Who wrote.
_AUTHOR = (
    r"(?:the )?authors?|written by"
    r"|(?:more )?about (?:the |our )?(?:authors?|writers?|contributors?|reporters?|columnists?|us)"
    r"|meet the author|author(?:'s)? (?:bio|profile|info)|about this (?:site|newspaper|website)"
    r"|(?:mehr )?über (?:den |die )?(?:autor(?:in|innen|en)?|uns)|zu(?:m autor|r autorin|r person)"
    r"|(?:à propos de )?l'aut(?:eur|rice)e?|(?:sobre|acerca de)l? (?:(?:el|la|los|las|o|a|os|as) )?"
    r"aut[ou]r(?:a|es|as)?|acerca del autor|(?:sul|chi è )?l'autore|informazioni sull'autore"
    r"|over de auteurs?|om (?:författaren|skribenten|forfatter(?:en|ne)|skribenten)"
    r"|kirjoittaja(?:sta)?|o autor(?:ze|ce|ach|ovi|kách)|a szerzőről|despre autor(?:ul|i)?|o autoru"
    r"|об авторе|об авторах|про автора|про авторку|за автора|yazar hakkında"
    r"|σχετικά με τ(?:ον|ην) συγγραφέα|(?:著者|筆者|執筆者)(?:について|紹介|プロフィール)"
    r"|(?:关于|關於)作者|作者(?:简介|介绍|簡介|介紹)|(?:필자|저자|작가) 소개"
    r"|(?:نبذة )?عن الكاتبة?|درباره نویسنده|על המחבר(?:ת)?|tentang penulis|về tác giả"
    r"|लेखक के बारे में|เกี่ยวกับผู้เขียน"
)
#: What asks readers for a word. Questions may be the story's own.
_READERS = (
    r"have your say|(?:tell|send) us (?:what you think|your (?:views?|story|stories))"
    r"|(?:share|let us have) your (?:views?|thoughts|story|stories|opinions?)|your (?:say|views?)"
    r"|get in touch|(?:ihre|deine|eure) meinung(?: ist gefragt)?|diskutieren sie mit|votre avis"
    r"|(?:donnez|partagez) votre (?:avis|opinion)|(?:danos )?tu opinión|(?:dê a )?sua opinião"
    r"|(?:la tua|di' la tua) opinione|di' la tua|jouw mening|praat mee|din mening|säg din mening"
    r"|si din mening|mielipiteesi|twoja opinia|váš názor|mondd el a véleményed|părerea ta"
    r"|ваше мнение|ваша думка|sizin görüşünüz|η γνώμη σας|みなさんのご意見|ご意見募集|你的看法"
    r"|여러분의 의견|رأيك يهمنا|شاركنا رأيك"
)
#: Who made the pictures.
_PICTURES = (
    r"(?:photo|image|picture|video|illustration|production|editorial|styling)s? credits?"
    r"|bildnachweise?|crédits? photos?|créditos? (?:de las? )?(?:foto\w*|im[aá]gen\w*)"
    r"|crediti fotografici|(?:photo|image) (?:sources|attributions?)"
)
LEGAL_HEADING = re.compile(_LEGAL, re.IGNORECASE)
LAST_HEADING = re.compile(f"{_LEGAL}|{_AUTHOR}|{_READERS}|{_PICTURES}", re.IGNORECASE)
#: The same as a question, which an interview may ask, too.
LAST_QUESTION = re.compile(
    r"(?:so,? )?what do you think(?: about .{1,60})?|what(?:'s| is) your (?:view|opinion|take)"
    r"|was (?:meinen|denken|sagen) sie(?: dazu)?|und was (?:denken|meinen) sie|(?:et vous, )?qu'en"
    r" pensez-vous|et vous, .{2,60}|(?:¿?y tú,? )?¿?qué (?:opinas?|piensas?|crees?)(?: .{2,30})?"
    r"|o que (?:você )?acha(?: .{2,30})?|(?:e tu,? )?che (?:cosa )?ne pensi|wat vindt? (?:jij|u)"
    r"(?: ervan)?|vad tycker du|hvad? (?:mener|synes) du|mitä mieltä olet|a co (?:ty|wy) .{2,40}"
    r"|co (?:o tym )?(?:sądzi|myśli)(?:sz|cie)|co si (?:o tom )?myslíte|(?:ön )?mit gondol"
    r"|(?:а )?что (?:вы )?(?:об этом )?думаете(?: вы| об этом)?|а як думаєте ви|що ви думаєте"
    r"|siz ne düşünüyorsunuz|(?:あなた|みなさん)はどう思いますか|你怎么看"
    r"|여러분은 어떻게 생각하(?:시나요|세요)",
    re.IGNORECASE,
)
