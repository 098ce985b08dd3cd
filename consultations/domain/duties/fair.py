"""The duties that a consultation's own fields can carry, each with the source of its rule.

Guidance, not legal advice. “Gunning” are the four principles of R v Brent LBC ex parte Gunning
(1985), endorsed in R (Moseley) v Haringey LBC [2014] UKSC 56.
"""

from django.utils import timezone
from django.utils.html import strip_tags

from consultations.domain.duties.handling import HANDLING
from consultations.domain.duties.registry import (
    EVERY_SCALE,
    FORMAL,
    NONE,
    Duty,
    met,
    missing,
    register,
)
from consultations.domain.lengths import length_of, listed
from consultations.domain.promises import LONGEST_WAIT, last_day_of, reply_promise
from consultations.enums import Scale
from consultations.models import SHORTEST_REASON, Election

TWELVE_WEEKS = 84
FOUR_WEEKS = 28


def _says_who_decides(consultation, now):
    if consultation.decision_maker_id is None:
        return missing("Say who decides in the end, such as the Cabinet.", "decision_maker")
    if not consultation.decision_on:
        return missing("Give the date on which the decision is taken.", "decision_on")
    return met("It says who decides, and when.")


def _decides_after_closing(consultation, now):
    closes_at, day = consultation.closes_at, consultation.decision_on
    if closes_at and day and day <= last_day_of(closes_at):
        return missing(
            "The decision is dated before people have finished answering. Choose a later day.",
            "decision_on",
        )
    return met("The decision comes after closing.")


def _says_what_is_open(consultation, now):
    if not consultation.open_points:
        return missing("Name at least one thing that can still change.", "open_to_change")
    return met("It says what can still change, what is fixed and what is already decided.")


def _says_why(consultation, now):
    if not strip_tags(consultation.why_proposed).strip():
        return missing("Say why you propose this.", "why_proposed")
    return met("It says why it is proposed.")


def _names_other_options(consultation, now):
    points = consultation.rejected_points
    if not points:
        return missing(
            "Name at least one option that was rejected, with the reason, or write “None, "
            "because” and why there was no other.",
            "rejected_options",
        )
    if points[0].lower().startswith("none") and "because" not in points[0].lower():
        return missing("Say why there was no other option: “None, because …”.", "rejected_options")
    return met("It names the options that were rejected, and why.")


def gives_its_reason(consultation):
    """Whether the page itself says why it is open for less than twelve weeks, where it should."""
    length = length_of(consultation)
    return (
        consultation.compact_applies
        and length is not None
        and FOUR_WEEKS <= length.days < TWELVE_WEEKS
        and len(consultation.short_because.strip()) >= SHORTEST_REASON
    )


def _takes_twelve_weeks(consultation, now):
    length = length_of(consultation)
    if length is None:
        return met("It never closes.")
    if not consultation.compact_applies:
        return met(f"The Compact does not apply. It is open for {length}.")
    if length.days < FOUR_WEEKS:
        return met("It is shorter than four weeks, which needs more than this: see below.")
    if length.days >= TWELVE_WEEKS:
        return met(f"It is open for {length}.")
    if gives_its_reason(consultation):
        return met(f"It is open for {length}, and says why.")
    return missing(
        f"It is open for {length}. Twelve weeks are the rule: close later, or say why it is "
        "shorter.",
        "short_because",
        measure=length.days,
    )


def _takes_four_weeks(consultation, now):
    length = length_of(consultation)
    if length is None or length.days >= FOUR_WEEKS:
        return met("It is open for four weeks or more.")
    return missing(
        f"It is open for {length}. Less than four weeks needs a reason on record and a second "
        "person who agrees.",
        "closes_at",
        measure=length.days,
    )


def _leaves_time_for_holidays(consultation, now):
    length = length_of(consultation)
    if length is None or not length.days_to_add:
        return met("No holiday time falls into it.")
    names = listed(list(dict.fromkeys(season.name for season in length.seasons if season.share)))
    days = length.days_to_add
    return missing(
        f"It takes in {names}. Consider closing {days} working day{'s'[: days > 1]} later.",
        "closes_at",
    )


def _is_screened(consultation, now):
    if not consultation.equality_screened_on:
        return missing("Give the day of the equality screening.", "equality_screened_on")
    if not consultation.equality_screened_by:
        return missing("Say who did the equality screening.", "equality_screened_by")
    if not (
        consultation.equality_summary
        or consultation.equality_link
        or consultation.equality_document_id
    ):
        return missing(
            "Say what the equality screening found, or give its address or document.",
            "equality_summary",
        )
    return met("It has been screened for equality.")


def _can_be_reached(consultation, now):
    if not consultation.contact_email and not consultation.contact_phone:
        return missing("Give an e-mail address or a telephone number.", "contact_email")
    if not strip_tags(consultation.other_ways).strip():
        return missing(
            "Say how people can take part without this site: by post, by telephone, in person, "
            "in large print or another language.",
            "other_ways",
        )
    return met("It names a contact and other ways to take part.")


def _keeps_clear_of_elections(consultation, now):
    if not consultation.opens_at:
        return met()
    for election in Election.objects.around(timezone.localdate(consultation.opens_at)):
        return missing(
            f"It opens in the quiet time before “{election}”. Open it afterwards, or record what "
            "the Monitoring Officer advised.",
            "opens_at",
        )
    return met("It does not open just before an election.")


def _promises_a_reply(consultation, now):
    if consultation.closes_at is None:
        return met("It never closes.")
    if not consultation.reply_by:
        return missing("Say by which day people will hear back.", "reply_by")
    if consultation.reply_by > last_day_of(consultation.closes_at) + LONGEST_WAIT:
        return missing(
            "People would hear back more than twelve weeks after closing. Promise an earlier "
            "day, or give the reason.",
            "reply_by",
        )
    return met("People will hear back within twelve weeks of closing.")


def _replies_in_time(consultation, now):
    promise = reply_promise(consultation, now=now)
    if promise is None or not promise.is_broken:
        return met("No reply is late.")
    if promise.kept_on:
        return missing("People heard back later than promised. Say why in public.")
    return missing("People should have heard back by now. Say in public why they have not.")


FAIR = (
    Duty(
        "decision_maker",
        "Who decides, and when",
        "Gunning 1: consult while proposals are formative.",
        _says_who_decides,
        "It does not say who decides and when",
    ),
    Duty(
        "decision_after",
        "The decision comes after closing",
        "Gunning 4; R (Silus) v Hounslow: decided before every response was in.",
        _decides_after_closing,
    ),
    Duty(
        "open_points",
        "What can still change",
        "Gunning 1.",
        _says_what_is_open,
        "It does not say what can still change",
        EVERY_SCALE,
    ),
    Duty(
        "reasons",
        "Why it is proposed",
        "Gunning 2: enough reasons for an intelligent response.",
        _says_why,
        "It does not say why it is proposed",
    ),
    Duty(
        "options",
        "Options rejected, and why",
        "Moseley: realistic alternatives and why they were rejected.",
        _names_other_options,
        "It does not name the options that were rejected",
    ),
    Duty(
        "twelve_weeks",
        "Twelve weeks where the Compact applies",
        "Gunning 3: adequate time; the Compact's twelve weeks, or a reason.",
        _takes_twelve_weeks,
        "Shorter than 12 weeks",
    ),
    Duty(
        "four_weeks",
        "Four weeks at the least",
        "Gunning 3; seven days were found too short in Silus.",
        _takes_four_weeks,
        "Shorter than four weeks",
        needs_second=True,
    ),
    Duty(
        "holidays",
        "Time for holidays and festivals",
        "Practice under the Compact.",
        _leaves_time_for_holidays,
        blocks=NONE,
    ),
    Duty(
        "equality",
        "Equality screening",
        "Equality Act 2010, section 149: due regard before, not after.",
        _is_screened,
        "No equality screening is on record",
    ),
    Duty(
        "contact",
        "A contact and other ways to take part",
        "Equality Act 2010: adjustments; accessible formats.",
        _can_be_reached,
        "There is no other way to take part",
        EVERY_SCALE,
    ),
    Duty(
        "election",
        "Clear of elections",
        "Local Government Act 1986, section 2. A statutory one goes ahead; a conversation may.",
        _keeps_clear_of_elections,
        "Opened before an election",
        frozenset({Scale.CONSULTATION}),
    ),
    Duty(
        "reply_date",
        "A reply within twelve weeks of closing",
        "Government Consultation Principles 2018.",
        _promises_a_reply,
        "People may hear back later than twelve weeks after closing",
        FORMAL,
    ),
    Duty(
        "reply_late",
        "The reply comes in time",
        "Government Consultation Principles 2018.",
        _replies_in_time,
        "The reply is late",
        NONE,
    ),
)


def register_all():
    register(*FAIR, *HANDLING)
