"""Every admin address of ours, each role, GET and POST: who gets in is declared, cell by cell.

An address that is not declared fails the walk, and so does a declared one that is gone. Wagtail's
own pages and their permissions are Wagtail's to test; what is ours in them is the roles' grants
(tests/people/domain/test_roles.py).
"""

import datetime as dt

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse
from wagtail import hooks
from wagtail.models import WorkflowState

from consultations.drafts.importing.publish import make_draft
from consultations.drafts.models import DraftImport, Erratum, GlossaryTerm
from consultations.models import Election
from consultations.moderation.models import Appeal, ModerationDecision, Review
from consultations.responses.models import Question, Questionnaire
from events.models import Booking
from pages.domain.tree import ensure_home
from people.enums import InterestKind, Role
from people.models import Interest
from tests.config.admin_addresses import (
    DECLARED,
    PACKAGES,
    RESIDENT,
    ROLES,
    STRANGER,
    SUPERUSER,
)
from tests.factories.bookings import make_bookable, make_booking
from tests.factories.channels import attach, make_entry, make_keying
from tests.factories.compact import (
    make_champion,
    make_dispute,
    make_principle,
    make_record,
    make_use,
)
from tests.factories.consultations import (
    make_decision_maker,
    make_outline,
    make_published_draft,
    make_published_version,
    make_response,
    passages_of,
)
from tests.factories.events import make_venue
from tests.factories.imports import make_import
from tests.factories.people import make_area, make_membership, make_organisation, make_user
from tests.factories.tables import make_event_about, make_table
from tests.factories.toolkit import make_method, make_toolkit_index

# The letters of the cast.


def patterns(resolver=None, address="", namespace=""):
    """(address, name, view) of every pattern of the site."""
    for pattern in (resolver or get_resolver()).url_patterns:
        here = address + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from patterns(pattern, here, inner)
        else:
            yield here, f"{namespace}{pattern.name}", pattern.callback


def names_of_ours():
    """What our hooks mount in the admin, and what Wagtail mounts for our snippets and registers."""
    for hook in hooks.get_hooks("register_admin_urls"):
        if hook.__module__.split(".")[0] in PACKAGES:
            yield from (pattern.name for pattern in hook())
    labels = {
        config.label for config in apps.get_app_configs() if config.name.split(".")[0] in PACKAGES
    }
    for address, name, _ in patterns():
        label = name.removeprefix("wagtailsnippets_").split("_")[0]
        if "_modeladmin_" in name or (name.startswith("wagtailsnippets_") and label in labels):
            assert address.startswith("admin/")
            yield name


@pytest.fixture
def scene(db):
    """A comment that was proposed to be held, and one row of each kind the addresses speak of."""
    draft = make_published_draft()
    make_response(passages_of(draft)[0])
    review = Review.objects.get()
    by = make_user("first-reader", Role.BOARD_MEMBER)
    decision = ModerationDecision.objects.create(
        review=review, kind="hold", reason="PD1", by=by, at=review.received_at
    )
    editor = make_user("first-editor", is_superuser=True)
    version = make_published_version(make_published_draft(), by=editor, edit={"1.1": "Reworded."})
    typed_twice = make_keying(make_entry(draft, by=by, is_sent=True), by=editor)
    erratum = Erratum.objects.create(
        passage=passages_of(version)[0], text="Seven.", by=by, at=review.received_at
    )
    session = make_bookable(places=1)
    booking, waiting = make_booking(session), make_booking(session)
    Booking.objects.filter(pk=booking.pk).update(attended=1)
    talked = make_event_about(draft.consultation)
    table = make_table(talked, by=editor)
    # Without a version, so that it can be deleted at all.
    [questionnaire] = Questionnaire.objects.bulk_create([Questionnaire(title="Not asked yet")])
    return {
        "board": review,
        "translations": review,  # a list, which takes no row
        "translate": review,
        "board_appeal": Appeal.objects.create(
            review=review,
            decision=decision,
            text="It is not.",
            received_at=review.received_at,
            due_on=review.received_at.date(),
        ),
        "board_file": attach(draft, review.comment.response.idempotency_key),
        "files": attach(draft, review.comment.response.idempotency_key),
        "channels": draft.consultation,
        "entry": make_entry(draft, by=by),
        "again": typed_twice.comment,
        "settle": typed_twice.comment,
        "impact": draft.consultation,
        "postcodes": review,  # takes no row
        "version": (version, erratum),
        "comments": draft.consultation,
        "comment": (draft.consultation, review.comment),
        "drafts_glossaryterm": GlossaryTerm.objects.create(term="VCS", meaning="Groups."),
        "imports": make_import(by, consultation=draft.consultation),
        "imports_again": make_draft(make_outline(), consultation=draft.consultation),
        "draft": make_draft(make_outline(), consultation=draft.consultation),
        "where": review,  # a report, which takes no row
        "who_is_missing": draft.consultation,
        "decisions": decision,
        "bookings": booking.session,
        "event": booking,  # a report, which takes no row
        **dict.fromkeys(("event_call_off", "event_copy", "event_dates"), session.event),
        "events_venue": make_venue(),
        "people_interest": Interest.objects.create(
            user=by,
            organisation=make_organisation("Allotment Society"),
            kind=InterestKind.WORKS,
            declared_on=review.received_at.date(),
        ),
        "attendance": booking,
        "waiting-list": waiting,
        **dict.fromkeys(
            ("bookings_cancel", "bookings_change", "bookings_modeladmin_inspect"), booking
        ),
        "bookings_accept": waiting,
        **dict.fromkeys(
            ("bookings_tell", "bookings_results", "bookings_take"), booking.session.event
        ),
        **dict.fromkeys(("event_tables", "event_table_add", "hand_over"), talked),
        **dict.fromkeys(("event_table", "event_table_remove"), table),
        "responses_questionnaire": questionnaire,
        "questionnaire": Questionnaire.objects.get(is_default=True),
        "question": Question.objects.first(),
        "people_organisation": make_organisation(),
        "people_boardmembership": make_membership(by),
        "people_area": make_area(),
        "consultations_decisionmaker": make_decision_maker("Nobody yet"),
        "moderation_route": apps.get_model("moderation", "Route").objects.first(),
        "moderation_review": review,
        "consultation": draft.consultation,
        "toolkit_champion": make_champion(),
        "toolkit_principle": make_principle(),
        "toolkit_principlerecord": make_record(draft.consultation),
        "toolkit_methoduse": make_use(make_method(make_toolkit_index(ensure_home()))),
        "dispute": make_dispute(),
        "disputes": review,  # a list, which takes no row
        "consultations_election": Election.objects.create(
            name="Local elections", polling_day=dt.date(2030, 5, 2)
        ),
    }


@pytest.fixture
def browsers(scene):
    """A browser for each letter of the cast."""
    people = {letter: make_user(role.name.lower(), role) for letter, role in ROLES.items()}
    people[SUPERUSER] = make_user("superuser", is_superuser=True)
    people[STRANGER] = make_user("nobody-in-particular")
    DraftImport.objects.update(uploaded_by=people["O"])
    signed_in = {letter: Client() for letter in people}
    for letter, client in signed_in.items():
        client.force_login(people[letter])
    return {**signed_in, RESIDENT: Client()}


def address_of(name, scene):
    kind = name.removeprefix("wagtailsnippets_").split(":")[0]
    row = scene.get(name) or scene.get(kind) or scene[kind.split("_")[0]]
    first, second = row if isinstance(row, tuple) else (row, WorkflowState.objects.first())
    inner = [second.pk, scene["question"].key]
    for arguments in ([], [first.pk], *([first.pk, key] for key in inner)):
        try:
            return reverse(name, args=arguments)
        except NoReverseMatch:
            continue
    raise AssertionError(f"{name} takes more than is known here.")


def gets_in(answer):
    """Whether the page was shown or did something; being led away is neither."""
    assert answer.status_code < 500
    if answer.status_code == 302:
        return answer.url != "/admin/" and not answer.url.startswith("/accounts/login/")
    return answer.status_code in (200, 422)


def who_gets_in(browsers, method, address):
    letters = ""
    for letter, client in browsers.items():
        with transaction.atomic():
            if method == "get":
                answer = client.get(address)
            else:
                answer = client.post(address, {"questions-count": "0"})
            transaction.set_rollback(True)
        letters += letter if gets_in(answer) else ""
    return letters


def test_every_address_of_ours_is_declared():
    assert sorted(set(names_of_ours())) == sorted(DECLARED)


def test_each_role_gets_in_where_it_is_declared_and_nowhere_else(scene, browsers):
    found = {
        name: tuple(
            who_gets_in(browsers, method, address_of(name, scene)) for method in ("get", "post")
        )
        for name in DECLARED
    }

    assert found == {
        name: tuple("".join(letter for letter in browsers if letter in who) for who in cell)
        for name, cell in DECLARED.items()
    }


def test_a_page_of_the_desk_is_open_to_whoever_is_given_the_permission(scene, browsers):
    """Roles are only where the permission comes from: what is asked is it, and a signed seat."""
    stranger = make_user("given-by-hand")
    make_membership(stranger, undertaking_signed_on="2020-01-01")
    stranger.user_permissions.add(
        *Permission.objects.filter(codename__in=["access_admin", "decide_review"])
    )
    client = Client()
    client.force_login(stranger)

    assert client.get(reverse("board_desk")).status_code == 200
