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
    NOT_A_RESPONSE = "not_a_response", "Not a response"


# Statuses in which somebody on the Board still has to do something.
OPEN_STATUSES = (ReviewStatus.WAITING, ReviewStatus.HOLD_PROPOSED)
# Statuses that are the author's doing.
AUTHORS_STATUSES = (
    ReviewStatus.NOT_FOR_PUBLICATION,
    ReviewStatus.WITHDRAWN,
    ReviewStatus.REPLACED,
)
# Statuses in which a review is over for good: nobody on the Board reads or decides on these.
CLOSED_STATUSES = (*AUTHORS_STATUSES, ReviewStatus.NOT_A_RESPONSE)


class DecisionKind(models.TextChoices):
    PUBLISH = "publish", "Publish"
    PUBLISH_HIDDEN = "publish_hidden", "Publish with hidden words"
    HOLD = "hold", "Hold"
    DECLINE_HOLD = "decline_hold", "Do not hold"
    REOPEN = "reopen", "Look again"
    NOT_A_RESPONSE = "not_a_response", "Not a response"
    HIDE_NAME = "hide_name", "Hide the name"
    SHOW_NAME = "show_name", "Show the name again"


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


class NotResponseReason(models.TextChoices):
    """Why something sent is no response at all. Nothing else leaves the count."""

    ADVERTISING = "NR1", "Advertising, or sent by a machine"
    SENT_TWICE = "NR2", "A test, or the same thing sent twice"


# Decisions that keep something from the public page and so need a reason.
LIMITS = (
    DecisionKind.PUBLISH_HIDDEN,
    DecisionKind.HOLD,
    DecisionKind.NOT_A_RESPONSE,
    DecisionKind.HIDE_NAME,
)
# Decisions that take effect when a second person agrees.
OF_TWO_PEOPLE = (DecisionKind.HOLD, DecisionKind.NOT_A_RESPONSE)


class AppealOutcome(models.TextChoices):
    UPHELD = "upheld", "The decision stands"
    CHANGED = "changed", "Decided anew"
    OVERTURNED = "overturned", "Shown as it was sent"


class ReportKind(models.TextChoices):
    REPORT = "report", "Something is wrong with it"
    LEGAL = "legal", "A legal notice"


class ReportOutcome(models.TextChoices):
    STAYS = "stays", "It stays as it is"
    LOOKED_AT_AGAIN = "again", "It was taken down to be read again"


class SafetyOutcome(models.TextChoices):
    """What came of reading a comment that is not to be shown, in which somebody may be at risk."""

    SEEN = "seen", "Seen: I keep an eye on it"
    PASSED_ON = "passed_on", "Passed on to somebody who can help"
    NOTHING = "nothing", "Nothing is needed"


class FlagKind(models.TextChoices):
    """What the screening finds; the same values as `domain.screening.Kind`."""

    EMAIL = "email", "E-mail address"
    PHONE = "phone", "Telephone number"
    POSTCODE = "postcode", "Postcode"
    ADDRESS = "address", "House and street"
    NHS = "nhs", "NHS number"
    NI = "ni", "National Insurance number"
    CHILD = "child", "A child who may be known"
    THREAT = "threat", "Possible threat"
    SAFEGUARDING = "safeguarding", "Somebody may be at risk"
    PROFANITY = "profanity", "Strong language"
    LINK = "link", "Link"
    SPAM = "spam", "Reads like advertising"
    LANGUAGE = "language", "Another language"
    BOARD = "board", "About the Board"


class Concern(models.TextChoices):
    """Kinds of flags as people talk about them: what a route or a filter asks for."""

    SAFEGUARDING = "safeguarding", "Somebody may be at risk, or is threatened"
    PERSONAL = "personal", "Personal details"
    STRONG = "strong", "Strong language"
    ADVERTISING = "advertising", "Links and advertising"
    LANGUAGE = "language", "Another language"
    BOARD = "board", "About the Board or its decisions"


KINDS_OF = {
    Concern.SAFEGUARDING: {FlagKind.SAFEGUARDING, FlagKind.THREAT},
    Concern.PERSONAL: {
        FlagKind.EMAIL,
        FlagKind.PHONE,
        FlagKind.POSTCODE,
        FlagKind.ADDRESS,
        FlagKind.NHS,
        FlagKind.NI,
        FlagKind.CHILD,
    },
    Concern.STRONG: {FlagKind.PROFANITY},
    Concern.ADVERTISING: {FlagKind.LINK, FlagKind.SPAM},
    Concern.LANGUAGE: {FlagKind.LANGUAGE},
    Concern.BOARD: {FlagKind.BOARD},
}
# Hidden on screen until somebody asks to see it.
DISTRESSING = {FlagKind.THREAT, FlagKind.SAFEGUARDING, FlagKind.PROFANITY}


class BulkState(models.TextChoices):
    RUNNING = "running", "Being done"
    DONE = "done", "Done"
    FAILED = "failed", "Not finished"
