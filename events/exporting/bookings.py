"""Bookings as rows of text. What people need is in them only where somebody asked for it."""

from events.wording import when_in_words

HEADINGS = ["Reference", "Standing", "Name", "Organisation", "E-mail", "Telephone", "Places"]
HEADINGS += ["Who comes along", "Booked", "Came", "Session"]
NEEDS = ["To take part", "Food"]


def headings(labels, *, with_needs=False):
    return [*HEADINGS, *labels, *(NEEDS if with_needs else [])]


def rows(bookings, labels, *, with_needs=False):
    """A row for each booking; `labels` are the editor's own questions, each a column."""
    for booking in bookings:
        answers = {answer.label: answer.value for answer in booking.answers.all()}
        row = [
            booking.reference,
            booking.get_status_display(),
            booking.name,
            booking.organisation.name if booking.organisation else "",
            booking.email,
            booking.phone,
            booking.places,
            booking.others,
            f"{booking.made_at:%Y-%m-%d}",
            "" if booking.attended is None else booking.attended,
            when_in_words(booking.session),
            *(answers.get(label, "") for label in labels),
        ]
        if with_needs:
            needs = getattr(booking, "needs", None)
            row += [needs.access, needs.diet] if needs else ["", ""]
        yield row
