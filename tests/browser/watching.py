"""What goes wrong behind a page's back: in a browser nobody sees, nobody sees it either."""

from urllib.parse import urlsplit


class Watch:
    """Collects, for one browser, what no page of the site may do.

    A refusal by the content security policy, an uncaught error, an error on the console, a request
    to another host, an answer of 500 and more, a file that is not there.
    """

    def __init__(self, context, *, host):
        self.host = host
        self.faults = []
        self.allowed = {}
        context.on("console", self.hear)
        context.on("weberror", self.see_error)
        context.on("request", self.see_request)
        context.on("response", self.see_response)

    def allow(self, words, *, because):
        """Let faults with these words in them pass in this test, for a reason."""
        self.allowed[words] = because

    def hear(self, message):
        # An answer of 400 and more is also told on the console; `see_response` judges it better.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.note(f"said on the console: {message.text}", at=_address(message.page))

    def see_error(self, error):
        self.note(f"not caught: {error.error}", at=_address(error.page))

    def see_request(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self.host:
            self.note(f"asked another host: {request.url}", at=_address_of(request))

    def see_response(self, response):
        is_page = response.request.is_navigation_request()
        if response.status >= (500 if is_page else 400):
            self.note(f"was answered {response.status}: {response.url}", at=response.request.url)

    def note(self, words, *, at):
        self.faults.append(f"{at} {words}")

    @property
    def not_allowed(self):
        return [fault for fault in self.faults if not any(w in fault for w in self.allowed)]


def _address(page):
    return page.url if page else "A page that is closed"


def _address_of(request):
    return request.headers.get("referer", request.url)
