"""The screens on which officers look after a published version, and who may not."""

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.drafts.domain.lineage import correct_link
from consultations.drafts.domain.versions import unpublished_version
from consultations.drafts.models import Erratum, PassageLink
from tests.factories.consultations import (
    make_published_draft,
    make_published_version,
    passages_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def browser(signed_in, officer):
    return signed_in(officer)


def text(answer):
    return answer.content.decode()


def addresses_of(draft):
    return [reverse("version", args=[draft.pk]), reverse("version_links", args=[draft.pk])]


class TestWhoMay:
    def test_the_officer(self, browser, draft, officer):
        second = make_published_version(draft, by=officer, edit={"1.1": "Reworded."})

        assert [browser.get(page).status_code for page in addresses_of(second)] == [200, 200]

    @pytest.mark.parametrize("name", ["board_member", "events_editor", "stranger"])
    def test_nobody_else_and_nothing_is_changed(
        self, name, request, signed_in, draft, officer, resident
    ):
        second = make_published_version(draft, by=officer, edit={"1.1": "Reworded."})
        erratum = {"number": "1.1", "text": "Not mine to say."}
        for browser in (signed_in(request.getfixturevalue(name)), resident):
            looked = [browser.get(page).status_code for page in addresses_of(second)]
            started = browser.post(reverse("version_next", args=[second.pk]))
            added = browser.post(reverse("version_erratum", args=[second.pk]), erratum)

            assert 200 not in [*looked, started.status_code, added.status_code]
        assert Erratum.objects.count() == 0
        assert unpublished_version(draft.get_parent()) is None


class TestAPublishedVersion:
    def test_opened_in_the_editor_says_why_it_stays(self, browser, draft):
        for page in (draft, draft.sections().first()):
            answer = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk]), follow=True)

            assert answer.redirect_chain[-1][0] == reverse("version", args=[draft.pk])
            assert "has been published. It stays as it is" in text(answer)

    def test_has_a_button_above_its_list_of_sections(self, browser, draft):
        page = text(browser.get(reverse("wagtailadmin_explore", args=[draft.pk])))

        assert reverse("version", args=[draft.pk]) in page

    def test_starts_the_next_one_once(self, browser, draft):
        address = reverse("version_next", args=[draft.pk])

        first, again = browser.post(address), browser.post(address)

        begun = unpublished_version(draft.get_parent())
        assert first.url == again.url == reverse("wagtailadmin_explore", args=[begun.pk])
        assert "has been started" in text(browser.get(reverse("version", args=[draft.pk])))

    def test_that_is_an_older_one_starts_none(self, browser, draft, officer):
        make_published_version(draft, by=officer, edit={"1.1": "Reworded."})

        answer = browser.post(reverse("version_next", args=[draft.pk]), follow=True)

        assert "start from that one" in text(answer)
        assert unpublished_version(draft.get_parent()) is None


class TestErrata:
    def test_are_added_and_taken_back_once(self, browser, draft):
        address = reverse("version_erratum", args=[draft.pk])
        browser.post(address, {"number": " 1.2 ", "text": "It should say seven."})
        erratum = Erratum.objects.get()
        back = reverse("version_erratum_withdraw", args=[draft.pk, erratum.pk])

        answers = [text(browser.post(back, follow=True)) for _ in range(2)]

        erratum.refresh_from_db()
        assert erratum.passage == passages_of(draft)[1]
        assert erratum.withdrawn_at
        assert "It is no longer shown" in answers[0]
        assert "Somebody has taken it back before" in answers[1]

    @pytest.mark.parametrize("number", ["9.9", "", "one"])
    def test_at_no_passage_keep_what_was_typed(self, browser, draft, number):
        answer = browser.post(
            reverse("version_erratum", args=[draft.pk]),
            {"number": number, "text": "Words that took a while."},
        )

        assert (answer.status_code, Erratum.objects.count()) == (422, 0)
        assert "Words that took a while." in text(answer)

    def test_of_another_draft_are_not_taken_back_here(self, browser, draft):
        other = make_published_draft()
        browser.post(
            reverse("version_erratum", args=[other.pk]), {"number": "1.1", "text": "Theirs."}
        )
        erratum = Erratum.objects.get()

        answer = browser.post(reverse("version_erratum_withdraw", args=[draft.pk, erratum.pk]))

        erratum.refresh_from_db()
        assert (answer.status_code, erratum.withdrawn_at) == (404, None)


class TestLinks:
    @pytest.fixture
    def second(self, draft, officer):
        return make_published_version(draft, by=officer, drop={"1.3"}, add={"2": "Wholly new."})

    def fields(self, second, *, to, reason):
        removed = PassageLink.objects.get(draft=second, kind="removed")
        added = PassageLink.objects.get(draft=second, kind="added")
        return {
            f"to-{removed.pk}": to,
            f"reason-{removed.pk}": reason,
            f"reason-{added.pk}": "",
        }

    def test_are_corrected_with_a_reason(self, browser, draft, second, officer):
        answer = browser.post(
            reverse("version_links", args=[second.pk]),
            self.fields(second, to="2.4", reason="It moved and was reworded."),
            follow=True,
        )

        link = PassageLink.objects.get(draft=second, old=passages_of(draft)[2])
        assert "1 saved." in text(answer)
        assert (link.new.number, link.kind, link.reason, link.corrected_by) == (
            "2.4",
            "edited",
            "It moved and was reworded.",
            officer,
        )

    def test_to_no_passage_keep_everything_that_was_typed(self, browser, second):
        answer = browser.post(
            reverse("version_links", args=[second.pk]),
            self.fields(second, to="7.7", reason="A reason that took a while."),
        )

        assert answer.status_code == 422
        assert "Nothing was saved yet" in text(answer)
        assert 'value="7.7"' in text(answer)
        assert "A reason that took a while." in text(answer)
        assert PassageLink.objects.filter(draft=second, kind="removed", reason="").exists()

    def test_with_a_reason_alone_keep_where_they_lead(self, browser, second):
        browser.post(
            reverse("version_links", args=[second.pk]),
            self.fields(second, to="", reason="Nobody needed it."),
        )

        link = PassageLink.objects.get(draft=second, kind="removed")
        assert (link.reason, link.new) == ("Nobody needed it.", None)

    def test_of_the_first_version_there_are_none(self, browser, draft):
        assert browser.get(reverse("version_links", args=[draft.pk])).status_code == 404

    def test_unchanged_ones_are_shown_on_request(self, browser, draft, second, officer):
        address = reverse("version_links", args=[second.pk])
        changed, everything = text(browser.get(address)), text(browser.get(f"{address}?all"))

        assert "Passage 1 of section 1." not in changed
        assert "Passage 1 of section 1." in everything

    def test_that_were_corrected_are_shown_as_they_are_now(self, browser, draft, second, officer):
        correct_link(
            draft=second,
            old=passages_of(draft)[2],
            new=passages_of(second)[-1],
            by=officer,
            at=timezone.now(),
        )

        assert 'value="2.4"' in text(browser.get(reverse("version_links", args=[second.pk])))
