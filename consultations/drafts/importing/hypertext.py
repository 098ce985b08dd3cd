"""HTML drafts: a page saved from a website, or a document saved as one."""

from lxml.html import HtmlElement

from .assembling import assemble
from .decoding import decode
from .notes import Noted
from .outline import Image, Outline, UnreadableDraft, has_words
from .pictures import from_address, sound_image
from .trees import pieces_of, tree_of

AROUND = ("header", "footer", "aside", "nav", "dialog")
ROLES = ("banner", "contentinfo", "navigation", "search", "dialog", "complementary")


def read_html(data: bytes) -> Outline:
    text = decode(data, advice="Save the draft as a web page (.html) and try again.")
    tree = tree_of(text)
    noted = Noted()
    root = _text_of_page(tree, noted)
    title = " ".join((tree.findtext(".//title") or "").split())
    return outline_of_html(root, noted, known_title=title)


def outline_of_html(
    root: HtmlElement, noted: Noted, *, known_title="", is_certain=False, picture=None
) -> Outline:
    pieces = pieces_of(root, noted, picture or pictures_inside(noted))
    if not any(has_words(piece.text) for piece in pieces):
        raise UnreadableDraft("The file has no words in it.")
    outline = assemble(pieces, known_title=known_title, is_certain=is_certain)
    return Outline(outline.title, outline.sections, noted.sentences(), outline.is_untitled)


def pictures_inside(noted: Noted):
    """Finds pictures written into the page itself; those elsewhere are noted and never fetched."""
    count = 0

    def picture(address: str, alt: str) -> Image | None:
        nonlocal count
        data = from_address(address)
        if data is None:
            noted.elsewhere += 1
            return None
        count += 1
        return sound_image(data, f"picture-{count}", alt, noted)

    return picture


def _text_of_page(tree: HtmlElement, noted: Noted) -> HtmlElement:
    """The page's main part, or else its body without what stands around it."""
    for element in list(tree.iter()):
        if "hidden" in element.attrib and element.getparent() is not None:
            element.drop_tree()
    mains = tree.xpath("//main | //*[@role='main']") or tree.findall(".//article")
    if len(mains) == 1 and mains[0].text_content().strip():
        return mains[0]
    for element in list(tree.body):
        if element.tag in AROUND or element.get("role") in ROLES:
            is_contents = element.tag == "nav" and element.xpath(".//a[starts-with(@href, '#')]")
            if not is_contents and not element.xpath(".//h1"):
                noted.say("The page's menus, header and footer were left out.")
                element.drop_tree()
    return tree.body
