"""The four ways to answer, and the basket that each of them fills."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from consultations.analysis.domain.reconciling import reconcile
from consultations.responses.domain.ways import draft_to_answer
from consultations.responses.models import Comment, DraftComment, Response, ResponseDraft
from tests.factories.consultations import make_published_draft, passages_of

pytestmark = pytest.mark.django_db

ABOUT = {
    "capacity": "myself",
    "publish": "without_name",
    "organisation_name": "",
    "name": "",
    "email": "",
}


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def slug(draft):
    return draft.consultation.slug


def text(answer):
    return " ".join(answer.content.decode().split())


class Walker:
    """A browser that fills in forms and presses buttons, and counts the pages it saw."""

    def __init__(self, slug):
        self.slug, self.browser, self.pages = slug, Client(), []

    def open(self, name, *args):
        return self._seen(self.browser.get(reverse(f"respond:{name}", args=[self.slug, *args])))

    def post(self, answer, fields):
        """Send the form of this page; its hidden fields go along."""
        page = answer.content.decode()
        hidden = dict(re.findall(r'type="hidden" name="(opened)" value="([^"]*)"', page))
        found = self.browser.post(answer.wsgi_request.path, hidden | fields, follow=True)
        return self._seen(found)

    def say(self, answer, *, button="more", **said):
        names = {q.kind: q.field_name for q in answer.context["form"].questions}
        return self.post(answer, {names[k]: v for k, v in said.items()} | {"next": button})

    def send(self, answer):
        answer = self.post(answer, ABOUT) if "about-you" in _path(answer) else answer
        assert _path(answer).endswith("/check/"), _path(answer)
        return self.post(answer, {})

    def _seen(self, answer):
        self.pages.append(_path(answer).removeprefix(f"/consultations/{self.slug}/respond"))
        return answer


def _path(answer):
    return answer.wsgi_request.path


def test_the_quick_way_has_at_most_six_pages(draft, slug):
    walk = Walker(slug)
    first = draft.sections()[0]

    page = walk.post(walk.open("start"), {"way": "quick"})
    names = [ask.field_name for ask, _ in page.context["form"].rows]
    said = {names[0]: "agree", names[2]: "Name the small groups.", "next": "send"}
    check = walk.post(walk.post(page, said), ABOUT)
    walk.send(check)

    assert "Comment on something else" in text(check)
    assert walk.pages == ["/", "/quick/", "/about-you/", "/check/", "/sent/"]
    assert [(c.place_kind, c.section_id) for c in Comment.objects.all()] == [
        ("section", first.pk),
        ("draft", None),
    ]
    assert [a.value for c in Comment.objects.all() for a in c.answers.all()] == [
        "agree",
        "Name the small groups.",
    ]
    assert reconcile(draft.consultation).faults == []


def test_what_was_said_the_quick_way_is_changed_like_any_comment(draft, slug):
    walk = Walker(slug)
    page = walk.open("quick")
    (ask, _), *_ = page.context["form"].rows
    walk.post(page, {ask.field_name: "agree", "next": "more"})

    form = walk.open("comment", "section", ask.place.section.pk)
    walk.say(form, stance="disagree", comment="Not like this.")
    again = walk.open("quick")

    assert again.context["form"].initial[ask.field_name] == "disagree"
    walk.post(again, {ask.field_name: "neither", "next": "more"})
    (kept,) = DraftComment.objects.all()
    assert sorted(kept.answers.values()) == ["Not like this.", "neither"]


def test_an_empty_quick_page_says_what_is_missing(slug):
    walk = Walker(slug)

    answer = walk.post(walk.open("quick"), {"next": "send"})

    assert answer.status_code == 422
    assert "Choose how far you agree with at least one section" in text(answer)


def test_chosen_sections_come_one_after_the_other(draft, slug):
    walk = Walker(slug)
    first, second = draft.sections()

    page = walk.post(walk.open("start"), {"way": "choose"})
    page = walk.post(page, {"sections": [second.pk, first.pk]})
    assert "1 of 2 on your way" in text(page)
    page = walk.say(page, stance="agree")
    assert "1 of 2 sections" in text(page)
    assert f"Go on with “{second.title}”" in text(
        walk.browser.get(reverse("respond:start", args=[slug]))
    )
    page = walk.say(page, stance="disagree", comment="No.", button="send")
    walk.send(page)

    forms = [f"/section/{section.pk}/" for section in (first, second)]
    assert walk.pages == ["/", "/choose/", *forms, "/about-you/", "/check/", "/sent/"]
    assert Comment.objects.count() == 2


def test_the_whole_draft_ends_with_all_of_it(draft, slug):
    walk = Walker(slug)
    first, second = draft.sections()

    page = walk.post(walk.open("start"), {"way": "whole"})
    for stance in ("agree", "neither", "disagree"):
        page = walk.say(page, stance=stance)

    assert walk.pages[1:4] == [
        f"/section/{first.pk}/",
        f"/section/{second.pk}/",
        f"/draft/{draft.pk}/",
    ]
    assert "2 of 2 sections" in text(page)
    assert walk.pages[4] == "/"


def test_a_letter_is_one_box_about_the_whole_draft(draft, slug):
    walk = Walker(slug)

    page = walk.post(walk.open("start"), {"way": "letter"})
    page = walk.say(page, comment="Dear council.\n\nThank you.", button="send")
    assert "Which sections is it about?" in text(page)
    walk.send(walk.post(page, {}))

    (comment,) = Comment.objects.all()
    assert comment.place_kind == "draft"
    assert [a.value for a in comment.answers.all()] == ["Dear council.\n\nThank you."]
    assert [a.question.label for a in comment.answers.all()] == [
        "What would you like to say about the draft?"
    ]


def test_a_way_that_is_not_listed_is_refused_and_says_so(slug):
    walk = Walker(slug)

    assert walk.post(walk.open("start"), {"way": "post"}).status_code == 422
    assert ResponseDraft.objects.count() == 0


def test_the_bar_is_on_every_page_until_it_is_sent(draft, slug):
    walk = Walker(slug)
    passage = passages_of(draft)[0]
    said = "1 comment not sent yet"
    assert said not in text(walk.open("start"))
    page = walk.say(walk.open("comment", "passage", passage.pk), stance="agree")
    assert "1 of 2 sections" in text(page)

    pages = {
        name: text(walk.open(name))
        for name in ("start", "choose", "quick", "letter", "consultation", "about_you", "later")
    }
    pages["delete"] = text(walk.open("delete"))
    pages["resume"] = text(walk.open("resume"))
    walk.browser.post(reverse("respond:about_you", args=[slug]), ABOUT)
    pages["check"] = text(walk.open("check"))

    assert {name for name, page in pages.items() if said not in page} == set()
    assert {name for name, page in pages.items() if "Delete this draft" not in page} == set()
    assert said not in text(walk.send(walk.open("check")))


def test_each_button_goes_its_way(draft, slug):
    walk = Walker(slug)
    address = ("comment", "passage", passages_of(draft)[0].pk)

    walk.say(walk.open(*address), stance="agree", button="send")
    walk.say(walk.open(*address), stance="agree", button="more")

    assert [page for page in walk.pages if "passage" not in page] == ["/about-you/", "/"]


def test_the_receipt_quotes_the_words_that_were_shown(draft, slug):
    walk = Walker(slug)
    passage = passages_of(draft)[0]
    page = walk.say(
        walk.open("comment", "passage", passage.pk),
        stance="agree",
        comment="<b>Yes</b>\nand more",
        button="send",
    )
    receipt = walk.send(page)
    file = walk.open("receipt_text")

    for words in (passage.text, "How far do you agree?", "What would you change?"):
        assert words in text(receipt)
        assert words in text(file)
    assert "&lt;b&gt;Yes&lt;/b&gt;<br>and more" in text(receipt)
    assert "<b>Yes</b>\r\nand more" in file.content.decode()
    assert (file["Content-Type"], file["Content-Disposition"]) == (
        "text/plain; charset=utf-8",
        f'attachment; filename="{Response.objects.get().reference}.txt"',
    )


def test_a_receipt_can_be_closed_where_others_use_the_machine_too(draft, slug):
    walk = Walker(slug)
    page = walk.open("comment", "passage", passages_of(draft)[0].pk)
    walk.send(walk.say(page, stance="agree", button="send"))

    walk.browser.post(reverse("respond:leave", args=[slug]))

    assert _path(walk.browser.get(reverse("respond:sent", args=[slug]), follow=True)) == reverse(
        "respond:start", args=[slug]
    )


def test_words_given_back_can_be_had_as_a_file(resident):
    answer = resident.post("/words/", {"words": ["One.", "<Two>"]})

    assert answer.content.decode() == "One.\r\n\r\n<Two>"
    assert "attachment" in answer["Content-Disposition"]


def test_the_queries_of_the_quick_page_do_not_grow_with_the_sections(
    django_assert_max_num_queries,
):
    counts = []
    for number in (1, 3):
        draft = make_published_draft(sections=number)
        walk = Walker(draft.consultation.slug)
        page = walk.open("quick")
        rows = page.context["form"].rows
        fields = {ask.field_name: "agree" for ask, _ in rows[:-1]}
        with django_assert_max_num_queries(40) as captured:
            walk.browser.post(_path(page), {"opened": page.context["opened"]} | fields)
        counts.append(len(captured))
        assert DraftComment.objects.filter(draft=draft_to_answer(draft.consultation)).count() == (
            number
        )

    assert counts[0] == counts[1]
