"""What every public form does when it cannot be taken, and the words of the forms of this stage."""

from pages.giving_back import KEY, gives_back, received_at

__all__ = ["gives_back", "received_at", "words_typed"]


def words_typed(request):
    """What was written in boxes of a form, without the keys of what was only picked."""
    return [
        value
        for name, value in request.POST.items()
        if name.startswith("q_") and value and not KEY.fullmatch(value)
    ]
