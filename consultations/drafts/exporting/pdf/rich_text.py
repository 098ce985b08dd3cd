"""The HTML of passages and summaries as plain values, which is all that the typesetter is given."""

import re
from html.parser import HTMLParser

from consultations.drafts.enums import Language

STYLES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
BLOCKS = {"p", "li", "div", "blockquote", "h2", "h3", "h4", "tr"}
SAFE_ADDRESS = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
# No font has a glyph for these, and a PDF for everybody may not hold them.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


def printable(text):
    return UNPRINTABLE.sub("", text)


def blocks_of(html, *, base=""):
    """Its paragraphs and points, each as `{"point": bool, "runs": [run, …]}`.

    A run is a `text` with perhaps `bold`, `italic`, `href` and `lang`; the text "\\n" is a break
    in the line. Addresses within the site are made whole with `base`; others than those of the
    web, mail and telephone are left out.
    """
    reader = _Reader(base)
    reader.feed(html)
    reader.close()
    reader.end_block()
    return reader.blocks


def plain_block(text):
    """Text that has no marks, as one paragraph."""
    return {"point": False, "runs": [{"text": printable(text)}]}


class _Reader(HTMLParser):
    def __init__(self, base):
        super().__init__(convert_charrefs=True)
        self.blocks = []
        self._base = base
        self._runs = []
        self._open = []  # (tag, what it adds to a run)
        self._is_point = False

    def handle_starttag(self, tag, attrs):
        if tag == "br":
            self._runs.append({"text": "\n"})
            return
        if tag in BLOCKS:
            self.end_block()
            self._is_point = tag == "li"
        self._open.append((tag, self._added(tag, dict(attrs))))

    def handle_startendtag(self, tag, attrs):
        if tag == "br":
            self._runs.append({"text": "\n"})

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.end_block()
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place]
                return

    def handle_data(self, data):
        text = re.sub(r"[ \t\r\n]+", " ", printable(data))
        if not self._runs or self._runs[-1]["text"].endswith((" ", "\n")):
            text = text.lstrip(" ")
        if text:
            run = {"text": text}
            for _, added in self._open:
                run |= added
            self._runs.append(run)

    def end_block(self):
        if any(run["text"].strip() for run in self._runs):
            self.blocks.append({"point": self._is_point, "runs": self._runs})
        self._runs, self._is_point = [], False

    def _added(self, tag, attributes):
        added = {STYLES[tag]: True} if tag in STYLES else {}
        if attributes.get("lang") in Language.values:
            added["lang"] = attributes["lang"]
        if tag == "a" and (address := self._address(attributes.get("href") or "")):
            added["href"] = address
        return added

    def _address(self, href):
        whole = f"{self._base}{href}" if href.startswith("/") else href
        return printable(whole) if SAFE_ADDRESS.match(whole) else ""
