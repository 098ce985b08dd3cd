"""One draft, written into every kind of file that can be read: with proper styles, and by look.

By look means that a heading is a line in capitals or a short line, and a number or a bullet is
typed: what people do who never open the list of styles.
"""

import io
import itertools
from html import escape

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from odfdo import Document, Element, Header, Link, List, ListItem
from odfdo import Paragraph as OpenParagraph

from consultations.drafts.importing.outline import Kind, Outline, Passage

WORD_LIST = """
<w:abstractNum {ns} w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{numeral}"/>
<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>
"""
OPEN_LIST = (
    '<text:list-style style:name="{name}"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="{suffix}" text:start-value="{start}"/>'
    "</text:list-style>"
)


def stretches(passage: Passage):
    """Its text in pieces, each with the address it leads to or ""."""
    at = 0
    for link in passage.links:
        yield passage.text[at : link.start], ""
        yield passage.text[link.start : link.end], link.href
        at = link.end
    yield passage.text[at:], ""


def typed(passage: Passage) -> str:
    """As somebody types it who makes lists by hand."""
    signs = {Kind.BULLET: "-", Kind.NUMBERED: passage.marker}
    return f"{signs.get(passage.kind, '')} {passage.text}".strip()


def lists(passages):
    """Neighbours of one kind together. A number that does not go up begins a new list."""
    for kind, members in itertools.groupby(passages, key=lambda passage: passage.kind):
        members = list(members)
        while kind is Kind.NUMBERED and members:
            end = next(
                (
                    i
                    for i, m in enumerate(members)
                    if i and number_of(m) != number_of(members[0]) + i
                ),
                len(members),
            )
            yield kind, members[:end]
            members = members[end:]
        if kind is not Kind.NUMBERED:
            yield kind, members


def number_of(passage: Passage) -> int:
    return int("".join(filter(str.isdigit, passage.marker)))


def as_markdown(outline: Outline, *, by_look: bool = False) -> bytes:
    def safe(text):
        return "".join(f"\\{sign}" if sign in "\\`*_[]<>#-.|+" else sign for sign in text)

    parts = [outline.title if by_look else f"# {outline.title}"]
    for section in outline.sections:
        if not (section.is_front_matter or section.is_untitled):
            parts.append(section.title.upper() if by_look else f"## {safe(section.title)}")
        for passage in section.passages:
            text = "".join(
                f"[{safe(words)}]({href})" if href else safe(words)
                for words, href in stretches(passage)
            )
            if by_look:
                parts.append(safe(typed(passage)))
            elif passage.kind is Kind.HEADING:
                parts.append(f"**{text}**" if section.is_front_matter else f"### {text}")
            elif passage.kind is Kind.BULLET:
                parts.append(f"- {text}")
            elif passage.kind is Kind.NUMBERED:
                parts.append(f"{passage.marker} {text}")
            else:
                parts.append(text)
    return "\n\n".join(parts).encode()


def as_html(outline: Outline, *, by_look: bool = False) -> bytes:
    title = escape(outline.title)
    parts = [f"<p>{title}</p>" if by_look else f"<h1>{title}</h1>"]
    for section in outline.sections:
        if not (section.is_front_matter or section.is_untitled):
            name = escape(section.title.upper() if by_look else section.title)
            parts.append(f"<p>{name}</p>" if by_look else f"<h2>{name}</h2>")
        if by_look:
            parts += [f"<p>{escape(typed(passage))}</p>" for passage in section.passages]
            continue
        for kind, members in lists(section.passages):
            parts += _html_list(kind, members, section.is_front_matter)
    return f"<!doctype html><title>x</title><body>{''.join(parts)}</body>".encode()


def _html_list(kind, members, is_front):
    texts = [
        "".join(
            f'<a href="{escape(href)}">{escape(words)}</a>' if href else escape(words)
            for words, href in stretches(passage)
        )
        for passage in members
    ]
    if kind is Kind.BULLET:
        return [f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>"]
    if kind is Kind.NUMBERED and members[0].marker.endswith("."):
        items = "".join(f"<li><p>{text}</p></li>" for text in texts)
        return [f'<ol start="{number_of(members[0])}">{items}</ol>']
    if kind is Kind.NUMBERED:
        return [f"<p>{m.marker} {text}</p>" for m, text in zip(members, texts, strict=True)]
    tag = "b" if is_front else "h3" if kind is Kind.HEADING else "p"
    if kind is Kind.HEADING:
        return [f"<p><{tag}>{t}</{tag}></p>" if is_front else f"<{tag}>{t}</{tag}>" for t in texts]
    return [f"<p>{text}</p>" for text in texts]


def as_word(outline: Outline, *, by_look: bool = False) -> bytes:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    ids = itertools.count(900)
    if by_look:
        document.add_paragraph(outline.title)
    else:
        document.add_paragraph(outline.title, style="Title")
    for section in outline.sections:
        if not (section.is_front_matter or section.is_untitled):
            if by_look:
                document.add_paragraph(section.title.upper())
            else:
                document.add_heading(section.title, level=1)
        for kind, members in lists(section.passages):
            list_id = None
            if kind is Kind.NUMBERED and not by_look:
                list_id = word_list(numbering, next(ids), members[0])
            for passage in members:
                if by_look:
                    document.add_paragraph(typed(passage))
                else:
                    _word_paragraph(document, passage, list_id, section.is_front_matter)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _word_paragraph(document, passage, list_id, is_front):
    if passage.kind is Kind.HEADING and is_front:
        document.add_paragraph().add_run(passage.text).bold = True
        return
    styles = {Kind.HEADING: "Heading 2", Kind.BULLET: "List Bullet"}
    paragraph = document.add_paragraph(style=styles.get(passage.kind))
    for words, href in stretches(passage):
        if href:
            _word_link(document, paragraph, words, href)
        elif words:
            paragraph.add_run(words)
    if list_id is not None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = list_id


def _word_link(document, paragraph, words, href):
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), document.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, True))
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = words
    run.append(text)
    link.append(run)
    paragraph._p.append(link)


def word_list(numbering, number, first, numeral="decimal"):
    """A list of its own that begins at the passage's number and prints as it does."""
    text = first.marker.replace(str(number_of(first)), "%1")
    definition = parse_xml(
        WORD_LIST.format(
            ns=nsdecls("w"), id=number, start=number_of(first), numeral=numeral, text=text
        )
    )
    numbering.insert(0, definition)
    return numbering.add_num(number).numId


def as_opendocument(outline: Outline, *, by_look: bool = False) -> bytes:
    document = Document("text")
    for level in document.styles.root.get_elements("//text:outline-level-style"):
        level.set_attribute("style:num-format", "")  # odfdo's own template numbers headings
    body = document.body
    body.clear()
    body.append(OpenParagraph(outline.title, style="Standard" if by_look else "Title"))
    styles = document.content.root.get_element("office:automatic-styles")
    styles.append(
        Element.from_tag(
            '<style:style style:name="Strong" style:family="text">'
            '<style:text-properties fo:font-weight="bold"/></style:style>'
        )
    )
    ids = itertools.count(1)
    for section in outline.sections:
        if not (section.is_front_matter or section.is_untitled):
            title = section.title
            body.append(OpenParagraph(title.upper()) if by_look else Header(1, title))
        if by_look:
            for passage in section.passages:
                body.append(OpenParagraph(typed(passage)))
            continue
        for kind, members in lists(section.passages):
            if kind in (Kind.BULLET, Kind.NUMBERED):
                body.append(_open_list(styles, f"L{next(ids)}", kind, members))
                continue
            for passage in members:
                body.append(_open_paragraph(passage, section.is_front_matter))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _open_list(styles, name, kind, members):
    if kind is Kind.NUMBERED:
        suffix = members[0].marker[-1]
        style = OPEN_LIST.format(name=name, suffix=suffix, start=number_of(members[0]))
        styles.append(Element.from_tag(style))
    found = List(style=name)
    for passage in members:
        item = ListItem()
        item.append(_open_paragraph(passage, is_front=False))
        found.append(item)
    return found


def _open_paragraph(passage, is_front):
    if passage.kind is Kind.HEADING:
        if not is_front:
            return Header(2, passage.text)
        paragraph = OpenParagraph("")
        paragraph.append(
            Element.from_tag(f'<text:span text:style-name="Strong">{passage.text}</text:span>')
        )
        return paragraph
    paragraph = OpenParagraph("")
    for words, href in stretches(passage):
        if href:
            paragraph.append(Link(href, text=words))
        elif words:
            paragraph.append_plain_text(words)
    return paragraph


WRITERS = {
    "draft.md": as_markdown,
    "draft.html": as_html,
    "draft.docx": as_word,
    "draft.odt": as_opendocument,
}
