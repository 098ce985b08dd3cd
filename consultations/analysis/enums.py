"""What is tallied."""

RESPONSES = "responses"
COMMENTS = "comments"
SHOWN = "shown"


def stance_measure(stance):
    return f"stance:{stance}"
