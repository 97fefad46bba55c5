"""What The Moscow Times puts into its bodies that is not journalism, as rules.

Each pattern quotes the few words that tell a line. Lines are matched whole or from their start,
never by a word in mid-sentence ("foreign agent" is news) and never by an amount.
"""

from newscrawl.boilerplate.rules.rule_types import After, Field, Rule, Run, Says, Under
from newscrawl.boilerplate.rules.sequence_rule import InOrder, sure, then

#: Rules of place: they need no words, and hold as long as the class names do.
PLACES: tuple[Rule, ...] = (
    Under("related", "article__related-article"),
    Under("newsletter", "article__newsletter"),
    Under("contribute", "contribute-*"),
    Under("tags", "article__tags"),
)

# The label is lower-case where it is glued to its title, as no sentence begins.
_LABEL = (
    r"news|opinion|sponsored|analysis|news analysis|features?|business|climate|diaspora|meanwhile"
    r"|ukraine war|video|podcast|gallery"
)
_GLUED_LABEL = r"(?-i:news|opinion|Sponsored)"
_TITLE = r"^.{1,200}(?<!\.)$"
_CTA = r"(?-i:Read more)$"

#: A box that leads to another article: its label, any title, "Read more".
RELATED: tuple[Rule, ...] = (
    Run("related-words", (rf"^(?:{_LABEL})$", _TITLE, rf"^{_CTA}")),
    Run("related-words", (rf"^(?:{_LABEL})$", rf"^.{{1,200}} ?{_CTA}")),
    Run("related-words", (rf"^{_GLUED_LABEL} .{{1,200}}(?<!\.)$", rf"^{_CTA}")),
    Says("related-words", rf"^{_GLUED_LABEL} ?.{{1,200}}{_CTA}"),
)

NEWSLETTERS: tuple[Rule, ...] = (
    InOrder(
        "newsletter-words",
        (
            sure(
                r"^Sign up for our (?:free )?weekly newsletter[.!]?"
                r"(?:$| ?Our weekly newsletter contains)"
            ),
            sure(r"^TMT Weekly Newsletter(?:$| ?Our editors take)"),
            sure(r"^Russian Money Newsletter(?:$| ?An inside look)"),
            sure(r"^Moscow in your inbox$"),
            sure(r"^The best of The Moscow Times, delivered to your inbox\.?$"),
            sure(r"^Our weekly newsletter contains a hand-picked selection of news, features,"),
            sure(r"^Our editors take you through the biggest Russia stories"),
            sure(r"^An inside look at economics, politics and business in wartime Russia by The"),
            then(r"^You will receive it in your mailbox every Friday\."),
            then(r"^Never miss the latest news from Russia\.(?: ?Preview)?$"),
            then(r"^(?:preview|your e-?mail|your name|subscribe|\s){1,8}$"),
            sure(r"^& to share personal details with The Bell"),
            sure(
                r"^Subscribers agree to the Privacy Policy\.?"
                r"(?:$| ?A Message from The Moscow Times:?$)"
            ),
            sure(r"^type your e-?mail here$"),
            then(r"^subscribe$"),
            sure(r"^Thanks for signing up!$"),
            sure(r"^Get the latest updates as we post them - right on your browser"),
            sure(r"^\. ?Last Updated: \d{1,2}/\d{1,2}/\d{4}$"),
        ),
    ),
)

#: The short lines of the form under an appeal, alone or glued.
_FORM = then(
    r"^(?:once|monthly|annual|continue|pa[iy]ment methods|not ready to support today\?"
    r"|remind me later\.|remind me later|\s){1,30}(?:read more)?$"
)
_REFUSE = r"^We, the journalists of The Moscow Times, refuse to be silenced\b"
_NO_MATTER_HOW_SMALL = (
    r"^Your support, no matter how small, makes a world of difference\."
    r"(?:$| ?If you can, please support us)"
)

_TEASER = (
    sure(r"^Support The Moscow Times!?(?: ?Contribute today!?)?$"),
    sure(
        r"^Now is the time to support independent reporting from Russia!(?: ?Contribute today!?)?$"
    ),
    sure(r"^Contribute today!?$"),
)
_HONEST = (
    sure(
        r"^The need for honest and objective information on Russia is more relevant now than ever"
        r" before!"
    ),
    sure(r"^To keep our newsroom in Moscow running, we need your support\b"),
)
_ABOUT_US = (
    sure(
        r"^As the only remaining independent, English-language news source reporting from Russia,"
    ),
    sure(r"^Editorial decisions are made entirely by journalists in our newsroom\b"),
    sure(r"^We fearlessly cover issues that are often considered off-limits or taboo in Russia\b"),
)
_FOREIGN_AGENT = (
    sure(
        r"^We have been named [\"']foreign agents\.?[\"']\.?"
        r"(?: ?Your support will help us fight back\.?)?$"
    ),
    sure(r"^Your support will help us fight back\.?$"),
)
_ATTACK = (
    sure(r"^Russia media is under attack\.(?:$| ?At least )"),
    sure(r"^At least \S{1,9} independent media outlets [^.]{1,120}\. ?The Moscow Times needs your"),
    then(r"^At least \S{1,9} independent media outlets have been blocked or closed down\b"),
    sure(r"^The Moscow Times needs your help more than ever as we cover\b"),
    then(r"^Maybe later\.?$"),
)
_FAVOR = (
    sure(
        r"^[^\"]{0,80}\bwe have a small favou?r to ask\.?"
        r"(?:$| ?As you may have heard, The Moscow Times)"
    ),
    sure(r"^As you may have heard, The Moscow Times, an independent news source\b"),
    then(_REFUSE),
    then(_NO_MATTER_HOW_SMALL),
    then(r"^[^\"]{0,160}\bThank you\.$"),
    _FORM,
)
_MESSAGE = (
    sure(
        r"^A Message from The Moscow Times:?"
        r"(?:$| ?Dear readers,| ?We are facing unprecedented challenges\.)"
    ),
    then(r"^Dear readers,?(?:$| ?We are facing unprecedented challenges\.)"),
    sure(
        r"^(?:Dear readers,? ?)?We are facing unprecedented challenges\."
        r" ?Russia's Prosecutor General's Office has designated The Moscow Times\b"
    ),
    then(r"^We are facing unprecedented challenges\."),
    then(
        r"^Russia's Prosecutor General's Office has designated The Moscow Times .{0,60}\bour work\b"
    ),
    sure(r"^This follows our earlier unjust labeling\b"),
    sure(r"^These actions are direct attempts to silence independent journalism in Russia\."),
    then(r"^The authorities claim our work \""),
    then(r"^We see things differently: we strive\b"),
    sure(_REFUSE),
    then(r"^But to continue our work, we need your help\.$"),
    sure(_NO_MATTER_HOW_SMALL),
    then(r"^If you can, please support us monthly\b"),
    then(r"^It's quick to set up\b"),
    sure(r"^By supporting The Moscow Times, you're defending open, independent journalism\b"),
    then(r"^Thank you for standing with us\.$"),
    _FORM,
)
_AD_FREE = (
    sure(r"^Enjoying ad-free content\?(?:$| ?Since )"),
    sure(r"^Since [^.]{1,20}, we have disabled all ads to improve your reading experience\."),
    sure(r"^This commitment costs us \S{1,12} a month\. ?Your support can help us fill the gap\b"),
    then(r"^This commitment costs us \S{1,12} a month\.$"),
    then(r"^Your support can help us fill the gap\.$"),
    then(r"^Support us$"),
    sure(r"^Our journalism is banned in Russia\. ?We need your help\b"),
    then(r"^Our journalism is banned in Russia\.$"),
    then(r"^We need your help to keep providing you\b"),
)

SUPPORT: tuple[Rule, ...] = (
    InOrder("support-teaser", _TEASER),
    InOrder("support-honest", _HONEST),
    InOrder("support-about-us", _ABOUT_US),
    InOrder("support-attack", _ATTACK),
    InOrder("support-foreign-agent", _FOREIGN_AGENT),
    InOrder("support-favor", _FAVOR),
    InOrder("support-message", _MESSAGE),
    Run(
        "support-form",
        (r"^Once$", r"^Monthly$", r"^Annual$", r"^Continue$", r"^pa[iy]ment methods$"),
    ),
    Run(
        "support-form",
        (r"^Once$", r"^Monthly$", r"^Annual$", r"^Continue$", r"^Not ready to support today\?$"),
    ),
    Run("support-form", (r"^×$", r"^Remind me next month\.?$")),
    Says(
        "support-form",
        r"^(?:not ready to support today\?|remind me later\.|remind me later|remind me next month"
        r"|thank you! your reminder is set\.|\s){1,8}(?:read more)?$",
    ),
    InOrder("support-ad-free", _AD_FREE),
)

TOOLS: tuple[Rule, ...] = (
    Says("tags", r"^Read more about:.{0,300}$"),
    Says(
        "more-lists",
        r"^(?:More image galleries|More videos|More podcasts|Listen more|View more articles)$",
    ),
    Says("sidebar", r"^(?:Most read|Just in|Liveblog|\d{1,3} Min read|(?-i:LIVE) \|.{0,200})$"),
    Says(
        "share",
        r"^(?:share on facebook|share on twitter|share on telegram|share on whatsapp"
        r"|share on flipboard|share with e-?mail|download as pdf|\s){1,24}$",
    ),
    Says("spot-mistake", r"^If you spot a mistake, please select the error in the text\b"),
    Says("copyright", r"^(?:©|\(c\)) ?(?:\d{4} )?The Moscow Times, all rights reserved\.?$"),
    Says("partners", r"^From our partners$"),
    Says("pdf-amp", r"^Original url: ?(?:https?://\S{1,2048})?$"),
    Says("pdf-amp", r"^Some external media is not supported on this page, proceed to\b"),
    Says("other-language", r"^Read this article in Russian\.?$"),
)

_AGENCY = (
    r"(?:AFP|Agence France-Presse|Reuters|AP|Associated Press|the Associated Press|RFE/RL|Meduza"
    r"|dpa)"
)

#: Evidence rather than rubbish: what these take is kept in a field where the article has one.
EVIDENCE: tuple[Rule, ...] = (
    Says(
        "opinion-disclaimer",
        r"^The views expressed in opinion pieces do not necessarily reflect the position of"
        r" The Moscow Times\.?$",
        fills=Field.OPINION_DISCLAIMER,
    ),
    Says(
        "wire-credit",
        r"^(?:This (?:article|report) )?includes reporting (?:from|by) (?:the )?(?-i:[A-Z])"
        r"[^.]{0,80}\.?$",
        fills=Field.CREDITS,
    ),
    Says(
        "wire-credit",
        rf"^{_AGENCY}(?:(?:,| and|, and) {_AGENCY}){{0,3}} contributed"
        r" (?:reporting|to th(?:is|e) (?:article|report|story))\b[^.]{0,60}\.?$",
        fills=Field.CREDITS,
    ),
    Says(
        "republished",
        r"^(?:A version of )?this (?:article|story|piece|column|essay|interview|op-ed)"
        r" (?:was )?(?:originally|first) (?:published|appeared) (?:by|in|on|at)\b[^.]{1,160}"
        r"(?:\.\w[^.]{0,60})?\.?$",
        fills=Field.REPUBLISHED_FROM,
    ),
    Says("sponsored-label", r"^Partner Content$"),
    Says("sponsored-label", r"^(?:Brought to you by:?|More from:)(?: (?-i:[A-Z\d\"])[^.]{0,60})?$"),
    Says("sponsored-label", r"^MT\+ is branded content of The Moscow Times\b"),
    Says("sponsored-label", r"^This content is provided by outside parties\b"),
)

#: All of them, in the order in which they are asked. What follows "Read more" goes last, when
#: no appeal behind it can pass for prose any more.
RULES: tuple[Rule, ...] = (
    *PLACES,
    *RELATED,
    *NEWSLETTERS,
    *SUPPORT,
    *TOOLS,
    *EVIDENCE,
    After("read-more", r"^Read more:?$"),
)
