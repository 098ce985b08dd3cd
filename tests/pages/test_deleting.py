import pytest
from django.urls import reverse

from consultations.responses.models import Questionnaire
from tests.factories.consultations import make_questionnaire

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("road", ["one", "bulk"])
def test_a_form_that_was_asked_is_kept_with_a_sentence(home, administrator, signed_in, road):
    form = make_questionnaire()
    browser = signed_in(administrator)
    addresses = {
        "one": reverse("wagtailsnippets_responses_questionnaire:delete", args=[form.pk]),
        "bulk": reverse("wagtail_bulk_action", args=["responses", "questionnaire", "delete"])
        + f"?id={form.pk}",
    }

    answer = browser.post(addresses[road], follow=True)

    assert "is still used, so it cannot be deleted." in answer.content.decode()
    assert Questionnaire.objects.filter(pk=form.pk).exists()
