"""From a postcode to a ward, and nothing of the postcode anywhere."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from consultations.responses.models import AnswerChoice, DraftComment
from people.domain.postcodes import FaultyTable, area_of, replace_table
from people.models import PostcodePrefix
from tests.factories.consultations import make_consultation, make_published_draft, passages_of
from tests.factories.people import make_area
from tests.factories.questions import Asked, make_form

# Run together or by its last half alone; three such letters within a digest say nothing.
POSTCODE = re.compile(r"zz17\s*5ab|(?<!\w)5ab(?!\w)", re.IGNORECASE)


@pytest.fixture
def wards(db):
    return make_area("Quayside"), make_area("Old Town")


def test_the_longest_beginning_that_fits_counts(wards):
    quayside, old_town = wards

    assert replace_table(text="Postcode,Ward\nZZ17,Quayside\n\nzz17 6,old town\n") == 2

    assert area_of("ZZ17 5AB") == quayside
    assert area_of("zz176sl") == old_town
    assert area_of("ZZ1 1AA") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ZZ17",
        "ZZ17,Nowhere",
        "=cmd(),Quayside\nZZ17,Quayside\n17,Quayside",
        "ZZ1,Quayside\nzz 1,Quayside",
    ],
)
def test_a_table_that_cannot_be_read_changes_nothing(wards, text):
    replace_table(text="ZZ17,Quayside")

    with pytest.raises(FaultyTable):
        replace_table(text=text)

    assert PostcodePrefix.objects.get().prefix == "ZZ17"


def test_whoever_may_edit_areas_puts_a_table_in_place(wards, officer, board_member, signed_in):
    def send(user, text):
        file = SimpleUploadedFile("wards.csv", text)
        return signed_in(user).post("/admin/postcodes/", {"file": file})

    assert send(officer, b"\xff\xfe,nothing").status_code == 422
    page = send(officer, b"ZZ17,Nowhere")
    assert page.status_code == 422
    assert "Row 1:" in page.content.decode()
    assert send(officer, "\ufeffZZ17,Quayside".encode()).status_code == 302
    assert send(board_member, b"ZZ18,Quayside").status_code != 200
    assert PostcodePrefix.objects.count() == 1


def test_a_postcode_becomes_its_ward_before_anything_is_kept(wards):
    replace_table(text="ZZ17,Quayside")
    make_form(Asked("where", "postcode", "What is your postcode?"))
    passage = passages_of(make_published_draft(make_consultation(slug="open")))[0]
    address = f"/consultations/open/respond/passage/{passage.pk}/"
    browser = Client()
    name = browser.get(address).context["form"].questions[0].field_name

    for typed in ("nonsense", "ZZ99 1AA"):
        refused = browser.post(address, {name: typed})
        assert refused.status_code == 422
        assert "choose your ward below" in refused.content.decode()
    browser.post(address, {name: "zz17 5ab"})
    assert list(DraftComment.objects.get().answers.values()) == [
        {"picked": [str(wards[0].pk)], "area": "Quayside (ward)"}
    ]
    again = browser.get(address).context["form"]
    assert again[name].value() is None
    assert again[f"{name}_ward"].value() == str(wards[0].pk)
    browser.post(
        "/consultations/open/respond/about-you/", {"capacity": "myself", "publish": "without_name"}
    )
    browser.post("/consultations/open/respond/check/")

    assert AnswerChoice.objects.get().option == str(wards[0].pk)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            assert not POSTCODE.search(str(cursor.fetchall())), table
