"""What an author is told about each of their comments: how it stands, and why.

Who decided, and what one member proposed before a second agreed, is nobody's business but the
Board's: until a hold takes effect, a comment is simply being read.
"""

from dataclasses import replace

from django.urls import reverse

from consultations.domain.stages import comments_are_public
from consultations.enums import PublicationMode
from consultations.moderation.domain.appealing import (
    in_force,
    last_day_of,
    may_appeal,
    newest_appeals,
)
from consultations.moderation.domain.reasons import MEANINGS, in_sentence
from consultations.moderation.domain.redacting import public_answers
from consultations.moderation.enums import (
    OPEN_STATUSES,
    AppealOutcome,
    DecisionKind,
    ReviewStatus,
)
from consultations.moderation.models import Review
from consultations.responses.domain.trail import Knot, Whereabouts
from consultations.wording import calendar_day

BEING_READ = Whereabouts("Waiting to be read", "The Board has not read it yet. It is counted.")
YOUR_WISH = Whereabouts("Not shown, as you asked", "It is read and counted.")
HELD = Whereabouts("Held", "It is not shown. It is counted all the same.")
SET_ASIDE = Whereabouts(
    "Not a response", "Two people agreed that this is no response, so it is not counted."
)
SAID_OF_APPEALS = {
    AppealOutcome.UPHELD: "Somebody else looked, and the decision stands:",
    AppealOutcome.CHANGED: "Somebody else looked, and it is decided anew:",
    AppealOutcome.OVERTURNED: "Somebody else looked, and the decision was wrong:",
}
WITH_SOMETHING_HIDDEN = {
    DecisionKind.PUBLISH_HIDDEN: "with words hidden",
    DecisionKind.HIDE_NAME: "without its name",
}
SHOWN_LATER = {
    PublicationMode.AFTER_CLOSE: "The Board has read it. It is shown once the consultation closes.",
    PublicationMode.NEVER: "The Board has read it. In this consultation no comment is shown.",
}


def whereabouts_of(response, comments, now):
    """How each comment stands, by its id, in as many queries for any number."""
    reviews = {review.comment_id: review for review in Review.objects.filter(comment__in=comments)}
    limits = in_force(comments) if any(r.decided_at for r in reviews.values()) else {}
    hiding = [pk for pk, limit in limits.items() if limit.kind == DecisionKind.PUBLISH_HIDDEN]
    public = public_answers(hiding) if hiding else {}
    appeals = newest_appeals(comments)
    is_public = comments_are_public(response.consultation, now=now)
    found = {}
    for comment in comments:
        if comment.pk not in reviews:
            continue
        standing = _standing(comment, reviews[comment.pk], is_public)
        if comment.pk in limits:
            limit = limits[comment.pk]
            standing = _with_limit(standing, comment, limit, public.get(comment.pk, ()), now)
        if comment.pk in appeals:
            words = _appeal_in_words(appeals[comment.pk])
            standing = replace(standing, text=f"{standing.text} {words}")
        found[comment.pk] = standing
    return found


def _standing(comment, review, is_public):
    if review.status == ReviewStatus.NOT_FOR_PUBLICATION:
        return YOUR_WISH
    if review.status == ReviewStatus.HELD:
        return HELD
    if review.status == ReviewStatus.NOT_A_RESPONSE:
        return SET_ASIDE
    if review.status != ReviewStatus.PUBLISHED:
        return BEING_READ
    if not is_public:
        return Whereabouts("Read", SHOWN_LATER[comment.consultation.publication_mode])
    return Whereabouts(
        "Shown", "The Board has read it, and everybody can.", is_shown=True, url=_url(comment)
    )


def _with_limit(standing, comment, limit, public, now):
    """The same with what is kept back, why, and what its author can do about it."""
    links = ()
    if may_appeal(limit, now=now):
        address = reverse("appeal", args=[comment.response.reference, comment.position])
        links = (
            (f"Ask somebody else to look again, by {calendar_day(last_day_of(limit))}", address),
        )
    text = f"{standing.text} {why_kept_back(limit)}"
    label = standing.label
    if limit.kind in WITH_SOMETHING_HIDDEN:
        label = f"{label}, {WITH_SOMETHING_HIDDEN[limit.kind]}"
    return replace(
        standing,
        label=label,
        text=text,
        links=links,
        public=tuple((answer["label"], answer["text"]) for answer in public if answer["text"]),
    )


def why_kept_back(limit):
    """What an author is told about a decision: what was done, the rule, and what is theirs."""
    meaning, reason = MEANINGS[limit.reason], in_sentence(limit.reason)
    if limit.kind == DecisionKind.HIDE_NAME:
        return f"We do not show the name with it. The reason: {reason}."
    if limit.kind == DecisionKind.PUBLISH_HIDDEN:
        return f"We hid some words. The reason: {reason}. {meaning.told}"
    return f"The reason: {reason}. {meaning.told}"


def _appeal_in_words(appeal):
    if not appeal.outcome:
        return (
            f"You asked us to look again. Somebody else answers by {calendar_day(appeal.due_on)}."
        )
    return f"You asked us to look again. {SAID_OF_APPEALS[appeal.outcome]} {appeal.answer}"


def _url(comment):
    page = comment.section or comment.draft
    if comment.passage:
        return f"{page.url}#{comment.passage.anchor}"
    return page.url if page else f"{comment.consultation.url}views/"


def knots_of(response, comments, now):
    """How far the Board has come with it: done when nothing of it waits any more."""
    if response.withdrawn_at:
        return []
    reviews = list(Review.objects.filter(comment__in=comments))
    waiting = sum(review.status in OPEN_STATUSES for review in reviews)
    decided = [review.decided_at for review in reviews if review.decided_at]
    if waiting:
        label = "The Board is reading it" if decided else "The Board reads it"
        return [Knot("checked", "now", label, _left(waiting, len(reviews)), when="Now")]
    if decided:
        return [Knot("checked", "done", "The Board has read it", at=max(decided))]
    text = "You asked us not to show it, so it waits in no queue. It is read and counted."
    return [Knot("checked", "done", "Kept off the public pages", text, at=response.received_at)]


def _left(waiting, of):
    if of == 1:
        return "Your comment waits to be read."
    if waiting == of:
        return f"All {of} of your comments wait to be read."
    return f"{waiting} of your {of} comments {'wait' if waiting > 1 else 'waits'} to be read."
