"""What a reader needs before they can answer: a question, alternatives, dates, somebody to ask.

Where a consultation page stands around the draft, what it says is looked at first.
"""

import re
from collections.abc import Iterator

from consultations.domain.readiness import Finding, Severity
from consultations.enums import Scale

from .document import Document
from .sentences import sentences

TO_READER = re.compile(
    r"\b(?:you|your|yours)\b|\bwe (?:have )?(?:missed|got (?:right|wrong))\b", re.I
)
INVITATION = re.compile(
    r"\b(?:tell us|let us know) (?:what|which|how|whether|if|why|where|who|about)\b"
    r"|\bwe(?: would|['’]d)? (?:like|value|want|welcome|invite|seek)"
    r"(?: to (?:hear|know|have|receive))?"
    r" (?:from you|your (?:views?|comments?|ideas?|thoughts?|opinions?))"
    r"|\bplease (?:give|send|share)(?: us)? your\b|\bdo you (?:agree|think|support)\b",
    re.I,
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b|\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)"
    r"|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b",
    re.I,
)
ABOUT_ANSWERING = re.compile(
    r"\bconsult(?:ation|ing)?\b|\brespon(?:d|ses?)\b|\bcomments?\b|\bviews\b|\bhave your say\b"
    r"|\bclos(?:es?|ing)\b|\bdeadline\b|\breply\b|\breplies\b|\bfeedback\b|\bsurvey\b",
    re.I,
)
CHOICES = r"(?:options?|alternatives?|approach(?:es)?|models?|ways forward)"
ALTERNATIVES = re.compile(
    r"\b(?:considered|looked at|explored|weighed|assessed|appraised|compared) (?:\w+ ){0,3}"
    rf"{CHOICES}\b"
    rf"|\b{CHOICES} (?:\w+ ){{0,2}}"
    r"(?:considered|rejected|appraisal|appraised|discounted|ruled out)\b"
    r"|\b(?:rejected|discounted|preferred|alternative|do[- ]nothing)"
    r" (?:options?|approach(?:es)?|proposals?)\b"
    r"|\balternatives? to (?:this|these|our|the)\b|\boption (?:\d|[a-d]\b|one|two|three)"
    r"|\bwe (?:also )?(?:rejected|ruled out|decided against|chose not to)\b|\bdoing nothing\b",
    re.I,
)
CONTACT = re.compile(
    r"\S+@\S+\.\w{2,}|\b0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b|\+44[ \d()-]{9,}"
    r"|\b(?:write to|contact) (?:us|the \w+|[A-Z])[^.]*\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b"
)


def check_reader(document: Document) -> Iterator[Finding]:
    """Of a text that stands alone, such as a file."""
    text = list(_sentences(document))
    if not asks_the_reader(text):
        yield no_question()
    if not any(DATE.search(one) and ABOUT_ANSWERING.search(one) for one in text):
        yield no_dates()
    if not any(CONTACT.search(one) for one in text):
        yield no_contact()
    if not names_alternatives(text):
        yield no_alternatives()


def check_reader_of(consultation, document: Document, *, around=()) -> Iterator[Finding]:
    """Of a draft on its consultation's page, which gives dates, a contact and a form.

    `around` are the words before the draft. That a form asks something is for responses to say.
    """
    text = list(_sentences(document))
    text += [one for words in around for one in sentences(words)]
    if document.sections and not asks_the_reader(text):
        yield text_asks_nothing()
    if consultation.opens_at is None:
        yield no_dates()
    if not (consultation.contact_email or consultation.contact_phone):
        yield no_contact()
    proposes = consultation.scale != Scale.CONVERSATION
    if proposes and not consultation.rejected_points and not names_alternatives(text):
        yield no_alternatives()


def asks_the_reader(text: list[str]) -> bool:
    """A rhetorical question is none: it has to speak to the reader."""
    return any(
        (one.rstrip("”’\"' )").endswith("?") and TO_READER.search(one)) or INVITATION.search(one)
        for one in text
    )


def names_alternatives(text: list[str]) -> bool:
    return any(ALTERNATIVES.search(one) for one in text)


def _sentences(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield section.title
        for passage in section.passages:
            yield from sentences(passage.text)


def no_question() -> Finding:
    return Finding(
        "reader.no_question",
        "The text never asks the reader anything.",
        "Ask what you want to know, at the place where you are not sure yet.",
        severity=Severity.BLOCKS,
        about="question",
    )


def text_asks_nothing() -> Finding:
    return Finding(
        "reader.text_asks_nothing",
        "The draft itself never asks the reader anything; only the form does.",
        "Where you are not sure yet, say so and ask: people then answer what you need to know.",
        about="question",
    )


def no_dates() -> Finding:
    return Finding(
        "reader.no_dates",
        "Nothing says from when until when people can answer.",
        "Give the day the consultation opens and the day and hour it closes.",
        severity=Severity.BLOCKS,
        about="dates",
    )


def no_contact() -> Finding:
    return Finding(
        "reader.no_contact",
        "Nobody is named whom people can ask, by e-mail, by telephone or by letter.",
        "Name a person or a team, with an e-mail address and a telephone number.",
        severity=Severity.BLOCKS,
        about="contact",
    )


def no_alternatives() -> Finding:
    return Finding(
        "reader.no_alternatives",
        "No other option is mentioned that was considered and not chosen.",
        "List the options you looked at and why you did not choose them, doing nothing included.",
        about="alternatives",
    )
