"""What every request passes that belongs to no subject."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpResponseBadRequest

PERMISSIONS_POLICY = ", ".join(
    f"{power}=()"
    for power in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "payment",
        "usb",
    )
)
# A NUL as an address and as a quoted cookie write it.
WRITTEN_NULS = ("\x00", "%00", "\\000")


class BrowserLimits:
    """No page of ours needs a camera or a position, and none is a part of another site's page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class RejectInvalidInput:
    """Answers 400 to a NUL character in an address or a cookie: no person types one, and
    PostgreSQL refuses to look for it.

    Form fields keep theirs: what somebody wrote is cleaned by the form, never thrown away.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        sent = (
            request.path,
            request.META.get("QUERY_STRING", ""),
            request.META.get("HTTP_COOKIE", ""),
        )
        if any(nul in part for part in sent for nul in WRITTEN_NULS):
            return HttpResponseBadRequest("This address holds a character that cannot be used.")
        return self.get_response(request)


class ContentSecurityPolicy(CSPMiddleware):
    """The public policy, and Wagtail's under `/admin/`."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only and request.path.startswith("/admin/"):
            parts.config = settings.ADMIN_POLICY
        return parts
