"""Read the dates that are printed for people, in any language, script and calendar."""

from newscrawl.dates.printed import Printed as Printed
from newscrawl.dates.printed import Where as Where
from newscrawl.dates.printed import printed_date as printed_date
from newscrawl.dates.printed import read as read
