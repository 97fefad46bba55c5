"""The names of the months in the languages that news is written in."""

#: A line a language; a month's names parted by a slash: in full, declined, and short.
_NAMES = """
january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec
januar/jänner/jän februar/feber märz/maerz/mär/mrz april mai juni juli august september oktober/okt november dezember/dez
janvier/janv février/fevrier/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/decembre/déc
enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre/set octubre noviembre diciembre/dic
gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/sett ottobre/ott novembre dicembre
janeiro fevereiro/fev março/marco abril maio/mai junho julho agosto setembro outubro/out novembro dezembro
januari februari/febr maart/mrt april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj/mai juni juli august september oktober november december/desember/des
tammikuuta/tammikuu/tammi helmikuuta/helmikuu/helmi maaliskuuta/maaliskuu/maalis huhtikuuta/huhtikuu/huhti toukokuuta/toukokuu/touko kesäkuuta/kesäkuu/kesä heinäkuuta/heinäkuu/heinä elokuuta/elokuu/elo syyskuuta/syyskuu/syys lokakuuta/lokakuu/loka marraskuuta/marraskuu/marras joulukuuta/joulukuu/joulu
stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis grudnia/grudzień/gru
ledna/leden/led února/únor/úno března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září října/říjen listopadu prosince/prosinec
januára február/februára marec/marca apríl/apríla máj/mája jún/júna júl/júla august/augusta septembra októbra/október novembra decembra
január február március/márc április/ápr május/máj június július augusztus szeptember/szept október november december
ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie noiembrie/noi decembrie
siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga/studenog prosinca
januara februara marta aprila maja juna/jun jula/jul avgusta/avg septembra oktobra novembra decembra
sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio
janvāris/janvārī februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā jūnijs/jūnijā jūlijs/jūlijā augusts/augustā septembris/septembrī oktobris/oktobrī novembris/novembrī decembris/decembrī
jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember
ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara
yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
января/январь/янв февраля/февраль/февр/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сент/сен октября/октябрь/окт ноября/ноябрь/нояб/ноя декабря/декабрь/дек
січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/квіт/кві травня/травень/трав/тра червня/червень/черв/чер липня/липень/лип серпня/серпень/серп/сер вересня/вересень/верес/вер жовтня/жовтень/жовт/жов - грудня/грудень/груд/гру
студзеня/студзень лютага/люты сакавіка/сакавік красавіка/красавік мая/травень чэрвеня/чэрвень ліпеня/ліпень жніўня/жнівень верасня/верасень кастрычніка/кастрычнік лістапада/лістапад снежня/снежань
януари февруари март април май юни юли август септември октомври ноември декември
јануар/јануара фебруар/фебруара март/марта април/априла мај/маја јун/јуна јул/јула август/августа септембар/септембра октобар/октобра новембар/новембра децембар/децембра
қаңтар/қаңтарда ақпан/ақпанда наурыз/наурызда сәуір/сәуірде мамыр/мамырда маусым/маусымда шілде/шілдеде тамыз/тамызда қыркүйек/қыркүйекте қазан/қазанда қараша/қарашада желтоқсан/желтоқсанда
ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μαρ απριλίου/απρ μαΐου/μαϊ ιουνίου/ιουν ιουλίου/ιουλ αυγούστου/αυγ σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοε δεκεμβρίου/δεκ
հունվարի/հունվար փետրվարի/փետրվար մարտի/մարտ ապրիլի/ապրիլ մայիսի/մայիս հունիսի/հունիս հուլիսի/հուլիս օգոստոսի/օգոստոս սեպտեմբերի/սեպտեմբեր հոկտեմբերի/հոկտեմբեր նոյեմբերի/նոյեմբեր դեկտեմբերի/դեկտեմբեր
იანვარი/იან თებერვალი/თებ მარტი/მარ აპრილი/აპრ მაისი/მაი ივნისი/ივნ ივლისი/ივლ აგვისტო/აგვ სექტემბერი/სექ ოქტომბერი/ოქტ ნოემბერი/ნოე დეკემბერი/დეკ
يناير فبراير مارس أبريل/إبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر
- شباط آذار نيسان أيار حزيران تموز آب أيلول - - -
ינואר/בינואר פברואר/בפברואר מרץ/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר
जनवरी फ़रवरी/फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर
januari februari/pebruari maret april mei juni juli agustus september oktober november/nopember desember
gener/gen febrer/febr març abril/abr maig juny juliol agost/ag setembre/set octubre/oct novembre/nov desembre/des
janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor
janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember
јануари февруари март април мај јуни јули август септември октомври ноември декември
ژانویه/ژانویهٔ فوریه مارس آوریل مه/مهٔ ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
জানুয়ারি/জানুয়ারী ফেব্রুয়ারি/ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba
- - bře dub kvě čvn čvc - zář říj - pro
sij/siječanj velj/veljača ožu/ožujak tra/travanj svi/svibanj lipanj srpanj kol/kolovoz ruj/rujan - stu/studeni prosinac
- - - - - - - avgust septembar oktobar novembar decembar
saus/sausis vas/vasaris kov/kovas bal/balandis geg/gegužė birž/birželis liep/liepa rugp/rugpjūtis rugs/rugsėjis spal/spalis lapkr/lapkritis gruod/gruodis
- - - - - jūn jūl - - - - -
jaan veebr - - - - - - - - - dets
yan - - - - iyn iyl avq sen - noy dek
сту - сак кра - чэр ліп жні - кас ліс сне
яну - - - - - - - сеп - ное -
јан феб - - - - - - - - нов дец
қаң ақп нау сәу мам мау шіл там қыр қаз қар жел
ιανουάριοσ φεβρουάριοσ μάρτιοσ/μάρ απρίλιοσ μαΐ/μάιοσ/μάι ιούνιοσ/ιούν ιούλιοσ/ιούλ αύγουστοσ/αύγ σεπτέμβριοσ οκτώβριοσ νοέμβριοσ/νοέ δεκέμβριοσ
հնվ փտվ մրտ ապր մյս հնս հլս օգս սեպ հոկ նոյ դեկ
ינו׳ פבר׳ - אפר׳ - - - אוג׳ ספט׳ אוק׳ נוב׳ דצמ׳
जन॰ फ़र॰ - - - - जुल॰ अग॰ सित॰ अक्टू॰ नव॰ दिस॰
- - - - - - - agu - - - -
- shk - pri - qer korr gush sht tet nën dhj
- - - - - - - ágú - - nóv -
জানু ফেব - এপ্রি - - জুল আগ সেপ/সেপ্ট অক্টো নভে ডিসে
- - - - - junij julij - - - - -
- - - - - - - - sentabr oktabr - -
urtarrila/urt otsaila/ots martxoa apirila/api maiatza ekaina/eka uztaila/uzt abuztua/abu iraila/ira urria/urr azaroa/aza abendua/abe
xaneiro/xan febreiro - - - xuño xullo/xul - - - - decembro
jannar frar/fra marzu - mejju/mej ġunju/ġun lulju/lul awwissu/aww settembru ottubru novembru diċembru/diċ
- - mac - - - - ogos/ogo - - - disember/dis
- pebrero/peb marso - - hunyo/hun hulyo/hul - setyembre oktubre nobyembre/nob disyembre
ionawr/ion chwefror/chwef/chw mawrth/maw ebrill/ebr - mehefin/meh gorffennaf/gorff/gor awst medi hydref/hyd tachwedd/tach rhagfyr/rhag
ஜனவரி/ஜன பிப்ரவரி/பிப் மார்ச்/மார் ஏப்ரல்/ஏப் மே ஜூன் ஜூலை ஆகஸ்ட்/ஆக செப்டம்பர்/செப் அக்டோபர்/அக் நவம்பர்/நவ டிசம்பர்/டிச
జనవరి/జన ఫిబ్రవరి/ఫిబ్ర మార్చి ఏప్రిల్/ఏప్రి మే జూన్ జులై ఆగస్టు/ఆగ సెప్టెంబర్/సెప్టెం అక్టోబర్/అక్టో నవంబర్/నవం డిసెంబర్/డిసెం
"""  # noqa: E501


def _months() -> dict[str, int]:
    """Month by name, case folded; the language that stands first wins where two disagree."""
    found: dict[str, int] = {}
    for line in _NAMES.strip().splitlines():
        for number, names in enumerate(line.split(), start=1):
            for name in names.split("/"):
                found.setdefault(name.casefold(), number)
    return found


MONTHS = _months()
# Ukrainian falls out of step with Polish and Croatian here: each has its own ending.
MONTHS |= {"листопада": 11, "листопад": 11, "лист": 11}
