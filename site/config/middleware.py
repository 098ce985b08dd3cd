"""What every request passes that belongs to no subject."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpResponseBadRequest


class RejectInvalidInput:
    """Answers 400 to a NUL character in an address: no database takes one, and no person types it.

    Form fields keep theirs: what somebody wrote is cleaned by the form, never thrown away.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        address = request.META.get("QUERY_STRING", "") + request.path
        if "\x00" in address or "%00" in address:
            return HttpResponseBadRequest("This address holds a character that cannot be used.")
        return self.get_response(request)


class ContentSecurityPolicy(CSPMiddleware):
    """The public policy, and Wagtail's under `/admin/`."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only and request.path.startswith("/admin/"):
            parts.config = settings.ADMIN_POLICY
        return parts
