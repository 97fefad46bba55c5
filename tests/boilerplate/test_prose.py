"""Sentences that begin like a plea or a label, and are neither; beside pleas that are."""

import pytest

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate import COMMON, Field, clean
from tests.boilerplate.common.test_common_rules import PROSE
from tests.boilerplate.test_clean import article
from tests.rows import every_row

SENTENCES = """
Become a member of the harbor choir, and the winters grow short.
Reporting by night is hard, and nobody pays for the lamps.
Reporting by Ann Lee was read aloud in the town hall.
By joining the union, the dockers won back their Sundays.
By entering the harbor at night, the captain broke the rules of the port.
By creating a fund for widows, the town paid an old debt.
When entering the old mill, visitors wear helmets.
Sign up to the pact or leave the league, was the choice before the islands.
Subscribe to the theory that ice remembers and the rest of his book follows.
Register to keep hens by Friday, or pay a fine, is the rule on the island.
An email in your inbox may be a trap, researchers found.
Something went wrong on the way to the pier.
An error occurred in the engine room shortly before noon.
I would like to get back to my village, whatever is left of it.
Yes, I wrote those e-mails, and I would write them again.
You are registered at birth on the island, like it or not.
Almost done in by the heat, the rowers turned back.
Never miss a tide, the pilots of the strait used to teach.
For more than ten years newsletters were printed in the cellar.
Making a donation was the last thing on the widow's mind.
Support independent media or lose it, is the lesson of the report.
The reader-funded weekly closed in May, after ninety years.
To learn what such partners bring, shops use affiliate links, codes and a great deal of patience.
Mit Affiliate-Links verdienen Fischer im Winter, wenn das Eis den Hafen schließt, ein wenig dazu.
Le tribunal a jugé que les liens affiliés trompent les lecteurs, et il a condamné le marchand.
Before you go to the polls, check the back of your card.
If you found this on the beach, you would take it for a bone.
Donate to the museum, and the town names a bench after you.
Already a member of the league, the island asked for more votes.
Unlimited access to water is a right, the court ruled in spring.
Keep reading to children, and they will read to you.
Sign in to the hotel at the desk, past the stuffed bear.
Share with those who have none was the motto of the house.
Find work at the docks and the rent is paid.
Get the app off your phone, the ministry told its clerks.
21001
2024
Online
Post a guard at the gate and nobody will come, the old rule went.
Comments are what kept the forum alive through the war.
Join the debate on nuclear power, and you are soon shouting.
What do you think? Will the pier hold another winter?
Found a mistake in the ledger, the clerk did, and then another.
Send letters to the governor, the lawyers advised the widows.
The story continues in the harbor next week, before another judge.
Story continues to spread along the coast, from pier to pier.
Skip the queue and pay more: that is the promise of the new card.
The agent may receive a commission from the club.
Order on the streets was restored by dawn.
Available on Monday, the boats were gone by Tuesday.
JavaScript is the language of the web, and of its faults.
The firm sells an ad blocker to schools.
The video was shown in court on Tuesday.
This video was filmed from the lighthouse on Sunday.
Copyright law protects the tune for seventy years.
This story may be the strangest of the war.
Permission to land was refused at midnight.
Opinion: it was divided, as ever, along the river.
More: he wanted the harbor, the mill and the bridge.
Click on the map and a village appears where the lake is.
Filed under seal, the complaint names three men.
Previous articles of the constitution say nothing on fishing.
Back to home soil came the crew, after a year.
For more information on the wreck, divers went down again.
See more of the city from the tower than from the square.
Published in 1953, the novel was banned within a month.
Created in 1990, the fund has never paid a cent.
Reading time is over in the schools of the coast.
Image by image, the film takes the bridge apart.
Photos by residents were spread within the hour.
DULUTH (AP) - The ferry sank at dawn.
Written by hand, the letter was never sent.
By New Year, the water had fallen.
Reach Everest by noon or turn back, the guides insist.
Wer sich per E-Mail anmelden will, muss lange warten.
Den Newsletter der Partei haben dreitausend Leute abonniert.
Mit der Bestellung neuer Züge wartet die Bahn bis zum Herbst.
Ich möchte zurück nach Hause, solange das Haus noch steht.
Unterstützt die Regierung den Plan, wird im Mai gebaut.
Mitglied werden darf nur, wer am Hafen wohnt.
Jeden Monat spenden sie zwanzig Euro an das Heim.
Bereits registriert sind dreihundert Fälle, die meisten am Fluss.
Folgen hat das für alle, die am Wasser leben.
Die Sprecherin wurde um einen Kommentar gebeten.
Der Artikel wird im Juni vor Gericht verhandelt.
Um Cookies streiten Brüssel und die Verlage seit Jahren.
Der Browser ist zwanzig Jahre alt und wird noch gepflegt.
Mehr Informationen zu den Opfern gab es nicht.
Bild von der Lage machten sich am Abend zwei Minister.
Von Kiew nach Warschau
Recevoir une lettre de l'administration, c'est trembler un peu.
S'inscrire à l'université coûte plus cher que jamais.
Faire un don d'organe reste rare dans la région.
Je soutiens ce projet depuis le premier jour.
Partager cet héritage est difficile.
Voir plus loin est le métier des gardiens de phare.
Publié en 1953, le roman fut interdit.
Lire un article prend cinq minutes, le comprendre une heure.
Recibe el alcalde por correo las mismas amenazas cada lunes.
Sigue en prisión el exalcalde de la villa.
Compartir el pan con los vecinos era la regla.
El sindicato perdió tres mil afiliados en un año.
Más información pidió la jueza al banco.
Ver más allá de la crisis es difícil.
Publicado en 1953, el libro cambió la isla.
Abbonati in calo per il terzo anno al teatro del porto.
Registrati tre nuovi casi lungo il fiume.
Leggi anche dure non bastano a fermare i contrabbandieri.
Di Maio lascia la politica
Compartilhar dados será crime.
Deel van de dijk weggespoeld
Подписка на газету подорожала вдвое.
Подписаться под письмом решились трое.
Полиция ищет авторов рассылки.
Поддержать проект согласились трое депутатов.
Пожертвовать пришлось садом.
Войти в здание не удалось.
Поделиться опытом решили врачи с островов.
Нашли ошибку в расчетах только в мае.
По теме войны он молчал весь вечер.
От Байкала до Амура
Фото с места взрыва изучают эксперты.
Підписка на газету подорожчала вдвічі.
За темою війни він мовчав увесь вечір.
E-posta adresleri sızdırıldı.
関連会社は三社ある。
Parents keep an eye on the phones of their children and reach them via WhatsApp in an emergency.
If you love the sea, you will follow it to the end of the earth.
Comments are welcome on the draft until the end of June, when the council votes on it.
To sign up for flood alerts costs nothing in Northport, and half the town has done so.
The scam lands straight in your inbox, dressed as a letter of the bank.
The firm scrapped its 30-day free trial on Monday after complaints.
You are already registered if you voted in the last election.
A confirmation email will be the only proof that a vote was cast.
By clicking on the link you agree to a contract that costs nine crowns a week.
When you go to sea you accept that you may not come back.
If you like what you hear, you vote for it: that is how the islands choose their songs.
The firm offers you a free trial and never tells you how to leave it.
Unlimited online access to court files costs lawyers nothing in Estonia.
Log in to your bank from a café, and somebody may read along.
Keep reading with your child even when he can read himself.
Want to read more? The library on the pier is open until nine.
Before you go, can you name the seven islands from north to south?
Your browser is a spy: it makes you known to every page.
The video could not be shown in court because the file was damaged.
The post is no longer available, but copies of it went around the island.
Change your privacy settings before you post a picture of your child.
Allow cookies or leave: that is the choice on most pages.
This app was written in JavaScript by two students of the harbor school.
JavaScript is not Java, as any student of the school will know.
The words "All rights reserved" have no meaning in most countries any more.
The mayor has no shares in the company that builds the harbor.
The clinic does not offer medical advice by phone since the strike began.
The site by the river is for educational use: the school will plant trees there.
This material cannot be used for roofs, since it burns like paper.
Courtesy costs nothing on the islands.
Search engines are not responsible for the content of other sites, a court has found.
By Land and Sea
Standard 12-inch Screen
Die Betrüger senden ihre Nachrichten direkt ins Postfach ihrer Opfer.
Mit der Anmeldung zur Wahl bestätigen die Bürger ihren Wohnsitz.
Unterstützt unser Körper die Heilung, geht es schneller.
Die Stadt lässt externe Anbieter ihre Busse fahren, die deren Namen anzeigen.
Ihr Browser kann Sie verraten: Er meldet jeder Seite, wer Sie sind.
Bitte unterstützen Sie uns, schrieb der Hafenmeister dem König.
Von Risiken und Nebenwirkungen
En cliquant sur le lien, vous donnez vos données aux escrocs.
Inscrivez-vous sur les listes avant vendredi, répète la mairie.
Suivez-nous, cria le guide dans la fumée.
Il vous reste un roman à lire cet été, et c'est celui-ci.
Par Monts et Vaux
Por Tierra y Mar
Di Maio e Salvini
Der Satz „Alle Rechte vorbehalten“ gilt hier nichts.
Tous droits réservés à la couronne depuis 1610, les phoques reviennent.
Все права защищены законом 1993 года, но суды молчат.
Todos los derechos reservados a la corona acabaron en 1931.
Report an error to the tax office and it will fine you for it.
Если вы нашли ошибку в переписи, её уже не исправят.
Якщо ви помітили помилку в списку, її вже не виправлять.
Iscriviti o parti, gli disse il padre.
Подпишитесь под этим, велел капитан, и все подписались.
Поддержите наш проект моста, писал губернатор царю.
Следите за новостями и за погодой, учил старый рыбак.
E-posta yoluyla kayıt yaptıran öğrenciler sınava giremedi.
ログインできない人が続出した。
会員限定の船は火曜日に沈んだ。
该条例规定，未经许可不得在海峡捕鱼。
未经许可，任何人不得进入港口。
分享经验
شاهد المزيد من السكان العبّارة وهي تعود إلى الميناء.
""".strip().splitlines()

#: Rule and line.
PLEAS = """
newsletter-words: Like this? Sign up for our weekly newsletter.
newsletter-words: ***Please sign up for our newsletters and get the app to hear from the harbor.***
newsletter-words: Want great stories delivered right to your inbox? Create an account.
newsletter-words: By joining, you agree to our terms.
newsletter-words: To sign up for our newsletter, click here.
newsletter-words: By sending your number, you agree to receiving texts from us.
newsletter-words: Jeden Morgen kostenlos direkt ins Postfach
newsletter-words: En cliquant sur ce bouton, vous acceptez de recevoir nos lettres.
newsletter-words: Get the best of the harbor in your inbox every Friday.
newsletter-words: The best of The Harbor Times, delivered to your inbox.
newsletter-words: Melden Sie sich hier für unseren Newsletter an.
newsletter-words: Abonnez-vous à notre newsletter
newsletter-words: Iscriviti alla newsletter
newsletter-words: Підписуйтесь на наш канал
donation-words: Support our newsroom by giving as little as one crown a month.
donation-words: Help keep news free for everyone by giving us as little as a crown.
donation-words: Become a member today
donation-words: We are a reader-supported paper: please give what you can.
donation-words: Hat Ihnen dieser Artikel gefallen? Dann unterstützen Sie uns mit einer Spende.
donation-words: Soutenez-nous
donation-words: Поддержите независимую журналистику
donation-words: Підтримайте нашу редакцію
subscribe-words: Already a member? Log in
subscribe-words: Create an account or sign in to continue with your reading.
subscribe-words: This story is for subscribers only.
subscribe-words: Get unlimited digital access
subscribe-words: Start your free trial
subscribe-words: Keep reading with a digital subscription
subscribe-words: Log in to your account
subscribe-words: 会員限定の記事です
subscribe-words: ログインして読む
subscribe-words: Il vous reste 75 % de cet article à lire
share-words: Share on Facebook
share-words: Ann Lee writes about ships. Follow her on Twitter @annlee.
share-words: Teilen Merken Drucken
share-words: Поделиться в Telegram
comments-words: Join the discussion in our forum
comments-words: Comments are closed.
comments-words: What do you think? Tell us in the comments.
comments-words: Если вы нашли ошибку, выделите ее и нажмите Ctrl+Enter.
advert-words: If you buy something through links on our site, we may earn an affiliate commission.
advert-words: Contains affiliate links
advert-words: Mit Sternchen markierte Links sind Affiliate-Links, die dem Hafen Geld bringen.
advert-words: Cet article contient des liens affiliés, et le port reçoit quelque chose en retour.
advert-words: Story continues below advertisement
advert-words: Skip advertisement
advert-words: Der Artikel wird nach der Werbung fortgesetzt
cookie-words: Please turn off your ad blocker to go on.
cookie-words: This content is not available in your region.
cookie-words: The video could not be loaded, please try again later.
cookie-words: This video is no longer available.
cookie-words: This site needs JavaScript to be enabled.
cookie-words: Your browser is out of date.
legal-words: Copyright 2024 The Harbor Post
legal-words: Ann Lee holds no position in any of the stocks mentioned.
legal-words: This article does not give investment advice.
legal-words: The Harbor, 2024. All rights reserved.
legal-words: 未经许可，不得转载本站文章
legal-words: Tous droits réservés
legal-words: © Le Port. Tous droits réservés, 2024
legal-words: Alle Rechte vorbehalten. Der Hafen
subscribe-words: Questo contenuto è riservato agli abbonati.
subscribe-words: Lee sin límites. Suscríbete por un euro al mes.
republished: This article was originally published by The Harbor Post.
related-words: READ NEXT: Weekend of shifting skies, says weather service
related-words: Opinion: Why the pier must stay
related-words: Voir aussi : Le bac en retard
related-words: Ver más
related-words: По теме: Паром опять опоздал
byline-words: Published on March 3, 2024 at 10:05 am
byline-words: Photo by Ann Lee / Harbor Post
byline-words: Written by Ann Lee
byline-words: Veröffentlicht am 3. März 2024, 10:05
wire-credit: (Reporting by Ann Lee; Editing by Bo Marsh)
""".strip().splitlines()


def read(line: str) -> list[tuple[str, str]]:
    cleaned = clean(article(PROSE[0], line, PROSE[1], PROSE[2]), COMMON)
    return [(removal.rule, removal.block.text) for removal in cleaned.removed]


@every_row("sentence", SENTENCES)
def test_a_sentence_that_begins_like_a_plea_is_left(sentence: str) -> None:
    assert read(sentence) == []


@every_row("plea", PLEAS)
def test_a_plea_is_taken(plea: str) -> None:
    rule, line = plea.split(": ", 1)

    assert read(line) == [(rule, line)]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("(Reporting by Ann Lee; Editing by Bo Marsh)", Field.CREDITS),
        ("This article was originally published by The Post.", Field.REPUBLISHED_FROM),
    ],
)
def test_evidence_is_kept_in_its_field(line: str, field: Field) -> None:
    cleaned = clean(article(*PROSE, line), COMMON)

    assert getattr(cleaned, field.value) in (line, (line,))


_BUILDERS = """
elementor-widget-x7 widget-text toc-2 toc_3 sidebar-disabled sidebar-enabled--false Sidebar_none
""".split()


@every_row("name", _BUILDERS)
def test_a_name_that_builders_give_to_parts_of_the_text_tells_nothing(name: str) -> None:
    story = article(PROSE[0], Block(BlockKind.PARAGRAPH, PROSE[1], (name,)), *PROSE[2:])

    assert not clean(story, COMMON).removed


@every_row("name", ["sidebar", "sidebar-right", "Sidebar__item", "sidebar-one", "post-sidebar"])
def test_what_stands_beside_a_text_is_no_part_of_it(name: str) -> None:
    story = article(PROSE[0], Block(BlockKind.PARAGRAPH, PROSE[1], (name,)), *PROSE[2:])

    assert [removal.block.text for removal in clean(story, COMMON).removed] == [PROSE[1]]
