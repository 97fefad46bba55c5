"""First names that are common in the languages of news, and no places."""

GIVEN = frozenset(
    """
aaron abdul abdullah adam adrian agnes agnieszka ahmed aisha akira alain alan albert alberto
alejandra alejandro aleksandr aleksandra alena alessandra alessandro alex alexander alexandra
alexandre alexis alfred alfredo alice alicia alina alison allison alyssa amanda amir amit amy
amélie ana andrea andreas andrei andrej andrew andrzej andré andrés andy angela angelika angelo
anita anja ankit ann anna anne annette annika anthony antje antoine anton antonia antonio anya
arjun arnaud arne artem arthur arun ashley astrid axel barbara bart bastian beate beatrice
beatriz becky ben benedikt benjamin benoît bernard bernardo bernd bernhard beth bethany bettina
betty bianca bill björn bob boris brandon brenda brendan brett brian bridget britta bruno bryan
camila camille carl carla carlo carlos carmen carol carolina caroline carsten catherine cathy
cecilia charles chiara chloe chris christian christiane christina christine christoph christopher
claire claude claudia claudio colleen corinna cory craig cristina cyril cédric daniel daniela
daniele danielle dariusz darren dave david debbie deborah denise dennis derek diana diane dieter
dietmar dirk dmitri dmitry dominik dominique donald donna doris dorothy douglas ed eduardo edward
ekaterina elaine eleanor elena eleonora elias elisa elisabeth elise elizabeth elke ellen emilio
emily emma emmanuel enrique eric erik erika ernst esther eugene eva evelyn evgeny fabian fabio
fatima federico felix ferdinand fernanda fernando filip florian francesca francesco franco frank
franz françois françoise fred friedrich frédéric gabriel gabriela gabriele gary gavin geoff
geoffrey georg george georges gerald gerhard gianluca gilles gina giorgio giovanni giulia
giuseppe greg greta grzegorz guido guillaume guillermo gustavo gwen günter günther hannah hannes
hans harald harry heather heidi heike heinrich heinz helen helena helga helmut hendrik henri
henrik henry herbert hiroshi holger hugh hussein ian ibrahim ilya ines ingo ingrid inés irene
irina isabel isabella isabelle ismail ivan ivana iwona jack jacob jakob jakub james jamie jan
jane janet janina jaroslav jason javier jean jeff jenna jennifer jenny jens jeremy jerome jerry
jesse jessica jill jim joan joanna jochen joe johann johannes john jonas jonathan jordi jorge
jose josef joseph josephine joshua josé joyce juan juana judith judy juergen julia julian juliane
julie julien juliette justin justyna jérôme jörg jürgen kamil karen karin karina karl karolina
katarzyna kate katherine kathleen kathrin kathy katie katja katrin keith kelly kelsey kenneth
kerstin kevin kirsten klaus konrad konstantin kristen kristin kristina krzysztof kurt kyle larry
lars laura lauren laurence laurent leonard leonardo liam linda lisa lorenzo lothar louis louise
luca lucas lucia lucie lucy luis luke lutz lydia lyudmila maciej magdalena maksim malte manfred
manuel manuela marc marcel marcelo marcin marco marcus margaret margarita margot maria mariana
marianne marie marina mario marius mark markus marta martha martin martina martine martín mary
massimo matej mateusz matt matteo matthew matthias matthieu maurice mauricio maxim maxime megan
mehmet melanie melinda melissa michael michaela michal michał michel michelle miguel mikael mike
mikhail milan miriam mirjam mohamed mohammad mohammed molly monica monika moritz muhammad mustafa
nadia nadine nancy naomi natalia natalie natalya natasha nathalie nathan nathaniel neil nicholas
nick nicola nicolas nicole nicolás nikita nikolai nikolaus nils nina nora norbert oksana olaf
oleg oleksandr olena olga oliver olivia oscar oskar owen pablo pamela paolo pascal patricia
patrick patrizia paul paula paulina pauline paulo pavel paweł pedro penelope peter petra philip
philipp philippe pierre pietro piotr rachel rafael rafał rahul rainer rajesh ralph ramón raphael
raúl rebecca regina reiner renata renate rené ricardo richard rob robert roberta roberto rodrigo
roger roland rolf romain ron ronald roy rubén rudolf russell ruth ryan rüdiger sabine sabrina sam
samantha samir samuel sandeep sandra sandrine sanjay sara sarah sascha scott sean sebastian serge
sergei sergey sergio shannon sharon sheila silke silvia simon simona simone sonja sophia sophie
stanislav stefan stephanie stephen steve steven stewart stuart stéphane stéphanie sue sunil susan
susanna susanne suzanne svetlana sylvia sylvie szymon sébastien tamara tanja tatiana tatyana ted
teresa theodor theresa thierry thomas thorsten tim timothy tina tobias tom tomasz tommaso tomás
tony torsten tracy trevor udo ulf ulrich ulrike ursula uwe valentina valeria vanessa veronica
veronika viktor viktoria vincent vincenzo vladimir volker volodymyr walter wendy werner wiley
wilhelm willem william wojciech wolfgang yann yasmin yulia yuri yusuf yves yvonne zuzana
александр алексей андрей анна антон борис виктор владимир дарья дмитрий евгений екатерина елена
иван игорь ирина константин марина мария михаил наталья николай олег ольга павел пётр роман
светлана сергей татьяна юлия юрий
""".split()
)
