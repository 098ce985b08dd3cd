"""What a member sees at the desk beside the words: flags, waits, precedents, other readers."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from consultations.moderation.domain import bulk, deciding
from consultations.moderation.enums import BulkState
from consultations.moderation.models import BulkDecision, Review
from consultations.responses.models import Response
from delivery.domain import jobs
from delivery.domain.heartbeats import beat
from delivery.models import Job
from people.models import Organisation
from records.models import LogEntry
from tests.factories.consultations import make_response, passages_of
from tests.factories.people import make_membership

pytestmark = pytest.mark.django_db

PHONE = "01632 960 441"


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def browser(signed_in, board_member):
    make_membership(board_member, None, undertaking_signed_on="2020-01-01")
    return signed_in(board_member)


def text(answer):
    return " ".join(answer.content.decode().split())


def review_of(passage, **said):
    return Review.objects.get(comment__response=make_response(passage, **said))


def test_what_was_found_is_marked_with_its_reason(browser, draft):
    review = review_of(passages_of(draft)[0], text=f"Ring me on {PHONE}, <b>please</b>.")

    page = text(browser.get(reverse("board_read", args=[review.pk])))

    assert f'<mark class="board-mark">{PHONE}</mark>, &lt;b&gt;please&lt;/b&gt;.' in page
    assert f"This looks like a telephone number. <q>{PHONE}</q>" in page
    assert "It came here by the route “Personal details”." in page


def test_what_may_distress_is_shown_to_whoever_asks(browser, draft):
    review = review_of(passages_of(draft)[0], text="What a load of bollocks.")

    page = text(browser.get(reverse("board_read", args=[review.pk])))

    assert "This may be distressing to read (Strong language). Show it" in page
    assert page.index("<details") < page.index("bollocks")


def test_what_waits_says_how_long_it_may(browser, draft):
    make_response(passages_of(draft)[0])
    Review.objects.update(due_at=timezone.now())

    page = text(browser.get(reverse("board_desk") + "?wait=late"))

    assert "board-tag--late" in page
    assert "(1 found)" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("concern=personal", [PHONE]),
        ("concern=none", ["Plain words"]),
        ("concern=strong", []),
        ("concern=nonsense&consultation=x&wait=1&pile=z", [PHONE, "Plain words"]),
        ("wait=late", []),
        ("pile=everybody", [PHONE, "Plain words"]),
    ],
)
def test_the_list_is_narrowed(browser, draft, query, found):
    first, second, *_ = passages_of(draft)
    make_response(first, text=f"Ring {PHONE}.")
    make_response(second, text="Plain words about it.")

    page = text(browser.get(f"{reverse('board_desk')}?{query}"))

    assert [words for words in (PHONE, "Plain words") if words in page] == found


def test_what_was_heard_stands_beside_the_list_of_one_consultation(browser, draft):
    make_response(passages_of(draft)[0], stance="disagree")

    page = text(browser.get(f"{reverse('board_desk')}?consultation={draft.consultation.pk}"))

    assert (
        '<th scope="row">Section 1</th><td>1</td><td>0</td><td>0</td><td>1</td><td>0</td>' in page
    )


class TestTwentyAtOnce:
    def test_leaves_out_what_has_a_hit_and_what_was_unticked(self, browser, draft):
        first, second, third = passages_of(draft)[:3]
        with_hit = review_of(first, text=f"Ring {PHONE}.")
        plain, doubtful = review_of(second, text="Plain."), review_of(third, text="Doubtful.")

        page = text(browser.get(reverse("board_clean")))
        answer = browser.post(
            reverse("board_publish"),
            {"clean": "1", "on_page": [plain.pk, doubtful.pk], "review": [plain.pk]},
            follow=True,
        )

        assert PHONE not in page
        assert page.count("checked>") == 2
        assert "1 comment published. 1 left for you to read one by one." in text(answer)
        assert "Doubtful." not in text(answer)
        assert set(Review.objects.open()) == {with_hit, doubtful}


class TestTwoMembersOnOneComment:
    @pytest.fixture
    def other(self, signed_in, second_member):
        make_membership(second_member, None, undertaking_signed_on="2020-01-01")
        return signed_in(second_member)

    def test_see_that_the_other_has_it_open(self, browser, other, draft, board_member):
        review = review_of(passages_of(draft)[0])
        address = reverse("board_read", args=[review.pk])

        first, second = text(browser.get(address)), text(other.get(address))

        assert "has this open" not in first
        assert f"{board_member} has this open at the moment." in second

    def test_are_told_who_was_quicker_and_what_they_decided(
        self, browser, other, draft, second_member
    ):
        review = review_of(passages_of(draft)[0])
        form = {"review": review.pk, "seen": "0"}
        other.post(reverse("board_publish"), form)

        answer = text(browser.post(reverse("board_publish"), form, follow=True))

        assert f"Changed by {second_member} while you were reading: publish, " in answer
        assert "Nothing was changed by you." in answer

    def test_hand_it_to_one_another(self, browser, other, draft, second_member):
        review = review_of(passages_of(draft)[0])
        page = text(browser.get(reverse("board_hand_over", args=[review.pk])))

        answer = browser.post(
            reverse("board_handed_over", args=[review.pk]), {"to": second_member.pk}, follow=True
        )

        assert f">{second_member}</option>" in page
        assert f"Handed over to {second_member}" in text(answer)
        assert "Nothing is waiting" in text(browser.get(reverse("board_desk")))

    def test_hand_it_to_nobody_whose_organisations_it_is(
        self, browser, other, draft, second_member
    ):
        review = review_of(passages_of(draft)[0], organisation="Riverside Carers")
        make_membership(
            second_member, Organisation.objects.get(), undertaking_signed_on="2020-01-01"
        )

        page = text(browser.get(reverse("board_hand_over", args=[review.pk])))
        answer = browser.post(
            reverse("board_handed_over", args=[review.pk]), {"to": second_member.pk}
        )

        assert f">{second_member}</option>" not in page
        assert answer.status_code == 422
        assert Review.objects.get().assigned_to is None


def test_the_last_ones_like_it_are_shown_with_what_was_decided(browser, draft, second_member):
    first, second, third = passages_of(draft)[:3]
    like = review_of(first, text=f"My number is {PHONE}.")
    unlike = review_of(second, text="Planters everywhere.")
    now = timezone.now()
    deciding.publish(review_ids=[like.pk, unlike.pk], by=second_member, at=now)
    review = review_of(third, text="Telephone me: 01632 960 277.")

    page = text(browser.get(reverse("board_read", args=[review.pk])))

    section = page[page.index("precedents") :]
    assert f'<q dir="auto">My number is {PHONE}.</q>' in section
    assert "Planters" not in section


class TestManyAtOnce:
    @pytest.fixture
    def reviews(self, draft):
        for passage in passages_of(draft):
            make_response(passage, text="Plain words about it.")
        make_response(passages_of(draft)[0], text=f"Ring {PHONE}.")
        return list(Review.objects.order_by("pk"))

    def test_are_published_by_a_job_that_needs_no_browser(self, browser, reviews, board_member):
        address = reverse("board_bulk_ask")
        page = text(browser.get(address))
        refused = browser.post(address, {"last": reviews[-1].pk})
        answer = browser.post(address, {"last": reviews[-2].pk, "have_read": "1"})
        waiting = Review.objects.published().count()

        beat()
        progress = browser.get(answer.headers["Location"])
        jobs.work_on_due()
        done = text(browser.get(answer.headers["Location"]))

        assert "Publish 6 comments" in page
        assert "1 in which something was found is left out" in page
        assert (refused.status_code, waiting) == (422, 0)
        assert progress.headers["Refresh"]
        assert "0 of 6 done" in text(progress)
        assert "6 of 6 comments published" in done
        assert list(Review.objects.open()) == [reviews[-1]]
        assert BulkDecision.objects.get().state == BulkState.DONE

    def test_leave_out_what_another_decided_and_go_on_after_a_power_cut(
        self, reviews, board_member, second_member, monkeypatch
    ):
        monkeypatch.setattr(bulk, "AT_ONCE", 2)
        now = timezone.now()
        ids = [review.pk for review in reviews[:5]]
        found = bulk.publish_many(review_ids=ids, by=board_member, now=now)
        BulkDecision.objects.filter(pk=found.pk).update(published=2)  # as a first worker left it
        deciding.publish(review_ids=ids[:2] + ids[4:], by=second_member, at=now)

        jobs.work_on(Job.objects.get(dedupe_key=found.job_key).pk)

        found.refresh_from_db()
        assert (found.state, found.published, found.left_out) == (BulkState.DONE, 4, 1)
        assert Review.objects.published().count() == 5

    def test_are_nobody_elses_to_look_at(self, browser, signed_in, second_member, reviews):
        found = bulk.publish_many(review_ids=[reviews[0].pk], by=second_member, now=timezone.now())

        assert browser.get(reverse("board_bulk", args=[found.pk])).status_code == 404


def test_the_pack_is_a_pdf_of_what_this_member_may_read(browser, draft, board_member):
    make_response(passages_of(draft)[0], text="On paper, please.\n\nIn large print.")
    own = make_response(passages_of(draft)[1], organisation="Riverside Carers")
    make_membership(board_member, Organisation.objects.get(), undertaking_signed_on="2020-01-01")

    answer = browser.get(reverse("board_pack"))

    assert answer.content.startswith(b"%PDF-")
    assert "no-store" in answer.headers["Cache-Control"]
    printed = LogEntry.objects.filter(action="comment.printed").values_list("subject", flat=True)
    assert len(printed) == 1
    assert f"comment:{own.comments.get().pk}" not in printed


def test_the_pack_is_a_word_file_with_the_same_in_it(browser, draft, board_member):
    make_response(passages_of(draft)[0], text="On paper, \x0b please.\n\nIn large print. 👍")
    own = make_response(passages_of(draft)[1], text="Ours.", organisation="Riverside Carers")
    make_membership(board_member, Organisation.objects.get(), undertaking_signed_on="2020-01-01")

    answer = browser.get(reverse("board_pack_word"))
    document = Document(BytesIO(answer.content))

    assert "no-store" in answer.headers["Cache-Control"]
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert len(headings) == 2  # the comment, and the reasons
    assert headings[0].startswith("1. Passage")
    words = [p.text for p in document.paragraphs]
    assert {"On paper,  please.", "In large print. 👍"} <= set(words)
    assert "Ours." not in words
    alone = [
        p.text
        for p in document.paragraphs[3 : words.index("Reasons for holding a comment")]
        if not p.paragraph_format.keep_with_next and not p.text.startswith("☐")
    ]
    assert alone == ["On paper,  please."], "it breaks inside of what was written, or nowhere"
    page = document.sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)
    assert f"For {board_member} only." in page.footer.paragraphs[0].text
    printed = LogEntry.objects.filter(action="comment.printed").values_list("subject", flat=True)
    assert len(printed) == 1
    assert f"comment:{own.comments.get().pk}" not in printed


@pytest.mark.parametrize("address", ["board_pack", "board_pack_word"])
def test_the_pack_says_what_was_sent_late(browser, draft, address):
    late, in_time = (make_response(passage) for passage in passages_of(draft)[:2])
    Response.objects.filter(pk=late.pk).update(is_late=True)

    content = BytesIO(browser.get(reverse(address)).content)

    if address == "board_pack":
        words = "".join(page.extract_text() for page in PdfReader(content).pages)
    else:
        words = "".join(paragraph.text for paragraph in Document(content).paragraphs)
    assert in_time.comments.exists()
    assert words.count("sent late") == 1


@pytest.mark.parametrize("address", ["board_pack", "board_pack_word"])
def test_an_empty_pack_says_so(browser, draft, address):
    answer = browser.get(reverse(address), follow=True)

    assert "There is no unread comment in this list to print." in text(answer)


@pytest.mark.parametrize(
    ("who", "status"), [("officer", 200), ("board_member", 302), ("stranger", 302)]
)
def test_officers_try_routes_out(who, status, request, signed_in, draft):
    make_response(passages_of(draft)[0])

    answer = signed_in(request.getfixturevalue(who)).get(reverse("board_routes"))

    assert answer.status_code == status
    if status == 200:
        assert "<strong>1 of 1</strong>" in text(answer)
        assert "to be read the same day" in text(answer)


def test_the_home_page_says_where_nobody_can_read(signed_in, administrator, draft):
    make_response(passages_of(draft)[0], text="Why did your moderators hide it?")

    page = text(signed_in(administrator).get(reverse("wagtailadmin_home")))

    assert "Somebody outside reads it: 1 comment" in page
