"""The knots that the response itself ties: received, withdrawn, and what changed in the text."""

from consultations.responses.domain.trail import Knot

LATE = "It was begun in time and came after closing, so it is marked as late. It counts."


def knots_of(response, comments, now):
    received = Knot(
        "received",
        "done",
        "We have your response",
        LATE if response.is_late else "It counts from this moment.",
        at=response.received_at,
    )
    if response.withdrawn_at is None:
        return [received]
    withdrawn = Knot(
        "withdrawn",
        "done",
        "You took it back",
        "It is counted nowhere and shown nowhere any more.",
        at=response.withdrawn_at,
    )
    return [received, withdrawn]
