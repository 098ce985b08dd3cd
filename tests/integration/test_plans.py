"""An engagement plan becomes a consultation and its events."""

import datetime as dt

import pytest

from consultations.enums import Scale
from consultations.models import ConsultationPage
from events.models import EventPage
from records.models import LogEntry
from tests.factories.consultations import make_consultation
from tests.factories.events import make_event_index
from tests.factories.toolkit import make_method, make_toolkit_index
from toolkit.domain.planning import Brief, part_of
from toolkit.domain.plans import save_plan

NOW = dt.datetime(2026, 6, 10, 11, 0, tzinfo=dt.UTC)


@pytest.fixture
def address(home):
    """The address of a saved plan, on a site with lists of consultations and of events."""
    index = make_toolkit_index(home)
    draft = make_method(index, title="Comments", weeks_to_run=12, set_up_as="draft")
    drop_in = make_method(index, title="Drop-in", slug="drop-in-session", set_up_as="event")
    home.refresh_from_db()
    make_consultation(slug="other", title="Another")
    home.refresh_from_db()
    make_event_index(home)
    _, code = save_plan(
        brief=Brief(
            title="Grants",
            aim="What <they> should achieve",
            level=3,
            decision_on=dt.date(2027, 7, 15),
            begins_on=NOW.date(),
            parts=(part_of(draft), part_of(drop_in)),
        ),
        at=NOW,
    )
    return f"/toolkit/plans/{code}/"


def test_an_officer_sets_a_plan_up_and_nothing_is_public(address, officer, signed_in, resident):
    client = signed_in(officer)
    assert f"{address}set-up/" in client.get(address).content.decode()

    response = client.post(f"{address}set-up/")

    made = ConsultationPage.objects.get(slug="grants")
    assert response["Location"] == f"/admin/pages/{made.pk}/edit/"
    assert client.get(response["Location"]).status_code == 200
    assert (made.live, made.level, made.scale) == (False, 3, Scale.CONSULTATION)
    assert made.introduction == "<p>What &lt;they&gt; should achieve</p>"
    assert made.decision_on == dt.date(2027, 7, 15)
    assert made.reply_by == dt.date(2027, 7, 29)
    assert made.closes_at == dt.datetime(2027, 6, 2, 22, 59, tzinfo=dt.UTC)
    assert (made.closes_at - made.opens_at).days >= 12 * 7
    event = EventPage.objects.get()
    assert (event.live, event.title, event.kind) == (False, "Drop-in: Grants", "drop-in")
    assert made.opens_at < event.starts_at < made.closes_at
    assert event.consultation_id == made.pk
    assert resident.get(f"/consultations/{made.slug}/").status_code == 404


def test_the_second_time_leads_to_the_same_consultation(address, officer, signed_in):
    client = signed_in(officer)

    first = client.post(f"{address}set-up/")
    second = client.post(f"{address}set-up/")

    assert first["Location"] == second["Location"]
    assert ConsultationPage.objects.filter(title="Grants").count() == 1
    assert EventPage.objects.count() == 1
    assert LogEntry.objects.filter(action="plan.set_up").count() == 1


def test_nobody_but_officers_sets_a_plan_up(address, signed_in, resident, stranger, events_editor):
    for client in (resident, signed_in(stranger), signed_in(events_editor)):
        assert "set-up/" not in client.get(address).content.decode()
        assert client.post(f"{address}set-up/").status_code == 403
    assert not ConsultationPage.objects.filter(title="Grants").exists()


def test_only_a_post_sets_up_and_only_a_plan_that_exists(address, officer, signed_in):
    client = signed_in(officer)

    assert client.get(f"{address}set-up/").status_code == 405
    assert client.post("/toolkit/plans/aaaaaaaaaaaaaaaa/set-up/").status_code == 404
