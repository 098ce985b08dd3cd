"""The screens of the Board, of officers and of administrators."""

from django.urls import reverse
from django.utils import timezone

from consultations.drafts.domain.errata import add_erratum
from consultations.drafts.domain.versions import start_next_version
from consultations.drafts.importing.publish import make_draft
from consultations.models import ConsultationPage
from consultations.moderation.domain import deciding, names
from consultations.moderation.domain.appealing import appeal
from consultations.moderation.domain.hiding import find_words, publish_with_hidden_words, texts_of
from consultations.moderation.domain.reporting import report
from consultations.moderation.enums import Reason, ReportKind
from consultations.moderation.models import ModerationDecision, Review
from consultations.responses.domain.attaching import attach
from consultations.responses.enums import Publish
from delivery.models import Job
from tests.browser.town import LONG_WORD
from tests.factories.channels import attach as attach_evidence
from tests.factories.consultations import (
    DAY,
    make_consultation,
    make_outline,
    make_published_draft,
    make_published_version,
    make_response,
    passages_of,
)
from tests.factories.imports import correct, make_import, make_long_text
from tests.journeys.responding import press


def write_a_comment(page, passage):
    page.goto(f"/consultations/open/respond/passage/{passage.pk}/")
    page.get_by_label("Disagree", exact=True).check()
    page.get_by_label("What would you change?").fill("Say who decides.\n\nAnd when.")


def close_the_consultation():
    ConsultationPage.objects.update(closes_at=timezone.now() - DAY)


def hide_and_appeal(passage, *, by, at):
    """A comment with hidden words, an appeal against it, and a reader's report of it."""
    response = make_response(passage, text=f"Ring {LONG_WORD} on 01632 960 000. It is late.")
    review = Review.objects.get(comment__response=response)
    words = find_words("01632 960 000", texts_of(review.comment_id), reason=Reason.PERSONAL_OWN)
    publish_with_hidden_words(review_id=review.pk, hidden=words, by=by, at=at)
    appeal(comment=review.comment, text="It is on our door.", at=at)
    report(review=review, kind=ReportKind.REPORT, text="It names a village.", at=at)
    return review


def test_the_boards_desk(page, inspect, sign_in, board_member, second_member, passage):
    for text in ("The first.", "The second.", "Ring 01632 960 441. It is crap.", "The fourth."):
        make_response(passage, text=text)
    first, second, third, fourth = Review.objects.order_by("pk").values_list("pk", flat=True)
    now = timezone.now()
    deciding.publish(review_ids=[first], by=second_member, at=now)
    deciding.propose_hold(review_id=second, reason=Reason.ABUSE, by=second_member, at=now)
    hidden = hide_and_appeal(passage, by=second_member, at=now)
    sign_in(page, board_member)
    found = {}

    for address in (
        f"/admin/board/?consultation={passage.section.draft.consultation.pk}",
        f"/admin/board/{third}/",
        f"/admin/board/{fourth}/pass/",
        "/admin/board/clean/",
        "/admin/board/bulk/",
        f"/admin/board/{second}/",
        f"/admin/board/{first}/",
        "/admin/board/decided/",
        f"/admin/board/{third}/hide/",
        f"/admin/board/{hidden.pk}/",
        "/admin/board/looks/",
        "/admin/board/appeals/",
        f"/admin/board/appeals/{hidden.appeals.get().pk}/",
        "/admin/board/reports/",
        "/admin/board/blind/",
        "/admin/board/interests/",
        "/admin/decisions/",
        f"/admin/decisions/inspect/{ModerationDecision.objects.last().pk}/",
    ):
        page.goto(address)
        found[address] = inspect(page)
    page.goto(f"/admin/board/{third}/")
    page.get_by_text("Propose to hold it").first.click()
    press(page, "Propose to hold it")
    page.get_by_text("Choose why this comment should be held.").first.wait_for()
    found["hold without a reason"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}


def test_where_drafts_stand(page, inspect, sign_in, officer, passage):
    make_consultation(title="Any time", closes_at=None)
    make_response(passage)
    sign_in(page, officer)
    page.goto("/admin/board/routes/")
    assert inspect(page) == []
    page.goto("/admin/reports/where-drafts-stand/")

    assert page.get_by_role("link", name="Any time").is_visible()
    assert inspect(page) == []


def test_the_admin_home_with_our_panel(page, inspect, sign_in, administrator, passage):
    make_response(passage)
    sign_in(page, administrator)
    page.goto("/admin/")

    assert page.get_by_role("link", name="1 comment waiting").is_visible()
    assert inspect(page) == []


def test_importing_a_document(page, inspect, sign_in, officer):
    consultation = make_consultation(title="A thriving voluntary sector")
    found = {}
    waiting = make_import(officer, text=make_long_text(2500), consultation=consultation)
    Job.objects.update(next_try_at=timezone.now() + DAY, done=1, total=3, step="Reading the text")
    first = make_import(officer, consultation=consultation, name=f"{LONG_WORD}.txt")
    correct(first, "retitle-section", section=0, title=LONG_WORD)
    draft = make_draft(make_outline(), consultation=consultation, user=officer)
    second = make_import(officer, consultation=consultation, corrects=draft)
    sign_in(page, officer)

    for address in (
        "/admin/imports/",
        f"/admin/imports/{waiting.pk}/",
        f"/admin/imports/{first.pk}/section/1/",
        f"/admin/imports/{first.pk}/discard/",
        f"/admin/imports/{second.pk}/finish/",
    ):
        page.goto(address)
        found[address] = inspect(page)
    page.goto("/admin/imports/new/")
    press(page, "Read the document")
    found["without a file"] = inspect(page)
    page.goto(f"/admin/imports/{first.pk}/")
    correct(first, "retitle", title="In another window")
    press(page, "Save title")
    found["changed in another window"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}


def test_who_is_missing(page, inspect, sign_in, officer, passage):
    consultation = passage.section.draft.consultation
    address = f"/admin/who-is-missing/{consultation.pk}/"
    sign_in(page, officer)
    page.goto(address)
    found = {"empty": inspect(page)}
    page.get_by_role("button", name="Add it").click()
    found["with errors"] = inspect(page)
    page.get_by_label("Who", exact=True).select_option("kind|faith")
    page.get_by_label("Of a hundred, how many are they?").fill("17.5")
    page.get_by_label("Where the figure is from").fill("Register of groups")
    page.get_by_label("Its year").fill("2021")
    page.get_by_role("button", name="Add it").click()
    page.get_by_text("The row was added.").wait_for()
    found["with a row"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}
    assert page.get_by_text("nobody yet").is_visible()


def test_screens_of_a_version(page, inspect, sign_in, officer, board_member):
    draft = make_published_draft(sections=2, passages=3)
    make_response(passages_of(draft)[2])
    make_response(passages_of(draft)[1])
    newest = make_published_version(
        draft, by=officer, edit={"1.1": "Reworded."}, drop={"1.2", "1.3"}, add={"2": "Wholly new."}
    )
    comment = Review.objects.order_by("pk").first().comment
    passage = passages_of(newest)[0]
    attach(comment=comment, passage=passage, by=officer, at=timezone.now())
    add_erratum(passage=passage, text="It should say seven.", by=officer, at=timezone.now())
    begun = start_next_version(draft=newest, by=officer, at=timezone.now())
    begun_section = begun.sections().first()
    begun_section.body = [dict(block) for block in begun_section.body.raw_data][1:]
    begun_section.save_revision(user=officer)
    sign_in(page, officer)
    found = {}

    for address in (
        reverse("version_plan", args=[begun.pk]),
        f"/admin/versions/{newest.pk}/",
        f"/admin/versions/{newest.pk}/links/",
        f"/admin/detached/{draft.consultation.pk}/",
        newest.url,
        draft.url,
        f"{draft.consultation.url}changes/",
        f"{draft.consultation.url}changes/all/",
        f"{draft.consultation.url}changes/detached/",
    ):
        page.goto(address)
        found[address] = inspect(page)
    page.goto(f"/admin/detached/{draft.consultation.pk}/")
    page.get_by_label("Number of the passage").fill("9.9")
    page.get_by_role("button", name="Put it there").click()
    page.get_by_text("has no passage of that number").wait_for()
    found["number of no passage"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}


def test_names_what_may_put_somebody_at_risk_and_translations(
    page, open_page, inspect, sign_in, chair, officer, passage
):
    named, hidden = (
        make_response(passage, name=LONG_WORD, publish=Publish.WITH_NAME) for _ in range(2)
    )
    polish = make_response(passage, text=f"Proszę o więcej pomocy dla małych grup. {LONG_WORD}")
    at_risk = make_response(passage, text="I feel suicidal.", publish=Publish.NO)
    attach_evidence(passage.section.draft, at_risk.idempotency_key)
    reviews = {review.comment.response_id: review for review in Review.objects.all()}
    names.hide_name(
        review_id=reviews[hidden.pk].pk, reason=Reason.ABUSE, by=chair, at=timezone.now()
    )
    deciding.publish(review_ids=[reviews[hidden.pk].pk], by=chair, at=timezone.now())
    sign_in(page, chair)
    found = {}

    page.goto(f"/admin/board/{reviews[named.pk].pk}/")
    page.get_by_text("Hide the name").first.click()
    found["hiding a name"] = inspect(page)
    for address in (
        f"/admin/board/{reviews[hidden.pk].pk}/",
        "/admin/board/looks/",
        "/admin/board/at-risk/",
    ):
        page.goto(address)
        found[address] = inspect(page)
    page = open_page()
    sign_in(page, officer)
    for address in (
        f"/admin/translations/?reference={polish.reference}",
        f"/admin/translations/{reviews[polish.pk].pk}/",
    ):
        page.goto(address)
        found[address] = inspect(page)
    press(page, "Keep the translation")
    found["nothing translated"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}
