"""Words that some people would rather not meet unprepared, links, and signs of advertising."""

import re

from .hits import Hit, Kind, found

STAR = r"[*@#$!.-]"
PROFANITY = re.compile(
    rf"\b(?:(?:mother)?f(?:u|{STAR})(?:c|{STAR})+k\w*|sh(?:i|{STAR})+t\w*|bullsh\w+|c(?:u|{STAR})nts?"
    rf"|b(?:a|{STAR})stards?|bollocks|wank\w*|arseholes?|assholes?|arsed?|twats?|tossers?|crap\w*"
    r"|dick\s?heads?|pricks|piss(?:ed|ing)?|bitch\w*|slags?|whores?)(?!\w)",
    re.IGNORECASE,
)
SLUR = re.compile(
    r"\b(?:paki|nigger|nigga|faggot|poof|spastic|spaz|retard|pikey|gyppo|gippo|tranny|chink"
    r"|wog|kike|golliwog|raghead|fag|coon|cripple|mong|muzzie|wetback|slut|shemale)s?(?!\w)",
    re.IGNORECASE,
)
ENDS = r"(?:com|org|net|info|io|eu|biz|uk|wales|scot|london|xyz|online|shop)"
LINK = re.compile(
    rf"https?://[^\s<>]*[^\s<>.,;:!?)]|\bwww\.[^\s<>]*[^\s<>.,;:!?)]"
    rf"|(?<![@\w.-])(?:[a-z0-9-]+\.)+{ENDS}(?:/[^\s<>]*[^\s<>.,;:!?)])?(?![\w@-])",
    re.IGNORECASE,
)
ADVERTISING = [
    r"\bclick\s(?:here|the link|this link)\b[^.!?\n]{0,40}",
    r"\b(?:buy|order|call|act)\snow\b[^\n.]{0,40}",
    r"\b(?:viagra|cialis|casino bonus|bitcoin|crypto (?:investment|trading)|forex)\b",
    r"\b(?:earn|make)\s(?:up to\s)?[£$€]?\s?\d[\d,]*\s?(?:a|per)\s(?:day|week|month|hour)\b"
    r"[^.,\n]*",
    r"\b(?:cheap|quick|instant|payday|guaranteed)\s(?:\w+\s)?loans?\b[^.,\n]*",
    r"\b(?:SEO\s\w+|back-?links?|guest posts?|web traffic)\b[^.,\n]*",
    r"\b(?:limited|special)[\s-](?:time[\s-])?offer\b",
    r"\b(?:claim|collect)\syour\s(?:free\s)?(?:prize|gift|reward|bonus)\b",
    r"\b(?:whatsapp|telegram)\s(?:me|us)\b",
    r"\b\d{1,2}\s?% (?:off|discount)\b",
]
SPAM = re.compile("|".join(ADVERTISING), re.IGNORECASE)
MANY_LINKS = 3
LEADS = "A link. We do not know where it leads."
SELLING = (
    "click", "now", "viagra", "cialis", "casino", "bitcoin", "crypto", "forex", "earn", "make",
    "loan", "seo ", "link", "guest post", "traffic", "offer", "claim", "collect", "whatsapp",
    "telegram", "%",
)  # fmt: skip


def wording(text):
    yield from found(Kind.PROFANITY, PROFANITY, text, "Strong language.")
    yield from found(Kind.PROFANITY, SLUR, text, "A slur about a group of people.")
    links = list(found(Kind.LINK, LINK, text, LEADS, needs=(".",)))
    yield from links
    yield from found(Kind.SPAM, SPAM, text, "This reads like advertising.", needs=SELLING)
    if len(links) >= MANY_LINKS:
        last = links[-1]
        yield Hit(last.start, last.end, Kind.SPAM, f"It holds {len(links)} links.")
