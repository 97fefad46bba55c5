"""Lines of furniture in the languages that the other lists hardly speak, by what they say.

One of a page's labels is as short in Hindi as in English: each stands here as whole lines do.
"""

from newscrawl.boilerplate.common.common_words import COLON, LAST_NAMES, NETWORK

#: Endings stand behind names, and prepositions before those of some scripts; not around an "x".
_NET = (
    rf"(?:(?<![a-zà-ž])(?!(?:x(?!ing)|vk|msn|rss)\w){NETWORK}|فيسبوك|تويتر|تلغرام|تليغرام|واتساب"
    r"|إنستغرام|גוגל|פייסבוק|טלגרם|אינסטגרם|微信|微博|फेसबुक|дзене?)"
)
#: A label ends with no full stop, of whatever script; what editors are called, with no sign.
_LABEL = r"(?!.*[.;。।۔；]['\")]?$)"
_UNSAID = r"(?!.*[.!?。！？]\W*$)"
#: Below what a text goes on.
_PICTURED = r"(?:foto|video|adverten|afbeeld|illustra|graf|tweet|post|kaart|reclame|podcast|beeld)"

#: An advertisement, and that the text goes on below one or below a picture.
ADVERTS = (
    r"إعلان(?:ات)?(?: ممول)?|آگهی|تبلیغات|اشتہار|פרסומת|广告|廣告|赞助内容|विज्ञापन|বিজ্ঞাপন|โฆษณา"
    r"|quảng cáo|iklan|διαφ[ήη]μιση|hirdetés|publicitate|reklama?|reklaam|reklāma|oglas|ogłoszenie"
    r"|advertenti[ea]|რეკლამა",
    r"(?:la (?:noticia|nota|informaci[oó]n)|el art[ií]culo) (?:contin[uú]a|sigue) (?:debajo|abajo"
    r"|(?:despu[eé]s de|tras) (?:la|el|est[ae]) (?:publicidad|anuncio|imagen|foto|v[ií]deo))\b"
    r".{0,20}"
    r"|la suite (?:de .{2,30} )?après cette (?:annonce|publicité)"
    rf"|(?:de |het )?(?:tekst|artikel|verhaal) (?:gaat|loopt) (?:verder|door) onder"
    rf" (?:de |het |deze |dit )?{_PICTURED}.{{0,30}}"
    r"|dalsz(?:y ciąg|a część) (?:artykułu|tekstu|materiału) (?:pod|poniżej)\b.{0,40}"
    r"|haberin devamı(?: için .{2,30})?|(?:článek|článok|text) pokračuje (?:pod|po|za)"
    r" (?:reklam|inzer|foto|video|obr[aá]z|gal[eé]ri|graf|map|anket|tabul).{0,30}"
    r"|a cikk (?:az? )?.{2,20} (?:után|alatt) folytatódik|articolul continuă (?:după|sub) .{2,30}"
    r"|(?:saken|artikkelen|artiklen|teksten) fort(?:setter|sætter) (?:under|etter|efter)"
    r" (?:annon|reklam|bil|video|graf|kart|innlegg|opslag|faktabok).{0,30}"
    r"|(?:juttu|artikkeli) jatkuu (?:mainokse|kuva|video|upotuks|grafiik|julkaisu|galleria|alla)"
    r".{0,30}|gulir .{0,20}melanjutkan|scroll to (?:continue|resume)"
    r" (?:with )?content|story continues",
)

#: Readers are told to come to a channel, or to news; a report tells of those who came.
_JOIN = (
    r"(?:folg(?:en sie|[te] uns) |suivez (?:toute )?(?:l'actualité|nos|notre)"
    r"|sigue (?:el canal|toda la (?:actualidad|información)|nuestro)|siga (?:o canal|nosso)"
    r"|segui (?:il canal|i nostri|il nostro|[^ ]{2,20}(?: [^ ]{2,20})? su)"
    r"|participe do canal|entra nel canale"
    r"|obserwuj nas|dołącz do (?:nas|naszego)|mời bạn|انضم(?:وا)? إلى|dapatkan berita"
    r"|добавьте .{2,30} в (?:избранное|источники)|iscriviti al canale|únete al canal)"
)
#: Which networks and channels a house has.
FOLLOW = (
    rf"(?:volg ons|följ oss|følg oss?|sledujte nás|siga-nos|kövess(?:en|e)? (?:minket|bennünket)"
    rf"|urmăr(?:i[țţt]i|e[șşs]te)-ne|pratite nas|seuraa meitä|jälgi meid|sekite mus|obserwuj nas"
    rf"|śledź nas|polub nas|ακολουθήστε (?:μας|το .{{2,30}}) στ[οα]|последвайте ни|ikuti kami"
    rf"|theo dõi chúng tôi|עקבו אחרינו|(?:تابعونا|تابعوا .{{2,40}}))"
    rf"\b.{{0,40}}{_NET}.{{0,60}}|تابعونا"
    rf"(?: (?:على|عبر)(?: {_LABEL}.{{2,30}})?)?",
    rf"bizi .{{0,10}}{_NET}.{{0,24}} takip ed(?:in|iniz|ebilirsiniz)",
    # The channels of a house in a messenger: who joins, and what for.
    rf"(?=.*(?:{_NET}|zalo|line公式|вотсап|व्हाट्सएप|واتس ?اب))(?:{_JOIN})\b.{{0,160}}",
    r"ما را در .{2,30} دنبال کنید|हमें .{2,30} (?:फॉलो|फ़ॉलो) करें",
    rf"(?:únete|[uú]nase|clique aqui para seguir) .{{0,24}}\b(?:canal|grupo|comunidad[ea]?)\b"
    rf".{{0,20}}{_NET}.{{0,30}}"
    rf"|(?:únete|[uú]nase) a nuestr[oa] (?:canal|grupo|comunidad)\b.{{0,50}}",
    rf"(?:entre|participe) (?:no|do|em) (?:nosso )?(?:canal|grupo|comunidade)\b"
    rf".{{0,20}}{_NET}.{{0,30}}",
    r"(?:самые важные|главные|все|больше|оперативные) новост\w+ .{0,20}в нашем (?:канале"
    r"|telegram|тг|телеграм|вайбер|viber|мессенджер|приложени).{0,30}",
    r"(?:(?:更多|欢迎|敬请|请|长按|点击|立即|快来).{0,16})?(?:关注|扫码|扫描|添加)"
    r"(?:我们|本[报台网]|官方|下方|上方|以下|屏幕|[\"“「].{1,10}[\"”」])?的?.{0,4}(?:公众号|微信"
    r"|二维码|微博)"
    r"(?:.{0,3}(?:关注|查看|下载|了解|加入|参与|阅读|获取).{0,8}|[:：\"“「].{1,16})?"
    r"|ikuti .{2,40} di google news",
    # Their apps: where to get one, and what for.
    # Fishermen, too, have an app, in which she ("sie") finds her ("ihr") way.
    r"(?:mit|in) (?:unserer (?:\S+ ){0,3}?(?:\S+-)?app\b(?=.*\b(?:sie|du|ihr|jetzt)\b)"
    r"|der (?:\S+ ){0,3}?(?:\S+-)?app\b(?=.*\b(?:verpass\w+ (?:sie|du|ihr)|herunterladen"
    r"|jetzt (?:\w+ )?(?:laden|holen|installieren|testen))\b)).{0,160}"
    r"|(?:jetzt |hier )?(?:laden|holen) sie (?:sich )?(?:jetzt |hier )?(?:die|unsere) .{0,30}app\b"
    r".{0,100}|(?=[^,]*$|.*\b(?:notre|nuestra|nostra|nosso|naszą|vår|onze)\b)"
    r"(?:téléchargez|descarga|descargue|scarica|baixe|pobierz|ladda ner|download de)"
    r" (?:l'|notre |la |nuestra |nostra |o |nosso |naszą |vår |onze |gratis ){1,2}app\w*\b.{0,100}"
    r"|(?:скачайте|завантажте|установите) наше? .{0,20}(?:приложени|застосунок).{0,100}"
    rf"|(?:скачайте|скачать|завантажте|установите) {_UNSAID}.{{0,30}}(?:приложени"
    rf"|застосунок).{{0,100}}"
    rf"|{_UNSAID}.{{0,60}}(?:whatsapp|telegram) kanal\w+ .{{0,20}}(?:katıl|takip ed)\w*"
    rf"|.{{0,60}}(?:व्हाट्सएप|टेलीग्राम) (?:चैनल|ग्रुप) .{{0,20}}(?:जुड़ें|फॉलो करें)"
    r"|(?:更多.{0,12}[,，]?|[请請]|立即|点击|點擊|马上)*(?:下载|下載|安装|打开)\S{1,16}(?:客户端"
    r"|客戶端|app)"
    r"(?:[,，]?(?:查看|阅读|了解|获取|参与|看)\S{1,16})?"
    r"|.{0,30}(?:line|アプリ|公式アカウント).{0,12}(?:友だち追加|フォロー"
    r"|ダウンロード)(?:し(?:て.{0,24}|よう)"
    r"|する|はこちら.{0,6})?|.{0,20}(?:네이버|카카오톡?|다음|유튜브)(?:에서|로| ?채널) .{0,24}"
    r"(?:구독|추가|받기|보기)(?:하기|하세요)?|.{0,24}앱(?:을|으로)? .{0,12}(?:다운로드|설치|보기"
    r"|받기)(?:하기|하세요)?",
)

#: What leads to other articles: with a title behind it, and alone.
_ALSO = (
    r"(?:(?:ये|यह|इसे) भी (?:पढ़ें|पढ़ें|देखें)|(?:और|आगे) (?:पढ़ें|पढ़ें)|संबंधित (?:ख़बरें"
    r"|खबरें)|আর[ওো] পড়ুন"
    r"|یہ بھی پڑھیں|(?:بیشتر|همچنین) بخوانید|(?:اقرأ|إقرأ|طالع|شاهد) (?:أيضا|أيضاً|ايضا|المزيد)"
    r"|(?:مواضيع|أخبار|مقالات) (?:ذات صلة|متعلقة)|(?:קראו|קרא|ראו|צפו) (?:גם|עוד)"
    r"|כתבות (?:נוספות|קשורות)"
    r"|עוד בנושא|baca (?:juga|pula|selengkapnya)|simak (?:juga|video)|pilihan editor"
    r"|berita terkait"
    r"|(?:xem|đọc) thêm|(?:tin|bài) liên quan|อ่าน(?:เพิ่มเติม|ต่อ)|ข่าวที่เกี่ยวข้อง"
    r"|διαβ[άα]στε (?:επ[ίι]σης|ακ[όο]μ[αη]|περισσ[όο]τερα|και)|δε[ίι]τε (?:επ[ίι]σης|ακ[όο]μ[αη])"
    r"|(?:přečtěte|čtěte) (?:si )?(?:také|též|i|více)|(?:prečítajte|čítajte) (?:si )?(?:aj|tiež"
    r"|viac)"
    r"|olvas(?:sa|d) (?:el )?(?:ezt )?is|olvasta már|kapcsolódó(?: cikk(?:ek)?)?"
    r"|cite[sșş]te (?:[sșş]i|mai mult)|vezi [sșş]i|(?:pročitajte|čitajte|pogledajte) (?:i|još"
    r"|više)"
    r"|(?:вижте|прочетете|четете) (?:още|също)|loe (?:ka|veel)|las(?:i|iet) arī"
    r"|skaityk(?:ite)? (?:taip pat|dar)|lue (?:myös|lisää)|læs også|les også"
    r"|lesen sie (?:dazu|hierzu) (?:auch|mehr)|(?:bunlar da )?i̇?lginizi çekebilir"
    r"|(?:相关|延伸|推荐|更多)(?:阅读|新闻|报道|链接|推荐)|(?:相關|延伸|推薦|更多)(?:閱讀|新聞"
    r"|報導)|看更多"
    r"|関連(?:記事|ニュース|リンク)|관련 ?(?:기사|뉴스)|წაიკითხეთ ასევე|იხილეთ ასევე)"
)
ALSO_TITLED = (rf"{_ALSO}(?:{COLON}|[:：？?] ?| ?[-–] ?).{{1,220}}|{_ALSO} {_LABEL}.{{1,160}}",)
ALSO = (
    _ALSO,
    r"halaman selanjutnya|gambas:.{0,40}|点击(?:进入|查看).{0,12}|(?:写真|画像"
    r"|動画)を(?:もっと)?見る|sigue leyendo"
    r"|continua a leggere",
)

#: Whose the text is, and who edited, photographed or sent it.
RIGHTS = (
    r"(?:جميع|كافة) الحقوق محفوظة.{0,60}|(?:تمامی?|کلیه) حقوق .{2,60} محفوظ .{0,20}"
    r"|כל הזכויות שמורות.{0,60}|版(?:权|權)所有(?![者人的权權]).{0,40}"
    r"|.{0,30}未(?:经|經).{0,20}(?:授权|授權|许可|許可|允许|允許).{0,8}(?:不得|禁止|严禁|嚴禁"
    r"|请勿|請勿)"
    r".{0,8}(?:转载|轉載|复制|複製|使用|摘编|摘編|镜像|鏡像|传播|傳播|转用|翻印|引用|转发|刊登"
    r"|登载|抄袭).{0,14}"
    r"|.{0,60}무단 ?(?:전재|복제).{0,30}금(?:지|합니다)(?!\w).{0,30}"
    r"|.{0,40}無断(?:転載|複製|での転載).{0,20}(?:禁止|禁ず|禁じます|禁じてい|厳禁|お断り|ご遠慮"
    r")(?!した|しな|され|と).{0,20}"
    r"|με επιφύλαξη παντός.{0,40}|všechna práva vyhrazena.{0,60}|všetky práva vyhradené.{0,60}"
    r"|minden jog fenntartva.{0,60}|toate drepturile rezervate.{0,60}"
    r"|sva prava .{0,12}držana.{0,40}"
    r"|всички права запазени.{0,40}|всі права захищені.{0,60}|eftertryck förbjudes.{0,40}"
    r"|hak cipta (?:©|\(c\)|dilindungi|\d{4}).{0,40}"
    r"|สงวนลิขสิทธิ์.{0,40}",
    r"(?:zdroj|forrás|sursa|izvor|kilde|källa|lähde|nguồn|sumber|πηγή|източник|المصدر|מקור|출처"
    r"|出典|来源|來源)"
    r"(?: foto| fotografie)? ?[:：] ?[^.!?。]{1,60}",
    rf"(?:fotó|nyitókép|borítókép|kuvat?|fotoğraf|ảnh|φωτ(?:ογραφία|ό)|צילום|تصوير|사진"
    rf"|写真(?:提供)?|撮影|图(?:片|源)?"
    rf"|摄影|攝影|photo credits?|image credits?|(?:featured|header|cover|lead|main) (?:image"
    rf"|photo|picture))"
    rf" ?(?:[:：=／/|]|(?:by|courtesy of) {_LABEL}) ?[^.!?。]{{1,60}}|fot\. [^.!?]{{2,60}}",
    rf"(?:责任编辑|责编|编辑|責任編輯|编审|校对|编校)[:：]{_UNSAID}.{{1,24}}"
    rf"|[가-힣]{{2,4}} ?(?:기자"
    rf"|특파원) ?\S{{1,40}}@\S{{3,40}}"
    rf"|(?:editor|penulis|reporter|redaktur) ?: ?{LAST_NAMES}",
)

#: Who may read on.
READERS_ONLY = (
    r"dieser? (?:artikel|inhalt|beitrag|text) (?:ist|steht) (?:nur |exklusiv "
    r"|ausschließlich )?(?:für )?"
    r"(?:unseren? )?(?:plus-|digital)?abonnent\w*\b.{0,80}|(?:sie |du )?(?:möchte|wolle|wills"
    r"|möchtes)[nt]"
    r" (?:sie |du )?(?:den (?:artikel|text) )?weiterlesen\?.{0,120}"
    r"|jetzt .{0,40}\b(?:kostenlos|gratis) testen\b.{0,80}"
    r"|jetzt weiterlesen\b.{0,40}(?:abonn|anmeld|testen|monat).{0,100}",
    r"(?:vous avez )?déjà (?:un compte|inscrit\w*) ?\?.{0,60}"
    r"|pour lire la suite,.{0,60}\b(?:abonn|connect|inscri|identifi|achet|compte|cliqu).{0,60}"
    r"|article en accès libre",
    r"ya (?:eres|es) suscriptor\w?\?(?: ?(?:inici|ingres|acced|entr|ident|hag?[az]\b).{0,60})?"
    r"|(?:este )?contenido (?:es )?(?:exclusivo|s[oó]lo|reservado) para (?:nuestros )?"
    r"(?:suscriptor|abonad|soci)\w*.{0,60}"
    r"|conteúdo (?:exclusivo|restrito) (?:para|de|a) assinantes.{0,60}|(?:já é assinante\?"
    r"|assine para (?:continuar|ler)).{0,60}"
    r"|(?:(?:questo )?(?:contenuto|articolo) )?(?:è )?riservato agli abbonati(?:[.!:].{0,60})?"
    r"|[^\"]{0,40}[.!] suscr[ií]bete (?:por|desde|ahora|y)\b.{0,60}"
    r"|(?:sei già abbonato|hai già un account)(?: ?\?.{0,60})?",
    r"verder lezen\?(?: .{0,40}(?:abonn|account|log in|inlog|probeer|registreer).{0,40})?"
    r"|(?:dit artikel|dit verhaal|deze inhoud) is (?:alleen"
    r"|exclusief)\b.{0,20}\b(?:abonnees|leden).{0,40}"
    r"|(?:ten )?artykuł (?:jest )?(?:dostępny )?tylko dla (?:subskrybentów"
    r"|prenumeratorów).{0,60}"
    r"|pozostało \d+% (?:artykułu|tekstu|treści|materiału).{0,60}"
    r"|(?:det här|detta) är en låst artikel.{0,80}|redan prenumerant.{0,40}"
    r"|allerede abonnent.{0,40}"
    r"|(?:denne saken er )?(?:kun )?for abonnente[rn]e?.{0,40}|(?:oletko jo tilaaja"
    r"|vain tilaajille).{0,40}"
    r"|(?:tento )?(?:článek|článok|text) je (?:jen |pouze |len "
    r"|exkluzivně )?(?:určen[ýá]? )?(?:jen )?pr[oe] (?:naše )?předplatitele.{0,60}"
    r"|(?:ez a )?cikk (?:csak )?előfizetőknek.{0,60}",
    r"この記事は.{0,6}会員限定.{0,30}|残り ?\d[\d,]* ?文字(?!の).{0,40}"
    r"|続きを読むには(?:.{0,30}(?:登録|ログイン|会員|購読|購入|申し?込).{0,20})?"
    r"|打开.{0,10}(?:阅读|查看)全文|(?:登录|下载).{0,12}(?:查看|阅读)(?:全文|更多).{0,10}"
    r"|구독하기",
    r"thank you for reading\W? please (?:log|sign|subscribe|purchase)\b.{0,160}"
    r"|you(?:'ve| have) reached your (?:(?:(?:free|monthly|weekly|article|story|reading|view"
    r"(?:ing)?) ){1,3}limit\b.{0,160}|limit(?: of .{0,20}\b(?:articles|stories)\b.{0,120})?)",
)

#: What stands in place of a post, a video or a map of others, and what a network's own says.
EMBEDS = (
    r"we need your consent to (?:load|show|display)\b.{0,160}|you (?:need"
    r"|have) to accept .{0,20}cookies (?:to|in order|before|from)\b.{0,120}"
    r"|(?:this )?content is (?:not available|blocked|hidden|hosted)\b.{0,80}\b(?:your privacy"
    r"|privacy (?:settings|preferences)|cookies?|consent)\b.{0,120}"
    r"|to (?:see|view|watch|load|display) this (?:content|video|post|embed|tweet|map"
    r"|chart),? (?:you|please|enable|accept|update|allow)\b.{0,200}"
    r"|(?:video|audio) player is loading.{0,20}|loading (?:your )?(?:audio|video|the player"
    r"|comments)\b(?: player)?(?:\W{1,4}please wait)?"
    r"|this audio is auto-?generated\b.{0,120}",
    r"mit dem (?:laden|klick|abspielen|aktivieren)\b.{0,60}\b(?:(?:akzeptieren|stimmen) sie"
    r"|(?:akzeptierst|stimmst) du)\b.{0,200}"
    r"|dieser (?:inhalt|beitrag) (?:kann|konnte|wird|ist|wurde) (?=.*\b(?:cookies?|einwilligung"
    r"|zustimmung|datenschutz))(?=.*\b(?:angezeigt|dargestellt|geladen|blockiert|ausgeblendet"
    r"|bereitgestellt|sichtbar|verfügbar)\b).{0,240}"
    r"|um diese[ns]? (?:inhalt|video|beitrag|karte|grafik) (?:anzu\w+|zu (?:sehen|laden))\b"
    r"(?=.*\b(?:bitte|cookies?|einwillig|zustimm|akzeptier|aktivier|erlaub|klick|müssen sie))"
    r".{0,160}",
    r"(?:ce|cette) (?:contenu|vidéo|publication) (?:est|n'est|n'a|ne"
    r"|a été)\b.{0,100}\bcookies\b.{0,120}"
    r"|pour (?:afficher|voir|visionner|consulter|regarder) (?:ce|cette) (?:contenu|vidéo"
    r"|publication)\b(?=.*\b(?:vous devez|veuillez|accept|activ|autoris|cliqu|cookies?|consent))"
    r".{0,160}",
    r"este (?:contenido|v[ií]deo|conteúdo) (?:est[áa]|no|não)\b.{0,100}\bcookies\b.{0,100}"
    r"|para (?:ver|mostrar|visualizar) este (?:contenido|v[ií]deo|conteúdo)\b(?=.*\b(?:ace[pi]t"
    r"|a[ct]?tiv|permit|habilit|cookies?|clic|debes?\b|necesit|precisa))"
    r".{0,140}"
    r"|questo (?:contenuto|video) (?:non|è|richiede|utilizza|usa)\b.{0,100}\bcookies?\b.{0,100}"
    r"|per (?:vedere"
    r"|visualizzare) questo (?:contenuto|video)\b(?=.*\b(?:accett|attiv|abilit|cookies?|consen"
    r"|clicca|devi\b)).{0,140}",
    r"(?:deze|dit) (?:content|inhoud|video|bericht) (?:wordt|kan|is|vereist|bevat|gebruikt|plaatst)"
    r"\b.{0,60}\bcookies\b.{0,100}|accepteer (?!geen).{0,20}cookies\b.{0,80}"
    r"|om (?:deze|dit) (?:content|inhoud|video|bericht) te (?:zien|bekijken|tonen)\b"
    r"(?=.*\b(?:accept|cookies?|toestemming|klik|schakel|moet je)).{0,120}",
    r"(?:view|see) this (?:post|profile|photo) on instagram.{0,40}|a post shared by (?=.*@).{1,80}"
    r"|(?:sieh dir )?diesen beitrag auf instagram an.{0,40}|ein beitrag geteilt von (?=.*@).{1,80}"
    r"|voir cette publication sur instagram.{0,40}|une publication partagée par (?=.*@).{1,80}"
    r"|ver (?:esta|essa) (?:publicaci[oó]n|publicação|foto) (?:en|no) instagram.{0,40}"
    r"|una publicaci[oó]n compartida (?:de|por) (?=.*@).{1,80}"
    r"|(?:um post|uma publicação) (?:compartilhad|partilhad)[ao] por (?=.*@).{1,80}"
    r"|visualizza questo post su instagram.{0,40}"
    r"|un post condiviso da (?=.*@).{1,80}|(?:dit bericht op instagram bekijken"
    r"|een bericht gedeeld door (?=.*@)) ?.{0,80}"
    r"|instagram'da bu gönderiyi gör.{0,40}|wyświetl ten post na instagramie.{0,40}"
    r"|post udostępniony przez (?=.*@).{1,80}"
    r"|visa det här inlägget på instagram.{0,40}|ett inlägg delat av (?=.*@).{1,80}"
    r"|посмотреть (?:эту )?публикацию в instagram.{0,40}",
)

#: What readers may do, and that a mistake is to be told.
READERS = (
    r"(?:この記事を)?シェア(?:する)?.{0,8}|شارك"
    rf"(?: (?:المقال|الخبر|القصة|على {_NET}.{{0,12}}))?"
    r"|分享(?:[到至给].{0,4}|本文|文章|此文|按钮)?|(?:이 )?기사를? 공유.{0,6}|공유하기"
    r"|chia sẻ|bagikan(?: (?:artikel|berita|tulisan|halaman|ke|di|via|lewat)\b.{0,20})?"
    r"|शेयर करें|κοινοποίηση|שתפו(?: (?:את )?ה?(?:כתבה|ידיעה))?|sdílet|zdieľať"
    r"|megosztás|distribuie|jaa|纠错|打印",
    r"bình luận(?: ?\(?\d+\)?)?|diskuz[ei](?: ?\(?\d+\)?)?|diskusia|hozzászólások|comentarii"
    r"|σχόλια|תגובות|(?:ال)?تعليقات|komentáře|评论区?",
    r"(?:sie haben |haben sie )?(?:einen )?fehler (?:entdeckt|gefunden|bemerkt)\?"
    r"(?:.{0,60}(?:meld|schreib|mail|hinweis|teil|informier|kontakt|markier|klick).{0,60})?"
    r"|ошибка в тексте\?(?:.{0,40}(?:выдел|нажм|сообщ|ctrl|напиш).{0,80})?"
    r"|(?:have|got) an? (?:news |story )?tip\? ?(?:e-?mail|contact|send|call|let|write|text"
    r"|reach)\b.{0,120}|제보하기.{0,40}|제보는 .{0,40}(?:@|전화|카카오|이메일).{0,40}",
)
