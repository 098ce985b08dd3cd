"""How a block is written down for good: its printed marker, its safe HTML, and its words."""

from dataclasses import dataclass
from html import unescape

import nh3
from django.utils.html import escape, format_html, format_html_join, linebreaks, strip_tags
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html

from consultations.drafts.enums import Language, PassageKind

INLINE_TAGS = {"a", "b", "br", "em", "i", "p", "span", "strong"}
INLINE_ATTRIBUTES = {"a": {"href"}}
# Words in another language, of those an editor can mark.
LANGUAGE_VALUES = {"span": {"lang": set(Language.values), "dir": {"ltr", "rtl"}}}
WIDEST_IMAGE = "max-1200x1600"


@dataclass(frozen=True)
class Drawn:
    """`text` is what is searched, quoted and compared."""

    html: str
    text: str
    marker: str = ""


def drawn(block) -> Drawn:
    """One block of a section's text as it is kept, with internal links resolved for good."""
    kind, value = PassageKind(block.block_type), block.value
    if kind in (PassageKind.HEADING, PassageKind.MARK):
        html = escape(value)
    elif kind in (PassageKind.NUMBERED, PassageKind.FOOTNOTE):
        html = _inline(value["text"])
        return Drawn(html, _words(html), value["marker"])
    elif kind == PassageKind.TABLE:
        return _table(value["table"], has_header_column=value["has_header_column"])
    elif kind == PassageKind.FIGURE:
        return _figure(value["image"], value["caption"])
    else:
        html = _inline(value)
    return Drawn(html, _words(html))


def _inline(rich_text) -> str:
    html = nh3.clean(
        expand_db_html(rich_text.source).strip(),
        tags=INLINE_TAGS,
        attributes=INLINE_ATTRIBUTES,
        tag_attribute_values=LANGUAGE_VALUES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    if html.count("<p") == 1 and html.startswith("<p") and html.endswith("</p>"):
        html = html[html.index(">") + 1 : -len("</p>")]
    return html


def _words(html: str) -> str:
    return " ".join(unescape(strip_tags(html.replace("<br>", " "))).split())


def _table(table, *, has_header_column: bool) -> Drawn:
    headings = [column["heading"].strip() for column in table.columns]
    rows = [
        [
            _cell(column["block"].name, cell)
            for column, cell in zip(table.columns, row["values"], strict=True)
        ]
        for row in table.row_data
    ]
    caption = " ".join((table.caption or "").split())
    html = format_html(
        '<table class="table">{}{}<tbody>{}</tbody></table>',
        format_html('<caption class="table__caption">{}</caption>', caption) if caption else "",
        _header_row(headings) if any(headings) else "",
        format_html_join("", "<tr>{}</tr>", ((_row(row, has_header_column),) for row in rows)),
    )
    lines = [[caption], headings, *([_words(cell) for cell in row] for row in rows)]
    lines = [" · ".join(words for words in line if words) for line in lines]
    return Drawn(html, "\n".join(line for line in lines if line))


def _cell(kind: str, cell) -> SafeString:
    if kind == "text":
        return mark_safe(_inline(cell))  # cleaned by nh3
    text = linebreaks(cell or "", autoescape=True)
    is_one = text.count("<p>") == 1
    return mark_safe(text[len("<p>") : -len("</p>")] if is_one else text)  # escaped by Django


def _header_row(headings: list[str]) -> SafeString:
    cells = format_html_join(
        "",
        "{}",
        (
            (format_html('<th scope="col">{}</th>', text) if text else format_html("<td></td>"),)
            for text in headings
        ),
    )
    return format_html("<thead><tr>{}</tr></thead>", cells)


def _row(cells: list[SafeString], has_header_column: bool) -> SafeString:
    return format_html_join(
        "",
        "{}",
        (
            (
                format_html('<th scope="row">{}</th>', cell)
                if has_header_column and not position and cell
                else format_html("<td>{}</td>", cell),
            )
            for position, cell in enumerate(cells)
        ),
    )


def _figure(image, caption: str) -> Drawn:
    """The picture in one size, with the text that stands for it. One that is gone leaves its words.

    Its words are the text that stands for it and its caption, so that they can be searched.
    """
    caption = " ".join((caption or "").split())
    alt = " ".join((getattr(image, "contextual_alt_text", "") or "").split())
    picture = ""
    if image is not None:
        rendition = image.get_rendition(WIDEST_IMAGE)
        picture = format_html(
            '<img src="{}" alt="{}" width="{}" height="{}" loading="lazy">',
            rendition.url,
            alt,
            rendition.width,
            rendition.height,
        )
    below = format_html("<figcaption>{}</figcaption>", caption) if caption else ""
    html = format_html("<figure>{}{}</figure>", picture, below)
    said = [alt, caption] if alt != caption else [alt]
    return Drawn(html, "\n".join(words for words in said if words))
