from django.db import models


class ReviewStatus(models.TextChoices):
    """Where one comment stands on its way to the public page. It never says what is counted."""

    WAITING = "waiting", "Waiting to be read"
    HOLD_PROPOSED = "hold_proposed", "Waiting for a second person"
    PUBLISHED = "published", "Published"
    HELD = "held", "Held"
    NOT_FOR_PUBLICATION = "not_for_publication", "Not to be shown, at its author’s wish"
    WITHDRAWN = "withdrawn", "Withdrawn by its author"
    REPLACED = "replaced", "Replaced by its author"


# Statuses in which somebody on the Board still has to do something.
OPEN_STATUSES = (ReviewStatus.WAITING, ReviewStatus.HOLD_PROPOSED)
# Statuses that are the author's doing: nobody on the Board reads or decides on these.
AUTHORS_STATUSES = (
    ReviewStatus.NOT_FOR_PUBLICATION,
    ReviewStatus.WITHDRAWN,
    ReviewStatus.REPLACED,
)


class DecisionKind(models.TextChoices):
    PUBLISH = "publish", "Publish"
    HOLD = "hold", "Hold"
    DECLINE_HOLD = "decline_hold", "Do not hold"
    REOPEN = "reopen", "Look again"


class Reason(models.TextChoices):
    """Why a comment may be held. Being negative, off topic or one of many is never a reason."""

    PERSONAL_OWN = "PD1", "The author’s own contact details"
    PERSONAL_OTHER = "PD2", "Somebody else’s personal details"
    SENSITIVE = "PD3", "Health or other sensitive details that could identify someone"
    IDENTIFIABLE = "ID1", "Too identifiable in a small community"
    STAFF = "ST1", "A junior member of staff or a volunteer is named"
    DEFAMATORY = "DF1", "May be legally defamatory"
    LEGAL = "LG1", "A court case, investigation or election is running"
    HATEFUL = "HT1", "Hateful or discriminatory language"
    THREAT = "TH1", "A threat or incitement"
    ABUSE = "AB1", "Abusive language at a person"
    OBSCENE = "OB1", "Obscene language"
    SAFEGUARDING = "SG1", "Someone may be at risk"
    CONFIDENTIAL = "CF1", "Marked as confidential by the author"
    COPYRIGHT = "CP1", "Somebody else’s copyright text"
    IMPERSONATION = "IM1", "The organisation’s identity is not confirmed"


# What most holds are for; the rest stand under "more reasons".
FIRST_REASONS = (
    Reason.PERSONAL_OWN,
    Reason.PERSONAL_OTHER,
    Reason.HATEFUL,
    Reason.ABUSE,
    Reason.DEFAMATORY,
    Reason.SAFEGUARDING,
)
