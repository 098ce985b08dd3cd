"""A pack of comments as a tagged PDF, for members who read on paper.

It holds what the desk shows this member and nobody else, so it is set anew each time and kept
nowhere.
"""

import json
from pathlib import Path
from threading import Lock

import typst
from django.utils import timezone

from consultations import wording
from consultations.drafts.exporting.pdf.rich_text import printable
from consultations.moderation.enums import FIRST_REASONS, Reason

SOURCE = Path(__file__).with_name("pack.typ").read_bytes()
QUOTED_AT_MOST = 900
_one_at_a_time = Lock()


def pack(cards, *, reader, council, now):
    """The bytes of the PDF; PDF/UA-1 where every character has a glyph."""
    data = json.dumps(_content(cards, reader, council, now), ensure_ascii=False)
    with _one_at_a_time:
        try:
            return _compile(data, now, ["ua-1"])
        except typst.TypstError:
            return _compile(data, now, [])


def _compile(data, now, standards):
    return typst.compile(
        SOURCE,
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=standards,
        timestamp=int(now.timestamp()),
    )


def _content(cards, reader, council, now):
    count = len(cards)
    first = [f"{reason.label}" for reason in FIRST_REASONS]
    rest = [reason.label for reason in Reason if reason not in FIRST_REASONS]
    day = wording.calendar_day(timezone.localdate(now))
    return {
        "title": f"Comments to read: {count}",
        "council": printable(council),
        "lead": printable(
            f"For {reader}, {day}. Tick one box for each, and enter it on the Board desk, or give "
            "the pack back to the office. Everything sent to us is counted. Here we only decide "
            "what is shown."
        ),
        "secret": printable(f"For {reader} only. Not to be copied or passed on. {day}"),
        "comments": [_comment(number, card) for number, card in enumerate(cards, start=1)],
        "reasons": first + rest,
    }


def _comment(number, card):
    comment = card.review.comment
    quoted = card.quoted_text
    if len(quoted) > QUOTED_AT_MOST:
        quoted = quoted[:QUOTED_AT_MOST].rsplit(" ", 1)[0] + " …"
    about = [card.review.consultation.title, card.respondent]
    if card.late:
        about.append(card.late)
    if card.wait:
        about.append(card.wait.words)
    return {
        "heading": printable(f"{number}. {card.place_label} (comment {comment.pk})"),
        "about": printable(" · ".join(about)),
        "quoted": printable(quoted),
        "stance": printable(card.stance),
        "answers": [
            {"label": printable(answer["label"]), "text": printable(answer["text"])}
            for answer in card.answers
        ],
        "found": list(dict.fromkeys(printable(flag.reason) for flag in card.flags)),
    }
