"""What stands in a pack of comments, for members who read on paper, whatever file it becomes."""

from django.utils import timezone

from consultations import wording
from consultations.drafts.exporting.pdf.rich_text import printable
from consultations.moderation.enums import FIRST_REASONS, Reason

QUOTED_AT_MOST = 900


def contents(cards, *, reader, council, now):
    """Strings and lists of them; it holds what the desk shows this member and nobody else."""
    first = [reason.label for reason in FIRST_REASONS]
    rest = [reason.label for reason in Reason if reason not in FIRST_REASONS]
    day = wording.calendar_day(timezone.localdate(now))
    return {
        "title": f"Comments to read: {len(cards)}",
        "council": printable(council),
        "lead": printable(
            f"For {reader}, {day}. Tick one box for each, and enter it on the Board desk, or give "
            "the pack back to the office. Everything sent to us is counted. Here we only decide "
            "what is shown."
        ),
        "secret": printable(f"For {reader} only. Not to be copied or passed on. {day}"),
        "comments": [_comment(number, card) for number, card in enumerate(cards, start=1)],
        "about_reasons": (
            "Criticism, being off topic, or saying what many say is never a reason. A second "
            "person has to agree."
        ),
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
