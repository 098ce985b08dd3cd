import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.html import strip_tags
from wagtail.models import PageViewRestriction

from tests.factories.compact import make_principle, make_principles_page, make_record
from tests.factories.consultations import make_consultation
from tests.factories.toolkit import make_toolkit_index
from toolkit.domain.principles import by_stage, tally
from toolkit.enums import Kept, PrincipleStage
from toolkit.models import PrincipleEntry

ADDRESS = "/toolkit/principles/parks/"


@pytest.fixture
def consultation(home):
    return make_consultation(slug="parks", title="Parks")


def text_of(answer):
    return " ".join(strip_tags(answer.content.decode().replace("<", " <")).split())


def test_every_principle_is_accounted_for_also_one_without_an_entry(resident, consultation):
    early = make_principle("Plan early")
    make_principle("Answer back", stage=PrincipleStage.EVALUATION, adopted_on="2006-09-01")
    make_record(
        consultation,
        (early, {"kept": "partly", "evidence": "Eleven weeks.", "before": "8", "after": "11"}),
    )

    answer = resident.get(ADDRESS)

    text = text_of(answer)
    assert "Planning Plan early Kept? Kept in part Evidence Eleven weeks." in text
    assert "Before: 8 After: 11 Example wording, not adopted." in text
    assert "Evaluation and feedback Answer back Kept? Not known yet" in text
    assert "Kept 0 Kept in part 1 Not kept 0 Not known yet 1" in text
    assert "Engagement Kept?" not in text


def test_all_states_of_a_record_add_up_to_all_principles(consultation):
    principles = [make_principle(f"Principle {n}") for n in range(5)]
    record = make_record(
        consultation,
        (principles[0], {"kept": "yes", "evidence": "Yes."}),
        (principles[3], {"kept": "no"}),
    )

    assert tally(by_stage(record)) == {Kept.YES: 1, Kept.PARTLY: 0, Kept.NO: 1, Kept.OPEN: 3}


def test_what_not_everybody_may_read_is_not_found_and_not_listed(resident, home, consultation):
    page = make_principles_page(make_toolkit_index(home))
    record = make_record(consultation)
    assert ADDRESS in resident.get(page.url).content.decode()
    restriction = PageViewRestriction.objects.create(
        page=consultation, restriction_type=PageViewRestriction.LOGIN
    )
    assert resident.get(ADDRESS).status_code == 404
    assert "No consultation has given account" in resident.get(page.url).content.decode()

    restriction.delete()
    record.is_public = False
    record.save()

    assert resident.get(ADDRESS).status_code == 404


def test_a_principle_is_kept_only_with_evidence(consultation):
    record, principle = make_record(consultation), make_principle()
    entry = PrincipleEntry(record=record, principle=principle, kept="yes", evidence=" ")

    with pytest.raises(ValidationError, match="Say what shows that it was kept"):
        entry.clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        PrincipleEntry.objects.create(record=record, principle=principle, kept="partly")
    PrincipleEntry.objects.create(record=record, principle=principle, kept="no")
    with pytest.raises(IntegrityError), transaction.atomic():
        PrincipleEntry.objects.create(record=record, principle=principle, kept="no")
