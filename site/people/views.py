from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from people.domain.mine import shelves_of


@never_cache
@login_required
def mine(request):
    """All that is somebody's own, whichever app holds it."""
    shelves = shelves_of(request.user, now=timezone.now())
    return render(request, "people/mine.html", {"shelves": shelves})
