"""What each rule takes and what it leaves: ``- `` stands before the lines that it takes.

Only the words that a rule looks for are the outlet's; the rest of each line is invented.
"""

from typing import NamedTuple


class Case(NamedTuple):
    rule: str
    lines: tuple[str, ...]


def case(rule: str, *lines: str) -> Case:
    return Case(rule, lines)


PROSE = "A sentence that goes on for long enough to be prose, as paragraphs of articles do. " * 2
HEAD = "- A Message from The Moscow Times:"
FACING = "- We are facing unprecedented challenges. Invented words follow here."
ACTIONS = "- These actions are direct attempts to silence independent journalism in Russia. More."
REFUSE = "- We, the journalists of The Moscow Times, refuse to be silenced. Invented words."
SMALL = (
    "- Your support, no matter how small, makes a world of difference."
    " If you can, please support us weekly with three coins."
)
DEFENDING = "- By supporting The Moscow Times, you're defending open, independent journalism. So."
FAVOR = "- … we have a small favor to ask."
HEARD = "- As you may have heard, The Moscow Times, an independent news source since then, is one."
FORM = ("- Once", "- Monthly", "- Annual", "- Continue", "- paiment methods")
LATER = ("- Not ready to support today?", "- Remind me later.")
SIGN_UP = "- Sign up for our free weekly newsletter"
HAND_PICKED = (
    "- Our weekly newsletter contains a hand-picked selection of news, features, analysiss, x."
)
PRIVACY = "- Subscribers agree to the Privacy Policy"

SUPPORT = (
    case("support-teaser", "- Support The Moscow Times!", "- Contribute today", "News."),
    case("support-teaser", "- Support The Moscow Times! Contribute today"),
    case(
        "support-teaser",
        "- Now is the time to support independent reporting from Russia!",
        "- Contribute Today",
    ),
    case("support-teaser", "- Now is the time to support independent reporting from Russia!"),
    case("support-teaser", "Support The Moscow Times by reading it, he said.", "Contribute"),
    case("support-teaser", "Now is the time to support independent reporting, she said."),
    case("support-teaser", "They can contribute today", "Support independent reporting!"),
    case(
        "support-honest",
        "- The need for honest and objective information on Russia is more relevant now than"
        " ever before!",
        "- To keep our newsroom in Moscow running, we need your support.",
    ),
    case(
        "support-honest",
        "The need for honest and objective information on Russia is more relevant now than ever,"
        " the minister said.",
        "To keep their newsroom in Moscow running, they need support.",
    ),
    case(
        "support-about-us",
        "- As the only remaining independent, English-language news source reporting from Russia,"
        " The Moscow Times does this.",
        "- Editorial decisions are made entirely by journalists in our newsroom, and nobody else.",
        "- We fearlessly cover issues that are often considered off-limits or taboo in Russia,"
        " from tea to salt.",
    ),
    case(
        "support-about-us",
        "As the only remaining independent station, it was closed.",
        "Editorial decisions are made entirely by journalists, the channel said.",
        "We fearlessly cover issues, the editor said.",
    ),
    case(
        "support-attack",
        "News.",
        "- Russia media is under attack.",
        "- At least 10 independent media outlets have been blocked or closed down. Invented.",
        "- The Moscow Times needs your help more than ever as we cover this and that.",
        "- Maybe later",
        "News.",
    ),
    case(
        "support-attack",
        "- The Moscow Times needs your help more than ever as we cover this.",
        "- Maybe later",
    ),
    case(
        "support-attack",
        "- At least 12 independent media outlets were closed. The Moscow Times needs your help.",
    ),
    case(
        "support-attack",
        "Russia's media is under attack.",
        "At least 10 independent media outlets have been blocked or closed down, lawyers said.",
        "Maybe later",
    ),
    case(
        "support-foreign-agent",
        "- We have been named ‘foreign agents.’",
        "- Your support will help us fight back",
    ),
    case("support-foreign-agent", '- We have been named "foreign agents."'),
    case(
        "support-foreign-agent",
        "We have been named 'foreign agents,' and that is a badge, the group said.",
        "“We have been named ‘foreign agents.’",
        "Foreign agents",
        "Your support will help us fight back, the group wrote.",
    ),
    case(
        "support-favor",
        "News.",
        FAVOR,
        HEARD,
        REFUSE,
        SMALL,
        "- It really is so. Thank you.",
        *FORM[:4],
        *LATER,
        "News.",
    ),
    case("support-favor", "- Before you go, we have a small favor to ask.", "News."),
    case("support-favor", HEARD, REFUSE, "Dear readers,"),
    case(
        "support-favor",
        "“Before you go, we have a small favor to ask.”",
        "He told us he had a small favor to ask.",
        "As you may have heard, The Moscow Times has moved.",
        "Thank you.",
    ),
    case(
        "support-message",
        "News.",
        HEAD,
        "- Dear readers,",
        FACING,
        ACTIONS,
        REFUSE,
        SMALL,
        DEFENDING,
        *FORM,
        *LATER,
        "News.",
    ),
    case("support-message", HEAD, "- Dear readers,", "The site will be slow on Monday."),
    case("support-message", "Dear readers,", "The site will be slow on Monday."),
    case("support-message", DEFENDING, "Dear readers,", "The site will be slow on Monday."),
    case("support-message", DEFENDING, *FORM, "News.", "Once", "Monthly", "Annual"),
    case("support-message", REFUSE, SMALL, "News."),
    case("support-message", "- Your support, no matter how small, makes a world of difference."),
    case("support-message", HEAD + " Dear readers, We are facing unprecedented challenges. All."),
    case("support-message", "- A Message from The Moscow Times: Dear readers,", FACING, ACTIONS),
    case(
        "support-message",
        HEAD,
        "- Dear readers,",
        "- We are facing unprecedented challenges.",
        "- Russia's Prosecutor General's Office has designated The Moscow Times so,"
        " hurting our work.",
        '- This follows our earlier unjust labeling as a "foreign agent."',
        ACTIONS,
        '- The authorities claim our work "is bad."',
        "- We see things differently: we strive, and so on.",
        REFUSE,
        "- But to continue our work, we need your help.",
        SMALL,
        "- If you can, please support us monthly.",
        "- It's quick to set up.",
        DEFENDING,
        "- Thank you for standing with us.",
    ),
    case(
        "support-message",
        "- Dear readers, We are facing unprecedented challenges. Russia's Prosecutor General's"
        " Office has designated The Moscow Times so.",
        "- Once Monthly",
        "- AnnualContinue",
        "- paiment methods Not ready to support today?",
        "- Remind me later. Read more",
    ),
    case(
        "support-message",
        "A message from The Moscow Times reached the ministry.",
        "We are facing unprecedented challenges. Prices rose.",
        "Russia's Prosecutor General's Office has designated The Moscow Times as “undesirable.”",
        "These actions are direct attempts to silence independent journalism in Russia, he said.",
        "“Your support, no matter how small, makes a world of difference.”",
        "Thank you for standing with us.",
        "It's quick to set up",
        "Once",
        "Monthly",
        "Continue",
    ),
    case("support-form", *FORM, "News."),
    case("support-form", *FORM[:4], *LATER),
    case("support-form", *LATER, "News."),
    case("support-form", "- Remind me later."),
    case(
        "support-form", "- ×", "- Remind me next month", "- Thank you! Your reminder is set.", "×"
    ),
    case("support-form", "Once", "Monthly", "Annual", "Continue", "News."),
    case("support-form", "“Remind me later,” she said.", "Not ready", "Thank you!", "×"),
    case(
        "support-ad-free",
        "- Enjoying ad-free content?",
        "- Since July 1, 2024, we have disabled all ads to improve your reading experience.",
        "- This commitment costs us €9 a month. Your support can help us fill the gap.",
        "- Support us",
        "- Our journalism is banned in Russia. We need your help so.",
        "News.",
    ),
    case(
        "support-ad-free",
        "- Since May 2, we have disabled all ads to improve your reading experience.",
        "- This commitment costs us $10,000 a month.",
        "- Your support can help us fill the gap.",
        "- Our journalism is banned in Russia.",
        "- We need your help to keep providing you with this.",
        "Our journalism is banned in Russia.",
    ),
    case(
        "support-ad-free",
        "Support us",
        "Our journalism is banned in Russia, the exiled editor said.",
        "This commitment costs us $10 a month.",
        "Enjoying ad-free content? Not so fast, Russian lawmakers say.",
    ),
)

NEWSLETTERS = (
    case("newsletter-words", "News.", SIGN_UP, HAND_PICKED, PRIVACY, "News."),
    case("newsletter-words", SIGN_UP + " Our weekly newsletter contains things."),
    case(
        "newsletter-words",
        HAND_PICKED,
        "- You will receive it in your mailbox every Friday.",
        "- Never miss the latest news from Russia.",
        "- Preview",
        PRIVACY + " A Message from The Moscow Times:",
    ),
    case("newsletter-words", "- The best of The Moscow Times, delivered to your inbox."),
    case(
        "newsletter-words",
        "- TMT Weekly Newsletter",
        "- Our editors take you through the biggest Russia stories, all of them.",
    ),
    case(
        "newsletter-words",
        "- Russian Money Newsletter",
        "- An inside look at economics, politics and business in wartime Russia by The two of us.",
        "- & to share personal details with The Bell",
    ),
    case(
        "newsletter-words",
        "- Sign up for our weekly newsletter",
        "- Your email",
        "- Your name",
        "- Subscribe",
        "- Thanks for signing up!",
    ),
    case("newsletter-words", "- Moscow in your inbox", "- type your e-mail here", "- Subscribe"),
    case(
        "newsletter-words",
        "- Get the latest updates as we post them — right on your browser",
        "- . Last Updated: 12/07/2012",
    ),
    case(
        "newsletter-words",
        "Sign up for our weekly newsletter, the ministry urged pensioners.",
        "Our weekly newsletter was blocked, the editor said.",
        "The best of The Moscow Times, he said, was its crossword.",
        "Subscribe",
        "Your name",
        "Preview",
        "You will receive it in your mailbox every Friday.",
        "Subscribers agree to the Privacy Policy of the bank, lawyers said.",
        "Last Updated: 12/07/2012",
        "Thanks for signing up, he said.",
    ),
)

LINKS = (
    case("related-words", "News.", "- news", "- A Title Here", "- Read more", "News."),
    case(
        "related-words",
        "- Sponsored",
        "- A Title",
        "- Read more",
        "- opinion",
        "- Another?",
        "- Read more",
    ),
    case("related-words", "- opinion", "- A Title Here Read more"),
    case("related-words", "- opinion A Title Here", "- Read more"),
    case("related-words", "- news A Title Here Read more", "- newsAnother TitleRead more"),
    case("related-words", "Opinion", "A paragraph, which ends in a stop.", "Read more", PROSE),
    case("related-words", "news", "A Title Here", "News."),
    case("related-words", "Opinion polls say that Russians read more", "Read more books!"),
    case("tags", "- Read more about: Kremlin , War", "Read more about the war here."),
    case("tags", "- Read more about:"),
    case("read-more", "News.", "- Read more", "- A Title", "- Another Title"),
    case("read-more", "Read more of it in the report.", "They read more"),
    case(
        "more-lists",
        "- More image galleries",
        "- More videos",
        "- More podcasts",
        "- Listen more",
        "- View more articles",
        "More videos of the strike appeared.",
    ),
    case(
        "sidebar",
        "- Most read",
        "- Just in",
        "- 3 Min read",
        "- LIVE | A Title",
        "- Liveblog",
        "Most read newspapers closed.",
        "Just in time",
        "A 3 min read",
        "Live music",
    ),
    case(
        "share",
        "- Share on Facebook",
        "- Share on Twitter Share on Telegram",
        "- Share with email",
        "- Download as PDF",
        "Share on the market fell.",
        "Share on Facebook what you saw, he urged.",
    ),
    case(
        "spot-mistake",
        "- If you spot a mistake, please select the error in the text and so on.",
        "If you spot a mistake, call the clerk.",
    ),
    case(
        "copyright",
        "- © The Moscow Times, all rights reserved.",
        "- © 2026 The Moscow Times, all rights reserved.",
        "The Moscow Times, all rights reserved for itself.",
    ),
    case("partners", "- From our partners", "From our partners in Riga came a letter."),
    case(
        "pdf-amp",
        "- Original url: https://www.themoscowtimes.com/2026/01/02/x-a1",
        "- Some external media is not supported on this page, proceed to the other.",
        "Original url: the court did not name it.",
        "Some external media is not supported.",
    ),
    case(
        "other-language",
        "- Read this article in Russian",
        "Read this article in Russian translation, he said.",
    ),
)

EVIDENCE = (
    case(
        "opinion-disclaimer",
        "- The views expressed in opinion pieces do not necessarily reflect the position of The"
        " Moscow Times.",
        "The views expressed in opinion pieces do not necessarily reflect the law, he said.",
    ),
    case(
        "wire-credit",
        "- Includes reporting from AFP.",
        "- AFP contributed reporting.",
        "- Reuters contributed to this report.",
        "- Includes reporting by the Associated Press and Reuters.",
        "Includes reporting from the front, a jury said.",
        "AFP contributed 3 million euros to the fund.",
        "Includes reporting by Reuters. Yet the ministry denied it all.",
    ),
    case(
        "republished",
        "- This article was originally published by The Barents Observer.",
        "- A version of this article first appeared in The Bell.",
        "The phrase first appeared in Pravda.",
        "This article was deleted by its author.",
    ),
    case(
        "sponsored-label",
        "- Partner Content",
        "- Brought to you by",
        "- Brought to you by Lantern Works",
        "- More from:",
        "- MT+ is branded content of The Moscow Times.",
        "- This content is provided by outside parties.",
        "Brought to you by the same people, the film failed.",
        "More from the front.",
    ),
)

PLACES = (
    case("related", "- @article__related-article Title", "News."),
    case("newsletter", "- @article__newsletter Give us your address", "News."),
    case(
        "contribute", "- @contribute-banner-x7 Give", "- @contribute-teaser Give", "@contributed N"
    ),
    case("tags", "- @article__tags Kremlin", "News."),
)

RUSSIAN = (
    case("reading-time", "- Время чтения: 4 мин", "Время чтения выросло на 4 мин."),
    case(
        "legal-label",
        "- НАСТОЯЩИЙ МАТЕРИАЛ (ИНФОРМАЦИЯ) ПРОИЗВЕДЕН И ТАК ДАЛЕЕ",
        "- ЛИБО КАСАЕТСЯ ДЕЯТЕЛЬНОСТИ ИНОСТРАННОГО АГЕНТА",
        "- 18+",
        "Новости.",
        "18+",
    ),
    case(
        "legal-label",
        "- ДАННОЕ СООБЩЕНИЕ (МАТЕРИАЛ) СОЗДАНО И (ИЛИ) РАСПРОСТРАНЕНО ИНОСТРАННЫМ КЕМ-ТО",
        "Данное сообщение создано иностранным агентом, решил суд.",
        "«Настоящий материал произведен не нами», — сказал он.",
    ),
    case(
        "legal-footnote",
        "- *Власти считают иноагентом",
        "- *Минюст признал иноагентами",
        "Минюст признал иноагентами трех журналистов.",
        "Власти считают иноагентом и его.",
    ),
)

KEPT = (
    "You can access our earlier live coverage here.",
    "Follow our live coverage of the war.",
    "You can listen to us on the following platforms:",
    "Apple Podcasts",
    "Dear readers,",
    "Support us!",
    "$2",
    "The court ruled that “foreign agent” and “undesirable” are no insults.",
    "“We refuse to be silenced,” the journalists of another paper said.",
    "News.",
)

ENGLISH = (*PLACES, *LINKS, *NEWSLETTERS, *SUPPORT, *EVIDENCE)
