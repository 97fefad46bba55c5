"""Names in bylines: commas, "and", roles, addresses, in the scripts that news is written in."""

import json

from newscrawl import read_article
from newscrawl.extract.fields.bylines import looks_like_a_name, persons
from newscrawl.extract.fields.seen_bylines import persons_seen
from tests.rows import every_row

URL = "https://www.harbor.test/story"
PROSE = (
    "<p>The ferry to the northern islands stopped on Tuesday in the middle of the strait.</p>"
    "<p>Nobody was hurt, the harbor master said, and a tug would bring all of them home.</p>"
)


def authors_of(head: str = "", above: str = "") -> tuple[str, ...]:
    html = (
        f'<html><head><meta charset="utf-8"><title>The Ferry</title>{head}</head><body><article>'
        f"<h1>The Ferry</h1>{above}{PROSE}</article></body></html>"
    )
    return read_article(html.encode(), URL).authors


TWO = [
    ("Max Stein. Eva Kern", "Max Stein", "Eva Kern"),
    ("Ann Lee and Bo Ray", "Ann Lee", "Bo Ray"),
    ("Ann Lee w/ Bo Ray", "Ann Lee", "Bo Ray"),
    ("by Ann Lee and by Bo Ray", "Ann Lee", "Bo Ray"),
    ("ANN LEE and BO RAY Associated Press", "ANN LEE", "BO RAY"),
    ("김철수ㆍ이영희 기자", "김철수", "이영희"),
    ("ANN LEE AND BO RAY", "ANN LEE", "BO RAY"),
    ("Max Stein und Eva Kern", "Max Stein", "Eva Kern"),
    ("Luc Petit et Zoé Roy", "Luc Petit", "Zoé Roy"),
    ("Ana Ruiz y Luis Gil", "Ana Ruiz", "Luis Gil"),
    ("Ana Ruiz e Inés Gil", "Ana Ruiz", "Inés Gil"),
    ("Anna Rossi e Marco Bianchi", "Anna Rossi", "Marco Bianchi"),
    ("João Alves e Rita Pires", "João Alves", "Rita Pires"),
    ("Anna de Vries en Jan van Dijk", "Anna de Vries", "Jan van Dijk"),
    ("Jan Jansen en Piet Bakker", "Jan Jansen", "Piet Bakker"),
    ("Lars Dahl og Ida Berg", "Lars Dahl", "Ida Berg"),
    ("Azad Demir û Rojin Kaya", "Azad Demir", "Rojin Kaya"),
    ("Ade Bello àti Bola Ojo", "Ade Bello", "Bola Ojo"),
    ("אנה נובק און פטר לינדמן", "אנה נובק", "פטר לינדמן"),
    ("ଅନିଲ ଶର୍ମା ଓ ରମେଶ ବର୍ମା", "ଅନିଲ ଶର୍ମା", "ରମେଶ ବର୍ମା"),
    ("অনিল শর্মা আৰু রমেশ বর্মা", "অনিল শর্মা", "রমেশ বর্মা"),
    ("آنا نوفاك ۽ بطرس حداد", "آنا نوفاك", "بطرس حداد"),
    ("အောင်မင်းနှင့် ခင်ခင်", "အောင်မင်း", "ခင်ခင်"),
    ("አበበ ከበደ፣ ተስፋዬ ግርማ", "አበበ ከበደ", "ተስፋዬ ግርማ"),
    ("Lars Dahl och Ida Berg", "Lars Dahl", "Ida Berg"),
    ("Matti Aho ja Liisa Laine", "Matti Aho", "Liisa Laine"),
    ("Jaan Tamm ja Mari Kask", "Jaan Tamm", "Mari Kask"),
    ("Jan Kowalski i Anna Nowak", "Jan Kowalski", "Anna Nowak"),
    ("Jan Kowalski oraz Anna Nowak", "Jan Kowalski", "Anna Nowak"),
    ("Jan Novák a Petr Dvořák", "Jan Novák", "Petr Dvořák"),
    ("Amra Hodžić i Emir Begić", "Amra Hodžić", "Emir Begić"),
    ("Anna Novak in Janez Kranjc", "Anna Novak", "Janez Kranjc"),
    ("Anna Kovács és Béla Nagy", "Anna Kovács", "Béla Nagy"),
    ("Ion Popa și Ana Radu", "Ion Popa", "Ana Radu"),
    ("Jonas Petraitis ir Rasa Kazlienė", "Jonas Petraitis", "Rasa Kazlienė"),
    ("Jānis Ozols un Anna Liepa", "Jānis Ozols", "Anna Liepa"),
    ("Arben Hoxha dhe Mira Leka", "Arben Hoxha", "Mira Leka"),
    ("Josep Puig i Anna Serra", "Josep Puig", "Anna Serra"),
    ("Νίκος Παππάς και Ελένη Δήμου", "Νίκος Παππάς", "Ελένη Δήμου"),
    ("Ali Kaya ve Ece Demir", "Ali Kaya", "Ece Demir"),
    ("Əli Həsənov və Leyla Quliyeva", "Əli Həsənov", "Leyla Quliyeva"),
    ("Анна Орлова и Иван Белов", "Анна Орлова", "Иван Белов"),
    ("Олена Коваль та Іван Білий", "Олена Коваль", "Іван Білий"),
    ("Олена Коваль і Іван Білий", "Олена Коваль", "Іван Білий"),
    ("Олена Коваль й Іван Білий", "Олена Коваль", "Іван Білий"),
    ("Nguyễn Văn An và Trần Thị Bình", "Nguyễn Văn An", "Trần Thị Bình"),
    ("Budi Santoso dan Siti Rahma", "Budi Santoso", "Siti Rahma"),
    ("Juma Ali na Asha Omar", "Juma Ali", "Asha Omar"),
    ("أحمد علي و محمد حسن", "أحمد علي", "محمد حسن"),
    ("أحمد علي ومحمد حسن", "أحمد علي", "محمد حسن"),
    ("أحمد علي، محمد حسن", "أحمد علي", "محمد حسن"),
    ("علی رضایی و مریم احمدی", "علی رضایی", "مریم احمدی"),
    ("דנה כהן ויוסי לוי", "דנה כהן", "יוסי לוי"),
    ("דנה כהן, יוסי לוי", "דנה כהן", "יוסי לוי"),
    ("อนันต์ ดีงาม และ สุดา ใจดี", "อนันต์ ดีงาม", "สุดา ใจดี"),
    ("อนันต์ ดีงามและสุดา ใจดี", "อนันต์ ดีงาม", "สุดา ใจดี"),
    ("김철수·이영희 기자", "김철수", "이영희"),
    ("김철수 이영희 기자", "김철수", "이영희"),
    ("김철수 기자, 이영희 기자", "김철수", "이영희"),
    ("김철수와 이영희", "김철수", "이영희"),
    ("王小明、李四", "王小明", "李四"),
    ("王小明 李四", "王小明", "李四"),
    ("王小明和李大海", "王小明", "李大海"),
    ("記者王小明、李大海／台北報導", "王小明", "李大海"),
    ("山田太郎、鈴木花子", "山田太郎", "鈴木花子"),
    ("山田太郎・鈴木花子", "山田太郎", "鈴木花子"),
    ("山田太郎と鈴木花子", "山田太郎", "鈴木花子"),
    ("अमित शर्मा और नेहा सिंह", "अमित शर्मा", "नेहा सिंह"),
    ("রহিম খান ও করিম দাস", "রহিম খান", "করিম দাস"),
    ("გიორგი ბერიძე და ნინო ლომიძე", "გიორგი ბერიძე", "ნინო ლომიძე"),
    ("Արամ Սարգսյան և Անի Պետրոսյան", "Արամ Սարգսյան", "Անի Պետրոսյան"),
]  # fmt: skip


@every_row(("line", "one", "other"), TWO)
def test_and_parts_two_names_in_every_language(line: str, one: str, other: str) -> None:
    assert persons([line]) == (one, other)
    assert persons_seen([line]) == (one, other)
    assert authors_of(f'<meta name="author" content="{line}">') == (one, other)


ONE = [
    ("王小明/文 李华/图", "王小明"),
    ("Ann Lee, da Reuters", "Ann Lee"),
    ("Penulis Ann Lee | Editor Bo Ray", "Ann Lee"),
    ("Van onze verslaggever Ann Lee", "Ann Lee"),
    ("Shkruan: Ann Lee", "Ann Lee"),
    ("Parengė Ann Lee", "Ann Lee"),
    ("Opracowanie: Ann Lee", "Ann Lee"),
    ("Napísal Ján Novák", "Ján Novák"),
    ("Kovács Anna írása", "Kovács Anna"),
    ("Anna Jónsdóttir skrifar", "Anna Jónsdóttir"),
    ("Сэтгүүлч Б.Болд", "Б.Болд"),
    ("লেখা: অনিল শর্মা", "অনিল শর্মা"),
    ("रिपोर्ट: अनिल शर्मा", "अनिल शर्मा"),
    ("رپورٹ: آنا نوفاک", "آنا نوفاک"),
    ("ጸሐፊ፡ አበበ ከበደ", "አበበ ከበደ"),
    ("ရေးသားသူ - အောင်မင်း", "အောင်မင်း"),
    ("ໂດຍ ສົມຊາຍ ໃຈດີ", "ສົມຊາຍ ໃຈດີ"),
    # A word of a name, or a place, that is "and" somewhere else.
    ("José Ortega y Gasset", "José Ortega y Gasset"),
    ("Josep Puig i Cadafalch", "Josep Puig i Cadafalch"),
    ("Maria Silva da Costa Pereira", "Maria Silva da Costa Pereira"),
    ("Jim Dan Brown", "Jim Dan Brown"),
    ("Ann Lee in New York", "Ann Lee"),
    ("Max Stein in Bad Homburg", "Max Stein"),
    ("Ana Ruiz en Buenos Aires", "Ana Ruiz"),
    ("Ana Ruiz en Madrid", "Ana Ruiz"),
    ("أحمد وليد حسن علي", "أحمد وليد حسن علي"),
    ("محمد حسن وليد عمر", "محمد حسن وليد عمر"),
    ("דנה כהן ורד לוי", "דנה כהן ורד לוי"),
    ("李和平", "李和平"),
    ("山田 太郎", "山田 太郎"),
    ("김 철수", "김 철수"),
    # Roles and whose they are.
    ("Ann Lee, Vice President, Harbor Trust", "Ann Lee"),
    ("Ann Lee, Director of Research, Acme", "Ann Lee"),
    ("Ann Lee, Professor of Law at the University of Northport", "Ann Lee"),
    ("Ann Lee, CEO", "Ann Lee"),
    ("Ann Lee Staff Writer", "Ann Lee"),
    ("Ann Lee Senior Political Correspondent", "Ann Lee"),
    ("Ann Lee Content Marketing Coordinator", "Ann Lee"),
    ("Ann Lee, special to The Harbor", "Ann Lee"),
    ("Ann Lee on behalf of the Harbor Group", "Ann Lee"),
    ("Eva Kern, Redakteurin", "Eva Kern"),
    ("Eva Kern, Geschäftsführerin, Hafen Verlag", "Eva Kern"),
    ("Ana Ruiz, corresponsal", "Ana Ruiz"),
    ("Ana Ruiz, directora", "Ana Ruiz"),
    ("Анна Орлова, корреспондент", "Анна Орлова"),
    ("Анна Орлова, директор", "Анна Орлова"),
    ("Ann Lee, MD, PhD", "Ann Lee"),
    ("Ann Lee MS, RDN, LD", "Ann Lee"),
    ("Lee, Ann", "Ann Lee"),
    ("Lee, Ann B.", "Ann B. Lee"),
    ("Ann Lee MP", "Ann Lee"),
    ("Ann Lee et al.", "Ann Lee"),
    ("Ann Lee and others", "Ann Lee"),
    ("Reporter Ann Lee", "Ann Lee"),
    ("Von unserem Redakteur Max Stein", "Max Stein"),
    ("Eva Kern, freie Journalistin", "Eva Kern"),
    ("Luc Petit, envoyé spécial à Kiev", "Luc Petit"),
    ("Jan Jansen, redacteur economie", "Jan Jansen"),
    ("a cura di Marco Bianchi", "Marco Bianchi"),
    ("Γράφει ο Νίκος Παππάς", "Νίκος Παππάς"),
    ("Kirjoittaja Matti Aho", "Matti Aho"),
    ("Írta: Nagy Béla", "Nagy Béla"),
    ("oprac. Jan Kowalski", "Jan Kowalski"),
    ("Reviewed by Bo Ray, written by Ann Lee", "Ann Lee"),
    ("Max Stein (Text) und Eva Kern (Fotos)", "Max Stein"),
    ("Ann Lee, Bo Ray (photos)", "Ann Lee"),
    ("Ann Lee \U0001f41f", "Ann Lee"),
    # Places.
    ("Ann Lee, Munich, Germany", "Ann Lee"),
    ("Ann Lee, Paris", "Ann Lee"),
    ("Madrid - Ana Ruiz", "Ana Ruiz"),
    ("Ali Kaya / İstanbul", "Ali Kaya"),
    ("أحمد علي - القاهرة", "أحمد علي"),
    ("القاهرة - أحمد علي", "أحمد علي"),
    ("Ann Lee in Washington, D.C.", "Ann Lee"),
    ("Jordan, Ann", "Ann Jordan"),
    ("Lee, Chad", "Chad Lee"),
    # Addresses.
    ("Ann Lee (https://x.test/ann)", "Ann Lee"),
    ("Ann Lee (www.x.test)", "Ann Lee"),
    ("ann@x.test (Ann Lee)", "Ann Lee"),
    ("Ann Lee <ann@x.test>", "Ann Lee"),
    ("Ann Lee ann@x.test", "Ann Lee"),
    ("Ann Lee, mailto:ann@x.test", "Ann Lee"),
    ("Ann Lee @annlee", "Ann Lee"),
    ("김철수 기자 kim@x.test", "김철수"),
    # Scripts without capitals.
    ("김철수 기자", "김철수"),
    ("김철수기자", "김철수"),
    ("김철수 선임기자", "김철수"),
    ("[한국일보 김철수 기자]", "김철수"),
    ("워싱턴=김철수 특파원", "김철수"),
    ("(서울=연합뉴스) 김철수 기자 =", "김철수"),
    ("정치부 김철수 기자", "김철수"),
    ("글 : 김철수", "김철수"),
    ("山田太郎記者", "山田太郎"),
    ("山田太郎 編集委員", "山田太郎"),
    ("ワシントン=山田太郎", "山田太郎"),
    ("【山田太郎】", "山田太郎"),
    ("山田太郎（ワシントン支局）", "山田太郎"),
    ("文・山田太郎", "山田太郎"),
    ("共同通信 山田太郎", "山田太郎"),
    ("记者 王小明", "王小明"),
    ("记者王小明 北京报道", "王小明"),
    ("本报记者 王小明", "王小明"),
    ("文／王小明", "王小明"),
    ("責任編輯：李四｜文／王小明", "王小明"),
    ("责任编辑：李四 文／王小明", "王小明"),
    ("文・山田太郎、写真・鈴木花子", "山田太郎"),
    ("Ann Lee, photos by Bo Ray", "Ann Lee"),
    *(("Written by Ann Lee Edited by Bo Ray", "Ann Lee"), ("Ann Lee Photo: Bo Ray", "Ann Lee")),
    *(("Max Stein Foto: Eva Kern", "Max Stein"), ("Luc Petit Traduit par Zoé Roy", "Luc Petit")),
    ("Ada Rowe is a reporter at the Harbor. Photo: Bo Ray", "Ada Rowe"),
    ("Eva Kern schreibt seit Jahren über die See", "Eva Kern"),
    ("Ana Ruiz escribe sobre el mar y los barcos", "Ana Ruiz"),
    *(("Ann Lee\u200b. Madrid", "Ann Lee"), ("Ana Ruiz. Buenos Aires", "Ana Ruiz")),
    *(("Guest post by Ann Lee", "Ann Lee"), ("Interview: Ann Lee", "Ann Lee")),
    *(("Eingestellt von Eva Kern", "Eva Kern"), ("Chief Osei Tutu", "Chief Osei Tutu")),
    *(("Autorin: Eva Kern, Redakteurin", "Eva Kern"), ("Verfasser: Max Stein", "Max Stein")),
    *(("文●山田太郎", "山田太郎"), ("著者：山田太郎", "山田太郎")),
    ("Ann Lee, Senior Staff Technologist, Sea Speech, Privacy, and Ferry Project", "Ann Lee"),
    ("Eva Kern, Stellvertretende Leitung Meer", "Eva Kern"),
    ("Max Stein, Fotos von Eva Kern", "Max Stein"),
    ("Ann Lee – Harbor Post", "Ann Lee"),
    ("Sam Fox Jr.", "Sam Fox Jr."),
    ("Sam Fox, Jr.", "Sam Fox Jr."),
    ("Sam Fox, III", "Sam Fox III"),
    ("〔記者王小明／台北報導〕", "王小明"),
    ("王小明 编辑：李四", "王小明"),
    ("中新社记者 王小明", "王小明"),
    ("執筆者：山田太郎", "山田太郎"),
    ("ライター：山田太郎", "山田太郎"),
    ("山田太郎＝ニューヨーク", "山田太郎"),
    ("เรื่อง: อนันต์ ดีงาม ภาพ: สุดา ใจดี", "อนันต์ ดีงาม"),
    ("بقلم/ أحمد علي", "أحمد علي"),
    ("דנה כהן, כתבת ספורט", "דנה כהן"),
    ("Teksti: Matti Aho", "Matti Aho"),
    ("Της Ελένης Δήμου", "Ελένης Δήμου"),
    ("作者：王小明", "王小明"),
    ("記者王小明／台北報導", "王小明"),
    ("文在寅", "文在寅"),
    ("โดย อนันต์ ดีงาม", "อนันต์ ดีงาม"),
    ("ผู้เขียน : อนันต์ ดีงาม", "อนันต์ ดีงาม"),
    ("بقلم: أحمد علي", "أحمد علي"),
    ("كتب أحمد علي", "أحمد علي"),
    ("إعداد : أحمد علي", "أحمد علي"),
    ("מאת דנה כהן", "דנה כהן"),
    ("מאת: דנה כהן", "דנה כהן"),
    ("Bài và ảnh: Nguyễn Văn An", "Nguyễn Văn An"),
    ("Tác giả: Nguyễn Văn An", "Nguyễn Văn An"),
    ("Phóng viên: Nguyễn Văn An", "Nguyễn Văn An"),
    ("Oleh Budi Santoso", "Budi Santoso"),
    # Names like a paper's.
    ("Emily Post", "Emily Post"),
    ("By Emily Post", "Emily Post"),
    ("Wiley B. Post", "Wiley B. Post"),
    ("Bo Press", "Bo Press"),
    ("Robert Service", "Robert Service"),
    ("Ann Times", "Ann Times"),
    *(("Jane Reporter", "Jane Reporter"), ("Jan Redakteur", "Jan Redakteur")),
    ("AL Ann Lee", "Ann Lee"),
    ('Ann "Ferry" Lee', 'Ann "Ferry" Lee'),
    ("Ann „Annie“ Lee", "Ann „Annie“ Lee"),
    ("Ann Lee From The Sea", "Ann Lee"),
    ("Από τη Μαρία Παππά", "Μαρία Παππά"),
    ("Από τον Νίκο Δήμου", "Νίκο Δήμου"),
    # A word of a name that leads in a byline, or a place, elsewhere.
    *(("Von Harden", "Von Harden"), ("Von Anna Kern", "Anna Kern"), ("De la Cruz", "De la Cruz")),
    *(("Von der Aue", "Von der Aue"), ("Par Nilsson", "Par Nilsson"), ("von dpa, Eva Kern",
                                                                       "Eva Kern")),
    *(("Anna in 't Hof", "Anna in 't Hof"), ("By Anna in het Veld", "Anna in het Veld")),
    *(("Anna Maria in ’t Hof", "Anna Maria in ’t Hof"), ("By Sukarta", "Sukarta")),
    *(("By Nelson C.J.", "Nelson C.J."), ("K. Srinivas R.", "K. Srinivas R.")),
    ("Ann Lee.", "Ann Lee"),
    *(("Ann Lee, City Hall reporter", "Ann Lee"), ("Ann Lee - Guest Opinion", "Ann Lee")),
    ("Ann Lee, Ph.D. Candidate, University of Harbor", "Ann Lee"),
    ("Av: Anna Berg", "Anna Berg"),
    *(("Story and photos by Ann Lee", "Ann Lee"), ("Compiled by Ann Lee", "Ann Lee")),
    *(("Автор текста: Анна Ли", "Анна Ли"), ("Підготувала Олена Коваль", "Олена Коваль")),
    *(("Toimittaja: Anna Mäki", "Anna Mäki"), ("Επιμέλεια: Μαρία Παππά", "Μαρία Παππά")),
    *(("De notre correspondant à Moscou Anne Petit", "Anne Petit"), ("AFP / 김철수", "김철수")),
    *(("Onze correspondent in Moskou Jan Smit", "Jan Smit"), ("Sukarta, AFP", "Sukarta")),
    *(("De notre correspondante Anne Petit", "Anne Petit"), ("Deur Anna Botha", "Anna Botha")),
    *(("Thực hiện: Nguyễn Văn An", "Nguyễn Văn An"), ("अमित शर्मा, नई दिल्ली", "अमित शर्मा")),
    *(("Oleh Sri Rahayu", "Sri Rahayu"), ("EFE, Ana Ruiz / Madrid", "Ana Ruiz")),
    *(("Anna\u00adbella Lee\u200e", "Annabella Lee"), ("\u2067אן לי\u2069", "אן לי")),
]  # fmt: skip


@every_row(
    ("line", "name"),
    [
        *(("By Sunday Aborisade", "Sunday Aborisade"), ("By Friday Olokor", "Friday Olokor")),
        *(("By Ann Lee, Sunday, 4 March", "Ann Lee"), ("By Ann Lee Sunday March 4", "Ann Lee")),
        *(("By Kelly Link", "Kelly Link"), ("By Lisa See", "Lisa See")),
        ("By Ann Lee See more", "Ann Lee"),
        *(("By K.Raju", "K.Raju"), ("By Rhys ap Gwilym", "Rhys ap Gwilym")),
        *(
            ("By Paul Nurse", "Paul Nurse"),
            ("김진부 기자", "김진부"),
            ("사회부 김철수 기자", "김철수"),
        ),
    ],
)
def test_a_seen_byline_of_odd_names_gives_them(line: str, name: str) -> None:
    assert persons_seen([line]) == (name,)


@every_row(("line", "name"), ONE)
def test_a_line_of_one_person_gives_that_name(line: str, name: str) -> None:
    assert persons([line], ["the harbor"]) == (name,)


@every_row(
    "line",
    [
        *("Associated Press", "The Washington Post", "Denver Post", "Free Press", "Post", "Press"),
        *("Slate Staff", "Daily Times", "News Service", "Sports Desk", "Harbor Trust", "Redaktion"),
        *("연합뉴스", "편집국", "온라인뉴스팀", "朝日新聞デジタル"),
        *("Condé Nast", "编辑部", "新华社", "取材班", "著者一覧", "投稿者", "翻訳者"),
        *("กองบรรณาธิการ", "ทีมข่าว", "هيئة التحرير", "وكالات", "מערכת", "Nhóm PV", "TTXVN"),
        *("Organization for Distant Works", "ann.lee", "ann_lee"),
        *("Vice President", "Chief Executive Officer", "ann@x.test", "https://x.test/ann", "@ann"),
        *("Munich, Germany", "New York, NY", "London, UK", "Paris, France", "Berlin, Deutschland"),
        *("Seoul, South Korea", "WordPress", "Super User", "webmaster", "Sponsored Content"),
        *("PR Newswire", "Redazione ANSA", "Redaktion Hafen", "The Conversation", "Haber Merkezi"),
        *("নিজস্ব প্রতিবেদক", "স্টাফ রিপোর্টার", "By Staff", "By Reuters", "Von Redaktion", "Von dpa"),
        *("Agência Brasil", "EFE / Madrid", "Paid for by Harbor Bank", "Powered by WordPress"),
        *("ویب ڈیسک", "லோக்சத்தா செய்திப்பிரிவு", "സ്വന്തം ലേഖകൻ", "लोकसत्ता टीम"),
        *("Comments", "Share", "iStock", "Onze correspondent in Moskou", "Mwandishi Wetu"),
        *("Share Post", "Next Post", "The Harbor", "", " , ", "()", "и", "و", "와", "&", "y y y"),
    ],
)  # fmt: skip
def test_what_is_no_person_gives_no_name(line: str) -> None:
    assert persons_seen([line], ["the harbor"]) == ()
    if line not in ("y y y",):
        assert persons([line], ["the harbor"]) == ()


@every_row(
    ("line", "names"),
    [
        ("Ann Lee, Bo Ray, and Cy Fox", ("Ann Lee", "Bo Ray", "Cy Fox")),
        ("Ann Lee, Bo Ray, & Cy Fox", ("Ann Lee", "Bo Ray", "Cy Fox")),
        ("Ann Lee; Bo Ray; and Cy Fox", ("Ann Lee", "Bo Ray", "Cy Fox")),
        ("Max Stein, Eva Kern, und Udo Alt", ("Max Stein", "Eva Kern", "Udo Alt")),
        ("Ana Ruiz, Luis Gil, y Eva Sol", ("Ana Ruiz", "Luis Gil", "Eva Sol")),
        ("Анна Орлова, Иван Белов, и Пётр Серов", ("Анна Орлова", "Иван Белов", "Пётр Серов")),
        ("Lee, Ann; Ray, Bo", ("Ann Lee", "Bo Ray")),
        ("Sam Fox, Jr. and Ann Lee", ("Sam Fox Jr.", "Ann Lee")),
        ("By Ann Lee and Sukarta", ("Ann Lee", "Sukarta")),
        ("Ann Lee in Berlin and Paris", ("Ann Lee",)),
        ("Ann Lee in London and Bo Ray in New York", ("Ann Lee", "Bo Ray")),
        ("Sea correspondent Ann Lee and political editor Bo Ray", ("Ann Lee", "Bo Ray")),
        ("Ann Lee, Editor, and Bo Ray, Reporter", ("Ann Lee", "Bo Ray")),
        ("Ann Lee, Director, Bo Ray, Producer", ("Ann Lee", "Bo Ray")),
        ("王小明、李大海、张三", ("王小明", "李大海", "张三")),
        ("김철수·이영희·박민수 기자", ("김철수", "이영희", "박민수")),
        ("أحمد علي، محمد حسن، وسعيد عمر", ("أحمد علي", "محمد حسن", "سعيد عمر")),
    ],
)
def test_a_list_of_names_may_have_an_and_behind_its_last_comma(
    line: str, names: tuple[str, ...]
) -> None:
    assert persons([line]) == names
    assert persons_seen([line]) == names


@every_row(
    ("head", "above"),
    [
        ('<meta name="author" content="Ann Lee"><meta name="author" content="Emily Post">', ""),
        (
            '<meta property="article:author" content="Ann Lee">'
            '<meta property="article:author" content="Emily Post">',
            "",
        ),
        (
            '<meta name="dc.creator" content="Ann Lee">'
            '<meta name="dc.creator" content="Post, Emily">',
            "",
        ),
        (
            '<meta name="citation_author" content="Lee, Ann">'
            '<meta name="citation_author" content="Post, Emily">',
            "",
        ),
        (
            '<meta name="parsely-author" content="Ann Lee">'
            '<meta name="parsely-author" content="Emily Post">',
            "",
        ),
        (
            '<meta name="twitter:label1" content="Written by">'
            '<meta name="twitter:data1" content="Ann Lee, Emily Post">',
            "",
        ),
        ('<meta name="author" value="Ann Lee"><meta value="Emily Post" name="author">', ""),
        ("", '<p class="byline">By Ann Lee and Emily Post</p>'),
        ("", '<p><a rel="author">Ann Lee</a>, <a rel="author">Emily Post</a></p>'),
        ("", "<p>By Ann Lee, and Emily Post</p>"),
        ("", '<div class="author vcard">Ann Lee, Emily Post</div>'),
        ("", '<b itemprop="creator">Ann Lee</b> <b itemprop="creator">Emily Post</b>'),
        ("", "<div>Written by</div><div>Ann Lee and Emily Post</div>"),
        ('<meta name="authors" content="Ann Lee, Emily Post">', ""),
        ('<meta name="mediator_author" content="Ann Lee und Emily Post">', ""),
        ('<meta name="article:author_name" content="Ann Lee; Emily Post">', ""),
        ('<meta name="creator" content="Ann Lee"><meta name="creator" content="Emily Post">', ""),
        ("", '<div class="c-byline__author">Ann Lee</div><div class="c-byline__author">Emily Post'
             "</div>"),
        ("", '<p><a href="/author/1">Ann Lee</a> und <a href="/author/2">Emily Post</a></p>'),
        ("", '<div class="contributors"><a href="/a">Ann Lee</a><a href="/b">Emily Post</a></div>'),
    ],
)  # fmt: skip
def test_all_who_are_named_count_however_a_page_marks_them(head: str, above: str) -> None:
    assert authors_of(head, above) == ("Ann Lee", "Emily Post")


@every_row(
    "author",
    [
        "김철수 기자",
        {"@type": "Person", "name": "김철수 기자"},
        [{"@type": "Person", "name": "김철수"}],
        {"@type": "Person", "name": ["김철수"]},
        {"@type": "Person", "name": {"@value": "김철수", "@language": "ko"}},
        {"@list": [{"@type": "Person", "name": "김철수"}]},
        {"@set": ["김철수"]},
        {"@type": "Person", "givenName": "철수", "familyName": "김", "name": "김철수"},
        {"@type": "Person", "givenName": "", "name": "", "alternateName": "김철수"},
    ],
)
def test_json_ld_names_a_person_in_many_shapes(author: object) -> None:
    told = json.dumps({"@type": "NewsArticle", "headline": "The Ferry", "author": author})
    assert authors_of(f'<script type="application/ld+json">{told}</script>') == ("김철수",)


@every_row(
    "name",
    ["Da Costa Reis", "Anna in 't Hof", "Von Harden", "Sukarta", "Paul Nurse", "Charles Officer",
     "Melissa Bank", "K.Raju", "P.Rao", "Rosa de los Ríos", "Siti binti Ahmad",
     "이영부", "กองทัพ พีค"],
)  # fmt: skip
def test_json_ld_names_a_person_from_beginning_to_end(name: str) -> None:
    author = {"@type": "Person", "name": name}
    told = json.dumps({"@type": "NewsArticle", "headline": "The Ferry", "author": author})
    assert authors_of(f'<script type="application/ld+json">{told}</script>') == (name,)


@every_row(
    "line",
    [
        "<p>Ann Lee | Senior Writer | July 2, 2025</p>",
        "<small>04.03.2026 | 13:10 Uhr | Ann Lee</small>",
        "<p>Ann Lee, Research Scientist, Harbor Lab</p>",
        *("<span>| By </span><span>Ann Lee</span>", "<div><b>— Von</b> <b>Ann Lee</b></div>"),
        '<div class="widget authors"><span class="author__name">Ann Lee</span></div>',
        '<div class="teaser-meta">VON <a>ANN LEE</a></div>'.replace("ANN LEE", "Ann Lee"),
        '<aside><address><a rel="author" href="/by/lee">Ann Lee</a></address></aside>',
        '<p><b class="author">Bo Ray</b></p><p><b class="author">Cy Fox</b></p><p>By Ann Lee</p>',
        "<div>Ann Lee • 2 July 2025</div>",
        *("<p>Ann Lee – dpa</p>", "<p>Ann Lee | Reuters</p>", "<p>Column: Ann Lee</p>"),
        "<p>Ann Lee, inviata a Kiel</p>",
        *("<p>Ann Lee | Corresponsal en Kiel</p>", "<p>Ann Lee, envoyée spéciale à Kiel</p>"),
        '<p><span>Ann Lee</span> <time datetime="2025-07-02">2 July 2025</time></p>',
        "<p><span>Ann Lee |</span> <span>02.07.2025</span></p>",
        *("<p>Ann Lee</p><p>Tech Writer</p>", "<b>Ann Lee</b><i>Journaliste</i>"),
        '<div class="testimonial"><b class="author">Bo Ray</b></div><p>By Ann Lee</p>',
        "<h4>By</h4><p>Ann Lee</p><p>Senior Editor</p>",
        "<p>Ann Lee · Redakteurin</p>",
        '<div><img src="/a.png" alt="Ann Lee"><div><p>Ann Lee</p><p>5 min</p></div></div>',
        '<p><img class="avatar" src="/x.png"> Ann Lee in <a href="/sea">The Sea</a></p>',
        '<div class="elementor-widget"><p class="author">Ann Lee</p></div>',
        '<footer class="meta"><p class="byline">By Ann Lee</p></footer>',
        '<div class="post-footer"><span class="author">Ann Lee</span></div>',
        *("<p>Ann Lee, Staff Writer</p>", "<p>Ann Lee, Redakteurin</p>"),
        '<div class="detail__writer">Ann Lee</div>',
        '<div class="reporter">Ann Lee</div>',
        '<div class="redacteur">Ann Lee</div>',
        '<div class="firma">Ann Lee</div>',
        '<div class="submitted-by"><a>Ann Lee</a></div>',
        '<span id="author-name">Ann Lee</span>',
        "<author>Ann Lee</author>",
        '<div data-component="Byline">Ann Lee</div>',
        '<a data-testid="AuthorURL" href="/by/17">Ann Lee</a>',
        '<p class="byline">By <a>Ann Lee For Daily Mail Australia</a></p>',
        '<div class="byline">Ann Lee <a href="mailto:a@x.example">Email the author</a></div>',
        '<div class="byline"><b>AL</b><span>Ann Lee</span></div>',
        '<p>By <a href="/author/1">Ann Lee</a> – Fact-checked by <a href="/author/2">Bo Ray</a>',
    ],
)
def test_a_name_near_the_headline_is_known_by_what_stands_beside_it(line: str) -> None:
    assert authors_of("", line) == ("Ann Lee",)


@every_row("told", ["meta", "json-ld"])
def test_who_is_told_by_an_address_is_called_as_its_links_are(told: str) -> None:
    address = "https://www.harbor.test/profile/ann-lee"
    author = json.dumps({"@type": "NewsArticle", "headline": "The Ferry", "author": address})
    head = {
        "meta": f'<meta property="article:author" content="{address},{address}2">',
        "json-ld": f'<script type="application/ld+json">{author}</script>',
    }[told]
    links = '<a href="/profile/ann-lee"><img></a><a href="/profile/ann-lee?x=1">Ann Lee</a>'
    more = '<a href="/profile/ann-lee2">Bo Ray</a><a href="/profile/cy-fox">Cy Fox</a>'

    names = ("Ann Lee", "Bo Ray") if told == "meta" else ("Ann Lee",)
    assert authors_of(head, links + more) == names
    assert authors_of(head) == ()


@every_row("seen", ["By Ann Lee", "Eine Kolumne von Ann Lee", "Par Ann Lee"])
def test_a_byline_says_the_full_name_of_whom_machines_know_by_the_first(seen: str) -> None:
    head = '<meta name="author" content="Ann">'

    assert authors_of(head, f"<p>{seen}</p>") == ("Ann Lee",)
    assert authors_of(head, f"<p>{seen.replace('Ann', 'Bo')}</p>") == ("Ann",)
    user = '<meta name="author" content="annlee">'
    assert authors_of(user, f'<p class="byline">{seen}</p>') == ("Ann Lee",)


@every_row("contributor", ["Bo Ray", {"@type": "Person", "name": "Bo Ray"}])
def test_a_contributor_counts_where_no_author_is_told(contributor: object) -> None:
    told = {"@type": "NewsArticle", "headline": "The Ferry", "contributor": contributor}
    head = '<script type="application/ld+json">{}</script>'

    assert authors_of(head.format(json.dumps(told))) == ("Bo Ray",)
    assert authors_of(head.format(json.dumps({**told, "author": "Ann Lee"}))) == ("Ann Lee",)


@every_row(
    "line",
    [
        "<p>New York | July 2, 2025</p>",
        *("<p>Ann Lee, AP</p>", "<p>（記者王小明）渡輪今天停駛</p>"),
        *("<p>New Harbor – dpa</p>", "<p>Breaking News | Reuters</p>", "<p>Column: The Sea</p>"),
        *("<p>Middle East | Reuters</p>", "<p>Asia Pacific · AFP</p>"),
        *("<p>Kolumne: Alltag Heute</p>", "<p>Rubrica: Salute Donna</p>"),
        *("<p>Ann Lee, author of Boats</p>", "<p>Max Stein, Journalist und Segler</p>"),
        '<a href="/tag/17">Ann Lee</a> <time>2 July 2025</time>',
        *("<p>Ann Lee</p><p>Staff Photographer</p>", "<b>Ann Lee</b><i>Illustrator</i>"),
        "<p>Ann Lee</p><p>4 May 1950 – 2 July 2025</p>",
        '<span class="c-kicker">Ann Lee</span> <time>2 July 2025</time>',
        *("<p>World News</p><p>2 July 2025</p>", "<p>New Harbor |</p><p>2 July 2025</p>"),
        '<div class="testimonials"><p>Nice.</p><p class="author">Ann Lee</p></div>',
        "<figure><figcaption><p>Ann Lee</p><p>Editor</p></figcaption></figure>",
        "<p>Ann Lee | The Sea</p>",
        "<figure><img src=a><div>Ann Lee, Director of Boats</div></figure>",
        "<blockquote><p>A boat.</p><p>Posted by Ann Lee on Monday</p></blockquote>",
        *("<p>Ann Lee, the president of Vigo</p>", "<p>Ann Lee, Director of Boats, at sea</p>"),
        '<div class="caption"><p>Ann Lee, Director of Boats</p></div>',
        *("<p>2026年7月3日 | 徒歩</p>", "<p>Harbor On-Line | July 2, 2025</p>"),
        '<figure><img src="/a.png" alt="Ann Lee at sea"><figcaption>Ann Lee</figcaption></figure>',
    ],
)
def test_a_place_or_a_picture_of_somebody_signs_nothing(line: str) -> None:
    assert authors_of("", line) == ()


@every_row("day", ["2 July 2025", "02.07.2025 10:04", "2 juillet 2025, 10:04"])
@every_row("row", ["<div><b>Ann Lee</b> <span>{}</span>", "<div><p>Ann Lee</p><p>{}</p>"])
def test_who_comments_below_a_story_has_not_written_it(day: str, row: str) -> None:
    story = PROSE.replace("The", "On Tuesday, the").replace("Nobody", "On board, nobody")
    comments = f"{story}{story}<h3>2</h3>{row.format(day)}<p>I was there.</p></div>"

    assert authors_of("", comments) == ()
    assert authors_of("", f"{row.format(day)}</div>{comments}") == ("Ann Lee",)


@every_row("label", ["Authors", "Autoren", "Auteurs", "By"])
def test_all_names_count_that_stand_line_by_line_behind_a_label(label: str) -> None:
    others = "<p>Anna Kern</p><p>Photographer</p>"
    above = f"<h4>{label}</h4><ul><li>Ann Lee</li><li>Max Stein</li><li>Tom Roy</li></ul>{others}"

    assert authors_of("", above) == ("Ann Lee", "Max Stein", "Tom Roy")


def test_what_stands_between_two_bylines_costs_neither_name() -> None:
    between = "<p>" + "Ana Ruiz y Luis Gil " * 3_000 + "</p>"
    two = [f"<b class=byline>{name}</b>" for name in ("Ann Lee", "Bo Ray")]
    assert authors_of("", f"<div>{between.join(two)}</div>") == ("Ann Lee",)


@every_row("names", [("Ann Lee", "Bo Ray"), ("Anna Novak", "Jan Novák")])
def test_two_names_that_stand_together_once_more_are_no_third(names: tuple[str, str]) -> None:
    assert persons([*names, " ".join(names)]) == names


def test_what_a_byline_adds_to_a_name_is_no_second_person() -> None:
    meta = '<meta name="author" content="Ann Lee">'
    assert authors_of(meta, '<p class="byline">Ann Lee, MS, FAND Ann Lee</p>') == ("Ann Lee",)


@every_row("name", ["Marco Bambini", "Eric Ries", "Wolfgang Kern", "Ольга Белова"])
def test_who_has_a_site_of_his_own_name_wrote_it(name: str) -> None:
    head = f'<meta property="og:site_name" content="{name}"><meta name="author" content="{name}">'
    assert authors_of(head) == (name,)


@every_row("name", ["Harbor Daily", "Harbor & Sea", "Hafen und Meer"])
def test_a_site_that_no_person_is_called_like_wrote_nothing(name: str) -> None:
    head = f'<meta property="og:site_name" content="{name}"><meta name="author" content="{name}">'
    assert authors_of(head) == ()


@every_row("name", ["გიორგი გელაშვილი", "ประยูร จันทร์ดีงามเจริญ", "அருண்குமார் சுப்பிரமணியன்"])
def test_long_names_of_alphabets_are_names(name: str) -> None:
    assert looks_like_a_name(name)


@every_row("author", [
    "Ann Lee&Bo Ray",
    [{"firstName": "Ann", "lastName": "Lee"}, {"@type": "Person", "name": "Bo Ray"}],
])  # fmt: skip
def test_json_ld_names_two_persons_in_shapes_of_its_own(author: object) -> None:
    told = json.dumps({"@type": "NewsArticle", "headline": "The Ferry", "author": author})
    assert authors_of(f'<script type="application/ld+json">{told}</script>') == (
        "Ann Lee",
        "Bo Ray",
    )


@every_row("program", ["<style>.css-1{color:#777}</style>", "<script>var a = 1</script>"])
def test_what_a_program_puts_into_a_byline_is_no_part_of_it(program: str) -> None:
    assert authors_of(above=f'<p class="byline">{program}By <a href="/a">Ann Lee</a></p>') == (
        "Ann Lee",
    )


@every_row(
    "name",
    [
        "sailthru.byline_name",
        "article:articleauthor",
        "DC.creator.personalname",
        "twitter:creator:name",
    ],
)
def test_a_tag_that_is_called_like_an_author_names_one(name: str) -> None:
    assert authors_of(f'<meta name="{name}" content="Ann Lee">') == ("Ann Lee",)


def test_who_reviews_a_claim_in_an_article_does_not_hide_who_wrote_that() -> None:
    claim = {
        "@type": "ClaimReview",
        "url": "https://www.harbor.test/story",
        "author": {"@type": "Organization", "name": "Harbor Check"},
        "datePublished": "2025-01-01",
    }
    article = {"@type": "NewsArticle", "headline": "The Ferry", "author": "Ann Lee"}
    told = json.dumps({"@graph": [claim, article]})
    assert authors_of(f'<script type="application/ld+json">{told}</script>') == ("Ann Lee",)


@every_row(("language", "line", "names"), [
    ("ca", "Per Joan Puig i Anna Serra", ("Joan Puig", "Anna Serra")),
    ("fil", "Ni Juan dela Cruz", ("Juan dela Cruz",)),
    ("sw", "Na Juma Hamisi", ("Juma Hamisi",)),
    ("sq", "Nga Arben Hoxha", ("Arben Hoxha",)),
    ("ga", "Le Seán Ó Briain", ("Seán Ó Briain",)),
    ("sw", "Na Mwandishi Wetu", ()),
    ("ca", "Per Redacció Barcelona", ()),
    ("nb", "Per Olav Lie", ("Per Olav Lie",)),
    ("en", "Ni Juan Chen", ("Ni Juan Chen",)),
])  # fmt: skip
def test_by_is_a_word_of_the_pages_language_that_is_a_name_in_another(
    language: str, line: str, names: tuple[str, ...]
) -> None:
    html = f'<html lang="{language}"><body><h1>The Ferry</h1><p class="byline">{line}</p>{PROSE}'
    assert read_article(html.encode(), URL).authors == names


@every_row("line", [
    "(Reporting by Ann Lee in Paris and Bo Ray in Rome; Editing by Cy Fox)",
    "Reporting and writing by Ann Lee and Bo Ray",
    "Reporting by Ann Lee in Paris and Bo Ray in Rome. Editing by Cy Fox.",
    "Reporting by Ann Lee and Bo Ray; Writing by Di Fox; Our Standards: The Principles.",
])  # fmt: skip
def test_who_reported_as_agencies_say_below_a_story_wrote_it(line: str) -> None:
    html = f"<body><article><h1>The Ferry</h1>{PROSE}<p>{line}</p></article>"
    told = read_article(html.encode(), URL)
    assert told.authors == ("Ann Lee", "Bo Ray")


@every_row("line", [
    "Written by Ann Lee in 1949, the play opens on Friday.",
    "Written by hand, the letters of Ann Lee fill two rooms.",
    "(Written by Hand)",
])  # fmt: skip
def test_who_wrote_what_a_story_tells_of_did_not_write_the_story(line: str) -> None:
    html = f"<body><article><h1>The Ferry</h1>{PROSE}<p>{line}</p></article>"
    assert read_article(html.encode(), URL).authors == ()


@every_row("holder", [
    "<dl><dt>{0}</dt><dd>Ann Lee</dd></dl>",
    "<table><tr><th>{0}:</th><td>Ann Lee</td></tr></table>",
])  # fmt: skip
@every_row("label", ["Author", "Autorin", "Auteur", "Автор"])
def test_a_list_of_what_is_known_of_an_article_names_its_author(holder: str, label: str) -> None:
    assert authors_of(above=holder.format(label)) == ("Ann Lee",)


@every_row("marked", [
    '<p class="submitted">Submitted by <a>Ann Lee</a> on Wed, 03/04/2026 - 17:00</p>',
    '<div>Eingereicht von <a class="username">Ann Lee</a> am Mi, 04.03.2026 - 17:00</div>',
    '<div>Soumis par <a>Ann Lee</a> le mer, 04/03/2026 - 17:00</div>',
    '<div>Enviado por <a>Ann Lee</a> el Mié, 04/03/2026 - 17:00</div>',
    '<div>Inviato da <a>Ann Lee</a> il Mer, 04/03/2026 - 17:00</div>',
    '<span rel="sioc:has_creator"><a property="foaf:name">Ann Lee</a></span>',
    '<span about="/user/1" typeof="schema:Person" property="schema:name">Ann Lee</span>',
    '<span property="https://schema.org/author" content="Ann Lee">A. L.</span>',
    '<span property="dc:creator">Ann Lee</span>',
    '<span data-hook="user-name">Ann Lee</span>',
])  # fmt: skip
def test_who_wrote_is_named_as_systems_for_sites_do(marked: str) -> None:
    assert authors_of(above=marked) == ("Ann Lee",)


@every_row("line", [
    *("Ann Lee, March 4, 2026", "Ann Lee - 4 March 2026", "March 4, 2026 - Ann Lee"),
    *("Ann Lee Staff Writer", "4. März 2026 von Ann Lee", "4 marzo 2026 di Ann Lee"),
    *("Pubblicato il 4 marzo 2026 da Ann Lee", "Geplaatst door Ann Lee op 4 maart 2026"),
    *("Publicerad 4 mars 2026 av Ann Lee", "Opublikowano 4 marca 2026 przez Ann Lee"),
    *("Un article de Ann Lee", "Aus Paris berichtet Ann Lee", "Avtor: Ann Lee", "Muallif: Ann Lee"),
])  # fmt: skip
@every_row("tag", ["p", "span"])
def test_a_line_that_nothing_names_signs_by_its_words(line: str, tag: str) -> None:
    assert authors_of(above=f"<{tag}>{line}</{tag}>") == ("Ann Lee",)


@every_row("line", [
    *("New York, March 4, 2026", "Press Release, March 4, 2026", "Good Friday, April 3, 2026"),
    *("Ann Lee, in a speech on March 4, 2026", "Paris - 4 mars 2026", "Last Updated, 4 March 2026"),
])  # fmt: skip
def test_what_stands_before_a_date_need_not_sign(line: str) -> None:
    assert authors_of(above=f"<p>{line}</p>") == ()


@every_row(
    ("line", "name"),
    [
        ("〔記者王小明／台北報導〕", "王小明"),
        ("김철수 기자", "김철수"),
        ("山田太郎 記者", "山田太郎"),
        ("от Анна Попова", "Анна Попова"),
    ],
)
def test_a_role_signs_in_scripts_without_capitals(line: str, name: str) -> None:
    assert authors_of(above=f"<p>{line}</p>") == (name,)
