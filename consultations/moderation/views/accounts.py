"""What the Board does, for everybody to see: its policy, and its account of each consultation."""

from datetime import timedelta

from django.shortcuts import render
from django.utils import timezone

from consultations.moderation.domain.appealing import DAYS_TO_ANSWER, DAYS_TO_APPEAL
from consultations.moderation.domain.reasons import MEANINGS
from consultations.moderation.domain.tallying import account_of
from consultations.moderation.enums import NotResponseReason, Reason
from consultations.views import visible_consultation, visible_index
from pages.caching import keep
from records.domain.verifying import newest_seal

AN_HOUR = timedelta(hours=1)


def policy(request):
    """The rules in force: made of the very list of reasons that decisions are taken from."""
    index = visible_index(request)
    keep(request)
    return render(
        request,
        "moderation/policy.html",
        {
            "index": index,
            "reasons": [(reason, MEANINGS[reason]) for reason in Reason],
            "not_responses": [(reason, MEANINGS[reason]) for reason in NotResponseReason],
            "days_to_appeal": DAYS_TO_APPEAL,
            "days_to_answer": DAYS_TO_ANSWER,
        },
    )


def account(request, slug):
    """One consultation's moderation in numbers, and the seal of its log. Kept for an hour."""
    consultation = visible_consultation(request, slug)
    keep(request, until=[timezone.now() + AN_HOUR])
    return render(
        request,
        "moderation/account.html",
        {
            "consultation": consultation,
            "account": account_of(consultation),
            "log": newest_seal(consultation.pk),
            "at": timezone.now(),
        },
    )
