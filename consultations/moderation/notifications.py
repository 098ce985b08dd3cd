"""Letters to authors about what was decided, through the outbox, where an address is known."""

from functools import partial

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from consultations.domain.stages import accepts_responses
from consultations.moderation.domain import reminding
from consultations.moderation.domain.appealing import DAYS_TO_ANSWER, last_day_told
from consultations.moderation.domain.news import take_news
from consultations.moderation.domain.telling import SAID_OF_APPEALS, whereabouts_of
from consultations.moderation.domain.telling_of_risk import late_for, who_to_tell
from consultations.moderation.enums import AppealOutcome, DecisionKind
from consultations.responses.domain.withdrawing import letters_of
from consultations.responses.notifications import link_to
from consultations.wording import calendar_day
from delivery.domain.outbox import queue_letter
from delivery.tasks import deliver_soon
from people.models import DoneOnce


def queue_news(*, now):
    """A letter to each author whose time has come, about all their comments that were decided."""
    return take_news(now=now, tell=partial(_queue_news, now=now))


def _queue_news(news, *, now):
    response, limits = news.response, list(news.limits.values())
    standing = whereabouts_of(response, news.comments, now)
    counted = not any(limit.kind == DecisionKind.NOT_A_RESPONSE for limit in limits)
    _queue(
        "news",
        response,
        key=f"news-{news.untold_id}",
        subject=_subject_of(news, counted),
        at=now,
        comments=[(comment, standing[comment.pk]) for comment in news.comments],
        is_all=news.is_all,
        is_counted=counted,
        may_change=bool(limits) and accepts_responses(response.consultation, received_at=now),
        last_day=calendar_day(last_day_told(now)) if limits else "",
        days=DAYS_TO_ANSWER,
        site=settings.WAGTAILADMIN_BASE_URL,
    )


def _subject_of(news, counted):
    if not counted:
        return f"Your response {news.response.reference} is not counted"
    if news.limits:
        return f"Not all of your response {news.response.reference} is shown"
    return f"The Board has read your response {news.response.reference}"


def queue_answer(*, appeal, review, at):
    """What came of an appeal, in the words of whoever decided it."""
    response = review.comment.response
    _queue(
        "appeal",
        response,
        key=f"appeal-{appeal.pk}",
        subject=f"What we found about your response {response.reference}",
        at=at,
        place=review.comment.place_label,
        outcome=SAID_OF_APPEALS[AppealOutcome(appeal.outcome)],
        answer=appeal.answer,
    )


def _queue(letter, response, *, key, subject, at, **said):
    respondent = getattr(response, "respondent", None)
    if respondent is None or not respondent.email:
        return
    said |= {
        "response": response,
        "consultation": response.consultation,
        "link": link_to(response),
    }
    queue_letter(
        dedupe_key=f"{letters_of(response)}{key}",
        to=respondent.email,
        subject=subject,
        body=render_to_string(f"emails/moderation/{letter}.txt", said),
        now=at,
    )
    deliver_soon()


def queue_acknowledgement(*, report, consultation):
    """To whoever gave legal notice: we have it, and by when we answer."""
    if not report.email:
        return
    queue_letter(
        dedupe_key=f"report-{report.pk}-received",
        to=report.email,
        subject=f"We have your notice {report.pk}",
        body=render_to_string(
            "emails/moderation/notice.txt",
            {"report": report, "consultation": consultation},
        ),
        now=report.received_at,
    )
    deliver_soon()


def queue_risk(*, now):
    """To those who may read it: a comment waits today in which somebody may be at risk.

    One letter for each comment and member, however often this runs. It holds a link, and nothing
    of the comment: neither its words, nor its place, nor whose it is.
    """
    for member, on_desk, private in who_to_tell(now=now):
        pages = [(pk, reverse("board_read", args=[pk])) for pk in on_desk]
        pages += [(pk, reverse("board_safety")) for pk in private]
        for pk, path in pages:
            queue_letter(
                dedupe_key=f"risk-{pk}-{member.pk}",
                to=member.email,
                subject="To be read today: somebody may be at risk",
                body=render_to_string(
                    "emails/moderation/risk.txt",
                    {"link": f"{settings.WAGTAILADMIN_BASE_URL}{path}"},
                ),
                now=now,
            )


@transaction.atomic
def queue_reminders(*, now):
    """One letter a person and working day about what has passed a mark of its time; no words of it.

    However often this runs, a day is done once: what passes a mark later waits for the next. What
    may put somebody at risk and is late is told of every day, to those who may read it.
    """
    if not reminding.is_time_to_remind(now):
        return
    today = timezone.localdate(now)
    if not DoneOnce.objects.get_or_create(key=f"moderation:reminders:{today}")[1]:
        return
    passed = reminding.passed_marks(now=now)
    reminding.note_reminded(passed)
    link = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_home')}"
    counted, at_risk = dict(reminding.digests(passed)), late_for(now=now)
    for person in sorted({*counted, *at_risk}, key=lambda person: person.pk):
        counts = counted.get(person, {})
        said = {
            "link": link,
            "soon": counts.get(reminding.THREE_QUARTERS, 0),
            "late": counts.get(reminding.ALL, 0),
            "very_late": counts.get(reminding.HALF_AGAIN, 0),
            "at_risk": at_risk.get(person, 0),
        }
        queue_letter(
            dedupe_key=f"reminder-{today}-{person.pk}",
            to=person.email,
            subject="Comments that wait to be read",
            body=render_to_string("emails/moderation/reminder.txt", said),
            now=now,
        )
