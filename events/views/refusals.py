"""What the domain refuses, as sentences beside a field."""

from events.domain.booking import CannotBook, NotEnoughPlaces, TooManyPlaces
from events.domain.booking_dates import DatesFull, OnDate
from events.domain.booking_quotas import QuotaTaken
from events.enums import Quota
from events.wording import when_in_words

REFUSALS = (CannotBook, NotEnoughPlaces, TooManyPlaces, QuotaTaken, DatesFull, OnDate)


def sentence_for(refusal):
    """(the field, a sentence that says what to do)."""
    if isinstance(refusal, DatesFull):
        return "session", _full(refusal.sessions)
    if isinstance(refusal, OnDate):
        name, sentence = sentence_for(refusal.refusal)
        return name, f"{_day(refusal.session)}: {sentence}"
    if isinstance(refusal, QuotaTaken):
        return "places", (
            f"{places(refusal.most).capitalize()} at most can be had by "
            f"{Quota(refusal.quota).label}, and {refusal.left or 'none'} of them can be had now."
        )
    if isinstance(refusal, NotEnoughPlaces):
        if not refusal.left:
            return None, "There is no place left any more. Nothing you typed is lost."
        return (
            "places",
            f"Only {places(refusal.left)} can be had now. Write {refusal.left} or less.",
        )
    if isinstance(refusal, TooManyPlaces):
        if refusal.already:
            rest = max(0, refusal.most - refusal.already)
            return "places", (
                f"An organisation can have {places(refusal.most)} at most, and yours has "
                f"{refusal.already} already: {rest or 'none'} can be added."
            )
        return "places", f"{places(refusal.most).capitalize()} at most can be booked at once."
    return None, "This can no longer be booked. Nothing you typed is lost."


def _full(sessions):
    days = "; ".join(_day(session) for session in sessions)
    return (
        f"There is not enough room on every date. Full: {days}. Choose one date at a time; what is "
        "full may have a waiting list."
    )


def _day(session):
    words = when_in_words(session)
    return words[:1].upper() + words[1:]


def places(number):
    return "1 place" if number == 1 else f"{number} places"
