#!/bin/sh
# uroman 1.3.1.1 writes Sichuan as "4chuan", Chiba as "1000ye" and the end of Abe Shinzo's name as a 3.
#
# It makes Latin letters of any script, so that names of one person are found across them. Signs of Chinese that are numbers
# become figures, and many are parts of names: of provinces (四川), of places (九龙, 千葉), of firms (三星), of people. A year that is
# written figure by figure, as papers print it (二〇二六年), loses its zero and is 2·2·6. Whole numbers are right (一百二十 is 120),
# which is what its README tells of. unidecode 1.4.0 has the sounds: Si Chuan, San Xing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check uroman==1.3.1.1 unidecode==1.4.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from unidecode import unidecode
from uroman import Uroman

reader = Uroman()
for word in ("北京", "四川", "九龙", "千葉", "三星", "百度", "安倍晋三", "三月四日", "二〇二六年", "一百二十", "Путин"):
    print(word, "=>", reader.romanize_string(word), "| unidecode:", unidecode(word))
PYTHON
)
expected=$(cat <<'END'
北京 => beijing | unidecode: Bei Jing 
四川 => 4chuan | unidecode: Si Chuan 
九龙 => 9long | unidecode: Jiu Long 
千葉 => 1000ye | unidecode: Qian Xie 
三星 => 3xing | unidecode: San Xing 
百度 => baidu | unidecode: Bai Du 
安倍晋三 => anbeijin3 | unidecode: An Bei Jin San 
三月四日 => 3yue4ri | unidecode: San Yue Si Ri 
二〇二六年 => 2·2·6nian | unidecode: Er 0Er Liu Nian 
一百二十 => 120 | unidecode: Yi Bai Er Shi 
Путин => Putin | unidecode: Putin
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
