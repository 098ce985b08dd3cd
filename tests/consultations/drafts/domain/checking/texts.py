"""Small documents to check, written as plain as they can be."""

from consultations.drafts.domain.checking.document import Document, Link, Passage, Section


def passage(text, kind="paragraph", *, marker="", links=(), number="1.1"):
    found = tuple(Link(href, said) for href, said in links)
    return Passage(kind, text, marker, found, number)


def bullets(count):
    return [passage(f"Point {number} of the list.", "bullet") for number in range(1, count + 1)]


def section(title, *texts, **fields):
    passages = [passage(text) if isinstance(text, str) else text for text in texts]
    return Section(title, tuple(passages), **fields)


def document(*texts):
    """One section with these texts; a str is a paragraph."""
    return Document("A draft", (section("Our plan", *texts),))


def with_contents(entries, *sections):
    items = [passage(text, "numbered", marker=f"{i}.") for i, text in enumerate(entries, 1)]
    front = section("Front page", passage("Contents", "heading"), *items, is_front_matter=True)
    return Document("A draft", (front, *sections))


def codes(findings):
    return [finding.code for finding in findings]
