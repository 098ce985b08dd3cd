import pytest
from django.urls import reverse

from consultations.drafts.domain.checking.report import report_on
from consultations.drafts.importing import Kind, Outline, Passage, Section
from consultations.drafts.importing.publish import make_draft
from consultations.drafts.models import DismissedFinding
from tests.factories.consultations import make_consultation, make_questionnaire

pytestmark = pytest.mark.django_db
TEXT = "The <b>PCT</b> pays. What would you change?"


def make_checked(texts=(TEXT,), **fields):
    make_questionnaire()
    passages = tuple(Passage(Kind.PARAGRAPH, text) for text in texts)
    outline = Outline("Draft strategy", (Section("Our plan", passages),))
    return make_draft(outline, consultation=make_consultation(**fields))


def address(draft):
    return reverse("draft_check", args=[draft.pk])


def test_the_report_says_what_to_mend_and_where(signed_in, officer):
    draft = make_checked(live=False, contact_email="")
    section = draft.sections().get()

    html = signed_in(officer).get(address(draft)).content.decode()

    assert "“PCT” is used once and never written out." in html
    assert "&lt;b&gt;PCT&lt;/b&gt;" in html
    block = section.get_latest_revision_as_object().body[0].id
    assert f'href="/admin/pages/{section.pk}/edit/#block-{block}-section"' in html
    assert "Nobody is named whom people can ask" in html


def test_a_published_draft_can_be_read_and_its_findings_stay_as_they_are(signed_in, officer):
    draft = make_checked()
    draft.get_latest_revision().publish()
    draft.refresh_from_db()
    client = signed_in(officer)
    [finding] = [one for one in report_on(draft).findings if one.about == "PCT"]

    html = client.get(address(draft)).content.decode()
    answer = client.post(address(draft) + "no-problem/", {"finding": finding.fingerprint})

    assert "“PCT” is used once and never written out." in html
    assert "No problem here<" not in html
    assert f"/admin/pages/{draft.sections().get().pk}/view_draft/#p1-1" in html
    assert not DismissedFinding.objects.exists()
    assert answer.status_code == 302


def test_a_finding_is_dismissed_and_taken_back(signed_in, officer):
    draft = make_checked()
    client = signed_in(officer)
    [finding] = [one for one in report_on(draft).findings if one.about == "PCT"]
    posted = {"finding": finding.fingerprint}

    html = client.post(address(draft) + "no-problem/", posted, follow=True).content.decode()
    assert "looked at it at" in html
    assert DismissedFinding.objects.get().by == officer

    html = client.post(address(draft) + "look-again/", posted, follow=True).content.decode()
    assert "It is back in the list." in html
    assert not DismissedFinding.objects.exists()


def test_a_finding_that_is_gone_is_said_to_be_gone(signed_in, officer):
    draft = make_checked()

    answer = signed_in(officer).post(
        address(draft) + "no-problem/", {"finding": "0" * 64}, follow=True
    )

    assert "The draft has changed since" in answer.content.decode()


def test_somebody_without_the_page_gets_no_report(signed_in, board_member, stranger, resident):
    draft = make_checked()

    for client in (signed_in(board_member), signed_in(stranger), resident):
        assert client.get(address(draft)).status_code == 302
        assert client.post(address(draft) + "no-problem/", {}).status_code == 302


def test_the_editor_of_a_draft_shows_the_number_and_of_a_section_its_findings(signed_in, officer):
    draft = make_checked(live=False, contact_email="", rejected_options="")
    section = draft.sections().get()
    client = signed_in(officer)

    of_draft = client.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
    of_section = client.get(f"/admin/pages/{section.pk}/edit/").content.decode()

    assert "4 things to look at" in " ".join(of_draft.split())
    assert "Short forms: 1" in of_draft
    assert "1 thing to look at in this section" in " ".join(of_section.split())
    assert "“PCT” is used once and never written out." in of_section
    for html in (of_draft, of_section):
        assert address(draft) in html


def test_a_new_draft_has_nothing_to_check_yet(signed_in, officer):
    consultation = make_consultation()

    html = signed_in(officer).get(f"/admin/pages/add/drafts/draftpage/{consultation.pk}/").content

    assert b"Save it once, and what is worth mending is listed here." in html


def test_a_long_draft_takes_as_many_queries_as_a_short_one(
    signed_in, officer, django_assert_max_num_queries
):
    client = signed_in(officer)
    counts = []
    for count in (1, 3):
        draft = make_checked([f"The PC{'TXY'[number]} pays." for number in range(count)])
        client.get(address(draft))
        with django_assert_max_num_queries(45) as queries:
            client.get(address(draft))
        counts.append(len(queries))

    assert counts[0] == counts[1]
