"""What an author does with a response that was sent."""

import datetime as dt

from django.utils import timezone

from consultations.moderation.domain import deciding
from consultations.moderation.domain.queue import waiting_for

DAY = dt.timedelta(days=1)


def text(answer):
    return answer.content.decode()


def page_of(response, *more):
    return "/".join(["/responses", response.reference, *more, ""])


def publish_all(member):
    ids = [review.pk for review in waiting_for(member)]
    deciding.publish(review_ids=ids, by=member, at=timezone.now())


def fields_of(browser, address):
    form = browser.get(address).context["form"]
    return {question.kind: question.field_name for question in form.questions}


def passages_of_response(response):
    return response.comments.get().passage


def let_in_again(browser, response):
    """The cookie is signed with a time, and the clock has been moved."""
    from consultations.responses.views.access import let_in

    browser.cookies.load(let_in(response.reference).cookies)
