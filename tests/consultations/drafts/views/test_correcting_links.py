"""Correcting what became of each passage: split ones, long lists, two officers at once."""

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.drafts.domain.lineage import correct_link
from consultations.drafts.models import PassageLink
from tests.factories.consultations import (
    make_published_version,
    passages_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def second(draft, officer):
    return make_published_version(
        draft, by=officer, edit={"1.2": "Reworded."}, drop={"2.3"}, add={"1": "Of boats."}
    )


@pytest.fixture
def browser(officer, signed_in):
    return signed_in(officer)


def text(answer):
    return answer.content.decode()


def save(browser, second, **changed):
    address = reverse("version_links", args=[second.pk])
    form = browser.get(address).context["form"]
    given = {name: form[name].initial or "" for name in form.fields}
    return browser.post(address, given | changed)


def link_of(second, number):
    return PassageLink.objects.get(draft=second, old__number=number)


def test_a_passage_can_be_said_to_be_split_and_to_be_whole_again(browser, second):
    link, address = link_of(second, "1.2"), reverse("version_links", args=[second.pk])

    def targets():
        links = PassageLink.objects.filter(draft=second, old__number="1.2")
        return [(link.new.number, link.kind, link.reason) for link in links.order_by("new")]

    save(browser, second, **{f"to-{link.pk}": "1.2, 1.4", f"reason-{link.pk}": "Long."})
    split = targets()
    page = text(browser.get(address))
    save(browser, second, **{f"to-{link.pk}": "1.2"})

    assert split == [("1.2", "split", "Long."), ("1.4", "split", "Long.")]
    assert 'value="1.2, 1.4"' in page
    assert targets() == [("1.2", "edited", "Long.")]
    assert PassageLink.objects.filter(draft=second, kind="added", new__number="1.4").exists()


def test_what_somebody_else_changed_meanwhile_stays(browser, second, draft, chair):
    address = reverse("version_links", args=[second.pk])
    form = browser.get(address).context["form"]
    seen = {name: form[name].initial or "" for name in form.fields}
    removed, reworded = link_of(second, "2.3"), link_of(second, "1.2")
    now = timezone.now()
    new = passages_of(second)[3]
    correct_link(draft=second, old=removed.old, new=new, by=chair, at=now, reason="Theirs.")

    given = seen | {f"reason-{reworded.pk}": "Mine."}
    given |= {f"initial-{name}": value for name, value in seen.items()}
    browser.post(address, given)

    assert link_of(second, "2.3").new == new
    assert link_of(second, "2.3").reason == "Theirs."
    assert link_of(second, "1.2").reason == "Mine."


def test_a_long_list_has_several_pages(browser, draft, second, monkeypatch):
    monkeypatch.setattr("consultations.drafts.views.versions.LINES", 2)
    address = reverse("version_links", args=[second.pk])

    pages = [browser.get(address, {"page": number}) for number in (1, 2)]

    assert [len(page.context["form"].rows) for page in pages] == [2, 1]
    assert "Page 1 of 2" in text(pages[0])
