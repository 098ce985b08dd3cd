"""What an author is told about the analysis of what they said."""

from consultations.responses.domain.trail import Knot


def knots_of(response, comments, now):
    if response.withdrawn_at:
        return []
    signed = response.consultation.analysis_signed_off_at
    if signed:
        text = "Your response is in its figures."
        return [Knot("reported", "done", "The Board reported what was said", text, at=signed)]
    text = "It is in every figure already. What people said is then put together by theme."
    closes_at = response.consultation.closes_at
    when = "As responses arrive" if closes_at is None else "After it closes"
    return [Knot("reported", "promised", "The Board reports what was said", text, when=when)]
