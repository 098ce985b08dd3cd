import datetime as dt

from consultations.outcomes.models import OutcomePage
from tests.factories.consultations import DAY, make_consultation


def make_closed_consultation(**fields):
    now = dt.datetime.now(dt.UTC)
    return make_consultation(
        opens_at=now - 60 * DAY, closes_at=now - 30 * DAY, publication_mode="after_close", **fields
    )


def make_outcome(consultation=None, **fields):
    fields = {
        "title": "We asked, you said, we did",
        "slug": "outcome",
        "asked": "<p>What should grants achieve?</p>",
        "said": "<p>Longer agreements matter most.</p>",
        "did": "<p>Agreements now last three years.</p>",
        "decision_maker": "Cabinet",
        "decided_on": dt.date.today(),
        **fields,
    }
    consultation = consultation or make_closed_consultation()
    outcome = consultation.add_child(instance=OutcomePage(**fields))
    outcome.save_revision()
    return outcome
