import uuid

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from django.contrib.sites.shortcuts import get_current_site
from django.shortcuts import resolve_url

from delivery.domain.outbox import queue_letter
from delivery.tasks import deliver_soon


class AccountAdapter(DefaultAccountAdapter):
    def get_login_redirect_url(self, request):
        """Staff go to their desk; everyone else to the home page."""
        if request.user.has_perm("wagtailadmin.access_admin"):
            return resolve_url("wagtailadmin_home")
        return "/"

    def get_signup_redirect_url(self, request):
        return self.get_login_redirect_url(request)

    def send_mail(self, template_prefix, email, context):
        """Through the outbox: a mail server that is away then stops nobody from signing up, and
        an answer takes as long for an address we know as for one we do not.
        """
        context = {
            "request": current.request,
            "email": email,
            "current_site": get_current_site(current.request),
            **context,
        }
        letter = self.render_mail(template_prefix, email, context)
        queue_letter(
            dedupe_key=f"account-{uuid.uuid4()}", to=email, subject=letter.subject, body=letter.body
        )
        deliver_soon()
