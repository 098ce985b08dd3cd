"""Whether a text is in another language than English: by its script, else by its small words."""

import re
import unicodedata
from collections import Counter

from .hits import Hit, Kind

WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
FEWEST_WORDS = 6
# English prose has about one small word in three; names and lists have fewer (measured on the
# worked example, whose least is one in nine for texts of more than a dozen words).
ENGLISH_AT_LEAST = 0.1
FOREIGN_AT_LEAST = 2
SCRIPT_SHARE = 0.3
SMALL_WORDS_OF_ENGLISH = """
the of and to a in that is was for on are with as i his they be at one have this from or had by but
what some we can out other were all there when up use your how said an each she which do their if
will about then them would like so these her him has more no could my than been who its now did get
may not it you he our us me too very just because should need people
"""
ENGLISH = set(SMALL_WORDS_OF_ENGLISH.split())
OTHERS = {
    "French": "le la les des une est que pour nous vous pas dans et sur avec qui ne je sont aux du "
    "mais nos ils elle leur parce",
    "Polish": "nie jest się na że do to jak ale po tak dla przez od czy są bo nas będzie może żeby "
    "jestem nam",
    "Romanian": "și nu este că pentru cu din la să am ca avem unde care sunt noi mai fi dar nostru",
    "Lithuanian": "ir kad yra mes nes tai bet su kaip iš ne labai būtų mūsų negalime dėl arba",
    "Spanish": "el los las que es para porque con una nos por del como pero donde muy nuestra se "
    "queremos único",
    "Portuguese": "o os que não uma para com por mas como nos das dos muito porque são está nossa",
    "Italian": "il che per non una con sono del della ma come gli perché nostro questo anche ci",
    "German": "der die das und ist nicht wir für mit auf ein eine zu den wenn auch sich sind weil",
    "Turkish": "ve bir bu için ile çok biz ama de da olarak var gibi değil daha",
    "Somali": "waa iyo in ka ku oo waxaan ay uu laakiin aan leh waxa inaan",
    "Albanian": "dhe nuk është për me një të që ne por kemi sepse janë nga",
}
SMALL_WORDS = {language: set(words.split()) for language, words in OTHERS.items()}


def language(text):
    if script := _other_script(text):
        yield _whole(text, f"Written in {script.capitalize()} script.")
    elif name := _latin(text):
        yield _whole(text, f"This looks like {name}.")


def _other_script(text):
    if text.isascii():
        return ""
    scripts = Counter(_script(sign) for sign in text if sign.isalpha())
    scripts.pop("LATIN", None)
    script, count = max(scripts.items(), key=lambda item: item[1], default=("", 0))
    return script if count > SCRIPT_SHARE * sum(map(str.isalpha, text)) else ""


def _latin(text):
    words = [word.lower() for word in WORDS.findall(text)]
    if len(words) < FEWEST_WORDS:
        return ""
    if sum(word in ENGLISH for word in words) / len(words) >= ENGLISH_AT_LEAST:
        return ""
    score = {name: sum(word in small for word in words) for name, small in SMALL_WORDS.items()}
    best = max(score, key=score.get)
    return best if score[best] >= FOREIGN_AT_LEAST else ""


def _script(sign):
    return unicodedata.name(sign, "LATIN").split()[0]


def _whole(text, reason):
    start = len(text) - len(text.lstrip())
    return Hit(start, max(start + 1, len(text.rstrip())), Kind.LANGUAGE, reason)
