#!/bin/sh
# APScheduler 3.11.3 passes over what stands behind the name of a weekday or a month: the third Friday is each Friday.
#
# Its manual sends readers of `from_crontab` to Wikipedia's page on cron for the format, which tells of `#` for the third of a
# month and of `/` for steps. `fri#3` and `mon-fri/2` are taken without an error, and the job runs four times as often as asked,
# or on two days more. In numbers the same signs are refused, or obeyed (`1-5/2`), so what is read is the name alone. croniter, by
# which Procrastinate plans, obeys both. That its week begins on Monday is told in the manual, and is not meant here.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check apscheduler==3.11.3 croniter==7.0.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import datetime, timedelta, timezone

from apscheduler.triggers.cron import CronTrigger
from croniter import croniter

MARCH = datetime(2026, 3, 1, 12, tzinfo=timezone.utc)


def by_apscheduler(line):
    trigger, now = CronTrigger.from_crontab(line, timezone=timezone.utc), MARCH
    while True:
        now = trigger.get_next_fire_time(None, now + timedelta(seconds=1))
        yield now


def by_croniter(line):
    days = croniter(line, MARCH)
    while True:
        yield days.get_next(datetime)


for line in ("0 6 * * fri", "0 6 * * fri#3", "0 6 * * mon-fri/2", "0 6 1 jan-dec/6 *", "0 6 1 1-12/6 *", "0 6 * * 4#3"):
    print(line)
    for name, run in (("APScheduler", by_apscheduler), ("croniter", by_croniter)):
        try:
            told = " ".join(f"{day:%a %d.%m.}" for day, _ in zip(run(line), range(4)))
        except ValueError as error:
            told = f"ValueError: {error}"
        print(f"  {name:11} {told}")
PYTHON
)
expected=$(cat <<'END'
0 6 * * fri
  APScheduler Fri 06.03. Fri 13.03. Fri 20.03. Fri 27.03.
  croniter    Fri 06.03. Fri 13.03. Fri 20.03. Fri 27.03.
0 6 * * fri#3
  APScheduler Fri 06.03. Fri 13.03. Fri 20.03. Fri 27.03.
  croniter    Fri 20.03. Fri 17.04. Fri 15.05. Fri 19.06.
0 6 * * mon-fri/2
  APScheduler Mon 02.03. Tue 03.03. Wed 04.03. Thu 05.03.
  croniter    Mon 02.03. Wed 04.03. Fri 06.03. Mon 09.03.
0 6 1 jan-dec/6 *
  APScheduler Wed 01.04. Fri 01.05. Mon 01.06. Wed 01.07.
  croniter    Wed 01.07. Fri 01.01. Thu 01.07. Sat 01.01.
0 6 1 1-12/6 *
  APScheduler Wed 01.07. Fri 01.01. Thu 01.07. Sat 01.01.
  croniter    Wed 01.07. Fri 01.01. Thu 01.07. Sat 01.01.
0 6 * * 4#3
  APScheduler ValueError: Unrecognized expression "4#3" for field "day_of_week"
  croniter    Thu 19.03. Thu 16.04. Thu 21.05. Thu 18.06.
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
