#!/bin/sh
# agate 1.14.2, which csvkit 2.2.0 reads with, takes the sections "Sunday" and "May" for days of the year 1, and "None" for nothing.
#
# Where every value of a column can be read as a day it is one: supplements are called after weekdays, and monthly issues after
# months. A word on its own is a day of a year that nobody named. Words that stand for nothing elsewhere are nulls in every column,
# so a headline "None" and an author "Na" are gone; and a count that is 0 or 1 in all rows is true or false. What csvkit writes has
# the new values. `--no-inference` (`-I`) and `--blanks` leave texts alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check csvkit==2.2.0 agate==1.14.2

cd "$folder"
cat > stories.csv <<'END'
section,issue,headline,author,pictures
Sunday,May,None,Na,1
Monday,March,Bridge agreed,Ada Rowe,0
END
seen=$(
    for options in '' '--no-inference --blanks'; do
        echo "csvsort $options"
        # The words are parted: they are options.
        venv/bin/csvsort $options -c pictures stories.csv 2>&1
    done
)
expected=$(cat <<'END'
csvsort 
section,issue,headline,author,pictures
0001-01-08,0001-03-01,Bridge agreed,Ada Rowe,False
0001-01-07,0001-05-01,,,True
csvsort --no-inference --blanks
section,issue,headline,author,pictures
Monday,March,Bridge agreed,Ada Rowe,0
Sunday,May,None,Na,1
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
