"""Several officers press at the same moment: real threads, on whichever database runs."""

import pytest
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.responses.models import Response
from events.models import EventTable
from integration.notes import hand_over
from tests.events.domain.test_booking_crowd import at_once
from tests.factories.consultations import make_published_draft
from tests.factories.tables import make_event_about, make_table


@pytest.mark.django_db(transaction=True)
def test_notes_handed_over_five_times_at_once_are_handed_over_once(officer):
    draft = make_published_draft()
    session = make_event_about(draft.consultation)
    for name in ("Table 1", "Table 2"):
        make_table(session, by=officer, name=name)
    handed = []

    def press(number):
        handed.append(len(hand_over(session_pk=session.pk, by=officer, now=timezone.now())))

    assert at_once(press, list(range(5))) == []

    assert sorted(handed) == [0, 0, 0, 0, 2]
    assert Response.objects.count() == 2
    references = set(EventTable.objects.values_list("reference", flat=True))
    assert references == set(Response.objects.values_list("reference", flat=True))
    assert reconcile(draft.consultation).adds_up
