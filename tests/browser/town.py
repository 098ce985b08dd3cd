"""A site with every kind of page in every state, for the tests that look at all of them."""

import datetime as dt

from django.utils import timezone

from consultations.drafts.importing.outline import Kind, Outline, Passage, Section
from consultations.drafts.models import GlossaryTerm
from consultations.models import EarlierExercise, Evidence
from consultations.moderation.domain import deciding
from consultations.moderation.domain.queue import waiting_for
from consultations.moderation.models import Review
from consultations.outcomes.enums import Part
from consultations.outcomes.models import SignOff
from consultations.responses.enums import Publish, Stance
from delivery.models import OutboxMessage
from events.enums import EventKind, EventStatus
from events.models import EventSession
from pages.domain.tree import ensure_home
from pages.models import FooterLink, SiteDetails, StandardPage
from people.enums import Role
from tests.browser.methods import LONG_WORD, make_toolkit_pages
from tests.factories.consultations import (
    DAY,
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)
from tests.factories.events import make_event, make_event_index, make_venue
from tests.factories.outcomes import make_outcome
from tests.factories.people import make_area, make_user

SEVERAL = (
    (Stance.STRONGLY_AGREE, "Name the small groups, please.\n\nThey are easily forgotten."),
    (Stance.DISAGREE, f"Nobody from {LONG_WORD} can come at nine in the morning."),
    (Stance.NEITHER, "يجب أن يكون هناك مترجم في كل اجتماع."),
    (Stance.NO_VIEW, ""),
)


def make_town():
    """Builds it all and returns the addresses of its pages by name."""
    home = _make_home()
    open_draft = make_published_draft(_make_open(), outline=_outline())
    closed_draft = make_published_draft(_make_closed(), outline=_outline())
    answered = make_published_draft(_make_answered(), outline=_outline()).consultation
    planned = make_consultation(
        slug="planned", title="Trees in our streets", opens_at=_in(20), closes_at=_in(60)
    )
    standing = make_consultation(slug="standing", title="Tell us any time", closes_at=None)
    _let_people_speak(open_draft, closed_draft)
    GlossaryTerm.objects.create(term="equals", expansion="people of one rank", meaning="As one.")
    area = _say_where_it_comes_from(open_draft.consultation, answered)
    return {
        "home": "/",
        "page of text": home.get_children().get(slug="privacy").url,
        "list of consultations": "/consultations/",
        "list of one stage": "/consultations/?stage=open",
        "list of an empty stage": "/consultations/?stage=analysed",
        "list searched by words and area": f"/consultations/?words=sector&area={area.pk}",
        "list of what was not found": "/consultations/?words=zebra",
        "forward plan": "/consultations/forward-plan/",
        "open consultation": open_draft.consultation.url,
        "planned consultation": planned.url,
        "closed consultation": closed_draft.consultation.url,
        "answered consultation": answered.url,
        "standing consultation": standing.url,
        "draft": open_draft.url,
        "draft of a closed consultation": closed_draft.url,
        "draft with a passage pointed at": f"{open_draft.url}#p1-2",
        "section with a word pointed at": f"{open_draft.sections().first().url}#words",
        "section with comments": open_draft.sections().first().url,
        "section without comments": open_draft.sections().last().url,
        "moderation policy": "/consultations/moderation-policy/",
        "account of moderation": f"{open_draft.consultation.url}moderation/",
        "report of a comment": f"{open_draft.consultation.url}report/{_a_published_comment()}/",
        "views without figures": f"{open_draft.consultation.url}views/",
        "views with figures": f"{closed_draft.consultation.url}views/",
        "outcome": f"{answered.url}outcome/",
        **_make_events(home),
        **make_toolkit_pages(home),
        "search": "/search/",
        "search for what is there": "/search/?q=open",
        "search for what is not": "/search/?q=zebra",
        "sign-in": "/accounts/login/",
        "sign-up": "/accounts/signup/",
        "password reset": "/accounts/password/reset/",
        "password reset is on its way": "/accounts/password/reset/done/",
        "sign-ins of the demo": "/demo/sign-ins/",
        "mailbox of the demo": "/demo/mail/",
        "letter of the demo": f"/demo/mail/{OutboxMessage.objects.first().pk}/",
        "page that is not there": "/nothing/at/all/",
    }


def _a_published_comment():
    review = Review.objects.published().filter(consultation__slug="open").first()
    return review.comment_id


def _in(days):
    return timezone.now() + days * DAY


def _make_home():
    home = ensure_home()
    home.introduction = "<p>Have your say about <b>our town</b>.</p>"
    home.save()
    privacy = home.add_child(
        instance=StandardPage(
            title="Privacy",
            slug="privacy",
            summary="What we keep, why, and for how long.",
            body=[
                {"type": "heading", "value": "What we keep"},
                {"type": "text", "value": "<p>As <a href='/'>little</a> as we can.</p>"},
            ],
        )
    )
    details = SiteDetails.for_site(home.get_site())
    details.notice = "Worked example"
    details.contact_email = "hello@example.org"
    details.contact_phone = "01632 960 000"
    details.footer_links = [FooterLink(page=privacy)]
    details.save()
    return home


def _make_open():
    return make_consultation(
        slug="open",
        title="A thriving voluntary sector",
        summary="How the council should work with voluntary groups.",
        introduction="<p>We ask <i>everyone</i> who gives time.</p>",
        open_to_change="Which groups get help\nHow long agreements last",
        fixed="The sum of money",
        decided="There will be one fund",
        rejected_options="Doing nothing, since groups are closing",
        decision_on=_in(40).date(),
        reply_by=_in(60).date(),
        contact_name="Sam Patel",
        contact_email="sam@example.org",
        contact_phone="01632 960 001",
        other_ways="<p>On paper, in any library.</p>",
    )


def _make_closed():
    return make_consultation(
        slug="closed",
        title="Library opening hours",
        opens_at=_in(-40),
        closes_at=_in(-10),
        publication_mode="after_close",
    )


def _make_answered():
    outcome = make_outcome(
        make_consultation(
            slug="answered",
            title="Grants for groups",
            opens_at=_in(-90),
            closes_at=_in(-60),
            publication_mode="after_close",
        )
    )
    for part in Part:
        SignOff.objects.create(
            outcome=outcome,
            part=part,
            by=make_user(f"signs-for-{part}"),
            at=timezone.now(),
            wording_hash=outcome.wording_hash,
        )
    outcome.get_latest_revision().publish()
    return outcome.consultation


def _say_where_it_comes_from(consultation, earlier):
    """An earlier exercise here and one elsewhere, papers, areas, a plan; answers with an area."""
    ward = make_area("Millbrook")
    consultation.areas = [ward, make_area(LONG_WORD)]
    consultation.builds_on = [
        EarlierExercise(earlier=earlier, said="Less paper\nMore time", came_of_it="Two pages."),
        EarlierExercise(title="Research", held_on=_in(-900).date(), said=LONG_WORD),
    ]
    consultation.evidence = [
        Evidence(
            title="The survey",
            who="Council for Voluntary Service",
            published_on=_in(-800).date(),
            finding=f"8.8% say yes, and most of them in {LONG_WORD}.",
            link="https://example.org/survey",
            informed="1, 1.2, 1.4",
        ),
        Evidence(title="A paper whose file is gone", finding="Nobody knows."),
    ]
    consultation.save_revision().publish()
    make_consultation(
        title="Still being written",
        summary="It will be about parks.",
        opens_at=_in(90),
        closes_at=None,
        live=False,
        show_in_forward_plan=True,
    )
    return ward


def _outline():
    texts = [
        Passage(Kind.HEADING, "What we want"),
        Passage(Kind.PARAGRAPH, "We will work with groups of every size as equals."),
        Passage(Kind.MARK, "Objective one"),
        Passage(Kind.NUMBERED, "We will publish what we spend.", marker="(a)"),
        Passage(Kind.BULLET, f"We will meet in {LONG_WORD}."),
        Passage(Kind.QUOTATION, "Nothing about us without us."),
    ]
    return Outline(
        "Draft strategy",
        (Section("Working together", tuple(texts)), Section("Money", tuple(texts[:2]))),
    )


def _let_people_speak(open_draft, closed_draft):
    """Published comments in both, and in the open one some more that wait."""
    member = make_user("reader", Role.BOARD_MEMBER)
    for draft, at in ((open_draft, timezone.now()), (closed_draft, _in(-20))):
        for (stance, text), passage in zip(SEVERAL, passages_of(draft), strict=False):
            make_response(passage, stance=stance, text=text, at=at)
        make_response(
            passages_of(draft)[1],
            organisation="Riverside Carers",
            publish=Publish.WITH_NAME,
            email="carers@example.org",
            at=at,
        )
        waiting = waiting_for(member).values_list("pk", flat=True)
        deciding.publish(review_ids=list(waiting), by=member, at=timezone.now())
    for passage in passages_of(open_draft)[:3]:
        make_response(passage, text="I have more to say about this.")


def _make_events(home):
    index = make_event_index(home, summary="Where you can meet us.", show_in_menus=True)
    dates = {"starts_at": _in(5), "ends_at": _in(5) + dt.timedelta(hours=2)}
    full = make_event(
        index,
        title="Compact training",
        summary="Half a day about working together.",
        venue=make_venue("Civic Offices", address="New Road", hearing_loop="In every room"),
        audience="Anyone may come.",
        places=12,
        how_to_book="<p>Just come along.</p>",
        body=[{"type": "text", "value": "<p>We begin with tea.</p>"}],
        **dates,
    )
    cancelled = make_event(
        index, title="Community Forum", kind=EventKind.FORUM, status=EventStatus.CANCELLED, **dates
    )
    make_event(index, title="Drop-in", starts_at=_in(-9), ends_at=_in(-8))
    series = make_event(
        index,
        title=f"Evenings in {LONG_WORD}",
        kind=EventKind.MEETING,
        schedule="7pm Tea\n7:30pm Questions",
        change_note="One evening is off.",
        sessions=[
            EventSession(starts_at=_in(days), ends_at=_in(days) + dt.timedelta(hours=1), **fields)
            for days, fields in [
                (0, {"online_url": "https://meet.example/"}),
                (1, {"previous_starts_at": _in(3), "venue": make_venue(notes="Ask at the desk.")}),
                (8, {"status": EventStatus.CANCELLED}),
                (9, {"is_full": True, "venue": make_venue("Hall", parking="None")}),
            ]
        ],
    )
    return {
        "events": index.url,
        "past events": f"{index.url}?when=past",
        "events of a month": f"{index.url}?month={_in(5):%Y-%m}",
        "events found": f"{index.url}?words=evenings&kind=meeting&online=on",
        "events not found": f"{index.url}?words=zebra",
        "event": full.url,
        "cancelled event": cancelled.url,
        "series of events": series.url,
        "poster": f"{series.url}poster/",
    }
