"""What the domain refuses, as sentences beside a field."""

from events.domain.booking import NotEnoughPlaces, TooManyPlaces


def sentence_for(refusal):
    """(the field, a sentence that says what to do)."""
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


def places(number):
    return "1 place" if number == 1 else f"{number} places"
