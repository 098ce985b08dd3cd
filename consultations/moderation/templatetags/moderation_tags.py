from django import template
from django.utils import timezone
from django.utils.translation import ngettext

from consultations.domain.promises import Promised
from consultations.moderation.domain.appealing import in_force
from consultations.moderation.domain.promised import unread_too_long
from consultations.moderation.domain.redacting import public_answers
from consultations.moderation.enums import DecisionKind
from consultations.responses.enums import QuestionKind
from consultations.templatetags.promise_tags import Clock

register = template.Library()

BY_REASON = ("Reason", "Comments")
ONCE_A_REASON = "A comment counts once for each reason."


@register.simple_tag
def reading_clock(consultation):
    """The promise to read every comment in time, and whether it is kept now; None without one."""
    days = consultation.read_within
    if not days:
        return None
    value = ngettext(
        "The Board reads every comment within %(days)s working day.",
        "The Board reads every comment within %(days)s working days.",
        days,
    ) % {"days": days}
    waiting = unread_too_long(consultation, now=timezone.now())
    if not waiting:
        return Clock("How soon it is read", value, Promised.AHEAD)
    note = ngettext(
        "%(waiting)s comment has waited longer.",
        "%(waiting)s comments have waited longer.",
        waiting,
    ) % {"waiting": waiting}
    return Clock("How soon it is read", value, Promised.OVERDUE, "Overdue", note)


@register.simple_tag
def account_tables(account):
    """The account of a consultation as tables of words and numbers."""
    tables = [
        _table(
            "What became of every comment",
            [
                ("Shown as it was sent", account.as_sent),
                ("Shown with words hidden", account.with_hidden_words),
                ("Held: not shown, and counted", account.held),
                ("Waiting to be read", account.waiting),
                ("Not shown, as its author wished", account.authors_wish),
                ("Taken back, changed, or no response", account.taken_back),
                ("All that came in", account.received),
            ],
        ),
        _table(
            "Why words are hidden", account.hidden_by_reason, columns=BY_REASON, note=ONCE_A_REASON
        ),
        _table("Why comments are held", account.held_by_reason, columns=BY_REASON),
        _table(
            "Asked to look again, and what is about whole responses",
            [
                ("Appeals by authors", account.appeals),
                ("Of these, decided anew or shown as sent", account.overturned),
                ("Reports by readers", account.reports),
                ("Responses that two people found to be none", account.not_responses),
                ("Responses whose name is hidden", account.names_hidden),
            ],
            columns=("What", "How many"),
        ),
    ]
    if account.median_wait is not None:
        tables.append(
            _table(
                "How long it took, in working days",
                [
                    ("Half were decided within", account.median_wait),
                    ("95 in 100 were decided within", account.longest_of_95),
                ],
                columns=("How many", "Working days"),
                note="The day it came in is not counted; 0 is the same day.",
            )
        )
    return [table for table in tables if table["rows"]]


def _table(caption, rows, *, columns=("What", "Comments"), note=""):
    return {
        "caption": caption,
        "columns": columns,
        "rows": rows,
        "note": note,
    }


@register.inclusion_tag("moderation/admin/standing.html")
def standing_panel(review):
    """What limits a comment now, with what everybody reads; nothing for most of them."""
    decision = in_force([review.comment_id]).get(review.comment_id)
    if decision is None or decision.kind != DecisionKind.PUBLISH_HIDDEN:
        return {}
    answers = public_answers([review.comment_id]).get(review.comment_id, [])
    return {"answers": [a for a in answers if a["kind"] != QuestionKind.STANCE]}
