from records.domain.log import record


def note_printed(*, reviews, by, at):
    """Put on record that these comments were taken away on paper, and by whom."""
    record(
        action="comment.printed",
        subjects=[f"comment:{review.comment_id}" for review in reviews],
        at=at,
        by=by,
    )
