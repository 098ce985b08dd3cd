"""The screens of an event's tables: an editor writes, an officer hands over, others see nothing."""

import pytest

from consultations.responses.models import Response
from events.models import EventTable
from tests.factories.bookings import HOUR
from tests.factories.tables import make_event_about, make_table


@pytest.fixture
def session(usual_draft):
    return make_event_about(usual_draft.consultation)


def address(session, end=""):
    return f"/admin/sessions/{session.pk}/tables/{end}"


def typed(*notes, **fields):
    """A filled form; each note is (page id, what most thought)."""
    form = {
        "key": "k" * 40,
        "name": "Table 1",
        "headcount": "8",
        "note-TOTAL_FORMS": len(notes),
        "note-INITIAL_FORMS": "0",
    }
    for number, (about, most) in enumerate(notes):
        form |= {f"note-{number}-about": about, f"note-{number}-most": most}
    return form | fields


def test_an_editor_writes_tables_down_and_an_officer_hands_them_over(
    usual_draft, session, events_editor, officer, signed_in
):
    editor, other = signed_in(events_editor), signed_in(officer)
    section = usual_draft.sections().first()
    assert (
        address(session) in editor.get(f"/admin/sessions/{session.pk}/register/").content.decode()
    )
    assert section.title in editor.get(address(session, "add/")).content.decode()

    wrong = editor.post(address(session, "add/"), typed(("", "ZZWORDS"), name="", headcount="no"))
    assert wrong.status_code == 422
    for text in ("Give the table a name", "Write a whole number", "ZZWORDS"):
        assert text in wrong.content.decode()
    for _ in range(2):
        editor.post(address(session, "add/"), typed((section.pk, "Longer."), ("", "")))
    table = EventTable.objects.get()
    assert [(note.about_id, note.most) for note in table.notes.all()] == [(section.pk, "Longer.")]
    page = editor.get(address(session)).content.decode()
    assert "An engagement officer of" in page
    assert editor.post(address(session, "hand-over/")).status_code in (302, 403)
    assert not Response.objects.exists()

    channels = f"/admin/channels/{usual_draft.consultation.pk}/"
    assert address(session) in other.get(channels).content.decode()
    assert "Hand over 1 table" in other.get(address(session)).content.decode()
    edit = f"/admin/pages/{session.event_id}/edit/"
    assert edit in editor.get(address(session)).content.decode()
    assert edit not in other.get(address(session)).content.decode()
    assert other.get(address(session, "add/")).status_code in (302, 403)
    for _ in range(2):
        after = other.post(address(session, "hand-over/"), follow=True).content.decode()

    response = Response.objects.get()
    assert f"/admin/channels/entry/{response.entry.pk}/" in after
    assert "has been handed over before" in after
    assert response.reference in editor.get(address(session)).content.decode()
    refused = editor.post(f"/admin/tables/{table.pk}/", typed(("", "Changed"), version="1"))
    assert refused.url == address(session)
    assert editor.post(f"/admin/tables/{table.pk}/remove/").url == address(session)
    assert table.notes.get().most == "Longer."


def test_two_editors_do_not_overwrite_one_another(session, events_editor, signed_in):
    table = make_table(session, by=events_editor)
    editor, url = signed_in(events_editor), f"/admin/tables/{table.pk}/"
    assert 'name="version" value="1"' in editor.get(url).content.decode()

    editor.post(url, typed(("", "The first"), version="1"))
    second = editor.post(url, typed(("", "The second"), version="1"))

    assert second.status_code == 409
    text = second.content.decode()
    for words in ("has changed this table meanwhile", "The first", "The second"):
        assert words in text
    editor.post(url, typed(("", "Both"), version="2"))
    assert table.notes.get().most == "Both"
    assert "Remove “Table 1”?" in editor.get(f"{url}remove/").content.decode()
    editor.post(f"{url}remove/")
    assert not EventTable.objects.exists()


def test_why_nothing_can_be_handed_over_is_said(usual_draft, administrator, signed_in):
    ahead = make_event_about(usual_draft.consultation, ended=-HOUR)
    make_table(ahead, by=administrator)
    client = signed_in(administrator)

    assert "The session is not over yet." in client.get(address(ahead)).content.decode()
    refused = client.post(address(ahead, "hand-over/"))

    assert refused.status_code == 409
    assert "The session is not over yet." in refused.content.decode()


def test_tables_are_nobody_else_s_business(session, board_member, stranger, resident, signed_in):
    table = make_table(session, by=board_member, name="ZZTABLE")
    clients = [signed_in(board_member), signed_in(stranger), resident]

    for client in clients:
        for url in (address(session), address(session, "add/"), f"/admin/tables/{table.pk}/"):
            answer = client.get(url)
            assert answer.status_code in (302, 403, 404)
            assert b"ZZTABLE" not in answer.content


def test_three_tables_take_as_many_queries_as_one(
    session, administrator, signed_in, django_assert_max_num_queries
):
    client, counts = signed_in(administrator), []
    for names in (["Table 1"], ["Table 2", "Table 3"]):
        for name in names:
            make_table(session, by=administrator, name=name)
        client.get(address(session))
        with django_assert_max_num_queries(100) as queries:
            client.get(address(session))
        counts.append(len(queries))

    assert counts[0] == counts[1]
