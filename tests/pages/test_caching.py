"""Kept pages: which, for whom, until when, and how they are answered."""

import datetime as dt
import gzip

import pytest
import time_machine
from django.conf import settings as site_settings
from django.http import HttpResponse, StreamingHttpResponse

from pages.caching import PageCacheMiddleware, keep, shorten
from tests.pages.house import House

pytestmark = pytest.mark.usefixtures("page_cache")

# Noon on a Wednesday in London, in summer time.
NOON = dt.datetime(2026, 6, 10, 11, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


class TestWhatIsKept:
    def test_a_page_is_made_once_when_its_view_allows_it(self):
        house = House()

        assert [house.said(), house.said()] == ["Made 1 times.", "Made 1 times."]

    def test_a_page_is_made_each_time_when_its_view_says_nothing(self):
        house = House(allow=lambda request: None)

        assert [house.said(), house.said()] == ["Made 1 times.", "Made 2 times."]

    def test_nothing_is_kept_when_the_cache_is_off(self, settings):
        settings.PAGE_CACHE_ENABLED = False
        house = House()

        assert [house.said(), house.said()] == ["Made 1 times.", "Made 2 times."]

    def test_a_form_is_never_answered_from_the_cache(self):
        house = House()

        assert [house.said(), house.said(method="POST")] == ["Made 1 times.", "Made 2 times."]

    @pytest.mark.parametrize("status", [302, 404, 500])
    def test_an_answer_that_is_no_page_is_not_kept(self, status):
        def fail(request):
            keep(request)
            return HttpResponse("No.", status=status)

        house = House(allow=fail)
        house.ask()

        assert house.makes_again()

    def test_an_answer_that_is_streamed_is_not_kept(self):
        def stream(request):
            keep(request)
            return StreamingHttpResponse(["one", "two"])

        house = House(allow=stream)
        house.ask()

        assert house.makes_again()

    @pytest.mark.parametrize(
        ("header", "value"), [("Vary", "Accept-Encoding, Cookie"), ("Cache-Control", "private")]
    )
    def test_an_answer_for_one_person_is_not_kept(self, header, value):
        def answer_one(request):
            keep(request)
            return HttpResponse("For you.", headers={header: value})

        house = House(allow=answer_one)
        house.ask()

        assert house.makes_again()

    def test_an_answer_that_sets_a_cookie_is_not_kept(self):
        def set_cookie(request):
            keep(request)
            response = HttpResponse("Have a cookie.")
            response.set_cookie("csrftoken", "secret")
            return response

        house = House(allow=set_cookie)
        house.ask()

        assert house.makes_again()


class TestPeopleWithASession:
    SESSION = {site_settings.SESSION_COOKIE_NAME: "anything"}

    def test_never_get_a_kept_page(self):
        house = House()
        house.ask()

        assert house.said(cookies=self.SESSION) == "Made 2 times."

    def test_never_make_a_kept_page(self):
        house = House()
        house.ask(cookies=self.SESSION)

        assert house.said() == "Made 2 times."

    def test_other_cookies_do_not_matter(self):
        house = House()
        house.ask(cookies={"theme": "dark"})

        assert house.said() == "Made 1 times."


class TestAddresses:
    @pytest.mark.parametrize("address", ["/?page=2", "/?stage=open&page=2", "/other/"])
    def test_each_has_its_own_page(self, address):
        house = House()

        assert [house.said(), house.said(address)] == ["Made 1 times.", "Made 2 times."]
        assert [house.said(), house.said(address)] == ["Made 1 times.", "Made 2 times."]

    @pytest.mark.parametrize("address", ["/?x=1", "/?page=2&x=1", f"/?page={'2' * 60}"])
    def test_queries_that_are_not_listed_fill_no_cache(self, address):
        house = House()

        assert [house.said(address), house.said(address)] == ["Made 1 times.", "Made 2 times."]

    def test_another_host_has_its_own_page(self):
        house = House()

        assert [house.said(), house.said(host="elsewhere")] == ["Made 1 times.", "Made 2 times."]

    def test_a_head_request_leaves_no_page_for_a_get(self):
        house = House(
            allow=lambda request: (
                keep(request) or (HttpResponse() if request.method == "HEAD" else None)
            )
        )
        house.ask(method="HEAD")

        assert house.said() == "Made 2 times."


class TestUntilWhen:
    def until(self, *moments):
        return House(allow=lambda request: keep(request, until=moments))

    def test_a_page_is_kept_to_the_last_second_before_its_boundary(self, clock):
        house = self.until(NOON + MINUTE)
        house.ask()

        clock.move_to(NOON + MINUTE - SECOND)

        assert not house.makes_again()

    def test_a_page_is_made_anew_at_its_boundary(self, clock):
        house = self.until(NOON + MINUTE)
        house.ask()

        clock.move_to(NOON + MINUTE)

        assert house.makes_again()

    def test_the_nearest_boundary_ahead_counts(self, clock):
        house = self.until(None, NOON - MINUTE, NOON + 3 * MINUTE, NOON + 2 * MINUTE)
        house.ask()

        clock.move_to(NOON + 2 * MINUTE - SECOND)
        assert not house.makes_again()
        clock.move_to(NOON + 2 * MINUTE)
        assert house.makes_again()

    @pytest.mark.parametrize(
        ("now", "midnight"),
        [
            # In summer London's midnight is 23:00 UTC, in winter 00:00.
            (NOON, dt.datetime(2026, 6, 10, 23, tzinfo=dt.UTC)),
            (dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC), dt.datetime(2026, 1, 6, tzinfo=dt.UTC)),
            # The day on which the clocks go back has 25 hours.
            (
                dt.datetime(2026, 10, 24, 23, 30, tzinfo=dt.UTC),
                dt.datetime(2026, 10, 26, tzinfo=dt.UTC),
            ),
        ],
    )
    def test_no_page_outlives_the_day_in_london(self, clock, now, midnight):
        clock.move_to(now)
        house = self.until(now + dt.timedelta(days=9))
        house.ask()

        clock.move_to(midnight - SECOND)
        assert not house.makes_again()
        clock.move_to(midnight)
        assert house.makes_again()

    def test_a_boundary_that_passes_while_the_page_is_made_counts(self, clock):
        def make_slowly(request):
            clock.move_to(NOON + MINUTE)
            keep(request, until=[NOON + SECOND])

        house = House(allow=make_slowly)
        house.ask()

        assert house.makes_again()

    def test_a_second_word_can_only_shorten(self, clock):
        def keep_twice(request):
            keep(request, until=[NOON + MINUTE])
            keep(request, until=[NOON + 5 * MINUTE])
            shorten(request, seconds=600)

        house = House(allow=keep_twice)
        house.ask()

        clock.move_to(NOON + MINUTE)

        assert house.makes_again()

    def test_shortening_keeps_for_so_many_seconds(self, clock):
        house = House(allow=lambda request: keep(request) or shorten(request, seconds=60))
        house.ask()

        clock.move_to(NOON + 59 * SECOND)
        assert not house.makes_again()
        clock.move_to(NOON + 60 * SECOND)
        assert house.makes_again()

    def test_shortening_keeps_nothing_that_was_not_kept(self):
        house = House(allow=lambda request: shorten(request, seconds=60))
        house.ask()

        assert house.makes_again()


class TestTheAnswer:
    def test_is_compressed_for_those_who_can_read_it(self):
        house = House()

        response = house.ask(accept_encoding="br, gzip")

        assert response["Content-Encoding"] == "gzip"
        assert gzip.decompress(response.content) == house.ask().content == b"Made 1 times."

    @pytest.mark.parametrize("encoding", ["gzip", "identity"])
    def test_says_how_long_it_is(self, encoding):
        response = House().ask(accept_encoding=encoding)

        assert response["Content-Length"] == str(len(response.content))

    def test_says_how_it_may_be_kept_elsewhere(self):
        response = House().ask()

        assert response["Cache-Control"] == "no-cache"
        assert response["Vary"] == "Accept-Encoding"

    def test_has_the_headers_of_the_page_as_it_was_made(self):
        def answer(request):
            keep(request)
            return HttpResponse("{}", content_type="application/feed", headers={"X-Mine": "yes"})

        house = House(allow=answer)

        for response in (house.ask(), house.ask()):
            assert response["Content-Type"] == "application/feed"
            assert response["X-Mine"] == "yes"

    @pytest.mark.parametrize("encoding", ["gzip", "identity"])
    def test_is_304_for_those_who_have_it(self, encoding):
        house = House()
        tag = house.ask(accept_encoding=encoding)["ETag"]

        response = house.ask(accept_encoding=encoding, if_none_match=tag)

        assert (response.status_code, response.content) == (304, b"")
        assert response["ETag"] == tag
        assert "Content-Length" not in response

    def test_is_whole_for_those_who_have_an_older_one(self):
        house = House()
        tag = house.ask()["ETag"]
        house.answer = PageCacheMiddleware(lambda request: keep(request) or HttpResponse("New."))

        response = house.ask("/other/", if_none_match=tag)

        assert (response.status_code, response.content) == (200, b"New.")

    def test_has_a_weak_tag_since_it_stands_for_both_encodings(self):
        house = House()

        tags = {house.ask()["ETag"], house.ask(accept_encoding="gzip")["ETag"]}

        (tag,) = tags
        assert tag.startswith('W/"')
