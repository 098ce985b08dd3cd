"""The worked example, loaded once for all tests of this file, which leave it as it is."""

from collections import Counter
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth.password_validation import validate_password
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.drafts.domain.lineage import published_versions
from consultations.drafts.enums import LinkKind
from consultations.drafts.models import Erratum, PassageLink
from consultations.enums import Stage, StakeholderKind
from consultations.models import ConsultationPage
from consultations.moderation.domain.queue import waiting_for
from consultations.moderation.domain.safety import safety_readings_for
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import ModerationDecision, Review
from consultations.outcomes.enums import Part
from consultations.outcomes.models import OutcomePage
from consultations.responses.enums import Capacity
from consultations.responses.models import Comment, Response, ResponseDraft
from consultations.wording import day_in_words
from delivery.models import OutboxMessage
from demo.signins import CHAIR, FIRST_MEMBER, OFFICER, PASSWORD, SIGN_INS
from events.models import EventSession
from integration.notes import standing
from people.models import User

OURS = {
    *("pages", "people", "delivery", "records", "consultations", "events", "toolkit"),
    *("drafts", "responses", "moderation", "analysis", "outcomes"),
}


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker):
    """One transaction for the whole file, instead of one for each test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
    ContentType.objects.clear_cache()


@pytest.fixture(scope="module")
def demo(db):
    return run("load_demo")


def run(*command):
    output = StringIO()
    call_command(*command, stdout=output)
    return output.getvalue()


def rows(labels=None):
    """How many rows each table has; of these apps, or of all."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    return {
        model._meta.db_table: model.objects.count()
        for model in models
        if labels is None or model._meta.app_label in labels
    }


def test_every_consultation_adds_up(demo):
    faults = {page.slug: reconcile(page).faults for page in ConsultationPage.objects.all()}

    assert faults == {
        "thriving-vcs-strategy": [],
        "what-should-grants-achieve": [],
        "community-engagement-strategy": [],
        "what-your-members-are-seeing": [],
        "library-evenings": [],
        "neighbourhood-money": [],
    }


def test_stages_are_one_of_each_kind(demo):
    stages = {page.slug: page.stage for page in ConsultationPage.objects.all()}

    assert stages == {
        "thriving-vcs-strategy": Stage.OPEN,
        "what-should-grants-achieve": Stage.ANSWERED,
        "community-engagement-strategy": Stage.PLANNED,
        "what-your-members-are-seeing": Stage.OPEN,
        "library-evenings": Stage.OPEN,
        "neighbourhood-money": Stage.PLANNED,
    }


def test_figures_of_the_open_consultation_are_those_that_were_planned(demo):
    page = ConsultationPage.objects.get(slug="thriving-vcs-strategy")

    result = reconcile(page)
    counted = Response.objects.filter(consultation=page).counted()

    assert (result.received, result.counted, result.withdrawn) == (81, 80, 1)
    assert result.statuses == {
        "Held": 2,
        "Waiting for a second person": 2,
        "Not to be shown, at its author’s wish": 73,
        "Published": 148,
        "Waiting to be read": 31,
        "Withdrawn by its author": 2,
    }
    assert counted.filter(capacity=Capacity.MYSELF).count() == 59
    assert counted.filter(capacity=Capacity.GROUP).values("organisation").distinct().count() == 21


def test_a_private_comment_in_which_somebody_may_be_at_risk_waits_for_the_chair(demo):
    chair = User.objects.get(email=CHAIR)

    (reading,) = safety_readings_for(chair)

    assert reading.review.status == ReviewStatus.NOT_FOR_PUBLICATION


def test_unsent_baskets_are_kept_beside_the_responses(demo):
    received = Response.objects.count()

    assert ResponseDraft.objects.count() == 5
    assert received == 81 + 38 + 11 + 7 + 8 + 4, "four came another way"


def test_the_tables_of_an_event_on_the_strategy_wait_to_be_handed_over(demo):
    session = EventSession.objects.get(event__slug="designing-services-disabled-people-can-use")
    officer = User.objects.get(email=OFFICER)

    found = standing(session, user=officer, now=timezone.now())

    assert (found.hindrance, found.may) == (None, True)
    assert list(session.tables.values_list("headcount", "reference")) == [(7, ""), (9, ""), (6, "")]
    assert session.tables.filter(notes__about__isnull=False).count() == 2


def test_the_strategy_says_what_it_builds_on_and_rests_on(demo):
    page = ConsultationPage.objects.get(slug="thriving-vcs-strategy")
    grants, elsewhere = page.builds_on.all()

    text = Client().get(page.url).content.decode()
    section = Client().get(f"{page.url}draft/where-we-are-now/").content.decode()

    assert (grants.earlier.slug, len(grants.said_points)) == ("what-should-grants-achieve", 7)
    assert elsewhere.title in text
    assert 'href="/consultations/what-should-grants-achieve/outcome/"' in text
    for paper in page.evidence.all():
        assert f'id="{paper.html_id}"' in text
        assert f"{page.url}#{paper.html_id}" in section
        assert paper.document.file.size == paper.document.file_size


def test_what_is_only_in_the_forward_plan_is_no_page_yet(demo):
    page = ConsultationPage.objects.get(slug="neighbourhood-money")

    assert page.title in Client().get("/consultations/forward-plan/").content.decode()
    assert Client().get(page.url).status_code == 404


def test_nothing_happened_in_the_future(demo):
    now = timezone.now()

    assert not Response.objects.filter(received_at__gt=now).exists()
    assert not ModerationDecision.objects.filter(at__gt=now).exists()
    assert not OutboxMessage.objects.filter(created_at__gt=now).exists()


def test_no_comment_is_decided_before_it_came_or_by_its_own_organisation(demo):
    decisions = ModerationDecision.objects.select_related(
        "by", "second_by", "review__comment__response"
    )

    faults = [
        decision
        for decision in decisions
        for person in (decision.by, decision.second_by)
        if person
        and (
            decision.at < decision.review.received_at
            or person.board_memberships.filter(
                organisation__isnull=False,
                organisation=decision.review.comment.response.organisation_id,
            ).exists()
        )
    ]

    assert decisions.count() > 100
    assert faults == []


def test_member_of_a_responding_organisation_finds_its_comments_not_on_the_desk(demo):
    of_partnership = Review.objects.filter(
        comment__response__organisation__name="Millbrook Disability Partnership"
    )
    member, chair = (User.objects.get(email=email) for email in (FIRST_MEMBER, CHAIR))

    seen_by_member = waiting_for(member, everybody=True).filter(pk__in=of_partnership).count()
    seen_by_chair = waiting_for(chair, everybody=True).filter(pk__in=of_partnership).count()

    assert (seen_by_member, seen_by_chair) == (0, 5)


def test_what_came_in_this_morning_goes_different_ways(demo):
    reviews = Review.objects.filter(consultation__slug="library-evenings").open()

    routes = Counter(reviews.values_list("route__name", flat=True))
    everything_else = routes.pop("Everything else")
    outside = User.objects.get(email="outside-reader@example.org")

    assert routes == {
        "Somebody may be at risk": 1,
        "About the Board": 1,
        "Personal details": 2,
        "Groups and organisations": 1,
    }
    assert everything_else >= 3
    assert waiting_for(outside).count() == 2
    assert not reviews.filter(assigned_to=None).exists()


def test_outcome_is_public_with_two_people_signing_it(demo):
    outcome = OutcomePage.objects.get()

    signed = dict(outcome.sign_offs.values_list("part", "by__email"))

    assert outcome.live
    assert signed == {Part.COUNCIL: OFFICER, Part.BOARD: CHAIR}


def test_every_person_signs_in_with_the_password_shown(demo, client):
    arrived = {}
    for person in SIGN_INS:
        validate_password(PASSWORD, User.objects.get(email=person.email))
        answer = Client().post("/accounts/login/", {"login": person.email, "password": PASSWORD})
        arrived[person.email] = answer.headers.get("Location")

    assert arrived == {person.email: "/admin/" for person in SIGN_INS}


def test_sign_ins_are_listed_on_their_page_and_in_the_terminal(demo, client):
    page = client.get("/demo/sign-ins/").content.decode()
    lines = run("demo_signins").splitlines()

    assert [person.email for person in SIGN_INS if person.email not in page] == []
    assert [line.split()[-1] for line in lines] == [p.email for p in SIGN_INS] + [PASSWORD]
    assert len({line.rindex(" ") for line in lines}) == 1


def test_letter_is_found_through_the_mailbox(demo, client):
    letter = OutboxMessage.objects.order_by("-created_at").first()

    mailbox = client.get("/demo/mail/").content.decode()
    page = client.get(f"/demo/mail/{letter.pk}/").content.decode()

    assert OutboxMessage.objects.count() > 12
    assert f'href="/demo/mail/{letter.pk}/"' in mailbox
    assert letter.subject in page
    assert letter.subject.split()[-1] in letter.body


def test_every_link_in_the_footer_leads_to_a_page(demo, client):
    addresses = ["/about-the-board/", "/how-we-check-comments/", "/privacy/", "/accessibility/"]

    home = client.get("/").content.decode()

    assert [address for address in addresses if f'href="{address}"' not in home] == []
    assert [client.get(address).status_code for address in addresses] == [200] * 4


def test_loading_again_changes_nothing(demo):
    before = rows()

    said = run("load_demo")

    assert said.startswith("The worked example is here already; nothing was changed.")
    assert rows() == before


def test_loading_fresh_throws_away_what_was_there(demo):
    before = rows(OURS)
    with transaction.atomic():
        User.objects.create_user("somebody@example.org")
        connection.check_constraints()  # as at the end of a transaction; PostgreSQL insists

        run("load_demo", "--fresh")
        after = rows(OURS)
        transaction.set_rollback(True)
    ContentType.objects.clear_cache()

    # Which answers of an equality form are kept is drawn by lot, so that nobody can tell whose.
    drawn = {"responses_equalityrecord"}
    assert {name: n for name, n in after.items() if name not in drawn} == {
        name: n for name, n in before.items() if name not in drawn
    }


def test_loading_is_refused_where_the_demo_is_off(demo, settings):
    settings.DEMO = False

    with pytest.raises(CommandError):
        run("load_demo", "--fresh")

    assert User.objects.filter(email=OFFICER).exists()


def test_strategy_has_two_versions_and_a_reason_for_each_change(demo, client):
    first, second = published_versions(ConsultationPage.objects.get(slug="thriving-vcs-strategy"))

    changed = PassageLink.objects.filter(draft=second).exclude(kind=LinkKind.SAME)
    page = client.get("/consultations/thriving-vcs-strategy/changes/").content.decode()

    assert Counter(changed.values_list("kind", flat=True)) == {"edited": 5, "split": 2, "added": 1}
    assert [link.kind for link in changed if not link.reason] == []
    assert page.count("change__reason") == 8
    for version in (first, second):
        sections = version.sections().filter(is_front_matter=False)
        assert [section.title for section in sections if not section.plain_summary] == []
    assert Comment.objects.filter(draft=second).exists()
    assert not Comment.objects.filter(draft=first).exists()


def test_slip_in_the_draft_is_put_right_beside_its_passage(demo, client):
    erratum = Erratum.objects.get()

    page = client.get(erratum.passage.section.url)

    assert "www.example.org/thurrock-compact" in page.content.decode()


def test_what_might_have_cut_grants_names_whom_it_touches_and_from_when(demo, client):
    consultation = ConsultationPage.objects.get(slug="what-should-grants-achieve")
    page = client.get("/consultations/what-should-grants-achieve/").content.decode()

    assert {row.kind for row in consultation.stakeholders.all()} == set(StakeholderKind)
    assert "through each group" in page
    assert day_in_words(consultation.cut_on) in page
