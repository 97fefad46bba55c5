"""One invented story in twenty-eight languages, for ``bench/encodings.py``: headline and text."""

#: By language: the encodings that its pages were written in before UTF-8, a headline, and a text.
STORIES: dict[str, tuple[tuple[str, ...], str, str]] = {
    "pl": (
        ("windows-1250", "iso-8859-2", "iso-8859-16"),
        "Prom stanął w środę na środku cieśniny",
        "Prom na wyspy północne stanął w środę na środku cieśniny, gdy zepsuł się silnik, ale nikt"
        " nie został ranny. Zarządczyni portu powiedziała pasażerom, że holownik odwiezie ich przed"
        " wieczorem, a pieniądze za bilety zostaną zwrócone. Spółka ma jeszcze dwie łodzie, lecz"
        " obie są w remoncie do końca miesiąca. Rybacy zaproponowali, że będą wozić listy i leki.",
    ),
    "cs": (
        ("windows-1250", "iso-8859-2"),
        "Trajekt uvázl déle než týden v úžině",
        "Trajekt na severní ostrovy uvázl ve středu uprostřed úžiny, když mu selhal motor, nikdo"
        " však nebyl zraněn. Správkyně přístavu řekla cestujícím, že je remorkér odveze ještě před"
        " večerem a že dostanou peníze zpět. Společnost má ještě dvě lodě, ale obě jsou až do konce"
        " měsíce v doku. Rybáři nabídli, že budou vozit poštu a léky, než začne loď zase jezdit.",
    ),
    "sk": (
        ("windows-1250", "iso-8859-2"),
        "Trajekt uviazol v úžine, ľudí odviezol remorkér",
        "Trajekt na severné ostrovy uviazol v stredu uprostred úžiny, keď mu zlyhal motor, nikto"
        " však nebol zranený. Správkyňa prístavu povedala cestujúcim, že ich remorkér odvezie ešte"
        " pred večerom a že dostanú peniaze späť. Spoločnosť má ešte dve lode, ale obidve sú až do"
        " konca mesiaca v doku. Rybári ponúkli, že budú voziť poštu a lieky, ako ich dedovia.",
    ),
    "hu": (
        ("windows-1250", "iso-8859-2"),
        "Szerdán leállt a komp a tengerszoros közepén",
        "Szerdán a tengerszoros közepén leállt az északi szigetekre tartó komp, miután elromlott a"
        " motorja, de senki sem sérült meg. A kikötő vezetője azt mondta az utasoknak, hogy egy"
        " vontatóhajó még este előtt hazaviszi őket, és a jegyek árát visszafizetik. A társaságnak"
        " még két hajója van, de mindkettőt javítják. A halászok felajánlották, hogy gyógyszert és"
        " postát visznek a szigetekre, ahogyan őseik is tették.",
    ),
    "ro": (
        ("windows-1250", "iso-8859-2", "iso-8859-16"),
        "Feribotul s-a oprit în mijlocul strâmtorii, fără răniţi",
        "Feribotul spre insulele din nord s-a oprit miercuri în mijlocul strâmtorii, după ce i s-a"
        " stricat motorul, dar nimeni nu a fost rănit. Şefa portului le-a spus pasagerilor că un"
        " remorcher îi va duce acasă înainte de seară şi că vor primi banii înapoi. Compania mai"
        " are două vase, însă amândouă sunt în reparaţii până la sfârşitul lunii. Pescarii s-au"
        " oferit să ducă poşta şi medicamentele pe insule, aşa cum făceau bunicii lor.",
    ),
    "hr": (
        ("windows-1250", "iso-8859-2"),
        "Trajekt stao usred tjesnaca, nitko nije ozlijeđen",
        "Trajekt za sjeverne otoke stao je u srijedu usred tjesnaca kada mu je otkazao motor, no"
        " nitko nije ozlijeđen. Upraviteljica luke rekla je putnicima da će ih tegljač odvesti kući"
        " prije večeri i da će im se vratiti novac. Tvrtka ima još dva broda, ali su oba u škveru"
        " do kraja mjeseca. Ribari su ponudili da će voziti poštu i lijekove dok trajekt opet ne"
        " bude plovio, kao što su činili i njihovi djedovi.",
    ),
    "tr": (
        ("windows-1254", "iso-8859-9"),
        "Adalara giden vapur boğazın ortasında kaldı",
        "Kuzeydeki adalara giden vapur, motoru bozulunca çarşamba günü boğazın ortasında kaldı;"
        " kimse yaralanmadı. Liman müdürü yolculara bir römorkörün onları akşam olmadan eve"
        " götüreceğini ve bilet paralarının geri ödeneceğini söyledi. Şirketin iki gemisi daha var,"
        " ama ikisi de ay sonuna kadar tersanede. Balıkçılar, vapur yeniden çalışıncaya dek"
        " dedeleri gibi mektup ve ilaç taşımayı önerdi.",
    ),
    "el": (
        ("windows-1253", "iso-8859-7"),
        "Το πλοίο σταμάτησε στη μέση του πορθμού",
        "Το πλοίο για τα βόρεια νησιά σταμάτησε την Τετάρτη στη μέση του πορθμού, όταν χάλασε η"
        " μηχανή του, αλλά κανείς δεν τραυματίστηκε. Η λιμενάρχης είπε στους επιβάτες ότι ένα"
        " ρυμουλκό θα τους πάει σπίτι πριν από το βράδυ και ότι θα πάρουν πίσω τα χρήματά τους. Η"
        " εταιρεία έχει άλλα δύο πλοία, αλλά και τα δύο επισκευάζονται ως το τέλος του μήνα.",
    ),
    "ru": (
        ("windows-1251", "koi8-r", "iso-8859-5", "cp866", "x-mac-cyrillic"),
        "Паром остановился посреди пролива",
        "Паром на северные острова остановился в среду посреди пролива, когда у него отказал"
        " двигатель, но никто не пострадал. Начальница порта сказала пассажирам, что буксир отвезёт"
        " их домой до вечера и что деньги за билеты вернут. У компании есть ещё два судна, но оба"
        " стоят в доке до конца месяца. Рыбаки предложили возить почту и лекарства, пока паром"
        " снова не пойдёт, как это делали их деды.",
    ),
    "uk": (
        ("windows-1251", "koi8-u", "x-mac-cyrillic"),
        "Пором зупинився посеред протоки, ніхто не постраждав",
        "Пором на північні острови зупинився в середу посеред протоки, коли в нього відмовив"
        " двигун, але ніхто не постраждав. Керівниця порту сказала пасажирам, що буксир відвезе їх"
        " додому ще до вечора і що гроші за квитки повернуть. Компанія має ще два судна, проте"
        " обидва стоять у доці до кінця місяця. Рибалки запропонували возити пошту й ліки, доки"
        " пором знову не піде, як це робили їхні діди.",
    ),
    "bg": (
        ("windows-1251", "iso-8859-5", "x-mac-cyrillic"),
        "Фериботът спря насред протока",
        "Фериботът за северните острови спря в сряда насред протока, след като двигателят му"
        " отказа, но няма пострадали. Началничката на пристанището каза на пътниците, че влекач ще"
        " ги откара у дома преди вечерта и че парите за билетите ще бъдат върнати. Дружеството има"
        " още два кораба, но и двата са на ремонт до края на месеца. Рибарите предложиха да возят"
        " пощата и лекарствата, докато фериботът тръгне отново, както са правили дедите им.",
    ),
    "sr": (
        ("windows-1251", "iso-8859-5"),
        "Трајект стао усред мореуза, нико није повређен",
        "Трајект за северна острва стао је у среду усред мореуза када му је отказао мотор, али нико"
        " није повређен. Управница луке рекла је путницима да ће их тегљач одвести кући пре вечери"
        " и да ће им новац бити враћен. Предузеће има још два брода, али су оба на поправци до"
        " краја месеца. Рибари су понудили да возе пошту и лекове док трајект поново не крене, као"
        " што су чинили и њихови дедови.",
    ),
    "he": (
        ("windows-1255", "iso-8859-8"),
        "המעבורת נעצרה באמצע המצר",
        "המעבורת לאיים הצפוניים נעצרה ביום רביעי באמצע המצר לאחר שהמנוע שלה התקלקל, אך איש לא נפגע."
        " מנהלת הנמל אמרה לנוסעים שספינת גרר תחזיר אותם הביתה לפני הערב ושכספם יוחזר. לחברה יש עוד"
        " שתי ספינות, אבל שתיהן נמצאות בתיקון עד סוף החודש. הדייגים הציעו להוביל דואר ותרופות עד"
        " שהמעבורת תשוב להפליג, כפי שעשו סביהם.",
    ),
    "ar": (
        ("windows-1256", "iso-8859-6"),
        "توقفت العبارة في وسط المضيق",
        "توقفت العبارة المتجهة إلى الجزر الشمالية يوم الأربعاء في وسط المضيق بعد أن تعطل محركها،"
        " ولم يصب أحد بأذى. وقالت مديرة الميناء للركاب إن قاطرة ستعيدهم إلى بيوتهم قبل المساء"
        " وإن ثمن التذاكر سيرد إليهم. وتملك الشركة سفينتين أخريين، لكنهما في الإصلاح حتى"
        " نهاية الشهر. وعرض الصيادون أن ينقلوا البريد والدواء إلى الجزر كما كان يفعل أجدادهم.",
    ),
    "de": (
        ("windows-1252", "iso-8859-15"),
        "Fähre bleibt mitten in der Meerenge liegen, für Stunden",
        "Die Fähre zu den nördlichen Inseln ist am Mittwoch mitten in der Meerenge liegen"
        " geblieben, als ihr Motor ausfiel; verletzt wurde niemand. Die Hafenmeisterin sagte den"
        " Fahrgästen, ein Schlepper bringe sie noch vor dem Abend zurück, und das Geld für die"
        " Fahrkarten werde erstattet. Die Gesellschaft hat zwei weitere Schiffe, doch beide liegen"
        " bis Monatsende in der Werft. Fischer boten an, Post und Arznei überzusetzen, wie es ihre"
        " Großväter taten.",
    ),
    "fr": (
        ("windows-1252", "iso-8859-15"),
        "Le ferry s’arrête au milieu du détroit, aucun blessé",
        "Le ferry des îles du nord s’est arrêté mercredi au milieu du détroit après une panne de"
        " moteur ; personne n’a été blessé. La maîtresse du port a dit aux passagers qu’un"
        " remorqueur les ramènerait avant le soir et que les billets seraient remboursés. La"
        " société possède deux autres bateaux, mais ils sont à quai jusqu’à la fin du mois. Des"
        " pêcheurs ont proposé de porter le courrier et les médicaments, comme leurs aïeux.",
    ),
    "es": (
        ("windows-1252", "iso-8859-15"),
        "El transbordador quedó parado en el estrecho, según la compañía",
        "El transbordador de las islas del norte quedó parado el miércoles en medio del estrecho"
        " tras una avería del motor, pero nadie resultó herido. La jefa del puerto dijo a los"
        " pasajeros que un remolcador los llevaría a casa antes de la noche y que se les devolvería"
        " el dinero. La compañía tiene otros dos barcos, aunque ambos están en reparación hasta fin"
        " de mes. Los pescadores se ofrecieron a llevar el correo, como hacían sus abuelos.",
    ),
    "pt": (
        ("windows-1252", "iso-8859-15"),
        "Balsa para no meio do estreito; ninguém ficou ferido",
        "A balsa para as ilhas do norte parou na quarta-feira no meio do estreito depois que o"
        " motor falhou, mas ninguém ficou ferido. A chefe do porto disse aos passageiros que um"
        " rebocador os levaria para casa antes da noite e que o dinheiro das passagens seria"
        " devolvido. A companhia tem mais duas embarcações, porém ambas estão em manutenção até o"
        " fim do mês. Os pescadores se ofereceram para levar cartas e remédios, como seus avós.",
    ),
    "sv": (
        ("windows-1252", "iso-8859-15"),
        "Färjan blev liggande mitt i sundet på onsdagen",
        "Färjan till öarna i norr blev på onsdagen liggande mitt i sundet när motorn gav upp, men"
        " ingen skadades. Hamnkaptenen sade till passagerarna att en bogserbåt skulle föra dem hem"
        " före kvällen och att biljetterna skulle betalas tillbaka. Bolaget har två andra båtar,"
        " men båda ligger på varv till slutet av månaden. Fiskare erbjöd sig att föra över post och"
        " medicin, som deras farfäder gjorde.",
    ),
    "lt": (
        ("windows-1257", "iso-8859-13"),
        "Keltas sustojo sąsiaurio viduryje, sužeistų nėra",
        "Į šiaurines salas plaukęs keltas trečiadienį sustojo sąsiaurio viduryje, kai sugedo jo"
        " variklis, tačiau niekas nebuvo sužeistas. Uosto vadovė keleiviams pasakė, kad vilkikas"
        " juos parplukdys dar prieš vakarą ir kad pinigai už bilietus bus grąžinti. Bendrovė turi"
        " dar du laivus, bet abu iki mėnesio pabaigos remontuojami. Žvejai pasisiūlė vežti paštą ir"
        " vaistus, kaip darė jų seneliai.",
    ),
    "lv": (
        ("windows-1257", "iso-8859-13"),
        "Prāmis apstājās šauruma vidū, cietušo nav",
        "Prāmis uz ziemeļu salām trešdien apstājās jūras šauruma vidū, kad sabojājās tā dzinējs,"
        " taču neviens necieta. Ostas pārvaldniece pasažieriem sacīja, ka velkonis viņus nogādās"
        " mājās vēl pirms vakara un ka nauda par biļetēm tiks atmaksāta. Uzņēmumam ir vēl divi"
        " kuģi, bet abi līdz mēneša beigām ir remontā. Zvejnieki piedāvāja vest pastu un zāles,"
        " kā to darīja viņu vectēvi.",
    ),
    "et": (
        ("windows-1257", "iso-8859-15"),
        "Praam jäi keset väina seisma, keegi viga ei saanud",
        "Põhjapoolsetele saartele sõitnud praam jäi kolmapäeval keset väina seisma, kui selle"
        " mootor üles ütles, kuid keegi viga ei saanud. Sadama juhataja ütles reisijatele, et"
        " puksiir viib nad koju enne õhtut ja et piletiraha makstakse tagasi. Ettevõttel on"
        " veel kaks laeva, ent mõlemad on kuu lõpuni remondis. Kalurid pakkusid, et viivad"
        " üle posti ja ravimeid, nagu tegid nende vanaisad.",
    ),
    "th": (
        ("windows-874", "tis-620"),
        "เรือข้ามฟากหยุดกลางช่องแคบ",
        "เรือข้ามฟากไปหมู่เกาะทางเหนือหยุดกลางช่องแคบเมื่อวันพุธหลังจากเครื่องยนต์ขัดข้อง แต่ไม่มีใครได้รับบาดเจ็บ"
        " หัวหน้าท่าเรือบอกผู้โดยสารว่าเรือลากจูงจะพาพวกเขากลับบ้านก่อนค่ำและจะคืนเงินค่าตั๋วให้"
        " บริษัทมีเรืออีกสองลำ แต่ทั้งสองลำอยู่ในอู่ซ่อมจนถึงสิ้นเดือน ชาวประมงเสนอว่าจะขนจดหมายและยาให้",
    ),
    "ja": (
        ("shift_jis", "euc-jp", "iso-2022-jp"),
        "連絡船が海峡の真ん中で止まる",
        "北の島々へ向かう連絡船が水曜日、エンジンの故障により海峡の真ん中で止まったが、けが人はいなかった。"
        "港長は乗客に対し、夕方までに引き船で送り届け、切符の代金は払い戻すと話した。会社にはほかに二隻の船があるが、"
        "どちらも月末まで修理のためドックに入っている。漁師たちは、祖父たちがしていたように郵便と薬を運ぶと申し出た。",
    ),
    "zh": (
        ("gb2312", "gbk", "gb18030"),
        "渡轮在海峡中央停驶",
        "开往北部岛屿的渡轮星期三因发动机故障停在海峡中央，没有人受伤。港务长告诉乘客，拖船会在天黑以前送他们回家，"
        "票款也会退还。公司还有两艘船，但是都在船坞里修理到月底。渔民们提出，在渡轮恢复航行以前，"
        "他们愿意像祖辈那样为岛上的居民运送邮件和药品。",
    ),
    "zh-TW": (
        ("big5",),
        "渡輪在海峽中央停駛",
        "開往北部島嶼的渡輪星期三因為發動機故障停在海峽中央，沒有人受傷。港務長告訴乘客，拖船會在天黑以前送他們回家，"
        "票款也會退還。公司還有兩艘船，但是都在船塢裡修理到月底。漁民們提出，在渡輪恢復航行以前，"
        "他們願意像祖輩那樣為島上的居民運送郵件和藥品。",
    ),
    "ko": (
        ("euc-kr", "ks_c_5601-1987"),
        "해협 한가운데에서 여객선이 멈췄다",
        "북쪽 섬으로 가던 여객선이 수요일 엔진 고장으로 해협 한가운데에서 멈췄으나"
        " 다친 사람은 없었다. 항만장은 승객들에게 저녁이 되기 전에 예인선이 집으로 데려다 줄"
        " 것이며 표값도 돌려주겠다고 말했다. 회사에는 배가 두 척 더 있지만 모두 이달 말까지"
        " 수리를 받는다. 어부들은 할아버지들이 그랬던 것처럼 우편과 약을 나르겠다고 제안했다.",
    ),
    "vi": (
        ("windows-1258",),
        "Phà dừng giữa eo biển",
        "Chiếc phà đi các đảo phía bắc dừng lại giữa eo biển hôm thứ tư sau khi động cơ bị hỏng,"
        " nhưng không ai bị thương. Bà trưởng cảng nói với hành khách rằng một tàu kéo sẽ đưa họ về"
        " nhà trước buổi tối và tiền vé sẽ được trả lại. Công ty còn hai chiếc nữa, nhưng cả hai"
        " đều đang sửa chữa đến cuối tháng.",
    ),
}
