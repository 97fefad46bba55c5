#!/bin/sh
# markdownify 1.2.3 writes a German dateline so that Markdown 3.11.3 makes 1 March of "4. März", and the first item of a list.
#
# A number with a point at the beginning of a line is a list in Markdown, and an escape (`4\.`) says that it is none. German, Danish,
# Norwegian, Czech, Finnish and Serbian write days so, and paragraphs begin with them. markdownify leaves the number as it is,
# while it escapes stars and underlines. Python's Markdown numbers lists from 1 whatever they begin with, so that the day is
# another one, and the year that begins the next paragraph is 2. markdown-it-py 4.3.0 keeps the first number, and loses the
# second. trafilatura 2.3.1 and html2text 2025.4.15 escape the point, and both readers have their words back.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    markdownify==1.2.3 trafilatura==2.3.1 html2text==2025.4.15 Markdown==3.11.3 markdown-it-py==4.3.0 "lxml[html-clean]==6.1.3"

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import html2text
import markdown
import markdownify
import trafilatura
from markdown_it import MarkdownIt

PAGE = """<!doctype html><html lang="de"><head><title>Brücke</title></head><body><article>
<p>4. März 2026: Die Brücke ist wieder offen, und alle, die am Morgen kamen, sagten, dass es an diesem Tag zu kalt war.</p>
<p>1931. So lange gibt es die Fähre schon, die nun nicht mehr fährt, weil niemand in der Stadt sie noch bezahlen wollte.</p>
<p>Der Bürgermeister, der die Brücke bezahlt hat, sagte, dass sie die längste im Land ist, und dass er sich darüber freut.</p>
</article></body></html>"""
for writer, write in {
    "markdownify": markdownify.markdownify,
    "trafilatura": lambda page: trafilatura.extract(page, output_format="markdown"),
    "html2text": html2text.HTML2Text(bodywidth=0).handle,
}.items():
    written = write(PAGE)
    print(writer, "writes", *(line[:7] for line in written.splitlines() if "März" in line or "Fähre" in line))
    for reader, read in {"Markdown": markdown.markdown, "markdown-it-py": MarkdownIt().render}.items():
        shown = "".join(read(written).splitlines())
        print(f"  {reader:14}", shown.replace("Die Brücke ist", "|").replace("So lange", "|").split("|")[0], "...", end=" ")
        print(shown.partition("kalt war.</p>")[2].partition("So lange")[0])
PYTHON
)
expected=$(cat <<'END'
markdownify writes 4. März 1931. S
  Markdown       <p>Brücke</p><ol><li><p>März 2026:  ... </li><li><p>
  markdown-it-py <p>Brücke</p><ol start="4"><li><p>März 2026:  ... </li><li><p>
trafilatura writes 4\. Mär 1931\. 
  Markdown       <p>4. März 2026:  ... <p>1931. 
  markdown-it-py <p>4. März 2026:  ... <p>1931. 
html2text writes 4\. Mär 1931\. 
  Markdown       <p>4. März 2026:  ... <p>1931. 
  markdown-it-py <p>4. März 2026:  ... <p>1931. 
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
