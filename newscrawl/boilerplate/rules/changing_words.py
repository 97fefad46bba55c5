"""Words that change from one showing of a text to the next: months, days, currencies, counts."""

_WORDS = """
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo
    понедельник вторник среду четверг пятницу субботу воскресенье
    понеділок вівторок середу четвер п'ятницю суботу неділю
    gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października
    listopada grudnia
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    січень лютий березень квітень травень червень липень серпень вересень жовтень листопад
    грудень січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    januar februar märz mai juni juli oktober dezember
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    usd eur gbp rub uah chf pln dollar dollars euro euros pound pounds ruble rubles rouble roubles
    hryvnia hryvnias доллар доллара долларов евро рубль рубля рублей гривня гривні гривень гривна
    гривен zloty złoty złotych dólar dólares
    hundred hundreds thousand thousands million millions billion тысяч тысячи миллионов тисяч
"""

#: As they stand in a text, with what may follow them there.
CHANGING = frozenset(word + end for word in _WORDS.split() for end in ("", ",", ".", ";", ":", ")"))
