"""Lines of furniture in many languages, and sentences that begin like them."""

from newscrawl.boilerplate import COMMON, clean
from tests.boilerplate.common.test_common_rules import PROSE, removed_by
from tests.boilerplate.test_clean import article
from tests.rows import every_row


@every_row(
    ("rule", "lines"),
    [
        ("advert-words", "إعلان|广告|विज्ञापन|Quảng cáo|Διαφήμιση|ΔΙΑΦΗΜΙΣΗ|Hirdetés|REKLAM|פרסומת"),
        (
            "advert-words",
            "Tekst gaat verder onder de foto|Haberin devamı|Článek pokračuje pod reklamou"
            "|La noticia continúa después de la publicidad|A cikk a hirdetés után folytatódik"
            "|Dalszy ciąg artykułu pod materiałem wideo|Juttu jatkuu mainoksen jälkeen",
        ),
        (
            "related-words",
            "Baca juga: Beruang Tidur di Perpustakaan|BACA JUGA|ये भी पढ़ें: पुस्तकालय में सोया भालू"
            "|ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ|Διαβάστε επίσης: Η αρκούδα|קראו גם: דוב ישן בספרייה"
            "|Tin liên quan|相关新闻"
            "|Čtěte také: Medvěd spí|Citește și: Un urs doarme|مواضيع ذات صلة|İlginizi çekebilir"
            "|Kapcsolódó cikkek|Lesen Sie dazu auch: Der Bär|写真を見る",
        ),
        (
            "share-words",
            "Volg ons op Instagram|Följ oss på Facebook|تابعونا على فيسبوك"
            "|Ikuti kami di Google News"
            "|Ακολουθήστε μας στο Google News|Bizi Google News'te takip edin|हमें फेसबुक पर फॉलो करें"
            "|Urmărește-ne pe Google News|Únete a nuestro canal de WhatsApp"
            "|Самые важные новости - в нашем канале в Telegram|تابعونا على:|تابعونا"
            "|Volg ons op X|Kövess minket Facebookon|Entre no nosso canal do WhatsApp"
            "|עקבו אחרינו בפייסבוק|欢迎关注我们的微信公众号|长按扫描二维码关注"
            "|Folgen Sie unserem WhatsApp-Kanal und erhalten Sie die Nachrichten auf Ihr Handy."
            "|Suivez toute l'actualité du port sur notre compte Google News."
            "|Sigue el canal de The Harbor en WhatsApp, con toda la actualidad del puerto."
            "|Segui The Harbor su WhatsApp e Telegram per restare aggiornato."
            "|Participe do canal do Porto no WhatsApp e receba as notícias."
            "|Obserwuj nas w Google News i bądź na bieżąco|انضم إلى قناة الميناء على واتساب"
            "|Mời bạn đọc theo dõi Cảng trên Zalo và Google News."
            "|Добавьте «Порт» в избранное в Дзене и узнавайте новости первыми",
        ),
        (
            "legal-words",
            "무단전재 및 재배포 금지|<저작권자 ⓒ 항구일보, 무단 전재-재배포 금지>"
            "|版权所有，未经授权禁止转载|本网站内容，未经许可不得转载|無断転載を禁じます|無断転載・複製禁止"
            "|Hak cipta dilindungi undang-undang|Reporter: Bo Ray|Cover photo by Ann Lee"
            "|جميع الحقوق محفوظة|כל הזכויות שמורות|Všechna práva vyhrazena|责任编辑：李明"
            "|[사진=항구통신]|（写真：港通信）|Ảnh: Bo Ray|Zdroj: ČTK"
            "|김철수 기자 kim@harbor.example",
        ),
        (
            "subscribe-words",
            "Dit artikel is alleen voor abonnees|Dieser Artikel ist Abonnenten vorbehalten"
            "|この記事は有料会員限定です|残り500文字|Conteúdo exclusivo para assinantes"
            "|Contenuto riservato agli abbonati|Det här är en låst artikel. Logga in för att läsa"
            "|¿Ya eres suscriptor? Inicia sesión|Artykuł tylko dla subskrybentów|打开APP阅读全文",
        ),
        (
            "cookie-words",
            "To see this content, please update your cookie settings."
            "|This content is hosted by others and requires your consent to show cookies."
            "|Ce contenu n'est pas visible à cause du paramétrage de vos cookies."
            "|Este contenido está bloqueado porque no has aceptado las cookies."
            "|Mit dem Laden der Karte akzeptieren Sie die Regeln des Anbieters."
            "|Per vedere questo contenuto devi accettare i cookie"
            "|Deze content wordt niet getoond omdat je cookies hebt geweigerd"
            "|A post shared by Harbor Daily (@harbor)|Ver esta publicación en Instagram"
            "|Dieser Inhalt kann wegen Ihrer Datenschutz-Einstellungen nicht angezeigt werden."
            "|Pour voir cette vidéo, vous devez accepter les cookies."
            "|Para ver este contenido debes aceptar las cookies"
            "|Um diese Karte zu laden, bitte klicken"
            "|Om deze video te bekijken moet je cookies accepteren.",
        ),
        (
            "share-words",
            "Mit unserer App bleiben Sie immer informiert: jetzt kostenlos laden."
            "|Laden Sie sich jetzt die Hafenblatt-App herunter!"
            "|Téléchargez l'application du Port et ne manquez rien de l'actualité."
            "|Téléchargez notre application gratuite"
            "|Descarga nuestra app y recibe las noticias del puerto al momento."
            "|Scarica la nostra app per leggere tutte le notizie del porto"
            "|Baixe o nosso app e receba as notícias do porto"
            "|Скачайте наше приложение и читайте новости порта первыми"
            "|Скачайте наше приложение, чтобы читать новости первыми."
            "|Mit der Hafenblatt-App verpassen Sie keine Fähre mehr."
            "|Установите приложение «Порт» на свой телефон"
            "|Haberleri anında öğrenmek için WhatsApp kanalımızı takip edin"
            "|Telegram kanalımıza katılın"
            "|ताज़ा खबरों के लिए हमारे टेलीग्राम चैनल से जुड़ें"
            "|네이버에서 항구일보 구독하기"
            "|카카오톡 채널 추가하기"
            "|항구일보 앱 다운로드"
            "|港ニュースの公式アカウントをフォローして最新情報をチェック"
            "|港ニュースアプリのダウンロードはこちら"
            "|LINEで友だち追加する"
            "|点击下载港口新闻客户端"
            "|更多新闻请下载港口新闻APP，查看更多精彩内容"
            "|打开港口新闻APP阅读全文",
        ),
        (
            "comments-words",
            "Haben Sie einen Fehler gefunden? Jetzt melden|この記事をシェア|شارك المقال"
            "|Diskuze (12)"
            "|Bình luận|纠错|Have a news tip? Email us at tips@harbor.example.",
        ),
    ],
)
def test_furniture_is_known_in_many_languages(rule: str, lines: str) -> None:
    assert {line: removed_by(line) for line in lines.split("|")} == {
        line: [rule] for line in lines.split("|")
    }


@every_row(
    "line",
    [
        "Reklama leku na wrzody trwała w radiu przez całą zimę.",
        "Haberin devamı mahkemede okundu, salon sessizdi.",
        "Baca buku itu lagi, kata guru kepada murid-muridnya.",
        "广告牌在星期二的大风里倒了下来，没有人受伤。",
        "版权所有者在法庭上要求赔偿一百万元，法官没有同意这一要求，案件将在下个月继续审理，双方都表示会上诉到底。",
        "関連会社は火曜日に新しい船を買うと発表した。",
        "Dit artikel van de wet is sinds dinsdag niet meer van kracht.",
        "Volg ons voorbeeld, riep de burgemeester naar de overkant.",
        "Zdroj pitné vody na ostrově vyschl už v úterý ráno.",
        "Dieser Inhalt der Kiste wurde am Dienstag versteigert.",
        "To see this video was hard for the family, the court heard.",
        "Este contenido del barco no llegó al puerto el martes.",
        "Διαβάστηκε στο δικαστήριο η επιστολή του καπετάνιου.",
        "Fejl og mangler ved skibet blev ikke rettet i tide.",
        # Of networks and channels, and of what holds an "x".
        "Volg ons voorbeeld, riep de exploitant naar de overkant.",
        "Siga-nos até ao cais, pediu o taxista.",
        "Entre el canal y la playa hay dos kilómetros.",
        "Entre o grupo havia três crianças da ilha.",
        "עקבו אחרינו כל הדרך הביתה.",
        "تابعونا حتى باب الميناء.",
        "شارك على الفور في الإنقاذ.",
        "שתפו פעולה עם המשטרה.",
        "Bagikan beras kepada warga.",
        "警方提醒市民不要随意扫描陌生二维码。",
        "他添加了对方的微信，随后被骗走十万元。",
        "A post shared by the minister on Tuesday drew thousands of angry replies.",
        "Ein Beitrag geteilt von der Ministerin sorgte am Dienstag für Ärger.",
        "Une publication partagée par le ministre a fait scandale mardi.",
        "Een bericht gedeeld door de minister leidde tot woede.",
        "Únase a la comunidad de vecinos o quédese fuera.",
        "Главные новости дня в нашем городе связаны с паромом.",
        "Sigue toda la ciudad el juicio en Twitter, día y noche.",
        "Folgt dem Streit auf Twitter nun der Streit vor Gericht?",
        "Suivez la rue jusqu'au port, où Twitter a son siège.",
        "Segui il cane, disse il bambino, e su Facebook lo seguirono in mille.",
        "انضم الصياد إلى قناة على واتساب قبل عام.",
        # Of rights and permission.
        "该公司未经许可使用了他的照片。",
        "版权所有者在法庭上要求赔偿。",
        "그는 기사를 무단 전재한 혐의로 기소됐다.",
        "정부는 무단 복제를 금지했다.",
        "写真を無断転載した男が逮捕された。",
        "無断転載を禁止した。",
        "Hak cipta lagu itu milik keluarganya.",
        "Cover photo by Ann Lee sparked outrage.",
        "Dieser Beitrag wird ohne Zustimmung der Mitglieder erhöht.",
        "You have to accept cookies or pay, as the papers of Europe have it.",
        # What a tale, a count or a fare does.
        "Juttu jatkuu vielä vuosia.",
        "Het verhaal gaat verder onder een nieuwe naam.",
        "Saken fortsetter under ny ledelse.",
        "Pozostało 30% głosów do policzenia.",
        "제보는 사실로 드러났다.",
        "और पढ़ें ताकि आप समझ सकें।",
        "Sei già abbonato al treno delle sei.",
        "Verder lezen? Dat deed niemand in het dorp.",
        "Pour lire la suite, il faut attendre le tome deux.",
        "You've reached your credit limit, the machine in the shop read.",
        # Who came to see a video.
        "Pour voir cette vidéo, des milliers de fans ont fait la queue.",
        "Para ver este vídeo, miles de personas esperaron horas en el puerto.",
        "Per vedere questo video centinaia di persone sono venute al porto.",
        "Om deze video te zien kwamen honderden mensen naar de haven.",
        "Um dieses Video zu sehen, kamen Hunderte ins Kino.",
        "Mit dem Laden am Markt stimmen die Zahlen nicht.",
        "続きを読むには勇気が必要だった。",
        "Questo video spiega come funzionano i cookie.",
        "Deze video legt uit hoe cookies werken.",
        "Accepteer geen cookies van vreemden, zei oma.",
        "Loading comments from truckers took hours.",
        "Ошибка в тексте? Учитель не заметил её.",
        "Haben Sie einen Fehler gefunden? So fragte der Lehrer jeden Morgen.",
        # Of apps and channels, and of what a label names.
        "Tags: the shepherds of the islands pin them to the ears of their sheep in May.",
        "Download the app or stay at home, the harbor told its passengers on Tuesday.",
        "People like you do not belong in our party, the letter to the old priest read.",
        "The harbor desk was carved by a convict in 1811.",
        "Have a heart? The clinic asks its donors every spring.",
        "Contact the mayor and he will not answer you, the fishermen say.",
        "The photo was sold via an agency in Paris for a week's wage.",
        "He was taken in by the agency (AP).",
        "Photos via satellite show a road in the forest that was not there in May.",
        "In der App der Reederei stand am Dienstag kein einziges Schiff mehr.",
        "Mit der App fanden die Retter den Jungen nach einer Stunde.",
        "Mit der App der Stadt melden Bürger Löcher, die der Bauhof jetzt an drei Tagen füllt.",
        "In der neuen App stehen ihr zufolge alle Fahrpläne der Fähren.",
        "In einer App tragen sie ihr Gewicht und ihren Fang ein, ehe sie anlegen.",
        "Téléchargez l'application, répètent les affiches, mais la moitié n'ont pas de téléphone.",
        "Mit der App können Sie Ihr Konto leeren, warnte die Bank am Dienstag.",
        "Laden Sie die App nicht, warnt die Polizei am Hafen.",
        "Thema: der Hafen und was er die Stadt in den letzten Jahren kostete.",
        "L'application du port a cessé de fonctionner mardi au milieu de la nuit.",
        "La app del puerto dejó de funcionar el martes en plena noche.",
        "Etiquetas: el pescador las cose a cada red que vende en el mercado.",
        "L'app del porto ha smesso di funzionare martedì in piena notte.",
        "Скачайте приложение или стойте в очереди, сказали пассажирам в порту.",
        "Приложение порта перестало работать во вторник среди ночи.",
        "Тема: почему паром не ходит и кто за это будет платить в будущем году.",
        "Liman, WhatsApp kanalını salı günü kapattı ve kimse nedenini bilmiyor.",
        "Telegram kanalına katılan balıkçılar gözaltına alındı.",
        "व्हाट्सएप चैनल पर मंगलवार को नौका की खबर सबसे पहले आई।",
        "네이버에서 구독하던 신문이 화요일 문을 닫았다.",
        "이 앱을 설치한 주민은 아직 열 명뿐이다.",
        "港は火曜日、LINEで友だち追加した乗客に欠航を知らせた。",
        "アプリをダウンロードした乗客は三人だけだった。",
        "写真：三人の男と一匹の犬が桟橋に立っている。",
        "乘客要先下载港口客户端才能买票，老人们很不高兴。",
        "下载客户端的老人在码头排队等候工作人员帮忙。",
        "来源：村里的井水来自山上的一条小溪。",
        "警方说，打开客户端的人都收到了同一条消息。",
        # Who speaks in a transcript.
        "Reporter: Were you on the ferry that night?",
        "Reporter: Why not?",
        "Editor: I think that the harbor was right to wait",
        "编辑：你怎么看？",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_kept(line: str) -> None:
    cleaned = clean(article(PROSE[0], line, *PROSE[1:]), COMMON)

    assert [block.text for block in cleaned.blocks] == [PROSE[0], line, *PROSE[1:]]
