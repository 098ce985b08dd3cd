"""Files that come with responses: of known kinds, never trusted, never shown."""

import io
import zipfile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from consultations.moderation.models import Review
from consultations.responses.domain import files
from consultations.responses.domain.references import key_hash, new_key
from consultations.responses.enums import FileKind
from consultations.responses.models import AttachedFile, Response
from people.enums import Role
from tests.factories.channels import make_entry, make_upload
from tests.factories.consultations import (
    DAY,
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)
from tests.factories.people import make_membership, make_user
from tests.factories.questions import Asked, make_form

FILES = "/consultations/open/respond/files/"


def picture(kind="JPEG", size=(8, 8)):
    drawn = io.BytesIO()
    image = Image.new("RGB", size, "red")
    exif = Image.Exif()
    exif[0x010E] = "ZZCANARY at 51.47, 0.32"
    image.save(drawn, kind, exif=exif)
    return drawn.getvalue()


def package(*names):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", b"<script>alert(1)</script>"),
        ("drawing.svg", b"<svg onload='alert(1)'/>"),
        ("plan.pdf", b"<html>"),
        ("photo.jpg", b"<svg/>"),
        ("photo.png", picture("JPEG")),
        ("letter.docx", b"not a package"),
        ("letter.docx", package("word/document.xml", "word/vbaProject.bin")),
        ("table.csv", b"a,b\x00"),
        ("run.exe", b"MZ"),
        ("no-ending", b"%PDF-"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(name, content):
    with pytest.raises(files.Refused):
        files.checked(make_upload(name, content))


def test_a_picture_is_drawn_anew_without_the_place_where_it_was_taken():
    assert b"ZZCANARY" in picture()

    ending, content = files.checked(make_upload("photo.JPG", picture()))

    assert ending == "jpg"
    assert b"ZZCANARY" not in content
    with pytest.raises(files.Refused):
        files.checked(make_upload("huge.png", picture("PNG", (8_000, 5_001))))


@pytest.fixture
def draft(db):
    make_form(
        Asked("stance", "stance", "How far do you agree?"),
        Asked("comment", "comment", "What would you change?"),
        Asked("evidence", "evidence", "What should we read?", more={"files": True}),
    )
    return make_published_draft(make_consultation(slug="open"))


def begin(draft, browser):
    """A comment in the basket of this browser; gives the basket's key."""
    passage = passages_of(draft)[0]
    address = f"/consultations/open/respond/passage/{passage.pk}/"
    names = {q.kind: q.field_name for q in browser.get(address).context["form"].questions}
    browser.post(address, {names["comment"]: "See the plan."})
    return browser.cookies["basket"].value


def test_evidence_goes_with_the_response_and_only_those_who_may_read_it_download_it(
    draft, officer, board_member, signed_in, stranger
):
    browser = Client()
    key = begin(draft, browser)
    browser.post(FILES, {"file": make_upload("Mrs Okoro’s plan.pdf")})
    about = {"capacity": "myself", "publish": "without_name"}
    browser.post("/consultations/open/respond/about-you/", about)
    assert (
        "1 file goes with it" in browser.get("/consultations/open/respond/check/").content.decode()
    )
    browser.post("/consultations/open/respond/check/")

    file = AttachedFile.objects.get()
    assert Response.objects.get().idempotency_key == file.key_hash == key_hash(key)
    assert "Okoro" not in str(AttachedFile.objects.values().get())
    answer = signed_in(officer).get(reverse("files_download", args=[file.pk]))
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer.content == b"%PDF-1.7 a plan"
    board = reverse("board_file", args=[file.pk])
    assert (
        board
        in signed_in(board_member).get(f"/admin/board/{Review.objects.get().pk}/").content.decode()
    )
    assert signed_in(board_member).get(board).status_code == 200
    assert signed_in(board_member).get(reverse("files_download", args=[file.pk])).status_code != 200
    assert Client().get(board).status_code == 302


def test_a_member_does_not_get_at_what_their_own_organisation_sent_or_at_scans(
    draft, officer, signed_in
):
    response = make_response(passages_of(draft)[0], organisation="Riverside Carers")
    file = files_of(response, draft)
    member = make_user("their-member", Role.BOARD_MEMBER)
    make_membership(member, organisation=response.organisation)
    assert signed_in(member).get(reverse("board_file", args=[file.pk])).status_code == 404

    entry = make_entry(draft, by=officer, is_sent=True)
    scan = files.attach_file(
        file=make_upload(),
        key_hash=entry.key_hash,
        consultation=draft.consultation,
        kind=FileKind.SCAN,
        now=timezone.now(),
    )
    other = signed_in(make_user("other-member", Role.BOARD_MEMBER))
    assert other.get(reverse("board_file", args=[scan.pk])).status_code == 404


def files_of(response, draft):
    return AttachedFile.objects.create(
        consultation=draft.consultation,
        key_hash=response.idempotency_key,
        kind=FileKind.EVIDENCE,
        file=make_upload(),
        ending="pdf",
        size=8,
        added_at=timezone.now(),
    )


def test_files_go_with_their_basket_and_no_more_than_five_are_taken(
    draft, django_capture_on_commit_callbacks
):
    browser = Client()
    begin(draft, browser)
    for _ in range(5):
        assert browser.post(FILES, {"file": make_upload()}).status_code == 302
    sixth = browser.post(FILES, {"file": make_upload()})
    assert sixth.status_code == 422
    storage = AttachedFile.objects.first().file.storage
    paths = [file.file.name for file in AttachedFile.objects.all()]
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(FILES, {"remove": str(AttachedFile.objects.first().pk)})
        browser.post("/consultations/open/respond/delete/")

    assert not AttachedFile.objects.exists()
    assert not any(storage.exists(path) for path in paths)
    assert browser.get(FILES).status_code == 302


def test_what_lost_its_basket_is_swept(draft):
    files_of(make_response(passages_of(draft)[0]), draft)
    lost = AttachedFile.objects.create(
        consultation=draft.consultation,
        key_hash=key_hash(new_key()),
        kind=FileKind.EVIDENCE,
        file=make_upload(),
        ending="pdf",
        size=8,
        added_at=timezone.now(),
    )

    assert files.sweep(now=timezone.now()) == 0
    assert files.sweep(now=timezone.now() + 2 * DAY) == 1
    assert not AttachedFile.objects.filter(pk=lost.pk).exists()
