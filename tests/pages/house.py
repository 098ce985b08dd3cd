from django.http import HttpResponse
from django.test import RequestFactory

from pages.caching import PageCacheMiddleware, keep


class House:
    """A site of one page that says how often it was made. `allow` is what its view does."""

    def __init__(self, allow=keep):
        self.made = 0
        self.allow = allow
        self.answer = PageCacheMiddleware(self.make)

    def make(self, request):
        self.made += 1
        response = HttpResponse(f"Made {self.made} times.")
        return self.allow(request) or response

    def ask(self, address="/", *, method="GET", cookies=None, **headers):
        request = RequestFactory().generic(method, address, headers=headers)
        request.COOKIES.update(cookies or {})
        return self.answer(request)

    def makes_again(self):
        """Whether the page is made anew when it is asked for now."""
        before = self.made
        self.ask()
        return self.made > before

    def said(self, address="/", **how):
        return self.ask(address, **how).content.decode()
