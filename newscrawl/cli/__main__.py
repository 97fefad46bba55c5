"""``python -m newscrawl.cli``: the command where no script was installed."""

from newscrawl.cli.commands import main

main()
