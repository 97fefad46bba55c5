"""People's Daily Online: the paper of China's Communist Party. Seen on one page of 2024."""

from newscrawl.boilerplate import Field, Says
from newscrawl.outlet import Feed, Layout, Outlet

_DESKS = "politics world society legal military finance".split()

OUTLET = Outlet(
    name="people_daily",
    title="人民网",
    home="http://www.people.com.cn",
    language="zh",
    timezone="Asia/Shanghai",
    hosts=tuple(f"{desk}.people.com.cn" for desk in _DESKS),
    sources=(*(Feed(f"/rss/{name}.xml") for name in ("politics", "world", "society", "legal")),),
    articles=(r"^/n1/(?P<year>\d{4})/(?P<month>\d{2})(?P<day>\d{2})/c\d+-(?P<key>\d+)\.html$",),
    layouts=(Layout("text", body=".rm_txt_con", ignore=".paper_num"),),
    # Its pages say that their language is utf-8.
    fields={"language": lambda _: "zh"},
    boilerplate=(
        Says("editors", r"^\(责编[:：]", fills=Field.CREDITS),
        Says("share", r"^分享让更多人看到$"),
    ),
)
