"""Published versions in the admin: why they stay, and what an officer can do instead."""

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.drafts.domain.lineage import correct_link
from consultations.drafts.models import DraftPage, Erratum, PassageLink
from tests.factories.consultations import (
    make_published_draft,
    make_published_version,
    passages_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_published_draft(sections=2, passages=3)


@pytest.fixture
def browser(officer, signed_in):
    return signed_in(officer)


def edit_of(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def text(answer):
    return answer.content.decode()


class TestTheEditor:
    def test_of_a_published_version_leads_to_why_it_stays(self, browser, draft):
        for page in (draft, draft.sections().first()):
            answer = browser.get(edit_of(page), follow=True)

            assert answer.redirect_chain[0][0] == reverse("version", args=[draft.pk])
            assert "It stays as it is" in text(answer)
            assert "Start the next version" in text(answer)

    def test_takes_no_change_to_a_published_version(self, browser, draft):
        answer = browser.post(edit_of(draft), {"title": "Changed", "slug": "draft"})

        draft.refresh_from_db()
        assert (answer.status_code, draft.title) == (302, "Draft strategy")

    def test_of_a_version_that_is_being_written_opens(self, browser, draft):
        browser.post(reverse("version_next", args=[draft.pk]))
        copy = DraftPage.objects.get(frozen_at__isnull=True)

        assert browser.get(edit_of(copy)).status_code == 200

    @pytest.mark.parametrize("who", ["events_editor", "board_member", "stranger"])
    def test_is_closed_to_others_as_before(self, request, signed_in, draft, who):
        answer = signed_in(request.getfixturevalue(who)).get(edit_of(draft))

        assert answer.status_code == 302
        assert answer.url != reverse("version", args=[draft.pk])


@pytest.mark.parametrize("who", ["events_editor", "board_member"])
def test_nobody_else_sees_what_officers_can_do(request, signed_in, draft, who):
    browser = signed_in(request.getfixturevalue(who))

    assert browser.get(reverse("version", args=[draft.pk])).status_code == 404
    assert browser.post(reverse("version_next", args=[draft.pk])).status_code == 404
    assert DraftPage.objects.count() == 1


def test_the_next_version_is_started_once(browser, draft):
    for _ in range(2):
        answer = browser.post(reverse("version_next", args=[draft.pk]))

    copy = DraftPage.objects.get(frozen_at__isnull=True)
    assert answer.url == reverse("wagtailadmin_explore", args=[copy.pk])
    assert "has been started" in text(browser.get(reverse("version", args=[draft.pk])))


class TestErrata:
    def add(self, browser, draft, **given):
        given = {"number": "1.2", "text": "“500”, not “50”.", **given}
        return browser.post(reverse("version_erratum", args=[draft.pk]), given)

    def test_are_added_and_taken_back(self, browser, draft):
        self.add(browser, draft)
        erratum = Erratum.objects.get()
        browser.post(reverse("version_erratum_withdraw", args=[draft.pk, erratum.pk]))

        page = text(browser.get(reverse("version", args=[draft.pk])))
        erratum.refresh_from_db()
        assert erratum.passage.number == "1.2"
        assert erratum.withdrawn_by is not None
        assert "Taken back on" in page

    @pytest.mark.parametrize("number", ["", "9.9", "x" * 30])
    def test_on_a_passage_that_is_not_there_keep_what_was_typed(self, browser, draft, number):
        answer = self.add(browser, draft, number=number)

        assert answer.status_code == 422
        assert "“500”, not “50”." in text(answer)
        assert not Erratum.objects.exists()

    def test_of_another_version_cannot_be_taken_back_here(self, browser, draft):
        other = make_published_draft()
        self.add(browser, draft)
        erratum = Erratum.objects.get()

        address = reverse("version_erratum_withdraw", args=[other.pk, erratum.pk])
        answer = browser.post(address)

        erratum.refresh_from_db()
        assert (answer.status_code, erratum.withdrawn_at) == (404, None)


class TestLinks:
    @pytest.fixture
    def second(self, draft, officer):
        return make_published_version(
            draft, by=officer, edit={"1.2": "Reworded."}, drop={"2.3"}, add={"1": "Of boats."}
        )

    def save(self, browser, second, **changed):
        address = reverse("version_links", args=[second.pk])
        form = browser.get(address).context["form"]
        given = {name: form[name].initial or "" for name in form.fields}
        return browser.post(address, given | changed)

    def link(self, second, number):
        return PassageLink.objects.get(draft=second, old__number=number)

    def test_only_what_changed_is_listed_at_first(self, browser, second):
        address = reverse("version_links", args=[second.pk])

        assert len(browser.get(address).context["form"].rows) == 3
        assert len(browser.get(address, {"all": ""}).context["form"].rows) == 7

    def test_a_passage_can_be_said_to_live_on_with_the_reason(self, browser, second, draft):
        link = self.link(second, "2.3")

        self.save(
            browser, second, **{f"to-{link.pk}": "1.4", f"reason-{link.pk}": "Now with the boats."}
        )

        corrected = self.link(second, "2.3")
        assert (corrected.new.number, corrected.reason) == ("1.4", "Now with the boats.")
        assert "Now with the boats." in text(browser.get(f"{draft.consultation.url}changes/"))

    def test_a_reason_alone_changes_no_link(self, browser, second):
        link = self.link(second, "1.2")

        self.save(browser, second, **{f"reason-{link.pk}": "Clearer."})

        link.refresh_from_db()
        assert (link.kind, link.reason) == ("edited", "Clearer.")

    def test_a_wrong_number_saves_nothing_and_keeps_everything(self, browser, second):
        link, other = self.link(second, "2.3"), self.link(second, "1.2")

        answer = self.save(
            browser, second, **{f"to-{link.pk}": "7.7", f"reason-{other.pk}": "Typed with care."}
        )

        other.refresh_from_db()
        assert (answer.status_code, other.reason) == (422, "")
        assert "Typed with care." in text(answer)
        assert "Numbers look like 2.14." in text(answer)

    def test_a_passage_can_be_said_to_be_split_and_to_be_whole_again(self, browser, second):
        link, address = self.link(second, "1.2"), reverse("version_links", args=[second.pk])

        def targets():
            links = PassageLink.objects.filter(draft=second, old__number="1.2")
            return [(link.new.number, link.kind, link.reason) for link in links.order_by("new")]

        self.save(browser, second, **{f"to-{link.pk}": "1.2, 1.4", f"reason-{link.pk}": "Long."})
        split = targets()
        page = text(browser.get(address))
        self.save(browser, second, **{f"to-{link.pk}": "1.2"})

        assert split == [("1.2", "split", "Long."), ("1.4", "split", "Long.")]
        assert 'value="1.2, 1.4"' in page
        assert targets() == [("1.2", "edited", "Long.")]
        assert PassageLink.objects.filter(draft=second, kind="added", new__number="1.4").exists()

    def test_what_somebody_else_changed_meanwhile_stays(self, browser, second, draft, chair):
        address = reverse("version_links", args=[second.pk])
        form = browser.get(address).context["form"]
        seen = {name: form[name].initial or "" for name in form.fields}
        removed, reworded = self.link(second, "2.3"), self.link(second, "1.2")
        now = timezone.now()
        new = passages_of(second)[3]
        correct_link(draft=second, old=removed.old, new=new, by=chair, at=now, reason="Theirs.")

        given = seen | {f"reason-{reworded.pk}": "Mine."}
        given |= {f"initial-{name}": value for name, value in seen.items()}
        browser.post(address, given)

        assert self.link(second, "2.3").new == new
        assert self.link(second, "2.3").reason == "Theirs."
        assert self.link(second, "1.2").reason == "Mine."

    def test_a_long_list_has_several_pages(self, browser, draft, second, monkeypatch):
        monkeypatch.setattr("consultations.drafts.views.versions.LINES", 2)
        address = reverse("version_links", args=[second.pk])

        pages = [browser.get(address, {"page": number}) for number in (1, 2)]

        assert [len(page.context["form"].rows) for page in pages] == [2, 1]
        assert "Page 1 of 2" in text(pages[0])

    def test_the_first_version_has_nothing_to_link(self, browser, draft):
        assert browser.get(reverse("version_links", args=[draft.pk])).status_code == 404


def test_the_button_stands_on_a_published_version_only(browser, draft):
    browser.post(reverse("version_next", args=[draft.pk]))
    copy = DraftPage.objects.get(frozen_at__isnull=True)

    pages = [browser.get(reverse("wagtailadmin_explore", args=[p.pk])) for p in (draft, copy)]

    assert [reverse("version", args=[draft.pk]) in text(page) for page in pages] == [True, False]
    assert passages_of(draft) != []
