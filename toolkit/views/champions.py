"""Writing to a champion: the form knows the address, the page never says it."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from wagtail.models import Site

from pages.giving_back import gives_back
from toolkit.domain.naming import names_at
from toolkit.forms.champions import MessageForm
from toolkit.models import Champion
from toolkit.notifications import TooManyLetters, queue_message

WAIT = "Many people have written to them within the hour. Wait an hour, then send it again."


@gives_back
def write(request, pk):
    champion = get_object_or_404(Champion, pk=pk, is_active=True)
    form = MessageForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    names = names_at(Site.find_for_request(request))
    if form.is_bound and form.is_valid():
        try:
            queue_message(champion=champion, **form.cleaned_data, names=names, now=timezone.now())
        except TooManyLetters:
            form.add_error(None, WAIT)
            status = 429
        else:
            return render(request, "toolkit/compact_message_sent.html", {"champion": champion})
    return render(
        request, "toolkit/compact_message.html", {"champion": champion, "form": form}, status=status
    )
