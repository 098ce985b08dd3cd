"""The demo's own pages: its sign-ins and its mailbox. They exist on one's own machine only."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from delivery.models import OutboxMessage
from demo.signins import PASSWORD, SIGN_INS

MOST_LETTERS = 100


@never_cache
def sign_ins(request):
    door = reverse("account_login")
    people = [
        {
            "role": person.title,
            "name": person.email,
            "password": PASSWORD,
            "try_first": person.try_first,
            "url": door,
        }
        for person in SIGN_INS
    ]
    return render(request, "demo/sign_ins.html", {"people": people})


@never_cache
def mailbox(request):
    letters = OutboxMessage.objects.order_by("-created_at", "-pk")[:MOST_LETTERS]
    return render(request, "demo/mailbox.html", {"letters": letters})


@never_cache
def letter(request, pk):
    return render(request, "demo/letter.html", {"letter": get_object_or_404(OutboxMessage, pk=pk)})
