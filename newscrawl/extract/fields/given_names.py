"""First names that are common in the languages of news, and no places."""

GIVEN = frozenset(
    """
aaron abdul abdullah adaeze adam adrian adèle agata agnes agnieszka ahmed ahmet aisha akira alain
alan albert alberto alejandra alejandro aleksander aleksandr aleksandra alena alessandra alessandro
alex alexander alexandra alexandre alexis alfred alfredo ali alice alicia alina alison alistair
allison alyssa amanda amir amit amy amélie ana andrea andreas andrei andrej andrew andrzej andré
andrés andy angela angelika angelo anil anita anja ankit ann anna anne anneke annelies annette
annie annika anthony antje antoine anton antonia antonio anya arjun arnaud arne artem arthur arun
ashley astrid axel ayşe barbara bart bastian beate beatrice beatriz becky ben benedikt benjamin
benno benoît bente bernadette bernard bernardo bernd bernhard bert beth bethany bettina betty
bianca bill björn bob boris brandon brenda brendan brett brian bridget britta bruno bryan camila
camille carl carla carlo carlos carmen carol carolina caroline carolyn carsten catherine cathy
cecilia cesar charles charlie cheryl chiara chidi chloe chris christa christian christiane
christina christine christoph christopher claire clara claude claudia claudio colin colleen conor
corinna cory craig cristina cynthia cyril cédric dan daniel daniela daniele danielle dariusz darren
dave david debbie deborah deepak denise dennis derek diana diane diego dieter dietmar dinah dirk
dmitri dmitry dolores dominik dominique donald donna dora doris dorothy doug douglas dylan ed edith
eduardo edward ekaterina elaine eleanor elena eleonora elias elisa elisabeth elise eliza elizabeth
elke ella ellen emilio emily emma emmanuel emre enrique eric erica erik erika erin ernst erwin
esteban ester esther eugene eva evan evelyn evgeny ewa fabian fabio fatima fatma federico felipe
felix ferdinand ferenc fernand fernanda fernando filip fiona florian francesca francesco franco
frank franz françois françoise fred friedrich fritz frédéric gabriel gabriela gabriele gary gavin
geert gemma geoff geoffrey georg george georges gerald gerard gerhard gerry gheorghe gianluca
gilles gina giorgio giovanni giulia giuseppe glenn gloria graham greg greta grzegorz guido
guillaume guillermo gustav gustavo gwen günter günther hakan hanna hannah hannes hans harald harry
hasan hassan heather heidi heike heinrich heinz helen helena helga helmut hendrik henri henrik
henry herbert hilary hiroshi holger hugh hugo hussein hüseyin ian ibrahim ilona ilya ines inga ingo
ingrid inés ioana irene irina isabel isabella isabelle ismail ivan ivana iwona iñigo jacek jack
jacob jakob jakub james jamie jan jane janet janina jaroslav jason javier jean jeff jeffrey jenna
jennifer jenny jens jeremy jerome jerry jesse jessica jill jim jiří joan joanna jochen joe johann
johannes john jonas jonathan jonathon jonny jordi jorge joris jose josef joseph josephine josh
joshua josé joyce juan juana judith judy juergen juha julia julian juliane julie julien juliette
justin justyna jérôme jörg jürgen kaja kamil karen karin karina karl karolina katarzyna kate
katherine kathleen kathrin kathy katie katja katrin kavita keith kelly kelsey kenji kenneth kerstin
kevin khaled khalid kirsten klara klaus kofi konrad konstantin kristen kristin kristina krzysztof
kurt kwame kyle larry lars laura lauren laurence laurent lea leila leo leonard leonardo liam liisa
linda lisa lorenz lorenzo lorraine lothar louis louise luc luca lucas lucia lucie lucy luis luisa
lukas luke lutz lydia lyudmila lászló léa maciej mads magdalena magnus mahmoud maksim malte manfred
manon manuel manuela marc marcel marcelo marcin marco marcus marek margaret margarita margot maria
mariana marianne marie marina mario marion marius marjorie mark markku marko markus marlene marta
martha martin martina martine martín marvin mary massimo matej mateusz matilda matt matteo matthew
matthias matthieu maurice mauricio max maxim maxime małgorzata megan mehmet melanie melinda melissa
mette michael michaela michal michał michel michelle miguel mikael mike mikhail milan miriam mirjam
mohamed mohammad mohammed molly monica monika moritz muhammad murat mustafa mónica nadia nadine
nancy naomi natalia natalie natalya natascha natasha nathalie nathan nathaniel neha neil nella
nicholas nick nico nicola nicolas nicole nicolás nigel nikita niklas nikola nikolai nikolaus nils
nina noah nora norbert oksana olaf ole oleg oleksandr olena olga oliver olivia omar oscar oskar
owen pablo pamela paolo pascal patricia patrick patrizia paul paula paulina pauline paulo pavel
paweł pedro peggy pekka penelope peter petr petra phil philip philipp philippa philippe pierre
pietro piotr pooja priya rachel rafael rafał rahul rainer rajesh ralf ralph ramón raphael ravi
raymond raúl rebecca regina reiner renata renate rené ricardo richard rita rob robert roberta
roberto rodrigo roger rohit roland rolf romain ron ronald rosa roy rubén rudolf rupert russell ruth
ryan rüdiger sabine sabrina sam samantha samir samuel sandeep sandra sandrine sanjay sara sarah
sascha scott sean sebastian serena serge sergei sergey sergio shannon sharon sheila shirley sigrid
silke silvia simon simona simone sipho sofie sofía sonja sophia sophie stanislav stefan stefania
stephanie stephen steve steven stewart stuart stéphane stéphanie sue sunil suresh susan susanna
susanne susi suzanne sven svetlana sylvia sylvie szymon sébastien søren tamara tanja tatiana
tatyana ted teresa tess thabo theo theodor theresa thierry thomas thorsten tim timothy tina tobias
toby tom tomasz tommaso tomás tomáš tony torsten tracy trevor tyler udo ulf ulrich ulrike ursula
uwe valentina valeria vanessa veronica veronika vijay viktor viktoria vincent vincenzo vladimir
volker volodymyr walter wendy werner wiebke wiley wilhelm willem william wojciech wolfgang xavier
yann yasmin yasser yulia yuri yusuf yves yvonne zeynep zoe zoltán zoé zuzana åsa
александр алексей андрей анна антон борис виктор владимир дарья дмитрий евгений екатерина елена
иван игорь ирина константин марина мария михаил наталья николай олег ольга павел пётр роман
светлана сергей татьяна юлия юрий
""".split()
)
